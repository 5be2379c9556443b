import Diagnostics
import Templates
import Testing

@Suite struct SyntaxTests {
  @Test(arguments: [
    (
      "Le plafond est ⟦{{⟧ ps.plafond\net la suite.",
      "balise-non-fermee: La balise ouverte par « {{ » n'est pas fermée. [« }} » à la fin de la balise]"
    ),
    (
      "A ⟦{%⟧ si demonstration }\n\nB {% fin %}",
      "balise-non-fermee: La balise ouverte par « {% » n'est pas fermée. [« %} » à la fin de la balise]"
    ),
    (
      "A ⟦{{⟧ annee %} B",
      "balise-non-fermee: La balise ouverte par « {{ » est fermée par « %} ». [« }} » à la fin de la balise]"
    ),
    (
      "A ⟦{#⟧ jamais fermé {{ rien }} {% si %}",
      "balise-non-fermee: Le commentaire ouvert par « {# » n'est pas fermé. [« #} » à la fin de la balise]"
    ),
    (
      "A si ⟦%}⟧ B",
      "balise-non-ouverte: « %} » ferme une balise qui n'est pas ouverte. [« {% » au début de la balise]"
    ),
    ("A ⟦{{ }}⟧ B", "balise-vide: La balise « {{ }} » est vide. [un nom de donnée]"),
    (
      "A ⟦{%%}⟧ B",
      "balise-vide: La balise « {% %} » est vide. [si, sinon, pour, inclure, brut ou fin]"
    ),
    (
      "{% si demonstration %}A{% ⟦fn⟧ %}",
      "balise-inconnue: « fn » n'est pas une instruction. [si, sinon, pour, inclure, brut ou fin] (fin)"
    ),
    (
      "{% ⟦for⟧ c dans roles %}A{% fin %}",
      "balise-inconnue: « for » n'est pas une instruction. [si, sinon, pour, inclure, brut ou fin] (pour)"
    ),
    (
      "{% ⟦afficher⟧ annee %}{% fin %}",
      "balise-inconnue: « afficher » n'est pas une instruction. [si, sinon, pour, inclure, brut ou fin]"
    ),
    (
      "A\n\n⟦{% si demonstration %}⟧\nB\n",
      "bloc-non-ferme: Le bloc « {% si demonstration %} » n'est pas fermé. [« {% fin %} » à la fin du bloc]"
    ),
    (
      "⟦{% brut %}⟧ {{ x }}",
      "bloc-non-ferme: Le bloc « {% brut %} » n'est pas fermé. [« {% fin %} » à la fin du bloc]"
    ),
    (
      "A ⟦{% fin %}⟧ B",
      "fin-sans-bloc: « {% fin %} » ne ferme aucun bloc. [un « {% fin %} » pour chaque bloc « si », « pour » ou « brut »]"
    ),
    (
      "A ⟦{% sinon %}⟧ B",
      "sinon-deplace: « {% sinon %} » est placé hors de tout bloc. [« {% sinon %} » à l'intérieur d'un bloc « si »]"
    ),
    (
      "{% si demonstration %}A{% sinon %}B⟦{% sinon %}⟧C{% fin %}",
      "sinon-deplace: Le bloc « {% si demonstration %} » de la ligne 1 a déjà un « {% sinon %} ». [un seul « {% sinon %} » par bloc « si »]"
    ),
    (
      "{% si demonstration %}A{% sinon ⟦si⟧ annee est publie %}B{% fin %}",
      "expression-malformee: « si » n'est pas attendu après « sinon ». [{% sinon %}]"
    ),
  ])
  func oneFault(_ marked: String, _ expected: String) {
    expectProblems(marked, [expected])
  }

  @Test func elseInLoop() {
    expectProblems(
      "{% pour r dans roles %}A⟦{% sinon %}⟧B{% fin %}",
      [
        "sinon-deplace: « {% sinon %} » est placé dans un bloc « pour »."
          + " [« {% sinon %} » à l'intérieur d'un bloc « si »]"
      ])
  }

