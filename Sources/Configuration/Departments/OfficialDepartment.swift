public import Facts
import Diagnostics
import Text

/// A French department as the official list names it: what a new folder begins with, and the codes
/// that exist.
///
/// **Source**: Insee, Code officiel géographique: the 101 departments, with their articles.
public struct OfficialDepartment: Sendable, Hashable {
  /// « 34 », « 2A », « 974 ».
  public let code: String
  /// With its article, where it has one: « les Vosges », « Loir-et-Cher », « La Réunion ».
  public let name: Name
  /// « dans les Vosges », « en Isère », « à Mayotte ».
  public let location: String
  /// The IANA zone; nil in mainland France.
  public let timeZone: String?

  private enum Preposition: String {
    case dans
    case en
    case at = "à"
  }

  private init(
    _ code: String, _ name: String, _ preposition: Preposition, timeZone: String? = nil
  ) {
    self.code = code
    self.name = Name(name)
    let named = preposition == .dans ? self.name.definite : self.name.noun
    location = "\(preposition.rawValue) \(named)"
    self.timeZone = timeZone
  }

  /// The name of its folder and of its pages: « cotes-d-armor ».
  public var slug: String { Slug.make(name.noun) }

  /// The department with a code as people write it: « 2a », « 1 » for « 01 ».
  public static func withCode(_ text: String) -> OfficialDepartment? {
    let code = text.count == 1 ? "0" + text : text.uppercased()
    return all.first { $0.code == code }
  }

  /// The one of whose Caf an address of mail is: « clas@caf43.caf.fr ».
  public static func ofCaf(mail address: String) -> OfficialDepartment? {
    guard let host = address.lowercased().split(separator: "@").last, host.hasSuffix(".caf.fr"),
      let label = host.split(separator: ".").dropLast(2).last, label.hasPrefix("caf")
    else { return nil }
    return withCode(String(label.dropFirst(3)))
  }

  /// The department with a name, article or not.
  public static func named(_ text: String) -> OfficialDepartment? {
    bySlug[Slug.make(text)]
  }

  /// By their names, with article and without.
  private static let bySlug = Dictionary(
    all.flatMap { [($0.slug, $0), (Slug.make($0.name.definite), $0)] },
    uniquingKeysWith: { first, _ in first })

  /// The one that is most likely meant by what is no code of the list: a name, or a number beside
  /// another; nil when nothing is near.
  public static func nearest(to text: String) -> OfficialDepartment? {
    if let number = number(of: text) {
      let beside = all.filter { distance($0.code, number) < 2 }
      return beside.min { distance($0.code, number) < distance($1.code, number) }
    }
    if let named = named(text) { return named }
    return Suggestion.nearest(to: Slug.make(text), among: all.map(\.slug)).flatMap { nearest in
      all.first { $0.slug == nearest }
    }
  }

  /// The codes of overseas collectivités, which are no departments.
  public static let overseasCollectivities: Set<String> = [
    "975", "977", "978", "986", "987", "988",
  ]

  private static func distance(_ code: String, _ number: Int) -> Int {
    abs((self.number(of: code) ?? 0) - number)
  }

  /// « 2A » and « 2B » stand where 20 did: Corsica was one department until 1976.
  private static func number(of code: String) -> Int? {
    guard (1...3).contains(code.count), code.first?.isNumber == true else { return nil }
    // « 69D », « 75C » name a part of a department.
    if code.count == 3, code.last?.isLetter == true { return Int(code.dropLast()) }
    // « 2A » is 20, and « 2A0 » nothing.
    return Int(code.count == 2 ? String(code.map { $0.isLetter ? "0" : $0 }) : code)
  }

