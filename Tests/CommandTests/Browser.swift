import DiskTestSupport
import Foundation
import Testing

/// A browser without a window.
struct Browser {
  static let path = ["/usr/bin"].appending(ProcessInfo.processInfo.environment["PATH"] ?? "")
    .flatMap { ["\($0)/chromium", "\($0)/google-chrome"] }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isInstalled: Bool { path != nil }

  private let profile = TemporaryFolder()

  /// The document of a file after its script has run, and what the page complained of.
  ///
  /// - Parameters:
  ///   - width: of the window, in CSS pixels.
  ///   - zone: where the reader's clock stands.
  func open(_ file: String, width: Int = 1280, zone: String = "UTC") throws -> (document: String, complaints: [String])
  {
    let outcome = try run(
      zone: zone,
      [
        "--window-size=\(width),900", "--virtual-time-budget=3000", "--dump-dom", "file://\(file)",
      ])
    return (outcome.output, outcome.errors.split(separator: "\n").filter { $0.contains("CONSOLE") }.map(String.init))
  }

  /// A picture of a file.
  func picture(of file: String, width: Int, isDark: Bool) throws -> [UInt8] {
    let scheme = "--blink-settings=preferredColorScheme=\(isDark ? 0 : 1)"
    _ = try run(["--window-size=\(width),900", scheme, "--screenshot=\(profile("picture.png"))", "file://\(file)"])
    return profile.bytes("picture.png") ?? []
  }

  /// The sheets that a file prints on: their sizes in points.
  func print(_ file: String) throws -> [String] {
    let pdf = profile("print.pdf")
    _ = try run(["--virtual-time-budget=1500", "--no-pdf-header-footer", "--print-to-pdf=\(pdf)", "file://\(file)"])
    let text = String(decoding: profile.bytes("print.pdf") ?? [], as: Unicode.ASCII.self)
    return text.matches(of: /\/MediaBox \[([\d. ]+)\]/).map { String($0.1) }
  }

  private func run(zone: String = "UTC", _ arguments: [String]) throws -> Sitegen.Outcome {
    let common = [
      "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--enable-logging=stderr", "--v=0",
      "--user-data-dir=\(profile.path)",
    ]
    return try Sitegen.run(common + arguments, program: Browser.path ?? "", in: profile.path, environment: ["TZ": zone])
  }
}

extension [String] {
  /// These folders and those of a search path.
  fileprivate func appending(_ searchPath: String) -> [String] {
    self + searchPath.split(separator: ":").map(String.init)
  }
}

extension Trait where Self == ConditionTrait {
  /// Of tests that open pages: without a browser they are skipped.
  static var inBrowser: Self { .enabled(if: Browser.isInstalled, "no Chromium is installed") }
}
