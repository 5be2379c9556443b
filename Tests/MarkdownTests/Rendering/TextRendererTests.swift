import CustomDump
import Testing

@testable import Markdown

@Suite struct TextRendererTests {
  private func text(_ markdown: String) -> String {
    let document = Preparation().document([SectionText(markdown: markdown)])
    return TypographyTests.shown(TextRenderer.render(document))
  }

  @Test func headings() {
    expectNoDifference(
      text("## Un\n\na\n\n### Deux ?\n\n#### Trois\n\n##### Quatre\n## Cinq"),
      """
      1._Un
      =====

      a

      1.1_Deux^?
      ----------

      Trois
      ~~~~~

      Quatre
      ~~~~~~


      2._Cinq
      =======

      """)
  }

  @Test func aHeadingOverSeveralLines() {
    let title = "Un titre bien trop long pour tenir sur une seule ligne de soixante-dix-huit signes"
    expectNoDifference(
      text("# " + title),
      """
      Un titre bien trop long pour tenir sur une seule ligne de soixante-dix-huit
      signes
      ===========================================================================

      """)
  }

  @Test func paragraphsNeverBreakAtNoBreakSpaces() {
    expectNoDifference(
      text(
        "Le prix plafond par collectif est fixé pour la campagne qui commence bientôt à 8 487 € : c'est ainsi. Appelez, pour en savoir davantage sur ce prix et sur tout le reste, au 03 29 68 39 77 !"
      ),
      """
      Le prix plafond par collectif est fixé pour la campagne qui commence bientôt à
      8^487_€_: c’est ainsi. Appelez, pour en savoir davantage sur ce prix et sur
      tout le reste, au 03_29_68_39_77^!

      """)
  }

  @Test(arguments: [
    ("[le site](https://caf.fr)", "le site <https://caf.fr>"),
    ("[le site](https://caf.fr).", "le site <https://caf.fr>."),
    ("<https://caf.fr>", "https://caf.fr"),
    ("[caf.fr](https://caf.fr/)", "caf.fr"),
    ("www.caf.fr", "www.caf.fr"),
    ("<a@b.fr>", "a@b.fr"),
    ("[écrire à a@b.fr](mailto:a@b.fr?subject=x)", "écrire à a@b.fr"),
    ("[écrire](mailto:a@b.fr?subject=x)", "écrire <a@b.fr>"),
    ("[03 29 68 39 77](tel:+33329683977)", "03_29_68_39_77"),
    ("[appeler](tel:+33329683977)", "appeler <+33329683977>"),
    ("[les dates](#dates)", "les dates"),
    ("[l'an dernier](../2024-2025/)", "l’an dernier <../2024-2025/>"),
    ("[mauvais](javascript:x)", "mauvais"),
    ("**a** *b* `c ; d` ~~e~~ <b>f</b>", "a b c ; d [supprimé_: e] f"),
    ("![logo](a.png) ![](b)", "[image_: logo]"),
    ("a  \nb", "a\nb"),
    ("a&#10;b&#13;c&#9;d", "a b c d"),
    ("> a\n> > b", "> a\n>\n> > b"),
    ("***", "* * *"),
    ("    un\n      deux ;", "    un\n      deux ;"),
    ("- a\n- b\n  - c\n- d", "- a\n- b\n  - c\n- d"),
    ("- a\n\n- b", "- a\n\n- b"),
    ("9. a\n10. b", " 9. a\n10. b"),
    ("- [x] a\n- [ ] b", "- [x] a\n- [ ] b"),
    ("1. a\n\n   b", "1. a\n\n   b"),
    ("- \n- a", "-\n- a"),
    ("<!-- rien -->", ""),
    ("", ""),
  ])
  func short(markdown: String, expected: String) {
    #expect(text(markdown) == (expected.isEmpty ? "" : expected + "\n"))
  }

  @Test func aLongAddressStandsAlone() {
    let path = String(repeating: "chemin/", count: 12)
    expectNoDifference(
      text("Voyez [le formulaire](https://www.caf.fr/\(path)) puis écrivez."),
      """
      Voyez le formulaire
      <https://www.caf.fr/\(path)>
      puis écrivez.

      """)
  }

  @Test func callouts() {
    expectNoDifference(
      text("avant\n\n> [!NOTE]\n> Le dossier.\n>\n> - un\n\naprès"),
      """
      avant

      À noter_:
        Le dossier.

        - un

      après

      """)
  }

  @Test func aTableThatFits() {
    expectNoDifference(
      text(
        "Tableau : Les prix\n\n| Étape | n | Montant |\n|--|:-:|--:|\n| Dépôt | 1 | 8 487 € |\n| e\u{301} | 100 | **5 €** |"
      ),
      """
      Tableau_: Les prix

      Étape   n   Montant
      -----  ---  -------
      Dépôt   1   8^487_€
      e\u{301}      100      5_€

      """)
  }

  @Test func aTableThatIsTooWide() {
    let long = "du vendredi 20 juin au jeudi 31 juillet inclus, sans exception aucune"
    expectNoDifference(
      text("| Étape | Dates |  |\n|--|--|--|\n| Dépôt | \(long) | a |\n| Bilan | | |"),
      """
      - Étape_: Dépôt
        Dates_: du vendredi 20 juin au jeudi 31 juillet inclus, sans exception
          aucune
        a
      - Étape_: Bilan

      """)
  }

  @Test func footnotes() {
    expectNoDifference(
      text("a[^x], b[^y].\n\n[^x]: un\n\n    - deux\n[^y]: trois"),
      """
      a_[1], b_[2].


      Notes
      =====

      [1] un

          - deux

      [2] trois

      """)
  }
}
