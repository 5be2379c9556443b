public import Diagnostics
public import Facts

/// The settings of the site, from `site/site.yaml`.
public struct Settings: Sendable, Hashable {
  public var title: String
  /// The public address with its sub-path; nil while the site has none.
  public var address: String?
  /// Whether every page says that the site is a demonstration.
  public var isDemonstration: Bool
  /// The legal mention: « non conforme » unless an audit says better.
  public var accessibilityMention: String
  public var accessibilityAudit: Day?
  public var publisher: String?
  public var host: String?
  public var contact: String?
}

/// A version of the national texts, from `templates/editions.yaml`.
public struct Edition: Sendable, Hashable {
  /// The name of its folders: « circulaire-2021 ».
  public var code: String
  public var circular: String
  /// The first school year that it rules.
  public var start: SchoolYear
  public var place: Place
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
