public import Diagnostics

/// The codes of YAML as it is written, whatever its keys mean.
public enum YAMLCode: String, CaseIterable, DiagnosticCode {
  case emptyFile = "fichier-vide"
  case invalidYAML = "yaml-invalide"
  case tabulation = "tabulation"
  case indentation = "retrait"
  case dash = "tiret-typographique"
  case missingSpace = "espace-manquante"
  case colonInValue = "deux-points-dans-valeur"
  case valueCutByHash = "valeur-coupee"
  case typographicQuotes = "guillemets-typographiques"
  case unclosedQuote = "guillemet-non-ferme"
  case textAfterQuote = "texte-apres-guillemet"
  case specialFirstCharacter = "premier-caractere"
  case strayComma = "virgule-en-trop"
  case alias = "alias-yaml"
  case tooDeep = "yaml-trop-profond"
  case tooManyValues = "yaml-trop-long"
  case mergeKey = "fusion-yaml"
  case duplicateKey = "cle-en-double"
  case wrongShape = "forme-inattendue"

  public var explanation: String {
    switch self {
    case .emptyFile: "Un fichier YAML ne contient aucune valeur."
    case .invalidYAML: "Le YAML ne peut pas être compris à cet endroit."
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
    case .wrongShape: "Une liste, un ensemble de clés ou une valeur simple était attendu."
    }
  }
}
