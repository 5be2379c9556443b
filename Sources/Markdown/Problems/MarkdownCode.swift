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
  case stuckHeading = "titre-colle"
  case underlinedHeading = "titre-souligne"
  case typographicBullet = "puce-typographique"
  case letteredList = "liste-a-lettres"
  case drawnTable = "tableau-dessine"
  case indentedText = "texte-decale"
  case brokenTable = "tableau-mal-ecrit"
  case extraCell = "case-en-trop"
  case lineInTable = "ligne-dans-tableau"
  case marksLeft = "marque-visible"
  case brokenLink = "lien-mal-ecrit"
  case singleBrace = "accolade-simple"
  case emptyAddress = "lien-sans-adresse"
  case addressWithoutScheme = "lien-sans-https"
  case foreignImage = "image-d-un-autre-site"
  case invalidIdentifier = "ancre-invalide"
  case duplicateIdentifier = "identifiant-double"
  case unknownCallout = "encadre-inconnu"
  case tooDeep = "imbrication-excessive"
  case tooLong = "texte-trop-long"
  case tooCostly = "texte-trop-lourd"

  /// Whether it says that a text reads otherwise than its author thinks, and not that it cannot be
  /// published.
  public var isProofreading: Bool {
    switch self {
    case .stuckHeading, .underlinedHeading, .typographicBullet, .letteredList, .drawnTable,
      .indentedText,
      .brokenTable, .extraCell, .lineInTable, .marksLeft, .brokenLink, .singleBrace, .emptyAddress,
      .addressWithoutScheme, .foreignImage, .skippedLevel, .invalidIdentifier:
      true
    case .rawHTML, .unsafeAddress, .linkWithoutText, .imageWithoutText, .tableWithoutCaption,
      .captionWithoutTable, .unknownNote, .unusedNote, .duplicateNote, .emptyHeading,
      .duplicateIdentifier, .unknownCallout, .tooDeep, .tooLong, .tooCostly:
      false
    }
  }

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
      "Un titre n'est pas du bon niveau : il descend de plus d'un niveau sous le précédent, il est de niveau 1, 5 ou 6, ou il est au-dessus de celui qui ouvre sa section ; changez ses dièses."
    case .emptyHeading:
      "Un titre n'a pas de texte ; écrivez-le ou supprimez ses dièses."
    case .stuckHeading:
      "Il manque une espace entre les dièses d'un titre et son texte."
    case .underlinedHeading:
      "Une ligne de tirets sous un texte en fait un titre ; laissez une ligne vide avant elle, ou écrivez « ## » devant le titre."
    case .typographicBullet:
      "Une liste commence par une puce ou un tiret de traitement de texte ; écrivez « - » et une espace. Dans la case d'un tableau, séparez ses éléments par « \\\\ »."
    case .letteredList:
      "Le Markdown n'a pas de liste à lettres : écrivez « 1. », « 2. », ou « - »."
    case .indentedText:
      "Quatre espaces ou une tabulation devant un texte en font un bloc de code ; ramenez-le au bord."
    case .drawnTable:
      "Un tableau est dessiné avec des tabulations ou des espaces ; écrivez ses cases entre des barres « | », avec une ligne de tirets sous le titre."
    case .brokenTable:
      "Un tableau n'a pas de ligne de tirets, ou elle n'a pas autant de cases que le titre."
    case .extraCell:
      "Une ligne d'un tableau a plus de cases que son titre : ce qui dépasse ne serait pas publié."
    case .lineInTable:
      "Un texte suit un tableau sans ligne vide et en devient une ligne ; ajoutez la ligne vide."
    case .marksLeft:
      "Des signes de mise en valeur (« ** », « ~~ »…) paraîtraient tels quels ; collez-les aux mots, ou écrivez « \\ » devant chacun."
    case .brokenLink:
      "Des crochets ne font ni un lien ni une case à cocher et paraîtraient tels quels ; écrivez [texte](adresse)."
    case .singleBrace:
      "Le nom d'une donnée est entre accolades simples et paraîtrait tel quel ; doublez les accolades."
    case .emptyAddress:
      "Un lien ou une image n'a pas d'adresse, ou elle ne nomme aucun site ; écrivez-la entre les parenthèses."
    case .addressWithoutScheme:
      "L'adresse d'un autre site ou d'un courriel serait celle d'une page d'ici ; écrivez « https:// » ou « mailto: » devant."
    case .foreignImage:
      "Une image est prise sur un autre site, ce que les pages interdisent ; déposez-en une copie dans « site/images »."
    case .invalidIdentifier:
      "L'identifiant d'un titre contient autre chose que des minuscules sans accent, des chiffres et des tirets, ou ne commence pas par une lettre."
    case .duplicateIdentifier:
      "Deux titres ont le même identifiant, ou un titre a celui d'un élément de la page ; changez-en un."
    case .unknownCallout:
      "Un encadré a un genre inconnu, du texte sur la ligne de son genre, ou rien d'autre ; écrivez le genre seul sur la première ligne, le texte au-dessous."
    case .tooDeep:
      "Des listes, des citations ou des mises en valeur sont imbriquées trop profondément ; simplifiez le texte."
    case .tooLong:
      "Un texte dépasse la taille permise ; découpez-le en plusieurs sections."
    case .tooCostly:
      "Un texte demande trop de travail pour être lu (tableau démesuré, renvois ou balises par milliers) ; simplifiez-le."
    }
  }
}
