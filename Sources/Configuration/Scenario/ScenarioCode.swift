public import Diagnostics
import Funding

/// The codes of the faults of a scenario, besides those of files, YAML and keys.
///
/// Those of values have the names of `InputError.Kind`.
public enum ScenarioCode: String, CaseIterable, DiagnosticCode {
  case invalidJSON = "json-invalide"
  case tooManyFaults = "scenario-trop-fautif"
  case unknownFunder = "financeur-inconnu"
  case missing = "valeur-manquante"
  case notWhole = "nombre-non-entier"
  case negative = "valeur-negative"
  case tooSmall = "valeur-trop-petite"
  case tooLarge = "valeur-trop-grande"
  case outsideRange = "montant-hors-bornes"
  case notFlat = "montant-non-forfaitaire"
  case notPerCollectif = "complement-non-collectif"
  case tooMany = "trop-nombreux"
  case unknownCode = "valeur-inconnue"
  case inconsistent = "valeurs-incoherentes"

  init(_ kind: InputError.Kind) {
    self =
      switch kind {
      case .missing: .missing
      case .notWhole: .notWhole
      case .negative: .negative
      case .tooSmall: .tooSmall
      case .tooLarge: .tooLarge
      case .outsideRange: .outsideRange
      case .notFlat: .notFlat
      case .notPerCollectif: .notPerCollectif
      case .tooMany: .tooMany
      case .unknownCode: .unknownCode
      case .inconsistent: .inconsistent
      }
  }

  public var explanation: String {
    switch self {
    case .invalidJSON: "Un scénario écrit en JSON ne peut pas être compris à cet endroit."
    case .tooManyFaults: "Un scénario a trop d'erreurs : seules les premières sont dites."
    case .unknownFunder: "Un scénario demande une aide à un financeur que le département n'a pas."
    case .missing: "Une valeur nécessaire au calcul n'est pas donnée."
    case .notWhole:
      "Une valeur du calcul n'est pas un nombre entier, ou un montant au centime près."
    case .negative: "Une valeur du calcul est négative."
    case .tooSmall: "Une valeur du calcul est trop petite."
    case .tooLarge: "Une valeur du calcul est trop grande."
    case .outsideRange: "Le montant demandé n'est pas de ceux que ce financeur donne."
    case .notFlat: "Ce financeur donne une somme fixe, et le scénario en demande une autre."
    case .notPerCollectif:
      "Un collectif demande une aide que ce financeur ne donne pas par collectif."
    case .tooMany: "Un scénario a plus de collectifs ou de financements que le calcul n'en accepte."
    case .unknownCode: "Une valeur du calcul n'est pas comprise."
    case .inconsistent: "Des règles ou des bornes données au calcul se contredisent."
    }
  }
}
