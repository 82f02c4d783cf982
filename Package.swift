// swift-tools-version: 6.2
import PackageDescription

// Top to bottom is the order of the layers: a target imports only what stands below it.
let package = Package(
  name: "sitegen",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "sitegen", targets: ["sitegen"])],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // 1: one format each, knowing nothing of a handbook.
    .target(name: "YAML", dependencies: ["Diagnostics", .product(name: "Yams", package: "Yams")]),
    .target(name: "Templates", dependencies: ["Diagnostics"]),
    .target(name: "ICalendar"),

    // 0: leaves, without a local dependency.
    .target(name: "Diagnostics"),
    .target(name: "CivilTime"),

    .testTarget(name: "TemplatesTests", dependencies: ["Diagnostics", "Templates"]),
    .testTarget(name: "ICalendarTests", dependencies: ["ICalendar"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
