import Facts
import Funding
import Markdown

/// The French of a result: `departments/national/formules.yaml`, by code.
struct Phrasebook {
  struct FindingSentences {
    var phrase: Sentence
    var remedy: Sentence
    var source: Source?
  }

  private(set) var lineLabels: [LineCode: String] = [:]
  private(set) var formulas: [FormulaCode: Sentence] = [:]
  /// The sources of formulas whose rule is not among the data.
  private(set) var formulaSources: [FormulaCode: Source] = [:]
  private(set) var findings: [FindingCode: FindingSentences] = [:]
  private(set) var severities: [Severity: String] = [:]
  let mentions: [String]
  private(set) var nouns: [String: (singular: String, plural: String)] = [:]
  private let assumptions: Record

  init(_ sentences: Record) {
    mentions = sentences.list(at: "mentions").map {
      FrenchTypography.apply(to: FrenchFormat.text(of: $0.value))
    }
    assumptions = sentences.record(at: "hypotheses") ?? Record([:])
    let labels = sentences.record(at: "lignes") ?? Record([:])
    for code in LineCode.allCases { lineLabels[code] = labels.typographic(code.name) }
    for severity in Severity.allCases {
      severities[severity] = sentences.record(at: "gravites")?.typographic(severity.name)
    }
    for code in FormulaCode.allCases {
      let entry = sentences.record(at: "formules")?.record(at: code.name) ?? Record([:])
      formulas[code] = Sentence(entry.text(at: "phrase") ?? code.name, operands: code.operands)
      formulaSources[code] = entry.source
    }
    for code in FindingCode.allCases {
      let entry = sentences.record(at: "constats")?.record(at: code.name) ?? Record([:])
      findings[code] = FindingSentences(
        phrase: Sentence(entry.text(at: "phrase") ?? code.name, operands: code.operands),
        remedy: Sentence(entry.text(at: "remede") ?? "", operands: code.operands),
        source: entry.source)
    }
    for (field, fact) in sentences.record(at: "noms")?.facts ?? [] {
      let key = field.key
      guard case .list(let forms) = fact.value, forms.count == 2 else { continue }
      nouns[key] = (FrenchFormat.text(of: forms[0].value), FrenchFormat.text(of: forms[1].value))
    }
  }

  func label(_ code: LineCode) -> String { lineLabels[code] ?? code.name }

  /// What was taken for a field that the scenario leaves out.
  func text(_ assumption: Assumption, writer: inout SentenceWriter) -> String {
    let operands = Assumption.operand(of: assumption.field).map { [$0] } ?? []
    let text = assumptions.text(at: assumption.field.name) ?? assumption.field.name
    // The number is written as the line's own: a sentence of this kind has no other.
    var bytes: [UInt8] = []
    for piece in Sentence(text, operands: operands).pieces {
      switch piece {
      case .text(let text): bytes += text
      case .operand(_, let kind): writer.write(assumption.value, kind, to: &bytes)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Record {
  /// The text of a key that may hold points, with the spaces of French.
  fileprivate func typographic(_ key: String) -> String? {
    guard case .text(let text)? = self[key]?.value else { return nil }
    return FrenchTypography.apply(to: text)
  }

  /// `document` and `section` of a sentence.
  fileprivate var source: Source? {
    guard let document = text(at: "document") else { return nil }
    return Source(document: document, section: text(at: "section") ?? "")
  }
}
