// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Without the second product, a difference found in a test on Linux is printed and not recorded.
let differences: [Target.Dependency] = [
  .product(name: "CustomDump", package: "swift-custom-dump"),
  .product(name: "IssueReportingTestSupport", package: "xctest-dynamic-overlay"),
]

let package = Package(
  name: "cadrage",
  products: [
    .executable(name: "cadrage", targets: ["cadrage"]),
    // For the benchmarks, which are a package of their own.
    .library(name: "Comparison", targets: ["Comparison", "Facts", "Markdown"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", exact: "1.7.3"),
    .package(url: "https://github.com/pointfreeco/xctest-dynamic-overlay", exact: "1.13.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .target(name: "CPlatform"),
    .target(name: "Text", exclude: ["Overview.md"], swiftSettings: settings),
    .target(name: "Work", exclude: ["Overview.md"], swiftSettings: settings),
    .target(
      name: "Diagnostics", dependencies: ["Text"], exclude: ["Overview.md"],
      swiftSettings: settings),
    .target(
      name: "Facts", dependencies: ["Diagnostics", "Text"], exclude: ["Overview.md"],
      swiftSettings: settings),
    .target(
      name: "Files", dependencies: ["CPlatform", "Diagnostics", "Text", "Work"],
      exclude: ["Overview.md"], swiftSettings: settings),
    .target(
      name: "YAML", dependencies: ["Diagnostics", "Text", "Yams"], exclude: ["Overview.md"],
      swiftSettings: settings),
    // The calculation also runs in the browser: what Embedded Swift lacks is an error here already.
    .target(
      name: "Funding", exclude: ["Overview.md"],
      swiftSettings: settings + [.treatWarning("EmbeddedRestrictions", as: .error)],
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .executableTarget(
      name: "EmbedWasm", exclude: ["Overview.md"], swiftSettings: settings),
    .plugin(
      name: "FundingWasmPlugin", capability: .buildTool(), dependencies: ["EmbedWasm"]),
    .target(
      name: "FundingPage", exclude: ["Browser", "Overview.md"], swiftSettings: settings,
      plugins: ["FundingWasmPlugin"]),
    .target(
      name: "Configuration",
      dependencies: ["Diagnostics", "Facts", "Files", "Funding", "Text", "Work", "YAML"],
      exclude: ["Overview.md"], swiftSettings: settings),
    .target(
      name: "Simulation",
      dependencies: [
        "Configuration", "Diagnostics", "Facts", "Files", "Funding", "Markdown", "Text", "YAML",
      ],
      exclude: ["Overview.md"], swiftSettings: settings),
    .target(
      name: "Drafting",
      dependencies: ["Configuration", "Diagnostics", "Facts", "Files"],
      exclude: ["Overview.md"], swiftSettings: settings),
    .target(
      name: "Templates", dependencies: ["Diagnostics", "Facts", "Text"], exclude: ["Overview.md"],
      swiftSettings: settings),
    .target(
      name: "Markdown", dependencies: ["CCmark", "Diagnostics", "Text"], exclude: ["Overview.md"],
      swiftSettings: settings),
    .target(
      name: "Comparison", dependencies: ["Diagnostics", "Facts", "Markdown", "Text"],
      exclude: ["Overview.md"], swiftSettings: settings),
    .target(
      name: "Notes",
      dependencies: [
        "Configuration", "Diagnostics", "Facts", "Files", "Markdown", "Templates", "Work",
      ],
      exclude: ["Overview.md"], swiftSettings: settings),
    .target(
      name: "Publication",
      dependencies: [
        "Comparison", "Configuration", "Diagnostics", "Facts", "Files", "Funding", "Markdown",
        "Notes", "Templates", "Text", "Work", "YAML",
      ],
      exclude: ["Overview.md"], swiftSettings: settings),
    .target(
      name: "EditorSchemas",
      dependencies: ["Configuration", "Diagnostics", "Facts", "Publication", "Simulation"],
      exclude: ["Overview.md"], swiftSettings: settings),
    .target(
      name: "Checks",
      dependencies: [
        "Configuration", "Diagnostics", "Facts", "Files", "Funding", "Markdown", "Notes",
        "Publication", "Templates", "Text", "Work",
      ],
      exclude: ["Overview.md"], swiftSettings: settings),
    .target(
      name: "NextYear",
      dependencies: ["Configuration", "Diagnostics", "Facts", "Files", "Text", "YAML"],
      exclude: ["Overview.md"], swiftSettings: settings),
    .target(
      name: "Website",
      dependencies: [
        "CPlatform", "Checks", "Comparison", "Configuration", "Diagnostics", "Facts", "Files",
        "Funding", "FundingPage", "Markdown", "Notes", "Publication", "Templates", "Text", "Work",
      ],
      exclude: ["Overview.md"], swiftSettings: settings),
    .target(
      name: "Preview",
      dependencies: [
        "Configuration", "Diagnostics", "Facts", "Files", "Markdown", "Notes", "Publication",
        "Text", "Website", "YAML",
      ],
      exclude: ["Overview.md"],
      resources: [.embedInCode("Browser")], swiftSettings: settings),
    .executableTarget(
      name: "cadrage",
      dependencies: [
        "CPlatform", "Checks", "Comparison", "Configuration", "Diagnostics", "Drafting",
        "EditorSchemas", "Facts", "Files", "Funding", "Markdown", "NextYear", "Notes", "Preview",
        "Publication", "Simulation", "Text", "Website",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Overview.md"], swiftSettings: settings),
    // What test targets share; only they depend on it.
    .target(
      name: "TestSupport",
      dependencies: [
        "Checks", "Configuration", "Diagnostics", "Facts", "Files", "Notes", "Publication", "Yams",
      ]
        + differences,
      path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(
      name: "TestSupportTests",
      dependencies: ["TestSupport", "Diagnostics"] + differences),
    .testTarget(
      name: "TextTests",
      dependencies: ["Text"] + differences),
    .testTarget(
      name: "DiagnosticsTests",
      dependencies: ["TestSupport", "Diagnostics"] + differences),
    .testTarget(
      name: "FactsTests",
      dependencies: ["TestSupport", "Facts"] + differences),
    .testTarget(
      name: "FilesTests",
      dependencies: ["Files"] + differences),
    .testTarget(
      name: "FundingTests",
      dependencies: ["TestSupport", "Funding", "FundingPage", "Yams"] + differences,
      exclude: ["Fixtures"],
      plugins: ["FundingWasmPlugin"]),
    .testTarget(
      name: "ConfigurationTests",
      dependencies: ["TestSupport", "Configuration", "Diagnostics", "Facts", "Files", "YAML"]
        + differences),
    .testTarget(
      name: "TemplatesTests",
      dependencies: ["TestSupport", "Templates", "Diagnostics", "Facts"] + differences),
    .testTarget(
      name: "MarkdownTests",
      dependencies: ["TestSupport", "Markdown", "CCmark", "Diagnostics"] + differences,
      exclude: ["Specifications"]),
    .testTarget(
      name: "ComparisonTests",
      dependencies: ["TestSupport", "Comparison", "Facts", "Markdown", "Text"] + differences),
    .testTarget(
      name: "PublicationTests",
      dependencies: [
        "TestSupport", "Publication", "Configuration", "Diagnostics", "Facts", "Files", "Notes",
      ] + differences),
    .testTarget(
      name: "NextYearTests",
      dependencies: [
        "TestSupport", "NextYear", "Configuration", "Diagnostics", "Facts", "Files",
      ] + differences),
    .testTarget(
      name: "NotesTests",
      dependencies: ["TestSupport", "Notes"] + differences),
    .testTarget(
      name: "ChecksTests",
      dependencies: ["TestSupport"] + differences),
    .testTarget(
      name: "SimulationTests",
      dependencies: [
        "TestSupport", "Simulation", "Configuration", "Diagnostics", "Facts", "Funding",
      ] + differences,
      exclude: ["Snapshots"]),
    .testTarget(
      name: "WebsiteTests",
      dependencies: ["TestSupport", "Website", "Configuration", "Facts", "Files"] + differences),
    .testTarget(
      name: "SystemTests",
      dependencies: [
        "TestSupport", "cadrage", "Checks", "Comparison", "Configuration", "Diagnostics",
        "Drafting", "Facts",
        "Files", "Markdown", "NextYear", "Notes", "Publication", "Simulation", "Templates",
        "Website",
        "YAML", "Yams",
      ] + differences, exclude: ["Fixtures"]),
  ],
  swiftLanguageModes: [.v6]
)
