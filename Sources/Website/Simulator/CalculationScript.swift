import Configuration
import Diagnostics
import Facts
import Funding
import FundingPage
import Markdown

/// `scripts/calcul.js`: the calculation as WebAssembly, what its slots and codes are called, and
/// the French of its results. All simulators of the site share it.
enum CalculationScript {
  static let path = "scripts/calcul.js"

  /// - Parameter sentences: the sentences of `departments/national/formules.yaml`.
  static func text(sentences: Record) -> String {
    JSON.object([
      "module": .string(FundingPage.wasmBase64),
      "emplacements": slots,
      "disposition": layout,
      "lignes": lines,
      "formules": formulas,
      "constats": findings,
      "erreurs": codes(InputError.Kind.self) { .string($0.name) },
      "champs": fields,
      "operandes": operands,
      "gravites": .list(Severity.allCases.map { .string($0.name) }),
      "chemins": .list(RuleCode.allCases.map { .string($0.path) }),
      "phrases": JSON(words(of: sentences)),
    ]).script(named: "cadrageCalcul")
  }

  /// The sentences without what the codes say already.
  private static func words(of sentences: Record) -> Record {
    let said = [SentenceSchema.Finding.rule.field, SentenceSchema.Finding.severity.field]
    return sentences.mapFacts { fact, context in said.contains(context.field) ? nil : fact }
  }

  // MARK: - Slots

  private static let slots = JSON.object([
    "entree": names(InputSlot.self), "financeur": names(FunderSlot.self),
    "autre": names(OtherFundingSlot.self), "collectif": names(CollectifSlot.self),
    "sortie": names(OutputSlot.self), "erreur": names(ErrorSlot.self),
    "constat": names(FindingSlot.self), "ligne": names(LineSlot.self),
  ])

  /// The number of each slot, by its name in Swift.
  private static func names<Slot: CaseIterable & RawRepresentable<Int>>(
    _ type: Slot.Type
  ) -> JSON {
    .object(Slot.allCases.map { (String(describing: $0), .integer(Int64($0.rawValue))) })
  }

  private static let layout = JSON.object(
    [
      ("collectifCapacity", Layout.collectifCapacity), ("funderCapacity", Layout.funderCapacity),
      ("otherFundingCapacity", Layout.otherFundingCapacity), ("funderSize", Layout.funderSize),
      ("otherFundingSize", Layout.otherFundingSize), ("complements", Layout.complements),
      ("collectifSize", Layout.collectifSize), ("errorSize", Layout.errorSize),
      ("findingOperands", Layout.findingOperands), ("findingSize", Layout.findingSize),
      ("lineOperands", Layout.lineOperands), ("lineSize", Layout.lineSize),
      ("funders", Layout.funders), ("otherFunding", Layout.otherFunding),
      ("collectifs", Layout.collectifs), ("inputSize", Layout.inputSize),
      ("errors", Layout.errors), ("findings", Layout.findings), ("lines", Layout.lines),
      ("outputSize", Layout.outputSize),
    ].map { ($0, .integer(Int64($1))) })

  // MARK: - Codes

  /// What is known of each code, in a list where it stands at its number.
  private static func codes<Code: CaseIterable & RawRepresentable<Int>>(
    _ type: Code.Type, _ known: (Code) -> JSON
  ) -> JSON {
    var list: [JSON] = []
    for code in Code.allCases {
      list += Array(repeating: .null, count: max(0, code.rawValue + 1 - list.count))
      list[code.rawValue] = known(code)
    }
    return .list(list)
  }

  // Names that come often stand once, in a list, and their ranks elsewhere: the page stays small.

  private static func rank<Code: CaseIterable & Equatable>(_ code: Code) -> JSON? {
    Array(Code.allCases).firstIndex(of: code).map { .integer(Int64($0)) }
  }

  private static func ranks<Code: CaseIterable & Equatable>(_ codes: [Code]) -> JSON? {
    codes.isEmpty ? nil : .list(codes.compactMap { rank($0) })
  }

  private static let lines = codes(LineCode.self) { code in
    .object(["nom": .string(code.name), "regle": code.rule.flatMap { rank($0) }])
  }

  private static let formulas = codes(FormulaCode.self) { code in
    .object([
      "nom": .string(code.name),
      "operandes": ranks(code.operands),
      "regles": ranks(code.rules),
    ])
  }

  private static let findings = codes(FindingCode.self) { code in
    .object([
      "nom": .string(code.name),
      "gravite": rank(code.severity),
      "operandes": ranks(code.operands),
      "regle": code.rule.flatMap { rank($0) },
    ])
  }

  /// The name of each field, and how the bounds of its errors are written.
  private static let fields = codes(InputField.self) { field in
    let bounds = InputError(.tooLarge, field).boundsKind
    let many = InputError(.tooMany, field).boundsKind
    return .object([
      "nom": .string(field.name), "bornes": bounds.map(kind),
      // Most fields count what they measure.
      "bornes_nombre": many == bounds ? nil : many.map(kind),
    ])
  }

  /// How each is written, by its name, in their order.
  private static let operands = JSON.object(
    Operand.allCases.map { ($0.name, kind($0.kind)) })

  /// How a number is written: as money, a share, a duration, or with its noun.
  private static func kind(_ kind: Operand.Kind) -> JSON {
    switch kind {
    case .amount: .string("€")
    case .exactAmount: .string("€/10000")
    case .rate: .string("%")
    case .duration: .string("min")
    case .children, .animators, .sessions, .weeks, .collectifs, .criteria, .lines:
      .string(kind.noun ?? "")
    }
  }
}

extension JSON {
  /// A script that gives the value a global name.
  func script(named name: String) -> String {
    """
    "use strict";
    globalThis.\(name) = \(script);

    """
  }

  /// A record with its texts in French typography, in the order of its keys.
  ///
  /// Values that are neither text, list nor record are left out.
  fileprivate init(_ record: Record) {
    self = .members(
      record.facts.sorted { $0.field.key < $1.field.key }.compactMap { field, fact in
        JSON(fact.value).map { (field.key, $0) }
      })
  }

  private init?(_ value: Value) {
    switch value {
    case .text(let text): self = .string(FrenchTypography.apply(to: text))
    case .record(let record): self.init(record)
    case .list(let facts): self = .list(facts.compactMap { JSON($0.value) })
    default: return nil
    }
  }
}
