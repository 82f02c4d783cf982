// swift-tools-version: 6.2
import PackageDescription

// Top to bottom is the order of the layers: a target imports only what stands below it.
let package = Package(
  name: "sitegen",
  platforms: [.macOS(.v15)],

  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // 3: who serves when: pure, without a clock or a file.
    .target(name: "Scheduling", dependencies: ["Roster", "CivilTime", "Diagnostics"]),

    // 2: what people write, read into values.
    .target(name: "Roster", dependencies: ["CivilTime", "YAML", "Diagnostics"]),

    // 1: one format each, knowing nothing of a handbook.
    .target(name: "YAML", dependencies: ["Diagnostics", .product(name: "Yams", package: "Yams")]),
    .target(name: "Templates", dependencies: ["Diagnostics"]),

    // 0: leaves, without a local dependency.
    .target(name: "Diagnostics"),
    .target(name: "CivilTime"),

    .testTarget(name: "TemplatesTests", dependencies: ["Diagnostics", "Templates"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

// An import without a word is internal: what a module passes on is said with `package import`.
for target in package.targets where target.type == .regular || target.type == .executable || target.type == .test {
  target.swiftSettings = [.enableUpcomingFeature("InternalImportsByDefault")]
}
