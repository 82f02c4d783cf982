import ArgumentParser
import CivilTime
import Diagnostics
import Files
import Foundation
import SiteBuild

/// Standard error and what it can show, the clock, and the exit codes: 0 done, 1 errors in the content, 64 wrong usage,
/// 74 the disk failed.
enum Console {
  static func error(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// Colours appear only on a terminal, and never where NO_COLOR is set (no-color.org).
  private static var showsColour: Bool {
    isatty(STDERR_FILENO) != 0 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
  }

  static var feedKey: String? { ProcessInfo.processInfo.environment[BuildRequest.feedKeyVariable] }

  static var now: Instant { Instant(seconds: Int(Date().timeIntervalSince1970)) }

  /// Does something that reads a site; where it cannot, says why and ends with the exit code for that.
  static func exiting<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let failure as BuildFailure {
      error("error: \(failure)\n")
      throw ExitCode(64)
    } catch let failure as FileFailure {
      error("error: \(failure)\n")
      throw ExitCode(74)
    }
  }

  /// Prints diagnostics with the lines they speak of, which are read from the source folder.
  ///
  /// - Parameter texts: files that stand elsewhere, read already.
  static func print(_ diagnostics: [Diagnostic], source: String, texts: [String: [UInt8]] = [:]) {
    var lines = texts.mapValues { text in
      String(decoding: text, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
    }
    let printer = DiagnosticText(colour: showsColour) { file, line in
      if lines[file] == nil {
        let text = (try? readFile(source + "/" + file)).map { String(decoding: $0, as: UTF8.self) }
        lines[file] = text?.split(omittingEmptySubsequences: false) { $0.isNewline } ?? []
      }
      guard let text = lines[file], text.indices.contains(line - 1) else { return nil }
      return String(text[line - 1])
    }
    error(diagnostics.map(printer.text).joined())
  }
}
