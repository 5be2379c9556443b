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
  /// A published note is out, whatever is wrong in it: there, an error is only a warning.
  public static func run(_ project: Project, diagnostics: inout DiagnosticList) {
    for note in project.liveNotes {
      var found = DiagnosticList()
      for check in all { check(note, project, &found) }
      if found.isEmpty { continue }
      let isPublished = project.note(note.department, note.year)?.isDraft == false
      for var diagnostic in found.sorted {
        if isPublished { diagnostic.severity = .warning }
        diagnostics.add(diagnostic)
      }
    }
  }
}

/// What a note whose facts and words are well formed can still get wrong.
public enum CheckCode: String, DiagnosticCode {
  case divergentBareme = "bareme-divergent"
  case psMaximum = "ps-maximum"
  case calendarWithoutFiling = "calendrier-sans-depot"
  case filingWithoutEnd = "depot-sans-cloture"
  case erratumWithoutTarget = "erratum-sans-objet"

  public var explanation: String {
    switch self {
    case .divergentBareme:
      "Le montant de la note n’est pas celui du barème national de l’année : corrigez celui des "
        + "deux qui est faux."
    case .psMaximum:
      "Le maximum de la Ps n’est pas le taux multiplié par le plafond, sous l’arrondi de l’année : "
        + "corrigez celui des deux qui est faux."
    case .calendarWithoutFiling:
      "Le calendrier n’a pas d’étape « depot » : la page ne peut pas dire quand déposer."
    case .filingWithoutEnd:
      "La période de dépôt n’a pas de date limite, alors que les dossiers en retard sont refusés."
    case .erratumWithoutTarget:
      "Une correction désigne une valeur ou une section qui n’existe pas : corrigez « chemin »."
    }
  }
}
