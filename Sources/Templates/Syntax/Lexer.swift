import Diagnostics

/// Cuts a template's source into texts and tags, in one pass.
///
/// A tag ends at its delimiter; it never holds another opening delimiter nor a blank line, so that
/// an unclosed tag costs no more than its own line and the time stays linear.
struct Lexer {
  let source: SourceText
  let bytes: [UInt8]
  private(set) var pieces: [TemplatePiece] = []
  private(set) var faults = FaultList()
  private var position = 0
  private var textStart = 0
  /// Whether a search for `{% fin %}` has already failed: a later one would fail as well.
  private var hasNoMoreEnds = false

  init(_ source: SourceText, bytes: [UInt8]) {
    self.source = source
    self.bytes = bytes
  }

  mutating func run() {
    while position < bytes.count, !faults.isFull {
      switch delimiter(at: position) {
      case .open(let opening): lexTag(opening)
      case .close(let closing) where closing != .insertion: reportUnopened(closing)
      default: position += 1
      }
    }
    flushText(to: bytes.count)
    StandaloneLines.remove(from: &pieces, bytes: bytes)
  }

  // MARK: Delimiters

  struct Delimiter: Equatable {
    let kind: TemplatePiece.Kind
    let opening: String
    let closing: String

    static let insertion = Delimiter(kind: .insertion, opening: "{{", closing: "}}")
    static let tag = Delimiter(kind: .tag, opening: "{%", closing: "%}")
    static let comment = Delimiter(kind: .comment, opening: "{#", closing: "#}")
  }

  private enum Found {
    case open(Delimiter)
    case close(Delimiter)
    case nothing
  }

  private func delimiter(at offset: Int) -> Found {
    guard offset + 1 < bytes.count else { return .nothing }
    switch (bytes[offset], bytes[offset + 1]) {
    case (UInt8(ascii: "{"), UInt8(ascii: "{")): return .open(.insertion)
    case (UInt8(ascii: "{"), UInt8(ascii: "%")): return .open(.tag)
    case (UInt8(ascii: "{"), UInt8(ascii: "#")):
      return isAnchor(at: offset) ? .nothing : .open(.comment)
    case (UInt8(ascii: "}"), UInt8(ascii: "}")): return .close(.insertion)
    case (UInt8(ascii: "%"), UInt8(ascii: "}")): return .close(.tag)
    case (UInt8(ascii: "#"), UInt8(ascii: "}")): return .close(.comment)
    default: return .nothing
    }
  }

  /// Whether `{#` begins the explicit anchor of a heading, `{#depot}`, and no comment.
  private func isAnchor(at offset: Int) -> Bool {
    var end = offset + 2
    while end < bytes.count, Bytes.isWord(bytes[end]) || bytes[end] == UInt8(ascii: "-") {
      end += 1
    }
    return end > offset + 2 && end < bytes.count && bytes[end] == UInt8(ascii: "}")
  }

  // MARK: Tags

  private mutating func lexTag(_ opening: Delimiter) {
    flushText(to: position)
    let start = position
    switch end(of: opening, from: start) {
    case .closed(let content, let next):
      append(opening, start..<next, content: content)
    case .closedByOther(let content, let next, let closing):
      report(.unclosedTag, at: start, wrongClosing(opening, closing), expected: opening)
      append(opening, start..<next, content: content, isBroken: true)
    case .unclosed(let next):
      report(.unclosedTag, at: start, unclosed(opening), expected: opening)
      append(opening, start..<next, content: (start + 2)..<next, isBroken: true)
    }
    if opening == .tag { lexVerbatim() }
  }

  private enum End {
    case closed(content: Range<Int>, next: Int)
    case closedByOther(content: Range<Int>, next: Int, Delimiter)
    /// Lexing goes on at `next`: the end of the line, or the next tag on it.
    case unclosed(next: Int)
  }

