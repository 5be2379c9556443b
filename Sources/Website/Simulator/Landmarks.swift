import Facts
import Funding

/// The figures of the rules that the questions of the simulator remind, as the rules give them.
enum Landmarks {
  static let form = Form<Rules>(
    "les repères",
    [
      .text("enfants_minimum") { FrenchFormat.integer(Int($0[.childrenMinimum])) },
      .text("enfants_maximum") { FrenchFormat.integer(Int($0[.childrenMaximum])) },
      .text("enfants_minimum_rural") { count($0[.childrenMinimumRural], "enfant") },
      .text("animateurs") { count($0[.animators], "animateur") },
      .text("seances") { count($0[.sessionsPerWeek], "séance") },
      .text("duree") { FrenchFormat.duration(minutes: Int($0[.sessionMinutes])) },
      .text("seances_exception") { count($0[.exceptionSessionsPerWeek], "séance") },
      .text("duree_exception") {
        FrenchFormat.duration(minutes: Int($0[.exceptionSessionMinutes]))
      },
      .text("semaines") { count($0[.weeksMinimum], "semaine") },
      .text("taux") { percent($0[.psRate]) },
      .text("cofinancement") { percent($0[.cofinancingMaximum]) },
    ])

  private static func count(_ number: Int64, _ noun: String) -> String {
    FrenchFormat.count(Int(number), noun)
  }

  private static func percent(_ rate: Int64) -> String {
    FrenchFormat.percent(Rate(hundredthsOfPercent: rate))
  }
}
