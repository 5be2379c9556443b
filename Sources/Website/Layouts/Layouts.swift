import Configuration
import Diagnostics
import Facts
import Files
import Templates

/// The layouts of `site/layouts/`, parsed and checked against what pages give them.
struct Layouts: Sendable {
  static let folder = "site/layouts"

  private let html: TemplateLibrary
  private let text: TemplateLibrary

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
    html = Layouts.library(tree, suffix: ".html", format: .html, diagnostics: &diagnostics)
    text = Layouts.library(tree, suffix: ".txt", format: .text, diagnostics: &diagnostics)
    for layout in Page.Layout.allCases {
      check(
        layout.rawValue, in: html, suffix: ".html", schema: layout.schema, tree: tree,
        diagnostics: &diagnostics)
    }
    for layout in TextLayout.allCases {
      check(
        layout.rawValue, in: text, suffix: ".txt", schema: layout.form.schema, tree: tree,
        diagnostics: &diagnostics)
    }
    reportUseless(in: tree, diagnostics: &diagnostics)
  }

  func page(_ layout: Page.Layout, with record: Record) -> String {
    render(layout.rawValue, in: html, with: record)
  }

  func text(_ layout: TextLayout, with record: Record) -> String {
    render(layout.rawValue, in: text, with: record)
  }

  private func render(_ name: String, in library: TemplateLibrary, with record: Record) -> String {
    guard let template = library[name] else {
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
  private func check(
    _ name: String, in library: TemplateLibrary, suffix: String, schema: Schema,
    tree: SourceTree, diagnostics: inout DiagnosticList
  ) {
    let path = "\(Layouts.folder)/\(name)\(suffix)"
    guard tree[path] != nil else {
      if !tree.isRefused(path) { diagnostics.add(.missingLayout(path)) }
      return
    }
    let checker = TemplateChecker(schema: schema)
    for name in library.reachable(from: [name]) {
      guard let template = library[name] else { continue }
      checker.check(template, library: library, diagnostics: &diagnostics)
    }
    library.checkCycles(from: [name], diagnostics: &diagnostics)
  }

  private func reportUseless(in tree: SourceTree, diagnostics: inout DiagnosticList) {
    // What a layout with errors includes is unknown.
    guard !diagnostics.hasErrors else { return }
    var used: Set<String> = []
    for (library, names, suffix) in [
      (html, Page.Layout.allCases.map(\.rawValue), ".html"),
      (text, TextLayout.allCases.map(\.rawValue), ".txt"),
    ] {
      for name in library.reachable(from: names) {
        used.insert("\(Layouts.folder)/\(name)\(suffix)")
      }
    }
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
