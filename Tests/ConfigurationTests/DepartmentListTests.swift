import Configuration
import CustomDump
import Facts
import Testing

/// The official list of departments.
@Suite struct DepartmentListTests {
  @Test func everyDepartmentIsThereOnce() {
    let mainland = (1...95).filter { $0 != 20 }.map { $0 < 10 ? "0\($0)" : String($0) }
    let overseas = ["971", "972", "973", "974", "976"]
    expectNoDifference(
      Set(OfficialDepartment.all.map(\.code)), Set(mainland + ["2A", "2B"] + overseas))
    #expect(OfficialDepartment.all.count == 101)
    #expect(Set(OfficialDepartment.all.map(\.slug)).count == 101)
  }

  /// Code, name, genitive, how one says to be there, folder, zone.
  @Test(
    arguments: [
      ["34", "l'Hérault", "de l'Hérault", "dans l'Hérault", "herault", ""],
      ["2A", "la Corse-du-Sud", "de la Corse-du-Sud", "en Corse-du-Sud", "corse-du-sud", ""],
      [
        "22", "les Côtes-d'Armor", "des Côtes-d'Armor", "dans les Côtes-d'Armor", "cotes-d-armor",
        "",
      ],
      ["28", "Eure-et-Loir", "d'Eure-et-Loir", "en Eure-et-Loir", "eure-et-loir", ""],
      ["41", "Loir-et-Cher", "de Loir-et-Cher", "en Loir-et-Cher", "loir-et-cher", ""],
      ["75", "Paris", "de Paris", "à Paris", "paris", ""],
      ["84", "Vaucluse", "de Vaucluse", "en Vaucluse", "vaucluse", ""],
      ["974", "La Réunion", "de La Réunion", "à La Réunion", "la-reunion", "Indian/Reunion"],
      ["976", "Mayotte", "de Mayotte", "à Mayotte", "mayotte", "Indian/Mayotte"],
    ])
  func names(_ expected: [String]) throws {
    let found = try #require(OfficialDepartment.withCode(expected[0]))
    expectNoDifference(
      [
        found.code, found.name.definite, found.name.genitive, found.location, found.slug,
        found.timeZone ?? "",
      ], expected)
  }

  @Test(arguments: [("1", "01"), ("2a", "2A"), ("976", "976")])
  func codesAsPeopleWriteThem(_ written: String, _ code: String) {
    #expect(OfficialDepartment.withCode(written)?.code == code)
  }

  @Test(
    arguments: [
      ("20", "2A"), ("Hérault", "34"), ("la Drome", "26"), ("herrault", "34"), ("975", "974"),
      ("l’Isère", "38"), ("la Réunion", "974"), ("96", "95"), ("2C", "2A"), ("970", "971"),
      ("69D", "69"), ("69M", "69"), ("75C", "75"),
    ])
  func nearest(_ written: String, _ code: String) {
    #expect(OfficialDepartment.withCode(written) == nil)
    #expect(OfficialDepartment.nearest(to: written)?.code == code)
  }

  @Test(arguments: ["Atlantide", "100", "999", "1000", "2A0"])
  func nothingIsNear(_ written: String) {
    #expect(OfficialDepartment.nearest(to: written) == nil)
  }
}
