import CustomDump
import Foundation
import TestSupport
import Testing

/// What a draft prints in the place of a value that is not confirmed: what the last note said, and
/// never what is proposed.
@Suite struct PendingValuesTests {
  private static let published = "departments/bresse/2025-2026.yaml"

  /// A department with a published year, and a draft of a later one.
  ///
  /// - Parameters:
  ///   - last: the keys of the published year.
  ///   - facts: those of the draft.
  private func site(
    last: String, facts: String, year: String = "2026-2027"
  ) throws -> ContentFolder {
    let site = try ContentFolder.publishable()
    try site.write("templates/note/circulaire-2021/financement.md", PendingValuesTests.funding)
    try site.write("templates/note/circulaire-2021/depot.md", PendingValuesTests.filing)
    try site.write(PendingValuesTests.published, last)
    let run = try site.cadrage("publish", "bresse", "2025-2026", "--date", "2025-06-01")
    try #require(run.status == 0, "\(run.errors)")
    try site.write("departments/bresse/\(year).yaml", facts)
    return site
  }

  private static let funding = """
    ## Le financement

    {% si non ps.plafond est absent %}
    Prix plafond : {{ ps.plafond | euros }}.
    {% fin %}
    {% si financements est publie %}
    {% pour aide dans financements %}
    - {{ aide.dispositif }} : {% si non aide.montant est absent %}{{ aide.montant | euros }}{% fin %}
    {% fin %}
    {% fin %}

    """

  private static let filing = """
    ## Déposer votre demande

    {% si calendrier est publie %}
    {% pour etape dans calendrier %}
    - {{ etape.libelle }} : {% si non etape.du est absent %}{{ etape.du | date }}{% fin %}{% si non etape.au est absent %}, {{ etape.au | date }}{% fin %}{% si non etape.le est absent %}{{ etape.le | jour }}{% fin %}{% si non etape.en est absent %}{{ etape.en | date }}{% fin %}
    {% fin %}
    {% fin %}

    """

  private static let last = """
    calendrier:
      - etape: presentation
        le: 2025-06-19
      - etape: depot
        du: 2025-06-20
        au: 2025-07-31
      - etape: comite
        en: 2025-10
    ps:
      plafond: 8 487 €/collectif
      maximum: 2 758,28 €/collectif
    financements:
      - code: msa
        financeur: la MSA Lorraine
        dispositif: Grandir en Milieu Rural
        montant: 1 000 €/porteur
      - code: tne
        financeur: le Conseil départemental
        dispositif: Bonus parents
        montant: de 100 € à 500 €/collectif

    """

  /// Steps and funders in another order than last year's, and new ones.
  private static let facts = """
    calendrier:
      - etape: comite
        en: a_confirmer 2026-11
      - etape: depot
        du: a_confirmer 2026-06-19
        au: a_confirmer 2026-07-30
      - etape: presentation
        le: a_confirmer 2026-06-18
      - etape: bilan
        le: a_confirmer 2026-09-17
    ps:
      plafond: a_confirmer 9 999 €/collectif
      maximum: a_paraitre
    financements:
      - code: tne
        financeur: le Conseil départemental
        dispositif: Bonus parents
        montant: a_confirmer de 111 € à 555 €/collectif
      - code: msa
        financeur: la MSA Lorraine
        dispositif: Grandir en Milieu Rural
        montant: a_confirmer 1 111 €/porteur
      - code: ville
        financeur: la ville
        dispositif: Aide de la ville
        montant: a_confirmer 222 €/collectif

    """

  @Test(arguments: [("2026-2027", "l’an dernier"), ("2027-2028", "en 2025-2026")])
  func noteGivesWhatTheLastOneSaid(_ year: String, _ when: String) throws {
    let site = try site(
      last: PendingValuesTests.last, facts: PendingValuesTests.facts, year: year)
    let run = try site.cadrage("note", "bresse", year)
    expectNoDifference(run.errors, "")
    let text = run.output.withPlainSpaces
    expectNoDifference(
      text.replacing("\n  ", with: " ").split(separator: "\n")
        .filter { $0.contains("à confirmer") }.map(String.init),
      [
        "- Réunion du comité : à confirmer (\(when) : octobre 2025)",
        "- Dépôt des dossiers : à confirmer (\(when) : 20 juin 2025), à confirmer (\(when) : "
          + "31 juillet 2025)",
        "- Présentation de la campagne : à confirmer (\(when) : 19 juin 2025)",
        "- Bilan de l’année écoulée : à confirmer",
        "Prix plafond : à confirmer (\(when) : 8 487 € par collectif).",
        "- Bonus parents : à confirmer (\(when) : de 100 € à 500 € par collectif)",
        "- Grandir en Milieu Rural : à confirmer (\(when) : 1 000 € par porteur)",
        "- Aide de la ville : à confirmer",
      ])
  }

