import Diagnostics
import Markdown
import Notes
import Text

/// The text of a note with each value between marks that the preview's script finds.
///
/// The text stays what it is: the words of a marked text are compared with those of the page, sign by sign
/// but for spaces, which typography may set otherwise beside a mark; where they differ, nothing more is
/// marked.
struct MarkedText {
  private var output: [UInt8] = []
  /// What the page says, and what the marked text says.
  private let page: [UInt8]
  private let marked: [UInt8]
  private let names: [String?]
  /// The value that is open; nil outside values.
  private var open: String?

  /// - Parameters:
  ///   - text: the HTML of the note in the page.
  ///   - marked: that of its marked document.
  ///   - names: what each value is called, in their order; nil for one that cannot be changed.
  static func bytes(_ text: [UInt8], marked: String, names: [String?]) -> [UInt8] {
    var marking = MarkedText(page: text, marked: Array(marked.utf8), names: names)
    marking.run()
    return marking.output
  }

  private init(page: [UInt8], marked: [UInt8], names: [String?]) {
    self.page = page
    self.marked = marked
    self.names = names
  }

  private mutating func run() {
    var (here, there) = (0, 0)
    var isWritten = false
    while here < page.count {
      if page[here] == UInt8(ascii: "<") {
        closeSpan(&isWritten)
        let next = MarkedText.tagEnd(page, here)
        output += page[here..<next]
        here = next
      } else if let width = MarkedText.space(page, here) {
        output += page[here..<(here + width)]
        here += width
      } else {
        passMarks(&there, &isWritten)
        guard there < marked.count, marked[there] == page[here] else { break }
        if let open, !isWritten {
          output += MarkedText.start(open)
          isWritten = true
        }
        output.append(page[here])
        (here, there) = (here + 1, there + 1)
      }
    }
    closeSpan(&isWritten)
    output += page[here...]
  }

  private mutating func closeSpan(_ isWritten: inout Bool) {
    if isWritten { output += "</span>".utf8 }
    isWritten = false
  }

  /// Passes over what the marked text has besides words, and takes note of its marks.
  private mutating func passMarks(_ there: inout Int, _ isWritten: inout Bool) {
    while there < marked.count {
      if marked[there] == UInt8(ascii: "<") {
        there = MarkedText.tagEnd(marked, there)
      } else if let width = MarkedText.space(marked, there) {
        there += width
      } else if let mark = MarkedText.mark(marked, there) {
        closeSpaces(&isWritten)
        let rank = Int(mark) - Int(Note.valueStarts.lowerBound)
        open = names.indices.contains(rank) ? names[rank] : nil
        there += 3
      } else {
        return
      }
    }
  }

  /// Ends a value before the spaces that follow it.
  private mutating func closeSpaces(_ isWritten: inout Bool) {
    guard isWritten else { return }
    var end = output.count
    while end > 0, let width = MarkedText.spaceBefore(output, end) { end -= width }
    output.insert(contentsOf: "</span>".utf8, at: end)
    isWritten = false
  }

  /// The sign for private use that stands at an index, in three bytes.
  private static func mark(_ text: [UInt8], _ index: Int) -> UInt32? {
    guard text[index] == 0xEE || text[index] == 0xEF, index + 2 < text.count else { return nil }
    let value =
      UInt32(text[index] & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6
      | UInt32(text[index + 2] & 0x3F)
    return value == Note.valueEnd || Note.valueStarts.contains(value) ? value : nil
  }

  /// What stands before a value, by the name of the value.
  static func start(_ name: String) -> [UInt8] {
    let name = HTMLEscape.text(name, quotes: .both)
    return Array("<span class=\"cadrage-valeur\" data-valeur=\"\(name)\">".utf8)
  }

  /// The end of the tag that begins at an index.
  static func tagEnd(_ text: [UInt8], _ start: Int) -> Int {
    var mark: UInt8?
    for index in start..<text.count {
      switch text[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if mark == text[index] { mark = nil } else if mark == nil { mark = text[index] }
      case UInt8(ascii: ">") where mark == nil: return index + 1
      default: break
      }
    }
    return text.count
  }

  private static let spaces: [[UInt8]] = [
    [0x20], [0x0A], [0xC2, 0xA0], [0xE2, 0x80, 0xAF], [0xE2, 0x81, 0xA0],
  ]

  private static func space(_ text: [UInt8], _ index: Int) -> Int? {
    spaces.first { text[index...].starts(with: $0) }?.count
  }

  private static func spaceBefore(_ text: [UInt8], _ end: Int) -> Int? {
    spaces.first { text[..<end].suffix($0.count).elementsEqual($0) }?.count
  }
}
