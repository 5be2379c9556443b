import Configuration
import Diagnostics
import Facts
import Notes
import Publication

/// A text of several sentences ends with its full stop, and so does what another text follows.
@Sendable
func checkSentences(_ note: Note, in project: Project, diagnostics: inout DiagnosticList) {
  note.facts.forEachFact { fact, context in
    guard case .text(let text) = fact.value else { return }
    if context.isProcedure, text.last == ":" {
      diagnostics.add(.emptyList(text, at: fact.place))
      return
    }
    guard !text.isFinished,
      text.holdsSentence || context.isFollowed
    else { return }
    let isWord = text.last.map { $0.isLetter || $0.isNumber || ")»".contains($0) } ?? false
    let correction = project.correction(of: text, at: fact.place, with: text + ".")
    diagnostics.add(.unfinished(text, at: fact.place).corrected(by: isWord ? correction : nil))
  }
}

extension FactContext {
  /// Whether it says what one does, which no list follows.
  fileprivate var isProcedure: Bool {
    typealias Situation = NoteSchema.Situation
    return record.schema == Situation.procedure.schema
      && [Situation.procedure.field, Situation.precision.field].contains(field)
  }

  /// Whether the note writes other sentences right after: « Remplissez le dossier. Plateforme : … ».
  fileprivate var isFollowed: Bool {
    typealias Situation = NoteSchema.Situation
    return field == Situation.procedure.field && record.schema == Situation.procedure.schema
      && [Situation.platform, Situation.document, Situation.dispatch, Situation.precision].contains
      {
        record[$0] != nil
      }
  }
}

extension String {
  /// Whether its last sign closes a sentence.
  fileprivate var isFinished: Bool {
    var rest = unicodeScalars[...]
    // « (par courriel) » is within a sentence, « (Par courriel.) » is one.
    while let last = rest.last, ["»", ")", "\"", " ", "\u{A0}", "\u{202F}"].contains(last) {
      rest.removeLast()
    }
    switch rest.last {
    case nil, ".", "!", "?", "…": return true
    case ":", ";": return rest.endIndex == unicodeScalars.endIndex
    default: return false
    }
  }

  /// Whether a sentence ends within it: a word, a full stop, a space, a capital letter.
  fileprivate var holdsSentence: Bool {
    var text = self
    return text.withUTF8 { bytes in
      guard bytes.count > 6 else { return false }
      for index in 3..<bytes.count - 2
      where [0x2E, 0x21, 0x3F].contains(bytes[index]) && bytes[index + 1] == 0x20 {
        let isCapital =
          (0x41...0x5A).contains(bytes[index + 2])
          || bytes[index + 2] == 0xC3 && index + 3 < bytes.count && bytes[index + 3] < 0x9F
        // « J. Dupont », « art. L », « av. Foch » end no sentence.
        let isWord = bytes[index - 3..<index].allSatisfy { $0 >= 0x61 && $0 != 0x2E }
        if isCapital && isWord { return true }
      }
      return false
    }
  }
}

extension Diagnostic {
  fileprivate static func emptyList(_ text: String, at place: Place?) -> Diagnostic {
    let words = text.split(separator: " ").suffix(4).joined(separator: " ")
    return Diagnostic(
      CheckCode.emptyList, "« … \(words) » annonce une suite, et rien ne suit.", at: place,
      severity: .warning, expected: "la suite dans la même phrase, ou un point")
  }

  fileprivate static func unfinished(_ text: String, at place: Place?) -> Diagnostic {
    let words = text.split(separator: " ").suffix(3).joined(separator: " ")
    return Diagnostic(
      CheckCode.unfinishedSentence, "La phrase « … \(words) » n’a pas de point final.", at: place,
      severity: .warning, expected: "« … \(words). »")
  }
}
