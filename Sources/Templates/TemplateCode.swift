public import Diagnostics

/// The problems that a template can have.
public enum TemplateCode: String, CaseIterable, DiagnosticCode {
  case unclosedTag = "balise-non-fermee"
  case unopenedTag = "balise-non-ouverte"
  case emptyTag = "balise-vide"
  case unknownTag = "balise-inconnue"
  case unclosedBlock = "bloc-non-ferme"
  case endWithoutBlock = "fin-sans-bloc"
  case misplacedElse = "sinon-deplace"
  case malformedExpression = "expression-malformee"
  case unclosedText = "texte-non-ferme"
  case typographicQuotes = "guillemets-dans-une-balise"
  case nestingTooDeep = "imbrication-trop-profonde"
  case htmlContext = "contexte-html"
  case unknownName = "nom-inconnu"
  case unknownFilter = "filtre-inconnu"
  case filterArgument = "argument-de-filtre"
  case unexpectedType = "type-inattendu"
  case untestedValue = "valeur-non-testee"
  case unknownState = "etat-inconnu"
  case impossibleComparison = "comparaison-impossible"
  case unknownChoice = "choix-impossible"
  case notAList = "boucle-sans-liste"
  case hidingVariable = "variable-masquante"
  case unknownInclusion = "inclusion-inconnue"
  case inclusionOfOtherFormat = "inclusion-autre-format"
  case circularInclusion = "inclusion-circulaire"
  case tooManyInclusions = "inclusions-trop-nombreuses"
  case tooMuchWork = "gabarit-trop-lourd"

  public var explanation: String {
    switch self {
    case .unclosedTag:
      "Une balise ouverte par « {{ », « {% » ou « {# » n'est pas fermée : ajoutez « }} », « %} » ou « #} »."
    case .unopenedTag:
      "Une balise est fermée sans avoir été ouverte : ajoutez « {% » ou « {# », ou retirez la fermeture."
    case .emptyTag:
      "Une balise ne contient rien : écrivez-y un nom de donnée ou une instruction, ou retirez-la."
    case .unknownTag:
      "Le premier mot d'une balise « {% … %} » n'est pas un mot du langage : si, sinon, pour, inclure, brut ou fin."
    case .unclosedBlock:
      "Un bloc « si », « pour » ou « brut » n'a pas son « {% fin %} » : ajoutez-le à la fin du bloc."
    case .endWithoutBlock:
      "Un « {% fin %} » ne ferme aucun bloc : retirez-le, ou rétablissez l'ouverture qui manque."
    case .misplacedElse:
      "« {% sinon %} » se place une seule fois, à l'intérieur d'un bloc « si »."
    case .malformedExpression:
      "Le contenu d'une balise n'est pas écrit comme le langage l'attend : corrigez-le d'après l'exemple du message."
    case .unclosedText:
      "Un texte ouvert par un guillemet droit n'est pas fermé : ajoutez le second guillemet."
    case .typographicQuotes:
      "Dans une balise, les textes s'écrivent entre guillemets droits (\"…\"), et non entre guillemets typographiques."
    case .nestingTooDeep:
      "Trop de blocs ou de parenthèses sont emboîtés : répartissez le texte entre plusieurs fichiers."
    case .htmlContext:
      "Dans une page HTML, une valeur s'insère dans le texte ou dans un attribut entre guillemets ; au début d'une adresse, seule une adresse s'insère."
    case .unknownName:
      "Aucune donnée ne porte ce nom : corrigez-le d'après la liste des données."
    case .unknownFilter:
      "Aucun filtre ne porte ce nom : corrigez-le d'après la liste des filtres."
    case .filterArgument:
      "Un filtre n'a pas reçu les arguments qu'il attend : corrigez-les d'après le message."
    case .unexpectedType:
      "La donnée n'est pas d'une nature qui convienne à cet endroit : choisissez un autre filtre ou une autre donnée."
    case .untestedValue:
      "Une donnée facultative est employée sans qu'on ait vérifié qu'elle existe : placez-la dans un bloc « si … est publie »."
    case .unknownState:
      "Le mot qui suit « est » n'est pas un état : publie, absent, vide, a_paraitre, a_confirmer ou a_completer."
    case .impossibleComparison:
      "« = » compare un texte, un nom, un identifiant, un choix ou une année scolaire à un texte entre guillemets."
    case .unknownChoice:
      "Cette donnée ne peut pas prendre la valeur à laquelle on la compare : choisissez-en une de la liste."
    case .notAList:
      "« pour » ne parcourt qu'une liste : corrigez le nom, ou écrivez la donnée sans boucle."
    case .hidingVariable:
      "La variable d'une boucle porte le nom d'une autre donnée : donnez-lui un nom qui n'est pas pris."
    case .unknownInclusion:
      "Aucun fichier ne porte le nom inclus : corrigez-le, ou créez le fichier."
    case .inclusionOfOtherFormat:
      "Un fichier n'inclut que des fichiers du même format (Markdown, HTML ou texte)."
    case .circularInclusion:
      "Des fichiers s'incluent en rond et n'auraient pas de fin : retirez une de ces inclusions."
    case .tooManyInclusions:
      "Les inclusions sont trop nombreuses ou trop profondes : regroupez des fichiers."
    case .tooMuchWork:
      "Des boucles l'une dans l'autre répètent le texte sans mesure : retirez-en."
    }
  }
}
