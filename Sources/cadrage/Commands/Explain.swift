import Publication
import ArgumentParser
import Configuration
import Diagnostics
import Facts
import Notes
import Simulation

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Dit d’où vient chaque valeur d’une note, et ce qu’elle remplace.",
    discussion: """
      Exemple : cadrage explain vosges 2025-2026 ps.plafond

      Le chemin est celui que donnent les messages. « calendrier.au » est la date de toutes les étapes, \
      « calendrier.depot.au » celle d’une seule. Une clé sans valeur dit ce qu’elle attend, et où ; une \
      clé du projet de « cadrage simulate » aussi, par exemple collectifs.cout.

      Une note publiée donne ses valeurs publiées : à leur place dans vos fichiers tant qu’ils \
      disent la même chose, sinon à leur place dans le dossier publiees/, et alors sans ce qu’elles \
      remplacent.
      """)

  @OptionGroup var options: ProjectOptions
  @OptionGroup var arguments: NoteArguments

  @Argument(
    help: ArgumentHelp("Une valeur, par exemple ps.plafond.", valueName: "chemin"),
    completion: Completions.paths)
  var path: String?

  func run() throws {
    let session = try Session(options)
    let facts = try arguments.facts(in: session.project.configuration)
    try session.console.output(explanation(of: facts))
    session.report()
    if session.diagnostics.hasErrors { throw ExitStatus.contentErrors }
  }

  private func explanation(of facts: NoteFacts) throws -> String {
    guard let path else { return facts.origins.map(text).joined() }
    let funders = facts.record.records(NoteSchema.funders).compactMap {
      $0.text(NoteSchema.Funder.code)
    }
    let scenario = ScenarioSchema(funders: funders).root
    switch facts.explanation(of: path, orOf: ("le fichier de --scenario", scenario)) {
    case .values(let origins): return origins.map(text).joined()
    case .key(let key): return text(key)
    case nil:
      let nearest = Suggestion.nearest(to: path, among: NoteFacts.allPaths + scenario.allPaths)
      throw ValidationError(
        "« \(path) » n’est pas une valeur de la note."
          + (nearest.map { " Vouliez-vous dire « \($0) » ?" } ?? ""))
    }
  }

  private func text(_ key: Explanation.Key) -> String {
    let help = key.field.help.isEmpty ? "" : "  \(FrenchFormat.capitalized(key.field.help))\n"
    let standing = key.isFact ? " : aucune valeur dans cette note" : ""
    return "\(key.path)\(standing)\n  \(key.field.label)\n" + help
      + "  s’écrit dans \(key.files.joined(separator: " ou "))\n"
  }

  private func text(_ origin: Origin) -> String {
    var text = "\(origin.path) = \(shown(origin.fact.value))\n  \(place(origin.fact))\n"
    if let source = origin.fact.source {
      text += "  source : \(source.document), \(source.section)"
      text += source.certainty == .deduced ? " (déduite : \(source.reason ?? ""))\n" : "\n"
    }
    for fact in origin.overridden {
      text += "  remplace \(shown(fact.value)), \(place(fact))\n"
    }
    return text
  }

  private func place(_ fact: Fact) -> String {
    fact.place.map { "\($0.file):\($0.line):\($0.column)" } ?? "calculé"
  }

  /// A value on one line; a list of records by its length.
  private func shown(_ value: Value) -> String {
    if case .list(let items) = value, items.contains(where: { $0.value.record != nil }) {
      return FrenchFormat.count(items.count, "élément")
    }
    if case .name(let name) = value { return name.definite }
    return FrenchFormat.textWithUnit(of: value)
  }
}
