import CustomDump
import Diagnostics
import TestSupport
import Testing

@testable import Markdown

/// What people mistype in Markdown, each with its place and the line as it should be.
@Suite struct ProofTests {
  private func found(in text: String) -> [Diagnostic] {
    SourceText(path: "a.md", text: text).proofread().found
  }

  /// `line:column+length code | suggestion`, with `?` after the code of a warning and `!` before the
  /// suggestion when it is certain.
  private func shown(_ text: String) -> [String] {
    found(in: text).map { problem in
      let place = problem.place ?? Place(file: "?")
      var line = "\(place.line):\(place.column)+\(place.length) \(problem.code)"
      if problem.severity == .warning { line += "?" }
      if let suggestion = problem.suggestion {
        line += " | " + (problem.correction?.isCertain == true ? "!" : "") + suggestion
      }
      return line
    }
  }

  @Test(arguments: [
    // Lists of word processors.
    ("• un\n▪ deux", ["1:1+1 puce-typographique | !- un", "2:1+1 puce-typographique | !- deux"]),
    (
      "Voici :\n– un\n– deux",
      ["2:1+1 puce-typographique | !- un", "3:1+1 puce-typographique | !- deux"]
    ),
    ("• un • deux", ["1:1+1 puce-typographique | - un\n- deux"]),
    ("Les axes : • lire • écrire", ["1:12+1 puce-typographique | Les axes :\n\n- lire\n- écrire"]),
    ("Accueil : 04 00 00 00 00 • 2, place du Clos", []),
    ("\u{F0B7}\tun", ["1:1+1 puce-typographique | !- un"]),
    (
      "•\tun\n•\tdeux",
      ["1:1+1 puce-typographique | !- un", "2:1+1 puce-typographique | !- deux"]
    ),
    (
      "o\tun\no   deux",
      ["1:1+1 puce-typographique | !- un", "2:1+1 puce-typographique | !- deux"]
    ),
    ("§  un\n§ 3", ["1:1+1 puce-typographique | !- un"]),
    ("– dit-elle", ["1:1+1 puce-typographique? | - dit-elle"]),
    ("Elle dit :\n\n– Oui, dit-elle.", ["3:1+1 puce-typographique? | - Oui, dit-elle."]),
    ("La Caf\n– premier financeur – aide", []),
    ("–5 °C dehors", []),
    ("> • cité", ["1:3+1 puce-typographique | !> - cité"]),
    ("a) un\nb) deux", ["1:1+2 liste-a-lettres | 1. un", "2:1+2 liste-a-lettres | 2. deux"]),
    ("le point\na) de la liste", []),
    ("A) un\n\nB) deux", ["1:1+2 liste-a-lettres | 1. un", "3:1+2 liste-a-lettres | 2. deux"]),
    ("a. un\nb. deux", ["1:1+2 liste-a-lettres | 1. un", "2:1+2 liste-a-lettres | 2. deux"]),
    ("i) un\nii) deux", ["1:1+2 liste-a-lettres | 1. un", "2:1+3 liste-a-lettres | 2. deux"]),
    ("1° un\n2° deux", ["1:1+2 liste-a-lettres | 1. un", "2:1+2 liste-a-lettres | 2. deux"]),
    ("1°) un\n2°) deux", ["1:1+3 liste-a-lettres | 1. un", "2:1+3 liste-a-lettres | 2. deux"]),
    ("1 - un\n2 - deux", ["1:1+3 liste-a-lettres | 1. un", "2:1+3 liste-a-lettres | 2. deux"]),
    ("1 - un\nseul", []),
    ("Les étapes :\n2. a\n3. b", ["2:1+2 liste-a-lettres? | 1. a"]),
    ("☐ un\n☐ deux", ["1:1+1 puce-typographique | !- un", "2:1+1 puce-typographique | !- deux"]),
    ("A. Durand\nB. Martin", []),
    ("a/ un\nb/ deux", ["1:1+2 liste-a-lettres | 1. un", "2:1+2 liste-a-lettres | 2. deux"]),
    ("(a) un\n(b) deux", ["1:1+3 liste-a-lettres | 1. un", "2:1+3 liste-a-lettres | 2. deux"]),
    ("I. Un\nII. Deux", ["1:1+2 liste-a-lettres | 1. Un", "2:1+3 liste-a-lettres | 2. Deux"]),
    ("①un\n② deux", ["1:1+1 liste-a-lettres | 1. un", "2:1+1 liste-a-lettres | 2. deux"]),
    ("1- un\n2- deux", ["1:1+2 liste-a-lettres | 1. un", "2:1+2 liste-a-lettres | 2. deux"]),
    ("1 . un\n2 . deux", ["1:1+3 liste-a-lettres | 1. un", "2:1+3 liste-a-lettres | 2. deux"]),
    ("Un mot.\n\nb) deux", ["3:1+2 liste-a-lettres?"]),
    ("o un\no deux", ["1:1+1 puce-typographique | - un", "2:1+1 puce-typographique | - deux"]),
    ("-- un\n-- deux", ["1:1+2 puce-typographique | - un", "2:1+2 puce-typographique | - deux"]),
    ("Un mot.\n\n2. deux\n3. trois", ["3:1+2 liste-a-lettres? | 1. deux"]),
    ("1. un\n\nUn mot.\n\n2. deux", []),
    ("6. la suite\n7. d'une liste", []),
    ("de 1- à 2- enfants\n3 - 4 fois, o là", []),
    ("-un\n-deux", ["1:1+1 puce-typographique | - un", "2:1+1 puce-typographique | - deux"]),
    ("1.un\n2.deux", ["1:1+2 puce-typographique | 1. un", "2:1+2 puce-typographique | 2. deux"]),
    ("le lieu\n-et l'heure", []),
    ("→ un\n→ deux", ["1:1+1 puce-typographique | !- un", "2:1+1 puce-typographique | !- deux"]),
    ("§ un\n§ deux", ["1:1+1 puce-typographique | - un", "2:1+1 puce-typographique | - deux"]),
    ("§ 3 et\n§ 4", []),
    (
      "Remplir le dossier ;\nl'envoyer ;\nattendre.",
      ["1:1+20 puce-typographique? | - Remplir le dossier ;\n- l'envoyer ;\n- attendre."]
    ),
    (
      "Voici :\nremplir ;\nenvoyer.",
      ["2:1+9 puce-typographique? | \n- remplir ;\n- envoyer."]
    ),
    ("Une phrase coupée ;\nune autre, puis la fin.", []),
    ("- un ;\n- deux ;\n  trois ;\n  quatre.", []),
    // Lists in cells.
    (
      "Tableau : T\n\n| a | b |\n|---|---|\n| - un - deux | • x \\\\ • y |",
      [
        "5:3+11 puce-typographique? | | - un \\\\ - deux | • x \\\\ • y |",
        "5:17+10 puce-typographique? | | - un - deux | - x \\\\ - y |",
      ]
    ),
    (
      "Tableau : T\n\n| a | b |\n|---|---|\n| 1) un 2) deux 3) trois | a) un b) deux |",
      [
        "5:3+22 puce-typographique? | | 1) un \\\\ 2) deux \\\\ 3) trois | a) un b) deux |",
        "5:28+13 puce-typographique? | | 1) un 2) deux 3) trois | a) un \\\\ b) deux |",
      ]
    ),
    (
      "Tableau : T\n\n| a | b |\n|---|---|\n| - un \\\\ - 6 - 10 ans | - 8 – 9 ans |\n| - | – 8 – 10 |\n"
        + "| Clas - contrat | 1. un |",
      []
    ),
    // Callouts.
    ("[!NOTE]\nUn mot.", ["1:1+7 encadre-inconnu | !> [!NOTE]"]),
    ("Un mot [!NOTE] ici.", []),
    // Headings.
    ("##Titre", ["1:1+2 titre-colle | !## Titre"]),
    ("#Titre", ["1:1+1 titre-colle | ## Titre"]),
    ("la salle\n#4", []),
    ("## A\n\n# B", ["3:1+1 niveau-de-titre | ## B"]),
    ("### A\n\n## B", ["3:1+2 niveau-de-titre | ### B"]),
    ("## A\n\n### B\n\n## C", []),
    ("texte\n===", ["1:1+5 niveau-de-titre | ## texte"]),
    ("## A\n\n### B\n\n#### C\n\n##### D", ["7:1+7 niveau-de-titre"]),
    ("## A\n\ntexte\n---", ["3:1+5 titre-souligne? | ## texte"]),
    // No-break spaces.
    ("##\u{A0}Titre", ["1:3+1 espace-insecable | !## Titre"]),
    ("-\u{202F}un", ["1:2+1 espace-insecable | !- un"]),
    ("1.\u{A0}un", ["1:3+1 espace-insecable | !1. un"]),
    ("-\u{2003}un", ["1:2+1 espace-insecable | !- un"]),
    ("\u{A0}- un", ["1:1+1 espace-insecable | !- un"]),
    (">\u{A0}[!NOTE]\n> a", ["1:2+1 espace-insecable | !> [!NOTE]"]),
    ("le budget de\n2025.\u{A0}Il", []),
    ("\u{A0}texte", []),
    // Tables.
    (
      "Aide\tMontant\nPs | b\t8 €",
      ["1:1+12 tableau-dessine | | Aide | Montant |\n| --- | --- |\n| Ps \\| b | 8 € |"]
    ),
    (
      "Été       Somme\nPs        8 €",
      ["1:1+15 tableau-dessine | | Été | Somme |\n| --- | --- |\n| Ps | 8 € |"]
    ),
    (
      "Voici.\n\n    Été       Somme\n    Ps        8 €",
      ["3:5+15 tableau-dessine | | Été | Somme |\n| --- | --- |\n| Ps | 8 € |"]
    ),
    (
      "Tableau : T\n\n| a | b |\n|\u{A0}--- | ---\u{A0}|\n| 1 | 2 |",
      ["1:1+11 titre-sans-tableau", "4:2+1 espace-insecable | !| --- | --- |"]
    ),
    ("+----+----+\n| a  | b  |\n+----+----+", ["1:1+11 tableau-dessine"]),
    (
      "Public;Attendu;Somme\nÉlèves;Un lien;8 €",
      [
        "1:1+20 tableau-dessine | | Public | Attendu | Somme |\n| --- | --- | --- |\n| Élèves | Un lien | 8 € |"
      ]
    ),
    ("Un;deux\ntrois;quatre", []), ("Un ; deux ; trois.\nUn ; deux ; trois.", []),
    ("Un mot.  Deux espaces.\nUn mot.  Deux encore.", []),
    ("une ligne\tseule", []),
    ("-\tun\n-\tdeux", []),
    (
      "Tableau : T\n\n| a | b | c |\n|---|---|\n| 1 | 2 |",
      [
        "1:1+11 titre-sans-tableau", "4:1+9 tableau-mal-ecrit | | --- | --- | --- |",
      ]
    ),
    ("| a | b |\n| 1 | 2 |", ["2:1+9 tableau-mal-ecrit"]),
    ("Aide | Montant\nPs | 8 €", ["2:1+8 tableau-mal-ecrit"]),
    ("Le mardi | le soir\nou un autre jour", []),
    ("Tableau : T\n\n| a | b |\n|---|---|\n| 1 | 2 | trois |", ["5:11+5 case-en-trop"]),
    (
      "Tableau : T\n\n> | a | b |\n> |---|---|\n> | 1 | 2 | 3 | 4 |",
      ["1:1+11 titre-sans-tableau", "3:3+9 tableau-sans-titre", "5:13+1 case-en-trop"]
    ),
    ("Tableau : T\n\n| a | b |\n|---|---|\n| 1 | 2 | |\n| 1 |\n| \\| | `a\\|b` |", []),
    ("Tableau : T\n\n| a | b |\n|---|---|\n| 1 | 2 |\nsuite", ["6:1+5 ligne-dans-tableau"]),
    // What four spaces make code of.
    ("Un.\n\n    Deux.\n    Trois.", ["3:5+5 texte-decale? | Deux."]),
    ("Un.\n\n\tDeux.", ["3:2+5 texte-decale? | Deux."]),
    ("- un\n\n    suite\n\n[^1]: note\n\n    suite [^1]", []),
    // Marks that stayed text.
    ("**Attention :**le dossier", ["1:1+15 marque-visible | !**Attention :** le dossier"]),
    ("** gras ** et", ["1:1+10 marque-visible | !**gras** et"]),
    ("un ** gras\u{A0}**", ["1:4+10 marque-visible | !un **gras**"]),
    ("~~ ancien ~~", ["1:1+12 marque-visible | !~~ancien~~"]),
    ("une note **", ["1:10+2 marque-visible?"]),
    ("**Attention* : le dossier.", ["1:1+1 marque-visible?"]),
    ("*Important** : lisez.", ["1:12+1 marque-visible?"]),
    ("Texte avec \\\\ fin.", ["1:12+2 marque-visible?"]),
    ("un \\ deux", ["1:4+1 marque-visible?"]),
    ("Tableau : A\n\n| a |\n| --- |\n| un \\\\ deux |\n| un\\\\deux |", ["6:5+2 marque-visible?"]),
    ("Tapez `C:\\Clas`.", []),
    ("> [!NOTE]", ["1:3+7 encadre-inconnu"]),
    ("Voir <www.caf.fr>.", ["1:6+12 lien-sans-https | !Voir <https://www.caf.fr>."]),
    ("Voir https ://www.caf.fr.", ["1:6+19 lien-sans-https | !Voir https://www.caf.fr."]),
    ("*Attention :*le", ["1:1+13 marque-visible? | !*Attention :* le"]),
    ("100 €* et *hors bonus", []),
    ("un *gras ici", ["1:4+1 marque-visible?"]),
    ("un _gras ici", ["1:4+1 marque-visible?"]),
    ("un ***gras** ici", ["1:4+1 marque-visible?"]),
    ("*hors bonus, et _modele.pdf, a_b", []),
    (
      "le dossier**(obligatoire)**est",
      ["1:11+17 marque-visible | !le dossier **(obligatoire)** est"]
    ),
    ("2**(n)**3", ["1:2+7 marque-visible"]),
    ("\\*\\*a\\*\\* &#42;&#42;b", []),
    ("Nom : ______ et a__b", []),
    ("l`aide", ["1:2+1 marque-visible?"]),
    ("`**` et ``` ` ```", []),
    ("```\n** a ** • ###b\n```", []),
    ("* un\n**deux", ["2:1+2 marque-visible?"]),
    ("> un\n**deux", ["2:1+2 marque-visible?"]),
    // Links.
    ("[x]https://a.fr", ["1:3+1 lien-mal-ecrit"]),
    ("un [x]: https://a.fr", ["1:6+3 lien-mal-ecrit"]),
    ("un (https://a.fr)[le site]", ["1:4+23 lien-mal-ecrit | !un [le site](https://a.fr)"]),
    ("un (https://a.fr/b)[c]", ["1:4+19 lien-mal-ecrit | !un [c](https://a.fr/b)"]),
    ("un (https://a.fr)[^1]", ["1:4+18 lien-mal-ecrit", "1:18+4 renvoi-inconnu"]),
    ("un (x)[https://a.fr]", ["1:4+17 lien-mal-ecrit | !un [x](https://a.fr)"]),
    ("un [1]: https://a.fr et [x] <https://a.fr>", []),
    ("un https:// www.caf.fr", ["1:4+9 lien-sans-https | !un https://www.caf.fr"]),
    ("[x] (https://a.fr)", ["1:3+3 lien-mal-ecrit | ![x](https://a.fr)"]),
    ("[x] (pieces/a.pdf)", ["1:3+16 lien-mal-ecrit | ![x](pieces/a.pdf)"]),
    ("[x](pieces/un fichier.pdf)", ["1:3+24 lien-mal-ecrit | ![x](<pieces/un fichier.pdf>)"]),
    (
      "[x](https://a.fr/un doc.pdf) y",
      ["1:3+26 lien-mal-ecrit | ![x](<https://a.fr/un doc.pdf>) y"]
    ),
    ("[x](https://a.fr le site)", ["1:3+2 lien-mal-ecrit"]),
    ("[x](https://a.fr/b\u{A0}c)", ["1:5+16 espace-insecable"]),
    (
      "[x][c] et [y][c]\n\n[c]: www.caf.fr",
      ["3:6+10 lien-sans-https | ![c]: https://www.caf.fr"]
    ),
    ("[x](https://a.fr/b_(c)", ["1:3+2 lien-mal-ecrit"]),
    ("[Note]: lisez\n\nUn mot.", ["1:1+13 lien-mal-ecrit"]),
    ("Un mot.\n[Note]: lisez", []),
    ("[x][y]", ["1:3+2 lien-mal-ecrit"]),
    ("l'article [4] (page 12) et [1][2]", []),
    ("\\[x\\] (a.pdf)", []),
    ("- [ x ] fait", ["1:3+5 lien-mal-ecrit"]),
    ("[x](#)", ["1:1+6 lien-sans-adresse"]),
    ("en [[annee]]", ["1:4+9 accolade-simple? | en {{ annee }}"]),
    ("en $annee$, 5 $ ou 6 $", ["1:4+7 accolade-simple? | en {{ annee }}, 5 $ ou 6 $"]),
    ("oui :smile: !", ["1:5+7 marque-visible?"]),
    ("le 1^er^ mai", ["1:5+4 marque-visible? | !le 1er mai"]),
    ("2 m^2^ et H~2~O", ["1:4+3 marque-visible?", "1:12+3 marque-visible?"]),
    ("à 10:30, ratio 1:2 et a^b, Note :ici", []),
    ("[X] fait", ["1:1+3 lien-mal-ecrit"]), ("- [x]fait", ["1:3+3 lien-mal-ecrit"]),
    ("voir [x] ici", []),
    ("==clé==", ["1:1+7 marque-visible | !**clé**"]),
    ("un *mot * ici", ["1:4+6 marque-visible? | !un *mot* ici"]),
    ("à 100 €* par an, *hors bonus", []),
    ("[a](tel:04 00 00 00 00)", ["1:3+21 lien-mal-ecrit | ![a](tel:0400000000)"]),
    ("[a](0400000000)", ["1:5+10 lien-sans-https | ![a](tel:0400000000)"]),
    ("[a](mailto:b@caf,fr)", ["1:5+15 lien-sans-adresse | ![a](mailto:b@caf.fr)"]),
    ("https:// www.caf.fr", ["1:1+9 lien-sans-https | !https://www.caf.fr"]),
    ("| a | b |", ["1:1+9 tableau-mal-ecrit"]), ("| a |", []),
    ("- [] à faire", ["1:3+2 lien-mal-ecrit"]),
    ("[x]()", ["1:1+5 lien-sans-adresse"]),
    ("[x](https://)", ["1:1+13 lien-sans-adresse"]),
    ("é [x](www.caf.fr)", ["1:7+10 lien-sans-https | !é [x](https://www.caf.fr)"]),
    ("[x](WWW.caf.fr)", ["1:5+10 lien-sans-https | ![x](https://WWW.caf.fr)"]),
    ("[x](http:/www.caf.fr)", ["1:5+16 lien-sans-adresse | ![x](http://www.caf.fr)"]),
    ("[x](https:www.caf.fr)", ["1:5+16 lien-sans-adresse | ![x](https://www.caf.fr)"]),
    ("[x](https//caf.fr/a)", ["1:5+15 lien-sans-https | ![x](https://caf.fr/a)"]),
    ("[x](htps://caf.fr)", ["1:1+18 lien-dangereux | https://caf.fr"]),
    ("[x](https.pdf)", []),
    ("voir //www.caf.fr/a.", ["1:6+14 lien-sans-https | !voir https://www.caf.fr/a."]),
    ("(https:www.caf.fr)", ["1:2+16 lien-sans-https | !(https://www.caf.fr)"]),
    ("et/ou, 1/2, C:/www, https://www.caf.fr", []),
    ("[x](caf.fr/guide)", ["1:5+12 lien-sans-https | ![x](https://caf.fr/guide)"]),
    ("[x](clas@caf.fr)", ["1:5+11 lien-sans-https | ![x](mailto:clas@caf.fr)"]),
    ("[x](pieces/avis.pdf) [y](../guide/index.html#caf.fr) [z](avis.odt)", []),
    ("![x](https://a.fr/b.png)", ["1:6+18 image-d-un-autre-site"]),
    ("![x](b.png) www.caf.fr <https://a.fr>", []),
    // Braces.
    ("en { annee }", ["1:4+9 accolade-simple | en {{ annee }}"]),
    ("en { { annee } }", ["1:4+13 accolade-simple | en {{ annee }}"]),
    ("{ps.plafond | euros}", ["1:1+20 accolade-simple | {{ ps.plafond | euros }}"]),
    ("{ Un mot } {{ annee }}", []),
    ("en { année }", ["1:4+9 accolade-simple"]),
    ("==le dossier== et a == b", ["1:1+14 marque-visible | !**le dossier** et a == b"]),
    ("{ % si x % }", ["1:1+3 marque-visible?"]),
    ("## A {#a}\n\nb {#c}", ["3:3+4 ancre-invalide"]),
    // Signs that nobody sees.
    ("ﬁn", ["1:1+1 caractere-invisible | !fin"]),
    ("L\u{92}aide", ["1:2+1 caractere-invisible | !L’aide"]),
    ("co\u{AD}mité", ["1:3+1 caractere-invisible | !comité"]),
    ("a\u{B}b", ["1:2+1 caractere-invisible | a b"]),
    ("a\u{FFFF}", ["1:2+1 caractere-invisible"]),
    ("é &#x202e;b &amp; `&shy;`", ["1:3+8 caractere-invisible"]),
    ("[x](https://a.fr/&#x200b;)", ["1:1+26 caractere-invisible"]),
  ])
  func isTold(_ text: String, _ expected: [String]) {
    expectNoDifference(shown(text), expected)
  }

