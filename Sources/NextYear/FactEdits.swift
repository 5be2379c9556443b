import Configuration
import Diagnostics
import Facts
import YAML

/// Edits the text of a year's file into that of a later one, fact by fact.
struct FactEdits {
  let model: NoteFacts
  let year: SchoolYear
  let dropped: DroppedKeys
  var text: TextEdits
  private(set) var diagnostics = DiagnosticList()
  /// At places of the old files.
  private var asked: [Question] = []

  var years: Int { year.start - model.year.start }

  init(_ source: SourceText, root: YAMLNode, of model: NoteFacts, to year: SchoolYear) {
    self.model = model
    self.year = year
    text = TextEdits(source)
    dropped = DroppedKeys(root, text)
    if text.text(at: root.place) == "{" {
      reportFixed(at: root.place, expected: "une clé par ligne, sans accolades autour du fichier")
    }
  }

  mutating func run() {
    text.drop(dropped.lines)
    model.record.forEachFact { fact, context in
      let isWhole = context.isItem || context.root.has(.ofOneYear) || context.root.has(.computed)
      if !isWhole { propose(fact, context) }
    }
    // A file must say something.
    if dropped.isEverything { text.append("avis: []") }
    renameYear()
    askCitations()
  }

  /// The questions, at places of the new file.
  func questions(in path: String) -> [Question] {
    asked.map { question in
      guard question.place.file == model.path else { return question }
      return Question(place: text.moved(question.place, to: path), text: question.text)
    }
  }

  mutating func ask(_ text: String, at place: Place) {
    asked.append(Question(place: place, text: text))
  }

  mutating func reportFixed(
    at place: Place, expected: String = "la clé et sa valeur sur une seule ligne"
  ) {
    diagnostics.add(
      Diagnostic(
        NextYearCode.fixedSpelling,
        "« cadrage new year » ne sait pas changer cette valeur, écrite ainsi.", at: place,
        expected: expected))
  }

  // MARK: - Free text

  /// The comment that opens the file names its school year.
  private mutating func renameYear() {
    for number in 1..<max(1, dropped.firstLine) where !text.isDropped(number) {
      for citation in Citations.all(in: text[line: number])
      where citation.text == model.year.text {
        text.replace(place(number, citation.columns), with: year.text)
      }
    }
  }

  /// Asks to read again each line that names a year or a month, outside the values that were changed.
  private mutating func askCitations() {
    for number in 1...text.lineCount where !text.isDropped(number) {
      let edited = text.editedColumns(of: number)
      let citations = Citations.all(in: text[line: number]).filter { citation in
        !edited.contains { $0.overlaps(citation.columns) }
      }
      guard let question = Citations.question(citations) else { continue }
      ask(
        question.text, at: Place(file: model.path, line: number, column: question.column))
    }
  }

  private func place(_ line: Int, _ columns: Range<Int>) -> Place {
    Place(
      file: model.path, line: line, column: columns.lowerBound + 1, length: columns.count)
  }
}
