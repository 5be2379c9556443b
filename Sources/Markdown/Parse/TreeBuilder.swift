import CCmark

/// Turns a C tree into a `Document`.
struct TreeBuilder {
  typealias CmarkNode = OpaquePointer

  let source: SourceLines
  let masks: Masks
  /// How many footnotes stand before those of the text.
  let noteOffset: Int
  var faults: [Fault] = []
  var notes: [Footnote] = []
  var labels = NoteLabels()
  /// Whether a cell is read, where ` \\ ` begins a new line.
  private var isInCell = false
  /// Whether a heading is read, which an anchor may end.
  private var isInHeading = false

  init(source: SourceLines, masks: Masks, noteOffset: Int) {
    self.source = source
    self.masks = masks
    self.noteOffset = noteOffset
  }

  mutating func document(_ root: CmarkNode) -> Document {
    let blocks = blocks(in: root, depth: 1)
    faults += labels.faults(in: source, noteCount: notes.count)
    return Document(blocks: blocks, notes: notes, faults: faults)
  }

  // MARK: Blocks

  private mutating func blocks(in node: CmarkNode, depth: Int) -> [Block] {
    guard canDescend(to: depth, at: node) else { return [] }
    var blocks: [Block] = []
    for child in children(node) {
      if let block = block(child, depth: depth) { blocks.append(block) }
    }
    return blocks
  }

  private mutating func block(_ node: CmarkNode, depth: Int) -> Block? {
    let position = position(node)
    guard let kind = kind(of: node, at: position, depth: depth) else { return nil }
    return Block(kind, at: position)
  }

