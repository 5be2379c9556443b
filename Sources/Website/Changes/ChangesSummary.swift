import Comparison
import Configuration
import Facts
import Markdown
import Notes
import Text

/// What matters most to who filed last time, in plain words: what is excluded, what is asked, how
/// much, when it is paid, where to file and when.
///
/// Says nothing between two departments, where nobody files in both.
struct ChangesSummary {
  /// One sentence or two, and the section where the rest is said, where there is one.
  struct Point {
    var text: String
    var section: SectionChange.Label?

    static let form = Form<Point>(
      "un point de l’essentiel",
      [
        .text("texte") { FrenchTypography.apply(to: $0.text) },
        .optionalText("partie") { $0.section.map { FrenchTypography.apply(to: $0.title) } },
        .optionalAddress("lien") { $0.section.map { "#" + ShownSection.identifier($0.name) } },
      ])
  }

  let changes: NoteChanges

  var points: [Point] {
    guard changes.before.department == changes.after.department, !changes.comparison.isEmpty
    else { return [] }
    let before = [amounts].compactMap(\.self).map { Point(text: $0) }
    let after = [filing, dates].compactMap(\.self).map { Point(text: $0) }
    return sections(ChangesSummary.rules) + before + sections(ChangesSummary.payments) + after
  }

  // MARK: - What is said in the text

  /// The sections of the national templates that exclude, then those that say what is asked.
  private static let rules = [
    "hors-clas", "actions-non-eligibles", "cadre", "regles-du-collectif",
  ]
  /// Those that say when the help is paid.
  private static let payments = ["versement"]

  /// Why each of these sections changes, where its author says it.
  private func sections(_ names: [String]) -> [Point] {
    names.compactMap { name in
      guard let section = changes.comparison.sections.first(where: { $0.after?.name == name }),
        let cause = section.cause, section.nature != .unchanged
      else { return nil }
      return Point(text: cause, section: section.label)
    }
  }

  // MARK: - Where and how to file

  private var filing: String? {
    let rows = changes.comparison.values.filter { $0.group == .filing }
    if rows.isEmpty { return nil }
    if rows.allSatisfy({ $0.nature == .unchanged }) { return "La façon de déposer ne change pas." }
    let (before, after) = (platforms(changes.before.facts), platforms(changes.after.facts))
    // What the note says, and no more: a platform to which no step leads may still be open, and one
    // that another fact names may still serve.
    let gone = before.filter { !after.contains($0) && !names($0, in: changes.after.facts) }
    let new = after.filter { !before.contains($0) && !names($0, in: changes.before.facts) }
    var consequences: [String] = []
    if !gone.isEmpty {
      consequences.append("la note ne renvoie plus à \(gone.joined(separator: " ni à "))")
    }
    if !new.isEmpty {
      consequences.append(
        "\(gone.isEmpty ? "la note" : "elle") renvoie désormais à \(FrenchFormat.list(new))")
    }
    let detail = consequences.joined(separator: ", ")
    return "La façon de déposer change" + (detail.isEmpty ? "." : "\u{A0}: \(detail).")
  }

  /// The names of the platforms on which a note has one file, each once.
  private func platforms(_ facts: Record) -> [String] {
    facts.records(NoteSchema.situations).reduce(into: []) { names, situation in
      guard let name = situation.text(NoteSchema.Situation.platformName) else { return }
      if !names.contains(name) { names.append(name) }
    }
  }

  /// Whether what a note asks of those who file names a platform, in any of its texts.
  private func names(_ platform: String, in facts: Record) -> Bool {
    let name = platform.words
    var isNamed = false
    facts.forEachFact { fact, context in
      // The list of all platforms asks nothing of anybody.
      guard !isNamed, case .text(let text) = fact.value,
        [.filing, .documents, .calendar].contains(context.group),
        !context.keys.starts(with: NoteSchema.platforms.keys)
      else { return }
      isNamed = text.words.contains(name)
    }
    return isNamed
  }

  // MARK: - When

  private var dates: String? {
    let before = FilingPeriod(facts: changes.before.facts)
    guard let after = FilingPeriod(facts: changes.after.facts), after.text != before?.text
    else { return nil }
    if after.single == nil || before?.single == nil { return "Dépôt\u{A0}: \(after.text)." }
    let closing = changes.comparison.values.first {
      $0.isAt(NoteSchema.Step.end, inItemOf: NoteSchema.calendar)
        && $0.subject.item?.key == NoteSchema.Step.filingCode
    }
    if case .days(_, let inYear?)? = closing?.difference, inYear != 0,
      let difference = closing?.differenceText
    {
      return "Dépôt\u{A0}: \(after.text). La date limite tombe \(difference)."
    }
    return "Dépôt\u{A0}: \(after.text)."
  }

  // MARK: - How much

  private var amounts: String? {
    let rows = changes.comparison.values.filter { row in
      NoteSchema.sharedAmounts.contains { row.isAt($0.printed) }
    }
    let awaited = rows.filter(\.isAwaited)
    let changed = rows.filter { $0.difference != nil }
    if rows.isEmpty { return nil }
    if awaited.count == rows.count {
      return "Les montants de la prestation de service (Ps) et des bonus ne sont pas encore connus."
    }
    if rows.allSatisfy({ $0.nature == .unchanged }) {
      return "Les montants de la prestation de service (Ps) et des bonus ne changent pas."
    }
    var sentences = changed.compactMap { row -> String? in
      guard let after = row.after, let difference = row.differenceText else { return nil }
      return "\(row.label)\u{A0}: \(after.text) (\(difference))."
    }
    if !awaited.isEmpty { sentences.append("D’autres montants ne sont pas encore connus.") }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }
}

extension ValueChange {
  /// Whether it is about a fact outside lists, or about the list that stands there as a whole.
  func isAt(_ path: FactPath) -> Bool { subject.item == nil && subject.keys == path.keys }

  /// Whether it is about a fact of a record of a list.
  func isAt(_ path: FactPath, inItemOf list: FactPath) -> Bool {
    subject.item?.list == list.keys && subject.keys == list.keys + path.keys
  }

  /// Whether the new note still waits for the value: it did not change, nobody knows it.
  var isAwaited: Bool { nature == .modified && after?.value.isKnown == false }
}
