import Configuration
import Diagnostics
import Foundation
import Testing

/// A project on disk, removed at the end of its test.
final class Folder {
  let path: String

  init(_ texts: [String: String]) throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("cadrage-" + UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in texts { try write(name, Data(text.utf8)) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// What is said of the sample when its attachment and its logo are not on disk.
  static let withoutFiles = """
    departments/vosges/2025-2026.yaml:34:14: erreur [piece-introuvable] Le fichier « bilan.pdf », cité par « pieces », n'est pas dans « departments/vosges/2025-2026/pieces ».
       34 |     fichier: bilan.pdf
          |              ^^^^^^^^^
       attendu : un fichier de ce dossier, qui n'en a aucun
    departments/vosges/departement.yaml:12:12: erreur [piece-introuvable] Le fichier « logo.svg », cité par « logo », n'est pas dans « departments/vosges ».
       12 |   fichier: logo.svg
          |            ^^^^^^^^
       attendu : un fichier de ce dossier, qui n'en a aucun

    """

  func write(_ name: String, _ data: Data) throws {
    let url = try prepare(name)
    try data.write(to: url)
  }

  /// Makes a file of zeros without writing them.
  func grow(_ name: String, to size: Int) throws {
    try write(name, Data())
    let file = try FileHandle(forWritingTo: prepare(name))
    try file.truncate(atOffset: UInt64(size))
    try file.close()
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: prepare(name).path, withDestinationPath: target)
  }

  func pipe(_ name: String) throws { try #require(mkfifo(prepare(name).path, 0o600) == 0) }

  func forbid(_ name: String) throws {
    try write(name, Data())
    try #require(chmod(path + "/" + name, 0) == 0)
  }

  func report() throws -> String {
    var diagnostics = DiagnosticList()
    let configuration = SiteConfiguration.read(root: path, into: &diagnostics)
    return TerminalWriter { configuration.tree[$0]?.line($1) }.text(diagnostics.sorted)
  }

  private func prepare(_ name: String) throws -> URL {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    return url
  }
}
