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
    } else if let year = project.configuration.year(of: amount, before: note.year) {
      diagnostics.add(.copiedBareme(amount, year, path, of: note, at: fact.place))
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
  /// The last year before a year whose national barème is known, if its ceiling or its maximum is an
  /// amount.
  fileprivate func year(of amount: Amount, before year: SchoolYear) -> SchoolYear? {
    let paths = [NoteSchema.nationalCeiling, NoteSchema.nationalMaximum]
    let known = nationalYears.filter { earlier, facts in
      earlier < year && paths.contains { facts.amount($0) != nil }
    }
    return known.max { $0.key < $1.key }.flatMap { earlier, facts in
      paths.contains { facts.amount($0) == amount } ? earlier : nil
    }
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
    Diagnostic(
      CheckCode.copiedBareme,
      "\(path == NoteSchema.psMaximum ? "Le maximum" : "Le plafond") de \(note.year.text), \(FrenchFormat.euros(cents: amount.cents)), est celui de "
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
