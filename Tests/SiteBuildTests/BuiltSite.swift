import CivilTime
import Diagnostics
import DiskTestSupport
import Publishing
import SiteBuild
import SiteTestSupport

/// A small site in a folder of its own, built in this process.
final class BuiltSite {
  let folder = TemporaryFolder()

  init(_ source: SourceFolder) throws { try source.write(to: folder) }

  /// Builds into public/, as of 23 November 2026 where nothing else is said.
  @discardableResult
  func build(
    asOf: String = "2026-11-23", jobs: Int = 1, strict: Bool = false, drafts: Bool = false, baseURL: String? = nil,
    to output: String? = "public"
  ) throws -> BuildReport {
    var request = BuildRequest(
      source: folder.path, output: output.map { folder($0) }, asOf: BuiltSite.instant(asOf), jobs: jobs)
    request.isStrict = strict
    request.includesDrafts = drafts
    request.baseURL = baseURL
    return try Build.run(request)
  }

  private static func instant(_ text: String) -> BuildRequest.AsOf {
    if let day = Day(iso: text) { return .day(day) }
    guard let instant = Instant(iso: text) else { preconditionFailure("'\(text)' is neither a day nor an instant") }
    return .instant(instant)
  }

  /// The faults as the command line prints them.
  func faults(_ report: BuildReport) -> String { faults(report.diagnostics) }

  func faults(_ diagnostics: [Diagnostic]) -> String {
    let files = Set(diagnostics.compactMap(\.range?.file))
    let texts = files.compactMap { file in folder.text(file).map { (file, $0) } }
    return printed(diagnostics, Dictionary(uniqueKeysWithValues: texts))
  }

  /// The paths of all files of public/, sorted; the manifest left out.
  func published(_ output: String = "public") -> [String] {
    folder.files(output).filter { $0 != ".sitegen-manifest" }
  }

  /// The files of public/ by path.
  func bytes(_ output: String = "public") -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: published(output).map { ($0, folder.bytes("\(output)/\($0)") ?? []) })
  }

  func text(_ path: String) -> String { folder.text("public/" + path) ?? "" }
}
