import Diagnostics
import Templates
import Testing

@Suite struct HTMLTests {
  @Test(arguments: [
    ("<p>{{ page }}</p>", "<p>\"A\" &amp; &lt;B&gt;</p>"),
    ("<a title=\"{{ page }}\">", "<a title=\"&quot;A&quot; &amp; &lt;B&gt;\">"),
    ("<a title='{{ page }}'>", "<a title='&quot;A&quot; &amp; &lt;B&gt;'>"),
    ("<main>{{ contenu }}</main>", "<main><p>Bonjour</p></main>"),
    ("<title>{{ departement.localisation }}</title>", "<title>dans les Vosges</title>"),
    (
      "<script src=\"/x?{{ page }}\"></script>{{ annee }}",
      "<script src=\"/x?&quot;A&quot; &amp; &lt;B&gt;\"></script>2025-2026"
    ),
    ("<style>a{b:c}</style>{{ annee }}", "<style>a{b:c}</style>2025-2026"),
    (
      "<script>if (a < b) { x() }</script>{{ annee }}",
      "<script>if (a < b) { x() }</script>2025-2026"
    ),
    ("<!-- a -- b > c -->{{ annee }}", "<!-- a -- b > c -->2025-2026"),
    ("<!doctype html>{{ annee }}", "<!doctype html>2025-2026"),
    ("1 < 2 {{ annee }}", "1 < 2 2025-2026"),
    (
      "<a{% si demonstration %} class=\"x\"{% fin %} href=\"#{{ famille }}\">",
      "<a class=\"x\" href=\"#note-de-cadrage\">"
    ),
    (
      "<option{% si demonstration %} selected{% fin %}>{{ annee }}</option>",
      "<option selected>2025-2026</option>"
    ),
    (
      "<a class=\"a{% si demonstration %} b{% sinon %} c{% fin %} {{ famille }}\">",
      "<a class=\"a b note-de-cadrage\">"
    ),
    (
      "{% pour r dans roles %}<li>{{ r }}</li>{% fin %}",
      "<li>l'animation</li><li>le secrétariat</li>"
    ),
    ("<input disabled value=\"{{ famille }}\"/>", "<input disabled value=\"note-de-cadrage\"/>"),
    (
      "{% si contacts est publie %}{% pour c dans contacts %}{% si c.telephone est publie %}"
        + "{{ c.telephone }}{% fin %}{% fin %}{% fin %}", "03 29 68 39 77"
    ),
  ])
  func escaping(_ template: String, _ expected: String) {
    #expect(rendered(template, format: .html).text == expected)
  }

  @Test(arguments: [
    ("<a href=⟦{{ page }}⟧>", "un attribut sans guillemets"),
    ("<a href=x⟦{{ page }}⟧>", "un attribut sans guillemets"),
    ("<a ⟦{{ page }}⟧>", "une balise HTML, hors d'un attribut"),
    ("<⟦{{ page }}⟧>", "un nom de balise HTML"),
    ("<h⟦{{ page }}⟧>", "un nom de balise HTML"),
    ("<!-- ⟦{{ page }}⟧ -->", "un commentaire HTML"),
    ("<!doctype ⟦{{ page }}⟧>", "une déclaration HTML"),
    ("<SCRIPT>let a = \"⟦{{ page }}⟧\"</script>", "un élément « script »"),
    ("<style>⟦{{ page }}⟧</style>", "un élément « style »"),
    ("<style>a</styl>⟦{{ page }}⟧</style>", "un élément « style »"),
    ("<p onclick=\"⟦{{ page }}⟧\">", "l'attribut « onclick »"),
    ("<p style='⟦{{ page }}⟧'>", "l'attribut « style »"),
    ("<noscript>⟦{{ page }}⟧</noscript>", "un élément « noscript »"),
    ("<xmp>⟦{{ page }}⟧</xmp>", "un élément « xmp »"),
    ("<title></tit⟦{{ page }}⟧></title>", "un élément « title »"),
    ("<p title=\"</p>\">a</p ⟦{{ page }}⟧>", "une balise HTML, hors d'un attribut"),
  ])
  func refusedPlaces(_ marked: String, _ place: String) {
    let problems = problems(in: marked.filter { $0 != "⟦" && $0 != "⟧" }, format: .html)
    #expect(problems.map(\.code) == ["contexte-html"])
    #expect(problems.map(\.message) == ["« {{ page }} » est inséré dans \(place)."])
    #expect(problems.compactMap(\.place) == markedPlaces(marked))
  }

