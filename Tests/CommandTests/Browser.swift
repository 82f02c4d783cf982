import DiskTestSupport
import Foundation

/// A browser without a window.
struct Browser {
  static let path = ["/usr/bin"].appending(ProcessInfo.processInfo.environment["PATH"] ?? "")
    .flatMap { ["\($0)/chromium", "\($0)/google-chrome"] }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isInstalled: Bool { path != nil }

  private let profile = TemporaryFolder()

  /// The document of a file after its script has run, and what the page complained of.
  func open(_ file: String) throws -> (document: String, complaints: [String]) {
    let outcome = try run(["--virtual-time-budget=1500", "--dump-dom", "file://\(file)"])
    return (outcome.output, outcome.errors.split(separator: "\n").filter { $0.contains("CONSOLE") }.map(String.init))
  }

  /// A picture of a file.
  func picture(of file: String, width: Int, isDark: Bool) throws -> [UInt8] {
    let scheme = "--blink-settings=preferredColorScheme=\(isDark ? 0 : 1)"
    _ = try run(["--window-size=\(width),900", scheme, "--screenshot=\(profile("picture.png"))", "file://\(file)"])
    return profile.bytes("picture.png") ?? []
  }

  private func run(_ arguments: [String]) throws -> Sitegen.Outcome {
    let common = [
      "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--enable-logging=stderr", "--v=0",
      "--user-data-dir=\(profile.path)",
    ]
    return try Sitegen.run(common + arguments, program: Browser.path ?? "", in: profile.path)
  }
}

extension [String] {
  /// These folders and those of a search path.
  fileprivate func appending(_ searchPath: String) -> [String] {
    self + searchPath.split(separator: ":").map(String.init)
  }
}
