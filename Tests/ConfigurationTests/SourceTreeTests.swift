import Configuration
import CustomDump
import Diagnostics
import Files
import Foundation
import TestSupport
import Testing

/// Reading from disk: what is listed, what is read, what is refused.
@Suite struct SourceTreeTests {
  @Test func validTree() throws {
    let folder = try Folder(Sample.texts)
    try folder.write("departments/vosges/2025-2026/pieces/bilan.pdf", Data([0, 0xFF]))
    try folder.write("departments/vosges/logo.svg", Data([0xFF]))
    try folder.write("site/images/fond.png", Data([0xFF, 1, 2]))
    try folder.write("site/layouts/note.html", Data("<p>".utf8))
    var diagnostics = DiagnosticList()
    let configuration = SiteConfiguration(
      SourceTree.read(root: folder.url.path, into: &diagnostics), into: &diagnostics)
    expectNoDifference(diagnostics.sorted, [])
    expectNoDifference(
      configuration.tree.files,
      [
        SourceTree.File(path: "departments/vosges/2025-2026/pieces/bilan.pdf", size: 2),
        SourceTree.File(path: "departments/vosges/logo.svg", size: 1),
        SourceTree.File(path: "site/images/fond.png", size: 3),
      ])
    expectNoDifference(
      configuration.tree.sources.map(\.path),
      (Array(Sample.texts.keys) + ["site/layouts/note.html"]).sorted())
    expectNoDifference(
      configuration.tree.folderNames(in: "departments"), ["national", "vosges"])
    #expect(configuration.tree["site/layouts/note.html"]?.text == "<p>")
  }

  @Test func whatEditorsLeaveIsIgnored() throws {
    let folder = try Folder(Sample.texts)
    for name in [".DS_Store", "2025-2026.yaml~", ".2025-2026.yaml.swp", "Thumbs.db", "a.bak"] {
      try folder.write("departments/vosges/" + name, Data([0xFF]))
    }
    expectNoDifference(try folder.report(), Folder.withoutFiles)
  }

  @Test func missingFolders() throws {
    expectNoDifference(
      try Folder([:]).report(),
      """
      departments:1:1: erreur [dossier-manquant] Le dossier « departments » n'existe pas.
         attendu : les dossiers departments, templates et site à la racine du projet
      site:1:1: erreur [dossier-manquant] Le dossier « site » n'existe pas.
         attendu : les dossiers departments, templates et site à la racine du projet
      templates:1:1: erreur [dossier-manquant] Le dossier « templates » n'existe pas.
         attendu : les dossiers departments, templates et site à la racine du projet

      """)
  }

  @Test func fileForAFolder() throws {
    let folder = try Folder(["departments": "", "templates": "", "site": ""])
    expectNoDifference(
      try folder.report().split(separator: "\n").map(String.init),
      ["departments", "site", "templates"].flatMap {
        [
          "\($0):1:1: erreur [fichier-au-lieu-de-dossier] « \($0) » est un fichier.",
          "   attendu : un dossier de ce nom",
        ]
      })
  }

  @Test func hugeFileIsRefusedUnread() throws {
    let folder = try Folder(Sample.texts)
    try folder.grow("departments/national/glossaire.yaml", to: 50 << 20)
    try folder.grow("templates/communs/circulaire-2021/depot.md", to: (1 << 20) + 1)
    expectNoDifference(
      try folder.report(),
      """
      departments/national/glossaire.yaml:1:1: erreur [fichier-trop-gros] Le fichier est trop gros (50 Mio) : il n'est pas lu.
         attendu : un fichier de 1 Mio au plus

      """ + Folder.withoutFiles + """
        templates/communs/circulaire-2021/depot.md:1:1: erreur [fichier-trop-gros] Le fichier est trop gros (1 048 577 octets) : il n'est pas lu.
           attendu : un fichier de 1 Mio au plus

        """)
  }

