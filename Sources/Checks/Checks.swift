public import Diagnostics
import Notes
public import Publication

/// The checks of content: what is well formed and still wrong.
///
/// Each check is in a file of its own, with its sentences, and in the array below.
public enum Checks {
  private typealias Check = @Sendable (Note, Project, inout DiagnosticList) -> Void

  private static let all: [Check] = [
    checkBareme, checkPsMaximum, checkCalendar, checkErrata,
  ]

  /// Runs every check on what the sources give for every year.
  ///
  /// A published note is out, whatever is wrong in it: there, an error is only a warning. What a
  /// waiver says not to hold stays in the list, as waived.
  public static func run(_ project: Project, diagnostics: inout DiagnosticList) {
    var waiving = Waiving(project)
    defer { waiving.report(diagnostics: &diagnostics) }
    for note in project.liveNotes {
      var found = DiagnosticList()
      for check in all { check(note, project, &found) }
      if found.isEmpty { continue }
      let isPublished = project.note(note.department, note.year)?.isDraft == false
      for var diagnostic in found.sorted {
        if isPublished { diagnostic.severity = .warning }
        waiving.apply(to: &diagnostic, of: note)
        diagnostics.add(diagnostic)
      }
    }
  }
}
