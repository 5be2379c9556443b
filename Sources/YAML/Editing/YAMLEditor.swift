public import Diagnostics
import Text

/// Changes one value of a file as text: what is not changed stays to the byte, order, comments, quotes
/// and line ends included.
///
/// What was written is read again, and counts only when it says what it must and nothing else. A value
/// that is written in a way that cannot be changed so is refused, never guessed.
public struct YAMLEditor {
  private let source: SourceText
  private let root: YAMLNode
  private let read: (SourceText) -> YAMLNode?

  /// - Parameters:
  ///   - root: what the file says.
  ///   - read: reads a text as the file is read; nil for one with errors.
  public init(
    _ source: SourceText, _ root: YAMLNode, read: @escaping (SourceText) -> YAMLNode?
  ) {
    self.source = source
    self.root = root
    self.read = read
  }

  /// The file after a change; nil when the change cannot be made as text.
  public func apply(_ change: YAMLChange) -> CorrectedText? {
    guard let expected = change.applied(to: root.value) else { return nil }
    for correction in corrections(for: change) {
      let corrected = CorrectedText(source, [correction])
      let file = SourceText(path: source.path, text: corrected.text)
      if let found = read(file)?.value, found.says(sameAs: expected) { return corrected }
    }
    return nil
  }

  /// Ways to make a change, the best first.
  private func corrections(for change: YAMLChange) -> [Correction] {
    switch change {
    case .replace(let path, let text):
      guard let found = root.find(path[...]), let range = range(ofScalar: found) else { return [] }
      let written = source.text(at: found.node.place) ?? ""
      return YAMLEditor.spellings(of: text, like: written).map {
        correction(range.start, range.end, $0)
      }
    case .add(let key, let value, let path, let others):
      guard let found = root.find(path[...]) else { return [] }
      return addition(YAMLValue.Pair(key, value), to: found, behind: others).map { [$0] } ?? []
    case .append(let value, let path):
      guard let found = root.find(path[...]), let items = found.node.items else { return [] }
      if isFlow(found.node) { return flow(found.node, items.map(\.place), adding: value) }
      guard let end = lastLine(of: found.node, margin: found.margin) else { return [] }
      let margin = String(repeating: " ", count: found.node.place.column - 1)
      return [insertion(value.itemLines.map { margin + $0 }, after: end)]
    case .remove(let path): return removal(of: path)
    case .swap(let path, let other): return exchange(path, other).map { [$0] } ?? []
    }
  }

  // MARK: - Scalars

  /// A text between the quotes that stood there, or plain where it was.
  private static func spellings(of text: String, like written: String) -> [String] {
    let single = "'" + text.replacing("'", with: "''") + "'"
    return switch written.first {
    case "\"": [YAMLValue.quoted(text)]
    case "'": [single, YAMLValue.quoted(text)]
    default: [text, YAMLValue.quoted(text)]
    }
  }

  private typealias Position = Correction.Position

  private func range(
    ofScalar found: YAMLNode.Found
  ) -> (start: Position, end: Position)? {
    let place = found.node.place
    guard case .scalar = found.node.content,
      let last = lastLine(of: found.node, margin: found.margin)
    else { return nil }
    let start = Position(line: place.line, column: place.column)
    if last == place.line {
      return (start, Position(line: last, column: place.column + place.length))
    }
    return (start, end(of: last))
  }

  // MARK: - Keys and items

  private func addition(
    _ pair: YAMLValue.Pair, to found: YAMLNode.Found, behind others: [String]
  ) -> Correction? {
    guard let pairs = found.node.pairs, let first = pairs.first, !isFlow(found.node) else {
      return nil
    }
    let before = pairs.last { others.contains($0.key.text ?? "") } ?? first
    let column = first.key.place.column - 1
    guard let end = lastLine(of: before.value, margin: column, from: before.key.place.line)
    else { return nil }
    let margin = String(repeating: " ", count: column)
    let lines = pair.lines(indent: 0).map { margin + $0 }
    // At the root of a file its parts stand apart.
    let isApart = column == 0 && lines.count > 1
    return insertion((isApart ? [""] : []) + lines, after: end)
  }

  private func removal(of path: [YAMLStep]) -> [Correction] {
    guard let last = path.last, let parent = root.find(path.dropLast()) else { return [] }
    switch last {
    case .key(let key):
      guard let pairs = parent.node.pairs, !isFlow(parent.node), pairs.count > 1,
        let pair = pairs.first(where: { $0.key.text == key }),
        let end = lastLine(
          of: pair.value, margin: pair.key.place.column - 1, from: pair.key.place.line)
      else { return [] }
      let start = pair.key.place
      // The first key of an item stands behind its dash: what follows takes its place.
      guard isFirst(start) else { return dashed(pairs, pair, end) }
      let first = comments(above: start.line, column: start.column)
      // Of two blank lines around it one goes too.
      let isApart = first > 1 && indent(first - 1) == nil && indent(end + 1) == nil
      return [removal(ofLines: isApart ? first - 1 : first, end)]
    case .item(let rank):
      guard let items = parent.node.items, items.indices.contains(rank) else { return [] }
      if isFlow(parent.node) {
        return flow(
          parent.node, items.enumerated().filter { $0.offset != rank }.map(\.element.place))
      }
      return lines(ofItem: rank, in: parent).map {
        [removal(ofLines: $0.lowerBound, $0.upperBound)]
      }
        ?? []
    }
  }

