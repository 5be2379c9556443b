import Diagnostics
import Facts
import Text
import YAML

/// What is said about keys and values that are refused.
extension FactReader {
  /// A sentence about an item that is told by its rank: « Collectif 2 : la valeur … ».
  package static func sentence(_ text: String, of subject: String?) -> String {
    guard let subject else { return text }
    return "\(subject) : \(text.prefix(1).lowercased())\(text.dropFirst())"
  }

  /// Where a key is unknown or missing; nothing for a whole item, which the sentence names.
  private var whereabouts: String {
    let path = path
    if path.isEmpty { return subject == nil ? " dans \(dialect.file)" : "" }
    return " dans « \(path) »"
  }

  /// Reports a value where a list or keys are expected, with the line as it should be where one word
  /// is missing alone: « - la Caf » for « - nom: la Caf ».
  ///
  /// - Parameters:
  ///   - items: what the items of the list are.
  ///   - key: the key on whose line the value may stand.
  mutating func reportShape(
    of node: YAMLNode, as shape: FactShape, items: FactType? = nil, after key: YAMLNode? = nil
  ) {
    var diagnostic = dialect.wrongShape(of: node, expected: shape, path: path)
    if dialect.showsLines, let correction = mended(node, as: shape, items: items, after: key) {
      diagnostic.correction = correction
      diagnostic.suggestion = source.suggestion(of: correction)
    }
    add(diagnostic)
  }

  private func mended(
    _ node: YAMLNode, as shape: FactShape, items: FactType?, after key: YAMLNode?
  ) -> Correction? {
    if case .list = shape, case .record(let schema)? = items, let pairs = node.pairs {
      return withDash(pairs, of: schema)
    }
    guard node.text != nil, let written = source.text(at: node.place),
      !written.contains("\n"), !["|", ">", "[", "{"].contains(written.prefix(1))
    else { return nil }
    let indent = String(repeating: " ", count: (key?.place.column ?? 1) + 1)
    func below(_ text: String) -> Correction? {
      guard let key, key.place.line == node.place.line, node.place.column > 1 else { return nil }
      // The space after the colon goes with what moves.
      var place = node.place
      (place.column, place.length) = (place.column - 1, place.length + 1)
      // « a, b » may be two items.
      return Correction(place, with: "\n" + indent + text, isCertain: !written.contains(","))
    }
    switch (shape, items) {
    case (.record(let schema), _) where key != nil:
      // « instance: le comité »: other keys may be missing.
      guard schema["nom"] != nil, var below = below("nom: \(written)") else { return nil }
      below.isCertain = schema.soleKey != nil
      return below
    case (.record(let schema), _):
      return schema.soleKey.map {
        Correction(node.place, with: "\($0): \(written)", isCertain: true)
      }
    case (.list, .record(let schema)?):
      return schema.soleKey.flatMap { below("- \($0): \(written)") }
    case (.list, .identifier?), (.list, .schoolYear?):
      let isOne = written.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) }
      return isOne ? Correction(node.place, with: "[\(written)]", isCertain: true) : nil
    case (.list, _?): return below("- \(written)")
    default: return nil
    }
  }

  /// The keys of one item, which lack the dash of their list.
  private func withDash(_ pairs: [YAMLNode.Pair], of schema: Schema) -> Correction? {
    guard let first = pairs.first?.key.place, let last = pairs.last?.value, first.column > 1,
      // Items that are named by their keys are something else.
      pairs.allSatisfy({ schema[$0.key.text ?? ""] != nil })
    else { return nil }
    var end = first.line
    while let line = source.line(end + 1), end < last.place.line || line.isBelow(first.column) {
      end += 1
    }
    let lines = (first.line...end).compactMap(source.line)
    let text = lines.enumerated().map { rank, line in
      let indent = first.column - 1
      if rank == 0 {
        return String(repeating: " ", count: indent) + "- " + line.dropFirst(indent)
      }
      return line.isEmpty ? "" : "  " + line
    }
    return Correction(
      file: source.path, from: Correction.Position(line: first.line, column: 1),
      to: Correction.Position(line: end, column: lines[lines.count - 1].unicodeScalars.count + 1),
      text: text.joined(separator: "\n"), isCertain: true)
  }

  mutating func report(_ refusal: Refusal, _ text: String, _ node: YAMLNode) {
    let correction = refusal.correction.flatMap {
      source.correction($0, for: node, isCertain: refusal.isCertain)
    }
    let line = dialect.showsLines ? correction.map(source.suggestion) : nil
    add(
      refusal.code,
      "La valeur « \(dialect.excerpt(refusal.text ?? text)) » de « \(path) » \(refusal.reason).",
      at: node.place, expected: refusal.expected, suggestion: line ?? refusal.correction,
      correction: correction)
  }

  /// Reports a key that the schema does not have.
  ///
  /// Returns the key of the schema that is probably meant: it is not said to be missing as well.
  ///
  /// - Parameter node: the mapping of the key.
  mutating func reportUnknown(_ key: YAMLNode, schema: Schema, in node: YAMLNode) -> String? {
    if let diagnostic = dialect.unknownKey(key, of: schema) {
      add(diagnostic)
      return nil
    }
    let name = key.text ?? ""
    unknownCount += 1
    // Nobody is told how many more they are; only a scenario has so many values.
    guard unknownCount <= FactReader.countedKeys else { return nil }
    // What is past the limit is counted only: nothing is looked up for it.
    guard unknownCount <= DiagnosticList.limit else {
      add(
        .unknownKey, "La clé « \(dialect.excerpt(name)) » est inconnue.", at: key.place,
        expected: nil)
      return nil
    }
    let names = schema.fields.map(\.key)
    let suggestion =
      Suggestion.nearest(to: name, among: names)
      ?? Slug.nearest(to: name).flatMap { slug in
        names.first { $0 == slug.replacing("-", with: "_") }
      } ?? FactReader.fullKey(of: name, among: names)
      ?? (path.isEmpty ? dialect.path(endingIn: name) : nil)
    let expected =
      names.count <= dialect.listedKeys
      ? "une des clés " + names.joined(separator: ", ") : "une clé que le guide décrit"
    // A key that is written already cannot be meant a second time. A mapping of a thousand keys is
    // none of ours: nobody mends it key by key.
    let isOurs = (node.pairs?.count ?? 0) < 1_000
    let free = isOurs ? names.filter { node[$0] == nil } : []
    // The key itself: a list stands on the lines below it.
    let other = node.pairs?.first { suggestion != nil && $0.key.text == suggestion }?.key.place.line
    add(
      .unknownKey, "La clé « \(dialect.excerpt(name)) » est inconnue\(whereabouts).", at: key.place,
      expected: other.map {
        "« \(suggestion ?? "") » une seule fois : elle est déjà à la ligne \($0)"
      }
        ?? expected, suggestion: other == nil ? suggestion : nil,
      correction: Suggestion.correction(of: name, at: key.place, among: free))
    guard let suggestion, schema[suggestion] != nil else { return nil }
    refuse(suggestion)
    return suggestion
  }

  /// The key that another word, or its first letters, stands for: « mail », « tel ».
  private static func fullKey(of name: String, among names: [String]) -> String? {
    let written = name.lowercased()
    if let other = otherWords[written], names.contains(other) { return other }
    let longer = names.filter { written.count > 2 && $0.hasPrefix(written) }
    // « telephone » begins « telephones ».
    let shortest = longer.min { $0.count < $1.count }
    return shortest.flatMap { word in longer.allSatisfy { $0.hasPrefix(word) } ? word : nil }
  }

  private static let otherWords = [
    "mail": "courriel", "email": "courriel", "e-mail": "courriel", "mél": "courriel",
    "portable": "telephone", "mobile": "telephone", "url": "lien", "site": "lien",
  ]

  /// Reports the required keys that a whole record lacks.
  mutating func reportMissing(in record: Record, meant: Set<String>, at node: YAMLNode) {
    for index in record.schema.required where !record.has(index) {
      let field = record.schema.fields[index]
      guard !meant.contains(field.key), node[field.key] == nil else { continue }
      add(
        .missingKey, "Il manque la clé « \(field.key) »\(whereabouts).",
        at: node.pairs?.first?.key.place ?? node.place, expected: dialect.expectation(field))
    }
  }

  /// Reports codes that two items of a list share.
  ///
  /// - Parameter file: the name of a file that is the list.
  mutating func checkCodes(_ facts: [Fact], of file: String? = nil) {
    guard let schema = facts.first?.value.record?.schema, let rank = schema.index(of: "code"),
      schema.fields[rank].has(.identifies)
    else { return }
    var first: [String: Place] = [:]
    for fact in facts {
      guard let code = fact.value.record?[rank], let name = code.value.text, let place = code.place
      else { continue }
      guard let earlier = first[name] else {
        first[name] = place
        continue
      }
      add(
        .duplicateCode,
        "Le code « \(name) » de « \(file ?? path) » sert déjà à la ligne \(earlier.line).",
        at: place, expected: "un code différent pour chaque élément")
    }
  }
}

