import Diagnostics
import Facts
import Testing

@Suite struct RecordTests {
  private let record = Record([
    "ps": Fact(.record(Record(["plafond": Fact(.amount(Amount(cents: 1, unit: .euros)))]))),
    "nom": Fact(.text("Vosges")),
    "membres": Fact(.list([Fact(.text("a")), Fact(.record(Record(["nom": Fact(.text("b"))])))])),
  ])

  @Test func paths() {
    #expect(record.fact(at: "ps.plafond")?.value == .amount(Amount(cents: 1, unit: .euros)))
    #expect(record.fact(at: "ps.maximum") == nil)
    #expect(record.fact(at: "nom.plafond") == nil)
    #expect(record.fact(at: "") == nil)
    #expect(record.text(at: "nom") == "Vosges")
    #expect(record.text(at: "ps") == nil)
    #expect(record.fact(at: "membres")?.value.items?.count == 2)
    #expect(record.records(at: "membres").map { $0.text(at: "nom") } == ["b"])
    #expect(record.fact(at: "ps")?.value.record != nil)
  }

  @Test func schemaPathsEnterRecordsOnly() {
    let inner = Schema("la Ps", [Field("plafond", .amount([.euros]), label: "Plafond")])
    let schema = Schema(
      "la note",
      [
        Field("ps", .record(inner), label: "Ps"),
        Field("liste", .list(.record(inner)), label: "Liste"),
      ])
    #expect(schema.findPath("ps.plafond")?.field.label == "Plafond")
    #expect(schema.findPath("liste.plafond") == nil)
    #expect(schema.findPath("ps.maximum") == nil)
  }

  @Test func settingMakesTheRecordsOnTheWay() {
    let inner = Schema(
      "la Ps", [Field("plafond", .text, label: "Plafond"), Field("taux", .text, label: "Taux")])
    let schema = Schema("la note", [Field("ps", .record(inner), label: "Ps")])
    var record = Record(schema)
    record[schema.path("ps.plafond")] = Fact(.text("a"))
    record[schema.path("ps")]?.place = Place(file: "f")
    record[schema.path("ps.taux")] = Fact(.text("b"))
    #expect(record.text(at: "ps.plafond") == "a")
    #expect(record.text(at: "ps.taux") == "b")
    #expect(record.fact(at: "ps")?.place == Place(file: "f"))
  }
}
