public import Configuration
import Diagnostics
public import Files

extension NextYear {
  /// Leaves out each copied text that no section of the new year would use: a later edition need not
  /// include what the department had changed of an earlier one.
  public mutating func leaveOutUnused(in tree: SourceTree) {
    while true {
      var found = DiagnosticList()
      let attachments = copies.map { SourceTree.File(path: $0.path, size: $0.file.size) }
      _ = Project.load(tree.adding(texts, attachments), diagnostics: &found)
      let unused = found.sorted.filter { $0.code == NoteCode.unusedSection.rawValue }
        .compactMap(\.place?.file).filter { path in texts.contains { $0.path == path } }
      guard !unused.isEmpty else { return }
      for path in unused { leaveOut(path) }
    }
  }
}
