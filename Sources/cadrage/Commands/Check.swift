import ArgumentParser
import Diagnostics
import Files
import Publication
import Website

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
    let root = try options.resolvedRoot()
    if fix { try Session.lockSources(of: root) }
    let site = ProjectOptions.site(of: root)
    var reader = ProjectReader(root: root)
    var diagnostics = SiteBuilder.check(reader, version: Version.current, beside: site)
    var fixes = Fixes()
    while fix, try fixes.apply(diagnostics, in: reader.common.tree) {
      reader = ProjectReader(root: root)
      diagnostics = SiteBuilder.check(reader, version: Version.current, beside: site)
    }
    switch format {
    case .json:
      let text = JSONWriter.text(
        diagnostics.sorted, others: diagnostics.others, corrected: fix ? fixes.changes : nil)
      try Console().output(text)
    case .text: try tell(diagnostics, in: reader.common.tree, fixes)
    }
    let fails = diagnostics.hasErrors || (strict && diagnostics.warningCount > 0)
    if fails { throw ExitStatus.contentErrors }
  }

  private func tell(_ diagnostics: DiagnosticList, in tree: SourceTree, _ fixes: Fixes) throws {
    let console = Console()
    try console.output(fixes.text)
    console.report(diagnostics, in: tree, showsWaived: true)
    if diagnostics.errorCount + diagnostics.warningCount == 0 { console.say("Aucune erreur.") }
    if fix { return console.say(fixes.summary) }
    let corrections = diagnostics.certainCorrections(except: PublishedNote.isFrozen)
    let count = corrections.values.reduce(0) { $0 + $1.count }
    if count > 0 { console.say("« cadrage check --fix » en corrige \(count) sans hésiter.") }
  }
}
