import Facts

/// The time that each phase of a command takes.
struct Stopwatch {
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant
  private var laps: [(name: String, duration: Duration)] = []

  init() {
    start = clock.now
    last = start
  }

  /// Ends a phase.
  mutating func lap(_ name: String) {
    let now = clock.now
    laps.append((name, now - last))
    last = now
  }

  /// « 0,21 s ».
  var total: String { Stopwatch.seconds(last - start) }

  func report(on console: Console) {
    for lap in laps { console.say("  \(Stopwatch.seconds(lap.duration))  \(lap.name)") }
  }

  private static func seconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let hundredths = seconds * 100 + attoseconds / 10_000_000_000_000_000
    let rest = String(hundredths % 100)
    return "\(hundredths / 100),\(rest.count == 1 ? "0" : "")\(rest)\(FrenchFormat.noBreakSpace)s"
  }
}
