public import Diagnostics
public import Notes

/// The checks of content: what is well formed and still wrong.
///
/// Each check is in a file of its own, with its sentences.
public enum Checks {
  private static let all: [@Sendable (Note, Project, inout DiagnosticList) -> Void] = [
    checkBareme, checkPsMaximum, checkCalendar, checkErrata,
  ]

  /// Runs every check on every note.
  public static func run(_ project: Project, diagnostics: inout DiagnosticList) {
    for note in project.notes {
      for check in all { check(note, project, &diagnostics) }
    }
  }
}
