import CustomDump
import Foundation
import TestSupport
import Testing

/// Data flows one way: a target imports only targets above it, and says so in `Package.swift`.
@Suite struct ArchitectureTests {
  /// The targets from the top. A new one is added here first.
  private static let order = [
    "CCmark", "CPlatform", "EmbedWasm", "Funding", "FundingPage", "Text", "Work", "Diagnostics",
    "Facts", "Files", "YAML", "Configuration", "Templates", "Markdown", "Simulation",
    "NextYear", "Drafting", "Comparison", "Notes", "Publication", "EditorSchemas", "Checks",
    "Website", "Preview", "cadrage",
  ]

  /// Neighbours that must not know each other, and targets that must know nobody.
  private static let forbidden: [String: Set<String>] = [
    "Templates": ["Configuration", "Markdown"],
    "Markdown": ["Configuration", "Templates", "Facts"],
    "Files": ["Facts"], "YAML": ["Facts", "Files"],
    "Funding": Set(order), "Text": Set(order),
  ]

  private static let sources = Repository.root.appending(path: "Sources")

  @Test func everyTargetHasItsPlace() throws {
    expectNoDifference(
      try FileManager.default.contentsOfDirectory(atPath: ArchitectureTests.sources.path).sorted(),
      ArchitectureTests.order.sorted())
  }

  @Test(arguments: order) func targetImportsOnlyWhatIsAbove(_ target: String) throws {
    let folder = ArchitectureTests.sources.appending(path: target)
    let declared = try ArchitectureTests.declared()[target] ?? []
    for path in try Repository.files(below: folder) where path.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      for module in ArchitectureTests.imports(of: text)
      where module != target && !ArchitectureTests.packages.contains(module) {
        #expect(ArchitectureTests.mayImport(target, module), "\(target)/\(path) imports \(module)")
        #expect(
          declared.contains(module), "\(module), of \(target)/\(path), is not in Package.swift")
      }
    }
  }

  @Test func packageDeclaresOnlyWhatIsAbove() throws {
    let declared = try ArchitectureTests.declared()
    #expect(declared["Website"]?.contains("Notes") == true)
    for (target, modules) in declared {
      for module in modules {
        #expect(ArchitectureTests.mayImport(target, module), "\(target) depends on \(module)")
      }
    }
  }

  /// The table of `ARCHITECTURE.md` has each target in its place, with what its files import.
  @Test func tableSaysTheImports() throws {
    let table = try ArchitectureTests.table()
    expectNoDifference(table.map(\.target), ArchitectureTests.order)
    for (target, imports) in table {
      let folder = ArchitectureTests.sources.appending(path: target)
      var found: Set<String> = []
      for path in try Repository.files(below: folder) where path.hasSuffix(".swift") {
        let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
        found.formUnion(ArchitectureTests.imports(of: text))
      }
      expectNoDifference(imports, found.subtracting([target]).sorted(), "\(target)")
    }
  }

  /// The rows of the table of targets, and the names in their last column.
  private static func table() throws -> [(target: String, imports: [String])] {
    try Repository.text("ARCHITECTURE.md").matches(
      of: #/^\| `(\w+)` \| .* \| ([^|]*) \|$/#.anchorsMatchLineEndings()
    ).map { row in
      (String(row.output.1), row.output.2.matches(of: #/`(\w+)`/#).map { String($0.output.1) })
    }
  }

  @Test func nothingIsCalledUtils() throws {
    for path in try Repository.files(below: ArchitectureTests.sources) {
      let names = path.split { $0 == "/" || $0 == "." || $0 == "+" }
      for name in ["Utils", "Util", "Utilities", "Helpers", "Helper", "Manager", "Misc"] {
        #expect(!names.contains { $0.hasSuffix(name) }, "\(path)")
      }
    }
  }

  private static func mayImport(_ target: String, _ module: String) -> Bool {
    guard let here = order.firstIndex(of: target), let there = order.firstIndex(of: module) else {
      return false
    }
    return there < here && forbidden[target]?.contains(module) != true
  }

  /// The modules of packages that our targets may import.
  private static let packages = ["ArgumentParser", "CYaml"]

  /// Our modules and those of packages that a file imports.
  private static func imports(of text: String) -> [String] {
    text.matches(
      of: #/^(?:public |package |internal |private |fileprivate )?(?:@\w+ )?import (?:\w+ )?(\w+)/#
        .anchorsMatchLineEndings()
    ).map { String($0.output.1) }.filter((order + packages).contains)
  }

  /// The dependencies among our targets that `Package.swift` declares.
  private static func declared() throws -> [String: Set<String>] {
    let package = try String(
      contentsOf: Repository.root.appending(path: "Package.swift"), encoding: .utf8)
    var declared: [String: Set<String>] = [:]
    let targets = package.split(
      separator: #/\.(?:target|executableTarget|systemLibrary|plugin|testTarget)\(/#)
    for target in targets {
      guard let name = target.firstMatch(of: #/name:\s*"(\w+)"/#)?.output.1,
        order.contains(String(name)),
        let list = target.firstMatch(of: #/dependencies: \[(.*?)\]/#.dotMatchesNewlines())?.output.1
      else { continue }
      declared[String(name)] = Set(
        list.matches(of: #/"(\w+)"/#).map { String($0.output.1) }.filter(order.contains))
    }
    return declared
  }
}
