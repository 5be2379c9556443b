import Diagnostics
import Text
import Yams

/// From the nodes of Yams to ours.
extension YAMLReader {
  /// Our node for a node of Yams; nil when it is refused.
  mutating func convert(_ node: Node, depth: Int) -> YAMLNode? {
    let mark = Position(node.mark)
    nodeCount += 1
    guard nodeCount <= limits.values else {
      if nodeCount == limits.values + 1 {
        add(
          .tooManyValues,
          "Le fichier contient plus de \(groupedDigits(String(limits.values), by: " ")) valeurs.",
          line: mark.line, column: mark.column)
      }
      return nil
    }
    guard depth <= YAMLReader.maximumDepth else {
      add(
        .tooDeep, "Les valeurs sont emboîtées sur plus de \(YAMLReader.maximumDepth) niveaux.",
        line: mark.line, column: mark.column)
      return nil
    }
    switch node {
    case .scalar(let scalar): return convert(scalar, at: mark)
    case .sequence(let sequence):
      var items: [YAMLNode] = []
      for item in sequence {
        if let item = convert(item, depth: depth + 1) { items.append(item) }
      }
      return YAMLNode(content: .sequence(items), place: place(mark, length: 1))
    case .mapping(let mapping):
      return convert(mapping, at: mark, depth: depth)
    case .alias:
      addAlias(line: mark.line, column: mark.column)
      return nil
    }
  }

  private mutating func convert(_ mapping: Node.Mapping, at mark: Position, depth: Int) -> YAMLNode?
  {
    var pairs: [YAMLNode.Pair] = []
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else {
        let mark = key.mark.map { Position($0) } ?? mark
        add(
          .wrongShape, "Une clé est une liste ou un ensemble de clés.", line: mark.line,
          column: mark.column, expected: "un mot suivi de « : »")
        continue
      }
      let keyNode = convert(scalar, at: scalar.mark.map { Position($0) } ?? mark)
      if keyNode.text == "<<" {
        add(
          .mergeKey, "La clé de fusion « << » est refusée.", line: keyNode.place.line,
          column: keyNode.place.column, length: 2, expected: "les valeurs écrites à cet endroit")
        continue
      }
      guard let value = convert(value, depth: depth + 1) else { continue }
      pairs.append(YAMLNode.Pair(key: keyNode, value: value))
    }
    reportDuplicates(pairs)
    return YAMLNode(content: .mapping(pairs), place: place(mark, length: 1))
  }

  private mutating func reportDuplicates(_ pairs: [YAMLNode.Pair]) {
    var first: [String: Place] = [:]
    for pair in pairs {
      let name = pair.key.text ?? ""
      guard let earlier = first[name] else {
        first[name] = pair.key.place
        continue
      }
      diagnostics.add(
        Diagnostic(
          YAMLCode.duplicateKey,
          "La clé « \(name) » est déjà écrite à la ligne \(earlier.line).", at: pair.key.place,
          expected: "une seule fois chaque clé"))
    }
  }

  private func convert(_ scalar: Node.Scalar, at mark: Position) -> YAMLNode {
    let style: YAMLNode.Style =
      switch scalar.style {
      case .any, .plain: .plain
      case .singleQuoted, .doubleQuoted: .quoted
      case .literal, .folded: .block
      }
    var text = unmasked(scalar.string)
    if style == .block {
      while text.hasSuffix("\n") { text.removeLast() }
    }
    return YAMLNode(
      content: .scalar(text, style), place: place(mark, length: length(scalar, style, at: mark)))
  }

  /// How many scalars of its first line a scalar covers.
  private func length(_ scalar: Node.Scalar, _ style: YAMLNode.Style, at mark: Position) -> Int {
    guard proof.lines.indices.contains(mark.line - 1) else { return 1 }
    let line = proof.lines[mark.line - 1]
    let start = mark.column - 1
    guard line.indices.contains(start) else { return 1 }
    switch style {
    case .plain:
      let text = Array(scalar.string.unicodeScalars)
      if line[start...].starts(with: text) { return max(1, text.count) }
      return max(1, proof.endOfPlain(mark.line - 1, from: start) - start)
    case .quoted:
      let end = proof.endOfQuote(line[start], mark.line - 1, from: start + 1)
      return (end ?? line.trimmedEnd.count - 1) - start + 1
    case .block:
      return line[start...].prefix { !$0.isYAMLWhite }.count
    }
  }

  private func place(_ mark: Position, length: Int) -> Place {
    Place(
      file: source.path, line: min(max(1, mark.line), source.lineCount),
      column: max(1, mark.column), length: length)
  }
}
