public import Diagnostics

/// What can be wrong when facts and words become a note.
public enum NoteCode: String, DiagnosticCode {
  case sectionDejaPresente = "section-deja-presente"
  case sectionAbsenteDuPlan = "section-absente-du-plan"
  case sectionSansFichier = "section-sans-fichier"
  case causeSansSection = "cause-sans-section"
  case sectionInutile = "section-inutile"
  case sectionSansTitre = "section-sans-titre"
  case texteMalPlace = "texte-mal-place"
  case resteDeGabarit = "reste-de-gabarit"
  case noteFigee = "note-figee"
  case valeurEnAttente = "valeur-en-attente"

  public var explanation: String {
    switch self {
    case .sectionDejaPresente:
      "Une section ajoutée est déjà dans le plan de la famille : donnez-lui un autre nom, ou "
        + "retirez-la de « ajouter » si vous vouliez seulement changer son texte."
    case .sectionAbsenteDuPlan:
      "Une section à retirer, à déplacer ou à laquelle une autre se rattache n’est pas dans le "
        + "plan de la note : vérifiez son nom."
    case .sectionSansFichier:
      "Le plan nomme une section dont aucun fichier n’existe : créez le fichier, ou corrigez le "
        + "nom."
    case .causeSansSection:
      "La cause d’un changement nomme une section qu’aucune note concernée n’a, ni l’année de la "
        + "note ni une autre : vérifiez son nom."
    case .sectionInutile:
      "Un fichier de texte ne sert à aucune note : supprimez-le, corrigez son nom, ou ajoutez sa "
        + "section au plan."
    case .sectionSansTitre:
      "Une section du plan ne commence pas par un titre : commencez-la par « ## » ou « ### »."
    case .texteMalPlace:
      "Un fichier de texte n’est pas dans un dossier où l’on range les sections."
    case .resteDeGabarit:
      "Une balise « {{ » ou « {% » est écrite dans un fichier YAML, où elle n’est pas lue : le "
        + "site la montrerait telle quelle."
    case .noteFigee:
      "Les sources donneraient une autre note que celle qui est publiée : remettez-les comme elles "
        + "étaient, ou publiez une révision avec « cadrage publish » et « --revision »."
    case .valeurEnAttente:
      "Une note ne se publie pas avec une valeur à paraître, à confirmer ou à compléter ; un texte "
        + "qui emploie encore ces mots est signalé."
    }
  }
}
