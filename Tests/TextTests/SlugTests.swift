import Testing
import Text

@Suite struct SlugTests {
  @Test(arguments: [
    ("3.1 Les modalités d'éligibilité", "3-1-les-modalites-d-eligibilite"),
    ("Œuvre, naïveté & Ça", "oeuvre-naivete-ca"),
    ("e\u{301}te\u{301}", "ete"),
    ("  — ", "section"),
    ("", "section"),
    ("日本", "section"),
    ("ÉCOLE\u{202F}: l’élève", "ecole-l-eleve"),
  ])
  func identifier(text: String, expected: String) {
    #expect(Slug.make(text) == expected)
  }

  @Test(arguments: [
    ("Côte d'Or", "cote-d-or"), ("Œuvre", "oeuvre"), ("Erdő", "erdo"), ("a_b", "a-b"), ("—", nil),
  ])
  func nearestName(text: String, expected: String?) {
    #expect(Slug.nearest(to: text) == expected)
  }

  @Test(arguments: [
    ("haute-saone", true), ("2025", true), ("", false), ("-a", false), ("a--b", false),
    ("a_b", false), ("É", false),
  ])
  func isName(text: String, expected: Bool) {
    #expect(Slug.isName(text) == expected)
  }
}
