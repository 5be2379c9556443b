import CustomDump
import Diagnostics
import Testing

@testable import Markdown

@Suite struct ProblemTests {
  /// `line:column+length severity [code] message; attendu; suggestion` of each problem.
  private func shown(_ sections: [String]) -> [String] {
    let document = Preparation().document(sections.map { SectionText(markdown: $0) })
    let found = problems(in: document) { position in
      let source = SourceText(path: "\(position.text).md", text: sections[position.text])
      let offset = source.utf8Offset(line: position.line, byteColumn: position.column)
      return (
        source.place(atUTF8: offset, length: position.length), [Place(file: "base.md", line: 7)]
      )
    }
    return found.map { problem in
      #expect(problem.includedFrom == [Place(file: "base.md", line: 7)])
      let place = problem.place ?? Place(file: "?")
      var line = "\(place.file):\(place.line):\(place.column)+\(place.length)"
      line += " \(problem.severity.rawValue) [\(problem.code)] \(problem.message)"
      if let expected = problem.expected { line += " | \(expected)" }
      if let suggestion = problem.suggestion { line += " | \(suggestion)" }
      return line
    }
  }

  private static let address =
    "une adresse https, http, mailto ou tel, un chemin du site, ou un renvoi « #section »"

  @Test(arguments: [
    (
      "é <b>",
      "0.md:1:3+3 erreur [html-brut] Le texte contient du HTML brut : « <b> ». | « **mots** » pour du gras"
    ),
    (
      "<script>\nalert(1)\n</script>",
      "0.md:1:1+8 erreur [html-brut] Le texte contient du HTML brut : « <script> ». | du Markdown seul"
    ),
    (
      "a\n   b <!-- c -->",
      "0.md:2:6+10 erreur [html-brut] Le texte contient un commentaire HTML : « <!-- c --> ». | un commentaire de gabarit {# … #}"
    ),
    (
      "à [x](javascript:y)",
      "0.md:1:3+17 erreur [lien-dangereux] Le lien mène à une adresse qui n'est pas permise : « javascript:y ». | \(address)"
    ),
    (
      "![x](//caf.fr/a.png)",
      "0.md:1:1+20 erreur [lien-dangereux] L'image vient d'une adresse qui n'est pas permise : « //caf.fr/a.png ». | \(address) | https://caf.fr/a.png"
    ),
    (
      "[](a)",
      "0.md:1:1+5 erreur [lien-sans-texte] Le lien vers « a » n'a pas de texte. | le texte du lien entre les crochets"
    ),
    (
      "![](a)",
      "0.md:1:1+6 avertissement [image-sans-texte] L'image « a » n'a pas de texte de remplacement. | ce que l'image apprend au lecteur, entre les crochets"
    ),
    (
      "a\n\n| a |\n|---|",
      "0.md:3:1+5 erreur [tableau-sans-titre] Le tableau n'a pas de titre. | un paragraphe « Tableau : … » juste avant le tableau"
    ),
    (
      "Tableau : Les *dates*",
      "0.md:1:1+21 erreur [titre-sans-tableau] Le titre de tableau « Les dates » n'est suivi d'aucun tableau. | un tableau juste après ce paragraphe"
    ),
    (
      "a[^note] b[^nte] `[^c]` \\[^d]\n\n[^note]: a",
      "0.md:1:11+6 erreur [renvoi-inconnu] Le renvoi « [^nte] » ne désigne aucune note de bas de page. | une ligne « [^nte]: … » dans le même texte | [^note]"
    ),
    (
      "a\n\n[^b]: perdu\n\n    [^c]: code",
      "0.md:3:1+4 erreur [note-sans-renvoi] La note de bas de page « [^b] » n'est appelée nulle part. | un renvoi « [^b] » dans le même texte"
    ),
    (
      "a[^b]\n\n[^b]: un\n\n[^b]: deux",
      "0.md:5:1+4 erreur [note-en-double] La note de bas de page « [^b] » est écrite deux fois. | un nom différent pour chaque note"
    ),
    (
      "## A\n\n#### B\n\n## C\n\n### D\n\n## E",
      "0.md:3:1+6 erreur [niveau-de-titre] Le titre est de niveau 4 alors que le précédent est de niveau 2. | un titre de niveau 3 au plus | ###"
    ),
    (
      "## {#a}",
      "0.md:1:1+7 erreur [titre-vide] Le titre est vide. | le texte du titre après les dièses"
    ),
    (
      "## A {#Été 1}",
      "0.md:1:1+13 erreur [ancre-invalide] L'identifiant « Été 1 » n'est pas valable. | des minuscules sans accent, des chiffres et des tirets, une lettre d'abord | {#ete-1}"
    ),
    (
      "## A {#a}\n## B {#a}",
      "0.md:2:1+9 erreur [identifiant-double] L'identifiant « a » est déjà pris. | un identifiant différent pour chaque titre"
    ),
    (
      "> [!IMPORTENT]\n> a",
      "0.md:1:3+12 erreur [encadre-inconnu] L'encadré a un genre inconnu : « IMPORTENT ». | IMPORTANT, NOTE, CONSEIL ou ATTENTION | [!IMPORTANT]"
    ),
    (
      "> [!NOTE] a",
      "0.md:1:3+7 erreur [encadre-inconnu] Du texte suit « [!NOTE] » sur la même ligne. | le genre seul sur sa ligne, le texte à la ligne suivante"
    ),
  ])
  func message(markdown: String, expected: String) {
    expectNoDifference(shown([markdown]), [expected])
  }