  @Test func messagesSayWhatWasFound() {
    expectNoDifference(
      found(in: "Tableau : T\n\n| a | b |\n|---|---|\n| 1 | 2 | 3 |").map {
        "\($0.message) \($0.expected ?? "")"
      },
      [
        "La case « 3 » est de trop : elle ne serait pas publiée. 2 cases, comme la ligne de titre ; "
          + "« \\| » écrit une barre dans une case"
      ])
  }

  // MARK: What is read as it was typed

  private func html(_ markdown: String) -> String {
    HTMLRenderer.render(Document(parsing: markdown), isPlain: true)
  }

  @Test(arguments: [
    ("5*10*2 €, 2**3**4", "<p>5*10*2 €, 2**3**4</p>\n"),
    ("de 5~7, de 100~200, de 3~~4 à 5~~6", "<p>de 5~7, de 100~200, de 3~~4 à 5~~6</p>\n"),
    ("*5*, **2025** et ~~3~~", "<p><em>5</em>, <strong>2025</strong> et <del>3</del></p>\n"),
    ("`5*10*2`", "<p><code>5*10*2</code></p>\n"),
    (
      "« https://a.fr\u{A0}» **b**",
      "<p>« <a href=\"https://a.fr\">https://a.fr</a>\u{A0}» <strong>b</strong></p>\n"
    ),
    ("www.a.fr\u{202F}; b", "<p><a href=\"http://www.a.fr\">www.a.fr</a>\u{202F}; b</p>\n"),
    ("(https://a.fr/b…)", "<p>(<a href=\"https://a.fr/b\">https://a.fr/b</a>…)</p>\n"),
    ("“https://a.fr”, d", "<p>“<a href=\"https://a.fr\">https://a.fr</a>”, d</p>\n"),
    ("[a](https://a.fr/»)", "<p><a href=\"https://a.fr/%C2%BB\">a</a></p>\n"),
    ("<https://a.fr/’>", "<p><a href=\"https://a.fr/%E2%80%99\">https://a.fr/’</a></p>\n"),
    ("a \\\\ b, `c \\\\ d`", "<p>a \\ b, <code>c \\\\ d</code></p>\n"),
    ("&#1;5*6*7", "<p>\u{1}5<em>6</em>7</p>\n"),
  ])
  func staysAsTyped(_ markdown: String, _ expected: String) {
    expectNoDifference(html(markdown), expected)
  }

