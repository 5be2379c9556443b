import Diagnostics
import Markdown

/// A sentence that announces a list with « : » is followed by one.
@Sendable
func checkLists(_ text: NoteText, diagnostics: inout DiagnosticList) {
  check(text.document.blocks, text, &diagnostics)
}

private func check(
  _ blocks: [Block], _ text: NoteText, _ diagnostics: inout DiagnosticList
) {
  for (index, block) in blocks.enumerated() {
    switch block.kind {
    case .paragraph(let content) where content.announces:
      let next = index + 1 < blocks.count ? blocks[index + 1] : nil
      guard next.map({ $0.kind.isHeading || $0.position.text != block.position.text }) ?? true
      else { continue }
      guard let origin = text.origin(of: block) else { continue }
      diagnostics.add(
        Diagnostic(
          CheckCode.emptyList, "« \(content.lastWords) : » n’annonce rien.",
          at: origin.place, includedFrom: origin.includedFrom,
          expected: "une liste juste après, ou une phrase qui finit par un point"))
    case .quote(let inner): check(inner, text, &diagnostics)
    case .callout(let callout): check(callout.blocks, text, &diagnostics)
    case .list(let list):
      for item in list.items { check(item.blocks, text, &diagnostics) }
    case .paragraph, .heading, .code, .html, .rule, .table: break
    }
  }
}

extension Block.Kind {
  fileprivate var isHeading: Bool { if case .heading = self { true } else { false } }
}

extension [Inline] {
  /// Whether the last sign is a colon.
  fileprivate var announces: Bool {
    switch last {
    case .text(let text): text.utf8.last == UInt8(ascii: ":")
    case .strong, .emphasis: plainText.hasSuffix(":")
    default: false
    }
  }

  fileprivate var lastWords: String {
    plainText.split { $0.isWhitespace || $0 == ":" }.suffix(4).joined(separator: " ")
  }
}
