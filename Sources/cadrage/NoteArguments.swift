import ArgumentParser
import Configuration
import Diagnostics
import Facts

/// The department and the school year of one note.
struct NoteArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Le dossier du département, par exemple vosges.", valueName: "département"))
  var department: String

  @Argument(
    help: ArgumentHelp("L’année scolaire, par exemple 2025-2026.", valueName: "année"))
  var year: String

  /// The facts of the note that the arguments name.
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

  /// The department that an argument names.
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
