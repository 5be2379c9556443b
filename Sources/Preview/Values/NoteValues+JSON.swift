import Configuration
import Diagnostics
import Facts
import Files
import YAML

/// What the script of a page needs to show the values of a note and to ask for others.
extension NoteValues {
  /// **Shape**: `{"note", "publiee", "valeurs": [value], "racines": [{"nom", "portee", "manque":
  /// [model]}], "textes": [{"nom", "fichier"}]}`; a value is `{"nom", "chemin", "titre", "aide", "groupe",
  /// "contexte", "genre", "texte", "mot", "mots", "lu", "endroit", "portee", "remplace", "source",
  /// "obligatoire", …}`. What may be added to it is in `manque` (keys of a record) or `modele` (an item
  /// of a list); `annee` is there for one that may be another this year alone, `retour` for one that
  /// stands in the place of a lasting one.
  func json(texts: NoteTexts?) -> JSON {
    .object([
      "note": .string("\(facts.department) \(facts.year.text)"),
      "publiee": .boolean(facts.frozen != nil),
      "valeurs": .list(entries.map(json)),
      "racines": .list(ownFiles),
      "textes": .list(
        (texts?.sections ?? []).map {
          .object(["nom": .string($0.name), "fichier": .string($0.source.path)])
        }),
    ])
  }

  private func json(_ entry: Entry) -> JSON {
    let context = entry.context
    let written = TypedText.parts(entry.text ?? "")
    let label = context.isItem && !entry.isPlain ? itemName(entry) : context.field.label
    let scope = facts.sourceFiles.first { $0.path == entry.file }?.scope
    let source = entry.fact.source.map { "\($0.document), \($0.section)" }
    let overridden = overridden(by: entry)
    var members: [(String, JSON)] = [
      ("nom", .string(entry.name)), ("chemin", .string(context.path)), ("titre", .string(label)),
      ("aide", .string(context.field.help)), ("groupe", .string(context.root.label)),
      ("contexte", .string(context.item?.names.joined(separator: ", "))),
      ("genre", .string(entry.isPlain ? context.type.kind : context.type.containerKind)),
      ("texte", .string(entry.isPlain ? written.rest : nil)), ("mot", .string(written.word)),
      ("iso", .string(iso(entry.fact.value))),
      ("lu", .string(entry.isPlain ? shown(entry.fact.value) : nil)),
      ("endroit", .string("\(entry.file):\(entry.node.place.line)")),
      ("portee", .string(scope)), ("source", .string(source)),
      ("cnaf", .boolean(context.field.awaited == .cnaf)),
      ("obligatoire", .boolean(!context.isItem && context.field.isRequired)),
      ("mots", list(TypedText.words(of: context.field))), ("unites", list(context.type.units)),
      ("choix", .list(choices(context.type))),
      ("remplace", list(overridden.map { "\(shown($0.value)), \(location(of: $0))" })),
    ]
    if let override = YearOverride(entry, in: self) {
      members.append(
        ("annee", .object(["fichier": .string(override.file), "liste": .string(override.list)])))
    }
    if overridingPath(of: entry) != nil, let first = overridden.first {
      members.append(
        (
          "retour",
          .object([
            "texte": .string(shown(first.value)), "portee": .string(location(of: first)),
            "liste": .string(
              entry.whole.count < entry.path.count ? context.root.label : nil),
          ])
        ))
    }
    if context.isItem {
      members.append(("rang", .integer(rank(entry))))
      members.append(("nombre", .integer(count(entry.path.dropLast()))))
    }
    if let missing = missing(entry) { members.append(("manque", .list(missing))) }
    if let model = model(entry) { members.append(("modele", model)) }
    return .object(members)
  }

  private func list(_ texts: [String]) -> JSON { .list(texts.map { .string($0) }) }

  private func itemName(_ entry: Entry) -> String {
    let names = entry.fact.value.record?.names ?? []
    let code = entry.fact.value.record?.code
    return names.isEmpty ? code ?? entry.context.field.label : names.joined(separator: ", ")
  }

  private func rank(_ entry: Entry) -> Int {
    if case .item(let rank)? = entry.path.last { rank } else { 0 }
  }

  private func count(_ list: ArraySlice<YAMLStep>) -> Int {
    entries.count { $0.context.isItem && $0.path.dropLast() == list }
  }

