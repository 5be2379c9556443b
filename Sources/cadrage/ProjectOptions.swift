import ArgumentParser
import Files

/// Where the sources are.
struct ProjectOptions: ParsableArguments {
  @Option(
    name: .customLong("root"),
    help: ArgumentHelp(
      "Le dossier qui contient departments/, templates/ et site/ (par défaut : le dossier courant, "
        + "ou le plus proche au-dessus qui les contient).", valueName: "dossier"))
  var root: String?

  /// The absolute path of the project's root.
  func resolvedRoot() throws -> String {
    if let root {
      guard let path = FileSystem.resolved(root) else {
        throw ValidationError("Le dossier « \(root) » n’existe pas.")
      }
      guard holdsProject(path) else {
        throw ValidationError(
          "Le dossier « \(root) » ne contient pas departments/, templates/ et site/.")
      }
      return path
    }
    var folder = FileSystem.resolved(".") ?? "/"
    while !holdsProject(folder) {
      guard folder != "/" else {
        throw ValidationError(
          "Ni le dossier courant ni aucun dossier au-dessus ne contient departments/, templates/ et "
            + "site/. Indiquez-le avec --root.")
      }
      folder = FileSystem.parent(of: folder)
    }
    return folder
  }

  private func holdsProject(_ folder: String) -> Bool {
    SourceTree.topFolders.allSatisfy { FileSystem.isFolder(folder + "/" + $0) }
  }
}
