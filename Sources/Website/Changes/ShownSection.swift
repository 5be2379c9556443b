import Comparison
import Facts
import Markdown

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
      .text("id") { "s-" + $0.change.label.name },
      .texts("remarques") { $0.remarks.map { FrenchFormat.capitalized($0) } },
      .optionalText("cause") { $0.change.cause.map { FrenchTypography.apply(to: $0) } },
      .html("contenu") { $0.content },
      .flag("nouvelle") { $0.change.nature == .added },
      .flag("supprimee") { $0.change.nature == .removed },
      .optionalText("lien") { $0.link },
      .optionalText("ancien_lien") { $0.oldLink },
    ])

  /// - Parameter changes: the sections of a comparison that say something new, in order.
  static func all(
    _ changes: [SectionChange], titles: SectionTitles, before: NoteLinks, after: NoteLinks
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

/// A section that does not change.
struct UnchangedSection {
  let title: String
  let link: String?

  static let form = Form<UnchangedSection>(
    "une partie inchangée", [.text("titre") { $0.title }, .optionalText("lien") { $0.link }])
}
