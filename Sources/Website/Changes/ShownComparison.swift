import Comparison
import Facts
import Markdown
import Notes

/// A comparison as its readers see it, on the site or alone.
struct ShownComparison {
  private let changes: NoteChanges
  private let before: ShownNote
  private let after: ShownNote

  private var comparison: NoteComparison { changes.comparison }

  /// - Parameter linkToFile: where a file of the site stands from the page; nil on a page that stands
  ///   alone.
  init(_ changes: NoteChanges, linkToFile: ((String) -> String)?) {
    self.changes = changes
    let isSameDepartment = changes.before.department == changes.after.department
    func shown(_ note: Note) -> ShownNote {
      ShownNote(
        note: note,
        name: (isSameDepartment ? "" : note.departmentName.noun + " ") + note.year.text
          + note.draftMark,
        links: NoteLinks(to: note, linkToFile: linkToFile))
    }
    before = shown(changes.before)
    after = shown(changes.after)
  }

  static let form = Form<ShownComparison>(
    "une comparaison",
    [
      .record("avant", ShownNote.form) { $0.before },
      .record("apres", ShownNote.form) { $0.after },
      .flag("rien") { $0.comparison.isEmpty },
      .texts("essentiel") {
        ChangesSummary(changes: $0.changes).points.map { FrenchTypography.apply(to: $0) }
      },
      .text("resume") { $0.summary },
      .records("groupes", ValueGroup.form) { ValueGroup.all(in: $0.comparison) },
      .records("sections", ShownSection.form) { $0.sections },
      .records("inchangees", UnchangedSection.form) { $0.unchanged },
      .flag("personnes") { $0.changes.hidesPersons },
      .flag("personnes_changent") { $0.changes.changesPersons },
    ])

  // MARK: - Summary

  /// What changed, in one or two sentences, money and dates first.
  private var summary: String {
    if comparison.isEmpty { return "Rien ne change d’une note à l’autre." }
    var sentences: [String] = []
    let (counts, awaited) = (counts, comparison.changedValues.count { $0.isAwaited })
    let total = counts.reduce(0) { $0 + $1.number }
    sentences.append(
      counts.isEmpty
        ? "Aucun montant, aucune date, aucune démarche ne change."
        : "\(FrenchFormat.capitalized(FrenchFormat.list(counts.map(\.text)))) "
          + (total == 1 ? "change." : "changent."))
    if awaited > 0 {
      let plural = awaited > 1 ? "s" : ""
      sentences.append(
        "\(FrenchFormat.count(awaited, "valeur")) \(awaited > 1 ? "ne sont" : "n’est") pas encore "
          + "connue\(plural).")
    }
    let natures = [
      (SectionChange.Nature.modified, "modifiée"), (.added, "nouvelle"), (.removed, "supprimée"),
    ].compactMap { nature, word -> String? in
      let count = changed.count { $0.nature == nature }
      return count == 0 ? nil : "\(FrenchFormat.integer(count)) \(word)\(count > 1 ? "s" : "")"
    }
    if natures.isEmpty {
      sentences.append("Le texte ne change pas.")
    } else {
      let total = changed.count { $0.nature != .unchanged }
      sentences.append(
        "Dans le texte, \(FrenchFormat.count(total, "partie")) \(total > 1 ? "changent" : "change")"
          + "\u{A0}: \(FrenchFormat.list(natures)).")
    }
    return sentences.joined(separator: " ")
  }

  /// « 4 montants », « 6 points du calendrier », then the others together.
  private var counts: [(number: Int, text: String)] {
    [
      count([.amounts], "montant", "montants"),
      count([.calendar], "point du calendrier", "points du calendrier"),
      count([.filing], "point du dépôt", "points du dépôt"),
      count([.documents], "pièce à joindre", "points des pièces à joindre"),
      count([.contacts, .partners, .rest], "autre point", "autres points"),
    ].filter { $0.number > 0 }
  }

  private func count(
    _ groups: [FactGroup], _ one: String, _ many: String
  ) -> (number: Int, text: String) {
    let count = comparison.changedValues.count { groups.contains($0.group) && !$0.isAwaited }
    return (count, FrenchFormat.count(count, one, many))
  }

  // MARK: - Text

  /// The sections that say something new, in the order of display.
  private var changed: [SectionChange] {
    comparison.sections.filter {
      $0.nature != .departed && ($0.nature != .unchanged || $0.isMoved || $0.isRenamed)
    }
  }

  private var sections: [ShownSection] {
    ShownSection.all(
      changed, titles: SectionTitles(comparison), before: before.links, after: after.links)
  }

  private var unchanged: [UnchangedSection] {
    comparison.sections.filter {
      $0.nature == .unchanged && !$0.isMoved && !$0.isRenamed
    }.map { section in
      let name = section.label.name
      return UnchangedSection(
        title: section.label.title
          + (changes.maskedSections.contains(name) ? " (hors personnes)" : ""),
        link: after.links.section(name))
    }
  }
}
