import CustomDump
import TestSupport
import Testing

@testable import Markdown

@Suite struct HTMLRendererTests {
  private func html(_ markdown: String, isPlain: Bool = false) -> String {
    let document = Preparation().document([SectionText(markdown: markdown)])
    return HTMLRenderer.render(document, isPlain: isPlain)
  }

  @Test func headings() {
    expectNoDifference(
      html("## Qui *paie* ?\n### Le \"coût\""),
      """
      <div class="titre-2">
      <h2 id="qui-paie"><b>1.</b> Qui <em>paie</em>\u{202F}?</h2>
      </div>
      <div class="titre-3">
      <h3 id="le-cout"><b>1.1</b> Le &quot;coût&quot;</h3>
      </div>

      """)
  }

  @Test func tables() {
    expectNoDifference(
      html(
        """
        Tableau : Les **dates**

        | Étape |   | Montant | |
        |---|:--|--:|:-:|
        | Dépôt | a | 8 487 € |

        | Sans titre |
        |---|
        """),
      """
      <div class="table" role="region" tabindex="0" aria-labelledby="tableau-1">
      <table>
      <caption id="tableau-1">Les <strong>dates</strong></caption>
      <thead>
      <tr>
      <th scope="col">Étape</th>
      <td class="gauche"></td>
      <th scope="col" class="droite">Montant</th>
      <td class="centre"></td>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>Dépôt</td>
      <td class="gauche">a</td>
      <td class="droite" data-titre="Montant">8\u{202F}487\u{A0}€</td>
      <td class="centre"></td>
      </tr>
      </tbody>
      </table>
      </div>
      <div class="table" role="region" tabindex="0" aria-label="Tableau">
      <table>
      <thead>
      <tr>
      <th scope="col">Sans titre</th>
      </tr>
      </thead>
      </table>
      </div>

      """)
  }

  @Test func calloutsAndQuotes() {
    expectNoDifference(
      html("> [!ATTENTION]\n> Un *mot*.\n> - a\n\n> [!TIP]\n\n> cité"),
      """
      <div class="encadre encadre-attention" role="note" aria-labelledby="encadre-1">
      <p class="encadre-titre" id="encadre-1">Attention</p>
      <p>Un <em>mot</em>.</p>
      <ul>
      <li>a</li>
      </ul>
      </div>
      <div class="encadre encadre-conseil" role="note" aria-labelledby="encadre-2">
      <p class="encadre-titre" id="encadre-2">Conseil</p>
      </div>
      <blockquote>
      <p>cité</p>
      </blockquote>

      """)
  }

  @Test func footnotes() {
    expectNoDifference(
      html("a[^x] b[^y] c[^x]\n\n[^y]: deux\n\n    - liste\n[^x]: un\n"),
      """
      <p>a<sup><a id="appel-1" href="#note-1" role="doc-noteref" \
      aria-label="Note 1">1</a></sup> b<sup><a id="appel-2" href="#note-2" \
      role="doc-noteref" aria-label="Note 2">2</a></sup> c<sup><a id="appel-1-2" \
      href="#note-1" role="doc-noteref" aria-label="Note 1">1</a></sup></p>
      <section class="notes" role="doc-endnotes" aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      <ol>
      <li id="note-1">un <a href="#appel-1" role="doc-backlink" \
      aria-label="Retour à l’appel 1">↩</a> <a href="#appel-1-2" \
      role="doc-backlink" aria-label="Retour à l’appel 1, 2e fois">↩<sup>2</sup></a></li>
      <li id="note-2">
      <p>deux</p>
      <ul>
      <li>liste</li>
      </ul>
      <p><a href="#appel-2" role="doc-backlink" \
      aria-label="Retour à l’appel 2">↩</a></p>
      </li>
      </ol>
      </section>

      """)
  }

  @Test func listsAndCode() {
    expectNoDifference(
      html("3. a\n   - [x] b\n   - [ ] c\n\n```swift !\n<a> & \"b\"\n```\n\n---\n\na  \n~~b~~"),
      """
      <ol start="3">
      <li>a
      <ul>
      <li class="tache"><span role="img" aria-label="fait">☑</span> b</li>
      <li class="tache"><span role="img" aria-label="à faire">☐</span> c</li>
      </ul>
      </li>
      </ol>
      <pre><code class="language-swift">&lt;a&gt; &amp; &quot;b&quot;
      </code></pre>
      <hr>
      <p>a<br>
      <del>b</del></p>

      """)
  }

