import ArgumentParser
import Configuration
import Diagnostics
import Drafting
import EditorSchemas
import Facts
import Files
import Publication

struct NewFamily: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "family",
    abstract: "Prépare une famille de notes : son titre, son plan et ses premiers textes.",
    discussion: """
      Exemple : cadrage new family annonce --titre "Annonce du Clas"

      La famille n’est qu’à ceux qui la choisissent : un département écrit « famille: annonce » dans son \
      departement.yaml ou, pour une seule année, dans le fichier de cette année. La commande ne remplace \
      aucun fichier.
      """)

  @OptionGroup var options: ProjectOptions

  @Argument(
    help: ArgumentHelp("Le nom du dossier de la famille : annonce.", valueName: "nom"),
    completion: .list([]))
  var name: String

  @Option(
    name: .customLong("titre"),
    help: ArgumentHelp(
      "Le titre des notes de la famille (par défaut : d’après le nom).", valueName: "titre"),
    completion: .list([]))
  var title: String?

  func run() throws {
    let slug = try checkedName()
    guard slug != "communs" else {
      throw ValidationError(
        "Le nom « communs » est celui des sections partagées : choisissez-en un autre.")
    }
    let title = try checkedTitle(slug)
    var session = try Session(options, writes: true)
    let configuration = session.project.configuration
    guard configuration.tree.folderNames(in: "templates").contains(slug) == false else {
      throw ValidationError(
        "La famille « \(slug) » existe déjà : templates/\(slug). Rien n’est remplacé.")
    }
    session.check()
    guard !session.diagnostics.hasErrors else { throw session.refusal("Rien n’a été écrit.") }
    guard let edition = configuration.editions.first else {
      throw ValidationError("Le fichier templates/editions.yaml ne donne aucune édition.")
    }
    let shared = configuration.tree.sources(in: "templates/communs/\(edition.code)")
    let folder = NewFolder(
      family: slug, title: title, edition: edition,
      shared: Set(shared.map { SourceTree.stem(SourceTree.name($0.path)) }),
      editorLine: PrintSchema.line(.plan, in: session.root))
    try folder.write(
      introduction: "Famille « \(slug) » préparée", options, session)
    session.console.say(
      "Pour qu’un département la suive, écrivez « famille: \(slug) » dans son departement.yaml ou dans le "
        + "fichier d’une année.")
  }

  private func checkedName() throws -> String {
    do throws(Refusal) {
      guard case .text(let slug) = try ScalarReading.value(name, as: .identifier) else {
        return name
      }
      return slug
    } catch {
      let meant = error.correction.map { " Vouliez-vous dire « \($0) » ?" } ?? ""
      throw ValidationError(
        "« \(name) » ne peut pas être le nom d’une famille : il faut \(error.expected).\(meant)")
    }
  }

  private func checkedTitle(_ slug: String) throws -> String {
    guard let title else {
      return FrenchFormat.capitalized(slug.replacing("-", with: " "))
    }
    try PrintedText.check(title, of: "--titre")
    do throws(Refusal) {
      return try ScalarReading.value(title, as: .text).text ?? title
    } catch {
      throw ValidationError("Le titre « \(title) » \(error.reason) : il faut \(error.expected).")
    }
  }
}
