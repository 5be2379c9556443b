import Configuration
import Diagnostics
import Facts
import Funding
import Notes
import Publication

/// A printed maximum of the Ps is the rate times the ceiling, under the year's rounding.
///
/// **Source**: C-2026-069, section 3.2.
@Sendable
func checkPsMaximum(_ note: Note, in project: Project, diagnostics: inout DiagnosticList) {
  check(
    NoteSchema.psMaximum, against: [NoteSchema.psCeiling, NoteSchema.nationalCeiling], of: note,
    &diagnostics)
  var national = DiagnosticList()
  check(NoteSchema.nationalMaximum, against: [NoteSchema.nationalCeiling], of: note, &national)
  if national.isEmpty { return }
  // The national file is that of all notes of the year: its fault is said once, for a draft if
  // there is one, since it still counts there.
  let notes = project.planned.filter { $0.year == note.year }
  if (notes.first(where: \.isDraft) ?? notes.first)?.department == note.department {
    diagnostics.add(contentsOf: national)
  }
}

private func check(
  _ path: FactPath, against ceilings: [FactPath], of note: Note,
  _ diagnostics: inout DiagnosticList
) {
  guard let maximum = note.facts.amount(path)?.cents else { return }
  let facts = note.facts
  func ps(_ ceiling: Int64) -> Int64? {
    facts.atCeiling(Bareme(ceiling: ceiling, rounding: facts.bareme.rounding))?.totals.ps.amount
  }
  guard let ceiling = ceilings.lazy.compactMap({ note.facts.amount($0)?.cents }).first,
    let computed = ps(ceiling), computed != maximum
  else { return }
  let other = wholeCeiling(near: maximum, rate: facts.rules[.psRate])
  diagnostics.add(
    .wrongMaximum(
      at: note.facts[path]?.place, maximum: maximum, rate: facts.rules[.psRate], ceiling: ceiling,
      computed: computed, other: other.flatMap { ps($0) == maximum ? $0 : nil }))
}

/// The ceiling in whole euros, in cents, whose share is the nearest to a maximum.
private func wholeCeiling(near maximum: Int64, rate: Int64) -> Int64? {
  guard rate > 0, maximum <= FundingLimits.amount else { return nil }
  return (maximum * 100 + rate / 2) / rate * 100
}

extension Diagnostic {
  fileprivate static func wrongMaximum(
    at place: Place?, maximum: Int64, rate: Int64, ceiling: Int64, computed: Int64, other: Int64?
  ) -> Diagnostic {
    let share = FrenchFormat.percent(Rate(hundredthsOfPercent: rate))
    func euros(_ cents: Int64) -> String { FrenchFormat.euros(cents: cents) }
    let alternative = other.map { ", ou un plafond de \(euros($0))/collectif" } ?? ""
    return Diagnostic(
      CheckCode.psMaximum,
      "Le maximum de la Ps est \(euros(maximum)), mais \(share) de \(euros(ceiling)) font "
        + "\(euros(computed)).",
      at: place, expected: "\(euros(computed))/collectif\(alternative)")
  }
}
