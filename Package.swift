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
    // 4: artifacts to the output folder, and nothing else writes there.
    .target(name: "Publishing", dependencies: ["Files", "Diagnostics"]),

    // 1: one format each, knowing nothing of a handbook.
    .target(name: "YAML", dependencies: ["Diagnostics", .product(name: "Yams", package: "Yams")]),

    // 0: leaves, without a local dependency.
    .target(name: "Diagnostics"),
    .target(name: "CivilTime"),
    .target(name: "Files", dependencies: ["CPosix"]),
    .target(name: "CPosix"),

    // Tests, and the temporary folders that those of disk work share.
    .testTarget(
      name: "PublishingTests", dependencies: ["Publishing", "Files", "Diagnostics", "DiskTestSupport"]),
    .testTarget(name: "FilesTests", dependencies: ["Files", "DiskTestSupport"]),
    .target(name: "DiskTestSupport", path: "Tests/DiskTestSupport"),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
