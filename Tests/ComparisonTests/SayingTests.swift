import Comparison
import Facts
import Markdown
import TestSupport
import Testing

/// What changes without a word changing is said in words.
@Suite struct SayingTests {
  /// Two texts, and the lines that say what changes between them.
  private static let cases: [(before: String, after: String, lines: String)] = [
    (
      "Voir https://a.example/Guide.", "Voir https://A.example/guide.",
      "modifié : Voir [-https://a.example/Guide-]{+https://A.example/guide+}."
    ),
    (
      "Avant le ~~31 juillet 2025~~ à midi.", "Avant le 31 juillet 2025 à midi.",
      "modifié (« 31 juillet 2025 » n’est plus barré) : "
        + "Avant le [-[barré : 31 juillet 2025]-]{+31 juillet 2025+} à midi."
    ),
    (
      "Le dossier est complet.", "~~Le dossier est complet.~~",
      "modifié (« Le dossier est complet. » est barré) : "
        + "[-Le dossier est complet.-]{+[barré : Le dossier est complet.]+}"
    ),
    (
      "> [!NOTE]\n> Le dossier est complet.", "> [!IMPORTANT]\n> Le dossier est complet.",
      "modifié (l’encadré « À noter » devient « Important ») : Le dossier est complet."
    ),
    (
      "> [!NOTE]\n> Le dossier est complet.", "> [!IMPORTANT]\n> Le dossier est vide.",
      """
      modifié (l’encadré « À noter » devient « Important »)
      modifié : Le dossier est [-complet-]{+vide+}.
      """
    ),
    (
      "> Le dossier est complet.", "> [!CONSEIL]\n> Le dossier est complet.",
      "modifié (la citation devient l’encadré « Conseil ») : Le dossier est complet."
    ),
    ("- [ ] Bilan signé", "- [x] Bilan signé", "modifié (la case est cochée) : Bilan signé"),
    ("- [x] Bilan signé", "- [ ] Bilan signé", "modifié (la case n’est plus cochée) : Bilan signé"),
    (
      "- Bilan signé", "- [x] Bilan signé",
      "modifié (une case à cocher est ajoutée, cochée) : Bilan signé"
    ),
    (
      "- [ ] Bilan signé", "- Bilan signé",
      "modifié (la case à cocher est supprimée) : Bilan signé"
    ),
    (
      "- Ouvrir\n- Fermer", "1. Ouvrir\n2. Fermer",
      """
      modifié (les puces deviennent une liste numérotée) : Ouvrir
        Fermer
      """
    ),
    (
      "1. Ouvrir", "4. Ouvrir", "modifié (les numéros partent de 4, au lieu de 1) : Ouvrir"
    ),
    (
      "> [!NOTE]\n> Le dossier est complet.", "Le dossier est complet.",
      """
      supprimé (l’encadré « À noter » est retiré, son texte reste) : [-Le dossier est complet.-]
      ajouté : {+Le dossier est complet.+}
      """
    ),
    (
      "Le dossier est complet.", "> Le dossier est complet.",
      """
      supprimé (le texte devient une citation) : [-Le dossier est complet.-]
      ajouté : {+Le dossier est complet.+}
      """
    ),
    (
      "#### Les dates\n\nUn mot.", "**Les dates**\n\nUn mot.",
      """
      supprimé (le titre devient un texte) : [-Les dates-]
      ajouté : {+Les dates+}
      """
    ),
    (
      "Un mot.\n\nUn autre.", "- Un mot.\n- Un autre.",
      """
      supprimé : [-Un mot.-]
      supprimé : [-Un autre.-]
      ajouté (le texte devient une liste) : {+Un mot.
        Un autre.+}
      """
    ),
    (
      "- un\n  - deux\n  - trois", "- un\n- deux\n- trois",
      """
      supprimé (ces points remontent au niveau de la liste) : [-deux
        trois-]
      ajouté : {+deux+}
      ajouté : {+trois+}
      """
    ),
    (
      "- un\n- deux\n- trois", "- un\n  - deux\n  - trois",
      """
      ajouté (ces points deviennent une sous-liste) : {+deux
        trois+}
      supprimé : [-deux-]
      supprimé : [-trois-]
      """
    ),
    ("Un mot.\n\n---", "Un mot.", "supprimé (trait de séparation)"),
    (
      "### Les dates", "#### Les dates",
      "modifié (le titre passe du niveau 3 au niveau 4) : Les dates"
    ),
    (
      "| A | B |\n| - | - |\n| ~~un~~ | deux |", "| A | B |\n| - | - |\n| un | deux |",
      "modifié (« un » n’est plus barré) : [-[barré : un]-]{+un+} ; deux"
    ),
    (
      "[Plan](plan.png)", "![Plan](plan.png)",
      "modifié : [-Plan-]{+[image : Plan]+} <plan.png>"
    ),
    (
      "Voici : ![Le plan du nord](a.png)", "Voici : ![Le plan du sud](a.png)",
      "modifié : Voici : [-[image : Le plan du nord]-]{+[image : Le plan du sud]+} <a.png>"
    ),
    (
      "Écrivez à **la Caf**.", "Écrivez à la *Caf*.", ""
    ),
  ]

