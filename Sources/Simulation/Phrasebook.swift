import Configuration
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
  private let sentences: Record

  init(_ sentences: Record) {
    self.sentences = sentences
    mentions = sentences.texts(SentenceSchema.mentions).map { FrenchTypography.apply(to: $0) }
    for code in LineCode.allCases {
      lineLabels[code] = sentences.typographic(SentenceSchema.lines, of: code)
    }
    for severity in Severity.allCases {
      severities[severity] = sentences.typographic(SentenceSchema.severities, of: severity)
    }
    for code in FormulaCode.allCases {
      typealias Keys = SentenceSchema.Formula
      let entry = sentences.fact(SentenceSchema.formulas, of: code)?.value.record
      formulas[code] = Sentence(entry?.text(Keys.phrase) ?? code.name, operands: code.operands)
      formulaSources[code] = entry?.source(Keys.document, Keys.section)
    }
    for code in FindingCode.allCases {
      typealias Keys = SentenceSchema.Finding
      let entry = sentences.fact(SentenceSchema.findings, of: code)?.value.record
      findings[code] = FindingSentences(
        phrase: Sentence(entry?.text(Keys.phrase) ?? code.name, operands: code.operands),
        remedy: Sentence(entry?.text(Keys.remedy) ?? "", operands: code.operands),
        source: entry?.source(Keys.document, Keys.section))
    }
    for (field, fact) in sentences.record(SentenceSchema.nouns)?.facts ?? [] {
      let key = field.key
      guard case .list(let forms) = fact.value, forms.count == 2 else { continue }
      nouns[key] = (FrenchFormat.text(of: forms[0].value), FrenchFormat.text(of: forms[1].value))
    }
  }

  func label(_ code: LineCode) -> String { lineLabels[code] ?? code.name }

  /// What was taken for a field that the scenario leaves out.
  func text(_ assumption: Assumption, writer: inout SentenceWriter) -> String {
    let operands = Assumption.operand(of: assumption.field).map { [$0] } ?? []
    let text =
      sentences.text(SentenceSchema.assumptions, of: assumption.field) ?? assumption.field.name
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
  /// The text of a code, with the spaces of French.
  fileprivate func typographic<Code: CaseIterable & Equatable>(
    _ path: FactPath, of code: Code
  ) -> String? {
    text(path, of: code).map { FrenchTypography.apply(to: $0) }
  }

  /// Where a sentence comes from.
  fileprivate func source(_ document: FactPath, _ section: FactPath) -> Source? {
    text(document).map { Source(document: $0, section: text(section) ?? "") }
  }
}
