public import ArgumentParser
import Configuration
import Diagnostics
public import EditorSchemas
import Files

struct PrintSchema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Donne les schémas qui aident un éditeur à écrire les fichiers YAML.",
    discussion: """
      Exemples :
        cadrage schema annee             un schéma (JSON Schema), sur la sortie standard
        cadrage schema                   tous, en un seul
        cadrage schema --output schemas  un fichier par sorte, à côté des sources

      Avec ces fichiers, l’éditeur propose les clés, les explique et souligne ce qui ne va pas. La commande \
      dit comment les lui donner. « cadrage new » nomme dans les fichiers qu’il prépare les schémas du \
      dossier schemas/, s’il est là.
      """)

  @Argument(
    help: ArgumentHelp("La sorte de fichier.", valueName: "sorte"))
  var kind: EditedFile?

  @Option(
    help: ArgumentHelp("Le dossier où écrire un fichier par sorte.", valueName: "dossier"),
    completion: .directory)
  var output: String?

  /// Where `new` looks for the schemas.
  private static let folder = "schemas"

  func run() throws {
    guard let output else {
      let schema = kind?.schema ?? EditedFile.combinedSchema
      return try Console().output(schema.text + "\n")
    }
    try ProjectOptions.check(output, of: "--output")
    let console = Console()
    let files = kind.map { [$0] } ?? EditedFile.allCases
    let folder = FileSystem.absolute(output)
    do throws(WritingError) {
      try FileSystem.makeFolders(folder)
      for file in files { try write(file, in: folder) }
    } catch {
      console.say(error.message)
      throw ExitStatus.disk
    }
    let here = FileSystem.absolute(".")
    for file in files {
      let path = "\(folder)/\(file.fileName)"
      console.say("  \(PrintSchema.path(path, below: here) ?? path) : \(file.title)")
    }
    console.say(
      "Dans VS Code, avec l’extension « YAML » de Red Hat, ajoutez ceci à .vscode/settings.json :")
    // The folder that an editor opens.
    let root = (try? ProjectOptions.root(nil)) ?? here
    try console.output(settings(files, in: folder, root: root).text + "\n")
    let example = "\(folder)/\(EditedFile.annee.fileName)"
    let named = PrintSchema.path(example, below: root).map { "../../" + $0 } ?? example
    console.say(
      "Dans un autre éditeur qui emploie yaml-language-server, la première ligne d’un fichier suffit, par "
        + "exemple : \(EditedFile.line(naming: named))")
  }

  /// From a folder to a file anywhere below it; nil when it is elsewhere.
  private static func path(_ path: String, below folder: String) -> String? {
    let start = folder == "/" ? "/" : folder + "/"
    return path.hasPrefix(start) ? String(path.dropFirst(start.count)) : nil
  }

  /// A schema that is there is the program's own: it is replaced.
  private func write(_ file: EditedFile, in folder: String) throws(WritingError) {
    let path = "\(folder)/\(file.fileName)"
    try FileSystem.remove(path)
    try FileSystem.write(Array((file.schema.text + "\n").utf8), to: path)
  }

  private func settings(_ files: [EditedFile], in folder: String, root: String) -> JSON {
    let schemas = files.map { file in
      let path = "\(folder)/\(file.fileName)"
      let named = PrintSchema.path(path, below: root).map { "./" + $0 } ?? path
      return (key: named, value: JSON.string(file.pattern))
    }
    return .members([(key: "yaml.schemas", value: .members(schemas, .lines))], .lines)
  }

  /// The line that names the schema of a file two folders below the root; nil when the project has no
  /// schemas.
  static func line(_ file: EditedFile, in root: String) -> String? {
    guard FileSystem.isFolder("\(root)/\(folder)") else { return nil }
    return EditedFile.line(naming: "../../\(folder)/\(file.fileName)")
  }
}

extension EditedFile: ExpressibleByArgument {
  /// Some are named as folders are, after which a shell puts a slash.
  public init?(argument: String) { self.init(rawValue: NoteArguments.folderName(argument)) }
}
