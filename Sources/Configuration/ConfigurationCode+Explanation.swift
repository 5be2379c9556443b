extension ConfigurationCode {
  public var explanation: String {
    switch self {
    case .missingFolder: "Un dossier nécessaire n'existe pas : créez-le."
    case .missingFile: "Un fichier nécessaire n'existe pas : créez-le avec ce que dit le message."
    case .unexpectedFile: "Un fichier n'a pas sa place ici ou porte un autre nom que prévu."
    case .unreadableFile: "Un fichier ne peut pas être lu (droits, fichier spécial ou disque)."
    case .notUTF8: "Un fichier n'est pas en UTF-8 : enregistrez-le de nouveau en UTF-8."
    case .fileTooBig: "Un fichier de texte dépasse la taille permise : il n'est pas lu."
    case .emptyFile: "Un fichier YAML ne contient aucune valeur."
    case .folderForFile: "Un dossier porte le nom d'un fichier attendu."
    case .fileForFolder: "Un fichier porte le nom d'un dossier attendu."
    case .symbolicLink: "Les liens symboliques sont refusés : copiez le fichier à sa place."
    case .invalidName:
      "Un nom de dossier ou de fichier s'écrit en minuscules sans accent, chiffres et traits d'union."
    case .departmentWithoutYear: "Un dossier de département n'a aucun fichier d'année."
    case .missingAttachment: "Un fichier cité par les faits n'existe pas dans le dossier attendu."
    default: yamlExplanation ?? valueExplanation
    }
  }

  private var yamlExplanation: String? {
    switch self {
    case .invalidYAML: "Le YAML ne peut pas être compris à cet endroit."
    case .invisibleCharacter: "Un caractère invisible, souvent collé d'ailleurs, est à supprimer."
    case .noBreakSpace: "Une espace insécable tient la place d'une espace ordinaire du YAML."
    case .tabulation: "Le retrait se fait avec des espaces, jamais avec des tabulations."
    case .indentation: "Une ligne n'est pas dans la colonne où le YAML l'attend."
    case .dash: "Une liste YAML demande un trait d'union « - », non un tiret ou une puce."
    case .missingSpace:
      "Il manque une espace après les deux-points d'une clé ou le trait d'une liste."
    case .colonInValue:
      "Une valeur qui contient des deux-points suivis d'une espace se met entre guillemets droits."
    case .valueCutByHash:
      "Un « # » après une espace commence un commentaire : mettez la valeur entre guillemets droits."
    case .typographicQuotes: "Le YAML ne connaît que les guillemets droits."
    case .unclosedQuote: "Un guillemet, un crochet ou une accolade n'est pas fermé."
    case .textAfterQuote: "Du texte suit un guillemet, un crochet ou une accolade déjà fermés."
    case .specialFirstCharacter:
      "Une valeur qui commence par un signe réservé du YAML se met entre guillemets droits."
    case .strayComma: "Une virgule finit une ligne où le YAML n'en veut pas."
    case .alias: "Les ancres et les alias du YAML sont refusés : écrivez la valeur."
    case .tooDeep: "Les valeurs sont emboîtées trop profondément."
    case .tooManyValues: "Le fichier contient trop de valeurs."
    case .mergeKey: "La clé de fusion « << » est refusée : écrivez les valeurs."
    case .duplicateKey: "Une clé est écrite deux fois au même endroit."
    default: nil
    }
  }

  private var valueExplanation: String {
    switch self {
    case .unknownKey: "Une clé n'existe pas à cet endroit : c'est souvent une faute de frappe."
    case .misplacedKey: "Une clé ne s'écrit pas dans cette sorte de fichier."
    case .missingKey: "Une clé obligatoire manque."
    case .exclusiveKeys: "Des clés s'excluent : il en faut exactement une, ou au moins une."
    case .emptyValue: "Une clé n'a pas de valeur : donnez-en une ou supprimez la clé."
    case .wrongShape: "Une liste, un ensemble de clés ou une valeur simple était attendu."
    case .invalidText: "Un texte tient sur une ligne et n'est pas vide."
    case .invalidNumber: "Un nombre entier s'écrit avec des chiffres : 1 174."
    case .invalidAmount: "Un montant s'écrit avec son unité : 8 487 €/collectif."
    case .unexpectedUnit: "L'unité du montant n'est pas celle de cette clé."
    case .missingUnit: "Un montant ou un taux demande son unité."
    case .decimalPoint: "Les décimales s'écrivent avec une virgule, les milliers avec une espace."
    case .invalidRate: "Un taux s'écrit en pour cent : 32,5 %."
    case .invalidRange: "Une fourchette va du plus petit montant au plus grand."
    case .invalidDate: "Une date s'écrit 2025-06-20, 20/06/2025 ou 20 juin 2025."
    case .impossibleDate: "Le calendrier n'a pas de telle date."
    case .endBeforeStart: "Une période finit avant de commencer."
    default: referenceExplanation
    }
  }

  private var referenceExplanation: String {
    switch self {
    case .invalidHours: "Des heures s'écrivent 10:00-11:00 ou 10 h - 11 h 30."
    case .invalidDuration: "Une durée s'écrit 1 h 30 ou 90 min."
    case .invalidBoolean: "La valeur est « oui » ou « non »."
    case .invalidSchoolYear: "Une année scolaire s'écrit 2025-2026."
    case .invalidEmail: "Une adresse électronique s'écrit nom@domaine.fr."
    case .invalidPhone: "Un téléphone s'écrit 03 29 68 39 77."
    case .invalidAddress: "Une adresse de page commence par https:// ou http://."
    case .invalidIdentifier:
      "Un nom de code s'écrit en minuscules sans accent, chiffres et traits d'union."
    case .unknownChoice: "La valeur n'est pas dans la liste des choix."
    case .pendingNotAllowed: "Cette clé ne peut pas attendre : elle demande une valeur."
    case .missingSource: "Une règle ou un barème national cite son document et sa section."
    case .unknownReference: "Le nom de code cité n'est défini nulle part."
    case .duplicateCode: "Deux éléments d'une liste ont le même nom de code."
    case .unknownFamily: "La famille n'est pas un dossier de templates/."
    case .unknownEdition: "Un dossier d'édition n'est pas dans templates/editions.yaml."
    case .noEdition: "Aucune édition n'a commencé pour cette année."
    case .editionOrder: "Les éditions se suivent dans l'ordre de leur première année."
    case .incompletePair: "Une note publiée a perdu l'un de ses deux fichiers."
    case .modifiedPair: "Une note publiée a été changée à la main."
    case .fixedSpelling:
      "Une valeur écrite ainsi, par exemple sur deux lignes, ne peut pas être reprise pour une autre année."
    default: "Le contenu est à corriger."
    }
  }
}
