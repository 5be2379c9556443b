package import Diagnostics
package import Facts
package import YAML

/// Types the tree of one file by a schema.
///
/// Every fault is added to `diagnostics`; what could be read is returned all the same.
package struct FactReader {
  let document: YAMLDocument
  let dialect: any FactDialect
  package var diagnostics = DiagnosticList()
  /// The item that is read, where items are told by their rank: « Collectif 2 ».
  private(set) var subject: String?
  /// Takes each item that is told by its rank as soon as it is read, so that many thousands need not
  /// be kept; their list is then left empty.
  package var takeItem: ((Record) -> Void)?
  /// The paths of what is written but refused, so that it is not said to be missing as well.
  private(set) var refused: Set<String> = []
  /// The places of the keys that other files complete, by path, for what is found missing later.
  private(set) var keyPlaces: [String: Place] = [:]

  var source: SourceText { document.source }

  package init(_ document: YAMLDocument, dialect: any FactDialect = SourceDialect()) {
    self.document = document
    self.dialect = dialect
  }

  /// How a record is read.
  package struct Manner {
    /// Whether the record is whole here; a record of the note's root is completed by other files.
    var isWhole = true
    /// Whether figures are written with their source.
    var isSourced = false

    package init(isWhole: Bool = true) { self.isWhole = isWhole }
  }

  mutating func add(
    _ code: ConfigurationCode, _ message: String, at place: Place, expected: String? = nil,
    suggestion: String? = nil
  ) {
    add(Diagnostic(code, message, at: place, expected: expected, suggestion: suggestion))
  }

  /// Adds what is said of the subject; nothing more is said about a line that was mended.
  mutating func add(_ diagnostic: Diagnostic) {
    if let place = diagnostic.place, document.mendedLines.contains(place.line) { return }
    var diagnostic = diagnostic
    diagnostic.message = FactReader.sentence(diagnostic.message, of: subject)
    diagnostics.add(diagnostic)
  }

  mutating func refuse(_ path: String) { refused.insert(path) }

  /// Reads the keys of a mapping.
  ///
  /// - Parameter path: the dotted path of the record, empty at the root.
  package mutating func record(
    _ node: YAMLNode, _ schema: Schema, path: String, manner: Manner = Manner()
  ) -> Record? {
    guard let pairs = node.pairs else {
      add(dialect.wrongShape(of: node, expected: .record(schema), path: path))
      return nil
    }
    var record = Record(schema)
    var meant: Set<String> = []
    for pair in pairs {
      let key = pair.key.text ?? ""
      guard let index = schema.index(of: key) else {
        if let key = reportUnknown(pair.key, schema: schema, path: path) { meant.insert(key) }
        continue
      }
      // A key written twice was reported; the first value counts.
      guard !record.has(index) else { continue }
      let inner = path.isEmpty ? key : path + "." + key
      if !manner.isWhole { keyPlaces[inner] = pair.key.place }
      if let fact = fact(
        pair.value, schema.fields[index], path: inner, key: pair.key, manner: manner)
      {
        record[index] = fact
      } else {
        refused.insert(inner)
      }
    }
    if manner.isWhole {
      reportMissing(in: record, meant: meant, at: node, path: path)
      check(schema.rules, of: &record, at: node, path: path)
    }
    return record
  }

  private mutating func fact(
    _ node: YAMLNode, _ field: Field, path: String, key: YAMLNode, manner: Manner
  ) -> Fact? {
    if dialect.isEmpty(node, for: field) {
      add(
        .emptyValue, "La clé « \(path) » n'a pas de valeur.", at: key.place,
        expected: "une valeur, ou la clé supprimée")
      return nil
    }
    var manner = manner
    manner.isSourced = manner.isSourced || field.has(.sourced)
    switch field.type {
    case .record where field.has(.orYesOrNo) && node.pairs == nil:
      var answer = field
      answer.type = .boolean
      return scalar(node, answer, path: path)
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
      add(dialect.wrongShape(of: node, expected: .list, path: path))
      return nil
    }
    var facts: [Fact] = []
    for (index, item) in items.enumerated() {
      if case .record(let schema) = type, let name = dialect.subject(schema, rank: index + 1) {
        let record = ranked(item, schema, name)
        takeItem?(record)
        if takeItem == nil { facts.append(Fact(.record(record), place: item.place)) }
        continue
      }
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

  /// Reads an item that is told by its rank: a refused one is left without facts and keeps it.
  private mutating func ranked(_ node: YAMLNode, _ schema: Schema, _ name: String) -> Record {
    subject = name
    defer { subject = nil }
    return record(node, schema, path: "") ?? Record(schema)
  }

  /// Reads a value with no parts.
  mutating func scalar(_ node: YAMLNode, _ field: Field, path: String) -> Fact? {
    guard let text = node.text else {
      add(dialect.wrongShape(of: node, expected: .value, path: path))
      return nil
    }
    if dialect.hasPendingWords, let pending = ScalarReading.pending(text) {
      return self.pending(pending, text, node, field, path: path)
    }
    return scalarResult(text, node, field, path: path)
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
    switch dialect.value(text, as: field.type) {
    case .success(let value): return Fact(value, place: node.place)
    case .failure(let refusal):
      report(refusal, text, node, path: path)
      return nil
    }
  }
}
