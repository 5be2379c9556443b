package import Configuration
import Diagnostics
import Facts
import Files
import Markdown
import Templates
import Work

/// The section files that a note may use, each parsed once, and which of them a name means for it.
package struct SectionLibrary: Sendable {
  /// The folders in which sections are looked up, by path, with the templates they hold.
  private var folders: [String: [String: Template]] = [:]
  /// The section files that were parsed last, also those with errors of syntax, by path.
  private(set) var paths: [String] = []
  /// What is wrong with the words alone, which hides no other fault: it is told beside them.
  private(set) var slips = DiagnosticList()
  private var tree: SourceTree

  /// Parses every section file of the families.
  init(_ tree: SourceTree, diagnostics: inout DiagnosticList) {
    self.tree = tree
    parse(in: "templates", diagnostics: &diagnostics)
  }

  /// The same with those of a department.
  ///
  /// - Parameter tree: one that holds them.
  func adding(
    _ department: String, in tree: SourceTree, diagnostics: inout DiagnosticList
  ) -> SectionLibrary {
    var library = self
    library.tree = tree
    library.parse(in: "departments/" + department, diagnostics: &diagnostics)
    return library
  }

  private mutating func parse(in folder: String, diagnostics: inout DiagnosticList) {
    let sources = tree.sources(below: folder).filter { SectionLibrary.isSection($0.path) }
    paths = sources.map(\.path)
    slips = DiagnosticList()
    let parsed = WorkSharing.map(sources) { source in
      var found = DiagnosticList()
      let template = Template.parse(source, format: .markdown, diagnostics: &found)
      return (template: template, found: found, slips: SectionLibrary.slips(in: source, template))
    }
    for (path, parsed) in zip(paths, parsed) {
      self[path] = parsed.template
      diagnostics.add(contentsOf: parsed.found)
      slips.add(contentsOf: parsed.slips)
    }
  }

  private static func slips(in source: SourceText, _ template: Template?) -> DiagnosticList {
    var found = DiagnosticList()
    if source.text.allSatisfy(\.isWhitespace) { found.add(.emptySection(source.path)) }
    if let template { template.proofread(into: &found) }
    source.reportInvisible(into: &found)
    return found
  }

  /// The file at a path; nil for one with errors of syntax.
  private subscript(path: String) -> Template? {
    get { folders[SectionLibrary.folder(of: path)]?[SectionLibrary.name(of: path)] }
    set {
      folders[SectionLibrary.folder(of: path), default: [:]][SectionLibrary.name(of: path)] =
        newValue
    }
  }

  /// Checks the files that were parsed last: names, types, filters, inclusions.
  mutating func check(
    against schema: Schema, including everything: TemplateLibrary,
    diagnostics: inout DiagnosticList
  ) {
    let checker = TemplateChecker(schema: schema)
    for path in paths {
      self[path] = self[path].map {
        checker.check($0, library: everything, diagnostics: &diagnostics)
      }
    }
  }

  /// The folders that a note looks in, the most specific first: the year, the department, then the
  /// family and what families share, from the year's edition back to the oldest.
  package static func folders(
    for note: NoteFacts, family: Family, editions: [Edition]
  ) -> [String] {
    let department = "departments/\(note.department)"
    let begun = editions.filter { $0.start <= note.year }.reversed()
    return ["\(department)/\(note.year.text)", "\(department)/sections"]
      + begun.map { "templates/\(family.slug)/\($0.code)" }
      + begun.map { "templates/communs/\($0.code)" }
  }

  /// The folders of the editions that have not begun in the year of the note. A section of the
  /// family's plan that stands only there is not yet part of it.
  static func laterFolders(for note: NoteFacts, family: Family, editions: [Edition]) -> [String] {
    editions.filter { $0.start > note.year }.flatMap {
      ["templates/\(family.slug)/\($0.code)", "templates/communs/\($0.code)"]
    }
  }

  /// What each name means in these folders.
  func library(in folders: [String]) -> TemplateLibrary {
    var templates: [String: Template] = [:]
    for folder in folders {
      templates.merge(self.folders[folder] ?? [:]) { first, _ in first }
    }
    return TemplateLibrary(templates)
  }

  func isParsed(_ path: String) -> Bool {
    self[path] != nil
  }

  /// Whether none of the files that were parsed last has errors of syntax.
  var areParsed: Bool { paths.allSatisfy(isParsed) }

  /// Every name of a project, to check inclusions and for suggestions, without the texts: a file that
  /// cannot be read exists too, and was told already.
  static func everything(in tree: SourceTree) -> TemplateLibrary {
    var none = DiagnosticList()
    let empty = Template.parse(
      SourceText(path: "", text: ""), format: .markdown, diagnostics: &none)
    let names = Set(tree.textNames.filter(isSection).map(name))
    return TemplateLibrary(
      Dictionary(uniqueKeysWithValues: names.compactMap { name in empty.map { (name, $0) } }))
  }

  /// Whether a file of that name exists in these folders, even one that cannot be read.
  func exists(_ name: String, in folders: [String]) -> Bool {
    folders.contains { folder in
      let path = "\(folder)/\(name).md"
      return tree[path] != nil || tree.isRefused(path)
    }
  }

  static func name(of path: String) -> String {
    String((path.split(separator: "/").last ?? "").dropLast(".md".count))
  }

  static func folder(of path: String) -> String {
    path.split(separator: "/").dropLast().joined(separator: "/")
  }

  /// Whether a text stands in a folder inside one where sections are looked up. What stands beside
  /// them was told when the names of files were read.
  static func isTooDeep(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard path.hasSuffix(".md"), parts.count > 4 else { return false }
    return parts[0] == "templates" || (parts[0] == "departments" && parts[2] == "sections")
  }

  /// Section files are Markdown, below `templates/` or `departments/`, but not in `publiees/`.
  private static func isSection(_ path: String) -> Bool {
    guard path.hasSuffix(".md") else { return false }
    let parts = path.split(separator: "/")
    guard parts.count == 4 else { return false }
    return parts[0] == "templates" || (parts[0] == "departments" && parts[2] != "publiees")
  }
}

extension Diagnostic {
  fileprivate static func emptySection(_ path: String) -> Diagnostic {
    Diagnostic(
      NoteCode.emptySection, "La section « \(SectionLibrary.name(of: path)) » est un fichier vide.",
      at: Place(file: path),
      expected:
        "son texte ; pour ne pas la publier, « sections: retirer » ; pour un texte qui ne dit "
        + "rien, une remarque {# … #}")
  }
}