  /// The first key of an item without the second taking its place behind the dash.
  private func dashed(_ pairs: [YAMLNode.Pair], _ pair: YAMLNode.Pair, _ end: Int) -> [Correction] {
    guard pairs.count > 1, pairs[0].key.place == pair.key.place,
      pairs[1].key.place.line == end + 1
    else { return [] }
    let (start, next) = (pair.key.place, pairs[1].key.place)
    return [
      correction(
        Position(line: start.line, column: start.column),
        Position(line: next.line, column: next.column), "")
    ]
  }

  private func exchange(_ path: [YAMLStep], _ other: Int) -> Correction? {
    guard case .item(let rank)? = path.last, let list = root.find(path.dropLast()),
      !isFlow(list.node), let first = lines(ofItem: min(rank, other), in: list),
      let second = lines(ofItem: max(rank, other), in: list), first.upperBound < second.lowerBound
    else { return nil }
    func text(_ lines: some Sequence<Int>) -> [String] { lines.map { source.line($0) ?? "" } }
    let between = (first.upperBound + 1)..<second.lowerBound
    let lines = text(second) + text(between) + text(first)
    return correction(
      Position(line: first.lowerBound, column: 1), end(of: second.upperBound),
      lines.joined(separator: "\n"))
  }

  /// The lines of an item of a list, with its dash and the remarks right above it.
  private func lines(ofItem rank: Int, in list: YAMLNode.Found) -> ClosedRange<Int>? {
    guard let items = list.node.items, items.indices.contains(rank) else { return nil }
    let column = list.node.place.column
    guard let end = lastLine(of: items[rank], margin: column - 1),
      let start = (1...items[rank].place.line).reversed().first(where: { isDash($0, column) })
    else { return nil }
    return comments(above: start, column: column)...end
  }

  /// A list on one line, `[a, b]`, written again with some of its items.
  private func flow(
    _ node: YAMLNode, _ kept: [Place], adding value: YAMLValue? = nil
  ) -> [Correction] {
    guard let items = node.items, let line = source.line(node.place.line),
      items.allSatisfy({ $0.place.line == node.place.line && $0.text != nil })
    else { return [] }
    let signs = Array(line.unicodeScalars)
    let from = items.last.map { $0.place.column - 1 + $0.place.length } ?? node.place.column
    guard let close = signs[from...].firstIndex(of: "]") else { return [] }
    var texts = kept.compactMap(source.text)
    if case .scalar(let text)? = value { texts.append(YAMLValue.quoted(text)) }
    let start = Position(line: node.place.line, column: node.place.column)
    let end = Position(line: node.place.line, column: close + 2)
    var spellings = ["[" + texts.joined(separator: ", ") + "]"]
    if case .scalar(let text)? = value, text.utf8.allSatisfy({ $0 > 0x2C && $0 < 0x7B }) {
      spellings.insert("[" + (texts.dropLast() + [text]).joined(separator: ", ") + "]", at: 0)
    }
    return spellings.map { correction(start, end, $0) }
  }

  // MARK: - Lines

  private func correction(_ start: Position, _ end: Position, _ text: String) -> Correction {
    Correction(file: source.path, from: start, to: end, text: text, isCertain: true)
  }

  private func insertion(_ lines: [String], after line: Int) -> Correction {
    correction(end(of: line), end(of: line), lines.map { "\n" + $0 }.joined())
  }

  private func removal(ofLines first: Int, _ last: Int) -> Correction {
    if first > 1 { return correction(end(of: first - 1), end(of: last), "") }
    return correction(
      Position(line: first, column: 1), Position(line: last + 1, column: 1), "")
  }

  private func end(of line: Int) -> Position {
    Position(line: line, column: (source.line(line) ?? "").unicodeScalars.count + 1)
  }

  private func isFlow(_ node: YAMLNode) -> Bool {
    let first = source.text(at: Place(file: "", line: node.place.line, column: node.place.column))
    return node.text == nil && (first == "{" || first == "[")
  }

  /// Whether nothing but white space stands before a place on its line.
  private func isFirst(_ place: Place) -> Bool { indent(place.line) == place.column - 1 }

