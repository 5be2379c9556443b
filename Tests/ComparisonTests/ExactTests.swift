import Comparison
import Diagnostics
import Facts
import TestSupport
import Testing

/// What a frozen note and its sources do not give alike.
@Suite struct ExactTests {
  private func differences(
    _ before: [String: Value], _ after: [String: Value]
  ) -> [FactDifference] {
    FactDifference.all(
      from: record(before).conforming(to: noteSchema),
      to: record(after).conforming(to: noteSchema), where: { _ in true })
  }

  /// « path | before | after ».
  private func lines(_ before: [String: Value], _ after: [String: Value]) -> [String] {
    differences(before, after).map { difference in
      ([difference.path]
        + [difference.before, difference.after].map { fact in
          fact.map { FrenchFormat.textWithUnit(of: $0.value).withPlainSpaces } ?? "-"
        }).joined(separator: " | ")
    }
  }

  @Test func valuesInRecordsAndLists() {
    let ps = { (cents: Int64) in Value.record(record(["plafond": perCollectif(cents)])) }
    let steps = { (text: String) in list([["etape": .text("depot"), "au": day(text)]]) }
    #expect(
      lines(
        ["ps": ps(100), "calendrier": steps("2025-07-11"), "famille": .text("note")],
        ["ps": ps(200), "calendrier": steps("2025-07-18")]) == [
          "famille | note | -",
          "calendrier.depot.au | 11 juillet 2025 | 18 juillet 2025",
          "ps.plafond | 1 € par collectif | 2 € par collectif",
        ])
  }

  @Test func theOrderOfAListCounts() {
    let pieces = { (codes: [String]) in
      list(codes.map { ["code": .text($0), "nom": .text($0.uppercased())] })
    }
    #expect(
      lines(["pieces": pieces(["a", "b", "c"])], ["pieces": pieces(["c", "a", "d"])]) == [
        "pieces.d | - | ", "pieces.b |  | -", "pieces | a, c | c, a",
      ])
  }

  @Test func recordsWithoutCodeAreToldByTheirNameOrRank() {
    let contacts = { (phone: String) in
      list([
        ["nom": .text("Jeanne Martin"), "telephone": .phone(phone)],
        ["service": .text("Pôle"), "telephone": .phone(phone)],
      ])
    }
    #expect(
      differences(["contacts": contacts("1")], ["contacts": contacts("2")]).map(\.path)
        == ["contacts.Jeanne Martin.telephone", "contacts.2.telephone"])
  }

  @Test func sourcesCountAndPlacesDoNot() {
    var before = record(["famille": .text("note")]).conforming(to: noteSchema)
    var after = before
    after["famille"]?.place = Place(file: "a.yaml", line: 2, column: 3)
    #expect(FactDifference.all(from: before, to: after) { _ in true } == [])
    before["famille"]?.source = Source(document: "C-2026-069", section: "2")
    let found = FactDifference.all(from: before, to: after) { _ in true }
    #expect(found.map(\.place) == [Place(file: "a.yaml", line: 2, column: 3)])
    #expect(FactDifference.all(from: before, to: after) { $0.key != "famille" } == [])
  }

  @Test func theNearestPlaceIsTheOneToMend() {
    let before = record(["ps": .record(record(["plafond": perCollectif(1)]))])
    var after = record(["ps": .record(record([:]))])
    after["ps"]?.place = Place(file: "a.yaml", line: 4)
    let found = FactDifference.all(
      from: before.conforming(to: noteSchema), to: after.conforming(to: noteSchema),
      where: { _ in true })
    #expect(found.map(\.path) == ["ps.plafond"])
    #expect(found.map(\.place) == [Place(file: "a.yaml", line: 4)])
  }

  @Test func linesWithTheirOffsets() {
    let old = "## Titre\n\nDéposez avant le 11 juillet.\nFin.\n"
    let new = "## Titre\n\nDéposez avant le 18 juillet.\nFin.\nNote.\n"
    let found = LineDifference.all(from: old, to: new)
    #expect(found.map(\.before) == ["Déposez avant le 11 juillet.", ""])
    #expect(found.map(\.after) == ["Déposez avant le 18 juillet.", "Note."])
    let changed = Array(new.utf8)[found[0].first...found[0].last]
    #expect(String(decoding: changed, as: UTF8.self) == "8")
    #expect(Array(new.utf8)[found[1].first] == UInt8(ascii: "N"))
    #expect(found[0].excerpts.before == "Déposez avant le 11 juillet.")
    #expect(found[1].excerpts.before == nil)
    #expect(LineDifference.all(from: old, to: old) == [])
  }

  @Test func asManyLinesAreReplacedOneByOne() {
    let found = LineDifference.all(from: "a\nb\nc\nd\n", to: "a\nx\ny\nd\n")
    #expect(found.map(\.before) == ["b", "c"])
    #expect(found.map(\.after) == ["x", "y"])
    #expect(LineDifference.all(from: "a\nb\nc\n", to: "a\nx\nc").map(\.after) == ["x", ""])
  }
}
