import Facts
import Glibc

/// The day that the clock shows in a time zone.
enum LocalDay {
  static func today(in zone: String) -> Day? {
    setenv("TZ", zone, 1)
    tzset()
    var now = time(nil)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil else { return nil }
    return Day(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
