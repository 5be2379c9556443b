/// One key of a record, with all that the program has to know about it: how it is read, what may
/// stand for it while it waits, what it is to readers, what becomes of it the next year.
public struct Field: Sendable, Hashable {
  /// Whether a value is there.
  public enum Presence: Sendable, Hashable {
    /// Templates must test it before they use it.
    case optional
    /// Authors must write it.
    case required
    /// Authors may leave it out: the reader then gives it a value.
    case completed
  }

  /// Who will give a value that is not known yet.
  public enum Awaited: Sendable, Hashable {
    /// The Cnaf publishes it each year for everybody: `a_paraitre`.
    case cnaf
    /// The department decides it each year: `a_confirmer`, `a_completer`.
    case department
  }

  /// Whether readers ask about a value that did not change.
  public enum Interest: Sendable, Hashable {
    case none
    case always
    /// In the item of a list that has this identifier.
    case inItem(String)
  }

  /// The YAML key: French, without accents.
  public var key: String
  public var type: FactType
  public var presence: Presence
  /// Nil when the value may not wait; otherwise `a_paraitre`, `a_confirmer` and `a_completer` may
  /// stand for it.
  public var awaited: Awaited?
  /// What people call it: « Prix plafond ».
  public var label: String
  /// What to write, in one French sentence, for the guide and for editors.
  public var help: String
  /// What readers look for with it; nil means what the record around it says.
  public var group: FactGroup?
  public var interest: Interest
  public var traits: FieldTraits

  public init(
    _ key: String, _ type: FactType, _ presence: Presence = .optional, awaited: Awaited? = nil,
    label: String, help: String = "", group: FactGroup? = nil, interest: Interest = .none,
    _ traits: FieldTraits = []
  ) {
    self.key = key
    self.type = type
    self.presence = presence
    self.awaited = awaited
    self.label = label
    self.help = help
    self.group = group
    self.interest = interest
    self.traits = traits
  }

  public var isRequired: Bool { presence == .required }

  /// Whether it has a value once it is read, so that templates need not test it.
  public var isAlwaysThere: Bool { presence != .optional }

  public var mayBePending: Bool { awaited != nil }

  public func has(_ trait: FieldTraits) -> Bool { traits.contains(trait) }
}

/// What a field is, besides its type.
public struct FieldTraits: OptionSet, Sendable, Hashable {
  public let rawValue: UInt16

  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Tells the items of a list apart; the first of the fields that do is the surest.
  public static let identifies = FieldTraits(rawValue: 1 << 0)
  /// Is what people call the record; the first of the fields that have a value counts.
  public static let names = FieldTraits(rawValue: 1 << 1)
  /// Goes with the name, to tell records of one name apart: « Grandir en milieu rural (MSA) ».
  public static let qualifiesName = FieldTraits(rawValue: 1 << 2)
  /// Names a person, or several: only the note's own page and text may show them.
  public static let person = FieldTraits(rawValue: 1 << 3)
  /// Its figures are written with the document that states them.
  public static let sourced = FieldTraits(rawValue: 1 << 4)
  /// The program computes it: nobody writes it.
  public static let computed = FieldTraits(rawValue: 1 << 5)
  /// Changes the plan of the note: it is no fact, and templates do not see it.
  public static let plan = FieldTraits(rawValue: 1 << 6)
  /// Concerns the site and not what the note says: a change of it is none for readers.
  public static let notCompared = FieldTraits(rawValue: 1 << 7)
  /// Belongs to one note alone: the next year's does not take it over.
  public static let ofOneYear = FieldTraits(rawValue: 1 << 8)
  /// Goes with a date or a figure that changes each year: it has to be read again.
  public static let rereadYearly = FieldTraits(rawValue: 1 << 9)
  /// Says itself: it is printed without its label.
  public static let saysItself = FieldTraits(rawValue: 1 << 10)
  /// Serves the calculation and not the readers of a note.
  public static let technical = FieldTraits(rawValue: 1 << 11)
  /// A list to which more specific files add items; one of the same code takes the place of another.
  public static let addedByCode = FieldTraits(rawValue: 1 << 14)
  /// A record for which `oui` or `non` alone may stand.
  public static let orYesOrNo = FieldTraits(rawValue: 1 << 12)
  /// Is said to the checks and not to readers: it is no fact, and templates do not see it.
  public static let forChecks = FieldTraits(rawValue: 1 << 13)
  /// The name of a file: signs in it are those of the file, whatever they mean elsewhere.
  public static let fileName = FieldTraits(rawValue: 1 << 15)
}

/// What a reader looks for together, in the order of a page.
public enum FactGroup: String, Sendable, Hashable, CaseIterable {
  case amounts = "montants"
  case calendar = "calendrier"
  case filing = "depot"
  case documents = "pieces"
  case contacts = "contacts"
  case partners = "partenaires"
  case rest = "reste"

  /// « Où et comment déposer ».
  public var title: String {
    switch self {
    case .amounts: "Montants"
    case .calendar: "Calendrier"
    case .filing: "Où et comment déposer"
    case .documents: "Pièces à joindre"
    case .contacts: "Contacts"
    case .partners: "Partenaires"
    case .rest: "Autres changements"
    }
  }
}

/// What the types of the fields of one record cannot say.
public enum FieldRule: Sendable, Hashable {
  /// Exactly one of these forms is written; of a form with two keys, one or both.
  case oneForm([[String]], words: FormWords)
  /// At least one of these keys is written.
  case anyOf([String])
  /// The second date is not before the first.
  case inOrder(String, String)
  /// A time that is written beside one of these keys, which then holds a day.
  case onDay(String, of: [String])
  /// A text that may be left out where another key says which one is meant.
  ///
  /// - Parameter texts: by the values of the other key, in the order of the documentation.
  case textFor(String, key: String, texts: KnownTexts)
  /// The key is written, unless another has a value.
  ///
  /// - Parameter message: what is wrong, where « {valeur} » is what the other says.
  case needs(String, unless: String, is: String, message: String, expected: String)
  /// These words may not stand for the key.
  case never(String, words: [String], expected: String)
}

/// What is said of a record that is written in no form, or in several.
public struct FormWords: Sendable, Hashable {
  /// « L'étape « {nom} » »; `{chemin}` is the path of the list.
  public let subject: String
  /// The same while the record has no name.
  public let unnamed: String
  /// « n'a pas de date ».
  public let none: String
  /// « a plusieurs dates : {cles} ».
  public let several: String
  /// The forms in words.
  public let expected: String

  public init(
    subject: String, unnamed: String, none: String, several: String, expected: String
  ) {
    self.subject = subject
    self.unnamed = unnamed
    self.none = none
    self.several = several
    self.expected = expected
  }
}

/// Texts by what they stand for, in an order.
public struct KnownTexts: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  public let pairs: [Pair]

  public struct Pair: Sendable, Hashable {
    public let name: String
    public let text: String
  }

  public init(dictionaryLiteral elements: (String, String)...) {
    pairs = elements.map { Pair(name: $0, text: $1) }
  }

  public subscript(name: String) -> String? { pairs.first { $0.name == name }?.text }

  public var names: [String] { pairs.map(\.name) }
}
