public import Diagnostics

/// The value of a fact, typed.
public indirect enum Value: Sendable, Hashable {
  case text(String)
  case name(Name)
  case boolean(Bool)
  case integer(Int)
  case amount(Amount)
  case amountRange(AmountRange)
  case ceiling(Ceiling)
  case rate(Rate)
  case day(Day)
  case month(Month)
  /// « mi-septembre 2025 ».
  case partOfMonth(PartOfMonth)
  case schoolYear(SchoolYear)
  case hours(Hours)
  /// A time of day, in minutes from midnight.
  case time(Int)
  /// A length of time, in minutes.
  case duration(Int)
  case email(String)
  case phone(String)
  /// An `https:` or `http:` address.
  case address(String)
  /// HTML made by our own renderer; it exists in page layouts only and is inserted as it is.
  case html(String)
  case list([Fact])
  case record(Record)
  case pending(Pending)
}

/// What stands in the place of a value that is not known yet.
public enum Pending: Sendable, Hashable {
  /// The Cnaf has not published it.
  case toBePublished
  /// Proposed and not confirmed: the value proposed, which is never printed, and what the
  /// department's last note said in its place.
  case toBeConfirmed(Value, last: LastValue? = nil)
  case toBeCompleted
}

/// What a department's last note said in the place of a value to be confirmed.
public struct LastValue: Sendable, Hashable {
  public var value: Value
  public var year: SchoolYear
  /// Whether that note is the one of the year before.
  public var isYearBefore: Bool

  public init(_ value: Value, year: SchoolYear, isYearBefore: Bool) {
    self.value = value
    self.year = year
    self.isYearBefore = isYearBefore
  }

  /// « l’an dernier », « en 2022-2023 ».
  public var when: String { isYearBefore ? "l’an dernier" : "en \(year.text)" }
}

/// A value, where it was written, and the document it comes from.
public struct Fact: Sendable, Hashable {
  public var value: Value
  /// Nil for what the program computes (the school year before, for instance).
  public var place: Place?
  private var cited: Cited?

  public var source: Source? {
    get { if case .source(let source)? = cited { source } else { nil } }
    set { cited = newValue.map(Cited.source) }
  }

  public init(_ value: Value, place: Place? = nil, source: Source? = nil) {
    self.value = value
    self.place = place
    cited = source.map(Cited.source)
  }
}

/// A source apart from its fact: few facts have one, and all are copied often.
private indirect enum Cited: Sendable, Hashable {
  case source(Source)
}

/// The document that states a figure or a rule.
public struct Source: Sendable, Hashable {
  public enum Certainty: String, Sendable, Hashable, CaseIterable {
    case published = "publiee"
    case deduced = "deduite"
  }

  public var document: String
  public var section: String
  public var certainty: Certainty
  /// Why a deduced figure is taken to be right; nil for a published one.
  public var reason: String?
  /// The first year for which the document states a figure that is deduced for the years before;
  /// nil in the facts of a note, whose year settles it.
  public var publishedFrom: SchoolYear?

  public init(
    document: String, section: String, certainty: Certainty = .published, reason: String? = nil,
    publishedFrom: SchoolYear? = nil
  ) {
    self.document = document
    self.section = section
    self.certainty = certainty
    self.reason = reason
    self.publishedFrom = publishedFrom
  }

  /// The source as it is for a year: published from the year that it names, deduced before.
  public func settled(for year: SchoolYear) -> Source {
    guard let publishedFrom else { return self }
    let isPublished = year >= publishedFrom
    return Source(
      document: document, section: section, certainty: isPublished ? .published : certainty,
      reason: isPublished ? nil : reason)
  }
}
