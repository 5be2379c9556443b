import ArgumentParser
import Diagnostics
import Publication

/// The forms in which people and programs read a result.
enum ResultFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Dit toutes les erreurs et tous les avertissements du contenu.",
    discussion: """
      Rien n’est écrit sans --fix. Les problèmes sont triés par fichier et par position.

      Avec --fix, ce qui se corrige sans hésiter est corrigé dans les fichiers, et chaque ligne \
      changée est montrée avant et après ; le reste est à décider par vous. Une note publiée ne \
      change jamais.
      """)

  @OptionGroup var options: ProjectOptions

  @Option(help: "La forme du résultat.")
  var format: ResultFormat = .text

  @Flag(help: "Un avertissement suffit à échouer.")
  var strict = false

  @Flag(help: "Corrige ce qui se corrige sans hésiter, puis vérifie de nouveau.")
  var fix = false

  func run() throws {
    var session = try Session(options)
    session.check()
    var fixes = Fixes()
    while fix, try fixes.apply(to: session) {
      session = try Session(options)
      session.check()
    }
    switch format {
    case .json:
      let text = JSONWriter.text(
        session.diagnostics.sorted, corrected: fix ? fixes.changes : nil)
      try session.console.output(text)
    case .text: try tell(session, fixes)
    }
    let fails = session.diagnostics.hasErrors || (strict && !session.diagnostics.isEmpty)
    if fails { throw ExitStatus.contentErrors }
  }

  private func tell(_ session: Session, _ fixes: Fixes) throws {
    try session.console.output(fixes.text)
    session.report()
    if session.diagnostics.isEmpty { session.console.say("Aucune erreur.") }
    if fix { return session.console.say(fixes.summary) }
    switch session.diagnostics.certainCorrections(except: PublishedNote.isFrozen).values
      .reduce(0, { $0 + $1.count })
    {
    case 0: break
    case 1: session.console.say("« cadrage check --fix » en corrige 1 sans hésiter.")
    case let count: session.console.say("« cadrage check --fix » en corrige \(count) sans hésiter.")
    }
  }
}