  /// A comment runs over anything but another comment.
  private func end(of opening: Delimiter, from start: Int) -> End {
    let isComment = opening == .comment
    var offset = start + 2
    var lineEnd: Int?
    search: while offset < bytes.count {
      switch delimiter(at: offset) {
      case .close(opening): return .closed(content: (start + 2)..<offset, next: offset + 2)
      case .close(let closing) where !isComment:
        return .closedByOther(content: (start + 2)..<offset, next: offset + 2, closing)
      case .open(let other) where !isComment || other == .comment: break search
      default: break
      }
      if bytes[offset] == Bytes.newline {
        lineEnd = lineEnd ?? offset
        if !isComment, isBlankLine(from: offset + 1) { break search }
      }
      offset += 1
    }
    return .unclosed(next: lineEnd ?? offset)
  }

  private func isBlankLine(from start: Int) -> Bool {
    let end = Bytes.skipSpaces(in: bytes, from: start, to: bytes.count)
    return end < bytes.count && bytes[end] == Bytes.newline
  }

  /// After `{% brut %}`, all is one text up to the next `{% fin %}`.
  private mutating func lexVerbatim() {
    guard let tag = pieces.last, word(in: tag.content) == "brut" else { return }
    guard !hasNoMoreEnds, let end = nextEnd(from: position) else {
      hasNoMoreEnds = true
      return
    }
    position = end
    flushText(to: end)
  }

  private func nextEnd(from start: Int) -> Int? {
    var offset = start
    while offset < bytes.count {
      if case .open(.tag) = delimiter(at: offset),
        case .closed(let content, _) = end(of: .tag, from: offset), word(in: content) == "fin"
      {
        return offset
      }
      offset += 1
    }
    return nil
  }

  /// The only word of a tag, or nil.
  private func word(in content: Range<Int>) -> String? {
    guard content.count < 100 else { return nil }
    let start = Bytes.skipSpaces(in: bytes, from: content.lowerBound, to: content.upperBound)
    var end = start
    while end < content.upperBound, Bytes.isLetter(bytes[end]) { end += 1 }
    let rest = Bytes.skipSpaces(in: bytes, from: end, to: content.upperBound)
    return rest == content.upperBound ? Bytes.string(bytes[start..<end]) : nil
  }

  // MARK: Pieces

  private mutating func append(
    _ delimiter: Delimiter, _ range: Range<Int>, content: Range<Int>, isBroken: Bool = false
  ) {
    pieces.append(
      TemplatePiece(kind: delimiter.kind, range: range, content: content, isBroken: isBroken))
    position = range.upperBound
    textStart = position
  }

  private mutating func flushText(to end: Int) {
    if textStart < end { pieces.append(TemplatePiece(kind: .text, range: textStart..<end)) }
    textStart = end
  }
}

// MARK: - Messages

extension Lexer {
  private mutating func report(
    _ code: TemplateCode, at offset: Int, _ message: String, expected: Delimiter
  ) {
    faults.add(
      Diagnostic(
        code, message, at: source.place(atUTF8: offset, length: 2),
        expected: "« \(expected.closing) » à la fin de la balise"))
  }

  private func unclosed(_ opening: Delimiter) -> String {
    opening == .comment
      ? "Le commentaire ouvert par « {# » n'est pas fermé."
      : "La balise ouverte par « \(opening.opening) » n'est pas fermée."
  }

  private func wrongClosing(_ opening: Delimiter, _ closing: Delimiter) -> String {
    "La balise ouverte par « \(opening.opening) » est fermée par « \(closing.closing) »."
  }

  private mutating func reportUnopened(_ closing: Delimiter) {
    faults.add(
      Diagnostic(
        TemplateCode.unopenedTag, "« \(closing.closing) » ferme une balise qui n'est pas ouverte.",
        at: source.place(atUTF8: position, length: 2),
        expected: "« \(closing.opening) » au début de la balise"))
    position += 2
  }
}