  /// What browsers do not all read alike, or not within a drawing: no one can say where a value lands.
  @Test(arguments: [
    ("<title><a b=\"</title⟦>⟧{{ page }}", "L'élément « title »"),
    ("<textarea><!-- </textarea⟦>⟧", "L'élément « textarea »"),
    ("<script><!--<script </script⟦>⟧{{ page }}", "L'élément « script »"),
    ("<svg><style><a title='</style⟦>⟧", "L'élément « style »"),
    ("<noscript><style⟦>⟧</style></noscript>", "L'élément « noscript »"),
    ("<!-- a --⟦!⟧> -->", "Ce commentaire HTML"),
    ("<svg><!⟦[⟧CDATA[a]]></svg>", "Dans une page"),
    ("<p{% si demonstration %} a{% fin %}⟦r⟧e>", "Ce signe se colle"),
    ("<p {% si demonstration %}on{% fin %}⟦c⟧lick=\"{{ page }}\">", "Ce signe se colle"),
    ("<p a=b{% si demonstration %} c{% fin %}⟦/⟧title=\"{{ page }}\">", "Ce signe se colle"),
  ])
  func whatIsReadInTwoWays(_ marked: String, _ start: String) throws {
    let found = problems(in: marked.filter { $0 != "⟦" && $0 != "⟧" }, format: .html)
    #expect(found.map(\.code) == ["contexte-html"])
    #expect(try #require(found.first).message.hasPrefix(start), "\(found)")
    #expect(found.compactMap(\.place) == markedPlaces(marked))
  }

  @Test(arguments: [
    "<noscript><p class=\"a\">a</p></noscript>{{ page }}", "<script><!-- a --></script>{{ page }}",
    "<svg><title>{{ page }}</title></svg>", "<textarea>{{ page }}</textarea>{{ page }}",
    "<style>{% si demonstration %}a{% fin %}</style>{{ page }}",
    "<p{% si demonstration %} a{% fin %}{% si demonstration %} b{% fin %}>{{ page }}",
    "<p {% pour r dans roles %}data-r=\"{{ r }}\" {% fin %}>{{ page }}", "</>{{ page }}",
    "<!-- a -- b ---->{{ page }}",
  ])
  func whatIsReadInOneWay(_ template: String) {
    #expect(problems(in: template, format: .html).map(described) == [])
  }

  @Test(arguments: [
    (
      "⟦{% si demonstration %}⟧<a href=\"{% fin %}x",
      "La condition « {% si demonstration %} » ouvre une balise ou un attribut HTML sans le fermer."
        + " [des balises et des attributs HTML entiers dans la condition]"
    ),
    (
      "<p>⟦{% si demonstration %}⟧<script>{% sinon %}<b>{% fin %}",
      "La condition « {% si demonstration %} » ouvre une balise ou un attribut HTML sans le fermer."
        + " [des balises et des attributs HTML entiers dans la condition]"
    ),
    (
      "⟦{% pour r dans roles %}⟧<!--{% fin %}",
      "La boucle « {% pour r dans roles %} » ouvre une balise ou un attribut HTML sans le fermer."
        + " [des balises et des attributs HTML entiers dans la boucle]"
    ),
    (
      "⟦{% si demonstration %}⟧<script {% sinon %}</script {% fin %}>",
      "La condition « {% si demonstration %} » ouvre une balise ou un attribut HTML sans le fermer."
        + " [des balises et des attributs HTML entiers dans la condition]"
    ),
    (
      "<p ⟦{% pour r dans roles %}⟧click=\"{{ r }}\" on{% fin %}>",
      "La boucle « {% pour r dans roles %} » ouvre une balise ou un attribut HTML sans le fermer."
        + " [des balises et des attributs HTML entiers dans la boucle]"
    ),
    (
      "<p title=\"⟦{% inclure \"a\" %}⟧\">",
      "« {% inclure \"a\" %} » est placé à l'intérieur d'une balise HTML."
        + " [une inclusion dans le texte de la page]"
    ),
    (
      "<p titl⟦e⟧",
      "Le fichier se termine à l'intérieur d'une balise HTML. [« > » à la fin de la dernière balise]"
    ),
  ])
  func pieces(_ marked: String, _ expected: String) {
    let text = marked.filter { $0 != "⟦" && $0 != "⟧" }
    let found = problems(in: text, format: .html, including: ["a": "A"])
    #expect(found.first.map(described) == "contexte-html: " + expected)
    #expect(found.first?.place == markedPlaces(marked).first)
  }