  @Test func limits() {
    expectNoDifference(
      [
        String(repeating: ">", count: 200) + "a", String(repeating: "- ", count: 200) + "a",
        String(repeating: "a", count: 1_100_000),
        String(repeating: "a <?", count: 20_000),
        "[a]: /" + String(repeating: "x", count: 50_000) + "\n\n"
          + String(repeating: "[a]", count: 10_000),
        "|a|b|\n|-|-|\n" + String(repeating: "a\n", count: 30_000),
        String(repeating: "- a\n", count: 60_000), String(repeating: "[", count: 200_001),
        String(repeating: "é**\u{301}**", count: 301),
      ].flatMap { shown([$0]) },
      [
        "0.md:1:1+1 erreur [imbrication-excessive] Le texte est imbriqué sur plus de 100 niveaux. | 100 niveaux au plus",
        "0.md:1:1+1 erreur [imbrication-excessive] Le texte est imbriqué sur plus de 100 niveaux. | 100 niveaux au plus",
        "0.md:1:1+1 erreur [texte-trop-long] Le texte compte 1100000 octets. | 1048576 octets au plus",
        "0.md:1:1+1 erreur [texte-trop-lourd] Le texte contient trop de « <? » ou de « <! ». | un texte plus simple",
        "0.md:1:1+1 erreur [texte-trop-lourd] Les renvois du texte répètent trop longuement leurs définitions. | un texte plus simple",
        "0.md:25001:1+1 erreur [texte-trop-lourd] Les tableaux du texte ont plus de 50000 cases. | un texte plus simple",
        "0.md:50000:1+1 erreur [texte-trop-lourd] Les listes du texte ont plus de 50000 éléments. | un texte plus simple",
        "0.md:1:1+1 erreur [texte-trop-lourd] Un paragraphe contient trop de crochets de liens et d'images. | un texte plus simple",
        "0.md:1:1+1 erreur [texte-trop-lourd] Un paragraphe contient trop d'accents qui ne sont pas sur une lettre. | un texte plus simple",
      ])
  }

  @Test func sectionsAreTold() {
    expectNoDifference(
      shown(["## A", "#### B <i>"]),
      [
        "1.md:1:1+10 erreur [niveau-de-titre] Le titre est de niveau 4 alors que le précédent est de niveau 2. | un titre de niveau 3 au plus | ###",
        "1.md:1:8+3 erreur [html-brut] Le texte contient du HTML brut : « <i> ». | « *mots* » pour de l'italique",
      ])
  }

  @Test func aCleanTextHasNoProblem() {
    expectNoDifference(
      shown([
        "## A {#a}\n\n[b](#a) <https://caf.fr> [^c] [t](tel:1)\n\nTableau : D\n\n| a |\n|--|\n\n> [!NOTE]\n> e\n\n```\n<b> [^x]: y\n```\n\n[^c]: f"
      ]), [])
  }

  @Test func everyCodeIsExplained() {
    for code in MarkdownCode.allCases {
      #expect(code.explanation.hasSuffix("."))
      #expect(code.explanation.count > 40)
    }
  }
}
