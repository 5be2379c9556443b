import Facts

extension FactType {
  /// What a value of this type is, in French: « un montant ».
  var frenchName: String {
    switch self {
    case .text: "un texte"
    case .name: "un nom"
    case .boolean: "une réponse oui ou non"
    case .integer: "un nombre entier"
    case .amount: "un montant"
    case .figure: "un nombre, un montant ou un taux"
    case .amountOrRange: "un montant ou une fourchette de montants"
    case .rate: "un taux"
    case .day: "une date"
    case .month: "un mois"
    case .monthOrPart: "un mois"
    case .dayOrMonth: "une date ou un mois"
    case .schoolYear: "une année scolaire"
    case .hours: "des heures"
    case .time: "une heure"
    case .duration: "une durée"
    case .email: "une adresse de courriel"
    case .phone: "un numéro de téléphone"
    case .address: "une adresse de page"
    case .identifier: "un identifiant"
    case .choice: "un choix"
    case .html: "du HTML"
    case .list: "une liste"
    case .record, .reference: "un groupe de données"
    }
  }

  /// Whether `{{ … }}` can write the value without a filter.
  var isPrintable: Bool {
    switch self {
    case .boolean, .list, .record, .reference: false
    default: true
    }
  }
}
