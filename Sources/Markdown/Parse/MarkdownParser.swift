import CCmark
import Synchronization

extension Document {
  /// Parses a Markdown text (CommonMark 0.29 with tables, strikethrough, autolinks, task lists and
  /// footnotes), whatever it holds.
  ///
  /// - Parameters:
  ///   - rank: its rank among the texts that make one document.
  ///   - noteOffset: how many footnotes stand before its own.
  ///
  /// **Errors**: `texte-trop-long`, `texte-trop-lourd` (the document is then empty),
  /// `imbrication-excessive`, and the faults of footnotes; all in `faults`.
  init(parsing markdown: String, rank: Int = 0, noteOffset: Int = 0) {
    let bytes = Array(markdown.utf8)
    if let (kind, line) = MarkdownLimits.exceeded(by: bytes) {
      self.init(faults: [Fault(kind, at: Position(text: rank, line: line, column: 1))])
    } else {
      let masks = Masks(bytes)
      self =
        MarkdownParser.withTree(of: masks.bytes) { root in
          var builder = TreeBuilder(
            source: SourceLines(bytes, rank: rank), masks: masks, noteOffset: noteOffset)
          return builder.document(root)
        } ?? Document()
    }
  }
}

/// The only door to cmark's parser.
///
/// cmark-gfm (0.29.0.gfm.6) keeps tables of special characters in mutable globals, which each
/// parse with extensions switches on and off again: two parses at a time give wrong trees,
/// silently. Hence one lock around the parse; a tree that is made has no part in it any more.
package enum MarkdownParser {
  /// The library's.
  package static var version: String { String(cString: cmark_version_string()) }

  /// One tilde is « environ », as in « 100~200 € »; two strike through.
  static let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE

  private static let gate = Mutex(())
  /// The registration itself is guarded by an unsynchronised C flag; a static is set up once.
  private static let registration: Void = cmark_gfm_core_extensions_ensure_registered()

  /// Runs `body` on the C tree of a text; nil when cmark has no memory left.
  static func withTree<Result>(of bytes: [UInt8], _ body: (OpaquePointer) -> Result) -> Result? {
    _ = registration
    guard let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      if let found = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    var root: OpaquePointer?
    gate.withLock { _ in
      bytes.withUnsafeBytes { buffer in
        let start = buffer.bindMemory(to: CChar.self).baseAddress
        if let start { cmark_parser_feed(parser, start, buffer.count) }
      }
      root = cmark_parser_finish(parser)
    }
    guard let root else { return nil }
    defer { cmark_node_free(root) }
    // Autolinks cut the text at each `:` and `w`.
    cmark_consolidate_text_nodes(root)
    return body(root)
  }
}
