public import Diagnostics
public import Facts

/// The settings of the site, from `site/site.yaml`.
public struct Settings: Sendable, Hashable {
  /// By `SettingsSchema`, what authors may leave out filled in.
  public let record: Record
  public let title: String
  /// Whether every page says that the site is a demonstration.
  public let isDemonstration: Bool

  /// Nil when what is required is absent.
  init?(_ record: Record) {
    guard let title = record.text(SettingsSchema.title),
      case .boolean(let isDemonstration)? = record.value(SettingsSchema.isDemonstration)
    else { return nil }
    self.title = title
    self.isDemonstration = isDemonstration
    self.record = SettingsSchema.completed(record)
  }

  /// The public address with its sub-path; nil while the site has none.
  public var address: String? {
    if case .address(let address)? = record.value(SettingsSchema.address) { address } else { nil }
  }

  /// The legal mention: « non conforme » unless an audit says better.
  public var accessibilityMention: String { record.text(SettingsSchema.mention) ?? "" }

  public var publisher: String? { record.text(SettingsSchema.publisher) }
}

/// A version of the national texts, from `templates/editions.yaml`.
public struct Edition: Sendable, Hashable {
  /// The name of its folders: « circulaire-2021 ».
  public var code: String
  public var circular: String
  /// The first school year that it rules.
  public var start: SchoolYear
  /// Why sections change with it.
  public var causes: [SectionCause]
  public var place: Place
}

/// The circulaire or decision behind what changed in a section.
public struct SectionCause: Sendable, Hashable {
  public var section: String
  /// In a sentence.
  public var text: String
  /// Where the section is named.
  public var place: Place?
  /// The code of the edition that says so; nil for the note's own year.
  public var edition: String?
}

extension SectionCause {
  package init?(_ record: Record, edition: String? = nil) {
    typealias Keys = NoteSchema.Cause
    guard let section = record.text(Keys.section), let text = record.text(Keys.text) else {
      return nil
    }
    self.init(
      section: section, text: text, place: record[Keys.section]?.place, edition: edition)
  }

  /// The causes that a note's own file gives.
  public static func own(_ facts: Record) -> [SectionCause] {
    facts.records(NoteSchema.causes).compactMap { SectionCause($0) }
  }
}

/// A family of notes and its plan, from `templates/<family>/plan.yaml`.
public struct Family: Sendable, Hashable {
  /// A section's name and where the plan has it.
  public struct Entry: Sendable, Hashable {
    public var name: String
    public var place: Place
  }

  public var slug: String
  public var title: String
  /// In the order of the note.
  public var sections: [Entry]
  /// The names of sections whose heading has no number.
  public var unnumbered: [Entry]
}

/// An acronym and what it stands for, from `departments/national/glossaire.yaml`.
public struct GlossaryEntry: Sendable, Hashable {
  public var acronym: String
  public var form: String
  public var place: Place
}
