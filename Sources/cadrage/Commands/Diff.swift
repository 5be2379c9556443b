import ArgumentParser
import Comparison
import Configuration
import Diagnostics
import Facts
import Notes
import Publication
import Website

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Dit ce qui change d’une note à une autre.",
    discussion: """
      Deux années d’un département : cadrage diff vosges 2025-2026 2026-2027
      Deux notes quelconques : cadrage diff isere/2022-2023 vosges/2025-2026

      Une note publiée est prise telle qu’elle est publiée, un projet tel que le font les sources. \
      Les personnes que les notes nomment ne sont pas comparées. Avec --exit-code, le code de sortie \
      est 1 si quelque chose change, et 65 si le contenu a des erreurs.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case html
    case json
  }

  @OptionGroup var options: ProjectOptions

  @Argument(
    help: ArgumentHelp(
      "Un département et deux années, ou deux notes écrites « vosges/2025-2026 ».",
      valueName: "notes"), completion: Completions.notes)
  var notes: [String] = []

  @Option(help: "La forme du résultat.")
  var format: Format = .text

  @Flag(name: .customLong("exit-code"), help: "Rend le code 1 si quelque chose change.")
  var usesExitCode = false

  func run() throws {
    let names = try ComparedNames(notes)
    // Published notes come from their pairs, whatever the sources would change in them.
    var session = try Session(options, refusesChanges: false)
    let facts = try names.facts(in: session.project.configuration)
    guard !session.diagnostics.hasErrors,
      let before = session.project.note(facts.before.department, facts.before.year),
      let after = session.project.note(facts.after.department, facts.after.year)
    else { throw refusal(session) }
    let changes = NoteChanges(
      from: before, to: after, editions: session.project.configuration.editions)
    let result: String
    switch format {
    case .text:
      let writer = TerminalComparisonWriter(usesColor: session.console.usesColorInOutput)
      result = writer.text(changes.comparison)
    case .json: result = JSONComparisonWriter.text(changes.comparison)
    case .html:
      let page = ChangesDocument.html(
        changes, of: session.project, version: Version.current, diagnostics: &session.diagnostics)
      guard let page else { throw refusal(session) }
      result = page
    }
    session.report()
    if format == .text, changes.hidesPersons {
      session.console.say("Les personnes que les notes nomment ne sont pas comparées.")
    }
    try session.console.output(result)
    if usesExitCode, !changes.comparison.isEmpty { throw ExitStatus.differences }
  }

  private func refusal(_ session: Session) -> ExitCode {
    let status = session.refusal()
    return usesExitCode ? ExitStatus.unreadableContent : status
  }
}

/// The two notes that the arguments name.
private struct ComparedNames {
  private typealias Name = (department: String, year: String)
  private let before: Name
  private let after: Name

  init(_ words: [String]) throws {
    let pairs = words.map(ComparedNames.name)
    if words.count == 2, let before = pairs[0], let after = pairs[1] {
      (self.before, self.after) = (before, after)
    } else if words.count == 3, ComparedNames.year(words[0]) == nil, pairs[0] == nil {
      before = (words[0], words[1])
      after = (words[0], words[2])
    } else {
      throw ValidationError(ComparedNames.complaint(words))
    }
  }

  /// The parts of « vosges/2025-2026 »; nil for what is a year or a department alone.
  private static func name(_ word: String) -> Name? {
    let parts = word.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, year(word) == nil else {
      return nil
    }
    return (parts[0], parts[1])
  }

  private static func year(_ word: String) -> SchoolYear? { try? NoteArguments.year(word) }

  private static func complaint(_ words: [String]) -> String {
    let example =
      "Écrivez un département et deux années (cadrage diff vosges 2025-2026 2026-2027), ou deux "
      + "notes (cadrage diff isere/2022-2023 vosges/2025-2026)."
    switch words.count {
    case 0: return "Il manque les deux notes à comparer. " + example
    case 1: return "« \(words[0]) » seul ne dit pas quelles notes comparer. " + example
    case 2:
      if name(words[0]) == nil, name(words[1]) == nil, year(words[1]) != nil {
        return year(words[0]) == nil
          ? "Il manque la seconde année. " + example : "Il manque le département. " + example
      }
      let wrong = words.first { name($0) == nil } ?? words[0]
      return "« \(wrong) » n’est pas une note : il faut un département et une année, séparés par "
        + "« / ». " + example
    case 3: return "« \(words[0]) » n’est pas un département. " + example
    default: return "Une comparaison porte sur deux notes. " + example
    }
  }

  func facts(in configuration: SiteConfiguration) throws -> (before: NoteFacts, after: NoteFacts) {
    (
      try NoteArguments.facts(of: before.department, before.year, in: configuration),
      try NoteArguments.facts(of: after.department, after.year, in: configuration)
    )
  }
}
