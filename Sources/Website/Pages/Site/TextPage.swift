import Configuration
import Diagnostics
import Facts
import Files
import Markdown
import Notes
import Templates

/// A page of `site/pages/*.md`: what a public site owes its readers besides the notes.
///
/// It is written in the template language and sees the settings of the site under `site`.
struct TextPage: PageContent {
  static let layout = "texte"
  static let folder = "site/pages"

  static let form = PageForm<TextPage>(
    page: "une page de texte", [.text("titre") { $0.title }, .html("contenu") { $0.html }])

  let address: PageAddress
  let title: String
  let description: String
  let html: String
  let writtenLinks: [WrittenLink]
  var styles: [String] { [NotePage.style] }

  /// All those of a project that have no error.
  static func all(
    _ tree: SourceTree, settings: Settings, diagnostics: inout DiagnosticList
  ) -> [TextPage] {
    tree.sources(in: folder).filter { $0.path.hasSuffix(".md") }.compactMap {
      TextPage($0, settings: settings, diagnostics: &diagnostics)
    }
  }

  private init?(_ source: SourceText, settings: Settings, diagnostics: inout DiagnosticList) {
    guard let template = Template.parse(source, format: .markdown, diagnostics: &diagnostics)
    else { return nil }
    template.proofread(into: &diagnostics)
    source.reportInvisible(into: &diagnostics)
    let library = TemplateLibrary()
    var found = DiagnosticList()
    let checked = TemplateChecker(schema: TextPage.textForm.schema)
      .check(template, library: library, diagnostics: &found)
    diagnostics.add(contentsOf: found)
    guard !found.hasErrors else { return nil }

    let rendered = TemplateRenderer(library: library)
      .render(checked, with: TextPage.textForm.record(of: settings))
    var document = Preparation(reservedIdentifiers: ["contenu"])
      .document([SectionText(markdown: rendered.text, isNumbered: false, highestLevel: 1)])
    let text = SourceText(path: source.path, text: rendered.text)
    func locate(_ position: Position) -> (place: Place, includedFrom: [Place]) {
      let offset = text.utf8Offset(line: position.line, byteColumn: position.column)
      let origin = rendered.map.origin(ofUTF8: offset)
      return (origin?.place ?? Place(file: source.path), origin?.includedFrom ?? [])
    }
    let problems = problems(in: document, locate: locate) { position in
      let offset = text.utf8Offset(line: position.line, byteColumn: position.column)
      return rendered.map.words(atUTF8: offset, length: position.length)
    }
    for problem in problems { diagnostics.add(problem) }

    guard let title = document.takeTitle() else {
      diagnostics.add(.pageWithoutTitle(source.path))
      return nil
    }
    let name = source.path.dropFirst(TextPage.folder.count + 1).dropLast(".md".count)
    address = PageAddress(name + "/")
    self.title = title
    description = "\(title) du site « \(settings.title) »."
    html = HTMLRenderer.render(document)
    writtenLinks = WrittenLink.all(in: document) { locate($0) }
  }

  private static let textForm = Form<Settings>(
    "la page", [.init("site", .record(SettingsSchema.settings)) { .record($0.record) }])
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
