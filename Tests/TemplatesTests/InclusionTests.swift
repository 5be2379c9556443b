import Diagnostics
import Templates
import Testing

@Suite struct InclusionTests {
  func cycles(_ files: [String: String], from names: [String]) -> [Diagnostic] {
    var diagnostics = DiagnosticList()
    let library = library(files, diagnostics: &diagnostics)
    library.checkCycles(from: names, diagnostics: &diagnostics)
    return diagnostics.sorted
  }

  @Test func aFileThatIncludesItself() {
    let found = cycles(["a": "x\n{% inclure \"a\" %}"], from: ["a"])
    #expect(
      found.map(described) == [
        "inclusion-circulaire: Des fichiers s'incluent en rond : a → a."
          + " [des inclusions qui ne reviennent pas à leur point de départ]"
      ])
    #expect(found.map(\.place) == [Place(file: "a.md", line: 2, column: 12, length: 3)])
  }

  @Test func aChainIsToldOnce() {
    let files = [
      "debut": "{% inclure \"a\" %}{% inclure \"b\" %}",
      "a": "{% inclure \"b\" %}",
      "b": "{% inclure \"fin\" %}{% si demonstration %}{% inclure \"c\" %}{% fin %}",
      "c": "{% inclure \"a\" %}",
      "fin": "",
    ]
    let found = cycles(files, from: ["debut", "a", "b", "c"])
    #expect(found.map(\.message) == ["Des fichiers s'incluent en rond : a → b → c → a."])
    #expect(found.map(\.place?.file) == ["c.md"])
  }

  @Test func twoCircles() {
    let files = [
      "a": "{% inclure \"b\" %}{% inclure \"a\" %}", "b": "{% inclure \"a\" %}",
    ]
    #expect(
      cycles(files, from: ["b", "a"]).map(\.message).sorted() == [
        "Des fichiers s'incluent en rond : a → a.",
        "Des fichiers s'incluent en rond : b → a → b.",
      ])
  }

  @Test func unknownNamesAreLeftToTheChecker() {
    #expect(cycles(["a": "{% inclure \"rien\" %}"], from: ["a", "autre"]).isEmpty)
  }

  @Test func tooDeep() {
    var files = ["f40": "x"]
    for index in 1..<40 { files["f\(index)"] = "{% inclure \"f\(index + 1)\" %}" }
    #expect(
      cycles(files, from: ["f1"]).map(described) == [
        "inclusions-trop-nombreuses: Avec « f9 », « f8 » inclut trop de fichiers."
          + " [32 inclusions emboîtées et 10000 fichiers au plus]"
      ])
  }

  @Test func tooMany() {
    var files = ["f20": "x"]
    for index in 1..<20 {
      files["f\(index)"] = String(repeating: "{% inclure \"f\(index + 1)\" %}", count: 3)
    }
    #expect(cycles(files, from: ["f1"]).map(\.code) == ["inclusions-trop-nombreuses"])
  }
}
