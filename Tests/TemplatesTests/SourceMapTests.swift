import Diagnostics
import Templates
import Testing

@Suite struct SourceMapTests {
  /// Where the first occurrence of a word in the output comes from.
  func origin(of word: String, in rendered: RenderedText) throws -> SourceMap.Origin {
    let range = try #require(rendered.text.range(of: word))
    let offset = rendered.text.utf8.distance(
      from: rendered.text.startIndex, to: range.lowerBound)
    return try #require(rendered.map.origin(ofUTF8: offset))
  }

  @Test func ownWords() throws {
    let text = rendered("Élan.\n{% si demonstration %}\nDépôt des dossiers\n{% fin %}\nFin")
    #expect(
      try origin(of: "dossiers", in: text)
        == .init(place: Place(file: "note.md", line: 3, column: 11)))
    #expect(
      try origin(of: "Fin", in: text) == .init(place: Place(file: "note.md", line: 5, column: 1)))
  }

  @Test func insertedValues() throws {
    let text = rendered("A\nLe département {{ departement.nom | de }} est\nB")
    #expect(
      try origin(of: "Vosges", in: text)
        == .init(
          place: Place(file: "note.md", line: 2, column: 16, length: 26),
          valuePlace: Place(file: "vosges.yaml", line: 1, column: 3)))
  }

  @Test func valuesOfLoops() throws {
    let text = rendered(
      "{% si contacts est publie %}{% pour c dans contacts %}{% si c.nom est publie %}"
        + "{{ c.nom }}{% fin %}{% fin %}{% fin %}")
    #expect(
      try origin(of: "Colin", in: text).valuePlace
        == Place(file: "vosges.yaml", line: 20, column: 3))
  }

  @Test func chainsOfInclusions() throws {
    let text = rendered(
      "A\n{% inclure \"b\" %}\nZ",
      including: ["b": "B\n\n  {% inclure \"c\" %}", "c": "Le mot {{ departement.code }}"])
    let inclusions = [
      Place(file: "b.md", line: 3, column: 3, length: 17),
      Place(file: "note.md", line: 2, column: 1, length: 17),
    ]
    #expect(
      try origin(of: "mot", in: text)
        == .init(place: Place(file: "c.md", line: 1, column: 4), includedFrom: inclusions))
    #expect(
      try origin(of: "88", in: text)
        == .init(
          place: Place(file: "c.md", line: 1, column: 8, length: 22), includedFrom: inclusions,
          valuePlace: Place(file: "vosges.yaml", line: 3, column: 3)))
    #expect(
      try origin(of: "Z", in: text) == .init(place: Place(file: "note.md", line: 3, column: 1)))
  }

  @Test func theEnds() {
    #expect(rendered("").map.origin(ofUTF8: 0) == nil)
    let text = rendered("AB")
    #expect(text.map.origin(ofUTF8: 2)?.place == Place(file: "note.md", line: 1, column: 2))
    #expect(text.map.origin(ofUTF8: -5)?.place == Place(file: "note.md", line: 1, column: 1))
  }

  /// Every byte of the template's own text goes back to itself.
  @Test func everyByteOfTheText() {
    let source = "aé\nœuvre {# x #}fin\n  {% si demonstration %}\nlà\n{% fin %}\n…"
    let text = rendered(source)
    let file = SourceText(path: "note.md", text: source)
    for (offset, scalar) in zip(text.text.utf8.indices, text.text.utf8).enumerated().map({
      ($0.offset, $0.element.1)
    }) where scalar & 0xC0 != 0x80 {
      guard let place = text.map.origin(ofUTF8: offset)?.place, let line = file.line(place.line)
      else {
        Issue.record("no origin at \(offset)")
        continue
      }
      let bytes = Array((line + "\n").unicodeScalars)[place.column - 1].utf8
      #expect(bytes.first == scalar)
    }
  }
}
