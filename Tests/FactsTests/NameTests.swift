import CustomDump
import Facts
import Testing

@Suite struct NameTests {
  /// Name, definite, genitive, dative.
  @Test(
    arguments: [
      ["les Vosges", "les Vosges", "des Vosges", "aux Vosges"],
      ["l'Isère", "l'Isère", "de l'Isère", "à l'Isère"],
      ["l’Isère", "l'Isère", "de l'Isère", "à l'Isère"],
      ["le Rhône", "le Rhône", "du Rhône", "au Rhône"],
      ["la Mayenne", "la Mayenne", "de la Mayenne", "à la Mayenne"],
      ["la Caf du Rhône", "la Caf du Rhône", "de la Caf du Rhône", "à la Caf du Rhône"],
      ["Mayotte", "Mayotte", "de Mayotte", "à Mayotte"],
      ["Alsace", "Alsace", "d'Alsace", "à Alsace"],
      ["Évreux", "Évreux", "d'Évreux", "à Évreux"],
      ["La Réunion", "La Réunion", "de La Réunion", "à La Réunion"],
    ])
  func articles(_ forms: [String]) {
    let name = Name(forms[0])
    expectNoDifference([name.definite, name.genitive, name.dative], Array(forms.dropFirst()))
  }

  @Test func articleAloneIsAName() {
    #expect(Name("le ") == Name(article: .none, noun: "le "))
    #expect(Name("lesVosges") == Name(article: .none, noun: "lesVosges"))
  }
}