  /// What begins an address decides where it leads: only an address may.
  @Test(arguments: [
    "<a href=\"⟦page⟧\">", "<a href=' ⟦page⟧'>", "<A HREF=\"⟦page⟧\">", "<img src=\"a⟦page⟧\">",
    "<form action=\"⟦page⟧\">", "<svg><a xlink:href=\"⟦page⟧\">", "<a href=\"⟦famille⟧\">",
    "<a href=\"⟦page⟧\" title=\"page\">", "<meta content=\"0; URL=⟦page⟧\">",
    "<a href=\"{% si demonstration %}/{% fin %}⟦page⟧\">",
    "<a href=\"{% si demonstration %}#{% sinon %}x{% fin %}⟦page⟧\">",
    "<a href=\"{% si demonstration %}/{% sinon %}#{% fin %}⟦page⟧\">",
    "<a href=\"/⟦page⟧\">", "<a href=\"\\⟦page⟧\">", "<a href=\"//⟦page⟧\">",
    "<a href=\"https:⟦page⟧\">", "<a href=\"https://⟦page⟧\">", "<a href=\"https://a.fr⟦page⟧\">",
  ])
  func textsThatBeginAnAddress(_ marked: String) {
    let inserted = marked.replacing("⟦", with: "{{ ⟦").replacing("⟧", with: "⟧ }}")
    let found = problems(in: inserted.filter { $0 != "⟦" && $0 != "⟧" }, format: .html)
    #expect(found.map(\.code) == ["contexte-html"])
    #expect(found.compactMap(\.place) == markedPlaces(inserted))
  }

  @Test(arguments: [
    "<a href=\"#{{ page }}\">", "<a href=\"/a{{ page }}\">", "<a href=\"?q={{ page }}\">",
    "<a href=\"https://a.fr/{{ page }}\">", "<a href=\"//a.fr?{{ page }}\">",
    "<a href=\"mailto:{{ page }}\">", "<a title=\"{{ page }}\">",
    "<a href=\"{% si demonstration %}?{% sinon %}#{% fin %}{{ page }}\">",
    "<meta content=\"{{ page }}\">", "<p data-url=\"url={{ page }}\">",
    "{% pour f dans financements %}{% si f.lien est publie %}<a href=\"{{ f.lien }}{{ page }}\">"
      + "{% fin %}{% fin %}",
  ])
  func addressesThatAreBegun(_ template: String) {
    #expect(problems(in: template, format: .html).map(described) == [])
  }

  @Test(arguments: ["javascript:", "JavaScript:", " java\tscript:", "data:text/html,", "x:"])
  func insertionsUnderOtherSchemes(_ start: String) {
    let found = problems(in: "<a href=\"\(start){{ page }}\">", format: .html)
    #expect(found.map(\.code) == ["contexte-html"])
  }

  @Test func htmlInAnAttribute() {
    let found = problems(in: "<p title=\"{{ contenu }}\">", format: .html)
    #expect(
      found.map(described) == [
        "type-inattendu: « contenu » est du HTML, qui ne s'insère que dans le texte d'une page HTML."
          + " [une donnée d'une autre nature]"
      ])
  }

  @Test func filesOfOneFormatOnly() {
    var diagnostics = DiagnosticList()
    let files = library(["a": "A"], format: .markdown, diagnostics: &diagnostics)
    let source = SourceText(path: "page.html", text: "{% inclure \"a\" %}")
    if let page = Template.parse(source, format: .html, diagnostics: &diagnostics) {
      TemplateChecker(schema: Samples.schema).check(
        page, library: files, diagnostics: &diagnostics)
    }
    #expect(
      diagnostics.sorted.map(described) == [
        "inclusion-autre-format: « a » est un fichier Markdown."
          + " [un fichier HTML, comme celui qui l'inclut]"
      ])
  }
}
