import Facts

extension Field {
  /// What kind of value it takes: « liste : [une étape](#une-étape) ».
  var kind: String {
    has(.orYesOrNo) ? "`oui`, `non` ou \(type.kind)" : type.kind
  }

  var waiting: String {
    switch awaited {
    case .cnaf: "oui, la Cnaf le publie"
    case .department: "oui"
    case nil: "non"
    }
  }

  /// The label, then what to write.
  var explanation: String {
    var sentences = ["\(label).", help.capitalizedFirst.withCode]
    if !help.isEmpty, !help.hasSuffix(".") { sentences[1] += "." }
    if has(.person) {
      sentences.append("Paraît seulement dans la note et dans sa version en texte.")
    }
    if has(.ofOneYear) { sentences.append("Ne passe pas à l'année suivante.") }
    return sentences.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension FactType {
  var kind: String {
    switch self {
    case .text: "texte"
    case .name: "nom"
    case .boolean: "oui ou non"
    case .integer: "nombre"
    case .amount(let units): "montant en \(units.map(\.rawValue).alternatives)"
    case .figure: "nombre, montant en € ou taux"
    case .amountOrRange(let units):
      "montant, fourchette ou plafond, en \(units.map(\.rawValue).alternatives)"
    case .rate: "taux"
    case .day: "jour"
    case .month: "mois"
    case .monthOrPart: "mois ou partie de mois"
    case .dayOrMonth: "jour, mois ou partie de mois"
    case .schoolYear: "année scolaire"
    case .hours: "heures"
    case .time: "heure"
    case .duration: "durée"
    case .email: "courriel"
    case .phone: "téléphone"
    case .address: "adresse"
    case .identifier: "identifiant"
    case .choice(let words): words.map { "`\($0)`" }.alternatives
    case .html: "HTML"
    case .list(.record(let item)): "liste : \(item.link)"
    case .list(.reference(let list, _)): "codes des `\(list)`"
    case .list(.identifier): "liste d'identifiants"
    case .list(let item): "liste de \(item.kind)s"
    case .record(let schema): schema.isItem ? schema.link : "groupe"
    case .reference(let list, _): "code d'une des `\(list)`"
    }
  }
}

extension Schema {
  /// Whether it is one of several, « un contact », and so described in a place of its own.
  var isItem: Bool { name.hasPrefix("un ") || name.hasPrefix("une ") }

  /// « d'un contact », « des réglages ».
  var genitive: String { isItem ? "d'\(name)" : Name(name).genitive }

  var link: String { "[\(name)](\(name.anchor))" }
}

extension [String] {
  /// « a, b ou c ».
  var alternatives: String {
    count < 2 ? joined() : dropLast().joined(separator: ", ") + " ou " + self[count - 1]
  }
}
