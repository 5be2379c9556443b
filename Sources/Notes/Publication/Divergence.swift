public import Configuration
public import Diagnostics
public import Facts

/// Something that a published note and its sources do not say alike.
public struct Divergence: Sendable, Hashable {
  public enum Subject: Sendable, Hashable {
    case title
    case family
    case edition
    /// - Parameter label: that of the field.
    case fact(path: String, label: String)
    case results
    case section(String)
    case numbering(section: String)
    case sectionOrder
    case text(section: String)
    case acronym(String)
    case cause
    case attachment(String)
  }

  /// What one side says.
  public enum Content: Sendable, Hashable {
    case words(String)
    case fact(Fact)
    /// A fact of which the sources alone differ.
    case sourcedFact(Fact)
    /// The amounts of the calculation that differ.
    case results([Result])
    case isNumbered(Bool)
    case sections([String])
    case causes([SectionCause])
    /// A whole section, or an attachment.
    case whole
  }

  public struct Result: Sendable, Hashable {
    public var name: String
    /// Nil when it is not there.
    public var amount: Amount?
  }

  public var subject: Subject
  /// What the published note says; nil when it says nothing.
  public var before: Content?
  /// What the sources would say.
  public var after: Content?
  /// Where the sources can be mended.
  public var place: Place
  public var includedFrom: [Place] = []
}
