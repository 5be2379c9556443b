import Configuration
import Diagnostics
import Facts
import Files
import Templates

/// All the section files of the project, each parsed once, and which of them a name means for a note.
struct SectionLibrary: Sendable {
  /// The folders in which sections are looked up, by path, with the templates they hold.
  private var folders: [String: [String: Template]] = [:]
  /// Every section file, also one with errors of syntax, by path.
  private(set) var paths: [String] = []
  private let tree: SourceTree

  /// Parses every section file.
  init(_ tree: SourceTree, diagnostics: inout DiagnosticList) {
    self.tree = tree
    for source in tree.sources where SectionLibrary.isSection(source.path) {
      let path = source.path
      paths.append(path)
      guard let template = Template.parse(source, format: .markdown, diagnostics: &diagnostics)
      else { continue }
      folders[SectionLibrary.folder(of: path), default: [:]][SectionLibrary.name(of: path)] =
        template
    }
  }

  /// Checks each file once: names, types, filters, inclusions.
  mutating func check(
    against schema: Schema, including everything: TemplateLibrary,
    diagnostics: inout DiagnosticList
  ) {
    let checker = TemplateChecker(schema: schema)
    for template in templates {
      let path = template.source.path
      folders[SectionLibrary.folder(of: path)]?[SectionLibrary.name(of: path)] =
        checker.check(template, library: everything, diagnostics: &diagnostics)
    }
  }

  private var templates: [Template] {
    paths.compactMap { folders[SectionLibrary.folder(of: $0)]?[SectionLibrary.name(of: $0)] }
  }

  /// The folders that a note looks in, the most specific first: the year, the department, then the
  /// family and what families share, from the year's edition back to the oldest.
  static func folders(for note: NoteFacts, family: Family, editions: [Edition]) -> [String] {
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
    folders[SectionLibrary.folder(of: path)]?[SectionLibrary.name(of: path)] != nil
  }

  /// Every name of the project, to check inclusions and for suggestions.
  ///
  /// A file that cannot be read is there without its text: it exists, and was told already.
  var everything: TemplateLibrary {
    var templates: [String: Template] = [:]
    for folder in folders.keys.sorted() {
      templates.merge(folders[folder] ?? [:]) { first, _ in first }
    }
    let included = self.templates.flatMap(\.inclusions).map(\.name)
    for name in Set(included) where templates[name] == nil && exists(name, in: tree.folders) {
      templates[name] = SectionLibrary.empty(name)
    }
    return TemplateLibrary(templates)
  }

  private static func empty(_ name: String) -> Template? {
    var none = DiagnosticList()
    return Template.parse(
      SourceText(path: name + ".md", text: ""), format: .markdown, diagnostics: &none)
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
