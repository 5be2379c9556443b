import Facts
import Markdown

/// The facts of two notes, one by one.
struct ValueComparison {
  let oldFacts: Record
  let newFacts: Record
  /// How many school years stand between the notes.
  let years: Int?
  private(set) var changes: [ValueChange] = []

  /// What the program computes and what concerns the site rather than the note.
  private static let leftOut: Set<String> = [
    "annee", "annee_precedente", "annee_suivante", "demonstration", "errata", "sections", "famille",
    "fuseau", "logo", "changements",
  ]

  /// The facts that changed, and those that did not where readers would ask.
  ///
  /// **Shape**: by group, then in the order of the schema; the records of a list in the order of the
  /// new note, those removed last.
  static func changes(from before: ComparedNote, to after: ComparedNote) -> [ValueChange] {
    var comparison = ValueComparison(oldFacts: before.facts, newFacts: after.facts)
    let schema = Schema.merged(before.schema, after.schema)
    for field in schema.fields where !leftOut.contains(field.key) {
      comparison.compare(
        before.facts[field.key], after.facts[field.key], field, Context(path: "", titles: []))
    }
    return ValueChange.Group.allCases.flatMap { group in
      comparison.changes.filter { $0.group == group }
    }
  }

  private init(oldFacts: Record, newFacts: Record) {
    self.oldFacts = oldFacts
    self.newFacts = newFacts
    years = Self.year(newFacts).flatMap { new in Self.year(oldFacts).map { new - $0 } }
  }

  private static func year(_ facts: Record) -> Int? {
    if case .schoolYear(let year)? = facts["annee"]?.value { year.start } else { nil }
  }

  /// Where a fact stands: its path, and the titles of the records of lists around it.
  struct Context {
    var path: String
    var titles: [String]

    func inside(_ key: String, title: String? = nil) -> Context {
      Context(
        path: path.isEmpty ? key : path + "." + key, titles: titles + (title.map { [$0] } ?? []))
    }

    func label(_ label: String) -> String {
      guard let title = titles.last else { return label }
      let first = label.prefix(1).lowercased()
      return "\(title)\(FrenchFormat.noBreakSpace): \(first)\(label.dropFirst())"
    }
  }

  mutating func compare(_ old: Fact?, _ new: Fact?, _ field: Field, _ context: Context) {
    guard old != nil || new != nil else { return }
    let inside = context.inside(field.key)
    switch field.type {
    case .record(let schema) where isRecord(old) && isRecord(new):
      compare(
        old?.value.record ?? Record(schema), new?.value.record ?? Record(schema), schema, inside)
    case .list(.record(let schema)) where isList(old) && isList(new):
      compareRecords(old, new, schema, field, inside)
    case .list(.text) where isList(old) && isList(new):
      compareTexts(old, new, inside.path, context.label(field.label))
    default:
      add(old?.value, new?.value, inside.path, context.label(field.label), field)
    }
  }

  private func isRecord(_ fact: Fact?) -> Bool { fact == nil || fact?.value.record != nil }
  private func isList(_ fact: Fact?) -> Bool { fact == nil || fact?.value.facts != nil }

  /// The fields of one record on each side.
  mutating func compare(_ old: Record, _ new: Record, _ schema: Schema, _ context: Context) {
    var done: Set<String> = ["code", "etape", "numero"]
    if !context.titles.isEmpty {
      if let (field, before, after) = Self.changedMoment(old, new, schema) {
        done.formUnion(Self.moments)
        add(before, after, context.inside(field.key).path, context.label("Date"), field)
      }
    } else {
      // Outside lists these keys are facts: the number of the department.
      done = []
    }
    for field in schema.fields where !done.contains(field.key) {
      compare(old[field.key], new[field.key], field, context)
    }
  }

  /// The keys of which a step of the calendar has one.
  private static let moments = ["du", "le", "en"]

  /// « en octobre 2025 » that becomes « le 8 octobre 2026 »: one change under the first key.
  private static func changedMoment(
    _ old: Record, _ new: Record, _ schema: Schema
  ) -> (Field, Value, Value)? {
    let before = moments.filter { old[$0] != nil }
    let after = moments.filter { new[$0] != nil }
    guard before.count == 1, after.count == 1, before != after,
      let oldFact = old[before[0]], let newFact = new[after[0]],
      let field = schema.fields.first(where: { before[0] == $0.key || after[0] == $0.key })
    else { return nil }
    return (field, oldFact.value, newFact.value)
  }

  /// Adds a row unless both sides are the same and nobody would ask.
  mutating func add(
    _ before: Value?, _ after: Value?, _ path: String, _ label: String, _ field: Field
  ) {
    if isOutsideNote(path, before, after) { return }
    let old = before.map { ComparedValue(value: $0, text: text(of: $0, field, in: oldFacts)) }
    let new = after.map { ComparedValue(value: $0, text: text(of: $0, field, in: newFacts)) }
    var nature = ValueChange.Nature.modified
    if let old, let new {
      if Self.areSame(old, new) {
        guard Self.isAsked(path), old.value.isKnown else { return }
        nature = .unchanged
      }
    } else {
      nature = old == nil ? .added : .removed
    }
    append(path, label, nature, old, new)
  }

  mutating func append(
    _ path: String, _ label: String, _ nature: ValueChange.Nature, _ old: ComparedValue?,
    _ new: ComparedValue?
  ) {
    var change = ValueChange(
      path: path, label: label, group: ValueChange.Group(path: path), nature: nature, before: old,
      after: new)
    if let old, let new, nature == .modified {
      change.difference = .between(old.value, new.value, years: years)
    }
    changes.append(change)
  }

  /// Whether a value of the national barème says nothing of the notes: both print it themselves, a
  /// year has no barème yet, or it is how amounts are rounded.
  private func isOutsideNote(_ path: String, _ before: Value?, _ after: Value?) -> Bool {
    guard path.hasPrefix("bareme.") else { return false }
    if before == nil || after == nil || path == "bareme.ps.arrondi" { return true }
    let own = String(path.dropFirst("bareme.".utf8.count))
    return oldFacts.fact(at: own) != nil && newFacts.fact(at: own) != nil
  }

  /// Sources and places do not count, nor does the order of a list of codes.
  private static func areSame(_ old: ComparedValue, _ new: ComparedValue) -> Bool {
    old.value.comparable == new.value.comparable
  }

  /// Whether readers would ask about a fact that did not change.
  static func isAsked(_ path: String) -> Bool {
    let parts = path.split(separator: ".")
    switch parts.first {
    case "ps", "bonus": return parts.count == 2
    case "calendrier":
      return parts.count == 3 && parts[1] == "depot" && ["du", "au", "le", "en"].contains(parts[2])
    case "financements": return parts.last == "montant"
    default: return false
    }
  }
}

extension ValueChange.Group {
  init(path: String) {
    let parts = path.split(separator: ".")
    switch parts.first {
    case "ps", "bonus", "bareme": self = .amounts
    case "regles":
      self =
        ["ps", "cofinancement", "acomptes"].contains(parts.dropFirst().first) ? .amounts : .rest
    case "financements": self = parts.last == "montant" ? .amounts : .partners
    case "calendrier": self = .calendar
    case "depot", "plateformes": self = .filing
    case "pieces", "annexes": self = .documents
    case "contacts": self = .contacts
    case "instance": self = .partners
    default: self = .rest
    }
  }
}
