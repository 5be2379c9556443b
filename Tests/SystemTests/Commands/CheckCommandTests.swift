import CustomDump
import Foundation
import TestSupport
import Testing

/// `cadrage check`
@Suite struct CheckCommandTests {
  private static let year = "departments/bresse/2025-2026.yaml"

  @Test func jsonOfAValidSite() throws {
    let run = try ContentFolder.minimal().cadrage("check", "--format", "json")
    expectNoDifference(
      run,
      ContentFolder.Run(
        status: 0,
        output: #"{"diagnostics": [], "erreurs": 0, "avertissements": 0, "derogations": 0}"# + "\n",
        errors: ""))
  }

  @Test func jsonHasItsKeysInOrderAndIsAlone() throws {
    let site = try ContentFolder.minimal()
    try site.replace("8 487 €/collectif", with: "8 487 €/porteur", in: CheckCommandTests.year)
    try site.write(
      "templates/note/circulaire-2021/partie.md", "Le taux est {{ regles.ps.tau | pourcentage }}.\n"
    )
    try site.append(
      "\n{% inclure \"partie\" %}\n", to: "templates/note/circulaire-2021/introduction.md")
    let run = try site.cadrage("check", "--format", "json")
    expectNoDifference(
      run.output,
      #"""
      {"diagnostics": [
        {"code": "unite-inattendue", "gravite": "erreur", "fichier": "departments/bresse/2025-2026.yaml", "ligne": 19, "colonne": 12, "message": "La valeur « 8 487 €/porteur » de « ps.plafond » est en €/porteur.", "attendu": "un montant en €/collectif", "suggestion": null, "correction": null},
        {"code": "nom-inconnu", "gravite": "erreur", "fichier": "templates/note/circulaire-2021/partie.md", "ligne": 1, "colonne": 26, "message": "« regles.ps » n'a pas de donnée « tau ».", "attendu": "taux", "suggestion": "regles.ps.taux", "correction": {"fichier": "templates/note/circulaire-2021/partie.md", "ligne": 1, "colonne": 26, "ligne_fin": 1, "colonne_fin": 29, "texte": "taux", "certaine": false}}
      ], "erreurs": 2, "avertissements": 0, "derogations": 0}

      """#)
    #expect(run.errors.isEmpty)
    #expect(run.status == 1)
  }

  /// Whatever stands in a message, the result is JSON.
  @Test func jsonIsValidWithQuotesAndControlCharacters() throws {
    let site = try ContentFolder.minimal()
    try site.replace(
      "8 487 €/collectif", with: #""8 \"487\" \\ €\u0007""#, in: CheckCommandTests.year)
    let run = try site.cadrage("check", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let diagnostics = try #require(object?["diagnostics"] as? [[String: Any]])
    let messages = diagnostics.compactMap { $0["message"] as? String }
    #expect(messages.contains { $0.contains(#"8 "487" \ €"#) }, "\(messages)")
    #expect(diagnostics.map { $0["code"] as? String }.contains("caractere-invisible"))
  }

  @Test func jsonTellsTheInclusionsThatLedThere() throws {
    let site = try ContentFolder.minimal()
    try site.write("templates/note/circulaire-2021/partie.md", "Voir [ici](#nulle-part).\n")
    try site.append(
      "\n{% inclure \"partie\" %}\n", to: "templates/note/circulaire-2021/introduction.md")
    let run = try site.cadrage("check", "--format", "json")
    expectNoDifference(
      run.output,
      #"""
      {"diagnostics": [
        {"code": "ancre-inconnue", "gravite": "erreur", "fichier": "templates/note/circulaire-2021/partie.md", "ligne": 1, "colonne": 6, "message": "Le lien vers « #nulle-part », sur la page « bresse/2025-2026/index.html », mène à une ancre qui n’existe pas.", "attendu": "l’ancre d’un titre de la page visée", "suggestion": null, "correction": null, "inclusions": [{"fichier": "templates/note/circulaire-2021/introduction.md", "ligne": 5, "colonne": 1}]}
      ], "erreurs": 1, "avertissements": 0, "derogations": 0}

      """#)
  }

  @Test func warningsFailOnlyWhenAsked() throws {
    let site = try ContentFolder.minimal()
    try site.append(
      "\n![](../../images/favicon.svg)\n", to: "templates/note/circulaire-2021/introduction.md")
    let lenient = try site.cadrage("check")
    let strict = try site.cadrage("check", "--strict")
    #expect(lenient.status == 0)
    #expect(strict.status == 1)
    expectNoDifference(strict.errors, lenient.errors)
    #expect(lenient.errors.contains(": avertissement [image-sans-texte]"))
    #expect(lenient.errors.hasSuffix("\n\n1 avertissement\n"))
    // A warning is told, and does not keep the site from being built.
    let build = try site.cadrage("build")
    #expect(build.status == 0)
    #expect(build.errors.contains("1 avertissement\n"))
  }

  @Test func nothingIsWritten() throws {
    let site = try ContentFolder.minimal()
    #expect(try site.cadrage("check").status == 0)
    expectNoDifference(try site.names(), ["departments", "site", "templates"])
  }

  /// Faults of facts, of words, of the face: all in one run, sorted by file and position.
  @Test func everythingComesInOneRun() throws {
    let site = try ContentFolder.minimal()
    try site.replace("8 487 €/collectif", with: "8 487 €", in: CheckCommandTests.year)
    try site.replace("du: 2025-06-02", with: "du: 2 juin", in: CheckCommandTests.year)
    try site.replace("demonstration: oui", with: "demonstration: si", in: "site/site.yaml")
    try site.append("\n{{ inconnu }}\n", to: "site/layouts/404.html")
    try site.append("\n{{ annee | dat }}\n", to: "templates/note/circulaire-2021/financement.md")
    let run = try site.cadrage("check")
    let places = run.errors.split(separator: "\n").compactMap {
      $0.firstMatch(of: #/^([a-z][^ ]*): erreur \[([a-z-]+)\]/#)?.output
    }.map { "\($0.1) \($0.2)" }
    let start = try site.read("site/layouts/404.html").split(separator: "\n").count
    expectNoDifference(
      places,
      [
        "departments/bresse/2025-2026.yaml:3:9 date-illisible",
        "departments/bresse/2025-2026.yaml:19:12 unite-manquante",
        "site/layouts/404.html:\(start + 1):4 nom-inconnu",
        "site/site.yaml:8:16 oui-ou-non",
        "templates/note/circulaire-2021/financement.md:8:12 filtre-inconnu",
      ])
    #expect(run.errors.hasSuffix("\n\n5 erreurs\n"))
  }
}
