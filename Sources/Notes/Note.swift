import Diagnostics
public import Facts
public import Markdown
public import Templates

/// A note made of facts and words, ready to be rendered.
public struct Note: Sendable {
  /// The folder of its department: `vosges`.
  public let department: String
  public let year: SchoolYear
  /// The family's title: « Note de cadrage du Clas ».
  public let title: String
  /// The merged facts, as templates see them.
  public let facts: Record
  /// The sections that are not empty, in the order of the note.
  public let sections: [NoteSection]
  /// The whole note as a tree: ids, numbers, acronyms and typography applied.
  ///
  /// The rank of a section is the `text` of the positions that it holds.
  public let document: Document

  /// The merged Markdown, before typography.
  public var markdown: String {
    sections.map(\.markdown).joined(separator: "\n")
  }

  /// Where an author wrote what stands at a position of the document.
  public func origin(of position: Position) -> SourceMap.Origin? {
    guard sections.indices.contains(position.text) else { return nil }
    return sections[position.text].origin(of: position)
  }
}

/// One section of a note, evaluated.
public struct NoteSection: Sendable {
  public let name: String
  public let isNumbered: Bool
  let rendered: RenderedText

  /// The merged Markdown of the section, ended by one newline.
  public var markdown: String { rendered.text }

  func origin(of position: Position) -> SourceMap.Origin? {
    let text = SourceText(path: "", text: rendered.text)
    return origin(ofUTF8: text.utf8Offset(line: position.line, byteColumn: position.column))
  }

  func origin(ofUTF8 offset: Int) -> SourceMap.Origin? { rendered.map.origin(ofUTF8: offset) }
}