  private mutating func kind(of node: CmarkNode, at position: Position, depth: Int) -> Block.Kind? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH:
      checkParagraph(at: position, to: Int(cmark_node_get_end_line(node)))
      return .paragraph(inlines(in: node, at: position, depth: depth + 1))
    case CMARK_NODE_HEADING:
      isInHeading = true
      var heading = Heading(
        level: Int(cmark_node_get_heading_level(node)),
        content: inlines(in: node, at: position, depth: depth + 1))
      isInHeading = false
      checkUnderline(of: &heading, at: position)
      return .heading(heading)
    case CMARK_NODE_LIST: return list(node, depth: depth)
    case CMARK_NODE_BLOCK_QUOTE: return .quote(blocks(in: node, depth: depth + 1))
    case CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK:
      labels.excluded.append(
        position.line...max(position.line, Int(cmark_node_get_end_line(node))))
      let text = string(cmark_node_get_literal(node), isCode: true)
      if cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK { return .html(text) }
      return .code(info: string(cmark_node_get_fence_info(node), isCode: true), text: text)
    case CMARK_NODE_THEMATIC_BREAK: return .rule
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      // cmark puts the definitions that are referred to at the end, in the order of references.
      notes.append(Footnote(position: position, blocks: blocks(in: node, depth: depth + 1)))
      return nil
    default:
      return string(cmark_node_get_type_string(node)) == "table" ? table(node, depth: depth) : nil
    }
  }

  private mutating func list(_ node: CmarkNode, depth: Int) -> Block.Kind {
    var items: [ListItem] = []
    for child in children(node) {
      let isTask = string(cmark_node_get_type_string(child)) == "tasklist"
      items.append(
        ListItem(
          position: position(child),
          isDone: isTask ? cmark_gfm_extensions_get_tasklist_item_checked(child) : nil,
          blocks: blocks(in: child, depth: depth + 1)))
    }
    return .list(
      List(
        isOrdered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
        start: Int(cmark_node_get_list_start(node)),
        isTight: cmark_node_get_list_tight(node) != 0, items: items))
  }

  private mutating func table(_ node: CmarkNode, depth: Int) -> Block.Kind {
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    let letters = cmark_gfm_extensions_get_table_alignments(node)
    let alignments = (0..<count).map { column in
      letters.flatMap { Table.Alignment(rawValue: Character(Unicode.Scalar($0[column]))) } ?? .none
    }
    var table = Table(alignments: alignments, header: [], rows: [])
    isInCell = true
    defer { isInCell = false }
    for row in children(node) {
      checkRow(at: position(row), columns: count)
      var cells: [[Inline]] = []
      for cell in children(row) {
        cells.append(inlines(in: cell, at: position(cell), depth: depth + 1))
      }
      if cmark_gfm_extensions_get_table_row_is_header(row) != 0 {
        table.header = cells
      } else {
        table.rows.append(cells)
      }
    }
    return .table(table)
  }

  // MARK: Inlines

  private mutating func inlines(in node: CmarkNode, at block: Position, depth: Int) -> [Inline] {
    guard canDescend(to: depth, at: node) else { return [] }
    var inlines: [Inline] = []
    // Some nodes made by the autolink extension have no position: the last known one stands in.
    var known = block
    for child in children(node) {
      if cmark_node_get_start_line(child) > 0 { known = position(child) }
      if cmark_node_get_type(child) == CMARK_NODE_TEXT {
        appendText(child, at: known, to: &inlines)
      } else if let inline = inline(child, at: known, depth: depth) {
        inlines.append(inline)
      }
    }
    return inlines
  }

  private mutating func appendText(
    _ node: CmarkNode, at position: Position, to inlines: inout [Inline]
  ) {
    let masked = string(cmark_node_get_literal(node), isMasked: true)
    let text = masks.unmasked(masked)
    labels.findUnknown(in: text, from: position, source: source)
    let next = cmark_node_next(node)
    checkText(
      text, at: position, after: cmark_node_previous(node).map(kind) ?? .other,
      before: next.map(kind) ?? .other,
      mayEndWithAnchor: isInHeading && next == nil)
    checkBackslashes(of: isInCell ? masked : text, text, at: position)
    guard isInCell else {
      if !text.isEmpty { inlines.append(.text(text)) }
      return
    }
    let lines = masks.lines(ofCell: masked)
    for (rank, line) in lines.enumerated() {
      var line = masks.unmasked(line)
      if rank > 0 {
        inlines.append(.lineBreak)
        line.removeFirst(line.utf8.prefix { $0 == UInt8(ascii: " ") }.count)
      }
      if rank < lines.count - 1 { while line.last == " " { line.removeLast() } }
      if !line.isEmpty { inlines.append(.text(line)) }
    }
  }

  private func kind(of node: CmarkNode) -> Leftovers.Next {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG: .emphasis
    default: .other
    }
  }

  private mutating func inline(_ node: CmarkNode, at position: Position, depth: Int) -> Inline? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return .code(string(cmark_node_get_literal(node), isCode: true))
    case CMARK_NODE_HTML_INLINE:
      let html = string(cmark_node_get_literal(node), isCode: true)
      return .html(html, source.refined(position, beginningWith: html.utf8))
    case CMARK_NODE_EMPH: return .emphasis(inlines(in: node, at: position, depth: depth + 1))
    case CMARK_NODE_STRONG: return .strong(inlines(in: node, at: position, depth: depth + 1))
    case CMARK_NODE_LINK:
      var link = link(node, at: position, depth: depth)
      link.position = source.refined(
        position, beginningWith: link.showsAddress ? link.content.plainText.utf8 : "[".utf8)
      checkAddress(of: link)
      return .link(link)
    case CMARK_NODE_IMAGE:
      let refined = source.refined(position, beginningWith: "![".utf8)
      let image = link(node, at: refined, depth: depth)
      checkAddress(ofImage: image)
      return .image(image)
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      let refined = source.refined(position, beginningWith: "[^".utf8)
      labels.addReference(at: refined, in: source)
      let number = Int(string(cmark_node_get_literal(node))) ?? 0
      return .noteReference(number: noteOffset + number, refined)
    default:
      // The types of extensions are not in cmark's public headers.
      return string(cmark_node_get_type_string(node)) == "strikethrough"
        ? .strikethrough(inlines(in: node, at: position, depth: depth + 1)) : nil
    }
  }

  private mutating func link(_ node: CmarkNode, at position: Position, depth: Int) -> Link {
    Link(
      destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)),
      content: inlines(in: node, at: position, depth: depth + 1), position: position)
  }

  // MARK: C

  private mutating func canDescend(to depth: Int, at node: CmarkNode) -> Bool {
    if depth <= MarkdownLimits.depth { return true }
    if faults.isEmpty {
      let line = max(1, Int(cmark_node_get_start_line(node)))
      faults.append(Fault(.tooDeep, at: Position(text: source.rank, line: line, column: 1)))
    }
    return false
  }

  private func children(_ node: CmarkNode) -> some Sequence<CmarkNode> {
    sequence(state: cmark_node_first_child(node)) { next -> CmarkNode? in
      guard let child = next else { return nil }
      next = cmark_node_next(child)
      return child
    }
  }

  private func position(_ node: CmarkNode) -> Position {
    let line = Int(cmark_node_get_start_line(node))
    let column = Int(cmark_node_get_start_column(node))
    let endLine = Int(cmark_node_get_end_line(node))
    let end = endLine == line ? Int(cmark_node_get_end_column(node)) : source.line(line).count
    return Position(
      text: source.rank, line: max(1, line), column: max(1, column), length: end - column + 1)
  }

  /// - Parameters:
  ///   - isCode: whether a backslash stands for itself.
  ///   - isMasked: whether what was hidden stays so.
  private func string(
    _ text: UnsafePointer<CChar>?, isCode: Bool = false, isMasked: Bool = false
  ) -> String {
    let text = text.map { String(cString: $0) } ?? ""
    return isMasked ? text : masks.unmasked(text, isCode: isCode)
  }
}
