public import Configuration
public import Diagnostics
import Facts
import Files
import Templates
import Text

extension Project {
  /// Reports what a note that is to be published does not know yet.
  ///
  /// **Errors**: `valeur-en-attente` for each value that waits. A text of the department that still
  /// says « à confirmer », « à compléter » or « à paraître » may be right: before the first
  /// publication it is a warning, under the same code.
  public func reportWaiting(of facts: NoteFacts, diagnostics: inout DiagnosticList) {
    report(
      Fact(.record(facts.record)), at: Place(file: facts.path), of: facts,
      diagnostics: &diagnostics)
    guard facts.published == nil, let live = liveNote(facts.department, facts.year) else { return }
    var places: Set<Place> = []
    for section in live.sections {
      for place in section.originLines where place.file.hasPrefix(folder(of: facts)) {
        guard let line = tree[place.file]?.line(place.line),
          let found = WaitingWords.first(in: line)
        else { continue }
        let words = Place(
          file: place.file, line: place.line, column: found.column, length: found.words.count)
        guard places.insert(words).inserted else { continue }
        diagnostics.add(.waitingText(found.words, of: facts, at: words))
      }
    }
  }

  private func folder(of facts: NoteFacts) -> String { "departments/\(facts.department)/" }

  /// - Parameter outer: where the record or the list stands that holds the fact.
  private func report(
    _ fact: Fact, at outer: Place, of facts: NoteFacts, diagnostics: inout DiagnosticList
  ) {
    let place = fact.place ?? outer
    switch fact.value {
    case .pending(let pending):
      diagnostics.add(.waitingValue(pending, of: facts, at: place))
    case .text(let text):
      guard facts.published == nil, fact.place != nil, place.file.hasPrefix(folder(of: facts)),
        let found = WaitingWords.first(in: text)
      else { return }
      diagnostics.add(.waitingText(found.words, of: facts, at: place))
    case .list(let items):
      for item in items { report(item, at: place, of: facts, diagnostics: &diagnostics) }
    case .record(let record):
      for (_, fact) in record.facts {
        report(fact, at: place, of: facts, diagnostics: &diagnostics)
      }
    default: break
    }
  }
}

extension Diagnostic {
  fileprivate static func waitingValue(
    _ pending: Pending, of facts: NoteFacts, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      NoteCode.pendingValue,
      "La note « \(facts.department) \(facts.year.text) » ne peut pas être publiée avec une valeur "
        + "« \(FrenchFormat.text(of: pending)) ».", at: place,
      expected: "la valeur, ou la clé supprimée")
  }

  fileprivate static func waitingText(
    _ words: String, of facts: NoteFacts, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      NoteCode.pendingValue,
      "La note « \(facts.department) \(facts.year.text) » dit encore « \(words) ».", at: place,
      severity: .warning, expected: "le texte définitif, si ces mots étaient pour vous")
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
    let text = text.unicodeScalars.map { $0 == "\u{A0}" ? " " : $0 }.string.lowercased()
    return all.compactMap { words in
      text.firstRange(of: words).map { range in
        (words, text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound) + 1)
      }
    }.min { $0.1 < $1.1 }
  }
}
