import Comparison
import Text

/// What a reader takes from a text: less than its bytes, since case, spaces, quotes and emphasis say
/// nothing new, and more than its words.
struct Reading: Equatable {
  let lines: [String]

  init(_ section: TextSection) { lines = section.blocks.flatMap(Reading.lines) }

  private static func lines(_ block: TextBlock) -> [String] {
    let kind =
      switch block.kind {
      case .heading(let level, _): "titre \(level)"
      case .list(let isOrdered, let start, _): isOrdered ? "de \(start)" : "puces"
      case .item(let isDone): isDone.map { $0 ? "fait" : "à faire" } ?? "point"
      case .callout(let kind): kind
      case .quote: "citation"
      case .rule: "trait"
      default: ""
      }
    let words = block.text.pieces.map { piece in
      switch piece.style.role {
      case .address: "<\(piece.text)>"
      case .noteReference: "[note]"
      case .text, .lineBreak, .explanation:
        folded(piece.text).map { word in
          (piece.style.marks.contains(.strikethrough) ? "~" : "")
            + (piece.style.marks.contains(.image) ? "!" : "") + String(word)
        }.joined()
      }
    }
    return [kind + " " + words.joined()] + block.children.flatMap(lines)
  }

  /// Letters and digits alone, in small letters and without accents; signs in one spelling.
  private static func folded(_ text: String) -> String {
    String(
      text.lowercased().replacing("œ", with: "oe").replacing("…", with: "...").map { sign in
        switch sign {
        case "’": "'"
        case "«", "»": "\""
        default: sign
        }
      }.filter { !$0.isWhitespace }
    ).precomposed
  }
}

extension String {
  /// With é as one scalar.
  fileprivate var precomposed: String { replacing("e\u{301}", with: "é") }
}
