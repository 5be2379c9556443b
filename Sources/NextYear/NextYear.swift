public import Configuration
public import Diagnostics
public import Facts
public import Files
import Text
import YAML

/// The files of a later year, made by editing the text of an earlier one: the order, the comments and
/// the manner of writing survive.
///
/// Lasting facts are kept; dates are proposed (`a_confirmer`), the barème is `a_paraitre`, the key
/// figures are `a_completer`; notices, corrections and the date of the last change are left out. The
/// texts of the year's folder are copied as they are, and the attachments that the new note may cite.
public struct NextYear: Sendable {
  /// A file that is not read as text, and the path of its copy.
  public struct Copy: Sendable, Hashable {
    public var file: SourceTree.File
    public var path: String
  }

  public let model: NoteFacts
  public let year: SchoolYear
  /// The files to write, the year's first; `original` is what to write.
  public private(set) var texts: [SourceText] = []
  /// The attachments to copy, sorted by path.
  public private(set) var copies: [Copy] = []
  /// The keys that are left out, in the order of the file.
  public private(set) var leftOut: [String] = []
  private var asked: [Question] = []

  /// Sorted by place.
  public var questions: [Question] { asked.sorted() }

  public var path: String {
    NoteFile.year.path(department: model.department, year: year.text)
  }

  /// The path of the folder that holds the year's texts and attachments.
  public var folder: String { "departments/\(model.department)/\(year.text)" }

  /// **Errors**: `valeur-non-modifiable` for each value that is written in a way that cannot be edited;
  /// nil after one, and when the model's file is not there as text.
  ///
  /// - Parameters:
  ///   - model: the facts of the year to start from, free of errors.
  ///   - year: a later one.
  public init?(
    from model: NoteFacts, to year: SchoolYear, in tree: SourceTree,
    into diagnostics: inout DiagnosticList
  ) {
    guard let source = tree[model.path] else { return nil }
    self.model = model
    self.year = year
    var faults = DiagnosticList()
    guard let root = YAMLReader.read(source, into: &faults).root else { return nil }
    var edits = FactEdits(source, root: root, of: model, to: year)
    edits.run()
    diagnostics.add(contentsOf: edits.diagnostics)
    guard !edits.diagnostics.hasErrors else { return nil }
    leftOut = edits.dropped.present
    texts.append(SourceText(path: path, text: edits.text.result))
    asked += edits.questions(in: path)
    copyFolder(in: tree)
    askLastingTexts(in: tree)
  }

  private mutating func copyFolder(in tree: SourceTree) {
    let old = "departments/\(model.department)/\(model.year.text)"
    for source in tree.sources(in: old) {
      let copy = SourceText(
        path: folder + source.path.dropFirst(old.count), text: source.original)
      texts.append(copy)
      ask("texte repris de \(model.year.text), à relire.", at: Place(file: copy.path))
      askCitations(in: copy)
    }
    for file in model.attachments {
      guard isCited(file, in: tree) else {
        askLeftOut(file)
        continue
      }
      let copy = Copy(file: file, path: "\(folder)/pieces/\(file.name)")
      copies.append(copy)
      ask(
        "document repris de \(model.year.text), à remplacer s’il a changé.",
        at: Place(file: copy.path))
    }
  }

  private mutating func askLeftOut(_ file: SourceTree.File) {
    ask(
      "document non repris : rien ne le cite dans la note de \(year.text).",
      at: Place(file: file.path))
  }

  /// Whether the new note may cite an attachment: by a key that it takes over, or by a link of a text.
  private func isCited(_ file: SourceTree.File, in tree: SourceTree) -> Bool {
    var isCited = false
    model.record.forEachFact { fact, context in
      if context.field.has(.fileName), !context.root.has(.ofOneYear), fact.value.text == file.name {
        isCited = true
      }
    }
    if isCited { return true }
    let lasting = tree.sources(in: "departments/\(model.department)/sections")
    let links = [file.name, PercentEncoding.encoded(path: file.name)].map { "pieces/" + $0 }
    return (sections + lasting + tree.sources(in: "templates")).contains { text in
      links.contains(where: text.original.contains)
    }
  }

  /// The texts that the department keeps from year to year may name a year too.
  private mutating func askLastingTexts(in tree: SourceTree) {
    let file = NoteFile.department.path(department: model.department, year: year.text)
    let sections = tree.sources(in: "departments/\(model.department)/sections")
    for source in sections + [tree[file]].compactMap({ $0 }) { askCitations(in: source) }
  }

  private mutating func askCitations(in source: SourceText) {
    for number in 1...source.lineCount {
      let line = Array((source.line(number) ?? "").unicodeScalars)
      guard let text = Citations.question(Citations.all(in: line)),
        !asked.contains(where: { $0.place.file == source.path && $0.place.line == number })
      else { continue }
      ask(text.text, at: Place(file: source.path, line: number, column: text.column))
    }
  }

  private mutating func ask(_ text: String, at place: Place) {
    asked.append(Question(place: place, text: text))
  }

  /// The copied texts of sections.
  public var sections: [SourceText] { texts.filter { $0.path != path } }

  /// Leaves out a copied text that no section of the new year would use, and what it alone cites.
  public mutating func leaveOut(_ path: String, in tree: SourceTree) {
    texts.removeAll { $0.path == path }
    asked.removeAll { $0.place.file == path }
    let old = "departments/\(model.department)/\(model.year.text)" + path.dropFirst(folder.count)
    ask(
      "texte non repris : aucune section de \(year.text) ne l’emploie.", at: Place(file: old))
    for copy in copies where !isCited(copy.file, in: tree) {
      copies.removeAll { $0 == copy }
      asked.removeAll { $0.place.file == copy.path }
      askLeftOut(copy.file)
    }
  }
}
