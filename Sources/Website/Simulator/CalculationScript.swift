import Configuration
import Diagnostics
import Facts
import Funding
import FundingPage

/// `scripts/calcul.js`: the calculation as WebAssembly, what its slots and codes are called, and
/// the French of its results. All simulators of the site share it.
enum CalculationScript {
  static let path = "scripts/calcul.js"

  /// - Parameter sentences: the sentences of `departments/national/formules.yaml`.
  static func text(sentences: Record) -> String {
    let value = JSON.object([
      "module": .string(FundingPage.wasmBase64),
      "emplacements": slots,
      "disposition": layout,
      "lignes": lines,
      "formules": formulas,
      "constats": findings,
      "erreurs": .object(InputError.Kind.allCases.map { (String($0.rawValue), .string($0.name)) }),
      "champs": fields,
      "operandes": operands,
      "phrases": JSON(words(of: sentences)),
    ])
    return """
      "use strict";
      globalThis.cadrageCalcul = \(value.script);

      """
  }

  /// The sentences without what the codes say already.
  private static func words(of sentences: Record) -> Record {
    guard var findings = sentences.record(SentenceSchema.findings) else { return sentences }
    for index in findings.schema.fields.indices {
      guard var finding = findings[index]?.value.record else { continue }
      finding[SentenceSchema.Finding.rule] = nil
      finding[SentenceSchema.Finding.severity] = nil
      findings[index] = Fact(.record(finding))
    }
    var words = sentences
    words[SentenceSchema.findings] = Fact(.record(findings))
    return words
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

  private static let lines = JSON.object(
    LineCode.allCases.map { code in
      (
        String(code.rawValue),
        .object(["nom": .string(code.name), "regle": code.rule.map { .string($0.path) }])
      )
    })

  private static let formulas = JSON.object(
    FormulaCode.allCases.map { code in
      (
        String(code.rawValue),
        .object([
          "nom": .string(code.name),
          "operandes": .list(code.operands.map { .string($0.name) }),
          "regles": .list(code.rules.map { .string($0.path) }),
        ])
      )
    })

  private static let findings = JSON.object(
    FindingCode.allCases.map { code in
      (
        String(code.rawValue),
        .object([
          "nom": .string(code.name),
          "gravite": .string(code.severity.name),
          "operandes": .list(code.operands.map { .string($0.name) }),
          "regle": code.rule.map { .string($0.path) },
        ])
      )
    })

  /// The name of each field, and how the bounds of its errors are written.
  private static let fields = JSON.object(
    InputField.allCases.map { field in
      let bounds = InputError(.tooLarge, field).boundsKind
      let many = InputError(.tooMany, field).boundsKind
      return (
        String(field.rawValue),
        .object([
          "nom": .string(field.name), "bornes": bounds.map(kind),
          // Most fields count what they measure.
          "bornes_nombre": many == bounds ? nil : many.map(kind),
        ])
      )
    })

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
