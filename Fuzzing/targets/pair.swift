import Checks
import Configuration
import Diagnostics
import Facts
import Files
import Markdown
import Notes
import Publication
import Text

/// The repository, in which the pair of one published note is another each time.
private let tree: SourceTree = {
  var diagnostics = DiagnosticList()
  let tree = SourceTree.read(root: ".", into: &diagnostics)
  precondition(!diagnostics.hasErrors, "run it at the root of the repository")
  return tree
}()

private let slug = "vosges"
private let key = "empreinte: \""

/// Reads two files, cut from the input at its first byte 0xFF, as the pair of a published note: as
/// they stand, then with the fingerprint that makes them look untouched.
///
/// It stops when anything crashes, when files that nobody wrote are taken for untouched, when
/// neither a note nor an error comes, and when a note is not read back as it is written.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let parts = bytes.split(separator: 0xFF, maxSplits: 1, omittingEmptySubsequences: false)
  let (text, facts) = (
    String(decoding: parts[0], as: UTF8.self),
    parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : ""
  )
  if let note = read(text, facts) { checkWritten(note) }
  let signed = signed(text, facts)
  guard signed != facts, let note = read(text, signed) else { return 0 }
  checkWritten(note)
  checkProject(note)
  return 0
}

private let year = {
  guard let year = SchoolYear("2025-2026") else { preconditionFailure() }
  return year
}()

private func read(_ text: String, _ facts: String) -> PublishedNote? {
  let paths = PublishedNote.paths(slug, year)
  let pair = SourceTree(root: "").adding([
    SourceText(path: paths.text, text: text), SourceText(path: paths.facts, text: facts),
  ])
  var diagnostics = DiagnosticList()
  let note = PublishedNote.read(slug, year, in: pair, into: &diagnostics)
  precondition(note != nil || diagnostics.hasErrors, "neither a note nor an error")
  return diagnostics.hasErrors ? nil : note
}

/// The facts with the fingerprint of both files.
private func signed(_ text: String, _ facts: String) -> String {
  guard let start = facts.firstRange(of: "\n" + key)?.upperBound,
    let end = facts[start...].firstIndex(of: "\n")
  else { return facts }
  let source = SourceText(path: "", text: text)
  let body = SourceText(path: "", text: String(facts[facts.index(after: end)...]))
  var hash = FNV1a()
  for byte in source.text.utf8 { hash.add(byte) }
  hash.add(0xFF)
  for byte in body.text.utf8 { hash.add(byte) }
  return facts[..<start] + hash.hexadecimal + "\"\n" + body.text
}

private func checkWritten(_ note: PublishedNote) {
  let files = note.files
  guard let again = read(files.text, files.facts) else {
    preconditionFailure("what is written is refused")
  }
  precondition(again.files == files, "what is written is read as something else")
}

/// Makes the note from the pair, with all checks, and writes it.
private func checkProject(_ note: PublishedNote) {
  let changed = ProjectReader(tree.adding(note.sources))
  var diagnostics = DiagnosticList()
  guard let project = changed.department(slug).project else { return }
  Checks.checkNotes(project, diagnostics: &diagnostics)
  for note in project.notes {
    _ = HTMLRenderer.render(note.document)
    _ = TextRenderer.render(note.document)
  }
  _ = diagnostics.sorted
}
