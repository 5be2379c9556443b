import Configuration
import Diagnostics
import Facts
import Files
import Markdown
import Templates

/// The pages of `site/pages/*.md`: what a public site owes its readers besides the notes.
///
/// They are written in the template language and see the settings of the site under `site`.
enum TextPages {
  static let folder = "site/pages"

  static func pages(
    _ tree: SourceTree, settings: Settings, diagnostics: inout DiagnosticList
  ) -> [Page] {
    tree.sources(in: folder).compactMap { source in
      guard source.path.hasSuffix(".md") else { return nil }
      return page(source, settings: settings, diagnostics: &diagnostics)
    }
  }

  private static func page(
    _ source: SourceText, settings: Settings, diagnostics: inout DiagnosticList
  ) -> Page? {
    guard let template = Template.parse(source, format: .markdown, diagnostics: &diagnostics)
    else { return nil }
    let library = TemplateLibrary()
    var found = DiagnosticList()
    let checked = TemplateChecker(schema: form.schema)
      .check(template, library: library, diagnostics: &found)
    diagnostics.add(contentsOf: found)
    guard !found.hasErrors else { return nil }

    let rendered = TemplateRenderer(library: library)
      .render(checked, with: form.record(of: settings))
    var document = Preparation(reservedIdentifiers: ["contenu"])
      .document([SectionText(markdown: rendered.text, isNumbered: false)])
    let text = SourceText(path: source.path, text: rendered.text)
    func locate(_ position: Position) -> (place: Place, includedFrom: [Place]) {
      let offset = text.utf8Offset(line: position.line, byteColumn: position.column)
      let origin = rendered.map.origin(ofUTF8: offset)
      return (origin?.place ?? Place(file: source.path), origin?.includedFrom ?? [])
    }
    for problem in problems(in: document, locate: locate) { diagnostics.add(problem) }

    guard let title = document.takeTitle() else {
      diagnostics.add(.pageWithoutTitle(source.path))
      return nil
    }
    let name = source.path.dropFirst(folder.count + 1).dropLast(".md".count)
    return Page(
      content: TextPage(title: title, html: HTMLRenderer.render(document)),
      address: PageAddress(name + "/"), title: title,
      description: "\(title) du site « \(settings.title) ».",
      writtenLinks: WrittenLink.all(in: document) { locate($0) })
  }

  /// What the text itself sees.
  private static let form = Form<Settings>(
    "la page", [.facts("site", SettingsSchema.settings) { $0.record }])
}

extension Document {
  /// Removes the heading of level 1 that begins the page, and returns its text.
  fileprivate mutating func takeTitle() -> String? {
    guard let first = blocks.first, case .heading(let heading) = first.kind, heading.level == 1
    else { return nil }
    blocks.removeFirst()
    return heading.content.plainText
  }
}

extension Diagnostic {
  fileprivate static func pageWithoutTitle(_ path: String) -> Diagnostic {
    Diagnostic(
      WebsiteCode.pageWithoutTitle, "La page « \(path) » ne commence pas par son titre.",
      at: Place(file: path), expected: "« # Titre de la page » en première ligne")
  }
}
