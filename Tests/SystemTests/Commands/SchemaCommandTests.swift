import Foundation
import TestSupport
import Testing

/// Where `schema --output` says that it wrote, and how editors find it.
@Suite struct SchemaCommandTests {
  /// A folder as it is typed, and the same from where the command runs.
  @Test(arguments: [
    ("schemas", "schemas"), ("schemas/", "schemas"), ("./a//b/", "a/b"),
    ("site/../schemas", "schemas"),
  ])
  func pathsAreThoseOfTheFiles(_ typed: String, _ folder: String) throws {
    let site = try ContentFolder.minimal()
    let run = try site.cadrage("schema", "annee", "--output", typed)
    #expect(run.status == 0, "\(run.errors)")
    #expect(site.exists("\(folder)/annee.json"))
    #expect(run.errors.hasPrefix("  \(folder)/annee.json : "), "\(run.errors)")
    #expect(run.output.contains("\"./\(folder)/annee.json\""), "\(run.output)")
    #expect(run.errors.hasSuffix("$schema=../../\(folder)/annee.json\n"), "\(run.errors)")
  }

  /// The settings hold for the project, wherever the command runs.
  @Test func pathsOfAFolderBelow() throws {
    let site = try ContentFolder.minimal()
    let run = try site.run(["schema", "annee", "--output", "../schemas"], in: "templates")
    let written = site.path("schemas/annee.json")
    #expect(run.errors.hasPrefix("  \(written) : "), "\(run.errors)")
    #expect(run.output.contains("\"./schemas/annee.json\""), "\(run.output)")
    #expect(run.errors.hasSuffix("$schema=../../schemas/annee.json\n"), "\(run.errors)")
  }

  @Test func pathsOutsideTheProjectAreWhole() throws {
    let (site, other) = (try ContentFolder.minimal(), try ContentFolder.empty())
    let run = try site.cadrage("schema", "annee", "--output", other.path("x/"))
    let path = other.path("x/annee.json")
    #expect(run.errors.hasPrefix("  \(path) : "), "\(run.errors)")
    #expect(run.output.contains("\"\(path)\""), "\(run.output)")
    #expect(run.errors.hasSuffix("$schema=\(path)\n"), "\(run.errors)")
  }
}
