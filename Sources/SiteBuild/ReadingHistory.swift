import Content
import Files

/// The history of the pages, asked for when a build begins and read when it is needed, so that git works meanwhile.
struct HistoryReading {
  private let git: RunningProgram?

  init(root: String) {
    git = RunningProgram.start(PageHistory.command(in: root), settings: PageHistory.settings)
  }

  /// Waits for git; where it is missing or content/ stands in no repository, nothing is known.
  func history() -> PageHistory {
    git?.finish().map { PageHistory(log: $0) } ?? PageHistory()
  }
}
