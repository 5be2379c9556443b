import Diagnostics
import Glibc
import Website

/// A page of a note with each value that it prints between marks that the preview's script finds: those
/// of its layout where the page says that they stand, those of its text as `MarkedText` finds them.
struct MarkedPage {
  private(set) var bytes: [UInt8] = []
  /// The names of the values that are marked, in order.
  private(set) var names: [String] = []

  /// The text of the note in a page, and the same with marks.
  typealias Text = (range: Range<Int>, marked: [UInt8])

  /// - Parameters:
  ///   - name: what the value at a place is called; nil for one that cannot be changed.
  ///   - text: nil where the page has none.
  init(_ page: PlacedPage, text: Text?, name: (Place) -> String?) {
    let page = (bytes: page.bytes, values: page.values[...])
    var (rest, index) = (page.values, 0)
    while index < page.bytes.count {
      if let text, index == text.range.lowerBound {
        bytes += text.marked
        index = text.range.upperBound
      } else if page.bytes[index] == UInt8(ascii: "<") {
        let next = MarkedPage.end(ofTag: index, in: page.bytes)
        bytes += page.bytes[index..<next]
        index = next
      } else {
        while let first = rest.first, first.range.lowerBound < index { rest.removeFirst() }
        if let first = rest.first, first.range.lowerBound == index, !first.range.isEmpty,
          let name = name(first.place)
        {
          bytes += MarkedText.start(name) + page.bytes[first.range] + Array("</span>".utf8)
          names.append(name)
          index = first.range.upperBound
        } else {
          bytes.append(page.bytes[index])
          index += 1
        }
      }
    }
  }

  /// Where the text of the note stands in a page.
  static func range(of text: String, in page: [UInt8]) -> Range<Int>? {
    let text = Array(text.utf8)
    guard !text.isEmpty, text.count <= page.count else { return nil }
    let start = page.withUnsafeBufferPointer { page -> Int? in
      guard let base = page.baseAddress else { return nil }
      return (0...(page.count - text.count)).first { start in
        page[start] == text[0] && memcmp(base + start, text, text.count) == 0
      }
    }
    return start.map { $0..<($0 + text.count) }
  }

  // MARK: - Where no mark may stand

  /// Elements whose text is no part of the page's flow, or cannot hold a mark.
  private static let closed: Set = [
    "button", "head", "option", "script", "select", "style", "svg", "textarea", "title",
  ]

  /// The end of a tag; of its whole element where nothing in it may be marked: it is not seen, or
  /// cannot be pressed.
  private static func end(ofTag start: Int, in page: [UInt8]) -> Int {
    let end = MarkedText.tagEnd(page, start)
    let tag = String(decoding: page[start..<end], as: UTF8.self)
    let name = tag.dropFirst().prefix { $0.isLetter || $0.isNumber }
    guard closed.contains(String(name)) || tag.contains("class=\"hors-vue\"") else { return end }
    return self.end(ofElement: String(name), from: end, in: page)
  }

  private static func end(ofElement name: String, from start: Int, in page: [UInt8]) -> Int {
    let (opening, closing) = (Array("<\(name)".utf8), Array("</\(name)>".utf8))
    var (index, depth) = (start, 1)
    while index < page.count {
      guard page[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if page[index...].starts(with: closing) {
        depth -= 1
        index += closing.count
        if depth == 0 { return index }
      } else {
        if page[index...].starts(with: opening) { depth += 1 }
        index = MarkedText.tagEnd(page, index)
      }
    }
    return index
  }
}
