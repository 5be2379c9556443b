import CustomDump
import Diagnostics
import Facts
import TestSupport
import Templates
import Testing

/// The schema and the facts that the tests and the guide's examples share.
enum Samples {
  static let contact = Schema(
    "un contact",
    [
      Field("nom", .text, label: "Nom"),
      Field("service", .text, label: "Service"),
      Field("fonction", .text, label: "Fonction"),
      Field("telephone", .phone, awaited: .department, label: "Téléphone"),
      Field("courriel", .email, awaited: .department, label: "Courriel"),
    ])

  static let plateforme = Schema(
    "une plateforme",
    [
      Field("code", .identifier, .required, label: "Code"),
      Field("nom", .text, .required, label: "Nom"),
      Field("fermeture", .dayOrMonth, label: "Fermeture"),
    ])

  static let schema = Schema(
    "la note",
    [
      Field("annee", .schoolYear, .required, label: "Année"),
      Field("demonstration", .boolean, .required, label: "Démonstration"),
      Field(
        "departement",
        .record(
          Schema(
            "le département",
            [
              Field("nom", .name, .required, label: "Nom"),
              Field("localisation", .text, .required, label: "Localisation"),
              Field("code", .text, .required, label: "Code"),
            ])), .required, label: "Département"),
      Field(
        "ps",
        .record(
          Schema(
            "la prestation de service",
            [
              Field("plafond", .amount([.perCollectif]), awaited: .department, label: "Plafond"),
              Field("maximum", .amount([.perCollectif]), awaited: .department, label: "Maximum"),
            ])), label: "Prestation de service"),
      Field(
        "regles",
        .record(
          Schema(
            "les règles",
            [
              Field("taux", .rate, .required, label: "Taux"),
              Field("minimum", .integer, .required, label: "Minimum"),
            ])), .required, label: "Règles"),
      Field("famille", .identifier, .required, label: "Famille"),
      Field("ruralite", .text, label: "Ruralité"),
      Field("arrondi", .choice(["euro", "centime"]), label: "Arrondi"),
      Field("ouverture", .day, awaited: .department, label: "Ouverture"),
      Field("cloture", .dayOrMonth, .required, awaited: .department, label: "Clôture"),
      Field("contacts", .list(.record(contact)), label: "Contacts"),
      Field("roles", .list(.text), .required, label: "Rôles"),
      Field("vagues", .list(.text), awaited: .department, label: "Vagues"),
      Field(
        "chiffres",
        .list(.record(chiffre)), .required, label: "Chiffres"),
      Field(
        "financements",
        .list(
          .record(
            Schema(
              "un financement",
              [
                Field("financeur", .name, .required, label: "Financeur"),
                Field(
                  "montant", .amountOrRange(AmountUnit.allCases), .required,
                  awaited: .department, label: "Montant"),
                Field("lien", .address, label: "Lien"),
                Field("contact", .record(contact), label: "Contact"),
              ]))), .required, label: "Financements"),
      Field(
        "plateforme", .reference(to: "plateformes", plateforme), label: "Plateforme"),
      Field("contenu", .html, .required, label: "Contenu"),
      Field("page", .text, .required, label: "Page"),
    ])

  static func place(_ line: Int) -> Place { Place(file: "vosges.yaml", line: line, column: 3) }

  static let record: Record = {
    var facts: [String: Fact] = [
      "demonstration": Fact(.boolean(true)),
      "departement": Fact(
        .record(
          Record([
            "nom": Fact(.name(Name("les Vosges")), place: place(1)),
            "localisation": Fact(.text("dans les Vosges"), place: place(2)),
            "code": Fact(.text("88"), place: place(3)),
          ]))),
      "ps": Fact(
        .record(
          Record([
            "plafond": Fact(
              .amount(Amount(cents: 848_700, unit: .perCollectif)), place: place(5)),
            "maximum": Fact(.pending(.toBePublished), place: place(6)),
          ]))),
      "regles": Fact(
        .record(
          Record([
            "taux": Fact(.rate(Rate(hundredthsOfPercent: 3250))),
            "minimum": Fact(.integer(1174)),
          ]))),
      "famille": Fact(.text("note-de-cadrage")),
      "roles": Fact(.list([Fact(.text("l'animation")), Fact(.text("le secrétariat"))])),
      "contacts": Fact(
        .list([
          Fact(
            .record(
              Record([
                "nom": Fact(.text("Mme Colin"), place: place(20)),
                "fonction": Fact(.text("Conseillère technique")),
                "telephone": Fact(.phone("03 29 68 39 77"), place: place(21)),
              ]))),
          Fact(
            .record(
              Record([
                "service": Fact(.text("Action sociale")),
                "courriel": Fact(.email("clas@caf88.fr")),
              ]))),
        ])),
      "chiffres": Fact(
        .list([chiffre("porteurs", "porteurs agréés", 1), chiffre("collectifs", "collectifs", 126)])
      ),
      "financements": Fact(
        .list([
          financement(
            "la MSA Lorraine", .amount(Amount(cents: 100_000, unit: .perPorteur)),
            "https://msa.fr/grandir_rural?a=1&b=(2)"),
          financement(
            "le conseil départemental",
            .amountRange(AmountRange(low: 10000, high: 50000, unit: .perCollectif)), nil),
        ])),
      "contenu": Fact(.html("<p>Bonjour</p>")),
      "page": Fact(.text("\"A\" & <B>")),
      "arrondi": Fact(.text("euro")),
    ]
    facts["annee"] = SchoolYear("2025-2026").map { Fact(.schoolYear($0)) }
    let last = Day(year: 2025, month: 6, day: 20)
    let year = SchoolYear("2024-2025")
    facts["ouverture"] = Day(year: 2026, month: 6, day: 19).map {
      let last = last.flatMap { day in
        year.map { LastValue(.day(day), year: $0, isYearBefore: true) }
      }
      return Fact(.pending(.toBeConfirmed(.day($0), last: last)), place: place(8))
    }
    facts["cloture"] = Day(year: 2025, month: 7, day: 31).map { Fact(.day($0), place: place(9)) }
    facts["plateforme"] = Fact(
      .record(Record(["code": Fact(.text("elan")), "nom": Fact(.text("Élan"))])))
    return Record(facts).conforming(to: schema)
  }()

