import ArgumentParser
import Configuration
import Diagnostics
import Drafting
import EditorSchemas
import Facts
import Files
import Publication

struct NewDepartment: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "department",
    abstract: "Prépare les fichiers d’un département qui n’en a pas encore.",
    discussion: """
      Exemple : cadrage new department 34

      Le numéro suffit : le nom, son article et la façon de dire qu’on y est viennent de la liste \
      officielle. La note est un projet, que « cadrage build --drafts » construit tout de suite. Ce qu’il \
      faut écrire est marqué a_completer et expliqué dans les fichiers ; la commande en donne la liste. \
      Elle ne remplace aucun fichier.
      """)

  @OptionGroup var options: ProjectOptions

  @Argument(
    help: ArgumentHelp(
      "Le numéro du département : 34, 2A, 974.", valueName: "numéro"),
    completion: Completions.departmentCodes)
  var code: String

  @Argument(
    help: ArgumentHelp(
      "L’année scolaire de la première note (par défaut : la dernière que le site connaît).",
      valueName: "année"), completion: Completions.years)
  var year: String?

  @Option(
    name: .customLong("famille"),
    help: ArgumentHelp(
      "La famille de notes (par défaut : celle de la plupart des départements).",
      valueName: "famille"),
    completion: Completions.families)
  var family: String?

  func run() throws {
    guard let department = OfficialDepartment.withCode(code) else { throw unknownCode }
    var session = try Session(options, writes: true)
    let configuration = session.project.configuration
    try refuseExisting(department, in: configuration)
    let year = try chosenYear(in: configuration)
    try refuseEarlier(year, in: configuration)
    session.check()
    guard !session.diagnostics.hasErrors else { throw session.refusal("Rien n’a été écrit.") }
    let folder = NewFolder(
      department, year: year, family: try chosenFamily(in: configuration),
      bareme: SiteConfiguration.nationalFacts(of: year, in: session.project.tree),
      editorLine: { PrintSchema.line($0 == .department ? .departement : .annee, in: session.root) })
    try folder.write(
      introduction: "Département « \(department.name.definite) » préparé, avec un projet de note "
        + "\(year.text)", options, session)
    session.console.say(
      "« cadrage build --drafts » met le projet dans le site ; « cadrage publish \(department.slug) "
        + "\(year.text) » le publiera.")
  }

  private var unknownCode: ValidationError {
    let message = "« \(code) » n’est pas le numéro d’un département."
    if OfficialDepartment.overseasCollectivities.contains(code) {
      return ValidationError(
        "\(message) C’est celui d’une collectivité d’outre-mer, que la liste officielle des départements "
          + "ne décrit pas : copiez les fichiers d’un autre département dans un dossier à son nom.")
    }
    if code == "20" {
      return ValidationError(
        "\(message) La Corse en a deux : 2A (la Corse-du-Sud) et 2B (la Haute-Corse).")
    }
    guard let nearest = OfficialDepartment.nearest(to: code) else {
      return ValidationError("\(message) Écrivez-le ainsi : 34, 2A, 974.")
    }
    return ValidationError(
      "\(message) Vouliez-vous dire « \(nearest.code) » (\(nearest.name.definite)) ?")
  }

  private func refuseExisting(
    _ department: OfficialDepartment, in configuration: SiteConfiguration
  ) throws {
    let found = configuration.departments.first {
      $0.slug == department.slug || $0.lasting.text(NoteSchema.departmentCode) == department.code
    }
    guard let found else { return }
    throw ValidationError(
      "Le département « \(department.name.definite) » (\(department.code)) existe déjà : "
        + "departments/\(found.slug). Rien n’est remplacé. Pour une autre année : cadrage new year "
        + "\(found.slug), puis l’année.")
  }

  /// A note that no edition has texts for would be an error that stops every other command.
  private func refuseEarlier(_ year: SchoolYear, in configuration: SiteConfiguration) throws {
    guard let first = configuration.editions.map(\.start).min(), year < first else { return }
    throw ValidationError(
      "Aucune édition n’a commencé en \(year.text) : les textes de ce site vont de \(first.text) à "
        + "aujourd’hui. Rien n’a été écrit. Pour une note plus ancienne, mettez d’abord en tête de "
        + "templates/editions.yaml une édition « a_partir_de: \(year.text) », et ses textes dans "
        + "templates/<famille>/<code de l’édition>/.")
  }

  private func chosenYear(in configuration: SiteConfiguration) throws -> SchoolYear {
    if let year { return try NoteArguments.year(year) }
    let years = configuration.departments.flatMap(\.notes).map(\.year)
    guard let latest = years.max() else {
      throw ValidationError(
        "Le site n’a encore aucune note : indiquez l’année de la première, par exemple : cadrage new "
          + "department \(code) 2026-2027.")
    }
    return latest
  }

  private func chosenFamily(in configuration: SiteConfiguration) throws -> Family {
    let families = configuration.families
    if let family {
      if let found = configuration.family(family) { return found }
      throw NoteArguments.unknown(
        "La famille « \(family) » n’existe pas.", family, among: families.map(\.slug))
    }
    let used = configuration.departments.compactMap { $0.lasting.text(NoteSchema.family) }
    func uses(_ family: Family) -> Int { used.count { $0 == family.slug } }
    // Between equals, the first in the order of the names.
    guard let most = families.reversed().max(by: { uses($0) < uses($1) }) else {
      throw ValidationError(
        "Le site n’a encore aucune famille de notes. Commencez par : cadrage new family note.")
    }
    return most
  }
}
