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
    while fix, try fixes.apply(session.diagnostics, in: session.project.tree) {
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
    let fails =
      session.diagnostics.hasErrors || (strict && session.diagnostics.warningCount > 0)
    if fails { throw ExitStatus.contentErrors }
  }

  private func tell(_ session: Session, _ fixes: Fixes) throws {
    try session.console.output(fixes.text)
    session.report(showsWaived: true)
    if session.diagnostics.errorCount + session.diagnostics.warningCount == 0 {
      session.console.say("Aucune erreur.")
    }
    if fix { return session.console.say(fixes.summary) }
    let corrections = session.diagnostics.certainCorrections(except: PublishedNote.isFrozen)
    let count = corrections.values.reduce(0) { $0 + $1.count }
    if count > 0 {
      session.console.say("« cadrage check --fix » en corrige \(count) sans hésiter.")
    }
  }
}
