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
  /// Its glossary as it is written, with its places.
  public var editorialRecords: [Record] = []
}

public struct NoteFacts: Sendable {
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
  /// The acronyms of its department alone, sorted; they come before those of all.
  package var ownGlossary: [GlossaryEntry] = []
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
  /// Whether they are those of all years of the department, whose notes may be of several families.
  public var areLasting: Bool
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

  /// The whole plan, in the place of the family's; nil when that one stays.
  public var only: [Family.Entry]?
  public var added: [Placement]
  public var removed: [Family.Entry]
  public var moved: [Placement]
}

extension NoteFacts {
  /// The title of the note; nil when its family is unknown.
  public var title: String? { frozen?.title ?? liveTitle }

  /// What the sources call the note: its own title, else that of its family.
  package var liveTitle: String? { record.text(NoteSchema.title) ?? family?.title }

  /// The facts that the pages of the note are made from: those of its frozen pair once it is
  /// published, whatever the sources say since.
  public var shown: NoteFacts {
    guard let frozen else { return self }
    var facts = self
    facts.record = NoteFacts.completed(frozen.record, with: record)
    return facts
  }

  /// The facts that are frozen: what the program computes is computed again.
  public static func frozen(_ record: Record) -> Record {
    completed(record, with: Record(record.schema))
  }

  /// Frozen facts with what the program computed for the same year.
  public static func completed(_ frozen: Record, with live: Record) -> Record {
    var record = frozen
    for field in record.schema.fields(.computed) { record[field.key] = live[field.key] }
    return record
  }

  /// Puts beside each value to be confirmed what the department's last note says in its place: at
  /// the same path; items of lists are matched by what names them.
  ///
  /// - Parameter earlier: the department's notes of earlier years, from the oldest. The last that is
  ///   published counts: a draft is not decided. Without a published one, the last.
  mutating func completeLastValues(after earlier: [NoteFacts]) {
    guard record.waits, let last = earlier.last(where: { $0.frozen != nil }) ?? earlier.last
    else { return }
    let isYearBefore = last.year == year.previous
    record = record.mapFacts(beside: last.frozen?.record ?? last.record) { fact, twin in
      guard case .pending(.toBeConfirmed(let proposed, _)) = fact.value else { return fact }
      let known = twin.flatMap { $0.value.isKnown ? $0.value : nil }
      let lastValue = known.map { LastValue($0, year: last.year, isYearBefore: isYearBefore) }
      var fact = fact
      fact.value = .pending(.toBeConfirmed(proposed, last: lastValue))
      return fact
    }
  }
}

extension SectionChanges {
  /// Nil when the record changes nothing.
  init?(_ record: Record, areLasting: Bool) {
    self.areLasting = areLasting
    only = record[NoteSchema.onlySections].map { _ in record.entries(NoteSchema.onlySections) }
    added = record.records(NoteSchema.addedSections).compactMap { Placement($0) }
    removed = record.entries(NoteSchema.removedSections)
    moved = record.records(NoteSchema.movedSections).compactMap { Placement($0) }
    if only == nil, added.isEmpty, moved.isEmpty, removed.isEmpty { return nil }
  }
}

extension SectionChanges.Placement {
  fileprivate init?(_ record: Record) {
    typealias Keys = NoteSchema.Placement
    let after = record[Keys.after]
    guard let name = record.text(Keys.name), let place = record[Keys.name]?.place,
      let beside = after ?? record[Keys.before], let section = beside.value.text
    else { return nil }
    let target: SectionChanges.Target =
      switch section {
      case Keys.start where after != nil: .start
      case Keys.end where after != nil: .end
      default: after == nil ? .before(section) : .after(section)
      }
    self.init(name: name, place: place, target: target, targetPlace: beside.place ?? place)
  }
}

extension Record {
  func entries(_ path: FactPath) -> [Family.Entry] {
    list(path).compactMap { fact in
      guard let name = fact.value.text, let place = fact.place else { return nil }
      return Family.Entry(name: name, place: place)
    }
  }
}