  @Test(arguments: [
    (
      "{{ ⟦ps..plafond⟧ }}",
      "« ps..plafond » n'est pas un nom de donnée. [des mots séparés par un seul point, comme « ps.plafond »]"
    ),
    (
      "{{ ⟦\"texte\"⟧ }}",
      "« \"texte\" » n'est pas un nom de donnée. [un nom de donnée, comme {{ annee }}]"
    ),
    (
      "{{ cloture ⟦date⟧ }}",
      "« date » n'est pas attendu après « cloture ». [« | » et un filtre, ou la fin de la balise] (cloture | date)"
    ),
    (
      "{{ cloture | ⟦}}⟧",
      "Il manque le nom d'un filtre après « | ». [un filtre, comme « | euros »]"
    ),
    (
      "{{ regles.minimum | pluriel ⟦\"collectif\"⟧ }}",
      "Il manque « : » entre le filtre « pluriel » et son argument. [| pluriel: \"collectif\"]"
    ),
    (
      "{{ regles.minimum | pluriel: ⟦collectif⟧ }}",
      "L'argument « collectif » du filtre « pluriel » n'est pas entre guillemets droits. [\"collectif\"]"
    ),
    (
      "{{ regles.minimum | pluriel: \"a\", ⟦}}⟧",
      "Il manque l'argument du filtre « pluriel ». [un texte entre guillemets droits, comme \"collectif\"]"
    ),
    (
      "{% si ⟦%}⟧A{% fin %}",
      "Il manque la condition de « si ». [{% si ps.plafond est publie %}]"
    ),
    (
      "{% si annee est ⟦%}⟧A{% fin %}",
      "Il manque un état après « annee est ». [publie, absent, vide, a_paraitre, a_confirmer ou a_completer]"
    ),
    (
      "{% si famille = ⟦note⟧ %}A{% fin %}",
      "« note » n'est pas entre guillemets droits. [famille = \"note\"]"
    ),
    (
      "{% si famille =⟦=⟧ \"note\" %}A{% fin %}",
      "La comparaison s'écrit avec un seul signe « = ». [famille = \"…\"]"
    ),
    (
      "{% si ⟦(⟧demonstration et annee est publie %}A{% fin %}",
      "Cette parenthèse n'est pas fermée. [« ) » après la condition]"
    ),
    (
      "{% si demonstration ⟦demonstration⟧ %}A{% fin %}",
      "« demonstration » n'est pas attendu après « demonstration ». [« et », « ou », ou la fin de la balise]"
    ),
    (
      "{% pour ⟦dans⟧ contacts %}A{% fin %}",
      "« dans » ne peut pas être la variable d'une boucle. [un seul mot, comme dans {% pour contact dans contacts %}]"
    ),
    (
      "{% pour c ⟦de⟧ contacts %}A{% fin %}",
      "Il manque « dans » après la variable « c ». [{% pour contact dans contacts %}]"
    ),
    (
      "{% pour r dans roles ⟦|⟧ liste %}A{% fin %}",
      "« | » n'est pas attendu après « roles ». [la fin de la balise]"
    ),
    (
      "{% inclure ⟦depot⟧ %}",
      "Le nom « depot » n'est pas entre guillemets droits. [{% inclure \"depot\" %}]"
    ),
    (
      "{% inclure ⟦%}⟧",
      "Il manque le nom du fichier à inclure. [{% inclure \"bonus-enfants\" %}]"
    ),
    ("{{ ⟦?⟧ }}", "« ? » n'est pas un nom de donnée. [un nom de donnée, comme {{ annee }}]"),
  ])
  func malformedExpression(_ marked: String, _ expected: String) {
    expectProblems(marked, ["expression-malformee: " + expected])
  }

  @Test func unclosedText() {
    expectProblems(
      "{{ regles.minimum | pluriel: ⟦\"⟧collectif }}",
      [
        "texte-non-ferme: Le texte ouvert par ce guillemet n'est pas fermé."
          + " [un second guillemet droit]"
      ])
  }

  @Test func unknownState() {
    expectProblems(
      "{% si cloture est ⟦publiée⟧ %}A{% fin %}",
      [
        "etat-inconnu: « publiée » n'est pas un état d'une donnée."
          + " [publie, absent, vide, a_paraitre, a_confirmer ou a_completer] (publie)"
      ])
  }

