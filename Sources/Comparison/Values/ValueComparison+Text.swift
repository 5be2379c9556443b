import Facts

extension ValueComparison {
  /// How a value is written: with its unit, and with the names that codes stand for.
  func text(of value: Value, _ field: Field, in facts: ComparedFacts) -> String {
    switch (field.type, value) {
    case (.reference, .record(let record)):
      return record.names.first ?? ""
    case (.list(.reference), .list(let items)):
      return FrenchFormat.list(
        items.compactMap(\.value.record).map { "«\u{A0}\(Self.title($0))\u{A0}»" })
    case (.list(.identifier), .list(let items)):
      return FrenchFormat.list(
        items.map { item in
          let code = FrenchFormat.text(of: item.value)
          return facts.names[field.key]?[code].map { "«\u{A0}\($0)\u{A0}»" } ?? code
        })
    case (.list(.text), .list(let items)):
      let texts = items.map { FrenchFormat.text(of: $0.value) }
      let areSentences = texts.contains { $0.hasSuffix(".") }
      return areSentences ? texts.joined(separator: " ") : FrenchFormat.list(texts)
    case (.record, .record(let record)):
      return summary(record, in: facts)
    case (.list(.record), .list(let items)):
      return FrenchFormat.list(items.compactMap(\.value.record).map { Self.title($0) })
    case (.list(.phone), .list(let items)):
      return FrenchFormat.list(items.map { FrenchFormat.phone(FrenchFormat.text(of: $0.value)) })
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

  /// The fields of a record on one line, less its title: « Début : 20 juin 2025 ; fin : … ».
  func summary(_ record: Record, in facts: ComparedFacts) -> String {
    let title = record.nameFields
    let parts = record.facts.filter { !$0.field.isCode && !title.contains($0.field) }
      .compactMap { field, fact -> String? in
        let text = text(of: fact.value, field, in: facts)
        if text.isEmpty { return nil }
        return field.has(.saysItself)
          ? text : "\(field.label)\(FrenchFormat.noBreakSpace): \(text)"
      }
    if parts.isEmpty { return Self.title(record) }
    guard parts.contains(where: { $0.hasSuffix(".") }) else {
      return parts.joined(separator: "\(FrenchFormat.narrowNoBreakSpace); ")
    }
    // Sentences follow each other; what is none ends like one.
    return parts.dropLast().map { ($0.hasSuffix(".") ? $0 : $0 + ".") + " " }.joined()
      + (parts.last ?? "")
  }

  /// What a record is called: « Grandir en milieu rural (MSA Lorraine) ».
  static func title(_ record: Record) -> String {
    let names = record.names
    guard let name = names.first else { return record.schema.name }
    return names.count == 1 ? name : "\(name) (\(names[1]))"
  }
}

/// The facts of a note, and what the records of their lists are called.
struct ComparedFacts {
  let record: Record
  /// By the key of the list, which lists of codes share, then by code.
  private(set) var names: [String: [String: String]] = [:]

  init(_ record: Record) {
    self.record = record
    record.forEachFact { fact, context in
      guard context.isItem, let record = fact.value.record, let code = record.code,
        names[context.field.key]?[code] == nil
      else { return }
      names[context.field.key, default: [:]][code] = record.names.first
    }
  }
}
