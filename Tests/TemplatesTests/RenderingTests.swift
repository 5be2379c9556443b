import CustomDump
import Facts
import Templates
import Testing

@Suite struct RenderingTests {
  @Test(arguments: [
    ("{{ departement.nom }}", "Vosges"),
    ("Les {{ps.plafond}}.", "ps")
  ].prefix(1))
  func simplest(_ template: String, _ output: String) {
    #expect(rendered(template).text == output)
  }

  @Test(arguments: Filter.all) func filterExamples(_ filter: Filter) {
    #expect(filter.help.hasSuffix("."))
  }
}
