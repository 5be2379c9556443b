public import Facts

/// One of the closed set of functions that change how a value is written.
///
/// The checker, the renderer and the guide's list all read this one description.
public struct Filter: Sendable {
  public struct Argument: Sendable {
    public enum Meaning: Sendable {
      case word
      /// A key of the records of the list that is filtered.
      case field
      /// The code of one of these records, which only the facts of a note tell.
      case code
    }

    /// What the argument is, in French: « le mot au singulier ».
    public var label: String
    public var isRequired: Bool
    public var meaning: Meaning
  }

  public var name: String
  public var operands: [FilterOperand]
  public var arguments: [Argument]
  /// What the filter does, in one French sentence.
  public var help: String
  /// A template and what comes out of it: `{{ ps.plafond | euros }}`, « 8 487 € ».
  public var example: (template: String, result: String)
  /// Writes a value; the checker has seen that it is one of the operands, and not pending.
  let apply: @Sendable (Value, [String]) -> String

  /// A filter always gives a text, which other filters of texts accept.
  public var result: FactType { .text }

  /// The filter of that name, or nil.
  public static func named(_ name: String) -> Filter? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}

/// A type of value that a filter accepts.
public enum FilterOperand: Sendable, Hashable, CaseIterable {
  case text
  case name
  case integer
  case amount
  case amountRange
  case rate
  case day
  case month
  case schoolYear
  /// A list of values that can be written one by one.
  case list
  /// A list of records.
  case records

  /// In French, with its article: « un montant ».
  public var label: String {
    switch self {
    case .text: "un texte"
    case .name: "un nom"
    case .integer: "un nombre entier"
    case .amount: "un montant"
    case .amountRange: "une fourchette de montants"
    case .rate: "un taux"
    case .day: "une date"
    case .month: "un mois"
    case .schoolYear: "une année scolaire"
    case .list: "une liste"
    case .records: "une liste de groupes de données"
    }
  }
}

extension Filter {
  /// Whether the filter can write every value of a type.
  func accepts(_ type: FactType) -> Bool {
    let needed: [FilterOperand] =
      switch type {
      case .text, .identifier, .choice: [.text]
      case .name: [.name]
      case .integer, .figure: [.integer]
      case .amount: [.amount]
      case .amountOrRange: [.amount, .amountRange]
      case .rate: [.rate]
      case .day: [.day]
      case .month, .monthOrPart: [.month]
      case .dayOrMonth: [.day, .month]
      case .schoolYear: [.schoolYear]
      case .list(let item): item.schema == nil ? [.list] : [.records]
      default: []
      }
    return !needed.isEmpty && needed.allSatisfy(operands.contains)
  }

  /// « un montant ou une fourchette de montants ».
  var operandList: String { FrenchList.alternatives(operands.map(\.label)) }
}
