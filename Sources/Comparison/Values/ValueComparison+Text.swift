import Facts

extension ValueComparison {
  /// How a value is written: with its unit, and with the names that codes stand for.
  func text(of value: Value, _ field: Field, in facts: Record) -> String {
    switch (field.type, value) {
    case (.reference, .record(let record)):
      return record.text(at: "nom") ?? ""
    case (.list(.identifier), .list(let items)) where field.key == "situations":
      return FrenchFormat.list(items.map { situation(FrenchFormat.text(of: $0.value), in: facts) })
    case (.list(.text), .list(let items)):
      let texts = items.map { FrenchFormat.text(of: $0.value) }
      let areSentences = texts.contains { $0.hasSuffix(".") }
      return areSentences ? texts.joined(separator: " ") : FrenchFormat.list(texts)
    case (.record(let schema), .record(let record)):
      return summary(record, schema, in: facts)
    case (.list(.record(let schema)), .list):
      return FrenchFormat.list(value.records.map { Self.title($0, schema) })
    case (_, .phone(let number)):
      return FrenchFormat.phone(number)
    // What it proposes is last year's, which stands beside it.
    case (_, .pending(.toBeConfirmed)):
      return "à confirmer"
    case (_, .name(let name)):
      return name.definite
    default:
      return FrenchFormat.textWithUnit(of: value)
    }
  }

  /// What a situation is called, from its code.
  private func situation(_ code: String, in facts: Record) -> String {
    let record = facts.records(at: "depot.situations").first { $0.text(at: "code") == code }
    return record?.text(at: "titre").map { "«\u{A0}\($0)\u{A0}»" } ?? code
  }

  /// The fields of a record on one line, less its title: « Début : 20 juin 2025 ; fin : … ».
  func summary(_ record: Record, _ schema: Schema, in facts: Record) -> String {
    let hidden: Set<String> = ["code", "etape", "numero"]
    let title = Self.titleKeys(record)
    var parts: [String] = []
    for field in schema.fields where !hidden.contains(field.key) && !title.contains(field.key) {
      guard let value = record[field.key]?.value else { continue }
      let text = text(of: value, field, in: facts)
      if text.isEmpty { continue }
      parts.append(
        Self.bareKeys.contains(field.key)
          ? text : "\(field.label)\(FrenchFormat.noBreakSpace): \(text)")
    }
    if parts.isEmpty { return Self.title(record, schema) }
    guard parts.contains(where: { $0.hasSuffix(".") }) else {
      return parts.joined(separator: "\(FrenchFormat.narrowNoBreakSpace); ")
    }
    // Sentences follow each other; what is none ends like one.
    return parts.dropLast().map { ($0.hasSuffix(".") ? $0 : $0 + ".") + " " }.joined()
      + (parts.last ?? "")
  }

  /// Fields that say themselves, without their label.
  private static let bareKeys: Set<String> = [
    "le", "en", "heures", "montant", "nombre", "precision", "demarche", "telephone", "courriel",
    "fonction", "texte", "decision",
  ]

  /// What a record is called: the first of its names.
  static func title(_ record: Record, _ schema: Schema) -> String {
    let texts = titleKeys(record).compactMap { key -> String? in
      guard let value = record[key]?.value else { return nil }
      if case .name(let name) = value { return name.noun }
      return FrenchFormat.text(of: value)
    }
    switch texts.count {
    case 0: return schema.name
    case 1: return texts[0]
    default: return "\(texts[0]) (\(texts[1]))"
    }
  }

  private static func titleKeys(_ record: Record) -> [String] {
    if record["dispositif"] != nil, record["financeur"] != nil {
      return ["dispositif", "financeur"]
    }
    let names = ["libelle", "titre", "nom", "dispositif", "service", "courriel", "role", "numero"]
    return names.first { record[$0]?.value.isKnown ?? false }.map { [$0] } ?? []
  }
}

extension Value {
  var facts: [Fact]? { items }
  var records: [Record] { (items ?? []).compactMap(\.value.record) }
}

extension Schema {
  /// The fields of the new schema, then those that only the old one had.
  static func merged(_ old: Schema, _ new: Schema) -> Schema {
    if old == new { return new }
    var fields = new.fields.map { field in
      guard let former = old[field.key] else { return field }
      var field = field
      field.type = FactType.merged(former.type, field.type)
      return field
    }
    fields += old.fields.filter { new[$0.key] == nil }
    return Schema(new.name, fields)
  }
}

extension FactType {
  fileprivate static func merged(_ old: FactType, _ new: FactType) -> FactType {
    switch (old, new) {
    case (.record(let old), .record(let new)): .record(.merged(old, new))
    case (.list(let old), .list(let new)): .list(merged(old, new))
    default: new
    }
  }
}
