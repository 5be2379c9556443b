import Foundation
import Funding
import TestSupport
import Testing
import Yams

/// The French of the results: one data file, with a sentence for every code and nothing else.
@Suite struct SentencesTests {
  private let file: Node

  init() throws { file = try yaml("departments/national/formules.yaml") }

  private func keys(_ part: String) -> [String] { file.at(part)?.entries.map(\.key) ?? [] }

  @Test func everyCodeHasItsEntryInOrder() {
    #expect(keys("lignes") == LineCode.allCases.map(\.name))
    #expect(keys("formules") == FormulaCode.allCases.map(\.name))
    #expect(Set(keys("constats")) == Set(FindingCode.allCases.map(\.name)))
    #expect(keys("gravites") == Severity.allCases.map(\.name))
    #expect(keys("erreurs") == InputError.Kind.allCases.map(\.name))
    #expect(keys("champs") == InputField.allCases.map(\.name))
    #expect(Set(keys("noms")) == Set(Operand.Kind.allCases.compactMap(\.noun)))
  }

  @Test func nounsHaveTheirPlural() {
    for noun in file.at("noms")?.entries ?? [] { #expect(noun.value.list.count == 2) }
  }

  @Test(arguments: FormulaCode.allCases) func formula(_ code: FormulaCode) throws {
    let entry = try #require(file.at("formules")?.mapping?[Node(code.name)])
    try entry.allow("phrase", "document", "section")
    let phrase = try #require(entry.at("phrase")?.string)
    check(phrase, uses: code.operands + [.amount])
    // A rule among the data has its source there, another one here; sums and refusals have none.
    #expect((entry.at("document") != nil) == (entry.at("section") != nil))
    if !code.rules.isEmpty { #expect(entry.at("document") == nil) }
  }

  @Test(arguments: FindingCode.allCases) func finding(_ code: FindingCode) throws {
    let entry = try #require(file.at("constats")?.mapping?[Node(code.name)])
    try entry.allow("gravite", "phrase", "remede", "regle", "document", "section")
    #expect(entry.at("gravite")?.string == code.severity.name)
    #expect(entry.at("regle")?.string == code.rule?.path)
    #expect((entry.at("document") != nil) == (entry.at("section") != nil))
    if code.severity != .warning {
      #expect((entry.at("regle") != nil) != (entry.at("document") != nil))
    }
    for key in ["phrase", "remede"] {
      check(try #require(entry.at(key)?.string), uses: code.operands)
    }
  }

  @Test func assumptions() throws {
    let entries = file.at("hypotheses")?.entries ?? []
    let scenario = Scenario(collectifs: [Collectif(count: 3, cost: 1, children: 8)])
    let assumptions = scenario.assumptions(under: try RulesData().rules)
    #expect(entries.map(\.key) == assumptions.map(\.field.name))
    for (entry, assumption) in zip(entries, assumptions) {
      check(try #require(entry.value.string), uses: assumption.operand.map { [$0] } ?? [])
      #expect(assumption.collectifs == 3)
    }
    #expect(assumptions.prefix(4).map(\.value) == [2, 2, 90, 27])
  }

  @Test func errors() {
    for entry in file.at("erreurs")?.entries ?? [] {
      let placeholders = SentencesTests.placeholders(in: entry.value.string ?? "")
      #expect(placeholders.isSubset(of: ["champ", "minimum", "maximum"]))
      #expect(placeholders.contains("champ"))
    }
  }

  @Test func rulesOfTheDataExist() throws {
    let national = try yaml("departments/national/regles.yaml")
    let year = try yaml("departments/national/2025-2026.yaml")
    for code in RuleCode.allCases where code != .funderAmount {
      let leaf = national.at(code.path) ?? year.at(code.path)
      #expect(leaf?.at("valeur") != nil && leaf?.at("document") != nil, "\(code.path)")
    }
  }

  private func check(_ sentence: String, uses operands: [Operand]) {
    let names = Set(operands.map(\.name))
    #expect(SentencesTests.placeholders(in: sentence).isSubset(of: names), "\(sentence)")
  }

  private static func placeholders(in sentence: String) -> Set<String> {
    Set(sentence.split(separator: "{").dropFirst().compactMap { $0.split(separator: "}").first })
      .reduce(into: []) { $0.insert(String($1)) }
  }
}
