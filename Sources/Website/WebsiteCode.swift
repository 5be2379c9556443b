public import Diagnostics

/// What can be wrong with the face of the site, or with the pages once they are made.
public enum WebsiteCode: String, DiagnosticCode {
  case missingLayout = "mise-en-page-absente"
  case uselessLayout = "mise-en-page-inutile"
  case reservedAddress = "adresse-reservee"
  case deadLink = "lien-mort"
  case deadAnchor = "ancre-inconnue"
  case duplicateAnchor = "ancre-en-double"
  case emptyPage = "page-vide"
  case pageWithoutTitle = "page-sans-titre"
  case missingSentences = "phrases-absentes"
  case uncitedAttachment = "piece-non-citee"
  case refusedAttachment = "piece-refusee"
  case unsafeImage = "image-dangereuse"
  case vanishedAddress = "adresse-disparue"
  case unfinishedWithdrawal = "retrait-inacheve"
  case unknownAddress = "adresse-non-notee"

  public var explanation: String {
    switch self {
    case .missingLayout:
      "Une mise en page dont le site a besoin n’est pas dans site/layouts/ : remettez le fichier."
    case .uselessLayout:
      "Un fichier de site/layouts/ ne sert à aucune page : supprimez-le ou corrigez son nom."
    case .reservedAddress:
      "Un département ou un fichier porte le nom d’une page du site : changez son nom."
    case .deadLink: "Un lien mène à une page ou à un fichier que le site n’a pas."
    case .deadAnchor: "Un lien mène à un endroit d’une page (après « # ») qui n’existe pas."
    case .duplicateAnchor: "Deux endroits d’une page portent la même ancre."
    case .emptyPage: "Une page n’a pas de contenu."
    case .pageWithoutTitle:
      "Une page de site/pages/ ne commence pas par son titre : écrivez « # Titre » en première ligne."
    case .missingSentences:
      "Les phrases du calcul (departments/national/formules.yaml) manquent : le simulateur en a besoin."
    case .vanishedAddress:
      "Une note publiée n’est plus dans le site : remettez-la, ou dites ce qu’elle devient avec « cadrage "
        + "rename » ou « cadrage withdraw »."
    case .unknownAddress:
      "Une note publiée n’est pas dans le fichier qui garde les adresses des notes : remettez ce fichier, ou "
        + "notez-y la note avec « cadrage publish »."
    case .unfinishedWithdrawal:
      "Une note est notée comme retirée, et ses fichiers publiés sont encore là, ou de nouveau : finissez de la "
        + "retirer, ou publiez-la de nouveau."
    case .uncitedAttachment:
      "Une pièce jointe n’est citée par aucune ligne de la note : elle n’est pas publiée."
    case .refusedAttachment:
      "Une pièce jointe n’est pas d’une sorte de document que l’on télécharge : un navigateur pourrait "
        + "l’exécuter. Donnez un PDF, ou rangez-la dans un fichier zip."
    case .unsafeImage:
      "Une image SVG contient un script ou charge un fichier d’un autre site : enlevez-le."
    }
  }
}
