import Configuration
import Diagnostics
import Notes
import Publication

/// The waivers of a project, and which of them waived something.
struct Waiving {
  private let project: Project
  private var used: Set<Place> = []

  init(_ project: Project) { self.project = project }

  /// Marks a message of a note as waived, if a waiver says so.
  mutating func apply(to diagnostic: inout Diagnostic, of note: Note) {
    guard CheckCode(rawValue: diagnostic.code)?.isWaivable == true,
      let facts = project.configuration.note(note.department, note.year),
      let waiver = facts.waivers.first(where: { [diagnostic] in $0.waives(diagnostic) })
    else { return }
    diagnostic.severity = .waived
    diagnostic.waiver = waiver.reason
    used.insert(waiver.place)
  }

  /// Reports waivers of messages that cannot be waived.
  func reportImpossible(diagnostics: inout DiagnosticList) {
    for waiver in waivers where !Waiving.codes.contains(waiver.code) {
      diagnostics.add(.impossible(waiver, among: Waiving.codes))
    }
  }

  /// Reports those that waived nothing.
  ///
  /// Where no note could be made, nothing was checked: then a waiver may still have its use.
  func reportUseless(diagnostics: inout DiagnosticList) {
    if project.liveNotes.isEmpty { return }
    for waiver in waivers
    where Waiving.codes.contains(waiver.code) && !used.contains(waiver.place) {
      diagnostics.add(.useless(waiver))
    }
  }

  private static let codes = CheckCode.allCases.filter(\.isWaivable).map(\.rawValue)

  private var waivers: [Waiver] {
    project.configuration.departments.flatMap(\.notes).flatMap(\.waivers)
  }
}

extension Diagnostic {
  fileprivate static func impossible(_ waiver: Waiver, among codes: [String]) -> Diagnostic {
    Diagnostic(
      CheckCode.impossibleWaiver,
      "« \(waiver.code) » n’est pas le code d’un message qui se lève.", at: waiver.place,
      expected: "un de ces codes : " + codes.joined(separator: ", "),
      suggestion: Suggestion.nearest(to: waiver.code, among: codes),
      correction: Suggestion.correction(of: waiver.code, at: waiver.place, among: codes))
  }

  fileprivate static func useless(_ waiver: Waiver) -> Diagnostic {
    Diagnostic(
      CheckCode.uselessWaiver, "La dérogation « \(waiver.code) » ne lève aucun message.",
      at: waiver.place, severity: .warning,
      expected: waiver.object == nil
        ? "la dérogation supprimée" : "des mots du message dans « objet », ou rien")
  }
}
