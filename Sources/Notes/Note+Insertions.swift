public import Configuration
public import Diagnostics
public import Markdown
import Templates

/// Where the values of a note stand in its text, for whoever changes them there.
extension Note {
  /// What stands after a value in a marked document, and before one, by its rank: signs for private use,
  /// which no author's text holds and no pass changes.
  public static let valueEnd: UInt32 = 0xE000
  public static let valueStarts: ClosedRange<UInt32> = 0xE001...0xF8FF

  /// The note's document with a mark before and after each value that was written in a file, and the
  /// places of these values in their order. Its words are those of `document`; spaces may differ.
  ///
  /// - Parameter glossary: that of the note.
  public func markedDocument(_ glossary: [GlossaryEntry]) -> (document: Document, places: [Place]) {
    var places: [Place] = []
    let texts = sections.map { section in
      let marked = section.marked(from: places.count)
      places += marked.places
      return SectionText(
        markdown: marked.markdown, identifier: section.name, isNumbered: section.isNumbered)
    }
    let acronyms = glossary.map { Acronym(sigle: $0.acronym, form: $0.form) }
    return (Preparation(glossary: acronyms).document(texts), places)
  }
}

extension NoteSection {
  /// The Markdown with marks around the values in it.
  fileprivate func marked(from rank: Int) -> (markdown: String, places: [Place]) {
    let text = Array(markdown.utf8)
    var result: [UInt8] = []
    var places: [Place] = []
    var next = 0
    for (range, place) in insertions {
      let isWhite = { (byte: UInt8) in byte == 0x20 || byte == 0x0A }
      guard range.lowerBound >= next, let first = text[range].firstIndex(where: { !isWhite($0) }),
        let last = text[range].lastIndex(where: { !isWhite($0) }),
        let start = Unicode.Scalar(Note.valueStarts.lowerBound + UInt32(rank + places.count)),
        let end = Unicode.Scalar(Note.valueEnd), Note.valueStarts.contains(start.value)
      else { continue }
      result += text[next..<first]
      result += String(start).utf8
      result += text[first...last]
      result += String(end).utf8
      places.append(place)
      next = last + 1
    }
    return (String(decoding: result + text[next...], as: UTF8.self), places)
  }
}
