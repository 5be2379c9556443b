import Configuration
import Facts

/// What to write in the place of one value, and what to ask people about it.
struct Proposal: Equatable {
  var text: String
  /// « confirmez le vendredi 19 juin 2026 », « à paraître ».
  var request: String
}

extension Proposal {
  /// - Parameters:
  ///   - value: the old value, pending or not.
  ///   - written: how the file spells it; dates keep that manner.
  ///   - years: how many school years later the new one is.
  ///   - awaited: who gives the value each year.
  ///   - isFigure: whether it counts what was, which the new year counts again.
  ///   - start: the old beginning of the period that the value ends.
  init(
    _ value: Value, written: String, years: Int, awaited: Field.Awaited?, isFigure: Bool = false,
    start: Value? = nil
  ) {
    let spelling = ScalarReading.pending(written)?.rest ?? written
    switch value.known {
    case _? where awaited == .cnaf: self = .toBePublished
    case .integer: self = .toBeCompleted
    case _? where isFigure: self = .toBeCompleted
    case .schoolYear(let year):
      let moved = year.moved(byYears: years)?.text ?? year.text
      let separator = written.contains("/") ? "/" : "-"
      self.init(text: moved.replacing("-", with: separator), request: "confirmez \(moved)")
    case .day?, .month?, .partOfMonth?:
      self = .date(value.known?.moved(byYears: years, after: start), spelledAs: spelling)
    case let known?:
      self.init(
        text: "a_confirmer " + spelling,
        request: "confirmez \(FrenchFormat.textWithUnit(of: known))")
    case nil:
      let waits = value == .pending(.toBePublished) || awaited == .cnaf
      self = waits ? .toBePublished : .toBeCompleted
    }
  }

  private static let toBePublished = Proposal(text: "a_paraitre", request: "à paraître")
  private static let toBeCompleted = Proposal(text: "a_completer", request: "à compléter")

  private static func date(_ value: Value?, spelledAs old: String) -> Proposal {
    switch value {
    case .day(let day):
      let text = spelled(day.isoText, FrenchFormat.date(day), as: old)
      return Proposal(
        text: "a_confirmer " + text, request: "confirmez le \(FrenchFormat.dateWithWeekday(day))")
    case .month(let month):
      let french = FrenchFormat.month(month)
      return Proposal(
        text: "a_confirmer " + spelled(month.isoText, french, as: old),
        request: "confirmez \(french)")
    case .partOfMonth(let part):
      let french = FrenchFormat.part(part)
      return Proposal(
        text: "a_confirmer " + FrenchText.plain(french), request: "confirmez \(french)")
    default: return .toBeCompleted
    }
  }

  /// A day or a month in the manner of another: `2026-06-19`, `19/06/2026`, `19 juin 2026`.
  private static func spelled(_ isoText: String, _ french: String, as old: String) -> String {
    if old.contains("/") { return isoText.split(separator: "-").reversed().joined(separator: "/") }
    return old.contains(where: \.isLetter) ? FrenchText.plain(french) : isoText
  }
}

extension Value {
  /// A day, a month or a part of one some years later, never before the end of what `start` becomes; nil for any
  /// other value, and beyond the years of the calendar.
  func moved(byYears years: Int, after start: Value? = nil) -> Value? {
    switch self {
    case .day(let day):
      guard let moved = day.moved(byYears: years) else { return nil }
      guard let old = start?.firstDay, let new = start?.moved(byYears: years)?.firstDay, moved < new
      else { return .day(moved) }
      // As many days after the beginning as before, at least.
      return Day(number: new.number + max(0, day.number - old.number))?.workingDay.map { .day($0) }
    case .month(let month):
      guard let moved = month.moved(byYears: years) else { return nil }
      guard let new = start?.moved(byYears: years)?.firstDay, let first = Month(of: new) else {
        return .month(moved)
      }
      return .month(max(moved, first))
    case .partOfMonth(let part):
      guard let moved = part.moved(byYears: years).map(Value.partOfMonth) else { return nil }
      guard let new = start?.moved(byYears: years)?.firstDay, let last = moved.lastDay, last < new
      else { return moved }
      return Month(of: new).map { .month($0) }
    default: return nil
    }
  }
}
