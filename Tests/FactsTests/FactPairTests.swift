import Facts
import Testing

@Suite struct FactPairTests {
  private static let step = Schema(
    "une étape",
    [
      Field("etape", .identifier, label: "Étape", .identifies),
      Field("nom", .text, label: "Nom", [.identifies, .names]),
      Field("cause", .text, label: "Cause"),
    ])
  private static let schema = Schema(
    "la note",
    [
      Field("titre", .text, label: "Titre"),
      Field("etapes", .list(.record(step)), label: "Étapes"),
      Field("codes", .list(.identifier), label: "Codes"),
    ])

  private func steps(_ steps: [[String: Value]]) -> Value {
    .list(steps.map { Fact(.record(record($0, FactPairTests.step))) })
  }

  private func record(_ values: [String: Value], _ schema: Schema = schema) -> Record {
    var record = Record(schema)
    for (key, value) in values { record[key] = Fact(value) }
    return record
  }

  /// « 0-1 » for the first item of the old list and the second of the new one.
  private func ranks(_ pairs: [FactPair]) -> [String] {
    pairs.map { pair in
      [pair.ranks.before, pair.ranks.after].map { $0.map(String.init) ?? "" }.joined(separator: "-")
    }
  }

  @Test func factsOfEitherSideInTheOrderOfTheSchema() {
    let pairs = FactPair.all(
      record(["codes": .list([])]), record(["titre": .text("a")]))
    #expect(pairs.map(\.context.path) == ["titre", "codes"])
    #expect(pairs.map { $0.before == nil } == [true, false])
    #expect(pairs.map { $0.after == nil } == [false, true])
  }

  @Test func recordsAreMatchedByWhatIdentifiesThem() throws {
    let old = record(["etapes": steps([["etape": .text("a")], ["nom": .text("B")]])])
    let new = record([
      "etapes": steps([
        ["etape": .text("b"), "nom": .text("B"), "cause": .text("c")], ["etape": .text("d")],
      ])
    ])
    let items = try #require(FactPair.all(old, new).first).inside
    #expect(ranks(items) == ["1-0", "-1", "0-"])
    #expect(items[0].context.isItem)
    let fields = items[0].inside
    #expect(fields.map(\.context.path) == ["etapes.etape", "etapes.nom", "etapes.cause"])
    #expect(fields.map { $0.before == nil } == [true, false, true])
    #expect(fields.allSatisfy { $0.context.item?.code == "b" })
  }

  @Test func whatNothingIdentifiesIsMatchedByRank() throws {
    let old = record([
      "etapes": steps([["cause": .text("a")], ["etape": .text("e")], ["cause": .text("c")]])
    ])
    let new = record(["etapes": steps([["cause": .text("b")], ["cause": .text("c")]])])
    let items = try #require(FactPair.all(old, new).first).inside
    #expect(ranks(items) == ["0-0", "-1", "1-", "2-"])
    let codes = { (codes: [String]) in Value.list(codes.map { Fact(.text($0)) }) }
    let plain = FactPair.all(record(["codes": codes(["a", "b"])]), record(["codes": codes(["b"])]))
    #expect(ranks(plain[0].inside) == ["0-0", "1-"])
  }

  @Test func anAbsentSideHasNothingInside() throws {
    let new = record(["etapes": steps([["etape": .text("a")]]), "titre": .text("a")])
    let pairs = FactPair.all(record([:]), new)
    #expect(ranks(pairs[1].inside) == ["-0"])
    #expect(pairs[0].inside.isEmpty)
  }
}
