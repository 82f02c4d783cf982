import ArgumentParser
import CivilTime
import Diagnostics
import Files
import Foundation
import SiteBuild

/// One build or check, from the arguments to the exit code.
struct BuildRun {
  private let request: BuildRequest

  init(_ site: SiteOptions, output: String?) {
    var request = BuildRequest(
      source: site.source, output: output, asOf: site.asOf?.value ?? .instant(Console.now),
      jobs: site.jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    request.baseURL = site.baseURL?.value
    request.includesDrafts = site.drafts
    request.isStrict = site.strict
    request.feedKey = Console.feedKey
    self.request = request
  }

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let report = try Console.exiting { try Build.run(request) }
    Console.print(report.diagnostics, source: request.source)
    guard report.isClean, !report.diagnostics.contains(where: { $0.id == "output-foreign" }) else {
      Console.error(summary(of: report.diagnostics))
      throw ExitCode(1)
    }
    Console.error(summary(of: report, after: clock.now - start))
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
