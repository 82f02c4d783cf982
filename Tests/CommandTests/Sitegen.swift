import DiskTestSupport
import Foundation

/// The built tool, as people run it.
struct Sitegen {
  /// What a finished program has left behind.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The tool stands beside the bundle of the tests.
  static let path = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/sitegen"

  /// The folder of the repository, which is the source of a site itself.
  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// Builds the handbook of the repository, which has pages of every kind.
  static func buildDemo(to output: String, asOf: String = "2026-11-23", _ more: [String] = []) throws -> Outcome {
    try run(["build", "--source", repository, "--as-of", asOf, "--output", output] + more, in: repository)
  }

  static func run(
    _ arguments: [String], program: String = path, in folder: String, input: String = "",
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let written = TemporaryFolder()
    try written.write(input, to: "input")
    try written.write("", to: "output")
    try written.write("", to: "errors")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    process.standardInput = FileHandle(forReadingAtPath: written("input"))
    process.standardOutput = FileHandle(forWritingAtPath: written("output"))
    process.standardError = FileHandle(forWritingAtPath: written("errors"))
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: written.text("output") ?? "", errors: written.text("errors") ?? "")
  }
}