  @Test func whatIsProposedIsNowhere() throws {
    let site = try site(last: PendingValuesTests.last, facts: PendingValuesTests.facts)
    #expect(try site.cadrage("build", "--drafts").status == 0)
    let proposed = [
      "19 juin 2026", "30 juillet 2026", "18 juin 2026", "17 septembre 2026", "novembre 2026",
      "2026-06-", "2026-07", "2026-09", "2026-11-", "9 999", "999900", "1 111", "111100", "555",
      "222 €", "22200",
    ]
    for (path, bytes) in try site.contents(of: "public") where !path.hasSuffix("calcul.js") {
      // The style sheets hold colours such as #555.
      guard !path.hasSuffix(".css") else { continue }
      let text = String(decoding: bytes, as: UTF8.self).withPlainSpaces
      for value in proposed { #expect(!text.contains(value), "\(path): \(value)") }
    }
  }

  /// The filing window of the pages and of the summary.
  @Test(
    arguments: [
      (
        "    du: 2025-06-20\n    au: 2025-07-31\n",
        "    du: a_confirmer 2026-06-19\n    au: a_confirmer 2026-07-30\n",
        "Dépôt : dates à confirmer (l’an dernier : du 20 juin au 31 juillet 2025)."
      ),
      (
        "    du: 2025-06-20\n    au: 2025-07-31\n",
        "    du: 2026-06-19\n    au: a_confirmer 2026-07-30\n",
        "Dépôt : à partir du 19 juin 2026, clôture à confirmer (l’an dernier : 31 juillet 2025)."
      ),
      (
        "    du: 2025-06-20\n    au: 2025-07-31\n",
        "    du: a_confirmer 2026-06-19\n    au: 2026-07-30\n",
        "Dépôt : jusqu’au 30 juillet 2026, ouverture à confirmer (l’an dernier : 20 juin 2025)."
      ),
      (
        "    en: 2025-10\n", "    du: a_confirmer 2026-06-19\n    au: a_confirmer 2026-07-30\n",
        "Dépôt : dates à confirmer."
      ),
      (
        "    en: 2025-10\n", "    en: a_confirmer 2026-10\n",
        "Dépôt : dates à confirmer (l’an dernier : en octobre 2025)."
      ),
      (
        "    le: 2025-10-02\n", "    le: a_confirmer 2026-10-01\n",
        "Dépôt : date à confirmer (l’an dernier : le 2 octobre 2025)."
      ),
      (
        "    du: 2025-06-20\n    au: 2025-07-31\n", "    du: a_completer\n    au: a_completer\n",
        "Dépôt : dates à compléter."
      ),
      (
        "    du: 2025-06-20\n    au: 2025-07-31\n",
        "    du: a_completer\n    au: a_confirmer 2026-07-30\n",
        "Dépôt : ouverture à compléter, clôture à confirmer (l’an dernier : 31 juillet 2025)."
      ),
      (
        "    du: 2025-06-20\n    au: 2025-07-31\n", "    du: 2026-04\n    au: 2026-10\n",
        "Dépôt d’avril 2026 à octobre 2026."
      ),
      (
        "    du: 2025-06-20\n    au: 2025-07-31\n", "    au: 2026-10\n",
        "Dépôt jusqu’à octobre 2026."
      ),
    ])
  func filingWindow(_ last: String, _ draft: String, _ expected: String) throws {
    let head = "calendrier:\n  - etape: depot\n"
    let site = try site(last: head + last, facts: head + draft)
    let run = try site.cadrage("build", "--drafts")
    #expect(run.status == 0, "\(run.errors)")
    let line = try site.read("public/bresse/2026-2027/resume.txt").split(separator: "\n")[0]
    expectNoDifference(
      line.replacing("\u{A0}", with: " "),
      "PROJET. Note de cadrage du Clas, Bresse, 2026-2027. " + expected)
    let page = try site.read("public/bresse/2026-2027/index.html")
    #expect(page.contains("data-cloture") == draft.contains("au: 2026-07"), "\(draft)")
    #expect(page.contains("data-ouverture") == draft.contains("du: 2026-06"), "\(draft)")
  }

  @Test func contactsNotKnownAreNoLinks() throws {
    let site = try site(
      last: PendingValuesTests.last,
      facts: """
        contacts:
          - code: accueil
            service: Service des partenaires
            telephone: a_confirmer 04 11 11 11 11
            courriel: a_completer

        """)
    #expect(try site.cadrage("build", "--drafts").status == 0)
    let page = try site.read("public/bresse/2026-2027/index.html")
    #expect(page.firstMatch(of: #/mailto:[^?]/#) == nil && !page.contains("tel:"))
    #expect(page.contains("Courriel à compléter"))
    let text = try site.read("public/bresse/2026-2027/resume.txt").withPlainSpaces
    #expect(
      text.contains(
        "Contact : Service des partenaires, téléphone à confirmer (l’an dernier : "
          + "04 00 00 00 00), courriel à compléter ;"), "\(text)")
  }

  /// A draft is not decided: the last published note counts.
  @Test func anotherDraftIsNotTheLastNote() throws {
    let site = try site(last: PendingValuesTests.last, facts: PendingValuesTests.facts)
    try site.write(
      "departments/bresse/2027-2028.yaml",
      "calendrier:\n  - etape: comite\n    en: a_confirmer 2027-10\n")
    let text = try site.cadrage("note", "bresse", "2027-2028").output
    #expect(text.contains("à confirmer (en 2025-2026\u{A0}: octobre 2025)"), "\(text)")
  }
}
