import Diagnostics
import Facts

/// Writes facts as the YAML that `FactReader` reads back to the same facts.
///
/// One spelling for each value, whatever the author's: two notes with the same facts are written
/// with the same bytes.
struct FactWriter {
  private(set) var text = ""

  /// Writes the keys of a record, in the order of the schema.
  ///
  /// - Parameter isSourced: whether figures are written with their source.
  mutating func write(_ record: Record, _ schema: Schema, indent: Int, isSourced: Bool = false) {
    for field in schema.fields {
      guard let fact = record[field.key] else { continue }
      line(indent, field.key + ":", inline: scalar(fact, field.type, isSourced: isSourced))
      write(fact, field.type, indent: indent + 2, isSourced: isSourced)
    }
  }

  /// Writes what stands below a key.
  private mutating func write(_ fact: Fact, _ type: FactType, indent: Int, isSourced: Bool) {
    switch (type, fact.value) {
    case (.record(let schema), .record(let record)):
      write(record, schema, indent: indent, isSourced: isSourced)
    case (.list(let item), .list(let facts)):
      for fact in facts { writeItem(fact, item, indent: indent) }
    default:
      if isSourced, let source = fact.source { write(fact, source, indent: indent) }
    }
  }

  private mutating func writeItem(_ fact: Fact, _ type: FactType, indent: Int) {
    guard case .record(let schema) = type, case .record(let record) = fact.value else {
      return line(indent, "-", inline: FactWriter.scalar(fact.value))
    }
    var inner = FactWriter()
    inner.write(record, schema, indent: indent + 2)
    let lines = inner.text.dropFirst(indent + 2)
    text += String(repeating: " ", count: indent) + "- " + lines
  }

  private mutating func write(_ fact: Fact, _ source: Source, indent: Int) {
    line(indent, "valeur:", inline: FactWriter.scalar(fact.value))
    line(indent, "document:", inline: JSONText.string(source.document))
    line(indent, "section:", inline: JSONText.string(source.section))
    guard let reason = source.reason else { return }
    line(indent, "certitude:", inline: source.certainty.rawValue)
    line(indent, "motif:", inline: JSONText.string(reason))
  }

  /// The value on the line of its key; nil for what stands below.
  private func scalar(_ fact: Fact, _ type: FactType, isSourced: Bool) -> String? {
    switch (type, fact.value) {
    case (.record, .record(let record)): record.fields.isEmpty ? "{}" : nil
    case (.list, .list(let facts)): facts.isEmpty ? "[]" : nil
    case (.reference, .record(let record)): JSONText.string(record.text(at: "code") ?? "")
    default: isSourced && fact.source != nil ? nil : FactWriter.scalar(fact.value)
    }
  }

  private mutating func line(_ indent: Int, _ key: String, inline value: String?) {
    text += String(repeating: " ", count: indent) + key + (value.map { " " + $0 } ?? "") + "\n"
  }

  /// A value as an author would write it.
  private static func scalar(_ value: Value) -> String {
    switch value {
    case .text(let text), .email(let text), .phone(let text), .address(let text), .html(let text):
      JSONText.string(text)
    case .name(let name): JSONText.string(name.definite)
    case .boolean(let isTrue): isTrue ? "oui" : "non"
    case .integer(let number): String(number)
    case .amount(let amount): euros(amount.cents) + " " + amount.unit.rawValue
    case .amountRange(let range):
      "de \(euros(range.low)) € à \(euros(range.high)) \(range.unit.rawValue)"
    case .rate(let rate): decimal(rate.hundredthsOfPercent) + " %"
    case .day(let day): day.isoText
    case .month(let month): month.isoText
    case .schoolYear(let year): year.text
    case .hours(let hours): JSONText.string("\(time(hours.start))-\(time(hours.end))")
    case .duration(let minutes): "\(minutes) min"
    case .pending(.toBePublished): "a_paraitre"
    case .pending(.toBeCompleted): "a_completer"
    case .pending(.toBeConfirmed(.email(let text), _)),
      .pending(.toBeConfirmed(.phone(let text), _)):
      JSONText.string("a_confirmer " + text)
    case .pending(.toBeConfirmed(let value, _)): "a_confirmer " + scalar(value)
    case .list, .record: JSONText.string("")
    }
  }

  private static func euros(_ cents: Int64) -> String { decimal(cents) }

  /// Hundredths as a decimal number: 275828 → « 2758,28 ».
  private static func decimal(_ hundredths: Int64) -> String {
    let rest = String(hundredths % 100)
    let whole = String(hundredths / 100)
    return rest == "0" ? whole : whole + "," + (rest.count == 1 ? "0" + rest : rest)
  }

  private static func time(_ minutes: Int) -> String {
    let parts = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return parts.joined(separator: ":")
  }
}
