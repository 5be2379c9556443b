import Diagnostics
import Facts
import YAML

/// Types the tree of one YAML file by a schema.
///
/// Every fault is added to `diagnostics`; what could be read is returned all the same.
struct FactReader {
  let document: YAMLDocument
  var diagnostics = DiagnosticList()
  /// The paths of what is written but refused, so that it is not said to be missing as well.
  private(set) var refused: Set<String> = []
  /// The places of keys, by path, for what is found missing later.
  private(set) var keyPlaces: [String: Place] = [:]

  var source: SourceText { document.source }

  init(_ document: YAMLDocument) { self.document = document }

  /// How a record is read.
  struct Manner {
    /// Whether the record is whole here; a record of the note's root is completed by other files.
    var isWhole = true
    /// Whether figures are written with their source.
    var isSourced = false
  }

  mutating func add(
    _ code: ConfigurationCode, _ message: String, at place: Place, expected: String? = nil,
    suggestion: String? = nil
  ) {
    guard !document.mendedLines.contains(place.line) else { return }
    diagnostics.add(
      Diagnostic(code, message, at: place, expected: expected, suggestion: suggestion))
  }

  mutating func refuse(_ path: String) { refused.insert(path) }

  /// Reads the keys of a mapping.
  ///
  /// - Parameter path: the dotted path of the record, empty at the root.
  mutating func record(
    _ node: YAMLNode, _ schema: Schema, path: String, manner: Manner = Manner()
  ) -> Record? {
    guard let pairs = node.pairs else {
      reportShape(node, "un ensemble de clés", path: path, example: schema)
      return nil
    }
    var record = Record(schema)
    for pair in pairs {
      let key = pair.key.text ?? ""
      guard let field = schema[key] else {
        reportUnknown(key, at: pair.key.place, schema: schema, path: path)
        continue
      }
      // A key written twice was reported; the first value counts.
      guard record[key] == nil else { continue }
      let inner = path.isEmpty ? key : path + "." + key
      keyPlaces[inner] = pair.key.place
      if let fact = fact(pair.value, field, path: inner, key: pair.key, manner: manner) {
        record[key] = fact
      } else {
        refused.insert(inner)
      }
    }
    if manner.isWhole {
      reportMissing(schema, pairs: pairs, node: node, path: path)
      check(schema.rules, of: &record, at: node, path: path)
    }
    return record
  }

  private mutating func fact(
    _ node: YAMLNode, _ field: Field, path: String, key: YAMLNode, manner: Manner
  ) -> Fact? {
    if node.isEmpty {
      add(
        .emptyValue, "La clé « \(path) » n'a pas de valeur.", at: key.place,
        expected: "une valeur, ou la clé supprimée")
      return nil
    }
    var manner = manner
    manner.isSourced = manner.isSourced || field.has(.sourced)
    switch field.type {
    case .record(let schema):
      guard let record = record(node, schema, path: path, manner: manner) else { return nil }
      return Fact(.record(record), place: key.place)
    case .list(let item):
      return list(node, of: item, field, path: path).map { Fact(.list($0), place: key.place) }
    default:
      return manner.isSourced
        ? sourced(node, field, path: path) : scalar(node, field, path: path)
    }
  }

  private mutating func list(
    _ node: YAMLNode, of type: FactType, _ field: Field, path: String
  ) -> [Fact]? {
    guard let items = node.items else {
      add(
        YAMLCode.wrongShape, "La clé « \(path) » attend une liste, et contient \(node.shape).",
        at: node.place, expected: "un élément par ligne, après « - »")
      return nil
    }
    var facts: [Fact] = []
    for item in items {
      if item.isEmpty {
        add(
          .emptyValue, "Un élément de « \(path) » est vide.", at: item.place,
          expected: "une valeur après « - »")
        continue
      }
      switch type {
      case .record(let schema):
        guard let record = record(item, schema, path: path) else { continue }
        facts.append(Fact(.record(record), place: item.place))
      default:
        var inner = field
        inner.type = type
        if let fact = scalar(item, inner, path: path) { facts.append(fact) }
      }
    }
    checkCodes(facts, path: path)
    return facts
  }

  /// Reads a value with no parts.
  mutating func scalar(_ node: YAMLNode, _ field: Field, path: String) -> Fact? {
    guard let text = node.text else {
      reportText(node, path: path)
      return nil
    }
    if let pending = ScalarReading.pending(text) {
      return self.pending(pending, text, node, field, path: path)
    }
    switch ScalarReading.value(text, as: field.type) {
    case .success(let value): return Fact(value, place: node.place)
    case .failure(let refusal):
      report(refusal, text, node, path: path)
      return nil
    }
  }

  private mutating func pending(
    _ pending: (word: ScalarReading.PendingWord, rest: String, isExact: Bool), _ text: String,
    _ node: YAMLNode, _ field: Field, path: String
  ) -> Fact? {
    let word = pending.word.rawValue
    let correction = pending.rest.isEmpty ? word : word + " " + pending.rest
    guard field.mayBePending else {
      // « À paraître » may be a plain text; only the exact word is certainly meant.
      guard pending.isExact else {
        return scalarResult(text, node, field, path: path)
      }
      let refusal = Refusal(
        .pendingNotAllowed, "ne peut pas attendre", expected: "une valeur, ou la clé supprimée")
      report(refusal, text, node, path: path)
      return nil
    }
    guard pending.isExact else {
      let refusal = Refusal(
        .unknownChoice, "n'est pas écrite comme il faut",
        expected: "a_paraitre, a_completer ou a_confirmer suivi d'une valeur",
        correction: correction)
      report(refusal, text, node, path: path)
      return nil
    }
    switch (pending.word, pending.rest.isEmpty) {
    case (.toBePublished, true): return Fact(.pending(.toBePublished), place: node.place)
    case (.toBeCompleted, true): return Fact(.pending(.toBeCompleted), place: node.place)
    case (.toBeConfirmed, false):
      switch ScalarReading.value(pending.rest, as: field.type) {
      case .success(let value):
        return Fact(.pending(.toBeConfirmed(value)), place: node.place)
      case .failure(var refusal):
        refusal.correction = refusal.correction.map { word + " " + $0 }
        report(refusal, pending.rest, node, path: path)
      }
    case (.toBeConfirmed, true):
      report(
        Refusal(
          .emptyValue, "ne donne pas la valeur à confirmer", expected: "a_confirmer 2025-07-31"),
        text, node, path: path)
    default:
      report(
        Refusal(
          .unknownChoice, "contient du texte après « \(word) »", expected: word, correction: word),
        text, node, path: path)
    }
    return nil
  }

  private mutating func scalarResult(
    _ text: String, _ node: YAMLNode, _ field: Field, path: String
  ) -> Fact? {
    switch ScalarReading.value(text, as: field.type) {
    case .success(let value): return Fact(value, place: node.place)
    case .failure(let refusal):
      report(refusal, text, node, path: path)
      return nil
    }
  }
}
