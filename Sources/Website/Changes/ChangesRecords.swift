import Comparison
import Facts
import Markdown
import Notes

/// What the layouts of a comparison receive.
struct ChangesRecords {
  let changes: NoteChanges
  /// Where a file of the site stands from the page; nil on a page that stands alone.
  let linkToFile: ((String) -> String)?

  private var comparison: NoteComparison { changes.comparison }

  var values: Record {
    let titles = SectionTitles(comparison)
    let sections = self.sections(titles)
    return Record(values: [
      "avant": .record(identity(of: changes.before)),
      "apres": .record(identity(of: changes.after)),
      "rien": .boolean(comparison.isEmpty),
      "essentiel": .texts(
        ChangesSummary(changes: changes).points.map { FrenchTypography.apply(to: $0) }),
      "resume": .text(summary(steps: sections.steps)),
      "groupes": .records(groups),
      "sections": .records(sections.records),
      "inchangees": .records(unchanged),
      "personnes": .boolean(changes.hidesPersons),
      "personnes_changent": .boolean(changes.changesPersons),
    ])
  }

  private func identity(of note: Note) -> Record {
    let records = NoteRecords(note: note)
    let isSameDepartment = changes.before.department == changes.after.department
    let name = isSameDepartment ? "" : records.department.noun + " "
    return Record(values: [
      "nom": .text(name + note.year.text + note.draftMark),
      "annee": .text(note.year.text),
      "lien": linkToFile.map { .text($0(note.address.file)) },
      "contacts_lien": linkToFile.map { .text($0(note.address.file) + "#page-contacts") },
    ])
  }

  // MARK: - Summary

  /// What changed, in one or two sentences, money and dates first.
  private func summary(steps: Int) -> String {
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
      let count = shown.count { $0.nature == nature }
      return count == 0 ? nil : "\(FrenchFormat.integer(count)) \(word)\(count > 1 ? "s" : "")"
    }
    if natures.isEmpty {
      sentences.append("Le texte ne change pas.")
    } else {
      let total = shown.count { $0.nature != .unchanged }
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

  // MARK: - Values

  private var groups: [Record] {
    FactGroup.allCases.compactMap { group in
      let changes = comparison.values.filter { $0.group == group }
      if changes.isEmpty { return nil }
      let awaited = changes.count { $0.isAwaited }
      let count = changes.count { $0.nature != .unchanged } - awaited
      let counts = [
        count == 0 ? nil : FrenchFormat.count(count, "changement", "changements"),
        awaited == 0 ? nil : "\(FrenchFormat.integer(awaited)) à venir",
      ].compactMap(\.self)
      return Record(values: [
        "id": .text("valeurs-" + group.rawValue),
        "titre": .text(group.title),
        "compte": .text(counts.isEmpty ? "inchangé" : counts.joined(separator: ", ")),
        "lignes": .records(ChangedValueRows(changes).records),
      ])
    }
  }

  // MARK: - Text

  /// The sections that say something new, in the order of display.
  private var shown: [SectionChange] {
    comparison.sections.filter {
      $0.nature != .departed && ($0.nature != .unchanged || $0.isMoved || $0.isRenamed)
    }
  }

  private func sections(_ titles: SectionTitles) -> (records: [Record], steps: Int) {
    func render(total: Int) -> (records: [Record], steps: Int) {
      var renderer = ChangesRenderer(titles: titles, total: total, link: address)
      let records = shown.map { section -> Record in
        // What is gone can be read where it stood: its text would weigh on the page.
        let oldLink = section.nature == .removed ? oldPlace(of: section) : nil
        let (title, content) =
          oldLink == nil
          ? renderer.section(section) : renderer.removedSection(section)
        let remarks = titles.remarks(on: section)
        return Record(values: [
          "titre": .html(title),
          "id": .text("s-" + section.label.name),
          "remarques": .texts(remarks.map { FrenchFormat.capitalized($0) }),
          "cause": section.cause.map { .text(FrenchTypography.apply(to: $0)) },
          "contenu": .html(content),
          "nouvelle": .boolean(section.nature == .added),
          "supprimee": .boolean(section.nature == .removed),
          "lien": section.after.flatMap { place(of: $0.name, in: changes.after) }.map { .text($0) },
          "ancien_lien": oldLink.map { .text($0) },
        ])
      }
      return (records, renderer.steps)
    }
    return render(total: render(total: .max).steps)
  }

  private var unchanged: [Record] {
    comparison.sections.filter {
      $0.nature == .unchanged && !$0.isMoved && !$0.isRenamed
    }.map { section in
      Record(values: [
        "titre": .text(
          section.label.title
            + (changes.maskedSections.contains(section.label.name) ? " (hors personnes)" : "")),
        "lien": place(of: section.label.name, in: changes.after).map { .text($0) },
      ])
    }
  }

  private func oldPlace(of section: SectionChange) -> String? {
    section.before.flatMap { place(of: $0.name, in: changes.before) }
  }

  /// The address of a section of a note, when its page has that anchor.
  private func place(of section: String, in note: Note) -> String? {
    guard note.headingIdentifiers.contains(section) else { return nil }
    return linkToFile.map { $0(note.address.file) + "#" + section }
  }

  /// Where a link of the new note's text leads from the page.
  private func address(_ destination: String) -> String? {
    switch Address(destination) {
    case .web, .mail, .telephone: return destination
    case .anchor(let name):
      return changes.after.headingIdentifiers.contains(name)
        ? linkToFile.map { $0(changes.after.address.file) + "#" + name } : nil
    case .relative:
      guard let linkToFile, !destination.hasPrefix("/"), !destination.hasPrefix(".") else {
        return nil
      }
      return linkToFile(changes.after.address.folder + destination)
    case .unsafe: return nil
    }
  }
}

extension Note {
  /// The anchors of the headings of the note's page.
  var headingIdentifiers: Set<String> {
    Set(
      document.blocks.compactMap {
        if case .heading(let heading) = $0.kind { heading.identifier } else { nil }
      })
  }
}
