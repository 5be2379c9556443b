import CustomDump
import Foundation
import TestSupport
import Testing

/// What goes wrong in real life, on a copy of the repository's own content: a French message with
/// the right file and line, status 1, and the site that was built before, byte for byte.
@Suite struct BadInputTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// The file in which the fault stands.
    var file: String
    /// What the author wrote, on the line of the fault; empty for the first line.
    var mark = ""
    var change: @Sendable (ContentFolder) throws -> Void
    /// All that is said, `§` standing for the number of the marked line.
    var expected: String
  }

  @Test(arguments: faults) func isToldAndLeavesTheSite(_ fault: Fault) throws {
    let site = try ContentFolder.ofDrafts()
    try site.write("public/.cadrage", "")
    try site.write("public/index.html", "L'ancien site.")
    try site.write("public/vosges/2025-2026/index.html", "L'ancienne note.")
    let before = try site.contents(of: "public")
    try fault.change(site)
    let run = try site.cadrage("build")

    var line = 1
    if !fault.mark.isEmpty {
      let lines = try site.read(fault.file).split(separator: "\n", omittingEmptySubsequences: false)
      line = try #require(lines.firstIndex { $0.contains(fault.mark) }) + 1
    }
    let margin = String(repeating: " ", count: max(0, 5 - String(line).count))
    let expected = fault.expected.replacing("§ |", with: "\(margin)\(line) |")
      .replacing("§", with: String(line))
    expectNoDifference(
      run.errors, expected + "\nLe site n’a pas été construit ; l’ancien est intact.\n")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(try site.contents(of: "public") == before)
    #expect(!site.exists(".public.cadrage"))
  }

  /// The same with a site that was really built, once: the checks before are quick.
  @Test func builtSiteStaysByteForByte() throws {
    let site = try ContentFolder.ofRepository()
    #expect(try site.cadrage("build").status == 0)
    let before = try site.contents(of: "public")
    try site.append("\n{{ ps.plafnod }}\n", to: BadInputTests.depot)
    #expect(try site.cadrage("build").status == 1)
    #expect(try site.contents(of: "public") == before)
    expectNoDifference(
      try site.names(), [".public.memoire", "departments", "public", "site", "templates"])
  }

  static let year = "departments/vosges/2025-2026.yaml"
  static let lasting = "departments/vosges/departement.yaml"
  static let depot = "templates/note-de-cadrage/circulaire-2021/depot.md"

  static let faults = values + templates + markdown + files

  private static let values: [Fault] = [
    Fault(
      testDescription: "a value removed from the YAML", file: lasting, mark: "organisme:",
      change: { site in
        let text = try site.read(lasting)
        try site.write(lasting, text.replacing(#/ +nom_long: .*\n/#, with: ""))
      },
      expected: """
        departments/vosges/departement.yaml:§:1: erreur [cle-manquante] Il manque la clé « organisme.nom_long » : ajoutez-la dans departments/vosges/departement.yaml.
        § | organisme:
              | ^^^^^^^^^
           attendu : nom_long: En toutes lettres : « la Caisse d'allocations familiales des Vosges »

        1 erreur
        """),
    Fault(
      testDescription: "plafnod for plafond", file: year, mark: "plafnod:",
      change: { try $0.replace("plafond:", with: "plafnod:", in: year) },
      expected: """
        departments/vosges/2025-2026.yaml:§:3: erreur [cle-inconnue] La clé « plafnod » est inconnue dans « ps ».
        § |   plafnod: 8 487 €/collectif
              |   ^^^^^^^
           attendu : une des clés plafond, maximum
           suggestion : plafond

        1 erreur
        """),
    Fault(
      testDescription: "8 487 €/porteur for a ceiling", file: year, mark: "8 487 €/porteur",
      change: { try $0.replace("8 487 €/collectif", with: "8 487 €/porteur", in: year) },
      expected: """
        departments/vosges/2025-2026.yaml:§:12: erreur [unite-inattendue] La valeur « 8 487 €/porteur » de « ps.plafond » est en €/porteur.
        § |   plafond: 8 487 €/porteur
              |            ^^^^^^^^^^^^^^^
           attendu : un montant en €/collectif

        1 erreur
        """),
    Fault(
      testDescription: "2025-13-01", file: year, mark: "2025-13-01",
      change: { try $0.replace("du: 2025-06-20", with: "du: 2025-13-01", in: year) },
      expected: """
        departments/vosges/2025-2026.yaml:§:9: erreur [date-impossible] La valeur « 2025-13-01 » de « calendrier.du » n'existe pas : il n'y a pas de mois 13.
        § |     du: 2025-13-01
              |         ^^^^^^^^^^
           attendu : une date comme 2025-06-20, 20/06/2025 ou 20 juin 2025
           suggestion : du: 2025-01-13

        1 erreur
        """),
  ]

  private static let templates: [Fault] = [
    Fault(
      testDescription: "an undefined value in a branch that no department takes", file: depot,
      mark: "ps.plafnod",
      change: {
        try $0.append(
          "\n{% si organisme.nom = \"la Caf de nulle part\" %}\n{{ ps.plafnod | euros }}\n{% fin %}\n",
          to: depot)
      },
      expected: """
        templates/note-de-cadrage/circulaire-2021/depot.md:§:7: erreur [nom-inconnu] « ps » n'a pas de donnée « plafnod ».
        § | {{ ps.plafnod | euros }}
              |       ^^^^^^^
           attendu : plafond ou maximum
           suggestion : ps.plafond

        1 erreur
        """),
    Fault(
      testDescription: "an unclosed {{", file: depot, mark: "{{ departement.nom",
      change: { try $0.append("\nDépartement : {{ departement.nom\n", to: depot) },
      expected: """
        templates/note-de-cadrage/circulaire-2021/depot.md:§:15: erreur [balise-non-fermee] La balise ouverte par « {{ » n'est pas fermée.
        § | Département : {{ departement.nom
              |               ^^
           attendu : « }} » à la fin de la balise

        1 erreur
        """),
    Fault(
      testDescription: "an include of itself", file: depot, mark: "{% inclure \"depot\" %}",
      change: { try $0.append("\n{% inclure \"depot\" %}\n", to: depot) },
      expected: """
        templates/note-de-cadrage/circulaire-2021/depot.md:§:12: erreur [inclusion-circulaire] Des fichiers s'incluent en rond : depot → depot.
        § | {% inclure "depot" %}
              |            ^^^^^^^
           attendu : des inclusions qui ne reviennent pas à leur point de départ

        1 erreur
        """),
  ]

  private static let markdown: [Fault] = [
    Fault(
      testDescription: "raw <script>", file: depot, mark: "<script>",
      change: { try $0.append("\nÀ lire. <script>alert(1)</script>\n", to: depot) },
      expected: """
        templates/note-de-cadrage/circulaire-2021/depot.md:§:9: erreur [html-brut] Le texte contient du HTML brut : « <script> ».
        § | À lire. <script>alert(1)</script>
              |         ^
           attendu : du Markdown seul
        templates/note-de-cadrage/circulaire-2021/depot.md:§:25: erreur [html-brut] Le texte contient du HTML brut : « </script> ».
        § | À lire. <script>alert(1)</script>
              |                         ^
           attendu : du Markdown seul

        2 erreurs
        """),
    Fault(
      testDescription: "a javascript: link", file: depot, mark: "javascript:",
      change: { try $0.append("\n[Ouvrir](javascript:alert(1))\n", to: depot) },
      expected: """
        templates/note-de-cadrage/circulaire-2021/depot.md:§:1: erreur [lien-dangereux] Le lien mène à une adresse qui n'est pas permise : « javascript:alert(1) ».
        § | [Ouvrir](javascript:alert(1))
              | ^
           attendu : une adresse https, http, mailto ou tel, un chemin du site, ou un renvoi « #section »

        1 erreur
        """),
    Fault(
      testDescription: "a link to a page that does not exist", file: depot, mark: "../../corse",
      change: { try $0.append("\n[La Corse](../../corse/index.html)\n", to: depot) },
      expected: """
        templates/note-de-cadrage/circulaire-2021/depot.md:§:1: erreur [lien-mort] Le lien vers « ../../corse/index.html », sur la page « isere/2022-2023/index.html » et 2 autres, ne mène à rien.
        § | [La Corse](../../corse/index.html)
              | ^
           attendu : une page ou un fichier du site

        1 erreur
        """),
    Fault(
      testDescription: "a link to an anchor that does not exist", file: depot, mark: "#calendier",
      change: {
        try $0.append(
          "\n{% si calendrier est publie %}\nVoir [les dates](#calendier).\n{% fin %}\n", to: depot)
      },
      expected: """
        templates/note-de-cadrage/circulaire-2021/depot.md:§:6: erreur [ancre-inconnue] Le lien vers « #calendier », sur la page « isere/2022-2023/index.html » et 1 autre, mène à une ancre qui n’existe pas.
        § | Voir [les dates](#calendier).
              |      ^
           attendu : l’ancre d’un titre de la page visée
           suggestion : #calendrier

        1 erreur
        """),
  ]

  private static let files: [Fault] = [
    Fault(
      testDescription: "a department folder with no year", file: "departments/corse",
      change: { site in
        try site.write("departments/corse/departement.yaml", site.read(lasting))
      },
      expected: """
        departments/corse:1:1: erreur [departement-sans-annee] Le département « corse » n'a aucune année.
           attendu : un fichier comme departments/corse/2025-2026.yaml

        1 erreur
        """),
    Fault(
      testDescription: "an empty YAML file", file: year, change: { try $0.write(year, "") },
      expected: """
        departments/vosges/2025-2026.yaml:1:1: erreur [fichier-vide] Le fichier ne contient aucune valeur.
            1 |
              | ^
           attendu : des clés et leurs valeurs

        1 erreur
        """),
    Fault(
      testDescription: "a 50 MB YAML file", file: year,
      change: { try $0.write(year, Data(repeating: UInt8(ascii: "#"), count: 50 << 20)) },
      expected: """
        departments/vosges/2025-2026.yaml:1:1: erreur [fichier-trop-gros] Le fichier est trop gros (50 Mio) : il n'est pas lu.
           attendu : un fichier de 1 Mio au plus

        1 erreur
        """),
    Fault(
      testDescription: "a template that is a directory", file: depot,
      change: { site in
        try site.remove(depot)
        try site.makeFolder(depot)
      },
      expected: """
        templates/note-de-cadrage/circulaire-2021/depot.md:1:1: erreur [dossier-au-lieu-de-fichier] « templates/note-de-cadrage/circulaire-2021/depot.md » est un dossier.
           attendu : un fichier de ce nom, ou un dossier sans « .md »

        1 erreur
        """),
    Fault(
      testDescription: "a symbolic link out of the tree", file: depot,
      change: { site in
        try site.remove(depot)
        try site.link(depot, to: "../../../../../etc/passwd")
      },
      expected: """
        templates/note-de-cadrage/circulaire-2021/depot.md:1:1: erreur [lien-symbolique] « templates/note-de-cadrage/circulaire-2021/depot.md » est un lien symbolique vers « ../../../../../etc/passwd ».
           attendu : une copie du fichier : un lien peut sortir du projet, et ne se copie pas partout

        1 erreur
        """),
  ]
}
