import Foundation
import TestSupport
import Testing

/// What stands in the folder `pieces/` of a year: what of it is published, and how links name it.
@Suite struct AttachmentTests {
  private static let folder = "departments/bresse/2025-2026/pieces/"
  private static let site = "public/bresse/2025-2026/"

  /// The small site, whose note cites files.
  private func site(_ names: [String], onDisk: [String]? = nil) throws -> ContentFolder {
    let site = try ContentFolder.minimal()
    let items = names.enumerated().map { rank, name in
      "  - code: piece-\(rank)\n    nom: la pièce \(rank)\n    fichier: \"\(name)\"\n"
    }
    let year = "departments/bresse/2025-2026.yaml"
    let project = "  - code: projet\n    nom: le projet d'accueil\n"
    try site.replace("pieces:\n" + project, with: "pieces:\n" + items.joined() + project, in: year)
    for name in onDisk ?? names { try site.write(AttachmentTests.folder + name, "contenu") }
    try site.append(
      """

      {% si pieces est publie %}
      {% pour piece dans pieces %}
      {% si piece.fichier est publie %}
      - [{{ piece.nom }}](pieces/{{ piece.fichier }})
      {% fin %}
      {% fin %}
      {% fin %}

      """, to: "templates/note/circulaire-2021/depot.md")
    return site
  }

  /// The links to attachments in a page, as bytes that a server is asked for.
  private func links(in page: String) -> [String] {
    page.matches(of: #/href="(pieces/[^"]*)"/#).map { String($0.1) }
  }

  @Test(arguments: [
    ("Lettre d'engagement.pdf", "Lettre%20d%27engagement.pdf"), ("avis#1.pdf", "avis%231.pdf"),
    ("avis%20x.pdf", "avis%2520x.pdf"), ("avis?.pdf", "avis%3F.pdf"),
    ("Avis Éducation (1).pdf", "Avis%20%C3%89ducation%20%281%29.pdf"),
    ("a & b [c]*_d_.pdf", "a%20%26%20b%20%5Bc%5D%2A_d_.pdf"),
  ])
  func anyNameIsPublishedAndReached(name: String, link: String) throws {
    let site = try site([name])
    let run = try site.cadrage("build", "--drafts")
    try #require(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("avertissement") == false, "\(run.errors)")
    #expect(try site.names(in: AttachmentTests.site + "pieces") == [name])
    // In « L’essentiel », then in the text.
    let page = try site.read(AttachmentTests.site + "index.html")
    #expect(links(in: page) == ["pieces/" + link, "pieces/" + link])
    let text = try site.read(AttachmentTests.site + "note.txt")
    #expect(text.contains("<https://example.org/notes-clas/bresse/2025-2026/pieces/\(link)>"))
  }

  /// A Mac writes « É » as two signs, people type one.
  @Test func aNameIsPublishedAsItIsCited() throws {
    let site = try site(["Avis École.pdf"], onDisk: ["Avis E\u{301}cole.pdf"])
    let run = try site.cadrage("build", "--drafts")
    try #require(run.status == 0, "\(run.errors)")
    let names = try site.names(in: AttachmentTests.site + "pieces").map { Array($0.utf8) }
    #expect(names == [Array("Avis École.pdf".utf8)])
  }

  @Test func aLinkOfOtherBytesIsTold() throws {
    let site = try ContentFolder.minimal()
    try site.write("site/images/Ecole\u{301}.png", "x")
    try site.append(
      "\nVoir [le plan](../../images/Ecolé.png).\n", to: "templates/note/circulaire-2021/depot.md")
    let run = try site.cadrage("check")
    #expect(run.status == 1)
    #expect(run.errors.contains("dans le nom du fichier, les accents sont écrits autrement."))
  }

  @Test func whatNothingCitesIsToldAndStaysHome() throws {
    let site = try site(["avis.pdf"], onDisk: ["avis.pdf", "brouillon.docx", "~$brouillon.docx"])
    let run = try site.cadrage("build", "--drafts")
    #expect(run.status == 0)
    #expect(
      run.errors.contains(
        "\(AttachmentTests.folder)brouillon.docx:1:1: avertissement [piece-non-citee] La note "
          + "« bresse 2025-2026 » ne cite pas ce fichier : il n’est pas publié."))
    #expect(!run.errors.contains("~$"))
    #expect(try site.names(in: AttachmentTests.site + "pieces") == ["avis.pdf"])
  }

