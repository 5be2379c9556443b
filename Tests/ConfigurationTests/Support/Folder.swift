import Configuration
import Diagnostics
import Foundation
import TestSupport
import Testing

/// A project on disk, removed at the end of its test.
final class Folder: WritableFolder {
  let url: URL

  init(_ texts: [String: String]) throws {
    url = Folder.temporaryURL("cadrage")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in texts { try write(name, text) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

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

  /// Makes a file of zeros without writing them.
  func grow(_ name: String, to size: Int) throws {
    try write(name, "")
    let file = try FileHandle(forWritingTo: url.appending(path: name))
    try file.truncate(atOffset: UInt64(size))
    try file.close()
  }

  func pipe(_ name: String) throws { try #require(mkfifo(path(name), 0o600) == 0) }

  func forbid(_ name: String) throws {
    try write(name, "")
    try #require(chmod(path(name), 0) == 0)
  }

  func report() throws -> String {
    var diagnostics = DiagnosticList()
    let configuration = SiteConfiguration.read(root: url.path, into: &diagnostics)
    return TerminalWriter { configuration.tree[$0]?.line($1) }.text(diagnostics.sorted)
  }
}
