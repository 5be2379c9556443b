import Configuration
import Facts
import Testing

@testable import Website

/// One declaration makes the schema and the records of a layout.
@Suite struct FormTests {
  private struct Place {
    var name: String
    var street: String?
    var rooms: [Place] = []

    static let roomForm = Form<Place>("une salle", [.text("nom") { $0.name }])

    static let form = Form<Place>(
      "un lieu",
      [
        .text("nom") { $0.name }, .optionalText("rue") { $0.street },
        .records("salles", roomForm) { $0.rooms },
        .optionalRecord("premiere", roomForm) { $0.rooms.first },
      ])
  }

  @Test func schema() {
    #expect(Place.form.schema.name == "un lieu")
    #expect(Place.form.schema.fields.map(\.key) == ["nom", "rue", "salles", "premiere"])
    #expect(Place.form.schema.fields.map(\.isRequired) == [true, false, true, false])
    #expect(Place.form.schema["salles"]?.type == .list(.record(Place.roomForm.schema)))
  }

  @Test func record() {
    let place = Place(name: "Mairie", street: nil, rooms: [Place(name: "Salle 1")])
    let record = Place.form.record(of: place)
    #expect(record.schema === Place.form.schema)
    #expect(record["nom"]?.value == .text("Mairie"))
    #expect(record["rue"] == nil)
    #expect(record.records(at: "salles").map { $0.text(at: "nom") } == ["Salle 1"])
    #expect(record.text(at: "premiere.nom") == "Salle 1")
  }

  @Test func factsKeepTheirSchema() {
    typealias Situation = NoteSchema.Situation
    let form = Form<Record>("une situation", [.fact(Situation.title), .fact(Situation.link)])
    #expect(form.schema.fields.map(\.type) == [.text, .address])
    #expect(form.schema.fields.map(\.isRequired) == [true, false])
    var facts = Record(Situation.title.schema)
    facts[Situation.title] = Fact(.text("C'est « nouveau »"))
    let record = form.record(of: facts)
    #expect(record["titre"]?.value == .text("C’est «\u{A0}nouveau\u{A0}»"))
    #expect(record["lien"] == nil)
  }

  @Test func everyPageBeginsAlike() {
    for page in Layouts.pages {
      let keys = page.schema.fields.prefix(5).map(\.key)
      #expect(keys == ["page", "site", "style", "script", "version"], "\(page)")
    }
  }
}
