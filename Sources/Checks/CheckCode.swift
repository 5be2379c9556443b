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
  case staleYear = "annee-perimee"
  case dateOutsideCampaign = "date-hors-campagne"
  case deadlineOnDayOff = "echeance-un-jour-ferie"
  case earlyReport = "bilan-avant-la-fin"
  case copiedBareme = "bareme-recopie"
  case closedPlatform = "plateforme-fermee"
  case unreachableContact = "contact-injoignable"
  case nameArticle = "article-du-nom"
  case departmentName = "nom-du-departement"
  case departmentCode = "numero-du-departement"
  case conflictingInstructions = "consignes-contraires"
  case unfinishedSentence = "point-final"
  case wrongWeekday = "jour-de-semaine"
  case monthArticle = "article-devant-un-mois"
  case decimalPoint = "point-dans-un-nombre"
  case repeatedFact = "valeur-recopiee"
  case divergentFact = "valeur-divergente"
  case unknownAcronym = "sigle-inconnu"
  case misspelledAcronym = "sigle-mal-ecrit"
  case otherForm = "forme-du-sigle"
  case emptyList = "liste-annoncee-vide"
  case loneSign = "signe-sans-pendant"
  case typedNumber = "numero-a-la-main"
  case missingAnnex = "annexe-absente"
  case twoSpellings = "deux-graphies"
  case earlyCommittee = "comite-avant-la-cloture"
  case inconsistentFigures = "chiffres-incoherents"
  case placeName = "localisation-inhabituelle"
  case titleWithoutText = "titre-sans-texte"
  case impossibleDate = "date-inexistante"
  case badContact = "coordonnees-douteuses"
  case memberTwice = "membre-en-double"
  case conflictingWindows = "depots-contraires"
  case residue = "reste-de-formulaire"
  case typing = "faute-de-frappe"

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
      "La période de dépôt n’a pas de date limite : dites-la. C’est une erreur quand la note refuse les dossiers "
        + "en retard."
    case .namelessWindow:
      "Plusieurs étapes « depot » se suivent : donnez à chacune son nom, ou les situations qu’elle "
        + "concerne, pour que le lecteur trouve la sienne."
    case .erratumWithoutTarget:
      "Une correction désigne une valeur ou une section qui n’existe pas : corrigez « chemin »."
    case .earlyCommittee:
      "Le comité examinerait les dossiers avant la fin de leur dépôt : l’une des deux dates est fausse."
    case .inconsistentFigures:
      "Une partie d’un chiffre clé est plus grande que lui, ou deux chiffres ont le même nom de code."
    case .titleWithoutText:
      "Un titre n’est suivi d’aucun texte : écrivez-le, ou retirez le titre."
    case .badContact:
      "Un numéro de téléphone ou une adresse électronique est mal formé, ou presque celui d’un contact "
        + "de la note, ou l’adresse est celle d’une autre Caf."
    case .memberTwice: "Un membre de l’instance est deux fois dans la liste : gardez-en un."
    case .conflictingWindows:
      "Deux périodes de dépôt ont le même nom, ou se recouvrent pour les mêmes situations, ou aucune "
        + "ne concerne une situation."
    case .residue:
      "Un texte garde ce qu’un traitement de texte ou un formulaire y a laissé, comme « Erreur ! Signet "
        + "non défini », ou un blanc à remplir : écrivez ce qui manque, ou retirez-le."
    case .typing:
      "Un mot ou un signe est écrit deux fois, une espace manque ou est de trop autour d’un signe ou "
        + "d’une apostrophe, ou une majuscule n’a pas son accent."
    case .impossibleDate: "Un texte donne une date ou une heure qui n’existe pas : corrigez-la."
    case .placeName:
      "On ne dit pas ainsi qu’on est dans le département : reprenez la forme de la liste officielle."
    case .impossibleWaiver:
      "Une dérogation nomme un message qui n’existe pas, ou qui ne se lève pas : corrigez ce qu’il "
        + "dit."
    case .uselessWaiver: "Une dérogation ne lève plus aucun message : supprimez-la."
    case .staleYear:
      "Le texte, un titre ou un chiffre parle d’une année qui n’est ni celle de la note ni la "
        + "précédente : corrigez-la, ou nommez-la par « {{ annee }} »."
    case .dateOutsideCampaign:
      "Une date du calendrier n’est pas dans les deux années civiles de la campagne : elle a "
        + "sans doute été recopiée. Ou le comité se réunirait après la fin de l’année scolaire."
    case .deadlineOnDayOff:
      "Une échéance tombe un dimanche ou un jour férié du département : choisissez un jour "
        + "ouvré, ou dites-le dans sa précision."
    case .earlyReport:
      "Le bilan est à rendre avant la fin de l’année dont il rend compte, le 31 août : vérifiez "
        + "la date, ou parlez du 31 août dans la note."
    case .copiedBareme:
      "Le prix plafond est celui d’une autre année : la Cnaf en publie un chaque année."
    case .closedPlatform:
      "La note envoie vers une plateforme qui ferme avant la fin de l’année : donnez la "
        + "démarche qui la remplace."
    case .unreachableContact:
      "Un contact n’a ni téléphone ni courriel : ajoutez l’un des deux."
    case .nameArticle:
      "Un nom dont les phrases ont besoin n’a pas son article en minuscules : « la Caf des "
        + "Vosges »."
    case .departmentName:
      "Le département n’est pas écrit comme dans la liste officielle, ou un organisme porte le nom "
        + "d’un autre : corrigez le nom."
    case .departmentCode:
      "Le numéro du département n’existe pas, ou est celui d’un autre : reprenez celui de la liste "
        + "officielle."
    case .conflictingInstructions:
      "La note donne deux consignes pour une même situation : gardez-en une."
    case .unfinishedSentence:
      "Une phrase d’un fichier YAML n’a pas de point, alors qu’une autre l’entoure ou la suit."
    case .wrongWeekday:
      "Le jour de la semaine n’est pas celui de la date : l’un des deux est faux."
    case .monthArticle:
      "Un mois est écrit après « du » ou « au » : écrivez « d’octobre », « à octobre »."
    case .decimalPoint:
      "Un montant, un taux ou un nombre d’un texte est écrit avec un point : en français, c’est une "
        + "virgule."
    case .repeatedFact:
      "Un texte recopie une date ou un montant de la note : nommez la valeur, pour n’avoir "
        + "qu’un endroit à changer."
    case .divergentFact:
      "Un texte donne une date ou un montant qui n’est pas celui de la note : corrigez celui "
        + "des deux qui est faux."
    case .unknownAcronym:
      "Un sigle n’est ni dans le glossaire ni expliqué par la note : vérifiez ses lettres, ou "
        + "ajoutez sa forme développée."
    case .misspelledAcronym:
      "Un sigle n’est pas écrit comme dans le glossaire, ou il est mis au pluriel : un sigle ne "
        + "s’accorde pas."
    case .otherForm:
      "La forme développée d’un sigle n’est pas celle du glossaire : corrigez celle des deux "
        + "qui est fausse."
    case .emptyList:
      "Un paragraphe finit par « : » et rien ne le suit : écrivez la liste, ou finissez la "
        + "phrase par un point."
    case .loneSign:
      "Un guillemet, une parenthèse ou un crochet s’ouvre sans se fermer, ou se ferme sans "
        + "s’ouvrir."
    case .typedNumber:
      "Un numéro de partie ou de page est écrit à la main : le site numérote les parties, faites un "
        + "lien vers celle-ci."
    case .missingAnnex:
      "Une annexe est citée et n’est pas là : joignez-la, ou dites où la lire."
    case .twoSpellings:
      "Une personne ou un organisme a deux noms dans la même note : gardez-en un."
    }
  }

  public var isWaivable: Bool { !CheckCode.certain.contains(self) }

  /// What would leave the note, or a waiver, at odds with itself whatever the reasons.
  private static let certain: Set<CheckCode> = [
    .divergentBareme, .psMaximum, .erratumWithoutTarget, .impossibleWaiver,
    .uselessWaiver,
  ]
}
