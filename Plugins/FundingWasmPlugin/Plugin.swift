import Foundation
import PackagePlugin

/// Compiles `Funding` a second time, for the browser, and gives the target a constant that holds it.
///
/// The tests get the variants that serve them alone.
@main
struct FundingWasmPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let output = context.pluginWorkDirectoryURL.appending(path: "FundingWasm.swift")
    let variants = target.name == "FundingPage" ? ["page"] : ["doubled", "digest"]
    let tools = try ["swiftc", "clang", "wasm-ld"].flatMap {
      ["--tool", "\($0)=\(try context.tool(named: $0).url.path)"]
    }
    return [
      .buildCommand(
        displayName: "Funding for the browser, for \(target.name)",
        executable: try context.tool(named: "EmbedWasm").url,
        arguments: [
          "--root", root.path, "--work", context.pluginWorkDirectoryURL.path,
          "--output", output.path,
        ] + variants.flatMap { ["--variant", $0] } + tools,
        inputFiles: sources(
          under: ["Sources/Funding", "Sources/FundingPage/Browser", "Tests/FundingTests/Digest"],
          of: root),
        outputFiles: [output])
    ]
  }

  /// What the module is made from: a change of any makes it again.
  private func sources(under folders: [String], of root: URL) -> [URL] {
    folders.flatMap { folder -> [URL] in
      let files = FileManager.default.enumerator(
        at: root.appending(path: folder).resolvingSymlinksInPath(),
        includingPropertiesForKeys: nil)
      return files?.compactMap { $0 as? URL } ?? []
    }
    .filter { ["swift", "c"].contains($0.pathExtension) }
    .sorted { $0.path < $1.path }
  }
}