  @Test func folderForAFile() throws {
    let folder = try Folder(Sample.texts)
    try folder.write("templates/communs/circulaire-2021/contacts.md/a.txt", Data())
    expectNoDifference(
      try folder.report(),
      Folder.withoutFiles + """
        templates/communs/circulaire-2021/contacts.md:1:1: erreur [dossier-au-lieu-de-fichier] « templates/communs/circulaire-2021/contacts.md » est un dossier.
           attendu : un fichier de ce nom, ou un dossier sans « .md »

        """)
  }

  @Test func symbolicLinks() throws {
    let folder = try Folder(Sample.texts)
    try folder.link("site/mots.txt", to: "/etc/passwd")
    try folder.link("site/images", to: "../templates")
    expectNoDifference(
      try folder.report(),
      Folder.withoutFiles + """
        site/images:1:1: erreur [lien-symbolique] « site/images » est un lien symbolique vers « ../templates ».
           attendu : une copie du fichier : un lien peut sortir du projet, et ne se copie pas partout
        site/mots.txt:1:1: erreur [lien-symbolique] « site/mots.txt » est un lien symbolique vers « /etc/passwd ».
           attendu : une copie du fichier : un lien peut sortir du projet, et ne se copie pas partout

        """)
  }

  @Test func specialFile() throws {
    let folder = try Folder(Sample.texts)
    try folder.pipe("site/tube.txt")
    expectNoDifference(
      try folder.report(),
      Folder.withoutFiles + """
        site/tube.txt:1:1: erreur [fichier-illisible] « site/tube.txt » n'est ni un fichier ni un dossier.
           attendu : un fichier ordinaire

        """)
  }

  /// The administrator may read everything, so that nothing is refused there.
  @Test(.enabled(if: getuid() != 0)) func forbiddenFile() throws {
    let folder = try Folder(Sample.texts)
    try folder.forbid("site/secret.txt")
    expectNoDifference(
      try folder.report(),
      Folder.withoutFiles + """
        site/secret.txt:1:1: erreur [fichier-illisible] Le fichier ne peut pas être lu : vous n'avez pas le droit de le lire.

        """)
  }

  @Test(
    arguments: [
      (
        [UInt8]("titre: Site\n# march".utf8) + [0xE9, 0x0A],
        """
        site/site.yaml:2:8: erreur [fichier-non-utf8] L'octet 0xE9 de la ligne 2 n'est pas de l'UTF-8 : le fichier semble être en Windows-1252 (« é »).
           attendu : enregistrez le fichier en UTF-8

        """
      ),
      (
        [UInt8]("é: ".utf8) + [0xC3, 0x28],
        """
        site/site.yaml:1:4: erreur [fichier-non-utf8] L'octet 0xC3 de la ligne 1 n'est pas de l'UTF-8.
           attendu : enregistrez le fichier en UTF-8

        """
      ),
      (
        [0xFF, 0xFE, 0x74, 0x00],
        """
        site/site.yaml:1:1: erreur [fichier-non-utf8] Le fichier est en UTF-16, et non en UTF-8.
           attendu : enregistrez le fichier en UTF-8

        """
      ),
    ])
  func notUTF8(_ bytes: [UInt8], _ report: String) throws {
    let folder = try Folder(Sample.texts)
    try folder.write("site/site.yaml", Data(bytes))
    expectNoDifference(try folder.report(), Folder.withoutFiles + report)
  }

  /// They are told before anything compares the text.
  @Test func accentsWithoutEnd() throws {
    let folder = try Folder(Sample.texts)
    let marks = String(repeating: "\u{301}\u{327}", count: 100_000)
    try folder.write("site/site.yaml", Data(("titre: a\n" + "é" + marks + ": b\n").utf8))
    expectNoDifference(
      try folder.report(),
      Folder.withoutFiles + """
        site/site.yaml:2:32: erreur [caractere-invisible] Plus de 30 accents se suivent sur la même lettre : le fichier n'est pas lu.
           attendu : une lettre et ses accents, sans ceux que personne ne voit

        """)
  }
}
