import ArgumentParser
import Configuration
import Diagnostics
import Facts
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

/// The department and the school year of one note.
struct NoteArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Le dossier du département, par exemple vosges.", valueName: "département"))
  var department: String

  @Argument(
    help: ArgumentHelp("L’année scolaire, par exemple 2025-2026.", valueName: "année"))
  var year: String

  func facts(in configuration: SiteConfiguration) throws -> NoteFacts {
    try NoteArguments.facts(of: department, year, in: configuration)
  }

  static func facts(
    of department: String, _ year: String, in configuration: SiteConfiguration
  ) throws -> NoteFacts {
    let found = try self.department(department, in: configuration)
    guard let schoolYear = SchoolYear(year),
      let note = found.notes.first(where: { $0.year == schoolYear })
    else {
      throw unknown(
        "Le département « \(department) » n’a pas de note « \(year) ».", year,
        among: found.notes.map(\.year.text))
    }
    return note
  }

  static func department(
    _ slug: String, in configuration: SiteConfiguration
  ) throws -> Department {
    if let found = configuration.department(slug) { return found }
    throw unknown(
      "Le département « \(slug) » n’existe pas.", slug,
      among: configuration.departments.map(\.slug))
  }

  private static func unknown(_ message: String, _ name: String, among names: [String])
    -> ValidationError
  {
    if let nearest = Suggestion.nearest(to: name, among: names) {
      return ValidationError("\(message) Vouliez-vous dire « \(nearest) » ?")
    }
    return ValidationError("\(message) Il y a : \(names.joined(separator: ", ")).")
  }
}
