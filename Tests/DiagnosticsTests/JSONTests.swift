import CustomDump
import Diagnostics
import Testing

/// The layouts of JSON, and its texts.
@Suite struct JSONTests {
  @Test func keysKeepTheirOrderAndNilIsLeftOut() {
    let value = JSON.object([
      "b": .integer(-3), "a": .string("x"), "c": nil, "d": .boolean(false), "e": .null,
      "f": .number("0.5"), "g": .list([]), "h": .object([]),
    ])
    expectNoDifference(
      value.text,
      #"{"b": -3, "a": "x", "d": false, "e": null, "f": 0.5, "g": [], "h": {}}"#)
    expectNoDifference(
      value.script, #"{"b":-3,"a":"x","d":false,"e":null,"f":0.5,"g":[],"h":{}}"#)
  }

  @Test(
    arguments: [
      (0, "0.00"), (5, "0.05"), (-5, "-0.05"), (900_050, "9000.50"),
      (Int64.min, "-92233720368547758.08"),
    ] as [(Int64, String)]) func centsHaveTwoDecimals(_ cents: Int64, _ text: String)
  {
    expectNoDifference(JSON.cents(cents).text, text)
  }

  @Test func layouts() {
    let item = JSON.object([
      "constats": .list([.integer(1), .integer(2)], .lines),
      "lignes": .list([.string("a"), .string("b")]),
    ])
    let value = JSON.object(
      ["collectifs": .list([item], .lines), "vide": .list([], .lines)], .lines)
    expectNoDifference(
      value.text,
      """
      {
        "collectifs": [
          {"constats": [
              1,
              2
            ], "lignes": ["a", "b"]}
        ],
        "vide": []
      }
      """)
  }

  @Test func textsAreEscaped() {
    let text = "\"\\\n\r\t\u{1}\u{1F}\u{7F}\u{2028}\u{2029}’€\u{202F}é😀</script>"
    let escaped = #"\"\\\n\r\t\u0001\u001f\u007f\u2028\u2029’€"# + "\u{202F}é😀"
    expectNoDifference(JSON.string(text).text, "\"" + escaped + "</script>\"")
    expectNoDifference(
      String(decoding: JSON.escaped(text), as: UTF8.self), escaped + "</script>")
    expectNoDifference(JSON.string(text).script, "\"" + escaped + "\\u003c/script>\"")
    expectNoDifference(JSON.list([.written(JSON.string("é").bytes)]).text, "[\"é\"]")
  }

  /// A program that shows the text is not led to read another.
  @Test func whatNobodySeesIsEscaped() {
    let text = "a\u{202E}b\u{200B}\u{AD}\u{85}\u{FEFF}\u{E0041}❤\u{FE0F}ç"
    let escaped = #"a\u202eb\u200b\u00ad\u0085\ufeff\udb40\udc41"# + "❤\u{FE0F}ç"
    expectNoDifference(JSON.string(text).text, "\"" + escaped + "\"")
  }

  @Test func valuesAreAddedToWhatWasWritten() {
    var bytes = Array("x".utf8)
    JSON.list([.integer(1)], .lines).write(to: &bytes, margin: 2)
    expectNoDifference(String(decoding: bytes, as: UTF8.self), "x[\n    1\n  ]")
  }
}
