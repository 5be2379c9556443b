public import Configuration
import Diagnostics
import Facts

extension Note {
  /// Why sections changed since an earlier note of the department, by name of section.
  ///
  /// What the note's own year says wins over what the editions that began in between say. Between
  /// two departments, or back in time, nothing has a cause.
  ///
  /// - Parameter editions: those of the project, to know when each began.
  public func causes(since earlier: Note, editions: [Edition]) -> [String: String] {
    guard department == earlier.department, earlier.year < year else { return [:] }
    let known = Set(editions.filter { $0.start <= earlier.year }.map(\.code))
    let national = editionCauses.filter { !known.contains($0.edition ?? "") }
    let own = SectionCause.own(facts)
    let ownSections = Set(own.map(\.section))
    var causes: [String: String] = [:]
    for cause in national.filter({ !ownSections.contains($0.section) }) + own {
      causes[cause.section] = causes[cause.section].map { $0 + " " + cause.text } ?? cause.text
    }
    return causes
  }
}

extension Diagnostic {
  static func causeWithoutSection(_ cause: SectionCause, among names: [String]) -> Diagnostic {
    Diagnostic(
      NoteCode.causeWithoutSection,
      "La cause d’un changement nomme la section « \(cause.section) », qu’aucune note n’a.",
      at: cause.place, expected: "un de ces noms : " + names.joined(separator: ", "),
      suggestion: Suggestion.nearest(to: cause.section, among: names),
      correction: Suggestion.correction(of: cause.section, at: cause.place, among: names))
  }
}
