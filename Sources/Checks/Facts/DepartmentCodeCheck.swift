import Configuration
import Diagnostics
import Facts
import Notes
import Publication

/// The code of a department exists, and is its own.
///
/// A department whose name is not on the official list (a metropolis, a collectivité) only has to have a
/// code that exists.
@Sendable
func checkDepartmentCode(_ note: Note, in project: Project, diagnostics: inout DiagnosticList) {
  guard let code = note.facts.text(NoteSchema.departmentCode),
    let name = note.facts.name(NoteSchema.departmentName),
    !OfficialDepartment.overseasCollectivities.contains(code)
  else { return }
  let place = note.facts[NoteSchema.departmentCode]?.place
  let named = OfficialDepartment.named(name.noun)
  let holder = OfficialDepartment.withCode(code)
  if holder == nil {
    diagnostics.add(
      .unknownCode(code, named, at: place).corrected(
        by: named.flatMap { project.correction(of: code, at: place, with: $0.code) }))
  } else if let holder, let named, holder != named {
    diagnostics.add(
      .codeOfAnother(code, holder: holder, named: named, at: place).corrected(
        by: project.correction(of: code, at: place, with: named.code, isCertain: false)))
  }
}

/// « En Hérault »: the name of a department comes after « dans » or what the official list says, and is
/// its own.
@Sendable
func checkPlaceName(_ note: Note, in project: Project, diagnostics: inout DiagnosticList) {
  guard let location = note.facts.text(NoteSchema.departmentLocation),
    let name = note.facts.name(NoteSchema.departmentName),
    let official = OfficialDepartment.named(name.noun),
    let preposition = location.split(separator: " ").first, location != official.location,
    // Other words, « en Moselle et à Metz », are the author's own.
    let named = OfficialDepartment.named(location)
      ?? OfficialDepartment.named(String(location.dropFirst(preposition.count + 1))),
    named != official || !["dans", "sur"].contains(preposition)
  else { return }
  let place = note.facts[NoteSchema.departmentLocation]?.place
  diagnostics.add(
    Diagnostic(
      CheckCode.placeName,
      named == official
        ? "On ne dit pas « \(location) », mais « \(official.location) »."
        : "« \(location) » est un autre département que celui de la note, "
          + "\(official.name.typographic.definite).", at: place,
      severity: .warning, expected: "« \(official.location) »", suggestion: official.location,
      correction: project.correction(
        of: location, at: place, with: official.location, isCertain: false)))
}

extension Diagnostic {
  fileprivate static func unknownCode(
    _ code: String, _ named: OfficialDepartment?, at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      CheckCode.departmentCode, "Aucun département n’a le numéro « \(code) ».", at: place,
      expected: named.map { "« \($0.code) »" } ?? "un numéro comme « 88 », « 2A », « 976 »",
      suggestion: named?.code)
  }

  fileprivate static func codeOfAnother(
    _ code: String, holder: OfficialDepartment, named: OfficialDepartment, at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      CheckCode.departmentCode,
      "Le numéro « \(code) » n’est pas celui \(named.name.typographic.genitive) : c’est celui "
        + "\(holder.name.typographic.genitive).",
      at: place, expected: "« \(named.code) »", suggestion: named.code)
  }
}
