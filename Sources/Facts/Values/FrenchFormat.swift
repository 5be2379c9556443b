import Text

/// How facts are written in French, with the no-break spaces that keep them whole.
///
/// U+202F stands between groups of digits, U+00A0 before `€` and `%`.
public enum FrenchFormat {
  public static let noBreakSpace = "\u{A0}"
  public static let narrowNoBreakSpace = "\u{202F}"

  /// The text with a capital first letter.
  public static func capitalized(_ text: some StringProtocol) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// « 1 174 ».
  public static func integer(_ number: Int) -> String {
    (number < 0 ? "−" : "") + grouped(number.magnitude)
  }

  /// « 1 note », « 4 notes »; the plural adds an « s » when it is not given.
  public static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    // In French what is below two is singular: « 0 note ».
    "\(integer(number)) \(number < 2 ? singular : plural ?? singular + "s")"
  }

  /// « 8 487 € », « 2 758,28 € », without the unit's words.
  public static func euros(cents: Int64) -> String {
    var bytes: [UInt8] = []
    write(euros: cents, to: &bytes)
    return bytes.text
  }

  /// The same straight into bytes: a result may hold many thousands.
  ///
  /// - Parameters:
  ///   - decimals: how many the number holds, 2 or more; those beyond the cents are written only when
  ///     they are not zero.
  ///   - isAligned: whether cents are written even when they are zero, for a column of amounts.
  public static func write(
    euros number: Int64, decimals: Int = 2, isAligned: Bool = false, to bytes: inout [UInt8]
  ) {
    if number < 0 { bytes += "−" }
    var unit: UInt = 1
    for _ in 0..<decimals { unit *= 10 }
    var (whole, rest) = UInt(number.magnitude).quotientAndRemainder(dividingBy: unit)
    bytes.append(whole, groupedBy: narrowNoBreakSpace)
    if rest != 0 || isAligned {
      bytes.append(UInt8(ascii: ","))
      let cent = unit / 100
      while unit > 1, rest != 0 || unit > cent {
        unit /= 10
        (whole, rest) = rest.quotientAndRemainder(dividingBy: unit)
        bytes.append(0x30 + UInt8(whole))
      }
    }
    bytes += noBreakSpace + "€"
  }

  /// « de 100 € à 500 € », without the unit's words.
  public static func euros(_ range: AmountRange) -> String {
    "de \(euros(cents: range.low)) à \(euros(cents: range.high))"
  }

  /// « jusqu’à 500 € », « 80 %, dans la limite de 5 000 € », without the unit's words.
  public static func ceiling(_ ceiling: Ceiling) -> String {
    let limit = ceiling.limit.map { euros(cents: $0.cents) }
    guard let rate = ceiling.rate else { return "jusqu’à " + (limit ?? "") }
    return percent(rate) + (limit.map { ", dans la limite de " + $0 } ?? "")
  }

  /// « 32,5 % ».
  public static func percent(_ rate: Rate) -> String {
    let magnitude = rate.hundredthsOfPercent.magnitude
    let sign = rate.hundredthsOfPercent < 0 ? "−" : ""
    var decimals = pad(Int(magnitude % 100), 2)
    while decimals.hasSuffix("0") { decimals.removeLast() }
    let fraction = decimals.isEmpty ? "" : "," + decimals
    return sign + grouped(UInt(magnitude / 100)) + fraction + noBreakSpace + "%"
  }

  /// « 31 juillet 2025 », « 1er août 2025 ».
  public static func date(_ day: Day) -> String {
    "\(day.day == 1 ? "1er" : String(day.day))\(noBreakSpace)\(monthNames[day.month - 1]) \(day.year)"
  }

  /// « jeudi 31 juillet 2025 ».
  public static func dateWithWeekday(_ day: Day) -> String {
    "\(weekdayNames[day.weekday - 1]) \(date(day))"
  }

  /// « octobre 2025 ».
  public static func month(_ month: Month) -> String {
    "\(monthNames[month.month - 1]) \(month.year)"
  }

  /// « mi-septembre 2025 », « début octobre 2025 », « première quinzaine d’octobre 2025 ».
  public static func part(_ part: PartOfMonth) -> String {
    let month = month(part.month)
    switch part.part {
    case .middle: return "mi-" + month
    case .beginning, .end: return part.part.rawValue + noBreakSpace + month
    case .firstHalf, .secondHalf: return part.part.rawValue + " " + after("de", .month(part.month))
    }
  }

  /// A date after « de », « à » or « jusqu’à »: « du 20 juin 2025 », « d’octobre 2025 », « jusqu’au
  /// 31 juillet 2025 », « à mi-septembre 2025 ».
  ///
  /// - Parameter words: how a day is written; « 20 juin 2025 » when it is not given.
  public static func after(
    _ word: String, _ date: Value, day words: (Day) -> String = FrenchFormat.date
  ) -> String {
    if case .day(let day) = date {
      return (word == "de" ? "du " : String(word.dropLast()) + "au ") + words(day)
    }
    let text = text(of: date)
    if case .partOfMonth(let part) = date, part.part == .firstHalf || part.part == .secondHalf {
      return "\(word) la \(text)"
    }
    let elides = if case .month = date { ["a", "o"].contains(text.first) } else { false }
    return word == "de" && elides ? "d’" + text : "\(word) \(text)"
  }

  /// « du 20 juin au 31 juillet 2025 »: what the two days share is said once.
  public static func period(from start: Day, to end: Day) -> String {
    var first = start.day == 1 ? "1er" : String(start.day)
    if start.month != end.month || start.year != end.year {
      first += noBreakSpace + monthNames[start.month - 1]
    }
    if start.year != end.year { first += " \(start.year)" }
    return "du \(first) au \(date(end))"
  }

  /// « de 10 h à 11 h », « de 9 h 30 à 11 h ».
  public static func hours(_ hours: Hours) -> String {
    "de \(time(hours.start)) à \(time(hours.end))"
  }

  /// « 1 h 30 », « 2 h », « 45 min ».
  public static func duration(minutes: Int) -> String {
    minutes < 60 ? "\(minutes)\(noBreakSpace)min" : time(minutes)
  }

  /// « a, b et c ».
  public static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " et " + last
  }

  public static let monthNames = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ]
  public static let weekdayNames = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
  ]

  /// « 12 h », « 23 h 59 ».
  public static func time(_ minutes: Int) -> String {
    let hour = "\(minutes / 60)\(noBreakSpace)h"
    return minutes % 60 == 0 ? hour : hour + noBreakSpace + pad(minutes % 60, 2)
  }

  private static func grouped(_ number: UInt) -> String {
    groupedDigits(number, by: narrowNoBreakSpace)
  }
}
