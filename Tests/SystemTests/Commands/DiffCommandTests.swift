import CustomDump
import Foundation
import TestSupport
import Testing

/// `cadrage diff`
@Suite struct DiffCommandTests {
  /// The whole output in each form, as it is in `Fixtures/comparison`.
  @Test(arguments: [("text", "result.txt"), ("json", "result.json"), ("html", "result.html")])
  func wholeResult(_ format: String, _ name: String) throws {
    let site = try ContentFolder.twoYears()
    // The styles are the site's: what stands between their tags is not what this test is about.
    for style in ["cadrage.css", "changements.css"] { try site.write("site/styles/\(style)", "") }
    let run = try site.cadrage("diff", "bresse", "2025-2026", "2026-2027", "--format", format)
    #expect(run.status == 0, "\(run.errors)")
    expectNoDifference(
      run.errors,
      format == "text" ? "Les personnes que les notes nomment ne sont pas comparées.\n" : "")
    try expectSnapshot(
      run.output, at: Repository.fixtures.appending(path: "comparison/\(name)"))
  }

  @Test func anyTwoNotes() throws {
    let site = try ContentFolder.ofRepository()
    let run = try site.cadrage("diff", "isere/2022-2023", "vosges/2025-2026")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("Ce qui change de isere/2022-2023 à vosges/2025-2026\n"))
  }

  @Test(arguments: ["text", "json", "html"]) func namesNoPerson(_ format: String) throws {
    let site = try ContentFolder.twoYears()
    let runs = [
      try site.cadrage("diff", "bresse", "2025-2026", "2026-2027", "--format", format),
      try site.cadrage("diff", "bresse", "2026-2027", "2025-2026", "--format", format),
    ]
    for run in runs {
      for trace in ["Durand", "durand", "11\u{A0}11", "11 11"] {
        #expect(!run.output.contains(trace), "\(trace)")
      }
    }
    let real = try ContentFolder.ofRepository().cadrage(
      "diff", "isere/2022-2023", "vosges/2025-2026", "--format", format)
    for trace in ["Garcia", "Goarant", "Toillier", "Ennifer"] {
      #expect(!real.output.contains(trace), "\(trace)")
    }
  }

  /// A person who is a contact is no better known where another fact names them.
  @Test(arguments: ["text", "json", "html"])
  func namesNoPersonOfOtherFacts(_ format: String) throws {
    let site = try ContentFolder.twoYears()
    let year = "departments/bresse/2026-2027.yaml"
    try site.replace(
      "    au: 2026-06-30\n",
      with: "    au: 2026-06-30\n    precision: Demandez Mme Durand au 04.11.11.11.11\n", in: year)
    try site.replace(
      "demarche: Écrivez à la Caf.\n",
      with: "demarche: Écrivez à la Caf.\n      document: le dossier\n"
        + "      envoi: à Jeanne Durand, jeanne.durand@caf-bresse.example\n", in: year)
    let run = try site.cadrage("diff", "bresse", "2025-2026", "2026-2027", "--format", format)
    #expect(run.status == 0, "\(run.errors)")
    for trace in ["Durand", "durand", "11.11"] { #expect(!run.output.contains(trace), "\(trace)") }
    for mask in ["Demandez [personne] au [coordonnées]", "à [personne], [coordonnées]"] {
      #expect(run.output.contains(mask), "\(mask)")
    }
  }

  /// « Mme Zoé Martineau » is « Zoé Martineau » where nobody says « Mme ».
  @Test func namesNoPersonWithoutTheirTitle() throws {
    let site = try ContentFolder.twoYears()
    let year = "departments/bresse/2026-2027.yaml"
    try site.replace(
      "    au: 2026-06-30\n",
      with: "    au: 2026-06-30\n    precision: Demandez Zoé Martineau ou Mme Martineau\n", in: year
    )
    try site.replace("nom: Jeanne Durand", with: "nom: Mme Zoé Martineau", in: year)
    let run = try site.cadrage("diff", "bresse", "2025-2026", "2026-2027")
    #expect(run.status == 0, "\(run.errors)")
    #expect(!run.output.contains("Martineau"), "\(run.output)")
    #expect(run.output.contains("Demandez [personne] ou [personne]"), "\(run.output)")
  }

  /// What another code names is the same where its title is.
  @Test func anotherCodeOfOneTitle() throws {
    let site = try ContentFolder.twoYears()
    let year = "departments/bresse/2026-2027.yaml"
    try site.write(
      year, try site.read(year).replacing("premiere-demande", with: "demande-nouvelle"))
    let run = try site.cadrage("diff", "bresse", "2025-2026", "2026-2027")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.withPlainSpaces.contains("première demande : démarche"), "\(run.output)")
    #expect(!run.output.contains("situations concernées"), "\(run.output)")
  }

  @Test func exitCode() throws {
    let site = try ContentFolder.twoYears()
    func status(_ arguments: String...) throws -> Int32 {
      try site.run(["diff", "bresse"] + arguments).status
    }
    #expect(try status("2025-2026", "2026-2027") == 0)
    #expect(try status("2025-2026", "2026-2027", "--exit-code") == 1)
    #expect(try status("2025-2026", "2025-2026", "--exit-code") == 0)
    try site.append("inconnue: 1\n", to: "departments/bresse/2026-2027.yaml")
    #expect(try status("2025-2026", "2026-2027") == 1)
    #expect(try status("2025-2026", "2026-2027", "--exit-code") == 65)
    #expect(try status("2025-2026", "--exit-code") == 64)
  }

  @Test func sameNoteTwice() throws {
    let run = try ContentFolder.twoYears().cadrage("diff", "bresse", "2025-2026", "2025-2026")
    expectNoDifference(
      run.output.split(separator: "\n").prefix(2).joined(separator: "\n"),
      "Ce qui change de bresse/2025-2026 à bresse/2025-2026\nRien ne change.")
    #expect(run.status == 0)
  }

  @Test func publishedNotesComeFromTheirPairs() throws {
    let site = try ContentFolder.twoYears()
    let before = try site.cadrage("diff", "bresse", "2025-2026", "2026-2027").output
    try site.replace(
      "Remplissez le formulaire en ligne.", with: "Signez.",
      in: "departments/bresse/2025-2026.yaml")
    expectNoDifference(
      try site.cadrage("diff", "bresse", "2025-2026", "2026-2027").output, before)
  }

  @Test func noColourInAFile() throws {
    let run = try ContentFolder.twoYears().run(
      ["diff", "bresse", "2025-2026", "2026-2027"], environment: ["TERM": "xterm"])
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test(arguments: [("", true), ("1", false)])
  func colourOnATerminal(_ noColour: String, _ isColoured: Bool) throws {
    let site = try ContentFolder.twoYears()
    let command = "\(Repository.executable.path) diff bresse 2025-2026 2026-2027"
    let run = try Command(
      "/usr/bin/script", ["-qec", command, "/dev/null"], in: site.url,
      environment: ["TERM": "xterm", "NO_COLOR": noColour]
    ).run()
    #expect(run.output.contains("\u{1B}[32m") == isColoured)
    #expect(run.output.contains("{+Écrivez à la Caf+}") == true)
  }

  private static let example =
    "Écrivez un département et deux années (cadrage diff vosges 2025-2026 2026-2027), ou deux notes "
    + "(cadrage diff isere/2022-2023 vosges/2025-2026)."

  @Test(arguments: [
    ("", "Il manque les deux notes à comparer. " + example),
    ("bresse", "« bresse » seul ne dit pas quelles notes comparer. " + example),
    ("bresse 2025-2026", "Il manque la seconde année. " + example),
    ("2025-2026 2026-2027", "Il manque le département. " + example),
    (
      "bresse/2025-2026 velay",
      "« velay » n’est pas une note : il faut un département et une année, séparés par « / ». "
        + example
    ),
    ("2025-2026 bresse 2026-2027", "« 2025-2026 » n’est pas un département. " + example),
    ("bresse 2025-2026 bresse 2026-2027", "Une comparaison porte sur deux notes. " + example),
    (
      "bress 2025-2026 2026-2027",
      "Le département « bress » n’existe pas. Vouliez-vous dire « bresse » ?"
    ),
    (
      "bresse 2025-2026 2026-2028",
      "Le département « bresse » n’a pas de note « 2026-2028 ». Vouliez-vous dire « 2026-2027 » ?"
    ),
    (
      "bresse/2025-2026 bresse/2026",
      "Le département « bresse » n’a pas de note « 2026 ». Il y a : 2025-2026, 2026-2027."
    ),
  ])
  func wrongArguments(_ arguments: String, _ message: String) throws {
    let run = try ContentFolder.twoYears().run(
      ["diff"] + arguments.split(separator: " ").map(String.init))
    expectNoDifference(run.errors, "Erreur : \(message)\n")
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
  }
}
