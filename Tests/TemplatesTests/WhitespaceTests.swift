import CustomDump
import Templates
import Testing

/// Tags alone on their line leave nothing of it.
@Suite struct WhitespaceTests {
  @Test(arguments: [
    ("a\n{% si demonstration %}\nb\n{% fin %}\nc\n", "a\nb\nc\n"),
    ("a\n  {% si demonstration %}  \nb\n\t{% fin %}\nc", "a\nb\nc"),
    ("a\n{# un commentaire #}\nb", "a\nb"),
    ("a\n{# un\n   commentaire\n#}\nb", "a\nb"),
    ("a {# un commentaire #} b", "a  b"),
    ("{% si demonstration %}a{% sinon %}b{% fin %}\nc", "a\nc"),
    ("{% si demonstration %} a\n{% fin %} b", " a\n b"),
    ("{% si demonstration %}{% si demonstration %}\na\n{% fin %} {% fin %}\nb", "a\nb"),
    ("{% si demonstration %}\na\n{% fin %}", "a\n"),
    ("a\n{{ annee }}\nb", "a\n2025-2026\nb"),
    ("a\n{% brut %}\n{{ x }} {% si %}\n{% fin %}\nb", "a\n{{ x }} {% si %}\nb"),
    ("a {% brut %}{{ x }}{% fin %} b", "a {{ x }} b"),
    (
      "- A\n{% pour r dans roles %}\n- {{ r }}\n{% fin %}\n- B\n",
      "- A\n- l'animation\n- le secrétariat\n- B\n"
    ),
    (
      "| Rôle |\n|---|\n{% pour r dans roles %}\n| {{ r }} |\n{% fin %}\n\nFin",
      "| Rôle |\n|---|\n| l'animation |\n| le secrétariat |\n\nFin"
    ),
    ("a\r\n{% si demonstration %}\r\nb\r\n{% fin %}\r\nc", "a\nb\nc"),
    ("a\u{A0}\n\u{A0}{% si demonstration %}\u{202F}\nb{% fin %}", "a\u{A0}\nb"),
  ])
  func standaloneTags(_ template: String, _ expected: String) {
    expectNoDifference(rendered(template).text, expected)
  }

  @Test(arguments: [
    ("a\n{% inclure \"x\" %}\nb", "texte\n", "a\ntexte\nb"),
    ("a\n{% inclure \"x\" %}\nb", "texte", "a\ntexte\nb"),
    ("a\n{% inclure \"x\" %}\nb", "", "a\nb"),
    ("a\n{% inclure \"x\" %}\nb", "{% si non demonstration %}x{% fin %}", "a\nb"),
    ("a\n{% inclure \"x\" %}\nb", "{{ annee }}", "a\n2025-2026\nb"),
    ("a {% inclure \"x\" %} b", "texte", "a texte b"),
  ])
  func inclusions(_ template: String, _ included: String, _ expected: String) {
    expectNoDifference(rendered(template, including: ["x": included]).text, expected)
  }
}
