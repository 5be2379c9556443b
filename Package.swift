// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "cadrage",
  products: [
    .executable(name: "cadrage", targets: ["cadrage"]),
    // For the benchmarks and the fuzzers, which are packages of their own.
    .library(name: "Comparison", targets: ["Comparison", "Facts", "Markdown"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", exact: "1.7.3"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .target(name: "CPlatform"),
    .target(name: "Diagnostics", exclude: ["Overview.md"], swiftSettings: settings),
    .target(
      name: "Facts", dependencies: ["Diagnostics"], exclude: ["Overview.md"],
      swiftSettings: settings),
    .target(
      name: "Configuration", dependencies: ["Diagnostics", "Facts", "Yams"],
      exclude: ["Overview.md"], swiftSettings: settings),
    .target(
      name: "Templates", dependencies: ["Diagnostics", "Facts"], exclude: ["Overview.md"],
      swiftSettings: settings),
    .target(
      name: "Markdown", dependencies: ["CCmark", "Diagnostics"], exclude: ["Overview.md"],
      swiftSettings: settings),
    .target(
      name: "Notes",
      dependencies: ["Configuration", "Diagnostics", "Facts", "Markdown", "Templates"],
      swiftSettings: settings),
    .target(
      name: "Comparison", dependencies: ["Diagnostics", "Facts", "Markdown"],
      exclude: ["Overview.md"], swiftSettings: settings),
    .target(
      name: "Checks", dependencies: ["Configuration", "Diagnostics", "Facts", "Markdown", "Notes"],
      swiftSettings: settings),
    .target(
      name: "Website",
      dependencies: [
        "CPlatform", "Checks", "Configuration", "Diagnostics", "Facts", "Markdown", "Notes",
        "Templates",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "cadrage",
      dependencies: [
        "Checks", "Configuration", "Diagnostics", "Facts", "Markdown", "Notes", "Website",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "DiagnosticsTests",
      dependencies: [
        "Diagnostics", .product(name: "CustomDump", package: "swift-custom-dump"),
      ]),
    .testTarget(
      name: "FactsTests",
      dependencies: ["Facts", .product(name: "CustomDump", package: "swift-custom-dump")]),
    .testTarget(
      name: "ConfigurationTests",
      dependencies: [
        "Configuration", "Diagnostics", "Facts",
        .product(name: "CustomDump", package: "swift-custom-dump"),
      ]),
    .testTarget(
      name: "TemplatesTests",
      dependencies: [
        "Templates", "Diagnostics", "Facts",
        .product(name: "CustomDump", package: "swift-custom-dump"),
      ]),
    .testTarget(
      name: "MarkdownTests",
      dependencies: [
        "Markdown", "CCmark", "Diagnostics",
        .product(name: "CustomDump", package: "swift-custom-dump"),
      ],
      exclude: ["Specifications"]),
    .testTarget(
      name: "ComparisonTests",
      dependencies: [
        "Comparison", "Facts", "Markdown",
        .product(name: "CustomDump", package: "swift-custom-dump"),
      ]),
    .testTarget(
      name: "SystemTests",
      dependencies: [
        "cadrage", "Checks", "Configuration", "Diagnostics", "Markdown", "Notes", "Templates",
        "Website",
        .product(name: "CustomDump", package: "swift-custom-dump"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
