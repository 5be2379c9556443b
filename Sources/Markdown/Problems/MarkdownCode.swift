public import Diagnostics

/// The codes of the problems found in Markdown.
public enum MarkdownCode: String, CaseIterable, DiagnosticCode {
  case rawHTML = "html-brut"
  case unsafeAddress = "lien-dangereux"
  case linkWithoutText = "lien-sans-texte"
  case imageWithoutText = "image-sans-texte"
  case tableWithoutCaption = "tableau-sans-titre"
  case captionWithoutTable = "titre-sans-tableau"
  case unknownNote = "renvoi-inconnu"
  case unusedNote = "note-sans-renvoi"
  case duplicateNote = "note-en-double"
  case skippedLevel = "niveau-de-titre"
  case emptyHeading = "titre-vide"
  case invalidIdentifier = "ancre-invalide"
  case duplicateIdentifier = "identifiant-double"
  case unknownCallout = "encadre-inconnu"
  case tooDeep = "imbrication-excessive"
  case tooLong = "texte-trop-long"
  case tooCostly = "texte-trop-lourd"

  public var explanation: String {
    switch self {
    case .rawHTML:
      "Le texte contient une balise HTML ; seul le Markdown est publié, écrivez l'équivalent en Markdown ou supprimez la balise."
    case .unsafeAddress:
      "Un lien ou une image mène à une adresse qui n'est ni https, http, mailto, tel, ni un chemin du site, ni un renvoi interne ; corrigez l'adresse."
    case .linkWithoutText:
      "Un lien n'a pas de texte à lire ; écrivez entre les crochets où il mène."
    case .imageWithoutText:
      "Une image n'a pas de texte de remplacement ; écrivez entre les crochets ce qu'elle apprend au lecteur."
    case .tableWithoutCaption:
      "Un tableau n'a pas de titre ; écrivez juste avant lui un paragraphe « Tableau : … »."
    case .captionWithoutTable:
      "Un paragraphe « Tableau : … » n'est suivi d'aucun tableau ; placez-le juste avant son tableau ou supprimez-le."
    case .unknownNote:
      "Un renvoi désigne une note de bas de page qui n'existe pas dans ce texte ; corrigez son nom ou écrivez la note."
    case .unusedNote:
      "Une note de bas de page n'est appelée nulle part et ne serait pas publiée ; ajoutez son renvoi ou supprimez-la."
    case .duplicateNote:
      "Deux notes de bas de page portent le même nom ; renommez-en une."
    case .skippedLevel:
      "Un titre descend de plus d'un niveau sous le précédent ; retirez-lui des dièses."
    case .emptyHeading:
      "Un titre n'a pas de texte ; écrivez-le ou supprimez ses dièses."
    case .invalidIdentifier:
      "L'identifiant d'un titre contient autre chose que des minuscules sans accent, des chiffres et des tirets, ou ne commence pas par une lettre."
    case .duplicateIdentifier:
      "Deux titres ont le même identifiant, ou un titre a celui d'un élément de la page ; changez-en un."
    case .unknownCallout:
      "Un encadré a un genre inconnu ou du texte sur la ligne de son genre ; écrivez le genre seul sur la première ligne."
    case .tooDeep:
      "Des listes, des citations ou des mises en valeur sont imbriquées trop profondément ; simplifiez le texte."
    case .tooLong:
      "Un texte dépasse la taille permise ; découpez-le en plusieurs sections."
    case .tooCostly:
      "Un texte demande trop de travail pour être lu (tableau démesuré, renvois ou balises par milliers) ; simplifiez-le."
    }
  }
}
