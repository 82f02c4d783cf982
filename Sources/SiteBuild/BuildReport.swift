package import CivilTime
package import Diagnostics
package import Publishing

/// What a build found, and what it did.
package struct BuildReport: Sendable {
  /// In reading order, with the severities that the site gives to its checks.
  package var diagnostics: [Diagnostic] = []
  package var pages = 0
  package var feeds = 0
  /// The first day that not every rota has published, where there are rotas with a plan.
  package var plannedUntil: Day?
  /// What was published; `nil` where the build only checked, or found errors.
  package var publication: PublicationSummary?
  /// Whether the content is free of errors (of warnings too, where the build is strict).
  package var isClean = false
}
