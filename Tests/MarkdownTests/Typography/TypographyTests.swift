import CustomDump
import Testing

@testable import Markdown

/// The rules of French spaces, case by case; `_` stands for U+00A0 and `^` for U+202F.
@Suite struct TypographyTests {
  static func shown(_ text: String) -> String {
    text.replacing("\u{A0}", with: "_").replacing("\u{202F}", with: "^")
  }

  @Test(arguments: [
    // Signs that want a space before them.
    ("Qui ; quand ! où ?", "Qui^; quand^! où^?"),
    ("Qui; quand! où?", "Qui^; quand^! où^?"),
    ("Date : lundi", "Date_: lundi"),
    ("Date: lundi", "Date_: lundi"),
    ("Voici:", "Voici_:"),
    ("(Quoi ?)", "(Quoi^?)"),
    ("(Quoi?)", "(Quoi^?)"),
    ("Quoi ?!", "Quoi^?!"),
    ("Quoi?!", "Quoi^?!"),
    ("Quoi ? !", "Quoi^?^!"),
    ("Quoi ?...", "Quoi^?..."),
    ("etc.; puis", "etc.^; puis"),
    ("(oui) ; non", "(oui)^; non"),
    ("fin… !", "fin…^!"),
    ("Étape 1: déposer", "Étape 1_: déposer"),
    ("mot\u{A0}; mot\u{202F}: mot", "mot^; mot_: mot"),
    ("deux  ; espaces", "deux^; espaces"),
    // Percent and euro.
    ("32,5 %", "32,5_%"),
    ("32,5%", "32,5_%"),
    ("329€", "329_€"),
    ("329 €/collectif", "329_€/collectif"),
    ("12 k€ et 3 M€", "12_k€ et 3_M€"),
    ("(329€)", "(329_€)"),
    ("12 ‰", "12_‰"),
    // Guillemets.
    ("« mot »", "«_mot_»"),
    ("«mot»", "«_mot_»"),
    ("«\u{202F}mot\u{202F}»", "«_mot_»"),
    ("« mot » !", "«_mot_»^!"),
    ("«Quoi?»", "«_Quoi^?_»"),
    ("« »", "«_»"),
    ("l'« essai »", "l’«_essai_»"),
    // Number sign.
    ("n° 5", "n°_5"),
    ("n°5", "n°_5"),
    ("N° C-2026-069", "N°_C-2026-069"),
    ("nº 5", "nº_5"),
    ("12° jour", "12° jour"),
    ("bon° 5", "bon° 5"),
    // Groups of digits.
    ("8 487 €", "8^487_€"),
    ("2 758,28 €", "2^758,28_€"),
    ("1 234 567", "1^234^567"),
    ("8\u{A0}487", "8^487"),
    ("de 1 000 à 5 000", "de 1^000 à 5^000"),
    ("-8 487", "-8^487"),
    ("(8 487)", "(8^487)"),
    ("Prix:8 487", "Prix:8^487"),
    ("d'1 200 €", "d’1^200_€"),
    ("8487 €", "8487_€"),
    // Two numbers are not one.
    ("en 2025 126 collectifs", "en 2025 126 collectifs"),
    ("en 2025 126 500 euros", "en 2025 126^500 euros"),
    ("2025 2026", "2025 2026"),
    ("le 25/06 126 places", "le 25/06 126 places"),
    ("à 10:30 126 places", "à 10:30 126 places"),
    ("1,5 126", "1,5 126"),
    ("069 126", "069 126"),
    ("C-2026-069 126 fois", "C-2026-069 126 fois"),
    ("B12 126", "B12 126"),
    ("1 200 2 300", "1^200 2^300"),
    ("12 34", "12 34"),
    ("8 4870", "8 4870"),
    ("le 20 juin 2025 126 places", "le 20 juin 2025 126 places"),
    // Kept whole.
    ("à 10:00 précises", "à 10:00 précises"),
    ("10:00-11:00", "10:00-11:00"),
    ("C-2026-069", "C-2026-069"),
    ("TSA 50 586", "TSA_50_586"),
    ("TSA 50586", "TSA_50586"),
    ("CS 20 009, 69000", "CS_20_009, 69000"),
    ("BP 123", "BP_123"),
    ("ABTSA 50 586", "ABTSA 50^586"),
    // Telephone.
    ("03 29 68 39 77", "03_29_68_39_77"),
    ("au 03 29 68 39 77.", "au 03_29_68_39_77."),
    ("03 29 68 39 77 126", "03_29_68_39_77 126"),
    ("0 810 25 53 10", "0_810_25_53_10"),
    ("0 800 123 456", "0_800_123_456"),
    ("0810 25 53 10", "0810_25_53_10"),
    ("+33 3 29 68 39 77", "+33_3_29_68_39_77"),
    ("+33 (0)3 29 68 39 77", "+33_(0)3_29_68_39_77"),
    ("+262 262 90 12 34", "+262_262_90_12_34"),
    ("+12 000 élèves", "+12^000 élèves"),
    ("+590 000 élèves", "+590^000 élèves"),
    ("au 32 30", "au 32_30"),
    ("de 32 30", "de 32 30"),
    ("03.29.68.39.77", "03.29.68.39.77"),
    // Apostrophes.
    ("l'école d'à côté, aujourd'hui", "l’école d’à côté, aujourd’hui"),
    ("5' et 'mot'", "5' et 'mot'"),
    ("l’école", "l’école"),
    ("les parents' amis", "les parents' amis"),
    // Nothing to mend.
    ("https://caf.fr/a?b;c:d!e", "https://caf.fr/a?b;c:d!e"),
    ("voir https://caf.fr/? puis", "voir https://caf.fr/? puis"),
    ("voir www.caf.fr/l'a?", "voir www.caf.fr/l'a?"),
    ("«https://caf.fr/?»", "«_https://caf.fr/?_»"),
    ("clas@caf.fr; puis", "clas@caf.fr; puis"),
    ("clas@caf.fr ; puis", "clas@caf.fr^; puis"),
    ("a?b a;b a:b a!b", "a?b a;b a:b a!b"),
    ("1:2 et 3%4", "1:2 et 3%4"),
    ("; début", "; début"),
    (" : début", " : début"),
    ("( ? )", "( ? )"),
    ("", ""),
    (" ", " "),
    ("!", "!"),
    ("«", "«"),
    ("« ", "« "),
    ("»", "»"),
    ("une phrase ordinaire, sans rien.", "une phrase ordinaire, sans rien."),
  ])
  func text(input: String, expected: String) {
    let result = FrenchTypography.apply(to: input)
    #expect(TypographyTests.shown(result) == expected)
    #expect(FrenchTypography.apply(to: result) == result)
  }