  private static func chiffre(_ code: String, _ label: String, _ number: Int) -> Fact {
    var record = Record(chiffre)
    record["code"] = Fact(.text(code))
    record["libelle"] = Fact(.text(label))
    record["nombre"] = Fact(.integer(number))
    return Fact(.record(record))
  }

  private static let chiffre = Schema(
    "un chiffre",
    [
      Field("code", .identifier, .required, label: "Code", .identifies),
      Field("libelle", .text, .required, label: "Libellé", .names),
      Field("nombre", .integer, .required, awaited: .department, label: "Nombre"),
    ])

  private static func financement(_ name: String, _ amount: Value, _ link: String?) -> Fact {
    var facts = ["financeur": Fact(.name(Name(name))), "montant": Fact(amount)]
    if let link { facts["lien"] = Fact(.address(link)) }
    return Fact(.record(Record(facts)))
  }
}

/// A library of files given as text: the templates that could be read.
func library(
  _ files: [String: String], format: OutputFormat = .markdown, diagnostics: inout DiagnosticList
) -> TemplateLibrary {
  var templates: [String: Template] = [:]
  for (name, text) in files.sorted(by: { $0.key < $1.key }) {
    templates[name] = Template.parse(
      SourceText(path: name + ".md", text: text), format: format, diagnostics: &diagnostics)
  }
  return TemplateLibrary(templates)
}

/// A template that was read and checked, with what it includes; nil when it cannot be read.
func checked(
  _ text: String, format: OutputFormat = .markdown, including files: [String: String] = [:],
  diagnostics: inout DiagnosticList
) -> (template: Template, library: TemplateLibrary)? {
  let read = library(files, format: format, diagnostics: &diagnostics)
  let source = SourceText(path: "note.md", text: text)
  guard let parsed = Template.parse(source, format: format, diagnostics: &diagnostics) else {
    return nil
  }
  let checker = TemplateChecker(schema: Samples.schema)
  let template = checker.check(parsed, library: read, diagnostics: &diagnostics)
  var none = DiagnosticList()
  let included = read.names.reduce(into: [:]) { included, name in
    included[name] = read[name].map { checker.check($0, library: read, diagnostics: &none) }
  }
  return (template, TemplateLibrary(included))
}

/// All that is wrong with a template, reading and checking it.
func problems(
  in text: String, format: OutputFormat = .markdown, including files: [String: String] = [:]
) -> [Diagnostic] {
  var diagnostics = DiagnosticList()
  _ = checked(text, format: format, including: files, diagnostics: &diagnostics)
  return diagnostics.sorted
}

/// What comes out of a template that has nothing wrong.
func rendered(
  _ text: String, format: OutputFormat = .markdown, including files: [String: String] = [:],
  with record: Record = Samples.record, sourceLocation: Testing.SourceLocation = #_sourceLocation
) -> RenderedText {
  var diagnostics = DiagnosticList()
  let checked = checked(text, format: format, including: files, diagnostics: &diagnostics)
  #expect(diagnostics.sorted.map(described) == [], sourceLocation: sourceLocation)
  guard diagnostics.isEmpty, let (template, library) = checked else { return rendered("") }
  return TemplateRenderer(library: library).render(template, with: record)
}

/// A diagnostic on one line, without its place: « code: message [attendu] (suggestion) ».
func described(_ diagnostic: Diagnostic) -> String {
  diagnostic.code + ": " + diagnostic.message
    + (diagnostic.expected.map { " [\($0)]" } ?? "")
    + (diagnostic.suggestion.map { " (\($0))" } ?? "")
}

/// Checks the problems of a text in which ⟦ and ⟧ stand around each place that has one.
func expectProblems(
  _ marked: String, _ expected: [String], format: OutputFormat = .markdown,
  including files: [String: String] = [:],
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let text = marked.filter { $0 != "⟦" && $0 != "⟧" }
  let found = problems(in: text, format: format, including: files)
  let places = markedPlaces(marked)
  #expect(found.map(described) == expected, sourceLocation: sourceLocation)
  #expect(found.compactMap(\.place) == places, "places", sourceLocation: sourceLocation)
}

/// The places between ⟦ and ⟧, in order of their beginnings.
func markedPlaces(_ marked: String, file: String = "note.md") -> [Place] {
  var places: [Place] = []
  var open: [Place] = []
  var line = 1
  var column = 1
  for scalar in marked.unicodeScalars {
    switch scalar {
    case "⟦": open.append(Place(file: file, line: line, column: column))
    case "⟧":
      guard var place = open.popLast() else { continue }
      if place.line == line { place.length = max(1, column - place.column) }
      places.append(place)
    case "\n":
      line += 1
      column = 1
    default: column += 1
    }
  }
  return places.sorted()
}
