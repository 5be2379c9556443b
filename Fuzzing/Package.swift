// swift-tools-version: 6.2
import PackageDescription

// Build and run: swift build --package-path Fuzzing --sanitize=fuzzer
//                Fuzzing/.build/debug/FuzzComparison -max_len=4096 -max_total_time=60
let package = Package(
  name: "Fuzzing",
  dependencies: [.package(name: "cadrage", path: "..")],
  targets: [
    .executableTarget(
      name: "FuzzComparison", dependencies: [.product(name: "Comparison", package: "cadrage")],
      swiftSettings: [.unsafeFlags(["-parse-as-library", "-sanitize=fuzzer"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])])
  ],
  swiftLanguageModes: [.v6]
)