  private func shown(_ value: Value) -> String {
    switch value {
    case .record(let record): record.names.joined(separator: ", ")
    case .list(let items):
      FrenchFormat.count(items.count, "élément") + "\u{A0}: "
        + items.map { shown($0.value) }.joined(separator: "\u{202F}; ")
    case .name(let name): name.definite
    default: FrenchFormat.textWithUnit(of: value)
    }
  }

  /// « 2026-06-19 », « 2026-09 », also of a value that waits to be confirmed.
  private func iso(_ value: Value) -> String? {
    switch value {
    case .day(let day): day.isoText
    case .month(let month): month.isoText
    case .pending(.toBeConfirmed(let proposed, _)): iso(proposed)
    default: nil
    }
  }

  private func location(of fact: Fact) -> String {
    guard let place = fact.place else { return "" }
    let scope = facts.sourceFiles.first { $0.path == place.file }?.scope ?? ""
    return "\(scope) (\(place.file):\(place.line))"
  }

  private func choices(_ type: FactType) -> [JSON] {
    switch type {
    case .boolean: return ["oui", "non"].map { choice($0, $0) }
    case .choice(let words): return words.map { choice($0, $0) }
    case .reference(let list, _):
      return facts.record.records(at: list).compactMap { record in
        record.code.map { choice($0, record.names.joined(separator: ", ")) }
      }
    default: return []
    }
  }

  private func choice(_ code: String, _ title: String) -> JSON {
    .object(["code": .string(code), "titre": .string(title.isEmpty ? code : title)])
  }

  // MARK: - What may be added

  private func missing(_ entry: Entry) -> [JSON]? {
    guard let pairs = entry.node.pairs, case .record(let schema) = entry.context.type,
      !entry.context.isSourced
    else { return nil }
    let present = Set(pairs.compactMap(\.key.text))
    return schema.fields.filter { !present.contains($0.key) }.map(model)
  }

  private func model(_ entry: Entry) -> JSON? {
    guard entry.node.items != nil, case .list(let type) = entry.context.type else { return nil }
    return model(entry.context.field, as: type)
  }

  private func model(_ field: Field) -> JSON { model(field, as: field.type) }

  private func model(_ field: Field, as type: FactType) -> JSON {
    let inner = type.item
    var fields: [JSON] = []
    if case .record(let schema) = inner { fields = schema.fields.map(model) }
    let members: [(String, JSON)] = [
      ("cle", .string(field.key)), ("titre", .string(field.label)), ("aide", .string(field.help)),
      ("genre", .string(inner.kind)), ("liste", .boolean(inner != type)),
      ("obligatoire", .boolean(field.isRequired)),
      ("mots", list(TypedText.words(of: field))), ("unites", list(inner.units)),
      ("choix", .list(choices(inner))), ("champs", .list(fields)),
    ]
    return .object(members)
  }

  /// The files of the note that may get keys of the root: the year's and the department's.
  private var ownFiles: [JSON] {
    facts.sourceFiles.prefix(2).compactMap { file in
      guard let root = root(of: file.path) else { return nil }
      let present = Set(root.pairs?.compactMap(\.key.text) ?? [])
      let fields = NoteSchema.written.fields.filter {
        file.keys.contains($0.key) && !present.contains($0.key) && !$0.has(.forChecks)
          && !$0.has(.plan)
      }
      return .object([
        "nom": .string(file.path + "#"), "portee": .string(file.scope),
        "manque": .list(fields.map(model)),
      ])
    }
  }
}

extension FactType {
  /// How a value of the type is asked for.
  fileprivate var kind: String {
    switch self {
    case .text, .html: "texte"
    case .name: "nom"
    case .boolean, .choice, .reference: "choix"
    case .integer: "entier"
    case .amount: "montant"
    case .figure: "chiffre"
    case .amountOrRange: "fourchette"
    case .rate: "taux"
    case .day: "jour"
    case .month: "mois"
    case .monthOrPart, .dayOrMonth: "periode"
    case .schoolYear: "annee"
    case .hours: "heures"
    case .time: "heure"
    case .duration: "duree"
    case .email: "courriel"
    case .phone: "telephone"
    case .address: "adresse"
    case .identifier: "code"
    case .list, .record: "ensemble"
    }
  }

  fileprivate var containerKind: String { if case .list = self { "liste" } else { "ensemble" } }

  fileprivate var units: [String] {
    switch self {
    case .amount(let units), .amountOrRange(let units): units.map(\.rawValue)
    default: []
    }
  }
}