  @Test(arguments: [
    ("[t](https://caf.fr \"T\")", "<a href=\"https://caf.fr\" title=\"T\">t</a>"),
    ("[t](tel:+33329)", "<a href=\"tel:+33329\">t</a>"),
    ("<a@b.fr>", "<a href=\"mailto:a@b.fr\">a@b.fr</a>"),
    ("[t](#depot)", "<a href=\"#depot\">t</a>"),
    ("[t](../x/?a=b&c='d'#é)", "<a href=\"../x/?a=b&amp;c=&#x27;d&#x27;#%C3%A9\">t</a>"),
    ("[t](a%20b \"'<\")", "<a href=\"a%20b\" title=\"'&lt;\">t</a>"),
    ("[t](</a:b>)", "<a href=\"/a:b\">t</a>"),
    ("[t](HTTPS://caf.fr)", "<a href=\"HTTPS://caf.fr\">t</a>"),
    ("![t](logo.png)", "<img src=\"logo.png\" alt=\"t\">"),
    // What leads elsewhere keeps its words only.
    ("[t](javascript:alert(1))", "t"),
    ("[t](JaVaScRiPt:x)", "t"),
    ("[t](<java&#9;script:x>)", "t"),
    ("[t](<&#10;javascript:x>)", "t"),
    ("[t](<&#1;javascript:x>)", "t"),
    ("[t](vbscript:x)", "t"),
    ("[t](data:text/html,x)", "t"),
    ("[t](file:///etc/passwd)", "t"),
    ("[t](//caf.fr)", "t"),
    ("[t](</\\\\caf.fr>)", "t"),
    ("[t](irc://caf)", "t"),
    ("[t](:x)", "t"),
    ("![t](data:image/png;x)", "t"),
    ("<javascript:x>", "javascript:x"),
    ("[a *b*](x:y) c", "a <em>b</em> c"),
    // Raw HTML vanishes.
    ("a<script>b</script>", "ab"),
    ("a<!-- b -->c", "ac"),
    ("&lt;b&gt; \\<i>", "&lt;b&gt; &lt;i&gt;"),
  ])
  func inlines(markdown: String, expected: String) {
    #expect(html(markdown, isPlain: true) == "<p>\(expected)</p>\n")
  }

  @Test func rawHTMLBlocksVanish() {
    #expect(html("<script>\nalert(1)\n</script>\n\n<!-- a -->\n\n<div>\n\nb\n") == "<p>b</p>\n")
  }

  @Test func idsAreUnique() {
    let text = "## A\n\na[^n]\n\nTableau : c\n\n| a |\n|--|\n\n> [!NOTE]\n> b\n\n[^n]: un"
    let document = Preparation().document([
      SectionText(markdown: text), SectionText(markdown: text),
    ])
    var ids: Set<String> = []
    for case .open(_, let attributes) in HTMLTokens(HTMLRenderer.render(document)).tokens {
      if let id = attributes["id"] { #expect(ids.insert(id).inserted, "\(id) twice") }
    }
    #expect(
      ids == [
        "a", "a-2", "tableau-1", "tableau-2", "encadre-1", "encadre-2", "appel-1", "appel-2",
        "note-1", "note-2", "notes",
      ])
  }

  @Test func htmlIsBalancedAndIdsAreUnique() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let markdown =
        Bool.random(using: &generator)
        ? RandomText.document(&generator)
        : (0..<6).map { _ in RandomText.line(&generator, atoms: 10) }.joined(separator: "\n")
      let tokens = HTMLTokens(html(markdown))
      #expect(tokens.unbalanced == nil, "\(markdown.debugDescription)")
      var ids: Set<String> = []
      for case .open(_, let attributes) in tokens.tokens {
        if let id = attributes["id"] {
          #expect(ids.insert(id).inserted, "\(id) twice in \(markdown.debugDescription)")
        }
      }
    }
  }
}
