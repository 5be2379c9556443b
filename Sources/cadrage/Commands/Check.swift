import ArgumentParser
import Diagnostics

/// The forms in which people and programs read a result.
enum ResultFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Dit toutes les erreurs et tous les avertissements du contenu.",
    discussion: "Rien n’est écrit. Les problèmes sont triés par fichier et par position.")

  @OptionGroup var options: ProjectOptions

  @Option(help: "La forme du résultat.")
  var format: ResultFormat = .text

  @Flag(help: "Un avertissement suffit à échouer.")
  var strict = false

  func run() throws {
    var session = try Session(options)
    session.check()
    switch format {
    case .json: try session.console.output(JSONWriter.text(session.diagnostics.sorted))
    case .text:
      session.report()
      if session.diagnostics.isEmpty { session.console.say("Aucune erreur.") }
    }
    let fails = session.diagnostics.hasErrors || (strict && !session.diagnostics.isEmpty)
    if fails { throw ExitStatus.contentErrors }
  }
}
