import Facts

/// An amount over the years of a department, as a line of a picture.
///
/// **Units**: lengths in hundredths of `em`, so that the picture grows with the text.
struct AmountLine {
  /// A year between the first and the last that have a note.
  private struct Point {
    let year: SchoolYear
    let x: Int
    /// Nil where the amount is not published.
    let cents: Int64?
    var y = 0
    /// Why there is no amount.
    let gap: String

    static let form = Form<Point>(
      "un point",
      [
        .text("annee") { $0.year.text },
        .text("x") { length($0.x) },
        .text("y") { length($0.y) },
        .text("y_texte") { length($0.y - 70) },
        .optionalText("texte") { $0.cents.map { FrenchFormat.euros(cents: $0) } },
        .text("manque") { $0.gap },
      ])
  }

  private typealias Segment = (from: Point, to: Point)

  let title: String
  private let points: [Point]

  private static let step = 700
  private static let (top, bottom) = (200, 500)

  static let form = Form<AmountLine>(
    "une courbe",
    [
      .text("titre") { $0.title },
      .text("largeur") { length($0.points.count * step) },
      .text("description") { $0.words },
      .records("points", Point.form) { $0.points },
      .records("traits", segmentForm) { $0.segments },
    ])

  private static let segmentForm = Form<Segment>(
    "un trait",
    [
      .text("x1") { length($0.from.x) }, .text("y1") { length($0.from.y) },
      .text("x2") { length($0.to.x) }, .text("y2") { length($0.to.y) },
    ])

  /// Those of the amounts that two years at least give.
  ///
  /// - Parameter notes: of one department, the latest first.
  static func all(of notes: [NoteSummary]) -> [AmountLine] {
    notes[0].terms.amounts.indices.compactMap { AmountLine($0, of: notes) }
  }

  private init?(_ rank: Int, of notes: [NoteSummary]) {
    title = notes[0].terms.amounts[rank].title
    let terms = Dictionary(
      uniqueKeysWithValues: notes.map { ($0.year, $0.terms.amounts[rank]) })
    let years = sequence(first: notes[notes.count - 1].year, next: \.next)
      .prefix { $0 <= notes[0].year }
    var points = years.enumerated().map { place, year in
      Point(
        year: year, x: place * AmountLine.step + AmountLine.step / 2, cents: terms[year]?.cents,
        gap: terms[year].map { $0.existed ? "non publié" : "n’existait pas" } ?? "sans note")
    }
    let known = points.compactMap(\.cents)
    guard known.count > 1, let low = known.min(), let high = known.max() else { return nil }
    for rank in points.indices {
      guard let cents = points[rank].cents else { continue }
      let span = Int64(AmountLine.bottom - AmountLine.top)
      points[rank].y =
        low == high
        ? (AmountLine.top + AmountLine.bottom) / 2
        : AmountLine.bottom - Int((cents - low) * span / (high - low))
    }
    self.points = points
  }

  /// Between years that follow each other: nothing is drawn over what is not published.
  private var segments: [Segment] {
    zip(points, points.dropFirst()).filter { $0.0.cents != nil && $0.1.cents != nil }
      .map { ($0.0, $0.1) }
  }

  /// « 2024-2025 : 8 299 € ; 2025-2026 : 8 487 € ».
  private var words: String {
    points.map { point in
      let value = point.cents.map { FrenchFormat.euros(cents: $0) } ?? point.gap
      return "\(point.year.text)\u{A0}: \(value)"
    }.joined(separator: "\u{202F}; ")
  }

  /// « 3.05em ».
  private static func length(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)em"
  }
}
