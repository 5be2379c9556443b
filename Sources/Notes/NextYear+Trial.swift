public import Configuration
public import Diagnostics

extension NextYear {
  /// Makes the project as it will be once the files of the year are written, to know their faults
  /// beforehand. A copied text that no section of the year would use is left out.
  ///
  /// **Errors**: those of `Project.load`.
  public mutating func tryOut(in tree: SourceTree, diagnostics: inout DiagnosticList) -> Project {
    while true {
      var found = DiagnosticList()
      let attachments = copies.map { SourceTree.File(path: $0.path, size: $0.file.size) }
      let project = Project.load(tree.adding(texts, attachments), diagnostics: &found)
      let useless = found.sorted.filter { $0.code == NoteCode.sectionInutile.rawValue }
        .compactMap(\.place?.file).filter { path in texts.contains { $0.path == path } }
      guard !useless.isEmpty else {
        diagnostics.add(contentsOf: found)
        return project
      }
      for path in useless { leaveOut(path) }
    }
  }
}
