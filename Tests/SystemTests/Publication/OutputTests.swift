import CustomDump
import Foundation
import TestSupport
import Testing

/// Where `build` writes, and where it refuses to.
@Suite struct OutputTests {
  @Test func folderThatIsNotOursIsRefused() throws {
    let site = try ContentFolder.minimal()
    try site.write("public/devis.txt", "À garder.")
    let run = try site.cadrage("build", "--drafts")
    expectNoDifference(
      run.errors.firstLine,
      "Erreur : Le dossier « \(site.path("public")) » n’est pas vide et n’a pas été créé par cadrage : "
        + "il n’est pas remplacé. Choisissez un autre dossier avec --output, ou videz celui-ci.")
    #expect(run.status == 64)
    expectNoDifference(try site.names(in: "public"), ["devis.txt"])
    expectNoDifference(try site.names(), ["departments", "public", "site", "templates"])
  }

  @Test func fileIsRefused() throws {
    let site = try ContentFolder.minimal()
    try site.write("page.html", "À garder.")
    let run = try site.cadrage("build", "--drafts", "--output", "page.html")
    expectNoDifference(
      run.errors.firstLine,
      "Erreur : « page.html » est un fichier. Indiquez un dossier avec --output.")
    #expect(run.status == 64)
    #expect(try site.read("page.html") == "À garder.")
  }

  @Test(arguments: [
    "departments", "departments/site", "departments/a/b/c", "a/../departments/b",
    "departments/bresse/public", "templates", "site/public",
    "site/../departments/public", "./departments/public", "lien/public",
  ])
  func folderOfSourcesIsRefused(_ output: String) throws {
    let site = try ContentFolder.minimal()
    try site.link("lien", to: "departments")
    let before = try site.contents(of: ".")
    let run = try site.cadrage("build", "--drafts", "--output", output)
    #expect(
      run.errors.hasPrefix("Erreur : Le site ne peut pas être écrit dans « \(output) » : « "),
      "\(run.errors)")
    #expect(run.status == 64)
    expectNoDifference(try site.contents(of: "."), before)
  }

  @Test(arguments: [".", "..", "/"]) func folderAboveTheSourcesIsRefused(_ output: String) throws {
    let site = try ContentFolder.minimal()
    let before = try site.contents(of: ".")
    let run = try site.cadrage("build", "--drafts", "--output", output)
    #expect(run.status == 64)
    expectNoDifference(try site.contents(of: "."), before)
  }

  /// Even when someone marked it: replacing it would take the sources away.
  @Test func markedFolderAboveTheSourcesIsRefused() throws {
    let site = try ContentFolder.minimal()
    try site.write(".cadrage", "")
    let before = try site.contents(of: ".")
    let run = try site.cadrage("build", "--drafts", "--output", ".")
    #expect(run.status == 64)
    expectNoDifference(try site.contents(of: "."), before)
  }

  @Test func emptyFolderIsTaken() throws {
    let site = try ContentFolder.minimal()
    try site.makeFolder("public")
    #expect(try site.cadrage("build", "--drafts").status == 0)
    #expect(site.exists("public/index.html"))
  }

  @Test func foldersAboveAreMade() throws {
    let site = try ContentFolder.minimal()
    #expect(try site.cadrage("build", "--drafts", "--output", "a/b/c/").status == 0)
    #expect(site.exists("a/b/c/index.html"))
    expectNoDifference(try site.names(in: "a/b"), [".c.memoire", "c"])
  }

  @Test func pathIsFromTheCurrentFolder() throws {
    let site = try ContentFolder.minimal()
    #expect(try site.run(["build", "--drafts", "--output", "../essai"], in: "site").status == 0)
    #expect(site.exists("essai/index.html"))
  }

  @Test func defaultOutputIsBesideTheSources() throws {
    let site = try ContentFolder.minimal()
    #expect(try site.run(["build", "--drafts"], in: "departments/bresse").status == 0)
    #expect(site.exists("public/index.html"))
  }

  @Test func linkToAFolderIsFollowedAndKept() throws {
    let site = try ContentFolder.minimal()
    try site.makeFolder("disque/site")
    try site.link("public", to: "disque/site")
    for title in ["Premier titre", "Second titre"] {
      try site.write(
        "site/site.yaml",
        site.read("site/site.yaml").replacing(#/titre: .*/#, with: "titre: \(title)"))
      let run = try site.cadrage("build", "--drafts")
      #expect(run.status == 0, "\(run.errors)")
      #expect(try site.read("disque/site/index.html").contains(title))
      let target = try FileManager.default.destinationOfSymbolicLink(atPath: site.path("public"))
      #expect(target == "disque/site")
      expectNoDifference(try site.names(in: "disque"), [".site.memoire", "site"])
    }
  }

  @Test func linkToNothingIsRefused() throws {
    let site = try ContentFolder.minimal()
    try site.link("public", to: "disque/absent")
    let run = try site.cadrage("build", "--drafts")
    expectNoDifference(
      run.errors,
      "Erreur : « \(site.path("public")) » est un lien vers un dossier qui n’existe pas. Créez ce "
        + "dossier, ou indiquez-en un autre avec --output.\n")
    #expect(run.status == 64)
    let target = try FileManager.default.destinationOfSymbolicLink(atPath: site.path("public"))
    #expect(target == "disque/absent")
  }

  /// Names that a shell, a URL or a careless program would trip over.
  @Test(arguments: ["site de l'année", "été «2025»", "-sortie", "a.b"])
  func anyNameWillDo(_ name: String) throws {
    let site = try ContentFolder.minimal()
    let run = try site.cadrage("build", "--drafts", "--output=\(name)")
    #expect(run.status == 0, "\(run.errors)")
    #expect(site.exists("./\(name)/index.html"))
  }
}

extension String {
  /// Without the help that follows a wrong command.
  var firstLine: String { String(prefix { $0 != "\n" }) }
}
