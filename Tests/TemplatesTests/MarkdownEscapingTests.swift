import Diagnostics
import Facts
import Templates
import Testing

@Suite struct MarkdownEscapingTests {
  func inserted(_ value: Value, _ template: String = "{{ page }}") -> String {
    var record = Samples.record
    record["page"] = Fact(value)
    var diagnostics = DiagnosticList()
    let schema = Schema("la note", [Field("page", .text, .required, label: "Page")])
    let source = SourceText(path: "n.md", text: template)
    guard
      let parsed = Template.parse(source, format: .markdown, diagnostics: &diagnostics)
    else { return "" }
    let checked = TemplateChecker(schema: schema).check(
      parsed, library: TemplateLibrary(), diagnostics: &diagnostics)
    #expect(diagnostics.isEmpty)
    return TemplateRenderer(library: TemplateLibrary()).render(checked, with: record).text
  }

  @Test(arguments: [
    // What people write is left as they wrote it.
    ("L'aide (32,5 %) : 8 487 € – « Clas » n° 2 !", "L'aide (32,5 %) : 8 487 € – « Clas » n° 2 !"),
    ("R&D", "R&D"), ("nom_court", "nom_court"), ("-5 %", "-5 %"), ("#Clas", "#Clas"),
    ("1er août", "1er août"), ("a < b > c", "a < b > c"), ("C:\\dossier", "C:\\dossier"),
    // What would mean something is not.
    ("*a*", "\\*a\\*"), ("_a_", "\\_a\\_"), ("`a`", "\\`a\\`"), ("[a](b)", "\\[a\\](b)"),
    ("a|b", "a\\|b"), ("~~a~~", "\\~\\~a\\~\\~"), ("<b>", "\\<b>"), ("&eacute;", "\\&eacute;"),
    ("a\\*", "a\\\\\\*"), ("a\\", "a\\\\"), ("# a", "\\# a"), ("> a", "\\> a"), ("+ a", "\\+ a"),
    ("- a", "\\- a"), ("1. a", "1\\. a"), ("12) a", "12\\) a"), ("===", "\\==="),
    ("---", "\\---"), ("www.caf.fr", "www\\.caf.fr"), ("http://caf.fr", "http\\://caf.fr"),
    (" a ", "&#32;a&#32;"), ("a\nb", "a&#10;b"), ("\ta", "&#9;a"),
  ])
  func startOfLine(_ value: String, _ expected: String) {
    #expect(inserted(.text(value)) == expected)
  }

  @Test(arguments: [
    ("- a", "mot {{ page }}", "mot - a"), ("1. a", "mot {{ page }}", "mot 1. a"),
    ("> a", "- {{ page }}", "- \\> a"), ("# a", "1. {{ page }}", "1. \\# a"),
    ("- a", "> {{ page }}", "> \\- a"), ("2026", "{{ page }}. Suite", "202&#54;. Suite"),
    ("2026", "En {{ page }}. Suite", "En 2026. Suite"), (". a", "1{{ page }}", "1\\. a"),
    ("C #", "## Titre {{ page }}", "## Titre C \\#"),
    ("Bravo !", "{{ page }}[a](b)", "Bravo \\![a](b)"),
    ("(b)", "[a]{{ page }}", "[a]\\(b)"), ("a|b", "| {{ page }} |", "| a\\|b |"),
    ("*", "\\{{ page }}", "\\*"), ("&amp", "{{ page }};", "\\&amp;"),
    ("\u{A0}a", "*{{ page }}*", "*&#160;a*"),
    ("annexe 2 (v1).pdf", "[a](pieces/{{ page }})", "[a](pieces/annexe%202%20%28v1%29.pdf)"),
    ("à 100 %.pdf", "[a]({{ page }}) {{ page }}", "[a](à%20100%20%25.pdf) à 100 %.pdf"),
    ("a%20b", "[a]({{ page }})", "[a](a%20b)"),
  ])
  func inItsPlace(_ value: String, _ template: String, _ expected: String) {
    #expect(inserted(.text(value), template) == expected)
  }

  @Test(arguments: [
    (Value.email("clas@caf88.fr"), "{{ page }}", "<clas@caf88.fr>"),
    (.email("clas@caf88.fr"), "[a](mailto:{{ page }})", "[a](mailto:clas@caf88.fr)"),
    (.email("pas une adresse"), "{{ page }}", "pas une adresse"),
    (.address("https://caf.fr/a_b"), "Voir {{ page }}.", "Voir <https://caf.fr/a_b>."),
    (.address("https://caf.fr/a_b"), "[le site]({{ page }})", "[le site](https://caf.fr/a_b)"),
    (.address("https://caf.fr/a b|c"), "<{{ page }}>", "<https://caf.fr/a%20b%7Cc>"),
    (.address("../../"), "{{ page }}", "../../"),
    (.phone("03 29 68 39 77"), "{{ page }}", "[03 29 68 39 77](tel:+33329683977)"),
    (.phone("0262 48 48 48"), "{{ page }}", "[0262 48 48 48](tel:+262262484848)"),
    (.phone("3230"), "{{ page }}", "[3230](tel:3230)"),
    (.phone("+33 1 23 45 67 89"), "{{ page }}", "[+33 1 23 45 67 89](tel:+33123456789)"),
    (.phone("03 29 68 39 77"), "[a](tel:{{ page }})", "[a](tel:+33329683977)"),
    (.phone("3230"), "Oui !{{ page }}", "Oui !3230"),
  ])
  func links(_ value: Value, _ template: String, _ expected: String) {
    #expect(inserted(value, template) == expected)
  }
}
