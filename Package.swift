// swift-tools-version: 6.2
import PackageDescription

// Top to bottom is the order of the layers: a target imports only what stands below it.
let package = Package(
  name: "sitegen",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "sitegen", targets: ["sitegen"])],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // 6: the command line; the executable only starts it.
    .executableTarget(name: "sitegen", dependencies: ["SitegenCommands"]),
    .target(
      name: "SitegenCommands",
      dependencies: [
        "SiteBuild", "Scheduling", "Roster", "Markdown", "Files", "CivilTime", "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // 5: the one that knows the order of the steps.
    .target(
      name: "SiteBuild",
      dependencies: [
        "Rendering", "Publishing", "Site", "Scheduling", "Content", "Roster", "Markdown", "Templates", "Theme",
        "Images", "Search", "Secrets", "Files", "CivilTime", "Diagnostics",
      ]),

    // 4: the model into what is published, and that into public/.
    .target(
      name: "Rendering",
      dependencies: [
        "Site", "Scheduling", "Content", "Roster", "Markdown", "YAML", "Templates", "ICalendar", "QRCode", "Search",
        "Secrets",
        "CivilTime", "Diagnostics",
      ]),
    .target(name: "Publishing", dependencies: ["Files", "CPosix", "Diagnostics"]),

    // 3: where everything stands, and who serves when: pure, without a clock or a file.
    .target(name: "Site", dependencies: ["Content", "Markdown", "Diagnostics"]),
    .target(
      name: "Scheduling",
      dependencies: ["Roster", "CivilTime", "Diagnostics", .product(name: "BigInt", package: "BigInt")]),

    // 2: what people write, read into values.
    .target(name: "Content", dependencies: ["Markdown", "YAML", "CivilTime", "Diagnostics"]),
    .target(name: "Roster", dependencies: ["YAML", "CalendarReading", "CivilTime", "Diagnostics"]),

    // 1: one format each, knowing nothing of a handbook.
    .target(name: "Markdown", dependencies: ["Highlighting", "CCMark", "Diagnostics"]),
    .target(name: "Highlighting"),
    .target(name: "YAML", dependencies: ["Diagnostics", .product(name: "Yams", package: "Yams")]),
    .target(name: "Templates", dependencies: ["Diagnostics"]),
    .target(name: "ICalendar"),
    .target(name: "CalendarReading", dependencies: ["CLibical", "CivilTime", "Diagnostics"]),
    .target(name: "Search"),
    .target(name: "Theme", dependencies: ["CTheme"]),
    .target(name: "Images"),
    .target(name: "QRCode"),
    .target(name: "Secrets", dependencies: ["CCrypto"]),

    // 0: leaves, without a local dependency.
    .target(name: "Diagnostics"),
    .target(name: "CivilTime"),
    .target(name: "Files", dependencies: ["CPosix"]),
    .target(name: "CPosix"),
    .target(name: "CTheme"),
    .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CLibical", pkgConfig: "libical", providers: [.apt(["libical-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

    // Tests, each beside its target's name.
    .target(name: "DiskTestSupport", path: "Tests/DiskTestSupport"),
    .testTarget(name: "FilesTests", dependencies: ["Files", "DiskTestSupport"]),
    .testTarget(name: "PublishingTests", dependencies: ["Publishing", "Files", "Diagnostics", "DiskTestSupport"]),
    .testTarget(name: "TemplatesTests", dependencies: ["Templates", "Diagnostics"]),
    .testTarget(name: "ICalendarTests", dependencies: ["ICalendar"]),
    .testTarget(name: "ImagesTests", dependencies: ["Images"]),
    .testTarget(name: "QRCodeTests", dependencies: ["QRCode"]),
    .testTarget(name: "SecretsTests", dependencies: ["Secrets"]),
    .testTarget(name: "HighlightingTests", dependencies: ["Highlighting", "SiteTestSupport"]),
    .testTarget(
      name: "CalendarReadingTests", dependencies: ["CalendarReading", "CivilTime", "Diagnostics", "SiteTestSupport"]),
    .testTarget(name: "SearchTests", dependencies: ["Search"]),
    .testTarget(name: "CivilTimeTests", dependencies: ["CivilTime"]),
    .testTarget(name: "RosterTests", dependencies: ["Roster", "CivilTime", "Diagnostics", "SiteTestSupport"]),
    .testTarget(name: "SchedulingTests", dependencies: ["Scheduling", "Roster", "CivilTime", "Diagnostics"]),
    .testTarget(
      name: "RenderingTests", dependencies: ["Rendering", "Scheduling", "Roster", "CivilTime", "Diagnostics"]),
    .testTarget(name: "MarkdownTests", dependencies: ["Markdown", "Diagnostics", "SiteTestSupport"]),
    .executableTarget(
      name: "FeedBenchmark",
      dependencies: ["Rendering", "Scheduling", "Roster", "Content", "Site", "CivilTime", "Diagnostics"],
      path: "Tests/FeedBenchmark"),
    .executableTarget(
      name: "MarkdownBenchmark", dependencies: ["Markdown", "SiteTestSupport"], path: "Tests/MarkdownBenchmark"),
    .target(
      name: "SiteTestSupport", dependencies: ["DiskTestSupport", "Diagnostics"], path: "Tests/SiteTestSupport"),
    .testTarget(
      name: "ContentTests", dependencies: ["Content", "YAML", "CivilTime", "Diagnostics", "SiteTestSupport"]),
    .testTarget(
      name: "SiteTests", dependencies: ["Site", "Content", "Markdown", "Diagnostics", "SiteTestSupport"]),
    .testTarget(
      name: "SiteBuildTests",
      dependencies: [
        "SiteBuild", "Roster", "Publishing", "Markdown", "Files", "CivilTime", "Diagnostics", "DiskTestSupport",
        "SiteTestSupport", "Theme",
      ]),
    .testTarget(name: "CommandTests", dependencies: ["sitegen", "DiskTestSupport", "SiteTestSupport"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

// An import without a word is internal: what a module passes on is said with `package import`.
for target in package.targets where target.type == .regular || target.type == .executable || target.type == .test {
  target.swiftSettings = [.enableUpcomingFeature("InternalImportsByDefault")]
}
