import Diagnostics
import Facts
import Text
import YAML

/// What is said about keys and values that are refused.
extension FactReader {
  /// The line of a place with the value replaced, as it should be; nil when the value does not
  /// stand whole on that line.
  func line(_ place: Place, with text: String) -> String? {
    guard let line = source.line(place.line).map({ Array($0.unicodeScalars) }) else { return nil }
    let start = place.column - 1
    guard start >= 0, start + place.length <= line.count else { return nil }
    let fixed =
      line[..<start] + Array(text.unicodeScalars) + line[(start + place.length)...]
    return Array(fixed).trimmedScalars.string
  }

  mutating func report(_ refusal: Refusal, _ text: String, _ node: YAMLNode, path: String) {
    let suggestion = refusal.correction.flatMap { correction -> String? in
      guard case .scalar(_, let style) = node.content, style != .block else { return correction }
      let mark = source.line(node.place.line).flatMap { line in
        Array(line.unicodeScalars).dropFirst(node.place.column - 1).first
      }
      guard style == .quoted, let mark else { return line(node.place, with: correction) }
      return line(node.place, with: "\(mark)\(correction)\(mark)")
    }
    add(
      refusal.code, "La valeur « \(short(text)) » de « \(path) » \(refusal.reason).",
      at: node.place,
      expected: refusal.expected, suggestion: suggestion)
  }

  /// A long text is cut for its message.
  private func short(_ text: String) -> String {
    let line = text.replacing("\n", with: " ")
    return line.count <= 80 ? line : line.prefix(77) + "…"
  }

  mutating func reportUnknown(_ key: String, at place: Place, schema: Schema, path: String) {
    let names = schema.fields.map(\.key)
    let scope = path.isEmpty ? "dans ce fichier" : "dans « \(path) »"
    let elsewhere = path.isEmpty ? NoteSchema.paths(endingIn: key).first : nil
    let suggestion =
      Suggestion.nearest(to: key, among: names) ?? Slug.nearest(to: key).flatMap { name in
        names.first { $0 == name.replacing("-", with: "_") }
      } ?? elsewhere
    let expected =
      names.count <= 12
      ? "une des clés " + names.joined(separator: ", ") : "une clé que le guide décrit"
    // What was probably meant is not said to be missing as well.
    if let suggestion, schema[suggestion] != nil {
      refuse(path.isEmpty ? suggestion : path + "." + suggestion)
    }
    add(
      .unknownKey, "La clé « \(key) » est inconnue \(scope).", at: place, expected: expected,
      suggestion: suggestion)
  }

  mutating func reportShape(
    _ node: YAMLNode, _ shape: String, path: String, example schema: Schema
  ) {
    let subject = path.isEmpty ? "Le fichier" : "« \(path) »"
    let keys = schema.fields.prefix(3).map(\.key).joined(separator: ", ")
    add(
      YAMLCode.wrongShape, "\(subject) attend \(shape), et contient \(node.shape).", at: node.place,
      expected: "des clés (\(keys)…), une par ligne")
  }

  /// A list or keys where a plain value was expected.
  mutating func reportText(_ node: YAMLNode, path: String) {
    var suggestion: String?
    if case .mapping(let pairs) = node.content, let pair = pairs.first, pairs.count == 1,
      let key = pair.key.text, let value = pair.value.text, pair.key.place.line == node.place.line
    {
      // « - etape : suite » is a text that YAML takes for a key.
      suggestion = "- \"\(key) : \(value)\""
    }
    add(
      YAMLCode.wrongShape, "« \(path) » attend une valeur simple, et contient \(node.shape).",
      at: node.place, expected: "un texte, entre guillemets droits s'il contient « : »",
      suggestion: suggestion)
  }

  /// Reports the required keys that a whole record lacks.
  mutating func reportMissing(
    _ schema: Schema, pairs: [YAMLNode.Pair], node: YAMLNode, path: String
  ) {
    let names = schema.fields.map(\.key)
    // A key that is unknown was reported; what it probably means is not missing as well.
    let written = Set(
      pairs.compactMap(\.key.text).compactMap {
        schema[$0] == nil ? Suggestion.nearest(to: $0, among: names) : $0
      })
    for field in schema.fields where field.isRequired && !written.contains(field.key) {
      let scope = path.isEmpty ? "dans ce fichier" : "dans « \(path) »"
      add(
        .missingKey, "Il manque la clé « \(field.key) » \(scope).",
        at: pairs.first?.key.place ?? node.place, expected: field.expectation)
    }
  }

  /// Reports codes that two items of a list share.
  mutating func checkCodes(_ facts: [Fact], path: String) {
    var first: [String: Place] = [:]
    for fact in facts {
      guard let record = fact.value.record, let code = record["code"],
        let name = code.value.text, let place = code.place
      else { continue }
      guard let earlier = first[name] else {
        first[name] = place
        continue
      }
      add(
        .duplicateCode, "Le code « \(name) » de « \(path) » sert déjà à la ligne \(earlier.line).",
        at: place, expected: "un code différent pour chaque élément")
    }
  }
}

extension Field {
  /// The key with what to write, for messages.
  var expectation: String { help.isEmpty ? key + ": …" : "\(key): \(help.withoutFullStop)" }
}

extension String {
  var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}

extension NoteSchema {
  /// The dotted paths, lists left out, whose last key has this name.
  static func paths(endingIn key: String) -> [String] {
    var found: [String] = []
    func visit(_ schema: Schema, _ path: String) {
      for field in schema.fields {
        let inner = path.isEmpty ? field.key : path + "." + field.key
        if field.key == key { found.append(inner) }
        if case .record(let schema) = field.type { visit(schema, inner) }
      }
    }
    visit(written, "")
    return found
  }
}
