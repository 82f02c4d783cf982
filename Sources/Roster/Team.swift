package import Diagnostics

/// People who work together, and the roles they look to.
package struct Team: Sendable {
  /// The key under which the team stands in teams.yml: `delivery`.
  package struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let description: String
    package init(_ text: String) { description = text }
    package static func < (a: ID, b: ID) -> Bool { a.description < b.description }
  }

  /// Rotas that together keep a promise, such as round-the-clock cover.
  package struct Coverage: Sendable {
    package var title: String
    package var rotas: [Rota.ID]
    /// `24x7`, or `nil` where nothing is promised.
    package var promise: String?
    package var range: SourceRange
  }

  /// Somebody whom the team looks to.
  package struct Role: Sendable {
    /// `lead`, `manager`, `scrum master`.
    package var title: String
    package var person: Person.ID
    package var range: SourceRange
  }

  package var id: ID
  package var name: String
  /// In the order lead, manager, scrum master; those that nobody has are left out.
  package var roles: [Role] = []
  package var productArea: String?
  package var coverage: [Coverage] = []
  package var range: SourceRange

  package var lead: Person.ID? { role("lead") }
  package var manager: Person.ID? { role("manager") }
  package var scrumMaster: Person.ID? { role("scrum master") }

  private func role(_ title: String) -> Person.ID? { roles.first { $0.title == title }?.person }
}
