import Configuration
import Diagnostics
import Facts
import Text

/// Writes facts as the YAML that `FactReader` reads back to the same facts.
///
/// One spelling for each value, whatever the author's: two notes with the same facts are written
/// with the same bytes.
struct FactWriter {
  private(set) var text = ""
  private let margin: Int
  /// What stands before the next key: the dash of the item that it begins.
  private var dash = ""

  /// - Parameter indent: the column of the keys of the root, from 0.
  init(indent: Int) { margin = indent }

  /// Writes the keys of a record, in the order of the schema.
  mutating func write(_ record: Record) {
    record.forEachFact { fact, context in
      let indent = margin + 2 * context.depth
      guard context.isItem else {
        line(indent, context.field.key + ":", inline: FactWriter.inline(fact, context))
        if let source = fact.source, context.isSourced { write(fact, source, indent: indent + 2) }
        return
      }
      if case .reference = context.type {
        line(indent, "-", inline: FactWriter.inline(fact, context))
      } else if fact.value.record == nil {
        line(indent, "-", inline: FactWriter.scalar(fact.value))
      } else {
        dash = String(repeating: " ", count: indent) + "- "
      }
    }
  }

  private mutating func write(_ fact: Fact, _ source: Source, indent: Int) {
    line(indent, "valeur:", inline: FactWriter.scalar(fact.value))
    line(indent, "document:", inline: JSON.string(source.document).text)
    line(indent, "section:", inline: JSON.string(source.section).text)
    guard let reason = source.reason else { return }
    line(indent, "certitude:", inline: source.certainty.rawValue)
    line(indent, "motif:", inline: JSON.string(reason).text)
  }

  /// The value on the line of its key; nil for what stands below.
  private static func inline(_ fact: Fact, _ context: FactContext) -> String? {
    switch (context.type, fact.value) {
    case (.reference, .record(let record)): JSON.string(record.code ?? "").text
    case (_, .record(let record)): record.isEmpty ? "{}" : nil
    case (_, .list(let facts)): facts.isEmpty ? "[]" : nil
    default: context.isSourced && fact.source != nil ? nil : scalar(fact.value)
    }
  }

  private mutating func line(_ indent: Int, _ key: String, inline value: String?) {
    text += dash.isEmpty ? String(repeating: " ", count: indent) : dash
    dash = ""
    text += key + (value.map { " " + $0 } ?? "") + "\n"
  }

  private static func scalar(_ value: Value) -> String {
    switch value {
    case .text(let text), .email(let text), .phone(let text), .address(let text), .html(let text):
      JSON.string(text).text
    case .name(let name): JSON.string(name.definite).text
    case .boolean(let isTrue): isTrue ? "oui" : "non"
    case .integer(let number): String(number)
    case .amount(let amount): decimal(amount.cents) + " " + amount.unit.rawValue
    case .amountRange(let range):
      "de \(decimal(range.low)) € à \(decimal(range.high)) \(range.unit.rawValue)"
    case .ceiling(let ceiling): FactWriter.ceiling(ceiling)
    case .rate(let rate): decimal(rate.hundredthsOfPercent) + " %"
    case .day(let day): day.isoText
    case .month(let month): month.isoText
    case .partOfMonth(let part): JSON.string(FrenchText.plain(FrenchFormat.part(part))).text
    case .schoolYear(let year): year.text
    case .hours(let hours): JSON.string("\(time(hours.start))-\(time(hours.end))").text
    case .time(let minutes): JSON.string(time(minutes)).text
    case .duration(let minutes): "\(minutes) min"
    case .pending(.toBePublished): "a_paraitre"
    case .pending(.toBeCompleted): "a_completer"
    case .pending(.toBeConfirmed(.email(let text), _)),
      .pending(.toBeConfirmed(.phone(let text), _)):
      JSON.string("a_confirmer " + text).text
    case .pending(.toBeConfirmed(let value, _)): "a_confirmer " + scalar(value)
    case .list, .record: JSON.string("").text
    }
  }

  private static func ceiling(_ ceiling: Ceiling) -> String {
    let limit = ceiling.limit.map { "\(decimal($0.cents)) \($0.unit.rawValue)" }
    guard let rate = ceiling.rate else { return "jusqu'à " + (limit ?? "") }
    let share = decimal(rate.hundredthsOfPercent) + " %"
    return share + (limit.map { ", dans la limite de " + $0 } ?? ceiling.unit?.suffix ?? "")
  }

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
