public import Diagnostics
import Notes
public import Publication
import Work

/// The checks of content: what is well formed and still wrong.
///
/// Each check is in a file of its own, with its sentences, and in one of the arrays below.
public enum Checks {
  private typealias Check = @Sendable (Note, Project, inout DiagnosticList) -> Void
  private typealias TextCheck = @Sendable (NoteText, inout DiagnosticList) -> Void

  private static let all: [Check] = [
    checkBareme, checkPsMaximum, checkCalendar, checkErrata, checkCampaignDates,
    checkDeadlineDays, checkStaleFacts, checkPlatforms, checkContacts,
    checkNames, checkDepartmentCode, checkDepartmentName, checkPlaceName, checkInstructions,
    checkSentences, checkFigures,
  ]

  private static let ofTexts: [TextCheck] = [
    checkYears, checkDatesInTexts, checkHoursInTexts, checkAmountsInTexts, checkAcronyms,
    checkBalance, checkReferences, checkEarlyReports, checkHeadings, checkLists, checkSpellings,
    checkLateFiles, checkContactsInTexts, checkBodies, checkResidues, checkTyping,
  ]

  /// Runs every check of a project.
  public static func run(_ project: Project, diagnostics: inout DiagnosticList) {
    checkWaivers(project, diagnostics: &diagnostics)
    checkNotes(project, diagnostics: &diagnostics)
  }

  /// Reports waivers of messages that cannot be waived: no note needs to be made for that.
  public static func checkWaivers(_ project: Project, diagnostics: inout DiagnosticList) {
    Waiving(project).reportImpossible(diagnostics: &diagnostics)
  }

  /// Runs every check on what the sources give for every year.
  ///
  /// A published note is out, whatever is wrong in it: there, an error is only a warning. What a
  /// waiver says not to hold stays in the list, as waived.
  public static func checkNotes(_ project: Project, diagnostics: inout DiagnosticList) {
    var waiving = Waiving(project)
    defer { waiving.reportUseless(diagnostics: &diagnostics) }
    let texts = Array(zip(project.liveNotes, Lexicon.all(in: project)))
    let found = WorkSharing.map(texts) { note, lexicon in
      var found = DiagnosticList()
      for check in all { check(note, project, &found) }
      let text = NoteText(note, in: project, lexicon: lexicon)
      for check in ofTexts { check(text, &found) }
      return found
    }
    for (note, found) in zip(project.liveNotes, found) where !found.isEmpty {
      let isPublished = project.note(note.department, note.year)?.isDraft == false
      for var diagnostic in found.sorted + found.othersToCorrect {
        if isPublished { diagnostic.severity = .warning }
        waiving.apply(to: &diagnostic, of: note)
        diagnostics.add(diagnostic)
      }
    }
  }
}