extension Field {
  /// The key with what to write, for messages.
  var expectation: String {
    help.isEmpty ? key + ": …" : "\(key): \(help.hasSuffix(".") ? help.dropLast() : help[...])"
  }
}

extension String {
  /// Whether a line has words that are more set in than a column.
  fileprivate func isBelow(_ column: Int) -> Bool {
    let indent = prefix { $0 == " " }.count
    return indent >= column && indent < utf8.count
  }
}

extension Schema {
  /// « nom », where it is all that a record must say.
  var soleKey: String? {
    guard required.count == 1, let key = required.first.map({ fields[$0].key }), key == "nom" else {
      return nil
    }
    return key
  }

  /// The dotted paths, lists left out, whose last key has this name.
  func paths(endingIn key: String, below parent: String = "") -> [String] {
    fields.flatMap { field in
      let path = parent.isEmpty ? field.key : parent + "." + field.key
      let own = field.key == key ? [path] : []
      guard case .record(let schema) = field.type else { return own }
      return own + schema.paths(endingIn: key, below: path)
    }
  }
}

extension SourceText {
  /// A value in the place of what a node says, between the same quotes; nil where it is folded over
  /// lines or escaped.
  func correction(_ text: String, for node: YAMLNode, isCertain: Bool) -> Correction? {
    guard let typed = node.text, let written = self.text(at: node.place) else { return nil }
    let mark = ["", "\"", "'"].first { written == $0 + typed + $0 }
    guard let mark, mark.isEmpty || !text.contains(mark) && !text.contains("\\") else { return nil }
    return Correction(node.place, with: mark + text + mark, isCertain: isCertain)
  }
}
