import Facts
import Foundation
import TestSupport
import Testing

@testable import Configuration
@testable import Simulation

/// The page of keys in the guide is made from the schemas themselves, so that it cannot lie.
@Suite struct KeysPageTests {
  @Test func pageListsEveryKey() throws {
    try expectSnapshot(
      KeysPageTests.page(), at: Repository.root.appending(path: "docs/cles.md"))
  }

  @Test func everyKeyIsExplained() {
    func visit(_ schema: Schema) {
      for field in schema.fields {
        #expect(!field.help.isEmpty, "\(schema.name): \(field.key)")
        if schema !== SentenceSchema.file { field.type.innerSchema.map(visit) }
      }
    }
    for schema in [
      NoteSchema.written, FileSchemas.Edition.schema, FileSchemas.Plan.schema,
      FileSchemas.GlossaryEntry.schema, SettingsSchema.settings, SentenceSchema.file,
      FileSchemas.Addresses.schema,
      SentenceSchema.Formula.schema, SentenceSchema.Finding.schema,
      ScenarioSchema(funders: []).root,
    ] { visit(schema) }
  }

  private static let noteParts: [(title: String, keys: [NoteSchema.RootKey])] = [
    ("Le département et l'organisme", NoteSchema.departmentKeys),
    ("L'instance, les contacts et les chiffres", NoteSchema.bodyKeys),
    ("Le calendrier, le dépôt et les pièces", NoteSchema.campaignKeys),
    ("Les montants et les autres financements", NoteSchema.amountKeys),
    ("Les avis, les corrections et le plan", NoteSchema.editorialKeys),
    ("Les règles et le barème", NoteSchema.nationalKeys),
  ]

  private static let otherFiles: [(title: String, file: String, schema: Schema)] = [
    ("Le glossaire", "departments/national/glossaire.yaml", FileSchemas.GlossaryEntry.schema),
    ("Les éditions", "templates/editions.yaml", FileSchemas.Edition.schema),
    ("Le plan d'une famille", "templates/<famille>/plan.yaml", FileSchemas.Plan.schema),
    ("Le site", "site/site.yaml", SettingsSchema.settings),
    ("Les adresses publiées", "departments/adresses.yaml", FileSchemas.Addresses.schema),
  ]

  private static func page() -> String {
    let letters = NoteFile.allCases.map {
      "  - **\($0.letter)** : `\($0.path(department: "<département>", year: "<année>"))`"
    }
    var page = KeysPage(
      title: "Toutes les clés",
      introduction: """
        Cette page dit tout ce que vous pouvez écrire dans les fichiers YAML, et ce que chaque clé veut dire. Elle est tirée du
        programme lui-même. Le [guide](guide.md) explique comment s'en servir.

        - **Clé** : `ps.plafond` est la clé `plafond`, en retrait sous la clé `ps`.
        - **Sorte** : le guide montre [comment écrire chaque sorte de valeur](guide.md#écrire-une-valeur).
        - **Fichier** : où la clé peut se trouver. Dans un autre fichier, c'est une erreur.
        \(letters.joined(separator: "\n"))
        - **Obligatoire** : « oui » veut dire dans au moins un des fichiers permis. « Avec `logo` » veut dire : si vous écrivez
          `logo`.
        - **Peut attendre** : la valeur peut être [à paraître, à confirmer ou à compléter](guide.md#ce-que-vous-ne-savez-pas-encore).
        """)
    var written: Set<Schema> = []
    page.addHeading("Les faits d'une note", level: 2)
    for part in noteParts {
      page.addHeading(part.title, level: 3)
      if part.keys.contains(where: { $0.field.has(.sourced) }) {
        page.addParagraph("Sous `regles` et `bareme`, chaque valeur est écrite avec sa source.")
        page.add(
          KeysTable(
            FileSchemas.Figure.schema,
            caption: "Une valeur et sa source", kinds: ["valeur": "celle de la clé"]),
          level: 4, written: &written)
      }
      page.add(KeysTable(part.keys, caption: part.title), level: 4, written: &written)
    }
    page.addHeading("Les autres fichiers", level: 2)
    for other in otherFiles {
      page.addHeading(other.title, level: 3)
      page.addParagraph("`\(other.file)`" + (other.schema.isItem ? " est une liste." : ""))
      page.add(KeysTable(other.schema), level: 4, written: &written)
    }
    addSentences(to: &page, written: &written)
    page.addHeading("Le projet de `cadrage simulate`", level: 2)
    page.addParagraph(
      """
      Les montants peuvent s'écrire ici sans unité : `cout: 9000`. Le guide montre
      [un projet entier](guide.md#simuler-un-financement).
      """)
    page.add(
      KeysTable(ScenarioSchema(funders: []).root, caption: "Les clés du projet"), level: 3,
      written: &written)
    return page.text
  }

  /// Those who write notes never open that file: its codes are not listed one by one.
  private static func addSentences(to page: inout KeysPage, written: inout Set<Schema>) {
    page.addHeading("Les phrases du calcul", level: 3)
    page.addParagraph(
      """
      `\(SentenceSchema.path)` donne une phrase à chaque code du calcul. Une phrase qui manque, ou de trop, est une erreur.
      """)
    let groups = SentenceSchema.file.fields.map { field in
      var field = field
      if case .record = field.type { field.type = .text }
      return field
    }
    let kinds = SentenceSchema.file.fields.map { field -> (String, String) in
      guard case .record(let codes) = field.type, let each = codes.fields.first?.type else {
        return (field.key, field.type.kind)
      }
      return (field.key, "un code par clé : \(each.kind)")
    }
    page.add(
      KeysTable(
        Schema("les phrases", groups), caption: "Les groupes de phrases",
        kinds: Dictionary(uniqueKeysWithValues: kinds)), level: 4, written: &written)
    for schema in [SentenceSchema.Formula.schema, SentenceSchema.Finding.schema] {
      page.addHeading(schema.name.capitalizedFirst, level: 4)
      page.add(KeysTable(schema), level: 4, written: &written)
    }
  }
}

extension FactType {
  /// The keys of the record, or of the items of the list.
  fileprivate var innerSchema: Schema? {
    if case .list(let item) = self { return item.innerSchema }
    if case .record(let schema) = self { return schema }
    return nil
  }
}
