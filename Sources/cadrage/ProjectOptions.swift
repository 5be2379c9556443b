import ArgumentParser
import Configuration
import Diagnostics
import Facts
import Files
import Text

/// Where the sources are.
struct ProjectOptions: ParsableArguments {
  @Option(
    name: .customLong("root"),
    help: ArgumentHelp(
      "Le dossier qui contient departments/, templates/ et site/ (par défaut : le dossier courant, "
        + "ou le plus proche au-dessus qui les contient).", valueName: "dossier"),
    completion: .directory)
  var root: String?

  /// The absolute path of the project's root.
  func resolvedRoot() throws -> String { try ProjectOptions.root(root) }

  /// Where a build puts the site unless it is told otherwise.
  static func site(of root: String) -> String { root + "/public" }

  /// - Parameter root: the folder that the user names; nil for the nearest one.
  static func root(_ root: String?) throws -> String {
    if let root {
      try check(root, of: "--root")
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

  /// Refuses what is the name of no folder that anybody means.
  static func check(_ folder: String, of option: String) throws {
    if folder.allSatisfy(\.isWhitespace) {
      throw ValidationError("\(option) ne nomme aucun dossier.")
    }
    if folder.contains(where: \.isNewline) {
      throw ValidationError("Le dossier de \(option) contient une fin de ligne.")
    }
    if folder == "~" || folder.hasPrefix("~/") {
      throw ValidationError(
        "\(option) : « ~ » n’a pas été remplacé par votre dossier. Écrivez le chemin en entier.")
    }
  }

  private static func holdsProject(_ folder: String) -> Bool {
    SourceTree.topFolders.allSatisfy { FileSystem.isFolder(folder + "/" + $0) }
  }
}

/// The department and the school year of one note.
struct NoteArguments: ParsableArguments {
  @Argument(help: departmentHelp, completion: Completions.departments) var department: String

  @Argument(help: yearHelp, completion: Completions.years) var year: String

  static let departmentHelp = ArgumentHelp(
    "Le dossier du département, par exemple vosges.", valueName: "département")
  static let yearHelp = ArgumentHelp(
    "L’année scolaire, par exemple 2025-2026.", valueName: "année")

  func facts(in configuration: SiteConfiguration) throws -> NoteFacts {
    try NoteArguments.facts(of: department, year, in: configuration)
  }

  static func facts(
    of department: String, _ year: String, in configuration: SiteConfiguration
  ) throws -> NoteFacts {
    let found = try self.department(folderName(department), in: configuration)
    guard let schoolYear = try? NoteArguments.year(year),
      let note = found.notes.first(where: { $0.year == schoolYear })
    else {
      throw unknown(
        "Le département « \(found.slug) » n’a pas de note « \(year) ».", year,
        among: found.notes.map(\.year.text))
    }
    return note
  }

  /// A school year in the forms that files take, « 2025-2026 », « 2025/2026 », and as it stands in
  /// documents: « 2025 / 2026 », « 2025–2026 ».
  static func year(_ text: String) throws -> SchoolYear {
    let parts = text.split(omittingEmptySubsequences: false) { "-/–—".contains($0) }
    let plain = parts.map(\.unicodeScalars.trimmedScalars.string).joined(separator: "-")
    if case .schoolYear(let year)? = try? ScalarReading.value(plain, as: .schoolYear) {
      return year
    }
    throw ValidationError(
      "« \(text) » n’est pas une année scolaire. Écrivez-la ainsi : 2026-2027.")
  }

  /// The name of a folder without the slash that a shell puts after it.
  static func folderName(_ argument: String) -> String {
    argument.hasSuffix("/") ? String(argument.dropLast()) : argument
  }

  static func department(
    _ slug: String, in configuration: SiteConfiguration
  ) throws -> Department {
    if let found = configuration.department(slug) { return found }
    let official = OfficialDepartment.withCode(slug) ?? OfficialDepartment.nearest(to: slug)
    let meant = configuration.departments.first {
      $0.lasting.text(NoteSchema.departmentCode) == official?.code
    }
    if let meant, official != nil {
      throw ValidationError(
        "Le département « \(slug) » n’existe pas. Vouliez-vous dire « \(meant.slug) » ?")
    }
    throw unknown(
      "Le département « \(slug) » n’existe pas.", slug,
      among: configuration.departments.map(\.slug))
  }

  static func unknown(_ message: String, _ name: String, among names: [String])
    -> ValidationError
  {
    if let nearest = Suggestion.nearest(to: name, among: names) {
      return ValidationError("\(message) Vouliez-vous dire « \(nearest) » ?")
    }
    return ValidationError("\(message) Il y a : \(names.joined(separator: ", ")).")
  }
}
