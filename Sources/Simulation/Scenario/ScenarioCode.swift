public import Diagnostics

/// The codes of the faults of a scenario, besides those of files, YAML and keys.
///
/// Those of values have the names of `InputError.Kind`.
public enum ScenarioCode: String, CaseIterable, DiagnosticCode {
  case invalidJSON = "json-invalide"
  case tooManyFaults = "scenario-trop-fautif"
  case unknownFunder = "financeur-inconnu"
  case missing = "valeur-manquante"
  case negative = "valeur-negative"
  case tooSmall = "valeur-trop-petite"
  case tooLarge = "valeur-trop-grande"
  case notFlat = "montant-non-forfaitaire"
  case notPerCollectif = "complement-non-collectif"
  case tooMany = "trop-nombreux"

  public var explanation: String {
    switch self {
    case .invalidJSON: "Un scénario écrit en JSON ne peut pas être compris à cet endroit."
    case .tooManyFaults: "Un scénario a trop d'erreurs : seules les premières sont dites."
    case .unknownFunder: "Un scénario demande une aide à un financeur que le département n'a pas."
    case .missing: "Une valeur nécessaire au calcul n'est pas donnée."
    case .negative: "Une valeur du calcul est négative."
    case .tooSmall: "Une valeur du calcul est trop petite."
    case .tooLarge: "Une valeur du calcul est trop grande."
    case .notFlat: "Ce financeur donne une somme fixe, et le scénario en demande une autre."
    case .notPerCollectif:
      "Un collectif demande une aide que ce financeur ne donne pas par collectif."
    case .tooMany: "Un scénario a plus de collectifs ou de financements que le calcul n'en accepte."
    }
  }
}
