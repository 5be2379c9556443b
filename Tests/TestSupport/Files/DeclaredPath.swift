import Foundation

/// A path of facts as a source file declares it: `static let name = schema.path("nom")`.
public struct DeclaredPath: Sendable {
  /// The schema by the name that the file gives it; `schema` is that of the enumeration around it.
  public let schema: String
  public let path: String

  /// Those of the Swift files of a folder of the repository.
  public static func all(in folder: String) throws -> [DeclaredPath] {
    let folder = Repository.root.appending(path: folder)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().flatMap {
      let text = try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
      var enumeration = ""
      return text.split(separator: "\n").compactMap { line -> DeclaredPath? in
        if let match = line.firstMatch(of: /\benum (\w+)/) { enumeration = String(match.1) }
        guard let match = line.firstMatch(of: /= (\w+)\.path\("([^"]+)"\)/) else { return nil }
        let name = String(match.1)
        return DeclaredPath(
          schema: name == "schema" ? enumeration : name, path: String(match.2))
      }
    }
  }
}
