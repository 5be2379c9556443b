import Foundation

/// Compiles the calculation for the browser and writes it as WebAssembly or as Swift source.
///
/// The package's plugin runs it at each build. By hand, it gives the variants that tests need:
/// `swift run EmbedWasm --root . --variant doubled --output double.wasm`.
@main
struct EmbedWasm {
  static func main() {
    do {
      try run(Options(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("EmbedWasm: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ options: Options) throws {
    var constants = ""
    for variant in options.variants {
      let module = try Compiler(options).compile(variant)
      if options.writesSource {
        let name = variant.constant
        let held = variant.isForPages ? Packing.pack(module) : module
        constants += "let \(name) =\n  \"\(held.base64EncodedString())\"\n"
      } else {
        try module.write(to: options.output)
      }
    }
    if options.writesSource {
      let source = "// Made at each build by EmbedWasm.\n\n" + constants
      try source.write(to: options.output, atomically: true, encoding: .utf8)
    }
  }
}

/// What went wrong, in one sentence.
struct Failure: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}
