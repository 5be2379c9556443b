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

  init(_ changes: NoteChanges, linkToFile: ((String) -> String)?) {
    self.changes = changes
    let isSameDepartment = changes.before.department == changes.after.department
    func shown(_ note: Note) -> ShownNote {
      let department = isSameDepartment ? "" : note.departmentName.noun + " "
      return ShownNote(
        name: department + note.year.text + note.draftMark, note: note,
        anchors: note.headingIdentifiers, linkToFile: linkToFile)
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
      .records("essentiel", ChangesSummary.Point.form) {
        ChangesSummary(changes: $0.changes).points
      },
      .text("resume") { $0.summary },
      .records("groupes", ValueGroup.form) { ValueGroup.all(in: $0.comparison) },
      .records("sections", ShownSection.form) { $0.sections },
      .records("inchangees", unchangedForm) { $0.unchanged },
      .flag("personnes") { $0.changes.hidesPersons },
      .flag("personnes_changent") { $0.changes.changesPersons },
    ])

  // MARK: - Summary

  /// How much changed in the text, and what nobody knows yet.
  private var summary: String {
    if comparison.isEmpty { return "Rien ne change d’une note à l’autre." }
    var sentences: [String] = []
    let awaited = comparison.changedValues.count { $0.isAwaited }
    if comparison.changedValues.count == awaited {
      sentences.append("Aucun montant, aucune date, aucune démarche ne change.")
    }
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

  // MARK: - Text

  /// The sections that say something new, in the order of display.
  private var changed: [SectionChange] {
    comparison.sections.filter {
      $0.nature != .departed && ($0.nature != .unchanged || $0.isMoved || $0.isRenamed)
    }
  }

  private var sections: [ShownSection] {
    ShownSection.all(changed, titles: SectionTitles(comparison), before: before, after: after)
  }

  private static let unchangedForm = Form<(title: String, link: String?)>(
    "une partie inchangée", [.text("titre") { $0.title }, .optionalAddress("lien") { $0.link }])

  private var unchanged: [(title: String, link: String?)] {
    comparison.sections.filter {
      $0.nature == .unchanged && !$0.isMoved && !$0.isRenamed
    }.map { section in
      let name = section.label.name
      let mark = changes.maskedSections.contains(name) ? " (hors personnes)" : ""
      return (section.label.title + mark, after.section(name))
    }
  }
}

/// One of the two notes of a comparison: where it, its sections and what it links to stand from the
/// page.
struct ShownNote {
  /// The department, when it does not go without saying, and the year.
  let name: String
  let note: Note
  let anchors: Set<String>
  /// Where a file of the site stands from the page; nil on a page that stands alone.
  let linkToFile: ((String) -> String)?

  static let form = Form<ShownNote>(
    "une note comparée",
    [
      .text("nom") { $0.name },
      .text("annee") { $0.note.year.text },
      .optionalAddress("lien") { $0.page },
      .optionalAddress("contacts_lien") { $0.page.map { $0 + "#page-contacts" } },
    ])

  private var page: String? { linkToFile.map { $0(note.address.file) } }

  /// A section, when the note's page has that anchor.
  func section(_ name: String) -> String? {
    anchors.contains(name) ? page.map { $0 + "#" + name } : nil
  }

  /// Where a link of the note's text leads.
  func target(of destination: String) -> String? {
    switch Address(destination) {
    case .web, .mail, .telephone: return destination
    case .anchor(let name): return section(name)
    case .relative:
      guard let linkToFile, !destination.hasPrefix("/"), !destination.hasPrefix(".") else {
        return nil
      }
      return linkToFile(note.address.folder + destination)
    case .unsafe: return nil
    }
  }
}

/// A section that says something new, with its changes.
struct ShownSection {
  let change: SectionChange
  /// HTML.
  let title: String
  /// HTML.
  let content: String
  let remarks: [String]
  let link: String?
  /// Where its text stands, when it is not shown: what is gone would weigh on the page.
  let oldLink: String?

  static let form = Form<ShownSection>(
    "une partie qui change",
    [
      .html("titre") { $0.title },
      .text("id") { identifier($0.change.label.name) },
      .texts("remarques") { $0.remarks.map { FrenchFormat.capitalized($0) } },
      .optionalText("cause") { $0.change.cause.map { FrenchTypography.apply(to: $0) } },
      .html("contenu") { $0.content },
      .flag("nouvelle") { $0.change.nature == .added },
      .flag("supprimee") { $0.change.nature == .removed },
      .optionalAddress("lien") { $0.link },
      .optionalAddress("ancien_lien") { $0.oldLink },
    ])

  /// The anchor of a section.
  static func identifier(_ name: String) -> String { "s-" + name }

  /// - Parameter changes: the sections of a comparison that say something new, in order.
  static func all(
    _ changes: [SectionChange], titles: SectionTitles, before: ShownNote, after: ShownNote
  ) -> [ShownSection] {
    var renderer = ChangesRenderer(titles: titles, link: after.target(of:))
    let oldLinks = changes.map { change in
      change.nature == .removed ? change.before.flatMap { before.section($0.name) } : nil
    }
    let written = zip(changes, oldLinks).map { change, oldLink in
      oldLink == nil ? renderer.section(change) : renderer.removedSection(change)
    }
    let contents = ChangesRenderer.placed(written.map(\.content))
    return changes.indices.map { rank in
      ShownSection(
        change: changes[rank], title: written[rank].title, content: contents[rank],
        remarks: titles.remarks(on: changes[rank]),
        link: changes[rank].after.flatMap { after.section($0.name) }, oldLink: oldLinks[rank])
    }
  }
}