  @Test(arguments: [
    ("{{ regles.minimum | pluriel: ⟦“collectif”⟧ }}", "“collectif”"),
    ("{{ regles.minimum | pluriel: ⟦« collectif »⟧ }}", "« collectif »"),
    ("{{ regles.minimum | pluriel: ⟦«\u{A0}collectif\u{A0}»⟧ }}", "«\u{A0}collectif\u{A0}»"),
    ("{{ regles.minimum | pluriel: ⟦'collectif'⟧ }}", "'collectif'"),
    ("{{ regles.minimum | pluriel: ⟦‘collectif’⟧ }}", "‘collectif’"),
    ("{{ regles.minimum | pluriel: ⟦“collectif\"⟧ }}", "“collectif\""),
  ])
  func typographicQuotes(_ marked: String, _ found: String) {
    expectProblems(
      marked,
      [
        "guillemets-dans-une-balise: Le texte \(found) n'est pas entre guillemets droits."
          + " [des guillemets droits (\"…\") dans les balises]"
          + " ({{ regles.minimum | pluriel: \"collectif\" }})"
      ])
  }

  @Test func noBreakSpacesAreSpaces() {
    #expect(
      rendered("{{\u{A0}regles.minimum\u{202F}| pluriel\u{A0}:\u{A0}\"mot\"\u{A0}}}").text
        == "1\u{202F}174\u{A0}mots")
  }

  @Test func allFaultsOfAFileInOneRun() {
    expectProblems(
      """
      ⟦{{⟧ annee
      {% ⟦sii⟧ demonstration %}
      {{ cloture ⟦jour⟧ }}
      {% fin %}
      ⟦{% pour r dans roles %}⟧
      {% si ⟦(⟧demonstration %}{% fin %}
      """,
      [
        "balise-non-fermee: La balise ouverte par « {{ » n'est pas fermée."
          + " [« }} » à la fin de la balise]",
        "balise-inconnue: « sii » n'est pas une instruction."
          + " [si, sinon, pour, inclure, brut ou fin] (si)",
        "expression-malformee: « jour » n'est pas attendu après « cloture »."
          + " [« | » et un filtre, ou la fin de la balise] (cloture | jour)",
        "bloc-non-ferme: Le bloc « {% pour r dans roles %} » n'est pas fermé."
          + " [« {% fin %} » à la fin du bloc]",
        "expression-malformee: Cette parenthèse n'est pas fermée. [« ) » après la condition]",
      ])
  }

  @Test func nestingIsBounded() {
    let open = String(repeating: "{% si demonstration %}", count: 32)
    let close = String(repeating: "{% fin %}", count: 32)
    #expect(rendered(open + "A" + close).text == "A")
    expectProblems(
      open + "⟦{% si demonstration %}⟧{% si demonstration %}A{% fin %}{% fin %}" + close,
      [
        "imbrication-trop-profonde: Ce bloc est emboîté dans 32 autres, ce qui est trop."
          + " [32 blocs emboîtés au plus]"
      ])
    let parentheses = String(repeating: "(", count: 32)
    expectProblems(
      "{% si \(parentheses)⟦(⟧demonstration\(String(repeating: ")", count: 33)) %}A{% fin %}",
      [
        "imbrication-trop-profonde: Trop de parenthèses sont emboîtées dans cette condition."
          + " [32 parenthèses emboîtées au plus]"
      ])
  }

  @Test func whatIsNoTag() {
    for text in ["## Dépôt {#depot-2}", "{ {", "{", "}}", "a{b}c", "100 %", "{#élève}"] {
      #expect(rendered(text).text == text)
    }
  }

  @Test func accentedNames() {
    #expect(
      rendered("{% pour rôle dans roles %}{{ rôle }} ; {% fin %}").text
        == "l'animation ; le secrétariat ; ")
  }

  @Test func tagsOverSeveralLines() {
    #expect(rendered("A {{ cloture\n  | jour }}.").text == "A jeudi 31\u{A0}juillet 2025.")
  }

  @Test func inclusionsAreListed() throws {
    var diagnostics = DiagnosticList()
    let template = try #require(
      Template.parse(
        SourceText(path: "n.md", text: "{% inclure \"a\" %}\nb {% inclure \"b\" %}"),
        format: .markdown, diagnostics: &diagnostics))
    #expect(template.inclusions.map(\.name) == ["a", "b"])
    #expect(
      template.inclusions.map(template.place(of:)) == [
        Place(file: "n.md", line: 1, column: 12, length: 3),
        Place(file: "n.md", line: 2, column: 14, length: 3),
      ])
  }
}