  // MARK: Cells of several lines

  static let table = """
    Tableau : Les aides

    | Aide | Pour qui |
    |---|---|
    | Ps \\\\ *nationale* | - écoles \\\\ - collèges \\\\ les deux |
    | Bonus | - |

    """

  @Test func cellsHoldLinesAndLists() {
    let document = Preparation().document([SectionText(markdown: ProofTests.table)])
    let rendered = HTMLRenderer.render(document)
    #expect(rendered.contains("<td>Ps<br>\n<em>nationale</em></td>"))
    #expect(
      rendered.contains(
        "<td><ul>\n<li>écoles</li>\n<li>collèges</li>\n</ul>\nles deux</td>"))
    #expect(rendered.contains("<td>-</td>"))
    expectNoDifference(
      TextRenderer.render(document),
      """
      Tableau\u{A0}: Les aides

      Aide       Pour qui
      ---------  ----------
      Ps         - écoles
      nationale  - collèges
                 les deux
      Bonus      -

      """)
  }

  @Test func recordsHoldLinesAndLists() {
    let long = String(repeating: "mot ", count: 15)
    let document = Document(
      parsing: "| Aide | Pour qui |\n|---|---|\n| Ps \(long) | - écoles \\\\ - \(long) |\n")
    expectNoDifference(
      TextRenderer.render(document),
      """
      - Aide\u{A0}: Ps \(long.dropLast())
        Pour qui\u{A0}:
          - écoles
          - \(long.dropLast())

      """)
  }

  // MARK: Values

  @Test(arguments: [
    ("le **dossier** ~~b~~", "le dossier b"), ("`code`", "code"), ("[a](https://b.fr)", nil),
    ("a<br>b", nil), ("*a* et [b](c)", nil), ("## Titre", "Titre"), ("• un", "un"),
    ("- un", "un"), ("1. un", "un"), ("> cité", "cité"), ("voir [^1] ici", "voir  ici"),
    ("[x] fait", "fait"), ("a) un", "un"), ("| a | b |", nil), ("<https://a.fr>", "https://a.fr"),
    ("voir <mailto:a@b.fr>", "voir a@b.fr"),
    ("a \\* b", "a * b"), ("a&nbsp;b", nil), ("*\u{A0}un", "un"),
  ])
  func typedMarkup(_ text: String, _ words: String?) throws {
    let typed = try #require(TypedMarkup(in: text))
    #expect(typed.words == words)
  }

  @Test(arguments: [
    "100 €* et *bonus", "a_b_c@d.fr", "https://a.fr/b_c_d", "5*10*2", "[1] (page 2)", "<25 ans",
    "100~200", "[Important] Lisez", "2025. Une année", "-5 °C", "R&D; Q&R", "\\serveur\\partage",
    "3 € ou > 4 €", "#4", "|", "a | b", "à) un", "<25 ans et >3",
  ])
  func noMarkup(_ text: String) { #expect(TypedMarkup(in: text) == nil) }

  // MARK: Properties

  private static let atoms = [
    "5", "10", "*", "**", "~", "~~", "_", "`", "»", "«", "…", "’", "\u{A0}", "\u{202F}", " ", " ",
    "mot", "été", "https://a.fr", "www.b.fr", "[", "](", ")", "[x] (a.pdf)", "{ annee }", "{#a}",
    "•",
    "– ", "#", "## ", "###", "\n", "\n\n", "|", "| a | b |\n|---|---|\n", "\t", "   ", " \\\\ ",
    "\\",
    "&amp;", "&#1;", "\u{200B}", "ﬁ", "a) ", "1.", "> ", "- ", "---\n", "===\n", "+--+--+", "!",
  ]

  /// No sign that hides another leaves the parser, and every letter and figure stays.
  @Test func nothingIsLostNorAdded() {
    var generator = SeededGenerator(seed: 4)
    func letters(_ text: String) -> String {
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.filter { "5motéá10".unicodeScalars.contains($0) }))
    }
    for _ in 0..<600 {
      let text = (0..<Int.random(in: 1...14, using: &generator)).map { _ in
        generator.pick([
          "5", "10", "*", "~", "»", "’", "\u{A0}", " ", "mot", "été", "m.fr", " \\\\ ",
        ])
      }.joined()
      let markdown = "a" + text + "a"
      let document = Document(parsing: markdown)
      let plain = document.plainText
      #expect(letters(plain) == letters(markdown), "\(markdown)")
      #expect(!plain.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "\(markdown)")
    }
  }

  /// Proofreading ends on any text, names places that exist, and what it is certain of is accepted
  /// once it is done: no certain correction is proposed for ever.
  @Test func certainCorrectionsEnd() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<400 {
      var text = (0..<Int.random(in: 1...25, using: &generator)).map { _ in
        generator.pick(ProofTests.atoms)
      }.joined()
      var seen: Set<String> = []
      while seen.insert(text).inserted {
        let problems = found(in: text)
        let source = SourceText(path: "a.md", text: text)
        for problem in problems {
          let place = problem.place ?? Place(file: "")
          let length = source.line(place.line)?.unicodeScalars.count
          #expect(length.map { place.column <= $0 + 1 } ?? false, "\(text.debugDescription)")
        }
        let certain = problems.compactMap(\.correction).filter(\.isCertain)
        guard let first = certain.first else { break }
        text = CorrectedText(source, [first]).text
        #expect(seen.count < 60, "\(text.debugDescription)")
        if seen.count >= 60 { break }
      }
      #expect(
        found(in: text).allSatisfy { $0.correction?.isCertain != true }, "\(text.debugDescription)")
    }
  }
}