  @Test func aLinkOfTheTextCites() throws {
    let site = try ContentFolder.minimal()
    try site.write(AttachmentTests.folder + "Le guide.pdf", "x")
    try site.append(
      "\nLisez [le guide](pieces/Le%20guide.pdf).\n", to: "templates/note/circulaire-2021/depot.md")
    let run = try site.cadrage("build", "--drafts")
    #expect(run.status == 0 && !run.errors.contains("avertissement"), "\(run.errors)")
    #expect(site.exists(AttachmentTests.site + "pieces/Le guide.pdf"))
  }

  /// Opened at its address, each would run its scripts as the site's own.
  @Test(arguments: ["index.html", "Avis.XHTML", "avis.xml", "avis.js", "avis.mhtml", "avis"])
  func whatBrowsersRunIsRefused(name: String) throws {
    let run = try site([name]).cadrage("check")
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "[piece-refusee] La pièce « \(name) » n’est pas d’une sorte de document que le site publie"),
      "\(run.errors)")
  }

  @Test func aFileBesideAFolderOfTheSiteIsRefusedByCheckToo() throws {
    let site = try ContentFolder.minimal()
    try site.write("site/bresse", "x")
    for command in ["check", "build"] {
      let run = try site.cadrage(command)
      #expect(run.status == 1)
      #expect(
        run.errors.contains(
          "site/bresse:1:1: erreur [adresse-reservee] Le site fabrique déjà une page ou un dossier à "
            + "l’adresse « bresse »."), "\(run.errors)")
    }
  }

  @Test func aNameThatIsNoUTF8IsTold() throws {
    let site = try site([])
    let folder = site.url.appending(path: AttachmentTests.folder).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let name: [CChar] =
      (folder + "/Avis ").utf8.map { CChar(bitPattern: $0) } + [CChar(bitPattern: 0xC9), 0]
    let file = open(name, O_CREAT | O_WRONLY, 0o644)
    try #require(file >= 0)
    close(file)
    let run = try site.cadrage("check")
    #expect(run.status == 1)
    #expect(
      run.errors.contains("[fichier-non-utf8] Le nom de « Avis \u{FFFD} » n'est pas en UTF-8."))
  }

  @Test(arguments: [
    ("site/images/pl\u{202E}an.png", "une marque de sens d'écriture (U+202E)"),
    ("site/images/plan\n.svg", "un caractère de commande (U+000A)"),
    ("templates/note/circulaire-2021/de\u{200B}pot.md", "un caractère de largeur nulle (U+200B)"),
  ])
  func aNameWithAnInvisibleSignIsTold(path: String, sign: String) throws {
    let site = try ContentFolder.minimal()
    try site.write(path, "x")
    let run = try site.cadrage("check")
    #expect(run.status == 1)
    #expect(run.errors.contains("[caractere-invisible] Le nom de « "), "\(run.errors)")
    #expect(run.errors.contains(" » contient \(sign)."), "\(run.errors)")
  }

  @Test func aPublishedNoteFreezesWhatItCites() throws {
    let site = try ContentFolder.publishable()
    try site.write(AttachmentTests.folder + "guide.pdf", "x")
    try site.write(AttachmentTests.folder + "brouillon.docx", "x")
    try site.append(
      "\nLisez [le guide](pieces/guide.pdf).\n", to: "templates/note/circulaire-2021/depot.md")
    let run = try site.cadrage("publish", "bresse", "2025-2026", "--date", "2025-06-01")
    try #require(run.status == 0, "\(run.errors)")
    // What nothing cites may change.
    try site.write(AttachmentTests.folder + "brouillon.docx", "y")
    #expect(try site.cadrage("check").status == 0)
    try site.write(AttachmentTests.folder + "guide.pdf", "y")
    #expect(
      try site.cadrage("check").errors.contains("La pièce « guide.pdf » n’a plus le contenu de"))
  }

  /// A picture in SVG is read whole.
  @Test func aPictureInSVGHasALimit() throws {
    let site = try ContentFolder.minimal()
    let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"
    let spaces = String(repeating: " ", count: (2 << 20) - picture.utf8.count)
    try site.write("site/images/plan.svg", spaces + picture)
    #expect(try site.cadrage("check").status == 0)
    try site.write("site/images/plan.svg", spaces + " " + picture)
    let run = try site.cadrage("check")
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "[fichier-trop-gros] Le fichier « site/images/plan.svg » est trop gros (2 097 153 octets).\n"
          + "   attendu : un fichier de 2 Mio au plus\n"), "\(run.errors)")
  }

  @Test func ofAPictureTheFirstFaultsAreTold() throws {
    let site = try ContentFolder.minimal()
    try site.write("site/images/plan.svg", String(repeating: "<script/>", count: 200_000))
    #expect(try site.cadrage("check").errors.hasSuffix("\n10 erreurs\n"))
  }

  /// Opened at their address, pages and scripts would run as the site's own.
  @Test(arguments: [
    ("site/images/a.html", "n’est pas une image"),
    ("site/images/plan/A.XHTML", "n’est pas une image"),
    ("site/images/a.js", "n’est pas une image"), ("site/images/a", "n’est pas une image"),
    ("site/autre/a.html", "n’est pas d’une sorte de fichier que le site publie à cette place"),
    ("site/autre/a.js", "n’est pas d’une sorte de fichier"),
    ("site/a.html", "n’est pas d’une sorte"),
    ("site/autre/a.xml", "n’est pas d’une sorte"), ("site/autre/a", "n’est pas d’une sorte"),
    ("site/images/a.webp", ""), ("site/polices/a.woff2", ""), ("site/_headers", ""),
    ("site/robots.txt", ""), ("site/scripts/a/b.js", ""), ("site/autre/plan.pdf", ""),
  ])
  func whatRunsStandsInItsFolder(path: String, message: String) throws {
    let site = try ContentFolder.minimal()
    try site.write(path, "a\n")
    let errors = try site.cadrage("check").errors
    let start = "\(path):1:1: erreur [fichier-inattendu] « \(path) » \(message)"
    #expect(errors.contains("[fichier-inattendu]") != message.isEmpty, "\(errors)")
    if !message.isEmpty { #expect(errors.contains(start), "\(errors)") }
  }

  @Test(arguments: [
    ("<script>x()</script>", "contient l’élément « script »"),
    ("<rect onload='x()'/>", "contient le script « onload »"),
    ("<a xlink:href=\"java&#115;cript:x\"/>", "mène à « javascript:x »"),
    ("<image href=\"https://ailleurs.fr/x.png\"/>", "mène à « https://ailleurs.fr/x.png »"),
    ("<use href=\"//ailleurs.fr/x.svg#a\"/>", "mène à « //ailleurs.fr/x.svg#a »"),
    ("<rect style=\"fill: url( 'https://ailleurs.fr/x' )\"/>", "charge « fill: url("),
    ("<style>@import 'x.css';</style>", "charge un fichier"),
    ("<a href=\"https://www.caf.fr\"><rect fill=\"url(#a)\"/></a>", ""),
    ("<image href=\"data:image/png;base64,AAAA\"/><!-- <script> -->", ""),
  ])
  func aPictureThatRunsOrLoadsIsRefused(content: String, message: String) throws {
    let site = try ContentFolder.minimal()
    try site.write(
      "site/images/plan.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\">\(content)</svg>\n")
    let run = try site.cadrage("check")
    #expect(run.status == (message.isEmpty ? 0 : 1), "\(run.errors)")
    let start = "site/images/plan.svg:1:41: erreur [image-dangereuse] L’image SVG "
    if !message.isEmpty { #expect(run.errors.contains(message), "\(run.errors)") }
    if message.hasPrefix("contient l’élément") { #expect(run.errors.contains(start + message)) }
  }
}
