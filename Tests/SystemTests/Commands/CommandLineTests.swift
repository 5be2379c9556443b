import CustomDump
import Foundation
import TestSupport
import Testing

/// Arguments, exit statuses, terminals: what all commands share.
@Suite struct CommandLineTests {
  @Test func version() throws {
    let run = try ContentFolder.empty().cadrage("--version")
    #expect(run.output.wholeMatch(of: #/\d+\.\d+\.\d+\n/#) != nil, "\(run.output)")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  @Test(arguments: [
    [], ["build"], ["check"], ["note"], ["diff"], ["explain"], ["new"], ["new", "year"],
    ["new", "department"], ["new", "family"], ["schema"], ["serve"],
    ["rename"], ["withdraw"], ["publish"], ["simulate"],
  ])
  func helpIsInFrenchAndNarrow(_ command: [String]) throws {
    let site = try ContentFolder.empty()
    let run = try site.run(command + ["--help"])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("USAGE : cadrage"))
    #expect(run.output.contains("OPTIONS :"))
    for word in ["OVERVIEW", "Show", "default", "values:", "subcommand", "See "] {
      #expect(!run.output.contains(word), "\(word)")
    }
    for line in run.output.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
  }

  @Test func invisibleSignsAreRefused() throws {
    let site = try ContentFolder.minimal()
    let run = try site.cadrage(
      "publish", "bresse", "2025-2026", "--revision", "La date est re\u{200B}portée.")
    expectNoDifference(
      run,
      ContentFolder.Run(
        status: 64, output: "",
        errors: "Erreur : Le texte de --revision contient un caractère de largeur nulle (U+200B). "
          + "Tapez-le de nouveau.\n"))
  }

  @Test func invisibleSignsInANewFolderAreRefused() throws {
    let site = try ContentFolder.minimal()
    let run = try site.cadrage("build", "--output", "o\u{202E}ut")
    #expect(run.status == 64)
    #expect(run.errors.contains("(U+202E)"), "\(run.errors)")
  }

  /// The name of a folder that is there may have any sign; a terminal obeys none of them.
  @Test func aFolderIsNamedWithoutWhatATerminalObeys() throws {
    let run = try ContentFolder.minimal().run(["check", "--root", "a\u{1B}[31mb\u{202E}c"])
    #expect(run.status == 64)
    #expect(run.errors == "Erreur : Le dossier « a\u{FFFD}[31mb\u{FFFD}c » n’existe pas.\n")
  }

  @Test(arguments: [
    ("", "ne nomme aucun dossier."), (" ", "ne nomme aucun dossier."),
    ("a\nb", "contient une fin de ligne."),
    ("~/site", "n’a pas été remplacé par votre dossier. Écrivez le chemin en entier."),
  ])
  func aFolderThatNobodyMeansIsRefused(_ name: String, _ reason: String) throws {
    let site = try ContentFolder.minimal()
    for command in [
      ["build", "--output", name], ["schema", "--output", name], ["check", "--root", name],
    ] {
      let run = try site.run(command)
      #expect(run.status == 64)
      #expect(run.errors.hasSuffix(reason + "\n"), "\(run.errors)")
    }
  }

  /// Raw, by an escape of YAML, by an entity of HTML: one filter, with the place.
  @Test func invisibleSignsAreRefusedInEveryFile() throws {
    let site = try ContentFolder.minimal()
    try site.replace(
      "titre: Notes de cadrage Clas", with: "titre: \"Notes\\u202E Clas\"", in: "site/site.yaml")
    try site.append("&#x200b;\n", to: "site/layouts/pied.html")
    try site.append("a\u{AD}b\n", to: "site/layouts/note.txt")
    try site.append("a\u{FEFF}b\n", to: "site/pages/mentions-legales.md")
    try site.append("\nl\u{92}été &rlm;b\n", to: "templates/note/circulaire-2021/contacts.md")
    let run = try site.cadrage("check")
    let told = run.errors.split(separator: "\n").filter { $0.contains("[caractere-invisible]") }
    let signs = told.map { line in
      "\(line.prefix { $0 != ":" }) \(line.suffix(9).dropFirst().dropLast(2))"
    }
    expectNoDifference(
      signs,
      [
        "site/layouts/note.txt U+00AD", "site/layouts/pied.html U+200B",
        "site/pages/mentions-legales.md U+FEFF", "site/site.yaml U+202E",
        "templates/note/circulaire-2021/contacts.md U+0092",
      ])
    #expect(run.status == 1)
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func completionScript(_ shell: String) throws {
    let run = try ContentFolder.empty().cadrage("--generate-completion-script", shell)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    for word in ["build", "check", "note", "explain", "format", "strict"] {
      #expect(run.output.contains(word), "\(word)")
    }
  }

  @Test func bashCompletionScriptIsBash() throws {
    let site = try ContentFolder.empty()
    let script = try site.cadrage("--generate-completion-script", "bash").output
    try site.write("completion.bash", script)
    let run = try Command("/bin/bash", ["-n", "completion.bash"], in: site.url).run()
    expectNoDifference(run, ContentFolder.Run(status: 0, output: "", errors: ""))
  }

  // MARK: - Wrong commands

  struct WrongCommand: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    /// The first line on standard error.
    var message: String

    init(_ arguments: String, _ message: String) {
      self.arguments = arguments.split(separator: " ").map(String.init)
      self.message = message
    }

    var testDescription: String { arguments.joined(separator: " ") }
  }

  @Test(arguments: [
    WrongCommand(
      "chek", "Erreur : La commande « chek » n’existe pas. Vouliez-vous dire « check » ?"),
    WrongCommand("fabrique", "Erreur : La commande « fabrique » n’existe pas."),
    WrongCommand(
      "check --formt json",
      "Erreur : L’option « --formt » n’existe pas. Vouliez-vous dire « --format » ?"),
    WrongCommand(
      "check --format xml",
      "Erreur : La valeur « xml » ne convient pas à « --format <format> ». Choisissez « text » ou « json »."
    ),
    WrongCommand(
      "note bresse 2025-2026 --format pdf",
      "Erreur : La valeur « pdf » ne convient pas à « --format <format> ». Choisissez « text », "
        + "« markdown » ou « html »."),
    WrongCommand(
      "serve --port 99999",
      "Erreur : La valeur « 99999 » ne convient pas à « --port <numéro> »."),
    WrongCommand(
      "new yeer", "Erreur : La commande « yeer » n’existe pas. Vouliez-vous dire « year » ?"),
    WrongCommand(
      "schema tout",
      "Erreur : La valeur « tout » ne convient pas à « <sorte> ». Choisissez « annee », « departement », "
        + "« bareme », « regles », « glossaire », « formules », « editions », « plan », « site », « projet », "
        + "« adresses » ou « publiee »."),
    WrongCommand("new year bresse", "Erreur : Il manque l’argument « <année> »."),
    WrongCommand("note bresse", "Erreur : Il manque l’argument « <année> »."),
    WrongCommand("check tout", "Erreur : L’argument « tout » est de trop."),
    WrongCommand("build --output", "Erreur : Il manque la valeur de « --output <dossier> »."),
    WrongCommand(
      "note bress 2025-2026",
      "Erreur : Le département « bress » n’existe pas. Vouliez-vous dire « bresse » ?"),
    WrongCommand(
      "explain corse 2025-2026", "Erreur : Le département « corse » n’existe pas. Il y a : bresse."),
    WrongCommand(
      "note bresse 2024-2025",
      "Erreur : Le département « bresse » n’a pas de note « 2024-2025 ». Vouliez-vous dire "
        + "« 2025-2026 » ?"),
    WrongCommand(
      "note bresse 1999",
      "Erreur : Le département « bresse » n’a pas de note « 1999 ». Il y a : 2025-2026."),
    WrongCommand(
      "--generate-completion-script tcsh", "Erreur : « tcsh » n’est pas un interpréteur connu."),
    WrongCommand("check --root absent", "Erreur : Le dossier « absent » n’existe pas."),
    WrongCommand(
      "check --root templates",
      "Erreur : Le dossier « templates » ne contient pas departments/, templates/ et site/."),
  ])
  func wrongCommandIsExplained(_ command: WrongCommand) throws {
    let run = try ContentFolder.minimal().run(command.arguments)
    expectNoDifference(run.errors.firstLine, command.message)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
  }

  // MARK: - Folders

  @Test func runsFromAnyFolderBelow() throws {
    let site = try ContentFolder.minimal()
    #expect(try site.run(["check"], in: "departments/bresse").errors == "Aucune erreur.\n")
  }

  @Test func runsFromElsewhere() throws {
    let site = try ContentFolder.minimal()
    let elsewhere = try ContentFolder.empty()
    let run = try elsewhere.run(["check", "--root", site.url.path])
    #expect(run.errors == "Aucune erreur.\n")
    #expect(try elsewhere.run(["build", "--root", site.url.path]).status == 0)
    #expect(site.exists("public/index.html"))
    #expect(try elsewhere.names().isEmpty)
  }

  @Test func folderOutsideAnyProject() throws {
    let run = try ContentFolder.empty().cadrage("check")
    expectNoDifference(
      run.errors,
      "Erreur : Ni le dossier courant ni aucun dossier au-dessus ne contient departments/, templates/ "
        + "et site/. Indiquez-le avec --root.\n")
    #expect(run.status == 64)
  }

  /// The codes `dossier-manquant` and `fichier-au-lieu-de-dossier` say the same where a folder goes
  /// away after the command line was read.
  @Test(arguments: ["departments", "templates", "site"])
  func rootWithoutAFolder(_ folder: String) throws {
    let site = try ContentFolder.minimal()
    try site.remove(folder)
    #expect(try site.cadrage("check", "--root", ".").status == 64)
    try site.write(folder, "un fichier")
    #expect(try site.cadrage("check", "--root", ".").status == 64)
  }

  // MARK: - Terminals and pipes

  private static let hasScript = FileManager.default.isExecutableFile(atPath: "/usr/bin/script")

  /// What a run on a terminal shows.
  private func onTerminal(_ environment: [String: String]) throws -> String {
    let site = try ContentFolder.minimal()
    try site.write("departments/bresse/2025-2026.yaml", "ps:\n  plafnod: 8 487 €/collectif\n")
    return try Command(
      "/usr/bin/script", ["-qec", "\(Repository.executable.path) check", "/dev/null"],
      in: site.url, environment: environment
    ).run().output
  }

  @Test(.enabled(if: hasScript, "needs `script`, of util-linux"))
  func colourOnATerminal() throws {
    let shown = try onTerminal(["TERM": "xterm"])
    #expect(shown.contains("\u{1B}["))
    #expect(shown.contains("plafnod"))
  }

  @Test(
    .enabled(if: hasScript, "needs `script`, of util-linux"),
    arguments: [
      ["TERM": "xterm", "NO_COLOR": "1"], ["TERM": "dumb"], [:],
    ])
  func noColourWhenNotWanted(_ environment: [String: String]) throws {
    let shown = try onTerminal(environment)
    #expect(!shown.contains("\u{1B}"))
    #expect(shown.contains("plafnod"))
  }

  @Test func noColourInAFile() throws {
    let site = try ContentFolder.minimal()
    try site.write("departments/bresse/2025-2026.yaml", "ps:\n  plafnod: 8 487 €/collectif\n")
    let run = try site.cadrage("check", environment: ["TERM": "xterm"])
    #expect(run.errors.contains("plafnod"))
    #expect(!run.errors.contains("\u{1B}"))
  }

  /// What is said never goes to a file that took the number of a closed stream.
  @Test(arguments: [
    (
      "note bresse 2025-2026 >&-", 74,
      "Impossible d’écrire sur la sortie standard : elle est fermée.\n"
    ),
    (
      "simulate bresse 2025-2026 --scenario - <&-", 1,
      "-:1:1: erreur [fichier-illisible] Le scénario ne peut pas être lu : l'entrée standard est "
        + "fermée.\n\n1 erreur\n"
    ),
    ("build >&- 2>&-", 0, ""),
    (
      "--help >/dev/full", 74,
      "Impossible d’écrire sur la sortie standard : le disque est plein.\n"
    ),
  ])
  func closedStreams(_ arguments: String, _ status: Int32, _ errors: String) throws {
    let site = try ContentFolder.minimal()
    let run = try Command(
      "/bin/bash", ["-c", "exec \(Repository.executable.path) \(arguments)"], in: site.url
    ).run()
    #expect(run == Command.Run(status: status, output: "", errors: errors))
  }

  /// A reader that goes away (`| head`) is no failure to tell.
  @Test func closedPipe() throws {
    let site = try ContentFolder.minimal()
    let program = Repository.executable.path
    let run = try Command(
      "/bin/bash",
      ["-c", "exec 3> >(exec 0<&-; true); wait $!; \(program) explain bresse 2025-2026 >&3"],
      in: site.url
    ).run()
    #expect(run.errors.isEmpty, "\(run.errors)")
    // 141: ended by the signal of a closed pipe, as other programs are.
    #expect([0, 141, -13].contains(run.status), "\(run.status)")
  }
}
