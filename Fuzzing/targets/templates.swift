import Diagnostics
import Facts
import Templates

private let schema = Schema(
  "la note",
  [
    Field("annee", .schoolYear, .required, label: "Année"),
    Field("roles", .list(.text), .required, label: "Rôles"),
    Field("texte", .text, label: "Texte"),
  ])

private let record = Record(
  schema,
  [
    schema.path("annee"): SchoolYear("2025-2026").map(Value.schoolYear) ?? .integer(0),
    schema.path("roles"): .list([Fact(.text("a *b*")), Fact(.text("- c"))]),
  ])

/// Reads the input in each format; what the checker accepts must render.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  for format in OutputFormat.allCases {
    var diagnostics = DiagnosticList()
    let source = SourceText(path: "fuzz", text: text)
    guard let template = Template.parse(source, format: format, diagnostics: &diagnostics) else {
      continue
    }
    let library = TemplateLibrary(["fuzz": template])
    let checked = TemplateChecker(schema: schema)
      .check(template, library: library, diagnostics: &diagnostics)
    library.checkCycles(from: ["fuzz"], diagnostics: &diagnostics)
    if diagnostics.isEmpty {
      _ = TemplateRenderer(library: TemplateLibrary(["fuzz": checked])).render(
        checked, with: record)
    }
  }
  return 0
}
