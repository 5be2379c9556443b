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
      "/*! Licence */\na {\ncolor: red; /* reste */\nmargin: 0;\n}\n// une ligne\n")
  }

  @Test func script() {
    expectNoDifference(
      SlimText.apply(to: SlimTextTests.text, path: "scripts/a.js"),
      "/*! Licence */\na {\ncolor: red; /* reste */\nmargin: 0;\n}\n")
  }

  /// Spaces count in a template literal that goes on over several lines.
  @Test func scriptWithALongTemplate() {
    let script = "const a = `un\n    deux`;\n"
    expectNoDifference(SlimText.apply(to: script, path: "a.js"), script)
    expectNoDifference(SlimText.apply(to: "  const a = `un`;\n", path: "a.js"), "const a = `un`;\n")
  }

  @Test(arguments: ["a.html", "a.css.txt", "css", "a.svg"]) func otherFile(_ path: String) {
    expectNoDifference(SlimText.apply(to: SlimTextTests.text, path: path), SlimTextTests.text)
  }
}
