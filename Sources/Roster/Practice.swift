package import CivilTime
package import Diagnostics

/// How a rota is served, as its pages tell: nothing of it decides who serves when.
package struct Practice: Sendable {
  /// Which hours a promised time runs through.
  package enum Clock: String, Sendable, CaseIterable {
    /// Every hour of the day and the week, as whoever waits sees it.
    case all
    /// Only hours that the rota covers: a request made on Friday evening begins to wait on Monday morning.
    case covered
  }

  package struct Escalation: Sendable {
    package struct Step: Sendable {
      package var seat: String
      package var within: Span
      package var when: String?
      package var range: SourceRange
    }

    package var promise: Span?
    package var clock = Clock.all
    package var steps: [Step]
    package var range: SourceRange
  }

  package struct Response: Sendable {
    package var request: String
    package var within: Span
    package var clock = Clock.all
    package var range: SourceRange
  }

  package struct Channel: Sendable {
    package var name: String
    package var about: String
    package var lookFor: String
    package var isKey: Bool
  }

  package struct Ceremony: Sendable {
    package var title: String
    /// When, in the words of the file: `start`, `Mon-Fri 09:30`.
    package var when: String
    package var lasts: Span?
    package var with: [String]
    package var isSkipped: Bool
    package var why: String?
  }

  package struct Mode: Sendable {
    package var title: String
    package var days: ClosedRange<Day>
    package var duties: [String]
    package var ceremonies: [Ceremony]
  }

  package struct External: Sendable {
    package var title: String
    package var url: String
  }

  package var escalation: Escalation?
  package var responses: [Response] = []
  package var channels: [Channel] = []
  /// In order of priority.
  package var duties: [String] = []
  package var ceremonies: [Ceremony] = []
  package var startChecklist: [String] = []
  package var endChecklist: [String] = []
  package var handle: String?
  /// The page of the handbook that explains the rota: a path below content/, and where that stands.
  package var playbook: Playbook?
  package var recovery: Span?
  package var modes: [Mode] = []
  package var external: [External] = []

  package struct Playbook: Sendable {
    package var path: String
    package var range: SourceRange
  }
}