  @Test(arguments: [
    // Across emphasis, code, links.
    ("**8 487** €", "<p><strong>8^487</strong>_€</p>"),
    ("**8** 487", "<p><strong>8</strong>^487</p>"),
    ("**Important** : lire", "<p><strong>Important</strong>_: lire</p>"),
    ("*Quoi* ?", "<p><em>Quoi</em>^?</p>"),
    ("*Quoi*?", "<p><em>Quoi</em>^?</p>"),
    ("« **mot** »", "<p>«_<strong>mot</strong>_»</p>"),
    ("l'**école**", "<p>l’<strong>école</strong></p>"),
    ("«`mot`»", "<p>«_<code>mot</code>_»</p>"),
    ("`a ; b` ; `c`?", "<p><code>a ; b</code>^; <code>c</code>^?</p>"),
    ("`l'a ! 8 487 €`", "<p><code>l'a ! 8 487 €</code></p>"),
    ("[Qui ?](a?b;c) !", "<p><a href=\"a?b;c\">Qui^?</a>^!</p>"),
    (
      "<https://caf.fr/?a;b> ;",
      "<p><a href=\"https://caf.fr/?a;b\">https://caf.fr/?a;b</a>^;</p>"
    ),
    ("[caf.fr/a!](https://caf.fr/a!) !", "<p><a href=\"https://caf.fr/a!\">caf.fr/a!</a>^!</p>"),
    (
      "[03 29 68 39 77](tel:+33329683977)",
      "<p><a href=\"tel:+33329683977\">03_29_68_39_77</a></p>"
    ),
    // Across ends of lines.
    ("8\n487\n€", "<p>8^487_€</p>"),
    ("mot\n; mot", "<p>mot^; mot</p>"),
    ("03 29\n68 39 77", "<p>03_29_68_39_77</p>"),
    ("«\nmot\n»", "<p>«_mot_»</p>"),
    ("en 2025\n126 collectifs", "<p>en 2025\n126 collectifs</p>"),
    ("mot  \n; mot", "<p>mot<br>\n; mot</p>"),
    // Headings, cells, images.
    ("# Qui ?", "<h1>Qui^?</h1>"),
    ("![Qui ?](a)", "<p><img src=\"a\" alt=\"Qui^?\"></p>"),
    ("&eacute;t&eacute; ;", "<p>été^;</p>"),
  ])
  func markup(markdown: String, expected: String) {
    var document = Document(parsing: markdown)
    document.visitInlines { inlines, _ in inlines = FrenchTypography.apply(to: inlines) }
    let html = HTMLRenderer.render(document, isPlain: true)
    #expect(TypographyTests.shown(html) == expected + "\n")
    let once = document
    document.visitInlines { inlines, _ in inlines = FrenchTypography.apply(to: inlines) }
    expectNoDifference(document, once)
  }
}
