public import Diagnostics

/// What a note whose facts and words are well formed can still get wrong.
public enum CheckCode: String, DiagnosticCode {
  case divergentBareme = "bareme-divergent"
  case psMaximum = "ps-maximum"
  case calendarWithoutFiling = "calendrier-sans-depot"
  case filingWithoutEnd = "depot-sans-cloture"
  case namelessWindow = "depot-sans-nom"
  case erratumWithoutTarget = "erratum-sans-objet"
  case impossibleWaiver = "derogation-impossible"
  case uselessWaiver = "derogation-inutile"

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
    case .namelessWindow:
      "Plusieurs étapes « depot » se suivent : donnez à chacune son nom, ou les situations qu’elle "
        + "concerne, pour que le lecteur trouve la sienne."
    case .erratumWithoutTarget:
      "Une correction désigne une valeur ou une section qui n’existe pas : corrigez « chemin »."
    case .impossibleWaiver:
      "Une dérogation nomme un message qui n’existe pas, ou qui ne se lève pas : corrigez ce qu’il "
        + "dit."
    case .uselessWaiver: "Une dérogation ne lève plus aucun message : supprimez-la."
    }
  }

  public var isWaivable: Bool { CheckCode.waivable.contains(self) }

  /// Advice that a department may have a reason not to follow.
  private static let waivable: Set<CheckCode> = [.calendarWithoutFiling]
}
