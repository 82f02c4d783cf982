private import Glibc

/// The disk refused: which path, what was tried, and the system's reason.
package struct FileFailure: Error, Hashable, Sendable {
  package let path: String
  /// What was tried, to stand after "cannot": `read`, `make the folder`.
  package let attempt: String
  /// The system's number for the reason, as `errno` gives it.
  package let code: Int32

  package init(_ path: String, cannot attempt: String, code: Int32) {
    self.path = path
    self.attempt = attempt
    self.code = code
  }

  /// The failure of the call just made.
  package init(_ path: String, cannot attempt: String) {
    self.init(path, cannot: attempt, code: errno)
  }
}

extension FileFailure: CustomStringConvertible {
  /// `cannot read content/a.md: permission denied`
  package var description: String {
    let words = String(cString: strerror(code))
    return "cannot \(attempt) \(path): \(words.prefix(1).lowercased())\(words.dropFirst())"
  }
}
