import Diagnostics

/// Builds the tree of a template from its pieces, with a stack of its own: no recursion.
struct TemplateParser {
  let source: SourceText
  let bytes: [UInt8]
  let format: OutputFormat
  private let pieces: [TemplatePiece]
  private(set) var faults: FaultList

  private(set) var nodes: [TemplateNode] = []
  private(set) var inclusions: [Inclusion] = []
  private(set) var pathCount = 0
  private var frames: [Frame] = []
  private var html = HTMLPosition()
  /// The faults of the places of insertions, which are told only when the syntax has none: an
  /// unclosed tag would shift them all.
  private var htmlFaults = FaultList()
  /// Whether an unknown tag may have opened a block: an end too many is then no news.
  private var mayLackBlock = false

  /// How deep blocks, and parentheses of one condition, may be nested.
  static let depthLimit = 32

  init(
    _ source: SourceText, bytes: [UInt8], format: OutputFormat, pieces: [TemplatePiece],
    faults: FaultList
  ) {
    self.source = source
    self.bytes = bytes
    self.format = format
    self.pieces = pieces
    self.faults = faults
  }

  mutating func run() {
    for piece in pieces where !faults.isFull {
      switch piece.kind {
      case .text: addText(piece.range)
      case .comment: break
      case .insertion: addInsertion(piece)
      case .tag: addTag(piece)
      }
    }
    closeAll()
    if faults.isEmpty { faults = htmlFaults }
  }

  // MARK: Texts and insertions

  private mutating func addText(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    append(.text(range))
    if format == .html, let (doubt, offset) = html.read(bytes[range]), !htmlFaults.isFull {
      htmlFaults.add(doubtful(doubt, at: offset))
    }
  }

  private mutating func addInsertion(_ piece: TemplatePiece) {
    let context = insertionContext(piece)
    var expression = ExpressionParser(source, bytes, piece, pathCount: pathCount)
    let insertion = expression.insertion()
    take(expression)
    guard let (path, filters) = insertion else { return }
    append(.insertion(Insertion(piece.range, path, filters, in: context)))
  }

  private mutating func insertionContext(_ piece: TemplatePiece) -> InsertionContext {
    switch format {
    case .markdown: return .markdown
    case .text: return .text
    case .html:
      let verdict = html.verdict
      html.readInsertion()
      switch verdict {
      case .allowed(let context): return context
      case .refused(let place, let expected):
        guard !htmlFaults.isFull else { return .htmlText }
        htmlFaults.add(refusedInsertion(piece, in: place, expected: expected))
        return .htmlText
      }
    }
  }

  // MARK: Tags

  private mutating func addTag(_ piece: TemplatePiece) {
    var expression = ExpressionParser(source, bytes, piece, pathCount: pathCount)
    let keyword = expression.keyword()
    switch keyword {
    case .condition: open(.condition(expression.wholeCondition()), .condition, piece)
    case .loop: open(.loop(expression.loop()), .loop, piece)
    case .verbatim:
      expression.expectEnd(after: .verbatim)
      open(.verbatim, .verbatim, piece)
    case .otherwise:
      expression.expectEnd(after: .otherwise)
      otherwise(piece)
    case .end:
      expression.expectEnd(after: .end)
      end(piece)
    case .inclusion: include(expression.inclusion(), piece)
    case nil: mayLackBlock = mayLackBlock || !expression.isEmpty
    }
    take(expression)
  }

  private mutating func include(_ name: (text: String, range: Range<Int>)?, _ piece: TemplatePiece)
  {
    if format == .html, html.state != .text { htmlFaults.add(misplacedInclusion(piece)) }
    guard let name else { return }
    let inclusion = Inclusion(
      name: name.text, nameRange: name.range, tag: piece.range, isStandalone: piece.isStandalone)
    inclusions.append(inclusion)
    append(.inclusion(inclusion))
  }

  private mutating func open(_ kind: Frame.Kind, _ keyword: Keyword, _ piece: TemplatePiece) {
    frames.append(Frame(kind: kind, keyword: keyword, tag: piece.range, htmlStart: html))
    if frames.count == TemplateParser.depthLimit + 1 { faults.add(tooDeep(piece)) }
  }

  private mutating func otherwise(_ piece: TemplatePiece) {
    guard case .condition? = frames.last?.kind, let last = frames.indices.last else {
      faults.add(elseOutside(piece, within: frames.last?.keyword))
      return
    }
    guard frames[last].whenTrue == nil else {
      faults.add(secondElse(piece, of: frames[last].tag))
      return
    }
    frames[last].whenTrue = frames[last].nodes
    frames[last].htmlWhenTrue = html
    frames[last].nodes = []
    html = frames[last].htmlStart
  }

  private mutating func end(_ piece: TemplatePiece) {
    guard let frame = frames.popLast() else {
      if !mayLackBlock { faults.add(endWithoutBlock(piece)) }
      return
    }
    close(frame)
  }

  private mutating func close(_ frame: Frame) {
    mergeHTML(frame)
    // A block nested too deep is an error, and is dropped so that the tree stays shallow.
    guard frames.count < TemplateParser.depthLimit else { return }
    switch frame.kind {
    case .condition(let condition?):
      append(
        .condition(
          ConditionBlock(
            condition, frame.whenTrue ?? frame.nodes,
            else: frame.whenTrue == nil ? [] : frame.nodes)))
    case .loop(let head?):
      append(
        .loop(
          Loop(
            variable: head.variable, variableRange: head.variableRange, path: head.path,
            body: frame.nodes)))
    case .verbatim: for node in frame.nodes { append(node) }
    case .condition(nil), .loop(nil): break
    }
  }

  private mutating func mergeHTML(_ frame: Frame) {
    guard format == .html, !frame.isVerbatim else { return }
    let merged = html.merged(with: frame.htmlWhenTrue ?? frame.htmlStart)
    // What was read once from the start of a loop is repeated from its end.
    if let merged, frame.keyword != .loop || merged == frame.htmlStart {
      html = merged
    } else {
      htmlFaults.add(divergingBranches(frame))
    }
  }

  private mutating func closeAll() {
    while let frame = frames.popLast() {
      if !faults.isFull { faults.add(unclosedBlock(frame)) }
      close(frame)
    }
    if format == .html, html.state != .text { htmlFaults.add(endsInsideMarkup()) }
  }

  private mutating func append(_ node: TemplateNode) {
    if frames.isEmpty {
      nodes.append(node)
    } else {
      frames[frames.count - 1].nodes.append(node)
    }
  }

  private mutating func take(_ expression: ExpressionParser) {
    pathCount = expression.pathCount
    faults.add(contentsOf: expression.diagnostics)
  }
}

/// The words that begin a `{% … %}` tag.
enum Keyword: String, CaseIterable {
  case condition = "si"
  case otherwise = "sinon"
  case end = "fin"
  case loop = "pour"
  case inclusion = "inclure"
  case verbatim = "brut"
}

/// A block that is open.
struct Frame {
  enum Kind {
    case condition(Condition?)
    case loop((variable: String, variableRange: Range<Int>, path: Path)?)
    case verbatim
  }

  let kind: Kind
  let keyword: Keyword
  let tag: Range<Int>
  let htmlStart: HTMLPosition
  var htmlWhenTrue: HTMLPosition?
  /// The nodes of the branch being read.
  var nodes: [TemplateNode] = []
  /// The nodes of the first branch, once `sinon` has been met.
  var whenTrue: [TemplateNode]?

  var isVerbatim: Bool { if case .verbatim = kind { true } else { false } }
}