  private func isDash(_ line: Int, _ column: Int) -> Bool {
    indent(line) == column - 1
      && source.text(at: Place(file: "", line: line, column: column)) == "-"
  }

  /// How many spaces begin a line; nil for a blank one.
  private func indent(_ line: Int) -> Int? {
    let signs = (source.line(line) ?? "").unicodeScalars.prefix { $0.isYAMLWhite }
    return signs.count == (source.line(line) ?? "").unicodeScalars.count ? nil : signs.count
  }

  /// The first of the lines of remarks that stand right above a line, at its column; the line itself
  /// when there are none, or when they open the file.
  private func comments(above line: Int, column: Int) -> Int {
    var first = line
    while first > 1, indent(first - 1) == column - 1,
      source.text(at: Place(file: "", line: first - 1, column: column)) == "#"
    {
      first -= 1
    }
    return first == 1 ? line : first
  }

  /// The last line of a node; nil where it cannot be told from what follows.
  ///
  /// - Parameters:
  ///   - margin: the column, from 0, of the key or the dash that the node belongs to.
  ///   - start: the line of that key.
  private func lastLine(of node: YAMLNode, margin: Int, from start: Int = 0) -> Int? {
    switch node.content {
    case .scalar(_, let style): return lastLine(ofScalar: node.place, style, margin: margin)
    case .mapping(let pairs):
      if isFlow(node) { return flowLine(node) }
      return last(
        pairs.map { (node: $0.value, margin: $0.key.place.column - 1) }, max(start, node.place.line)
      )
    case .sequence(let items):
      if isFlow(node) { return flowLine(node) }
      return last(
        items.map { (node: $0, margin: node.place.column - 1) }, max(start, node.place.line))
    }
  }

  private func last(_ parts: [(node: YAMLNode, margin: Int)], _ start: Int) -> Int? {
    var last = start
    for part in parts {
      guard let line = lastLine(of: part.node, margin: part.margin) else { return nil }
      last = max(last, line)
    }
    return last
  }

  /// That of braces or brackets that open and close on one line.
  private func flowLine(_ node: YAMLNode) -> Int? {
    let lines =
      node.pairs?.flatMap { [$0.key.place.line, $0.value.place.line] }
      ?? node.items?.map(\.place.line) ?? []
    guard lines.allSatisfy({ $0 == node.place.line }) else { return nil }
    let signs = (source.line(node.place.line) ?? "").unicodeScalars.dropFirst(node.place.column - 1)
    let opened = signs.count { $0 == "{" || $0 == "[" }
    return opened == signs.count { $0 == "}" || $0 == "]" } ? node.place.line : nil
  }

  private func lastLine(ofScalar place: Place, _ style: YAMLNode.Style, margin: Int) -> Int {
    if style == .quoted, closes(place) { return place.line }
    var last = place.line
    var next = place.line + 1
    while next <= source.lineCount {
      let indent = indent(next)
      if let indent {
        let isComment =
          style == .plain
          && source.text(at: Place(file: "", line: next, column: indent + 1)) == "#"
        guard indent > margin, !isComment else { break }
        last = next
      }
      next += 1
    }
    return last
  }

  /// Whether a quoted text ends on the line where it begins.
  private func closes(_ place: Place) -> Bool {
    let signs = Array((source.line(place.line) ?? "").unicodeScalars.dropFirst(place.column - 1))
    guard let mark = signs.first else { return false }
    return QuotedText.end(mark, in: signs, from: 1) != nil
  }
}

extension YAMLNode {
  /// A value, and the column, from 0, of the key or the dash that it belongs to; -1 for the root.
  struct Found {
    var node: YAMLNode
    var margin: Int
  }

  func find(_ path: ArraySlice<YAMLStep>, margin: Int = -1) -> Found? {
    guard let step = path.first else { return Found(node: self, margin: margin) }
    switch step {
    case .key(let key):
      guard let pair = pairs?.first(where: { $0.key.text == key }) else { return nil }
      return pair.value.find(path.dropFirst(), margin: pair.key.place.column - 1)
    case .item(let rank):
      guard let items, items.indices.contains(rank) else { return nil }
      return items[rank].find(path.dropFirst(), margin: place.column - 1)
    }
  }

  /// The value at the end of a way; nil where there is none.
  public subscript(path: [YAMLStep]) -> YAMLNode? { find(path[...])?.node }

  /// Calls the body with each value and the way to it.
  public func forEachNode(
    _ path: [YAMLStep] = [], _ body: (_ node: YAMLNode, _ path: [YAMLStep]) -> Void
  ) {
    body(self, path)
    for pair in pairs ?? [] { pair.value.forEachNode(path + [.key(pair.key.text ?? "")], body) }
    for (rank, item) in (items ?? []).enumerated() { item.forEachNode(path + [.item(rank)], body) }
  }
}
