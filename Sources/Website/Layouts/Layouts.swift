import Configuration
public import Diagnostics
import Facts
import Files
import Templates
import Work

/// The layouts of `site/layouts/`, parsed and checked against what pages give them.
struct Layouts: Sendable {
  static let folder = "site/layouts"

  /// Every kind of page.
  static let pages: [any PageContent.Type] =
    [
      HomePage.self, DepartmentPage.self, SideBySidePage.self, YearsPage.self, NotePage.self,
      ProcedurePage.self, SimulatorPage.self,
      ChangesPage.self,
      NoteTextPage.self, OriginPage.self, SiteMapPage.self, SearchPage.self, GlossaryPage.self,
      NotFoundPage.self,
      TextPage.self,
      MovedPage.self,
    ] + DocumentKind.contents

  /// Each layout with what it includes, checked against what its page gives it, by its file.
  private var checked: [String: TemplateLibrary] = [:]

  init(_ tree: SourceTree, diagnostics: inout DiagnosticList) {
    let html = LayoutFiles(tree, suffix: ".html", format: .html, diagnostics: &diagnostics)
    let text = LayoutFiles(tree, suffix: ".txt", format: .text, diagnostics: &diagnostics)
    let pages =
      Layouts.pages.map { ($0.layout, $0.schema) }
      + [(ChangesDocument.layout, ChangesDocument.form.schema)]
    let found = WorkSharing.map(pages) { name, schema in
      var found = DiagnosticList()
      let library = html.checked(name, schema, in: tree, diagnostics: &found)
      return (library: library, found: found)
    }
    for ((name, _), found) in zip(pages, found) {
      checked[name + ".html"] = found.library
      diagnostics.add(contentsOf: found.found)
    }
    for layout in NoteText.Layout.allCases {
      checked[layout.file] = text.checked(
        layout.rawValue, layout.form.schema, in: tree, diagnostics: &diagnostics)
    }
  }

  /// Reports the layouts of a tree that no page uses; to be asked when none has errors: what one with
  /// errors includes is unknown.
  func reportUseless(in tree: SourceTree, diagnostics: inout DiagnosticList) {
    let used = Set(
      checked.flatMap { file, library in
        library.names.map { "\(Layouts.folder)/\($0).\(SourceTree.suffix(file))" }
      })
    for source in tree.sources(in: Layouts.folder) where !used.contains(source.path) {
      diagnostics.add(.uselessLayout(source.path))
    }
  }

  /// - Parameter file: the name of the layout's file.
  ///
  /// **Errors**: `gabarit-trop-lourd`.
  func bytes(
    _ file: String, with record: Record, diagnostics: inout DiagnosticList
  ) -> [UInt8] {
    let (library, template) = template(file)
    return TemplateRenderer(library: library)
      .bytes(template, with: record, diagnostics: &diagnostics)
  }

  /// The same page, and where the values in it were written.
  func placed(_ file: String, with record: Record) -> PlacedPage {
    let (library, template) = template(file)
    let rendered = TemplateRenderer(library: library).render(template, with: record)
    let bytes = Array(rendered.text.utf8)
    return PlacedPage(bytes: bytes, values: rendered.map.insertions(length: bytes.count))
  }

  private func template(_ file: String) -> (TemplateLibrary, Template) {
    let name = file.prefix { $0 != "." }
    guard let library = checked[file], let template = library[String(name)] else {
      preconditionFailure("layouts are rendered only once they are checked")
    }
    return (library, template)
  }
}

/// A page with the places of its values, for whoever changes them where they are read.
public struct PlacedPage: Sendable {
  public let bytes: [UInt8]
  /// The ranges of the bytes that were written in a file, in order, and where; some stand in
  /// attributes.
  public let values: [(range: Range<Int>, place: Place)]
}

/// The layouts of one format.
private struct LayoutFiles {
  let library: TemplateLibrary
  let suffix: String

  init(
    _ tree: SourceTree, suffix: String, format: OutputFormat, diagnostics: inout DiagnosticList
  ) {
    self.suffix = suffix
    var templates: [String: Template] = [:]
    let sources = tree.sources(in: Layouts.folder).filter { $0.path.hasSuffix(suffix) }
    let parsed = WorkSharing.map(sources) { source in
      var found = DiagnosticList()
      source.reportInvisible(readsEntities: format == .html, into: &found)
      // A layout with errors is there without its text: those that include it have no error.
      let template =
        Template.parse(source, format: format, diagnostics: &found)
        ?? LayoutFiles.empty(source.path, format)
      return (template: template, found: found)
    }
    for (source, parsed) in zip(sources, parsed) {
      let name = source.path.dropFirst(Layouts.folder.count + 1).dropLast(suffix.count)
      templates[String(name)] = parsed.template
      diagnostics.add(contentsOf: parsed.found)
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

  /// Checks a layout and all that it includes against what its page gives it.
  ///
  /// - Returns: what can be reached from it; nil when it does not exist.
  func checked(
    _ name: String, _ schema: Schema, in tree: SourceTree, diagnostics: inout DiagnosticList
  ) -> TemplateLibrary? {
    let path = "\(Layouts.folder)/\(name)\(suffix)"
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
