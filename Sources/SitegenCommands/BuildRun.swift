import ArgumentParser
import CivilTime
import Diagnostics
import Files
import Foundation
import SiteBuild

/// One build or check, from the arguments to the exit code: 0 done, 1 errors in the content, 64 wrong usage, 74 the disk
/// failed.
struct BuildRun {
  private let request: BuildRequest

  init(_ site: SiteOptions, output: String?) {
    let now = Instant(seconds: Int(Date().timeIntervalSince1970))
    var request = BuildRequest(
      source: site.source, output: output, asOf: site.asOf?.value ?? .instant(now),
      jobs: site.jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    request.baseURL = site.baseURL?.value
    request.includesDrafts = site.drafts
    request.isStrict = site.strict
    self.request = request
  }

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let report = try buildOrExit()
    print(report.diagnostics)
    guard report.isClean, !report.diagnostics.contains(where: { $0.id == "output-foreign" }) else {
      Console.error(summary(of: report.diagnostics))
      throw ExitCode(1)
    }
    Console.error(summary(of: report, after: clock.now - start))
  }

  private func buildOrExit() throws -> BuildReport {
    do {
      return try Build.run(request)
    } catch let failure as BuildFailure {
      Console.error("error: \(failure)\n")
      throw ExitCode(64)
    } catch let failure as FileFailure {
      Console.error("error: \(failure)\n")
      throw ExitCode(74)
    }
  }

  private func print(_ diagnostics: [Diagnostic]) {
    var lines: [String: [Substring]] = [:]
    let printer = DiagnosticText(colour: Console.showsColour) { [request] file, line in
      if lines[file] == nil {
        let bytes = (try? readFile(request.source + "/" + file)) ?? []
        lines[file] = String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
      }
      guard let text = lines[file], text.indices.contains(line - 1) else { return nil }
      return String(text[line - 1])
    }
    Console.error(diagnostics.map(printer.text).joined())
  }

  /// `2 errors, 1 warning; nothing was published`.
  private func summary(of diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    let parts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }.map {
      "\($0) \($1)\($0 == 1 ? "" : "s")"
    }
    return parts.joined(separator: ", ") + (request.output == nil ? "\n" : "; nothing was published\n")
  }

  /// `74 pages, 60 feeds, turns planned until 2027-04-05; 210 files written, 0 unchanged, 0 removed; 0.03 s`.
  private func summary(of report: BuildReport, after time: Duration) -> String {
    var parts = ["\(report.pages) pages, \(report.feeds) feeds"]
    if let day = report.plannedUntil { parts[0] += ", turns planned until \(day)" }
    if let files = report.publication {
      parts.append("\(files.written) files written, \(files.unchanged) unchanged, \(files.removed) removed")
    }
    let milliseconds = Int(time / .milliseconds(1))
    return (parts + ["\(milliseconds / 1000).\(String(1000 + milliseconds % 1000).dropFirst()) s"]).joined(
      separator: "; ") + "\n"
  }
}

/// Standard error and what it can show.
enum Console {
  static func error(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// Colours appear only on a terminal, and never where NO_COLOR is set (no-color.org).
  static var showsColour: Bool {
    isatty(STDERR_FILENO) != 0 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
  }
}
