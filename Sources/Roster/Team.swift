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
    package var promise: String?
  }

  package var id: ID
  package var name: String
  package var lead: Person.ID?
  package var manager: Person.ID?
  package var scrumMaster: Person.ID?
  package var productArea: String?
  package var coverage: [Coverage] = []
  package var range: SourceRange
}
