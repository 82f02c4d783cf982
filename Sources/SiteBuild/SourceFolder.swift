import Files
import Roster

/// The folder that holds content/, as a place to change files in: one change at a time, and every file whole at any
/// moment.
struct SourceFolder {
  private let root: String

  init(_ source: String) { root = source.hasSuffix("/") ? source : source + "/" }

  /// Holds the roster until the value is let go; waits for another that holds it.
  func lock() throws -> FileLock { try FileLock(folder: root + "content/roster") }

  /// The text of a file, or `nil` where there is none.
  func text(_ path: String) throws -> String? {
    guard FileTree.isFile(root + path) else { return nil }
    return String(decoding: try readFile(root + path), as: UTF8.self)
  }

  /// Notes decisions of which calendars will be told, so that none is forgotten later; the answer is how many were new.
  @discardableResult
  func tell(_ decisions: [ToldDecisions.Decision]) throws -> Int {
    let path = "content/roster/" + ToldDecisions.path
    let before = try text(path) ?? ""
    let after = ToldDecisions.text(before, adding: decisions)
    guard after != before else { return 0 }
    try write(after, to: path)
    return after.count { $0.isNewline } - max(1, before.count { $0.isNewline })
  }

  func write(_ text: String, to path: String) throws {
    try replaceFile(root + path, with: Array(text.utf8))
  }
}