  /// In the order of the official list.
  public static let all: [OfficialDepartment] = [
    .init("01", "l'Ain", .dans),
    .init("02", "l'Aisne", .dans),
    .init("03", "l'Allier", .dans),
    .init("04", "les Alpes-de-Haute-Provence", .dans),
    .init("05", "les Hautes-Alpes", .dans),
    .init("06", "les Alpes-Maritimes", .dans),
    .init("07", "l'Ardèche", .en),
    .init("08", "les Ardennes", .dans),
    .init("09", "l'Ariège", .en),
    .init("10", "l'Aube", .dans),
    .init("11", "l'Aude", .dans),
    .init("12", "l'Aveyron", .en),
    .init("13", "les Bouches-du-Rhône", .dans),
    .init("14", "le Calvados", .dans),
    .init("15", "le Cantal", .dans),
    .init("16", "la Charente", .en),
    .init("17", "la Charente-Maritime", .en),
    .init("18", "le Cher", .dans),
    .init("19", "la Corrèze", .en),
    .init("2A", "la Corse-du-Sud", .en),
    .init("2B", "la Haute-Corse", .en),
    .init("21", "la Côte-d'Or", .en),
    .init("22", "les Côtes-d'Armor", .dans),
    .init("23", "la Creuse", .en),
    .init("24", "la Dordogne", .en),
    .init("25", "le Doubs", .dans),
    .init("26", "la Drôme", .dans),
    .init("27", "l'Eure", .dans),
    .init("28", "Eure-et-Loir", .en),
    .init("29", "le Finistère", .dans),
    .init("30", "le Gard", .dans),
    .init("31", "la Haute-Garonne", .en),
    .init("32", "le Gers", .dans),
    .init("33", "la Gironde", .en),
    .init("34", "l'Hérault", .dans),
    .init("35", "Ille-et-Vilaine", .en),
    .init("36", "l'Indre", .dans),
    .init("37", "Indre-et-Loire", .en),
    .init("38", "l'Isère", .en),
    .init("39", "le Jura", .dans),
    .init("40", "les Landes", .dans),
    .init("41", "Loir-et-Cher", .en),
    .init("42", "la Loire", .dans),
    .init("43", "la Haute-Loire", .en),
    .init("44", "la Loire-Atlantique", .en),
    .init("45", "le Loiret", .dans),
    .init("46", "le Lot", .dans),
    .init("47", "Lot-et-Garonne", .en),
    .init("48", "la Lozère", .en),
    .init("49", "Maine-et-Loire", .en),
    .init("50", "la Manche", .dans),
    .init("51", "la Marne", .dans),
    .init("52", "la Haute-Marne", .en),
    .init("53", "la Mayenne", .en),
    .init("54", "Meurthe-et-Moselle", .en),
    .init("55", "la Meuse", .dans),
    .init("56", "le Morbihan", .dans),
    .init("57", "la Moselle", .en),
    .init("58", "la Nièvre", .dans),
    .init("59", "le Nord", .dans),
    .init("60", "l'Oise", .dans),
    .init("61", "l'Orne", .dans),
    .init("62", "le Pas-de-Calais", .dans),
    .init("63", "le Puy-de-Dôme", .dans),
    .init("64", "les Pyrénées-Atlantiques", .dans),
    .init("65", "les Hautes-Pyrénées", .dans),
    .init("66", "les Pyrénées-Orientales", .dans),
    .init("67", "le Bas-Rhin", .dans),
    .init("68", "le Haut-Rhin", .dans),
    .init("69", "le Rhône", .dans),
    .init("70", "la Haute-Saône", .en),
    .init("71", "Saône-et-Loire", .en),
    .init("72", "la Sarthe", .dans),
    .init("73", "la Savoie", .en),
    .init("74", "la Haute-Savoie", .en),
    .init("75", "Paris", .at),
    .init("76", "la Seine-Maritime", .en),
    .init("77", "Seine-et-Marne", .en),
    .init("78", "les Yvelines", .dans),
    .init("79", "les Deux-Sèvres", .dans),
    .init("80", "la Somme", .dans),
    .init("81", "le Tarn", .dans),
    .init("82", "Tarn-et-Garonne", .en),
    .init("83", "le Var", .dans),
    .init("84", "Vaucluse", .en),
    .init("85", "la Vendée", .en),
    .init("86", "la Vienne", .dans),
    .init("87", "la Haute-Vienne", .en),
    .init("88", "les Vosges", .dans),
    .init("89", "l'Yonne", .dans),
    .init("90", "le Territoire de Belfort", .dans),
    .init("91", "l'Essonne", .en),
    .init("92", "les Hauts-de-Seine", .dans),
    .init("93", "la Seine-Saint-Denis", .en),
    .init("94", "le Val-de-Marne", .dans),
    .init("95", "le Val-d'Oise", .dans),
    .init("971", "la Guadeloupe", .en, timeZone: "America/Guadeloupe"),
    .init("972", "la Martinique", .en, timeZone: "America/Martinique"),
    .init("973", "la Guyane", .en, timeZone: "America/Cayenne"),
    .init("974", "La Réunion", .at, timeZone: "Indian/Reunion"),
    .init("976", "Mayotte", .at, timeZone: "Indian/Mayotte"),
  ]
}
