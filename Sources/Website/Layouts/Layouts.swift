import Configuration
import Diagnostics
import Facts
import Files
import Templates

/// The layouts of `site/layouts/`, parsed and checked against what pages give them.
struct Layouts: Sendable {
  static let folder = "site/layouts"

  /// Each layout with what it includes, checked against what its page gives it, by its name.
  private var pages: [Page.Layout: TemplateLibrary] = [:]
  private var texts: [TextLayout: TemplateLibrary] = [:]

  /// The layouts that make text files, by the name of their file.
  enum TextLayout: String, CaseIterable {
    case note
    case summary = "resume"

    var form: Form<NoteText> {
      switch self {
      case .note: NoteText.form
      case .summary: NoteText.summaryForm
      }
    }
  }

  init(_ tree: SourceTree, diagnostics: inout DiagnosticList) {
    let html = Layouts.library(tree, suffix: ".html", format: .html, diagnostics: &diagnostics)
    let text = Layouts.library(tree, suffix: ".txt", format: .text, diagnostics: &diagnostics)
    for layout in Page.Layout.allCases {
      pages[layout] = Layouts.checked(
        layout.rawValue, in: html, suffix: ".html", schema: layout.schema, tree: tree,
        diagnostics: &diagnostics)
    }
    for layout in TextLayout.allCases {
      texts[layout] = Layouts.checked(
        layout.rawValue, in: text, suffix: ".txt", schema: layout.form.schema, tree: tree,
        diagnostics: &diagnostics)
    }
    reportUseless(in: tree, diagnostics: &diagnostics)
  }

  func page(_ layout: Page.Layout, with record: Record) -> String {
    render(layout.rawValue, in: pages[layout], with: record)
  }

  func text(_ layout: TextLayout, with record: Record) -> String {
    render(layout.rawValue, in: texts[layout], with: record)
  }

  private func render(_ name: String, in library: TemplateLibrary?, with record: Record) -> String {
    guard let library, let template = library[name] else {
      preconditionFailure("layouts are rendered only once they are checked")
    }
    return TemplateRenderer(library: library).render(template, with: record).text
  }

  private static func library(
    _ tree: SourceTree, suffix: String, format: OutputFormat, diagnostics: inout DiagnosticList
  ) -> TemplateLibrary {
    var templates: [String: Template] = [:]
    for source in tree.sources(in: folder) where source.path.hasSuffix(suffix) {
      let name = source.path.dropFirst(folder.count + 1).dropLast(suffix.count)
      // A layout with errors is there without its text: those that include it have no error.
      templates[String(name)] =
        Template.parse(source, format: format, diagnostics: &diagnostics)
        ?? empty(source.path, format)
    }
    for name in Set(templates.values.flatMap(\.inclusions).map(\.name))
    where templates[name] == nil && tree.isRefused("\(folder)/\(name)\(suffix)") {
      templates[name] = empty("\(folder)/\(name)\(suffix)", format)
    }
    return TemplateLibrary(templates)
  }

  private static func empty(_ path: String, _ format: OutputFormat) -> Template? {
    var none = DiagnosticList()
    return Template.parse(SourceText(path: path, text: ""), format: format, diagnostics: &none)
  }

  /// Checks a layout and all that it includes against what its page gives it.
  ///
  /// - Returns: what can be reached from it; nil when it does not exist.
  private static func checked(
    _ name: String, in library: TemplateLibrary, suffix: String, schema: Schema,
    tree: SourceTree, diagnostics: inout DiagnosticList
  ) -> TemplateLibrary? {
    let path = "\(folder)/\(name)\(suffix)"
    guard tree[path] != nil else {
      if !tree.isRefused(path) { diagnostics.add(.missingLayout(path)) }
      return nil
    }
    let checker = TemplateChecker(schema: schema)
    var templates: [String: Template] = [:]
    for name in library.reachable(from: [name]) {
      templates[name] = library[name].map {
        checker.check($0, library: library, diagnostics: &diagnostics)
      }
    }
    library.checkCycles(from: [name], diagnostics: &diagnostics)
    return TemplateLibrary(templates)
  }

  private func reportUseless(in tree: SourceTree, diagnostics: inout DiagnosticList) {
    // What a layout with errors includes is unknown.
    guard !diagnostics.hasErrors else { return }
    let used = Set(pages.values.flatMap(\.names).map { "\(Layouts.folder)/\($0).html" })
      .union(texts.values.flatMap(\.names).map { "\(Layouts.folder)/\($0).txt" })
    for source in tree.sources(in: Layouts.folder) where !used.contains(source.path) {
      diagnostics.add(.uselessLayout(source.path))
    }
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
