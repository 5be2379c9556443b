import ArgumentParser
import Configuration
import Diagnostics
import Facts
import Files
import Notes
import Publication
import Website

struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Vérifie le contenu, puis construit tout le site.",
    // On two lines, since one would not fit a terminal.
    usage: """
      cadrage build [--root <dossier>] [--output <dossier>] [--pdf] [--timings]
                    [--drafts [--replace-published]]
      """,
    discussion: """
      Le site est entièrement fabriqué et vérifié à côté de l’ancien. Il prend alors la place de \
      l’ancien en une fois. À la moindre erreur, l’ancien site reste tel quel.
      """)

  @OptionGroup var options: ProjectOptions

  @Option(
    help: ArgumentHelp(
      "Le dossier du site (par défaut : public/, à côté des sources).", valueName: "dossier"),
    completion: .directory)
  var output: String?

  @Flag(help: "Construit aussi les notes en projet, marquées comme telles.")
  var drafts = false

  @Flag(
    help: "Avec --drafts, remplace aussi un site construit sans eux.")
  var replacePublished = false

  @Flag(help: "Fait aussi de chaque note un PDF, et un de son essentiel (demande WeasyPrint).")
  var pdf = false

  @Flag(help: "Dit où le temps est passé.")
  var timings = false

  func run() throws {
    if replacePublished, !drafts {
      throw ValidationError(
        "--replace-published va avec --drafts : un site sans projets remplace toujours l’ancien.")
    }
    var stopwatch = Stopwatch()
    let root = try options.resolvedRoot()
    try output.map { try ProjectOptions.check($0, of: "--output") }
    let publisher = try attempt { () throws(WritingError) in
      try Publisher(
        output: output ?? ProjectOptions.site(of: root),
        sources: SourceTree.topFolders.map { root + "/" + $0 }, hasDrafts: drafts,
        replacesPublished: replacePublished)
    }
    let press = try pdf ? attempt { () throws(DocumentPress.Failure) in try DocumentPress() } : nil
    let console = Console()
    let reader = ProjectReader(root: root)
    stopwatch.lap("ce que les départements partagent")
    let diagnostics = SiteBuilder.build(
      reader, version: Version.current, showsDrafts: drafts, with: publisher, press: press)
    stopwatch.lap("notes et pages")
    console.report(diagnostics, in: reader.common.tree)
    if diagnostics.hasErrors {
      console.say("Le site n’a pas été construit ; l’ancien est intact.")
      throw ExitStatus.contentErrors
    }
    if let press {
      let address = reader.common.configuration.settings?.address
      try attempt { () throws(DocumentPress.Failure) in
        try press.print(into: publisher, address: address)
      }
      stopwatch.lap("PDF")
    }
    let summary = try attempt { () throws(WritingError) in try publisher.publish() }
    stopwatch.lap("écriture")
    if timings { stopwatch.report(on: console) }
    let notes = reader.common.planned
    let shown = notes.count { drafts || !$0.isDraft }
    if shown < notes.count {
      let hidden = FrenchFormat.count(
        notes.count - shown, "note en projet n’est pas", "notes en projet ne sont pas")
      console.say("\(hidden) dans le site (--drafts les construit aussi).")
    }
    console.say(
      "\(FrenchFormat.count(shown, "note")) dans « \(output ?? "public") » : "
        + "\(FrenchFormat.count(summary.written, "fichier écrit", "fichiers écrits")), "
        + "\(FrenchFormat.count(summary.unchanged, "inchangé")), "
        + "\(FrenchFormat.count(summary.removed, "supprimé")), en \(stopwatch.total).")
  }

  private func attempt<Result>(
    _ body: () throws(DocumentPress.Failure) -> Result
  ) throws -> Result {
    do throws(DocumentPress.Failure) {
      return try body()
    } catch {
      Console().say(
        "\(error.message) \(error.advice) Le site n’a pas été construit\u{202F}; l’ancien est intact."
      )
      throw ExitStatus.unavailable
    }
  }

  private func attempt<Result>(
    _ body: () throws(WritingError) -> Result
  ) throws -> Result {
    do throws(WritingError) {
      return try body()
    } catch {
      // The new site takes the place of the old one in one step, which did not happen.
      let sentences = [
        error.message, error.isRefusal ? "L’ancien site est intact." : nil, error.advice,
      ]
      let message = sentences.compactMap { $0 }.joined(separator: " ")
      if error.isUsage { throw ValidationError(message) }
      Console().say(message)
      throw ExitStatus.disk
    }
  }
}

/// The time that each phase of a command takes.
struct Stopwatch {
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant
  private var laps: [(name: String, duration: Duration)] = []

  init() {
    start = clock.now
    last = start
  }

  mutating func lap(_ name: String) {
    let now = clock.now
    laps.append((name, now - last))
    last = now
  }

  /// « 0,21 s ».
  var total: String { Stopwatch.seconds(last - start) }

  func report(on console: Console) {
    for lap in laps { console.say("  \(Stopwatch.seconds(lap.duration))  \(lap.name)") }
  }

  private static func seconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let hundredths = seconds * 100 + attoseconds / 10_000_000_000_000_000
    let rest = String(hundredths % 100)
    return "\(hundredths / 100),\(rest.count == 1 ? "0" : "")\(rest)\(FrenchFormat.noBreakSpace)s"
  }
}
