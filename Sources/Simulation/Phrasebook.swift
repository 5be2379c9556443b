import Configuration
import Facts
import Funding
import Markdown

/// The French of a result: `departments/national/formules.yaml`, by code.
struct Phrasebook {
  let sentences: Record

  init(_ sentences: Record) { self.sentences = sentences }

  var mentions: [String] { texts(SentenceSchema.mentions) }

  /// What the calculation does not verify.
  var unverified: [String] { texts(SentenceSchema.unverified) }

  private func texts(_ path: FactPath) -> [String] {
    sentences.texts(path).map { FrenchTypography.apply(to: $0) }
  }

  func label(_ code: LineCode) -> String { text(SentenceSchema.lines, code) ?? code.name }

  func title(_ severity: Severity) -> String {
    text(SentenceSchema.severities, severity) ?? severity.name
  }

  func phrase(_ code: FormulaCode) -> Sentence {
    Sentence(entry(code)?.text(SentenceSchema.Formula.phrase) ?? code.name, operands: code.operands)
  }

  /// Where a formula comes from whose rule is not among the data.
  func source(_ code: FormulaCode) -> Source? {
    entry(code)?.source(SentenceSchema.Formula.document, SentenceSchema.Formula.section)
  }

  func phrase(_ code: FindingCode) -> Sentence {
    Sentence(entry(code)?.text(SentenceSchema.Finding.phrase) ?? code.name, operands: code.operands)
  }

  func remedy(_ code: FindingCode) -> Sentence {
    Sentence(entry(code)?.text(SentenceSchema.Finding.remedy) ?? "", operands: code.operands)
  }

  func source(_ code: FindingCode) -> Source? {
    entry(code)?.source(SentenceSchema.Finding.document, SentenceSchema.Finding.section)
  }

  /// The names of conditions, as the forms have them: « quatre axes réunis ».
  func names(_ conditions: [RuleCode]) -> String {
    let labels = conditions.map { NoteSchema.path(of: $0).field.label }
    let names = labels.map { $0.prefix(1).lowercased() + $0.dropFirst() }
    return FrenchTypography.apply(to: names.joined(separator: " ; "))
  }

  /// What was taken for a field that the scenario leaves out.
  func text(_ assumption: Assumption) -> String {
    let text = sentences.text(SentenceSchema.assumptions, of: assumption.field)
    let sentence = Sentence(
      text ?? assumption.field.name, operands: assumption.operand.map { [$0] } ?? [])
    var numbers = NumberWriter(sentences)
    // A sentence of this kind has no other number.
    let value = assumption.value
    return sentence.text(Operands(value), amount: value, numbers: &numbers)
  }

  private func entry(_ code: FormulaCode) -> Record? {
    sentences.fact(SentenceSchema.formulas, of: code)?.value.record
  }

  private func entry(_ code: FindingCode) -> Record? {
    sentences.fact(SentenceSchema.findings, of: code)?.value.record
  }

  /// The text of a code, with the spaces of French.
  private func text<Code: CaseIterable & Equatable>(_ path: FactPath, _ code: Code) -> String? {
    sentences.text(path, of: code).map { FrenchTypography.apply(to: $0) }
  }
}

extension Record {
  fileprivate func source(_ document: FactPath, _ section: FactPath) -> Source? {
    text(document).map { Source(document: $0, section: text(section) ?? "") }
  }
}
