import Configuration
import Diagnostics
import Facts
import Files
import Funding
import Publication
import Simulation
import YAML

/// What scenarios are computed with: the facts of a published note of the repository.
private let (facts, sentences): (NoteFacts, Record) = {
  var diagnostics = DiagnosticList()
  let tree = SourceTree.read(root: ".", into: &diagnostics)
  let configuration = SiteConfiguration.read(tree, into: &diagnostics)
  guard let year = SchoolYear("2025-2026"), let facts = configuration.note("vosges", year),
    let sentences = configuration.sentences
  else { preconditionFailure("run it at the root of the repository") }
  return (facts, sentences)
}()

/// Computes the input as a scenario, in YAML or in JSON as its first signs tell, and writes what
/// comes of it.
///
/// It stops when anything crashes, when a place is outside the scenario, when neither a result nor
/// an error comes, when what JSON and YAML both read is not the same, and when a result is no JSON.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  guard let file = read(text, path: "-") else { return 0 }
  if let json = read(text, path: "a.json") {
    precondition(json.scenario == file.scenario && json.payers == file.payers)
  }
  guard
    let simulation = try? Simulation(file, facts: facts, given: Bareme(), sentences: sentences)
  else { return 0 }
  _ = TextResult.bytes(simulation)
  let result = SourceText(
    path: "result.json", text: String(decoding: JSONResult.bytes(simulation), as: UTF8.self))
  var reader = JSONNodeReader(result, subject: "résultat", limit: 1_000_000)
  precondition((try? reader.read()) != nil, "the result is no JSON")
  return 0
}

private func read(_ text: String, path: String) -> ScenarioFile? {
  let source = SourceText(path: path, text: text)
  var diagnostics = DiagnosticList()
  let file = ScenarioFile.read(source, for: facts, sentences: sentences, into: &diagnostics)
  precondition((file == nil) == diagnostics.hasErrors, "neither a result nor an error, or both")
  for diagnostic in diagnostics.sorted {
    guard let place = diagnostic.place else { continue }
    let length = source.line(place.line)?.unicodeScalars.count ?? -1
    precondition(place.column <= length + 1, "place outside the scenario: \(diagnostic)")
  }
  return file
}
