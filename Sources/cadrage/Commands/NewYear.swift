import Publication
import ArgumentParser
import Configuration
import Diagnostics
import Facts
import Files
import NextYear
import Notes

struct NewYear: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "year",
    abstract: "Prépare la note d’une année à partir de la dernière.",
    discussion: """
      Exemple : cadrage new year vosges 2026-2027

      Le fichier de la dernière année est repris, avec son ordre et ses commentaires. Les textes du dossier \
      de l’année sont copiés, et les pièces que la nouvelle note peut citer. Les dates sont proposées à \
      confirmer, les montants de la Cnaf sont à paraître, les chiffres à compléter. Les avis, les \
      corrections et le document officiel ne sont pas repris.

      La commande écrit la liste de ce qu’il faut confirmer, compléter ou relire. Elle ne remplace \
      aucun fichier. La note est un projet jusqu’à « cadrage publish ».
      """)

  @OptionGroup var options: ProjectOptions

  @Argument(help: NoteArguments.departmentHelp, completion: Completions.departments)
  var department: String

  @Argument(help: NoteArguments.yearHelp, completion: Completions.newYears)
  var year: String

  func run() throws {
    var session = try Session(options, writes: true)
    let (model, year) = try checkedArguments(in: session.project.configuration)
    session.check()
    guard !session.diagnostics.hasErrors else { throw session.refusal("Rien n’a été écrit.") }
    session.diagnostics = DiagnosticList()
    let tree = session.project.tree
    guard var next = NextYear(from: model, to: year, in: tree, into: &session.diagnostics)
    else { throw session.refusal("Rien n’a été écrit.") }
    let unused = session.project.configuration.unused(next.sections, in: year, after: model)
    for path in unused { next.leaveOut(path, in: tree) }
    try session.writing(orSay: "Rien n’a été écrit.") { () throws(WritingError) in
      try next.write(root: session.root, tree: tree)
    }
    try tell(next, session)
    // The content had no error before: those that it has now are the new year's.
    var after = try Session(options)
    after.check()
    guard after.diagnostics.hasErrors else { return }
    throw after.refusal("Corrigez ces erreurs avant de construire le site.")
  }

  // MARK: - Arguments

  private func checkedArguments(
    in configuration: SiteConfiguration
  ) throws -> (model: NoteFacts, year: SchoolYear) {
    let department = try NoteArguments.department(
      NoteArguments.folderName(self.department), in: configuration)
    let year = try NoteArguments.year(self.year)
    let name = "\(department.slug) \(year.text)"
    if let note = department.notes.first(where: { $0.year == year }) {
      throw ValidationError(
        "La note « \(name) » existe déjà : \(note.path). Rien n’est remplacé.")
    }
    guard let last = department.notes.last else {
      throw ValidationError(
        "Le département « \(department.slug) » n’a encore aucune note : il n’y a rien à reprendre.")
    }
    guard last.year < year else {
      throw ValidationError(
        "La dernière note de « \(department.slug) » est celle de \(last.year.text). Indiquez une année "
          + "plus tardive que \(last.year.text), et non \(year.text).")
    }
    return (last, year)
  }

  // MARK: - What is said

  private func tell(_ next: NextYear, _ session: Session) throws {
    let console = session.console
    let name = "\(next.model.department) \(next.year.text)"
    console.say("Note « \(name) » préparée d’après celle de \(next.model.year.text) :")
    for path in next.texts.map(\.path) + next.copies.map(\.path) { console.say("  \(path)") }
    if !next.leftOut.isEmpty {
      console.say("Clés non reprises : \(next.leftOut.joined(separator: ", ")).")
    }
    if let circular = newCircular(of: next, session.project.configuration) {
      console.say(
        "La note suit désormais la circulaire \(circular) : relisez aussi la démarche, les pièces et "
          + "les textes du département.")
    }
    try console.output(next.questions.map(\.line).joined())
    let count = FrenchFormat.count(next.questions.count, "point")
    console.say(
      "\(count) à confirmer, à compléter ou à relire. La note est un projet : « cadrage build "
        + "--drafts » la met dans le site.")
  }

  /// The circulaire of the new year, when the model follows an older one.
  private func newCircular(of next: NextYear, _ configuration: SiteConfiguration) -> String? {
    let edition = configuration.editions.filter { $0.start <= next.year }.max {
      $0.start < $1.start
    }
    guard let edition, edition.code != next.model.edition?.code else { return nil }
    return edition.circular
  }
}
