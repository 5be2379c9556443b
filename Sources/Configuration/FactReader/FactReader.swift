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
  /// How many keys were met that the schema does not have.
  var unknownCount = 0
  /// How many of them are counted.
  static let countedKeys = 100_000
  /// The item that is read, where items are told by their rank: « Collectif 2 ».
  private(set) var subject: String?
  /// Takes each item that is told by its rank as soon as it is read, so that many thousands need not
  /// be kept; their list is then left empty.
  package var takeItem: ((Record) -> Void)?
  /// The paths of what is written but refused, so that it is not said to be missing as well.
  private(set) var refused: Set<String> = []
  /// The keys from the root to what is read, or from the item that is the subject.
  private var keys: [String]

  /// The dotted path of what is read, for messages; empty at the root.
  var path: String { keys.joined(separator: ".") }

  var source: SourceText { document.source }

  /// - Parameter keys: those from the root to what is read.
  package init(
    _ document: YAMLDocument, dialect: any FactDialect = SourceDialect(), keys: [String] = []
  ) {
    self.document = document
    self.dialect = dialect
    self.keys = keys
  }

  /// How a record is read.
  package struct Manner {
    /// Whether the record is whole here; a record of the note's root is completed by other files.
    var isWhole = true
    /// Whether figures are written with their source.
    var isSourced = false
    /// The field whose value and source the record says.
    var figure: Field?
  }

  mutating func add(
    _ code: ConfigurationCode, _ message: String, at place: Place, expected: String?,
    suggestion: String? = nil, correction: Correction? = nil
  ) {
    add(
      Diagnostic(
        code, message, at: place, expected: expected, suggestion: suggestion,
        correction: correction))
  }

  /// Adds what is said of the subject; nothing more is said about a line that was mended.
  mutating func add(_ diagnostic: Diagnostic) {
    if let place = diagnostic.place, document.mendedLines.contains(place.line) { return }
    var diagnostic = diagnostic
    diagnostic.message = FactReader.sentence(diagnostic.message, of: subject)
    diagnostics.add(diagnostic)
  }

  /// Remembers that a key of the record that is read is written and refused.
  mutating func refuse(_ key: String) {
    refused.insert(keys.isEmpty ? key : path + "." + key)
  }

  /// Reads the keys of a mapping.
  package mutating func record(
    _ node: YAMLNode, _ schema: Schema, _ manner: Manner = Manner(), after key: YAMLNode? = nil
  ) -> Record? {
    guard let pairs = node.pairs else {
      reportShape(of: node, as: .record(schema), after: key)
      return nil
    }
    var record = Record(schema)
    var meant: Set<String> = []
    var next = 0
    for pair in pairs {
      let key = pair.key.text ?? ""
      guard let index = schema.index(of: key, from: next) else {
        if let key = reportUnknown(pair.key, schema: schema, in: node) { meant.insert(key) }
        continue
      }
      next = index + 1
      // A key written twice was reported; the first value counts.
      guard !record.has(index) else { continue }
      // The value of a figure is the first field of its record.
      let field = index == 0 ? manner.figure ?? schema.fields[0] : schema.fields[index]
      keys.append(key)
      let fact = fact(pair.value, field, key: pair.key, manner)
      keys.removeLast()
      if fact == nil { refuse(key) }
      record[index] = fact
    }
    if manner.isWhole {
      reportMissing(in: record, meant: meant, at: node)
      check(schema.rules, of: &record, at: node)
    }
    return record
  }

  private mutating func fact(
    _ node: YAMLNode, _ field: Field, key: YAMLNode, _ manner: Manner
  ) -> Fact? {
    if dialect.isEmpty(node, for: field) {
      add(
        .emptyValue, "La clé « \(path) » n'a pas de valeur.", at: key.place,
        expected: "une valeur, ou la clé supprimée")
      return nil
    }
    switch field.type {
    case .record where field.has(.orYesOrNo) && node.pairs == nil:
      return scalar(node, .boolean, field)
    case .record(let schema):
      var inner = manner
      inner.isSourced = manner.isSourced || field.has(.sourced)
      guard let record = record(node, schema, inner, after: key) else { return nil }
      return Fact(.record(record), place: key.place)
    case .list(let item):
      return list(node, of: item, field, after: key).map { Fact(.list($0), place: key.place) }
    default:
      return manner.isSourced ? sourced(node, field) : scalar(node, field.type, field)
    }
  }

  private mutating func list(
    _ node: YAMLNode, of type: FactType, _ field: Field, after key: YAMLNode? = nil
  ) -> [Fact]? {
    guard let items = node.items else {
      reportShape(of: node, as: .list, items: type, after: key)
      return nil
    }
    var facts: [Fact] = []
    for (index, item) in items.enumerated() {
      if case .record(let schema) = type, let name = dialect.subject(schema, rank: index + 1) {
        // Of a scenario, only the first messages are shown: what follows them is not looked for.
        guard diagnostics.isWhole else { break }
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
      if case .record(let schema) = type {
        if item.text != nil, schema.soleKey != nil {
          reportShape(of: item, as: .record(schema))
          continue
        }
        guard let record = record(item, schema) else { continue }
        facts.append(Fact(.record(record), place: item.place))
      } else if let fact = scalar(item, type, field) {
        facts.append(fact)
      }
    }
    checkCodes(facts)
    return facts
  }

  /// Reads an item that is told by its rank: a refused one is left without facts and keeps it.
  private mutating func ranked(_ node: YAMLNode, _ schema: Schema, _ name: String) -> Record {
    let outer = keys
    keys = []
    subject = name
    defer {
      keys = outer
      subject = nil
    }
    return record(node, schema) ?? Record(schema)
  }

  /// Reads a value with no parts.
  mutating func scalar(_ node: YAMLNode, _ type: FactType, _ field: Field) -> Fact? {
    guard let text = node.text else {
      add(dialect.wrongShape(of: node, expected: .value, path: path))
      return nil
    }
    do throws(Refusal) {
      return Fact(try value(text, type, mayWait: field.mayBePending), place: node.place)
    } catch {
      report(error, text, node)
      return nil
    }
  }

  private func value(_ text: String, _ type: FactType, mayWait: Bool) throws(Refusal) -> Value {
    // « À paraître » may be a plain text; only the exact word is certainly meant.
    guard dialect.hasPendingWords, let pending = ScalarReading.pending(text),
      mayWait || pending.isExact
    else { return try dialect.value(text, as: type) }
    guard mayWait else {
      throw Refusal(
        .pendingNotAllowed, "ne peut pas attendre", expected: "une valeur, ou la clé supprimée")
    }
    return .pending(try FactReader.value(pending, as: type))
  }

  /// What stands for a value that waits.
  private static func value(
    _ pending: ScalarReading.WaitingText, as type: FactType
  ) throws(Refusal) -> Pending {
    let word = pending.word.rawValue
    let rest = pending.rest
    guard pending.isExact else {
      throw Refusal(
        .unknownChoice, "n'est pas écrite comme il faut",
        expected: "a_paraitre, a_completer ou a_confirmer suivi d'une valeur",
        correction: rest.isEmpty == (pending.word == .toBeConfirmed)
          ? nil : rest.isEmpty ? word : word + " " + rest)
    }
    switch pending.word {
    case .toBePublished where rest.isEmpty: return .toBePublished
    case .toBeCompleted where rest.isEmpty: return .toBeCompleted
    case .toBeConfirmed where rest.isEmpty:
      throw Refusal(
        .emptyValue, "ne donne pas la valeur à confirmer", expected: "a_confirmer 2025-07-31")
    case .toBeConfirmed:
      do throws(Refusal) {
        return .toBeConfirmed(try ScalarReading.value(rest, as: type))
      } catch {
        var refusal = error
        refusal.text = rest
        refusal.correction = refusal.correction.map { word + " " + $0 }
        throw refusal
      }
    default:
      throw Refusal(
        .unknownChoice, "contient du texte après « \(word) »", expected: word)
    }
  }

  // MARK: - Figures with their source

  /// Reads `{valeur: 32,5 %, document: C-2026-069, section: "3.2"}`.
  mutating func sourced(_ node: YAMLNode, _ field: Field) -> Fact? {
    typealias Keys = FileSchemas.Figure
    if node.text != nil { return withoutSource(node, field) }
    guard let record = record(node, Keys.schema, Manner(figure: field)),
      let value = record[Keys.value]
    else { return nil }
    let certainty = record.text(Keys.certainty).flatMap(Source.Certainty.init) ?? .published
    let reason = record.text(Keys.reason)
    if certainty == .deduced, reason == nil, !refused.contains(path + "." + Keys.reason.text) {
      add(
        .missingKey, "La valeur déduite de « \(path) » n'a pas de « motif ».",
        at: node[Keys.certainty.text]?.place ?? node.place,
        expected: "motif: ce qui permet de la déduire")
    }
    for key in [Keys.reason, Keys.publishedFrom] where certainty == .published {
      guard let place = record[key]?.place else { continue }
      add(
        .exclusiveKeys, "La valeur publiée de « \(path) » a un « \(key.text) ».", at: place,
        expected: "pas de \(key.text), ou certitude: deduite")
    }
    guard let document = record.text(Keys.document), let section = record.text(Keys.section)
    else { return nil }
    return Fact(
      value.value, place: value.place,
      source: Source(
        document: document, section: section, certainty: certainty, reason: reason,
        publishedFrom: record.schoolYear(Keys.publishedFrom)))
  }

  /// A figure that waits needs no source; any other does.
  private mutating func withoutSource(_ node: YAMLNode, _ field: Field) -> Fact? {
    guard let text = node.text, let fact = scalar(node, field.type, field) else { return nil }
    switch fact.value {
    case .pending(.toBePublished), .pending(.toBeCompleted): return fact
    default: break
    }
    // The document and the section are those of an example: its author must say which.
    let example = source.text(at: node.place).map { written in
      Correction(
        node.place, with: "{valeur: \(written), document: C-2026-069, section: \"3.2\"}",
        isCertain: false)
    }
    add(
      .missingSource, "La valeur « \(text) » de « \(path) » n'a pas de source.", at: node.place,
      expected: "la valeur, son document et sa section",
      suggestion: example.map(source.suggestion), correction: example)
    return nil
  }
}
