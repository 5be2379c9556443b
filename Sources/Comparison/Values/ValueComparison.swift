import Facts
import Markdown

/// The facts of two notes, one by one.
struct ValueComparison {
  let oldFacts: ComparedFacts
  let newFacts: ComparedFacts
  /// How many school years stand between the notes.
  let years: Int?
  private(set) var changes: [ValueChange] = []

  /// The facts that changed, and those that did not where readers would ask.
  ///
  /// **Shape**: by group, then in the order of the schema; the records of a list in the order of the
  /// new note, those removed last.
  static func changes(from before: ComparedNote, to after: ComparedNote) -> [ValueChange] {
    var comparison = ValueComparison(before, after)
    for pair in FactPair.all(before.facts, after.facts) { comparison.compare(pair, Surroundings()) }
    return FactGroup.allCases.flatMap { group in
      comparison.changes.filter { $0.group == group }
    }
  }

  private init(_ before: ComparedNote, _ after: ComparedNote) {
    oldFacts = ComparedFacts(before.facts)
    newFacts = ComparedFacts(after.facts)
    years = after.year.flatMap { new in before.year.map { new.start - $0.start } }
  }

  /// Where a fact stands: the path of what holds it, and the record of a list around it.
  struct Surroundings {
    var path = ""
    var item: ValueChange.Item?

    func path(of key: String) -> String { path.isEmpty ? key : path + "." + key }

    func at(_ key: String) -> Surroundings { Surroundings(path: path(of: key), item: item) }
  }

  private mutating func compare(_ pair: FactPair, _ surroundings: Surroundings) {
    let field = pair.context.field
    if field.has(.notCompared) { return }
    let inside = surroundings.at(field.key)
    switch field.type {
    case .record where pair.holds({ $0.record != nil }): compareFields(pair, inside)
    case .list(.record) where pair.holds({ $0.items != nil }): compareRecords(pair, inside)
    case .list(.text) where pair.holds({ $0.items != nil }): compareTexts(pair, inside)
    default: add(pair.before?.value, pair.after?.value, pair.context, inside)
    }
  }

  /// The facts of one record on each side; for a record of a list, its code is none.
  mutating func compareFields(_ pair: FactPair, _ surroundings: Surroundings) {
    var rest = pair.inside
    if surroundings.item != nil {
      rest.removeAll { $0.context.field.isCode }
      if let moment = ChangedMoment(rest) {
        add(
          moment.before.value, moment.after.value, moment.context,
          surroundings.at(moment.context.field.key), name: "Date")
        rest.removeAll { moment.keys.contains($0.context.field.key) }
      }
    }
    for pair in rest { compare(pair, surroundings) }
  }

  /// Adds a row unless both sides are the same and nobody would ask.
  ///
  /// - Parameter surroundings: their path is that of the fact itself.
  private mutating func add(
    _ before: Value?, _ after: Value?, _ context: FactContext, _ surroundings: Surroundings,
    name: String? = nil
  ) {
    // Sources and places do not count, nor does the order of a list of codes, or another code of what
    // has the same title.
    let isSame =
      if let before, let after {
        before.says(sameAs: after) || before.comparable == after.comparable
          || context.field.namesOthers
            && (codes(before) == codes(after)
              || text(of: before, context.field, in: oldFacts)
                == text(of: after, context.field, in: newFacts))
      } else { false }
    if isSame, !context.isAsked || before?.isKnown == false { return }
    if isOutsideNote(context, before, after) { return }
    func value(_ value: Value, in facts: ComparedFacts) -> ComparedValue {
      ComparedValue(value: value, text: text(of: value, context.field, in: facts))
    }
    append(
      ValueChange.Subject(context, surroundings, name: name),
      before == nil ? .added : after == nil ? .removed : isSame ? .unchanged : .modified,
      before.map { value($0, in: oldFacts) }, after.map { value($0, in: newFacts) })
  }

  /// What a reference, or a list of them, names: what is there is compared where it stands.
  private func codes(_ value: Value) -> Set<String> {
    Set(
      [value.record].compactMap { $0?.code }
        + (value.items ?? []).compactMap { $0.value.record?.code ?? $0.value.text })
  }

  mutating func append(
    _ subject: ValueChange.Subject, _ nature: ValueChange.Nature, _ old: ComparedValue?,
    _ new: ComparedValue?
  ) {
    var change = ValueChange(subject: subject, nature: nature, before: old, after: new)
    if let old, let new, nature == .modified {
      change.difference = .between(old.value, new.value, years: years)
    }
    changes.append(change)
  }

  /// Whether a figure says nothing of the notes: it only serves the calculation, or it is a national
  /// one that both notes print themselves, or that a year does not have yet.
  private func isOutsideNote(_ context: FactContext, _ before: Value?, _ after: Value?) -> Bool {
    if context.field.has(.technical) { return true }
    if !context.isSourced { return false }
    // A national figure is printed under the same keys, at the root of the note.
    let (old, new) = (oldFacts.record, newFacts.record)
    let printed = context.keys.dropFirst().joined(separator: ".")
    guard let path = new.schema.findPath(printed) else { return false }
    return before == nil || after == nil || (old[path] != nil && new[path] != nil)
  }
}

/// « en octobre 2025 » that becomes « le 8 octobre 2026 »: a record written in another form, whose
/// first keys make one change.
private struct ChangedMoment {
  let before: Fact
  let after: Fact
  /// That of the first of the two keys.
  let context: FactContext
  /// The first key of each form.
  let keys: Set<String>

  /// Nil unless each side is in one form, and not in the same.
  init?(_ pairs: [FactPair]) {
    keys = Set(pairs.first?.context.record.schema.firstKeysOfForms ?? [])
    let moments = pairs.filter { [keys] in keys.contains($0.context.field.key) }
    let (old, new) = (moments.filter { $0.before != nil }, moments.filter { $0.after != nil })
    guard moments.count == 2, old.count == 1, new.count == 1, let before = old[0].before,
      let after = new[0].after
    else { return nil }
    self.before = before
    self.after = after
    context = moments[0].context
  }
}

extension FactPair {
  /// Whether each side that is there is of a kind.
  fileprivate func holds(_ isOfKind: (Value) -> Bool) -> Bool {
    [before, after].allSatisfy { $0.map { isOfKind($0.value) } ?? true }
  }
}

extension FactContext {
  /// Whether readers would ask about the fact if it did not change.
  var isAsked: Bool {
    switch field.interest {
    case .none: false
    case .always: true
    case .inItem(let code): item?.code == code
    }
  }
}

extension Field {
  /// Whether it names records that stand elsewhere: a list of codes does.
  fileprivate var namesOthers: Bool {
    switch type {
    case .reference, .list(.reference), .list(.identifier): true
    default: false
    }
  }

  /// Whether it is the code of a record, which readers do not see.
  var isCode: Bool { has(.identifies) && type == .identifier }
}

extension Schema {
  /// The first key of each of the forms in which its records are written.
  fileprivate var firstKeysOfForms: [String] {
    rules.flatMap { rule in
      if case .oneForm(let forms, _) = rule { forms.compactMap(\.first) } else { [String]() }
    }
  }
}
