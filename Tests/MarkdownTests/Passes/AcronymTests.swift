import Testing

@testable import Markdown

@Suite struct AcronymTests {
  private static let glossary = [
    Acronym(
      sigle: "DSDEN", form: "direction des services départementaux de l'Éducation nationale"),
    Acronym(sigle: "Caf", form: "caisse d'allocations familiales"),
    Acronym(sigle: "PS Clas", form: "prestation de service Clas"),
    Acronym(sigle: "PS", form: "prestation de service"),
    Acronym(sigle: "DSDEN", form: "autre forme, ignorée"),
  ]

  /// The document's text; an abbreviation is shown between braces.
  private func shown(_ markdown: String) -> String {
    var document = Document(parsing: markdown)
    var expansion = AcronymExpansion(AcronymTests.glossary)
    document.visitInlines { inlines, context in
      let stream = InlineStream(inlines)
      let mayExpand = context == .paragraph
      guard context != .heading,
        let explained = expansion.apply(to: inlines, read: stream, mayExpand: mayExpand)
      else { return }
      inlines = explained
    }
    document.visitInlines { inlines, _ in
      inlines = inlines.map { inline in marked(inline) }
    }
    return document.plainText
  }

  private func marked(_ inline: Inline) -> Inline {
    switch inline {
    case .abbreviation(let sigle, _): return .text("{\(sigle)}")
    case .strong(let content): return .strong(content.map { marked($0) })
    case .link(var link):
      link.content = link.content.map { marked($0) }
      return .link(link)
    default: return inline
    }
  }

  @Test(arguments: [
    ("La Caf. La Caf.", "La Caf (caisse d'allocations familiales). La {Caf}."),
    ("l'Caf", "l'Caf (caisse d'allocations familiales)"),
    ("**Caf** et Caf", "Caf (caisse d'allocations familiales) et {Caf}"),
    // Not words of their own.
    ("Cafés, Décaf, Caf2, co-Caf, Caf-Msa, a@Caf, Caf.fr, Caf/Msa", nil),
    ("CAF caf", nil),
    ("`Caf` ![Caf](a) <b>", nil),
    ("<https://Caf>", nil),
    // A heading and a link do not count as first uses.
    ("# La Caf\n\nLa Caf", "La Caf\nLa Caf (caisse d'allocations familiales)"),
    ("[site de la Caf](a), Caf", "site de la {Caf}, Caf (caisse d'allocations familiales)"),
    ("| Caf |\n|--|\n\nCaf", "{Caf}\nCaf (caisse d'allocations familiales)"),
    // The longest wins.
    (
      "La PS Clas, la PS",
      "La PS Clas (prestation de service Clas), la PS (prestation de service)"
    ),
    // The author explained it.
    (
      "la caisse d'allocations familiales (Caf), la Caf",
      "la caisse d'allocations familiales (Caf), la {Caf}"
    ),
    (
      "La Caisse d’Allocations\nFamiliales – Caf. Caf",
      "La Caisse d’Allocations Familiales – Caf. {Caf}"
    ),
    (
      "la Caf (caisse d'allocations familiales), Caf",
      "la Caf (caisse d'allocations familiales), {Caf}"
    ),
    (
      "les **directions départementales** (DSDEN) ; DSDEN",
      "les directions départementales (DSDEN) ; {DSDEN}"
    ),
    (
      "les allocations familiales (Caf)",
      "les allocations familiales (Caf [caisse d'allocations familiales])"
    ),
    (
      "avec d'autres (dont la Caf)", "avec d'autres (dont la Caf [caisse d'allocations familiales])"
    ),
    ("(a) la Caf", "(a) la Caf (caisse d'allocations familiales)"),
    // Everywhere in running text.
    ("- Caf\n\n> Caf", "Caf (caisse d'allocations familiales)\n{Caf}"),
    ("a[^1]\n\n[^1]: Caf\n\nCaf", "a\nCaf (caisse d'allocations familiales)\n{Caf}"),
  ])
  func expansion(markdown: String, expected: String?) {
    #expect(shown(markdown) == expected ?? Document(parsing: markdown).plainText)
  }

  @Test func anAcronymKeepsItsTypography() {
    let html = HTMLRenderer.render(
      Preparation(glossary: AcronymTests.glossary).document([
        SectionText(markdown: "La Caf ; la Caf !")
      ]))
    #expect(
      html == """
        <p>La Caf (caisse d’allocations familiales)\u{202F}; la \
        <abbr title="caisse d’allocations familiales">Caf</abbr>\u{202F}!</p>

        """)
  }
}
