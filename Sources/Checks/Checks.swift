import Configuration
public import Diagnostics
import Facts
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
    checkNames, checkDepartmentCode, checkInstructions, checkSentences,
  ]

  private static let ofTexts: [TextCheck] = [
    checkYears, checkDatesInTexts, checkAmountsInTexts, checkAcronyms, checkBalance,
    checkReferences, checkEarlyReports, checkLists, checkSpellings, checkLateFiles,
  ]

  /// Runs every check on what the sources give for every year.
  ///
  /// A published note is out, whatever is wrong in it: there, an error is only a warning. What a
  /// waiver says not to hold stays in the list, as waived.
  public static func run(_ project: Project, diagnostics: inout DiagnosticList) {
    var waiving = Waiving(project)
    defer { waiving.report(diagnostics: &diagnostics) }
    let lexicon = Lexicon(of: project)
    let ownLexicons = Lexicon.own(in: project)
    let found = WorkSharing.map(project.liveNotes) { note in
      var found = DiagnosticList()
      for check in all { check(note, project, &found) }
      let text = NoteText(
        note, in: project, lexicon: ownLexicons[note.department] ?? lexicon)
      for check in ofTexts { check(text, &found) }
      return found
    }
    for (note, found) in zip(project.liveNotes, found) where !found.isEmpty {
      let isPublished = project.note(note.department, note.year)?.isDraft == false
      for var diagnostic in found.sorted {
        if isPublished { diagnostic.severity = .warning }
        waiving.apply(to: &diagnostic, of: note)
        diagnostics.add(diagnostic)
      }
    }
  }
}

extension Lexicon {
  /// The words of a project, with the platforms of the first of its notes.
  fileprivate init(of project: Project) {
    self.init(
      project.configuration.glossary,
      platforms: project.liveNotes.first?.facts.records(NoteSchema.platforms) ?? [])
  }

  /// Those of the departments that have acronyms of their own, by department.
  fileprivate static func own(in project: Project) -> [String: Lexicon] {
    var lexicons: [String: Lexicon] = [:]
    for note in project.liveNotes where lexicons[note.department] == nil {
      guard let facts = project.configuration.note(note.department, note.year),
        !facts.ownGlossary.isEmpty
      else { continue }
      lexicons[note.department] = Lexicon(
        project.configuration.glossary(of: facts),
        platforms: note.facts.records(NoteSchema.platforms))
    }
    return lexicons
  }

  private init(_ glossary: [GlossaryEntry], platforms: [Record]) {
    self.init(
      acronyms: glossary.map { ($0.acronym, $0.form) },
      platforms: platforms.compactMap { platform in
        platform.text(NoteSchema.Platform.name).map {
          Platform(name: $0, closing: platform.closing, closingWords: platform.closingWords)
        }
      })
  }
}
