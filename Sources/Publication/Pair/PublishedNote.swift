public import Configuration
import Diagnostics
public import Facts
public import Files
public import Notes

/// A note as it was published: the text and the facts that its pages are made from, whatever the
/// sources say since.
///
/// **Shape**: a pair of files, `departments/<slug>/publiees/<year>.md` (the merged Markdown, before
/// typography, each section after a line `{# section : depot #}`) and `<year>.yaml` (everything else).
public struct PublishedNote: Sendable, Hashable {
  public struct Section: Sendable, Hashable {
    public var name: String
    public var isNumbered: Bool
    /// Ended by one newline.
    public var markdown: String
    /// The line of the file where the text begins, from 1.
    public var firstLine: Int
  }

  /// A worked result of the calculation, so that a change of the rules does not pass unseen.
  public struct WorkedResult: Sendable, Hashable {
    public var name: String
    public var amount: Amount
  }

  /// A file that the note cites, known by its fingerprint: its bytes stay where they are.
  public struct CitedFile: Sendable, Hashable {
    /// From the folder of its kind.
    public var name: String
    public var fingerprint: String
  }

  public var department: String
  public var year: SchoolYear
  public var title: String
  public var family: String
  public var edition: String
  /// What the editions that had begun said of the sections that they change, the oldest first.
  public var editionCauses: [SectionCause] = []
  public var publishedOn: Day
  /// The oldest first.
  public var revisions: [Revision] = []
  /// The acronyms that the text uses, with their forms at the time.
  public var glossary: [GlossaryEntry]
  public var sections: [Section]
  public var results: [WorkedResult]
  /// Those of the year's `pieces/`, sorted by name.
  public var attachments: [CitedFile] = []
  /// Those of `site/images/`, sorted by name.
  public var images: [CitedFile] = []
  /// The facts of `NoteSchema.visible` but the computed ones.
  public var facts: Record

  static func folder(of department: String) -> String { "departments/\(department)/publiees" }

  /// Whether a file, by its path from the root, is that of a published note: nothing but
  /// `cadrage publish` writes it.
  public static func isFrozen(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    return parts.count > 2 && path.hasPrefix(folder(of: String(parts[1])) + "/")
  }

  public static func paths(
    _ department: String, _ year: SchoolYear
  ) -> (text: String, facts: String) {
    let path = "\(folder(of: department))/\(year.text)"
    return (path + ".md", path + ".yaml")
  }

  public var textPath: String { PublishedNote.paths(department, year).text }

  public var factsPath: String { PublishedNote.paths(department, year).facts }
}

extension SourceTree {
  /// Whether a note is published at an address: of its two files, that of the facts comes last and
  /// goes last.
  public func holdsPublished(_ address: PublishedAddresses.Address) -> Bool {
    address.year.map { lists(PublishedNote.paths(address.department, $0).facts) } ?? false
  }
}
