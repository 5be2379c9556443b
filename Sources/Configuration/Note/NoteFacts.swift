public import Diagnostics
public import Facts
public import Files

/// A department: what lasts, and its notes.
public struct Department: Sendable {
  /// The name of its folder, which is that of its pages.
  public var slug: String
  /// What `departement.yaml` says; empty when it could not be read.
  public var lasting: Record
  /// From the oldest year to the latest.
  public var notes: [NoteFacts]
}

/// All facts of one note.
public struct NoteFacts: Sendable {
  /// The slug of the department.
  public var department: String
  public var year: SchoolYear
  /// The year's file.
  public var path: String
  /// The last edition that has begun; nil when there is none (an error was added).
  public var edition: Edition?
  /// Nil when the family is unknown or its plan could not be read (an error was added).
  public var family: Family?
  /// The facts of `NoteSchema.visible`, computed values included.
  public var record: Record
  /// The facts of each of its files, the most specific first.
  var layers: [Record]
  /// The changes of the plan, in the order in which they apply: the department's, then the year's.
  public var sectionChanges: [SectionChanges]
  /// The files of the year's `pieces/` folder, sorted by name.
  public var attachments: [SourceTree.File]
  /// What is frozen of the note; nil for a draft.
  public var frozen: FrozenFacts?
}

/// What does not change any more of a published note, whatever the sources say since.
public struct FrozenFacts: Sendable {
  public var title: String
  /// The facts of `NoteSchema.visible` but the computed ones.
  public var record: Record
  public var sectionNames: [String]

  public init(title: String, record: Record, sectionNames: [String]) {
    self.title = title
    self.record = record
    self.sectionNames = sectionNames
  }
}

/// What one file changes in the plan of the family. Names are not checked against the sections.
public struct SectionChanges: Sendable, Hashable {
  public enum Target: Sendable, Hashable {
    case start
    case end
    case after(String)
    case before(String)

    /// The section beside which another goes.
    public var name: String? {
      switch self {
      case .start, .end: nil
      case .after(let name), .before(let name): name
      }
    }
  }

  public struct Placement: Sendable, Hashable {
    public var name: String
    public var place: Place
    public var target: Target
    public var targetPlace: Place
  }

  public struct Removal: Sendable, Hashable {
    public var name: String
    public var place: Place
  }

  public var file: String
  public var added: [Placement]
  public var removed: [Removal]
  public var moved: [Placement]
}

extension SectionChanges {
  /// Nil when the record changes nothing.
  init?(_ record: Record, file: String) {
    self.file = file
    added = record.records(NoteSchema.addedSections).compactMap { Placement($0, file: file) }
    moved = record.records(NoteSchema.movedSections).compactMap { Placement($0, file: file) }
    removed = record.list(NoteSchema.removedSections).compactMap { fact in
      guard let name = fact.value.text else { return nil }
      return Removal(name: name, place: fact.place ?? Place(file: file))
    }
    if added.isEmpty, moved.isEmpty, removed.isEmpty { return nil }
  }
}

extension SectionChanges.Placement {
  private typealias Keys = NoteSchema.Placement

  init?(_ record: Record, file: String) {
    guard let name = record.text(Keys.name) else { return nil }
    let place = record[Keys.name]?.place ?? Place(file: file)
    if let target = record.text(Keys.after) {
      let end: SectionChanges.Target =
        switch target {
        case Keys.start: .start
        case Keys.end: .end
        default: .after(target)
        }
      self.init(
        name: name, place: place, target: end, targetPlace: record[Keys.after]?.place ?? place)
    } else if let target = record.text(Keys.before) {
      self.init(
        name: name, place: place, target: .before(target),
        targetPlace: record[Keys.before]?.place ?? place)
    } else {
      return nil
    }
  }
}
