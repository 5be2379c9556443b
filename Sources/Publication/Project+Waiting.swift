public import Configuration
public import Diagnostics
import Facts
import Notes
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
    reportValues(of: facts, diagnostics: &diagnostics)
    guard facts.frozen == nil, let live = liveNote(facts.department, facts.year) else { return }
    var places: Set<Place> = []
    for section in live.sections {
      for place in section.originLines where place.file.hasPrefix(folder(of: facts)) {
        guard let line = tree[place.file]?.line(place.line),
          let found = WaitingWords.first(in: line)
        else { continue }
        let words = Place(
          file: place.file, line: place.line, column: found.column, length: found.length)
        guard places.insert(words).inserted else { continue }
        diagnostics.add(.waitingText(found.words, of: facts, at: words))
      }
    }
  }

  private func folder(of facts: NoteFacts) -> String { "departments/\(facts.department)/" }

  private func reportValues(of facts: NoteFacts, diagnostics: inout DiagnosticList) {
    facts.record.forEachFact { fact, context in
      switch fact.value {
      // The Cnaf publishes it when it will; the note says so.
      case .pending(.toBePublished) where context.field.awaited == .cnaf: break
      case .pending(let pending):
        let place = fact.place ?? Place(file: facts.path)
        diagnostics.add(.waitingValue(pending, of: facts, at: place))
      case .text(let text):
        guard facts.frozen == nil, let place = fact.place,
          place.file.hasPrefix(folder(of: facts)), let found = WaitingWords.first(in: text)
        else { return }
        diagnostics.add(.waitingText(found.words, of: facts, at: place))
      default: break
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func waitingValue(
    _ pending: Pending, of facts: NoteFacts, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      PublicationCode.pendingValue,
      "La note « \(facts.department) \(facts.year.text) » ne peut pas être publiée avec une valeur "
        + "« \(FrenchFormat.text(of: pending)) ».", at: place,
      expected: "la valeur, ou la clé supprimée")
  }

  fileprivate static func waitingText(
    _ words: String, of facts: NoteFacts, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      PublicationCode.pendingValue,
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
