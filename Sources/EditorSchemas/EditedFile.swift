import Configuration
public import Diagnostics
import Facts
import Publication
import Simulation

/// A kind of YAML file, with the JSON Schema by which their editors help them.
public enum EditedFile: String, Sendable, CaseIterable {
  case annee
  case departement
  case bareme
  case regles
  case glossaire
  case formules
  case editions
  case plan
  case site
  case projet
  case adresses
  case publiee

  /// Where such files stand, as editors write it.
  public var pattern: String {
    switch self {
    case .annee: "departments/!(national)/????-????.yaml"
    case .departement: "departments/*/departement.yaml"
    case .bareme: "departments/national/????-????.yaml"
    case .regles: "departments/national/regles.yaml"
    case .glossaire: "departments/*/glossaire.yaml"
    case .formules: "departments/national/formules.yaml"
    case .editions: "templates/editions.yaml"
    case .plan: "templates/*/plan.yaml"
    case .site: "site/site.yaml"
    case .projet: "projet*.yaml"
    case .adresses: "departments/adresses.yaml"
    case .publiee: "departments/*/publiees/????-????.yaml"
    }
  }

  /// « les faits d'une année ».
  public var title: String {
    switch self {
    case .annee: "les faits d’une année"
    case .departement: "ce qui ne change pas chaque année"
    case .bareme: "le barème national d’une année"
    case .regles: "les règles nationales et les plateformes"
    case .glossaire: "les sigles"
    case .formules: "les phrases du calcul"
    case .editions: "les éditions de la circulaire"
    case .plan: "le plan d’une famille de notes"
    case .site: "les réglages du site"
    case .projet: "le projet de « cadrage simulate »"
    case .adresses: "les adresses des notes publiées"
    case .publiee: "une note publiée, que le programme écrit"
    }
  }

  /// The name of the file that holds the schema: « annee.json ».
  public var fileName: String { rawValue + ".json" }

  /// The first line by which a file names its schema to editors.
  ///
  /// - Parameter path: from the file to the schema: `../../schemas/annee.json`.
  public static func line(naming path: String) -> String {
    "# yaml-language-server: $schema=\(path)"
  }

  /// The JSON Schema (draft 7) of the file, on several lines.
  public var schema: JSON {
    let head: [(key: String, value: JSON)] = [
      ("$schema", .string("http://json-schema.org/draft-07/schema#")),
      ("title", .string("Cadrage : \(title)")),
    ]
    return .members(head + content.members, .lines)
  }

  private var content: SchemaNode {
    switch self {
    case .annee: .noteFile(.year)
    case .departement: .noteFile(.department)
    case .bareme: .noteFile(.nationalYear)
    case .regles: .noteFile(.rules)
    case .glossaire: .list(of: FileSchemas.GlossaryEntry.schema)
    case .formules: .record(SentenceSchema.file)
    case .editions: .list(of: FileSchemas.Edition.schema)
    case .plan: .record(FileSchemas.Plan.schema)
    case .site: .record(SettingsSchema.settings)
    case .adresses: .record(FileSchemas.Addresses.schema)
    case .publiee: .published
    case .projet: .record(ScenarioSchema(funders: []).root, SchemaNode.Manner(isScenario: true))
    }
  }
}

extension EditedFile {
  /// One schema that any of the files meets, with those of all kinds as its definitions.
  public static var combinedSchema: JSON {
    .members(
      [
        ("$schema", .string("http://json-schema.org/draft-07/schema#")),
        ("title", .string("Cadrage : les fichiers YAML")),
        (
          "anyOf",
          .list(
            allCases.map { .members([("$ref", .string("#/definitions/\($0.rawValue)"))]) }, .lines)
        ),
        (
          "definitions",
          .members(
            allCases.map { file in
              let title: [(key: String, value: JSON)] = [("title", .string(file.title))]
              return (file.rawValue, .members(title + file.content.members, .lines))
            }, .lines)
        ),
      ], .lines)
  }
}
