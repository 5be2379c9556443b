import Foundation

/// The command line: `--root DIR --output FILE [--variant NAME]… [--work DIR] [--tool NAME=PATH]…`.
///
/// An output that ends in `.swift` holds each variant in base64 as a constant,
/// packed where it is for pages; any other takes one
/// variant as it is. Without `--tool`, the tools are those of the search path.
struct Options {
  var root = URL(filePath: FileManager.default.currentDirectoryPath)
  var output = URL(filePath: "funding.wasm")
  var work = FileManager.default.temporaryDirectory.appending(path: "cadrage-wasm")
  var variants: [Variant] = []
  var tools: [String: String] = [:]

  var writesSource: Bool { output.pathExtension == "swift" }

  init(_ arguments: ArraySlice<String>) throws {
    var rest = arguments
    while let option = rest.popFirst() {
      guard let value = rest.popFirst() else { throw Failure("\(option) needs a value") }
      switch option {
      case "--root": root = URL(filePath: value)
      case "--output": output = URL(filePath: value)
      case "--work": work = URL(filePath: value)
      case "--variant": variants.append(try Options.variant(value))
      case "--tool":
        let parts = value.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { throw Failure("--tool \(value): NAME=PATH is expected") }
        tools[parts[0]] = parts[1]
      default: throw Failure("unknown option \(option)")
      }
    }
    if variants.isEmpty { variants = [.page] }
    if !writesSource, variants.count > 1 {
      throw Failure("several variants only fit in a .swift file")
    }
  }

  private static func variant(_ name: String) throws -> Variant {
    guard let variant = Variant(rawValue: name) else {
      let names = Variant.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure("unknown variant \(name): one of \(names)")
    }
    return variant
  }
}
