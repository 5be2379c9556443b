import Configuration
import Diagnostics
import Facts
import Notes
import Publication

/// No part of a key figure is larger than it, and a code names one figure or one part alone.
@Sendable
func checkFigures(_ note: Note, in project: Project, diagnostics: inout DiagnosticList) {
  typealias Figure = NoteSchema.KeyFigure
  typealias Part = NoteSchema.FigurePart
  var codes: Set<String> = []
  func check(_ code: Fact?) {
    guard let code, let name = code.value.text, !codes.insert(name).inserted else { return }
    diagnostics.add(.sameCode(name, at: code.place))
  }
  for figure in note.facts.records(NoteSchema.figures) {
    check(figure[Figure.code])
    for part in figure.records(Figure.parts) {
      check(part[Part.code])
      guard let number = part[Part.number], let whole = figure.value(Figure.number),
        let size = number.value.size, let limit = whole.size, size > limit
      else { continue }
      diagnostics.add(.largerPart(number.value, than: whole, at: number.place))
    }
  }
}

extension Value {
  /// What a figure counts; nil for what waits. Whole and part have one unit.
  fileprivate var size: Int64? {
    switch self {
    case .integer(let number): Int64(number)
    case .amount(let amount): amount.cents
    case .rate(let rate): rate.hundredthsOfPercent
    default: nil
    }
  }
}

extension Diagnostic {
  fileprivate static func sameCode(_ code: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      CheckCode.inconsistentFigures,
      "Le code « \(code) » sert déjà à un autre chiffre : un texte ne saurait lequel citer.",
      at: place, severity: .warning, expected: "un code différent pour chaque chiffre")
  }

  fileprivate static func largerPart(
    _ part: Value, than whole: Value, at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      CheckCode.inconsistentFigures,
      "Une partie (\(FrenchFormat.text(of: part))) est plus grande que le tout "
        + "(\(FrenchFormat.text(of: whole))).", at: place, severity: .warning,
      expected: "une partie plus petite que le tout")
  }
}
