import Diagnostics
import Files
import Rendering

extension Build {
  /// Compares the new calendar of all rotas with the one that is published: no event may have seen fewer decisions than
  /// its subscribers were told, since their calendars would keep what was.
  ///
  /// The published files only say whether there is a fault; what is written never depends on them.
  func checkSequences(of feeds: Feeds, _ calendar: [UInt8]) throws {
    guard let output = request.output else { return }
    let path = "\(output)/\(Places.allFeed.file)"
    guard FileTree.isFile(path) else { return }
    let published = try readFile(path)
    guard published != calendar else { return }
    let fallen = PublishedSequences(published).fallen(in: feeds.sequences)
    if !fallen.isEmpty {
      collector.report(.sequencesFall(fallen, changes: files.roster.contains("roster/changes.yml")))
    }
  }
}

/// The SEQUENCE of each event in a calendar that sitegen wrote, by UID.
struct PublishedSequences {
  private(set) var byUID: [String: Int] = [:]

  init(_ bytes: [UInt8]) {
    var uid = ""
    var isInUID = false
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      if isInUID, line.first == UInt8(ascii: " ") {
        uid += String(decoding: line.dropFirst(), as: UTF8.self)
        continue
      }
      isInUID = line.starts(with: "UID:".utf8)
      if isInUID { uid = String(decoding: line.dropFirst(4), as: UTF8.self) }
      if line.starts(with: "SEQUENCE:".utf8) { byUID[uid] = Int(String(decoding: line.dropFirst(9), as: UTF8.self)) }
    }
  }

  struct Fall {
    var uid: String
    var was: Int
    var now: Int
  }

  /// The events that would have a lower number than before, by identifier.
  func fallen(in new: [String: Int]) -> [Fall] {
    byUID.compactMap { uid, was in
      new[uid].flatMap { $0 < was ? Fall(uid: uid, was: was, now: $0) : nil }
    }.sorted { $0.uid < $1.uid }
  }
}

extension Diagnostic {
  fileprivate static func sequencesFall(_ fallen: [PublishedSequences.Fall], changes: Bool) -> Diagnostic {
    let shown = fallen.prefix(3).map { "\($0.uid.prefix { $0 != "@" }) (\($0.was) → \($0.now))" }
    let more = fallen.count > 3 ? " and \(fallen.count - 3) more" : ""
    return .error(
      "calendar-sequence",
      "Calendars that are subscribed know of more changes than the roster: \(shown.joined(separator: ", "))\(more)",
      at: SourceRange(file: changes ? ChangeRecord.path : "content/roster/plan", line: 1, column: 1),
      notes: [
        Note("a change was deleted, or a line of a plan: put it back, they would not take the update"),
        Note("a change is taken back by `withdrawn: DATE` on its line; a turn by another line of `sitegen plan`"),
        Note("a published site of another branch or of another roster: remove it, or build into another folder"),
      ])
  }
}
