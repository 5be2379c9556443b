import CustomDump
import Testing

@testable import Website

/// What is taken out of style sheets and scripts before they are served.
@Suite struct SlimTextTests {
  private static let text = """
    /*! Licence */
    /* Un commentaire. */
    a {
      color: red; /* reste */

      /* Sur deux
         lignes. */
      margin: 0;
    }
    // une ligne

    """

  @Test func styleSheet() {
    expectNoDifference(
      SlimText.apply(to: SlimTextTests.text, path: "styles/a.css"),
      "/*! Licence */\na{color: red; /* reste */\nmargin:0}// une ligne\n")
  }

  @Test func script() {
    expectNoDifference(
      SlimText.apply(to: SlimTextTests.text, path: "scripts/a.js"),
      "/*! Licence */\na{color: red; /* reste */\nmargin:0;}\n")
  }

  /// Spaces count in a template literal that goes on over several lines.
  @Test func scriptWithALongTemplate() {
    let script = "const a = `un\n    deux`;\n"
    expectNoDifference(SlimText.apply(to: script, path: "a.js"), script)
    expectNoDifference(SlimText.apply(to: "  const a = `un`;\n", path: "a.js"), "const a = `un`;")
  }

  @Test func endsOfLinesThatSayNothing() {
    expectNoDifference(
      SlimText.apply(
        to:
          ".a > .b,\n:is(c, d),\n.c[title=\"a > b\"] {\n"
          + "  margin: 0.5rem -0.25rem, min(1px, 2px);\n  content: \" 0.5\";\n}\n",
        path: "a.css"),
      ".a>.b,:is(c,d),.c[title=\"a > b\"]{margin:.5rem -.25rem,min(1px,2px);content:\" 0.5\"}")
    expectNoDifference(
      SlimText.apply(
        to: "f(\n  a, // un\n  b,\n)\nconst u = \"https://a.fr\";\nx = [\n  1,\n];\n", path: "a.js"),
      "f(a, // un\nb,)\nconst u = \"https://a.fr\";\nx=[1,];")
  }

  @Test(arguments: [
    ("const a = (b, c) => { return [b > c ? b : c]; };", "const a=(b,c)=>{return[b>c?b:c];};"),
    ("if (a && b) { c = d in e; } else { f(...g); }", "if(a&&b){c=d in e;}else{f(...g);}\n"),
    ("a = b + +c - -d, e = !f;", "a=b + +c - -d,e= !f;"),
    ("a < !b; while (i-- > 0) {}", "a< !b;while(i-- >0){}\n"),
    ("const a = \"b , c\" ;", "const a=\"b , c\";"),
    ("a = \"b, c\" + (d ? \"e\" : \"f\");", "a=\"b, c\" + (d?\"e\":\"f\");"),
    ("a = 'b, c' + (d ? 1 : 2);", "a = 'b, c' + (d ? 1 : 2);"),
    ("a = \"\\\", b\" + (d ? 1 : 2);", "a = \"\\\", b\" + (d ? 1 : 2);"),
    ("const a = b / c, d = /e , f/g;", "const a = b / c, d = /e , f/g;"),
  ])
  func spacesBesideSigns(_ line: String, _ slim: String) {
    expectNoDifference(SlimText.apply(to: line, path: "a.js"), slim)
  }

  @Test(arguments: ["a.html", "a.css.txt", "css", "a.svg"]) func otherFile(_ path: String) {
    expectNoDifference(SlimText.apply(to: SlimTextTests.text, path: path), SlimTextTests.text)
  }
}
