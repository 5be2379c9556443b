public import Diagnostics

/// What can be wrong when facts and words become a note.
public enum NoteCode: String, DiagnosticCode {
  case sectionAlreadyInPlan = "section-deja-presente"
  case sectionNotInPlan = "section-absente-du-plan"
  case sectionWithoutFile = "section-sans-fichier"
  case causeWithoutSection = "cause-sans-section"
  case unusedSection = "section-inutile"
  case sectionWithoutTitle = "section-sans-titre"
  case unknownFigure = "chiffre-inconnu"
  case emptyNote = "note-vide"
  case misplacedText = "texte-mal-place"
  case templateLeftover = "reste-de-gabarit"
  case markdownInValue = "markdown-dans-une-valeur"
  case emptySection = "section-vide"

  public var explanation: String {
    switch self {
    case .sectionAlreadyInPlan:
      "Une section ajoutée est déjà dans le plan de la famille : donnez-lui un autre nom, ou "
        + "retirez-la de « ajouter » si vous vouliez seulement changer son texte."
    case .sectionNotInPlan:
      "Une section à retirer, à déplacer ou à laquelle une autre se rattache n’est pas dans le "
        + "plan de la note : vérifiez son nom."
    case .sectionWithoutFile:
      "Le plan nomme une section dont aucun fichier n’existe : créez le fichier, ou corrigez le "
        + "nom."
    case .causeWithoutSection:
      "La cause d’un changement nomme une section qu’aucune note concernée n’a, ni l’année de la "
        + "note ni une autre : vérifiez son nom."
    case .unusedSection:
      "Un fichier de texte ne sert à aucune note : supprimez-le, corrigez son nom, ou ajoutez sa "
        + "section au plan."
    case .sectionWithoutTitle:
      "Une section du plan ne commence pas par un titre : commencez-la par « ## » ou « ### »."
    case .unknownFigure:
      "Un texte cite un nom de code que la liste n’a pas : corrigez-le, ou ajoutez l’élément à la "
        + "liste."
    case .emptyNote:
      "La note n’a aucune section : aucun texte de sa famille n’existe pour son année, ou tous ont "
        + "été retirés."
    case .misplacedText:
      "Un fichier de texte n’est pas dans un dossier où l’on range les sections."
    case .templateLeftover:
      "Une balise « {{ » ou « {% » est écrite dans un fichier YAML, où elle n’est pas lue : le "
        + "site la montrerait telle quelle."
    case .markdownInValue:
      "Une valeur d’un fichier YAML contient du Markdown, qui n’y est pas lu : ses signes seraient "
        + "publiés tels quels."
    case .emptySection:
      "Un fichier de section est vide : écrivez son texte, ou retirez la section du plan."
    }
  }
}
