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
    func render(total: Int) -> (sections: [ShownSection], steps: Int) {
      var renderer = ChangesRenderer(titles: titles, total: total, link: after.target(of:))
      let sections = changes.map { change -> ShownSection in
        let oldLink =
          change.nature == .removed ? change.before.flatMap { before.section($0.name) } : nil
        let (title, content) =
          oldLink == nil ? renderer.section(change) : renderer.removedSection(change)
        return ShownSection(
          change: change, title: title, content: content, remarks: titles.remarks(on: change),
          link: change.after.flatMap { after.section($0.name) }, oldLink: oldLink)
      }
      return (sections, renderer.steps)
    }
    return render(total: render(total: .max).steps).sections
  }
}

/// A section that does not change.
struct UnchangedSection {
  let title: String
  let link: String?

  static let form = Form<UnchangedSection>(
    "une partie inchangée", [.text("titre") { $0.title }, .optionalText("lien") { $0.link }])
}
