import Configuration
import Diagnostics
import Facts
import Notes
import Publication

/// Where a note and the national barème of its year both give a figure, they must agree.
@Sendable
func checkBareme(_ note: Note, in project: Project, diagnostics: inout DiagnosticList) {
  for paths in NoteSchema.sharedAmounts {
    guard let printed = note.facts[paths.printed], case .amount = printed.value,
      let national = note.facts[paths.national], case .amount = national.value,
      printed.value != national.value
    else { continue }
    diagnostics.add(.divergentBareme(paths.printed.text, printed: printed, national: national))
  }
}

extension Diagnostic {
  fileprivate static func divergentBareme(
    _ path: String, printed: Fact, national: Fact
  ) -> Diagnostic {
    let amount = FrenchFormat.textWithUnit(of: printed.value)
    let expected = FrenchFormat.textWithUnit(of: national.value)
    let place = national.place.map { " (\($0.file), ligne \($0.line))" } ?? ""
    return Diagnostic(
      CheckCode.divergentBareme,
      "La note donne \(amount) pour « \(path) », mais le barème national de l’année donne "
        + "\(expected)\(place).",
      at: printed.place, expected: "le même montant dans la note et dans le barème")
  }
}
