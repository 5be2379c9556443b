import Configuration
import Diagnostics
import Files

/// Feeds bytes to the reader of YAML, as three files of a project at once.
///
/// It stops when reading crashes, when a place is outside its file, and when a file gives neither a
/// result nor an error.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzConfiguration(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
  let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  let paths = [
    "site/site.yaml", "templates/famille/plan.yaml", "departments/vosges/2025-2026.yaml",
  ]
  let tree = SourceTree(root: "").adding(paths.map { SourceText(path: $0, text: text) })
  var diagnostics = DiagnosticList()
  let configuration = SiteConfiguration(tree, into: &diagnostics)
  for diagnostic in diagnostics.sorted {
    guard let place = diagnostic.place, let source = tree[place.file] else { continue }
    let length = source.line(place.line)?.unicodeScalars.count ?? -1
    precondition(place.column <= length + 1, "place outside the file: \(diagnostic)")
  }
  let hasError = diagnostics.sorted.contains { $0.place?.file == "site/site.yaml" }
  precondition(hasError || configuration.settings != nil, "neither a result nor an error")
  return 0
}
