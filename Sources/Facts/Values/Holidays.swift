/// A public holiday: a day of each year, or one that moves with Easter.
public struct Holiday: Sendable, Hashable {
  enum Rule: Sendable, Hashable {
    case on(month: Int, day: Int)
    /// So many days after Easter Sunday.
    case afterEaster(Int)
  }

  /// « le lundi de Pâques ».
  public let name: String
  let rule: Rule

  private init(_ name: String, _ rule: Rule) {
    self.name = name
    self.rule = rule
  }

  fileprivate func falls(on day: Day, easter: Int) -> Bool {
    switch rule {
    case .on(let month, let number): (month, number) == (day.month, day.day)
    case .afterEaster(let days): day.number - easter == days
    }
  }

  /// Those of the whole country.
  ///
  /// **Source**: Code du travail, article L3133-1.
  static let national = [
    Holiday("le jour de l’An", .on(month: 1, day: 1)),
    Holiday("le lundi de Pâques", .afterEaster(1)),
    Holiday("le 1er mai", .on(month: 5, day: 1)),
    Holiday("le 8 mai", .on(month: 5, day: 8)),
    Holiday("le jeudi de l’Ascension", .afterEaster(39)),
    Holiday("le lundi de Pentecôte", .afterEaster(50)),
    Holiday("le 14 juillet", .on(month: 7, day: 14)),
    Holiday("l’Assomption", .on(month: 8, day: 15)),
    Holiday("la Toussaint", .on(month: 11, day: 1)),
    Holiday("le 11 novembre", .on(month: 11, day: 11)),
    Holiday("Noël", .on(month: 12, day: 25)),
  ]

  /// Those of some departments and territories alone, by their codes.
  ///
  /// **Source**: Code du travail, articles L3134-13 (Alsace and Moselle) and L3422-2 (overseas).
  static let local: [String: [Holiday]] = {
    let alsaceMoselle = [
      Holiday("le Vendredi saint", .afterEaster(-2)),
      Holiday("la Saint-Étienne", .on(month: 12, day: 26)),
    ]
    func abolition(_ month: Int, _ day: Int) -> [Holiday] {
      [Holiday("le jour de l’abolition de l’esclavage", .on(month: month, day: day))]
    }
    return [
      "57": alsaceMoselle, "67": alsaceMoselle, "68": alsaceMoselle,
      "971": abolition(5, 27), "972": abolition(5, 22), "973": abolition(6, 10),
      "974": abolition(12, 20), "976": abolition(4, 27), "977": abolition(10, 9),
      "978": abolition(5, 28),
    ]
  }()
}

extension Day {
  /// The public holiday that it is.
  ///
  /// - Parameter department: the code of a department or a territory, whose own holidays count
  ///   too; nil for those of the whole country alone.
  public func holiday(in department: String? = nil) -> Holiday? {
    let local = department.flatMap { Holiday.local[$0] } ?? []
    let easter = Day.easterNumber(of: year)
    return (Holiday.national + local).first { $0.falls(on: self, easter: easter) }
  }

  /// Easter Sunday of the Gregorian calendar, as a number of days.
  ///
  /// **Source**: the anonymous algorithm in Meeus, « Astronomical Algorithms », chapter 8.
  private static func easterNumber(of year: Int) -> Int {
    let a = year % 19
    let b = year / 100
    let c = year % 100
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - b / 4 - g + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 19 * l) / 433
    let month = (h + l - 7 * m + 90) / 25
    let day = (h + l - 7 * m + 33 * month + 19) % 32
    return Day(year: year, month: month, day: day)?.number ?? 0
  }
}
