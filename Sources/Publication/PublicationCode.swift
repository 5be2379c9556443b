import Configuration
public import Diagnostics

/// What can be wrong with what is published, or is to be.
public enum PublicationCode: String, CaseIterable, DiagnosticCode {
  case incompletePair = "paire-incomplete"
  case modifiedPair = "paire-modifiee"
  case frozenNote = "note-figee"
  case pendingValue = "valeur-en-attente"

  public var explanation: String {
    switch self {
    case .incompletePair: "Une note publiée a perdu l'un de ses deux fichiers."
    case .modifiedPair: "Une note publiée a été changée à la main."
    case .frozenNote:
      "Les sources donneraient une autre note que celle qui est publiée : remettez-les comme elles "
        + "étaient, ou publiez une révision avec « cadrage publish » et « --revision »."
    case .pendingValue:
      "Une note ne se publie pas avec une valeur à paraître, à confirmer ou à compléter ; un texte "
        + "qui emploie encore ces mots est signalé."
    }
  }
}