  @Test(arguments: cases)
  func whatNoWordSays(case: (before: String, after: String, lines: String)) {
    let text = { (body: String) in "## A\n\nUne phrase.\n\n\(body)\n" }
    let lines = changes(text(`case`.before), text(`case`.after)).split(separator: "\n").dropFirst()
      .map { $0.dropFirst(2) }.joined(separator: "\n")
    expectNoDifference(lines, `case`.lines)
  }

  @Test func itIsInTheJSON() {
    let comparison = NoteComparison(
      from: note("## A\n\n- [ ] Bilan signé\n"), to: note("## A\n\n- [x] Bilan signé\n"))
    let block = JSONComparisonWriter.text(comparison).split(separator: "\n").first {
      $0.contains("Bilan")
    }
    #expect(
      block.map(String.init)
        == #"    {"section": "a", "nature": "modification", "avant": "Bilan signé", "#
        + #""apres": "Bilan signé", "mots": [{"nature": "egal", "texte": "Bilan signé"}], "#
        + #""remarques": ["la case est cochée"]}"#)
  }

  // MARK: - Acronyms

  private func explained(_ texts: [String], form: String = "direction de l'école") -> ComparedNote {
    let document = Preparation(glossary: [Acronym(sigle: "DSDEN", form: form)]).document(
      texts.map { SectionText(markdown: $0, identifier: "") })
    return ComparedNote(
      identifier: "a", facts: Record([:]),
      sections: TextSection.sections(of: document, names: texts.indices.map { "s\($0)" }))
  }

  @Test func anAcronymExplainedElsewhereIsNoChange() {
    let whole = ["## Un\n\nLa DSDEN signe.\n", "## Deux\n\nÉcrivez à la DSDEN.\n"]
    let comparison = NoteComparison(
      from: explained(whole), to: explained(["## Un\n\nSignez.\n", whole[1]]))
    expectNoDifference(
      changes(comparison),
      """

      Un
        supprimé : [-La DSDEN (direction de l’école) signe.-]
        ajouté : {+Signez.+}

      """)
    #expect(
      comparison.after.last?.blocks.last?.plainText
        == "Écrivez à la DSDEN (direction de l’école).")
  }

  @Test func anotherExplanationIsAChange() {
    let text = ["## Un\n\nLa DSDEN signe.\n"]
    expectNoDifference(
      changes(
        NoteComparison(from: explained(text), to: explained(text, form: "direction du lycée"))),
      """

      Un
        modifié : La DSDEN (direction [-de l’école-]{+du lycée+}) signe.

      """)
  }

  // MARK: - Records

  @Test func aSituationUnderAnotherCodeIsKnownByItsTitle() {
    func document(_ code: String, _ name: String, _ precision: String) -> Value {
      list([
        ["code": .text(code), "nom": .text(name), "precision": .text(precision)],
        ["code": .text("autre"), "nom": .text("Première demande")],
      ])
    }
    let comparison = NoteComparison(
      from: note(facts: [
        "pieces": document("un", "Financé en 2024-2025, projet inchangé", "Par courrier.")
      ]),
      to: note(facts: [
        "pieces": document("deux", "Financé en 2025-2026, projet inchangé", "En ligne.")
      ]))
    #expect(
      comparison.values.map { "\($0.label.withPlainSpaces) \($0.nature.rawValue)" } == [
        "Financé en 2025-2026, projet inchangé : nom modification",
        "Financé en 2025-2026, projet inchangé : précision modification",
      ])
  }
}
