import Configuration
import Diagnostics
import Facts

/// What stands in the new year's file in the place of each value.
extension FactEdits {
  mutating func propose(_ fact: Fact, _ context: FactContext) {
    let field = context.field
    guard let place = fact.place else { return }
    // What holds other facts is changed by them; a reference is a value by itself.
    let isContainer = field.type.schema != nil || field.type.item.schema != nil
    if isContainer, !field.type.isReference { return }
    let label = FactEdits.label(context)
    guard place.file == model.path else {
      // National figures have their own file for each year.
      if place.file == departmentPath { askLasting(fact.value, field, label: label, at: place) }
      return
    }
    if let text = fact.value.plainText, field.has(.rereadYearly) {
      ask("\(label) : \(text), à relire.", at: place)
      return
    }
    if let closing = closing(of: fact.value) {
      ask("\(label) : \(closing), à remplacer.", at: place)
      return
    }
    guard field.mayBePending || fact.value.isSchoolYear, !fact.value.lasts else { return }
    guard let inner = writtenPlace(of: fact, field.type) else {
      reportFixed(at: place)
      return
    }
    let proposal = Proposal(
      fact.value, written: text.text(at: inner), years: years, awaited: field.awaited,
      isFigure: field.type == .figure, start: context.start)
    text.replace(inner, with: proposal.text)
    var request = proposal.request
    if let old = fact.value.known.map(FrenchFormat.told), !request.hasSuffix(old) {
      request += " (note \(model.year.text) : \(old))"
    }
    ask("\(label) : \(request).", at: place)
  }

  /// « Dépôt des dossiers, début », « MSA Lorraine, Grandir en milieu rural, montant ».
  private static func label(_ context: FactContext) -> String {
    let label = context.field.label
    guard let names = context.item?.names, !names.isEmpty else { return label }
    return FrenchFormat.capitalized(names.reversed().joined(separator: ", ")) + ", "
      + label.prefix(1).lowercased() + label.dropFirst()
  }

  /// « ELAN ferme en décembre 2026 », for a platform that does not outlast the new year.
  private func closing(of value: Value) -> String? {
    guard let record = value.record, let day = record.closingDay, let words = record.closingWords,
      let end = Day(year: year.start + 1, month: 8, day: 31), day <= end,
      let name = record.text(NoteSchema.Platform.name)
    else { return nil }
    return "\(name) ferme \(words)"
  }

  private var departmentPath: String {
    NoteFile.department.path(department: model.department, year: year.text)
  }

  /// A value of the department's file stays in use; what may change each year is told.
  private mutating func askLasting(_ value: Value, _ field: Field, label: String, at place: Place) {
    guard field.mayBePending, !value.lasts else { return }
    ask("\(label) : \(FrenchFormat.told(value)), vaut pour toutes les années, à relire.", at: place)
  }

  /// Where a value is written, quotes left out; nil when it does not stand there as it is.
  private func writtenPlace(of fact: Fact, _ type: FactType) -> Place? {
    guard var place = fact.place else { return nil }
    let written = Array(text.text(at: place).unicodeScalars)
    if written.count > 2, let first = written.first, first == written.last,
      first == "\"" || first == "'"
    {
      place.column += 1
      place.length -= 2
    }
    return FactEdits.value(of: text.text(at: place), as: type) == fact.value.asWritten ? place : nil
  }

  private static func value(of text: String, as type: FactType) -> Value? {
    guard let pending = ScalarReading.pending(text) else {
      return try? ScalarReading.value(text, as: type)
    }
    switch pending.word {
    case .toBePublished: return .pending(.toBePublished)
    case .toBeCompleted: return .pending(.toBeCompleted)
    case .toBeConfirmed:
      let value = try? ScalarReading.value(pending.rest, as: type)
      return value.map { .pending(.toBeConfirmed($0)) }
    }
  }
}

extension FactContext {
  /// The beginning of the period that the fact ends: its end may not come before.
  fileprivate var start: Value? {
    for case .inOrder(let first, field.key) in record.schema.rules {
      return record[first]?.value.known
    }
    return nil
  }
}

extension FactType {
  fileprivate var isReference: Bool { if case .reference = self { true } else { false } }
}

extension FrenchFormat {
  /// « vendredi 20 juin 2025 », « 1 000 € par porteur », « à compléter ».
  fileprivate static func told(_ value: Value) -> String {
    if case .day(let day) = value { return dateWithWeekday(day) }
    return textWithUnit(of: value)
  }
}

extension Value {
  /// The value without what the last note said in its place, which stands in another file.
  fileprivate var asWritten: Value {
    if case .pending(.toBeConfirmed(let value, _)) = self {
      .pending(.toBeConfirmed(value))
    } else {
      self
    }
  }

  fileprivate var isSchoolYear: Bool { if case .schoolYear = self { true } else { false } }

  /// How to reach somebody, what to do: it may wait while it is not known, and does not change each year once it is.
  fileprivate var lasts: Bool {
    switch self {
    case .phone, .email, .text, .name: true
    default: false
    }
  }

  fileprivate var plainText: String? {
    switch self {
    case .text(let text): "« \(text) »"
    case .hours(let hours): FrenchFormat.hours(hours)
    case .time(let minutes): FrenchFormat.time(minutes)
    default: nil
    }
  }
}
