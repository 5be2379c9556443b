import ArgumentParser
import Configuration
import Facts
import Glibc

extension Day {
  /// The value of `--date`, in the forms that files take.
  static func given(_ text: String) throws -> Day {
    guard case .day(let day)? = try? ScalarReading.value(text, as: .day) else {
      throw ValidationError("« \(text) » n’est pas un jour. Écrivez-le ainsi : 2026-11-21.")
    }
    return day
  }

  /// The day of what readers are told: the given one, else today. A day to come is refused.
  ///
  /// - Parameter rule: what may be given, in one French sentence.
  static func past(_ given: Day?, in zone: String, rule: String) throws -> Day {
    let now = try today(in: zone)
    guard let day = given ?? now else {
      throw ValidationError("L’horloge ne donne pas de date. Indiquez-la avec --date.")
    }
    if let now, day > now {
      throw ValidationError(
        "Le \(FrenchFormat.date(day)) est dans l’avenir : aujourd’hui, c’est le "
          + "\(FrenchFormat.date(now)). \(rule)")
    }
    return day
  }

  /// The day in a time zone, by the clock, or by `SOURCE_DATE_EPOCH` where it is set, in seconds from
  /// 1970, as for builds that must not depend on their hour.
  private static func today(in zone: String) throws -> Day? {
    let given = try getenv("SOURCE_DATE_EPOCH").map { value in
      let text = String(cString: value)
      guard let seconds = Int(text) else {
        throw ValidationError(
          "SOURCE_DATE_EPOCH vaut « \(text) » : il faut des secondes depuis 1970, en chiffres.")
      }
      return seconds
    }
    setenv("TZ", zone, 1)
    tzset()
    var now = given ?? time(nil)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil else { return nil }
    return Day(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
