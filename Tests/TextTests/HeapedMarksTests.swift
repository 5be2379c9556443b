import Testing
import Text

@Suite struct HeapedMarksTests {
  /// A text that is repeated, and where the first mark is that is one too many.
  struct Heap: CustomTestStringConvertible, Sendable {
    var text: String
    var offset: Int?

    init(_ before: String, _ text: String, _ count: Int, _ after: String = "", at offset: Int?) {
      self.text = before + String(repeating: text, count: count) + after
      self.offset = offset
    }

    var testDescription: String { "\(text.unicodeScalars.map(\.value))" }
  }

  private static let pair = "\u{301}\u{327}"
  private static let marks = String(repeating: pair, count: 15)

  static let heaps: [Heap] = [
    Heap("é", "", 0, at: nil), Heap("e", pair, 15, at: nil),
    Heap("e", pair, 16, at: 61), Heap("é e", pair, 15, "\u{301}", at: 64),
    // As codes of YAML, of JSON and of HTML, and on two lines of a YAML text.
    Heap("", "\\u0301", 31, at: 180), Heap("", "\\U00000327", 31, at: 300),
    Heap("", "&#769;", 31, at: 180), Heap("", "&#x327;", 31, at: 210),
    Heap("", pair, 15, "\\\n  \\u0301", at: 64), Heap("", pair, 15, "&#x301", at: 60),
    // What parts them.
    Heap("", marks + "e", 2, at: nil), Heap("", marks + "\n", 2, at: nil),
    Heap("", marks + "\\", 2, at: nil),
    Heap("", "\\u0041", 40, at: nil), Heap("", "&amp;", 40, at: nil),
    Heap("", "’", 40, at: nil), Heap("", "\\", 40, at: nil), Heap("", "&#", 40, at: nil),
    // Points of Hebrew and of Arabic, and the notation of music.
    Heap("", "\u{5B0}\u{64B}", 16, at: 60), Heap("", "\u{1D165}", 31, at: 120),
  ]

  @Test(arguments: heaps) func firstOfTooMany(_ heap: Heap) {
    #expect(heap.text.firstHeapedMark == heap.offset)
  }

  static let onNoLetter: [(text: String, count: Int)] = [
    ("e\u{301}", 0), ("e\u{302}\u{301}", 1), ("\u{301}", 1), ("e**\u{301}", 1), ("é\u{301}", 0),
    ("e&#769;&#769;", 1), ("e" + marks, 29),
  ]

  @Test(arguments: onNoLetter) func marksOnNoLetter(_ text: String, _ count: Int) {
    #expect(text.heapedMarkCount == count, "\(text.unicodeScalars.map(\.value))")
  }
}
