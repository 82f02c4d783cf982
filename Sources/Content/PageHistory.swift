package import CivilTime

/// When the files below content/ were last changed and first written, as far as the repository's history tells.
package struct PageHistory: Sendable {
  private var times: [String: Times] = [:]

  private struct Times {
    var changed: Instant
    var added: Instant?
  }

  /// Nothing is known: there is no repository, or no git.
  package init() {}

  /// When a path below content/ was last committed with other bytes than before.
  package func changed(_ path: String) -> Instant? { times[path]?.changed }

  /// When it was committed first; `nil` too where the history that is at hand does not reach back so far.
  package func added(_ path: String) -> Instant? { times[path]?.added }
}

extension PageHistory {
  /// What git is asked for, once for all pages: the newest commit first, with the files that each one changed.
  ///
  /// - Parameter folder: where content/ stands.
  package static func command(in folder: String) -> [String] {
    [
      "git", "-C", folder, "-c", "log.showSignature=false", "-c", "log.showRoot=true", "log", "-z", "--name-status",
      "--no-renames", "--relative", "--no-color", "--format=tformat:%x01%ct%x02%D", "--", "content",
    ]
  }

  /// Git never asks anybody for a password here, and never fetches what a partial clone left out.
  package static let settings = ["GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1"]

  /// Reads what git answered:
  ///
  ///     ^A 1795252072 ^B HEAD -> main NUL, newline M NUL content/a.md NUL, A NUL content/b.md NUL, ^A …
  ///
  /// At the boundary of a shallow clone, which git decorates with `grafted`, every file looks new: nothing is taken
  /// from there, and a file that changed before it has no known time.
  package init(log: [UInt8]) {
    var time: Instant?
    var parts = log.split(separator: 0).makeIterator()
    while let part = parts.next() {
      if part.first == 1 {
        time = PageHistory.time(of: part.dropFirst())
      } else if let path = parts.next(), let time {
        take(part.last ?? 0, path, time)
      }
    }
  }

  private static func time(of commit: ArraySlice<UInt8>) -> Instant? {
    let parts = commit.split(separator: 2, omittingEmptySubsequences: false)
    let isBoundary = parts.dropFirst().contains { String(decoding: $0, as: UTF8.self).contains("grafted") }
    guard !isBoundary, let seconds = parts.first.flatMap({ Int(String(decoding: $0, as: UTF8.self)) }) else {
      return nil
    }
    return Instant(seconds: seconds)
  }

  /// - Parameter status: git's letter, `A` for a file that the commit added, `D` for one that it removed.
  private mutating func take(_ status: UInt8, _ path: ArraySlice<UInt8>, _ time: Instant) {
    guard status != UInt8(ascii: "D"), path.starts(with: "content/".utf8) else { return }
    let added = status == UInt8(ascii: "A") ? time : nil
    let path = String(decoding: path.dropFirst("content/".utf8.count), as: UTF8.self)
    var known = times[path] ?? Times(changed: time, added: nil)
    known.added = known.added ?? added
    times[path] = known
  }
}
