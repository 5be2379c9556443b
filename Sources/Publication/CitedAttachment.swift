import Configuration
import Facts
public import Files
import Markdown
public import Notes
import Text

/// A file of a year's `pieces/` that a note cites.
public struct CitedAttachment: Sendable, Hashable {
  /// As the note writes it, which is where it is published: its accents may be other bytes than those
  /// of the name on disk, which a Mac writes in two signs.
  public let name: String
  public let file: SourceTree.File

  package init(name: String, file: SourceTree.File) {
    self.name = name
    self.file = file
  }
}

extension Note {
  /// The files that the note cites, in its facts, then by the links and images of its text.
  public func citedAttachments(among files: [SourceTree.File]) -> [CitedAttachment] {
    // Swift compares texts whatever the bytes of their accents.
    var rest = Dictionary(files.map { ($0.name, $0) }) { first, _ in first }
    var cited: [CitedAttachment] = []
    func cite(_ name: String) {
      if let file = rest.removeValue(forKey: name) {
        cited.append(CitedAttachment(name: name, file: file))
      }
    }
    let official = facts.record(NoteSchema.officialDocument)
    if let name = official?.text(NoteSchema.OfficialDocument.file) { cite(name) }
    let lists = [
      (NoteSchema.documents, NoteSchema.Document.file), (NoteSchema.annexes, NoteSchema.Annex.file),
    ]
    for (list, file) in lists {
      for item in facts.records(list) { if let name = item.text(file) { cite(name) } }
    }
    if rest.isEmpty { return cited }
    document.forEachInline { inline in
      switch inline {
      case .link(let link), .image(let link):
        if let name = Note.fileName(link.destination, in: "pieces/") { cite(name) }
      default: break
      }
    }
    return cited
  }

  /// What follows a folder in an address, as it is on disk.
  static func fileName(_ destination: String, in folder: String) -> String? {
    let path = destination.hasPrefix("./") ? destination.dropFirst(2) : destination[...]
    guard path.hasPrefix(folder) else { return nil }
    return PercentEncoding.decoded(path.dropFirst(folder.count).prefix { $0 != "#" && $0 != "?" })
  }
}
