import Configuration
import Diagnostics
import Facts
import Files
import Templates

/// The layouts of `site/layouts/`, parsed and checked against what pages give them.
struct Layouts: Sendable {
  static let folder = "site/layouts"

  /// Every kind of page.
  private static let pages: [any PageContent.Type] = [
    HomePage.self, DepartmentPage.self, NotePage.self, SimulatorPage.self, ChangesPage.self,
    SiteMapPage.self, NotFoundPage.self, TextPage.self,
  ]

  private let html: LayoutFiles
  private let text: LayoutFiles

  init(_ tree: SourceTree, diagnostics: inout DiagnosticList) {
    html = LayoutFiles(tree, suffix: ".html", format: .html, diagnostics: &diagnostics)
    text = LayoutFiles(tree, suffix: ".txt", format: .text, diagnostics: &diagnostics)
    var used: Set<String> = []
    for page in Layouts.pages {
      used.formUnion(html.check(page.layout, page.schema, in: tree, diagnostics: &diagnostics))
    }
    let alone = ComparisonFile.self
    used.formUnion(
      html.check(alone.layout, alone.form.schema, in: tree, diagnostics: &diagnostics))
    for layout in NoteText.Layout.allCases {
      used.formUnion(
        text.check(layout.rawValue, layout.form.schema, in: tree, diagnostics: &diagnostics))
    }
    // What a layout with errors includes is unknown.
    guard !diagnostics.hasErrors else { return }
    for source in tree.sources(in: Layouts.folder) where !used.contains(source.path) {
      diagnostics.add(.uselessLayout(source.path))
    }
  }

  func page(_ layout: String, with record: Record) -> String { html.render(layout, with: record) }

  func text(_ layout: NoteText.Layout, with record: Record) -> String {
    text.render(layout.rawValue, with: record)
  }
}

/// The layouts of one format.
private struct LayoutFiles: Sendable {
  let library: TemplateLibrary
  let suffix: String

  init(
    _ tree: SourceTree, suffix: String, format: OutputFormat, diagnostics: inout DiagnosticList
  ) {
    self.suffix = suffix
    var templates: [String: Template] = [:]
    for source in tree.sources(in: Layouts.folder) where source.path.hasSuffix(suffix) {
      let name = source.path.dropFirst(Layouts.folder.count + 1).dropLast(suffix.count)
      // A layout with errors is there without its text: those that include it have no error.
      templates[String(name)] =
        Template.parse(source, format: format, diagnostics: &diagnostics)
        ?? LayoutFiles.empty(source.path, format)
    }
    for name in Set(templates.values.flatMap(\.inclusions).map(\.name)) {
      let path = "\(Layouts.folder)/\(name)\(suffix)"
      if templates[name] == nil, tree.isRefused(path) {
        templates[name] = LayoutFiles.empty(path, format)
      }
    }
    library = TemplateLibrary(templates)
  }

  private static func empty(_ path: String, _ format: OutputFormat) -> Template? {
    var none = DiagnosticList()
    return Template.parse(SourceText(path: path, text: ""), format: format, diagnostics: &none)
  }

  func render(_ name: String, with record: Record) -> String {
    guard let template = library[name] else {
      preconditionFailure("layouts are rendered only once they are checked")
    }
    return TemplateRenderer(library: library).render(template, with: record).text
  }

  /// Checks a layout and all that it includes against what its page gives it; returns their paths.
  func check(
    _ name: String, _ schema: Schema, in tree: SourceTree, diagnostics: inout DiagnosticList
  ) -> [String] {
    let path = "\(Layouts.folder)/\(name)\(suffix)"
    guard tree[path] != nil else {
      if !tree.isRefused(path) { diagnostics.add(.missingLayout(path)) }
      return []
    }
    let checker = TemplateChecker(schema: schema)
    let names = library.reachable(from: [name])
    for template in names.compactMap({ library[$0] }) {
      checker.check(template, library: library, diagnostics: &diagnostics)
    }
    library.checkCycles(from: [name], diagnostics: &diagnostics)
    return names.map { "\(Layouts.folder)/\($0)\(suffix)" }
  }
}

extension Diagnostic {
  fileprivate static func missingLayout(_ path: String) -> Diagnostic {
    Diagnostic(
      WebsiteCode.missingLayout, "La mise en page « \(path) » n’existe pas.", at: Place(file: path),
      expected: "ce fichier : le site en a besoin pour une de ses pages")
  }

  fileprivate static func uselessLayout(_ path: String) -> Diagnostic {
    Diagnostic(
      WebsiteCode.uselessLayout, "La mise en page « \(path) » ne sert à aucune page.",
      at: Place(file: path), expected: "un fichier qu’une page emploie ou qu’une autre inclut")
  }
}
