public import Configuration
public import Diagnostics
import Facts
import Templates

extension Project {
  /// Reports each text of a department that still says « à confirmer », « à compléter » or « à paraître ».
  ///
  /// These words may be right: they are **warnings**, under the code of the values that wait.
  public func reportWaitingTexts(
    of facts: NoteFacts, in live: Note, diagnostics: inout DiagnosticList
  ) {
    let folder = "departments/\(facts.department)/"
    var places: Set<Place> = []
    for section in live.sections {
      for place in section.originLines where place.file.hasPrefix(folder) {
        guard let line = tree[place.file]?.line(place.line),
          let found = WaitingWords.first(in: line)
        else { continue }
        let words = Place(
          file: place.file, line: place.line, column: found.column, length: found.words.count)
        guard places.insert(words).inserted else { continue }
        report(found.words, of: facts, at: words, diagnostics: &diagnostics)
      }
    }
    for key in facts.record.fields.keys.sorted() {
      guard let fact = facts.record[key] else { continue }
      report(fact, in: folder, of: facts, diagnostics: &diagnostics)
    }
  }

  private func report(
    _ fact: Fact, in folder: String, of facts: NoteFacts, diagnostics: inout DiagnosticList
  ) {
    switch fact.value {
    case .text(let text):
      guard let place = fact.place, place.file.hasPrefix(folder),
        let found = WaitingWords.first(in: text)
      else { return }
      report(found.words, of: facts, at: place, diagnostics: &diagnostics)
    case .list(let items):
      for item in items { report(item, in: folder, of: facts, diagnostics: &diagnostics) }
    case .record(let record):
      for key in record.fields.keys.sorted() {
        guard let fact = record[key] else { continue }
        report(fact, in: folder, of: facts, diagnostics: &diagnostics)
      }
    default: break
    }
  }

  private func report(
    _ words: String, of facts: NoteFacts, at place: Place, diagnostics: inout DiagnosticList
  ) {
    diagnostics.add(
      Diagnostic(
        NoteCode.valeurEnAttente,
        "La note « \(facts.department) \(facts.year.text) » dit encore « \(words) ».", at: place,
        severity: .warning, expected: "le texte définitif, si ces mots étaient pour vous"))
  }
}

extension NoteSection {
  /// Where each line of the section was written, in order.
  fileprivate var originLines: [Place] {
    var offset = 0
    return markdown.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line in
      defer { offset += line.utf8.count + 1 }
      return line.isEmpty ? nil : origin(ofUTF8: offset)?.place
    }
  }
}

/// The words for what is not known yet, as people write them in a text.
private enum WaitingWords {
  private static let all = ["à confirmer", "à compléter", "à paraître"]

  /// The first of them, and its column, from 1, in characters.
  static func first(in text: some StringProtocol) -> (words: String, column: Int)? {
    let text = String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\u{A0}" ? " " : $0 })
    )
    .lowercased()
    return all.compactMap { words in
      text.firstRange(of: words).map { range in
        (words, text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound) + 1)
      }
    }.min { $0.1 < $1.1 }
  }
}
