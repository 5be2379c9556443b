import Foundation

/// Runs the toolchain: Embedded Swift and a few lines of C, linked into one module.
struct Compiler {
  private let options: Options

  init(_ options: Options) { self.options = options }

  /// The bytes of the module; the same for the same sources, wherever they stand.
  func compile(_ variant: Variant) throws -> Data {
    let work = options.work.appending(path: variant.rawValue)
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    func file(_ name: String) -> String { work.appending(path: name).path }
    let browser = "Sources/FundingPage/Browser"
    let folders =
      ["Sources/Funding", browser] + (variant == .digest ? ["Tests/FundingTests/Digest"] : [])
    let sources = try folders.flatMap { try files("swift", under: $0) }
    try run(
      "swiftc",
      [
        "-target", "wasm32-unknown-none-wasm", "-enable-experimental-feature", "Embedded",
        "-swift-version", "6", "-wmo", "-Osize", "-parse-as-library",
        "-Xfrontend", "-disable-stack-protector",
        // It would leave a digest of the paths in the module.
        "-Xfrontend", "-disable-incremental-llvm-codegen",
        "-module-name", "Funding",
      ] + (variant.condition.map { ["-D", $0] } ?? []) + ["-c"] + sources
        + ["-o", file("funding.o")])
    try run(
      "clang",
      [
        "--target=wasm32-unknown-none", "-Os", "-ffreestanding", "-nostdlib", "-mbulk-memory",
        "-c",
      ] + (try files("c", under: browser)) + ["-o", file("shims.o")])
    try run(
      "wasm-ld",
      [
        "--no-entry", "--gc-sections", "--strip-all", "-z", "stack-size=32768",
        file("funding.o"), file("shims.o"), "-o", file("funding.wasm"),
      ])
    return try Data(contentsOf: work.appending(path: "funding.wasm"))
  }

  /// The files of a kind in a folder and below, always in the same order.
  private func files(_ kind: String, under path: String) throws -> [String] {
    let folder = options.root.appending(path: path)
    guard
      let all = FileManager.default.enumerator(
        at: folder.resolvingSymlinksInPath(), includingPropertiesForKeys: nil)
    else { throw Failure("\(folder.path) cannot be read") }
    let found = all.compactMap { $0 as? URL }.filter { $0.pathExtension == kind }
    if found.isEmpty { throw Failure("no .\(kind) file under \(folder.path)") }
    return found.map(\.path).sorted()
  }

  private func run(_ tool: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: options.tools[tool] ?? "/usr/bin/env")
    process.arguments = (options.tools[tool] == nil ? [tool] : []) + arguments
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 {
      throw Failure("\(tool) failed with status \(process.terminationStatus)")
    }
  }
}
