import Configuration
import Diagnostics
import Facts
import Notes
import Publication

/// The amounts and the référentiel of a note are not those of an earlier year.
@Sendable
func checkStaleFacts(_ note: Note, in project: Project, diagnostics: inout DiagnosticList) {
  checkCeilings(note, in: project, &diagnostics)
  let edition = project.configuration.editions.last { $0.start <= note.year }
  if case .month(let month)? = note.facts.value(NoteSchema.referenceDiffusion), let edition,
    month.year < edition.start.start
  {
    diagnostics.add(.staleReference(month, than: edition, of: note))
  }
}

/// The Cnaf sets the ceiling anew each year: one that two years have was copied.
private func checkCeilings(
  _ note: Note, in project: Project, _ diagnostics: inout DiagnosticList
) {
  let earlier = project.earlierNote(than: note)
  let hasCeiling = note.facts.amount(NoteSchema.psCeiling) != nil
  for path in [NoteSchema.psCeiling, NoteSchema.nationalCeiling]
    + (hasCeiling ? [] : [NoteSchema.psMaximum])
  {
    guard let fact = note.facts[path], let amount = note.facts.amount(path) else { continue }
    if let source = fact.source, let year = source.document.schoolYears.last, year < note.year {
      diagnostics.add(.copiedBareme(amount, year, path, of: note, at: fact.place))
    } else if let earlier, amount == earlier.facts.amount(path) {
      diagnostics.add(.copiedBareme(amount, earlier.year, path, of: note, at: fact.place))
    } else if let last = project.configuration.lastBareme(before: note.year),
      [NoteSchema.nationalCeiling, NoteSchema.nationalMaximum]
        .contains(where: { last.facts.amount($0) == amount })
    {
      diagnostics.add(.copiedBareme(amount, last.year, path, of: note, at: fact.place))
    }
  }
}

extension Project {
  /// The last note of the same department before a note, as the sources give it.
  func earlierNote(than note: Note) -> Note? {
    var year = note.year.previous
    while let candidate = year, candidate.start > note.year.start - 10 {
      if let found = liveNote(note.department, candidate) { return found }
      year = candidate.previous
    }
    return nil
  }
}

extension SiteConfiguration {
  /// The national barème of the last year before a year whose ceiling is known.
  func lastBareme(before year: SchoolYear) -> (year: SchoolYear, facts: Record)? {
    nationalYears
      .filter { $0.key < year && $0.value.amount(NoteSchema.nationalCeiling) != nil }
      .max { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension String {
  /// The school years that stand in it, such as « 2024-2025 ».
  fileprivate var schoolYears: [SchoolYear] {
    split { $0 == " " || $0 == "," || $0 == "\u{A0}" || $0 == "(" || $0 == ")" }
      .compactMap { SchoolYear($0) }
  }
}

extension Diagnostic {
  fileprivate static func copiedBareme(
    _ amount: Amount, _ year: SchoolYear, _ path: FactPath, of note: Note, at place: Place?
  ) -> Diagnostic {
    let name = path == NoteSchema.psMaximum ? "Le maximum" : "Le plafond"
    return Diagnostic(
      CheckCode.copiedBareme,
      "\(name) de \(note.year.text), \(FrenchFormat.euros(cents: amount.cents)), est celui de "
        + "\(year.text) : « \(path.text) » a-t-il été recopié ?", at: place, severity: .warning,
      expected: "le montant que la Cnaf publie pour \(note.year.text), ou « a_paraitre »")
  }

  fileprivate static func staleReference(
    _ month: Month, than edition: Edition, of note: Note
  ) -> Diagnostic {
    Diagnostic(
      CheckCode.staleYear,
      "Le référentiel que cite la note, diffusé en \(FrenchFormat.month(month)), est antérieur à la "
        + "circulaire \(edition.circular), qui vaut en \(note.year.text).",
      at: note.facts[NoteSchema.referenceDiffusion]?.place, severity: .warning,
      expected: "le mois du référentiel en vigueur, ou la clé supprimée")
  }
}
