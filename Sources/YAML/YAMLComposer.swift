import CYaml
import Diagnostics
import Text

/// Makes our tree from the events of libyaml.
///
/// Of Yams only its libyaml is used: its own tree is made at a multiple of the cost, and knows
/// neither what stands at the end of a value nor the duplicate keys of a file.
struct YAMLComposer {
  /// A line and a column, from 1.
  struct Position {
    var line: Int
    var column: Int

    init(_ mark: yaml_mark_t) {
      line = mark.line + 1
      column = mark.column + 1
    }
  }

  /// Why nothing more can be read, where the author's slip is, and where libyaml gave up.
  struct Failure: Error {
    var fault: YAMLFault
    var place: Position
    var mark: Position
  }

  private let source: SourceText
  private let proof: YAMLProofreader
  private let limit: Int
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var event = yaml_event_t()
  private var count = 0
  private var anchors: Set<String> = []
  /// The first anchor of the file.
  private(set) var anchor: Position?
  private(set) var duplicates: [Diagnostic] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - bytes: the text that `proof` mended, which must outlive the composer.
  ///   - limit: the number of values of the file.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, of source: SourceText, proof: YAMLProofreader, limit: Int
  ) {
    self.source = source
    self.proof = proof
    self.limit = limit
    parser = .allocate(capacity: 1)
    precondition(yaml_parser_initialize(parser) == 1, "no memory")
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  mutating func close() {
    yaml_event_delete(&event)
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The tree of the only document; nil when there is none.
  mutating func document() throws(Failure) -> YAMLNode? {
    try advance()
    try advance()
    guard event.type != YAML_STREAM_END_EVENT else { return nil }
    try advance()
    let root = try node(depth: 0)
    try advance()
    try advance()
    guard event.type == YAML_STREAM_END_EVENT else { throw failure("but found another document") }
    return root
  }

  // MARK: - Events

  private mutating func advance() throws(Failure) {
    yaml_event_delete(&event)
    guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    let name =
      switch event.type {
      case YAML_ALIAS_EVENT: event.data.alias.anchor
      case YAML_SCALAR_EVENT: event.data.scalar.anchor
      case YAML_SEQUENCE_START_EVENT: event.data.sequence_start.anchor
      case YAML_MAPPING_START_EVENT: event.data.mapping_start.anchor
      default: nil as UnsafeMutablePointer<yaml_char_t>?
      }
    guard let name else { return }
    let text = String(cString: name)
    if event.type != YAML_ALIAS_EVENT {
      anchors.insert(text)
      if anchor == nil { anchor = Position(event.start_mark) }
    } else if !anchors.contains(text) {
      throw failure("found undefined alias")
    }
  }

  /// What libyaml says of where it stopped.
  private func failure() -> Failure {
    let parser = parser.pointee
    guard parser.error != YAML_READER_ERROR, parser.error != YAML_MEMORY_ERROR else {
      let start = Position(yaml_mark_t())
      return Failure(fault: .unreadable, place: start, mark: start)
    }
    let context = parser.context.map { String(cString: $0) }
    let fault = YAMLFault(context: context, problem: String(cString: parser.problem))
    let mark = Position(parser.problem_mark)
    let place = fault.isAtContext && context != nil ? Position(parser.context_mark) : mark
    return Failure(fault: fault, place: place, mark: mark)
  }

  private func failure(_ problem: String) -> Failure {
    let mark = Position(event.start_mark)
    return Failure(fault: YAMLFault(context: nil, problem: problem), place: mark, mark: mark)
  }

  /// Passes over the rest of a node.
  private mutating func skip() throws(Failure) {
    var depth = 0
    while true {
      switch event.type {
      case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT: depth += 1
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: depth -= 1
      default: break
      }
      if depth == 0 { return }
      try advance()
    }
  }

  // MARK: - Nodes

  /// The node that begins with the event, which becomes its last one; nil when it is refused.
  private mutating func node(depth: Int) throws(Failure) -> YAMLNode? {
    count += 1
    guard count <= limit, depth <= YAMLReader.maximumDepth else {
      if count == limit + 1 {
        add(
          .tooManyValues,
          "Le fichier contient plus de \(groupedDigits(UInt(limit), by: " ")) valeurs.")
      } else if count <= limit {
        add(
          .tooDeep, "Les valeurs sont emboîtées sur plus de \(YAMLReader.maximumDepth) niveaux.")
      }
      try skip()
      return nil
    }
    let place = place()
    switch event.type {
    case YAML_SCALAR_EVENT: return scalar()
    case YAML_SEQUENCE_START_EVENT:
      var items: [YAMLNode] = []
      try advance()
      while event.type != YAML_SEQUENCE_END_EVENT {
        if let item = try node(depth: depth + 1) { items.append(item) }
        try advance()
      }
      return YAMLNode(content: .sequence(items), place: place)
    case YAML_MAPPING_START_EVENT:
      return YAMLNode(content: .mapping(try pairs(depth: depth)), place: place)
    default: return nil
    }
  }

  private mutating func pairs(depth: Int) throws(Failure) -> [YAMLNode.Pair] {
    var pairs: [YAMLNode.Pair] = []
    try advance()
    while event.type != YAML_MAPPING_END_EVENT {
      let key = try key()
      try advance()
      if let key, let value = try node(depth: depth + 1) {
        pairs.append(YAMLNode.Pair(key: key, value: value))
      } else if key == nil {
        try skip()
      }
      try advance()
    }
    duplicates += pairs.duplicates
    return pairs
  }

  private mutating func key() throws(Failure) -> YAMLNode? {
    guard event.type == YAML_SCALAR_EVENT else {
      add(
        .wrongShape, "Une clé est une liste ou un ensemble de clés.",
        expected: "un mot suivi de « : »")
      try skip()
      return nil
    }
    let key = scalar()
    guard key.text == "<<" else { return key }
    add(
      .mergeKey, "La clé de fusion « << » est refusée.", length: 2,
      expected: "les valeurs écrites à cet endroit")
    return nil
  }

  private mutating func scalar() -> YAMLNode {
    let scalar = event.data.scalar
    let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    let style: YAMLNode.Style =
      switch scalar.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
      case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
      default: .plain
      }
    var text = proof.unmasked(String(decoding: bytes, as: UTF8.self))
    if style == .block {
      while text.utf8.last == UInt8(ascii: "\n") { text.removeLast() }
    }
    let place = place(length: length(style))
    // As itself it was told and mended: an escape made it.
    if style == .quoted, let sign = text.firstInvisible {
      diagnostics.append(.invisible(sign, at: place))
    }
    return YAMLNode(content: .scalar(text, style), place: place)
  }

  /// How many scalars of its first line a scalar covers.
  private func length(_ style: YAMLNode.Style) -> Int {
    let (start, end) = (event.start_mark, event.end_mark)
    if start.line == end.line { return end.column - start.column }
    let line = proof.lines[start.line][start.column...]
    return switch style {
    case .plain: proof.endOfPlain(start.line, from: start.column) - start.column
    case .quoted: line.trimmedEnd.count
    case .block: line.prefix { !$0.isYAMLWhite }.count
    }
  }

  private func place(length: Int = 1) -> Place {
    let start = Position(event.start_mark)
    return Place(
      file: source.path, line: min(start.line, source.lineCount),
      column: proof.written(start.column - 1, in: start.line - 1) + 1, length: length)
  }

  private mutating func add(
    _ code: YAMLCode, _ message: String, length: Int = 1, expected: String? = nil
  ) {
    diagnostics.append(Diagnostic(code, message, at: place(length: length), expected: expected))
  }
}

extension [YAMLNode.Pair] {
  /// What is said of the keys that are written before in the same mapping.
  var duplicates: [Diagnostic] {
    // Most mappings are so small that comparing costs less than hashing.
    if count <= 16,
      !indices.contains(where: { rank in
        self[..<rank].contains { $0.key.text == self[rank].key.text }
      })
    {
      return []
    }
    var first: [String: Place] = [:]
    return compactMap { pair in
      let name = pair.key.text ?? ""
      guard let earlier = first[name] else {
        first[name] = pair.key.place
        return nil
      }
      return Diagnostic(
        YAMLCode.duplicateKey, "La clé « \(name) » est déjà écrite à la ligne \(earlier.line).",
        at: pair.key.place, expected: "une seule fois chaque clé")
    }
  }
}
