import ArgumentParser
import Glibc

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
      guard let path = absolutePath(root) else {
        throw ValidationError("Le dossier « \(root) » n’existe pas.")
      }
      guard holdsProject(path) else {
        throw ValidationError(
          "Le dossier « \(root) » ne contient pas departments/, templates/ et site/.")
      }
      return path
    }
    var folder = absolutePath(".") ?? "/"
    while true {
      if holdsProject(folder) { return folder }
      guard folder != "/", let slash = folder.lastIndex(of: "/") else { break }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
    throw ValidationError(
      "Ni le dossier courant ni aucun dossier au-dessus ne contient departments/, templates/ et "
        + "site/. Indiquez-le avec --root.")
  }

  private func holdsProject(_ folder: String) -> Bool {
    ["departments", "templates", "site"].allSatisfy { name in
      var information = stat()
      return stat(folder + "/" + name, &information) == 0
        && information.st_mode & S_IFMT == S_IFDIR
    }
  }

  private func absolutePath(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
