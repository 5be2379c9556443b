import Diagnostics
public import Facts

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

    public init(name: String, isNumbered: Bool, markdown: String, firstLine: Int = 1) {
      self.name = name
      self.isNumbered = isNumbered
      self.markdown = markdown
      self.firstLine = firstLine
    }
  }

  /// What changed after the publication, as readers are told.
  public struct Revision: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// Announced.
      case major = "majeure"
      /// Spelling, layout: recorded and not announced.
      case minor = "mineure"
    }

    public var date: Day
    public var reason: String
    public var kind: Kind

    public init(date: Day, reason: String, kind: Kind) {
      self.date = date
      self.reason = reason
      self.kind = kind
    }
  }

  /// A worked result of the calculation, so that a change of the rules does not pass unseen.
  public struct WorkedResult: Sendable, Hashable {
    public var name: String
    public var amount: Amount

    public init(name: String, amount: Amount) {
      self.name = name
      self.amount = amount
    }
  }

  /// A file of the year's `pieces/`, known by its fingerprint: its bytes stay where they are.
  public struct Attachment: Sendable, Hashable {
    public var name: String
    public var fingerprint: String

    public init(name: String, bytes: [UInt8]) {
      self.init(name: name, fingerprint: PublishedNote.fingerprint(bytes))
    }

    init(name: String, fingerprint: String) {
      self.name = name
      self.fingerprint = fingerprint
    }
  }

  public var department: String
  public var year: SchoolYear
  public var title: String
  public var family: String
  public var edition: String
  /// What the editions that had begun said of the sections that they change, the oldest first.
  public var editionCauses: [SectionCause]
  public var publishedOn: Day
  /// The oldest first.
  public var revisions: [Revision]
  /// The acronyms that the text uses, with their forms at the time.
  public var glossary: [GlossaryEntry]
  public var sections: [Section]
  public var results: [WorkedResult]
  /// Sorted by name.
  public var attachments: [Attachment]
  /// The facts of `NoteSchema.visible` but the computed ones.
  public var facts: Record

  public init(
    department: String, year: SchoolYear, title: String, family: String, edition: String,
    editionCauses: [SectionCause] = [], publishedOn: Day, revisions: [Revision] = [],
    glossary: [GlossaryEntry], sections: [Section],
    results: [WorkedResult], attachments: [Attachment] = [], facts: Record
  ) {
    self.department = department
    self.year = year
    self.title = title
    self.family = family
    self.edition = edition
    self.editionCauses = editionCauses
    self.publishedOn = publishedOn
    self.revisions = revisions
    self.glossary = glossary
    self.sections = sections
    self.results = results
    self.attachments = attachments
    self.facts = facts
  }

  public static func folder(of department: String) -> String {
    "departments/\(department)/publiees"
  }

  public var textPath: String {
    "\(PublishedNote.folder(of: department))/\(year.text).md"
  }

  public var factsPath: String {
    "\(PublishedNote.folder(of: department))/\(year.text).yaml"
  }

  /// The facts that a frozen pair holds: what the program computes is computed again.
  public static func frozenFacts(_ record: Record) -> Record {
    completed(record, with: Record(record.schema))
  }

  /// Frozen facts with what the program computed for the same year.
  public static func completed(_ frozen: Record, with live: Record) -> Record {
    var record = frozen
    for field in record.schema.fields(.computed) { record[field.key] = live[field.key] }
    return record
  }
}
