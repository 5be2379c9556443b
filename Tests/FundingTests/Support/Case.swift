import Funding
import TestSupport
import Testing
import Yams

/// A named case: a scenario, and what must come out.
struct Case: Sendable, CustomTestStringConvertible {
  let name: String
  let data: RulesData
  let scenario: Scenario
  /// The expected amounts, by the name of their line, `collectifs.1.ps` for a collectif's.
  private(set) var amounts: [String: Int64] = [:]
  /// The expected findings as `code`, `code 1`, `code/objet 1`; nil when none is expected.
  private(set) var findings: [String] = []
  /// The expected errors as `code champ`, with the collectif if any.
  private(set) var errors: [String] = []
  /// What the branche Famille pays if nobody accepts the exceptions; nil when not looked at.
  private(set) var refused: Int64?
  /// The conditions without an answer, and the department's reminders; nil when not looked at.
  private(set) var unsaid: [String]?
  private(set) var reminders: [String]?
  /// The rules behind some lines, by the name of the line.
  private(set) var rules: [String: [String]] = [:]

  var testDescription: String { name }

  init(_ node: Node) throws {
    try node.allow("cas", "annee", "departement", "bareme", "scenario", "attendu")
    name = node.at("cas")?.string ?? ""
    guard let year = node.at("annee")?.string else { throw Unreadable("\(name): annee") }
    guard let scenario = node.at("scenario") else { throw Unreadable("\(name): scenario") }
    var data = try RulesData(year: year, department: node.at("departement")?.string)
    if let bareme = node.at("bareme") {
      try bareme.allow("plafond", "bonus_enfants", "bonus_parents")
      if let text = bareme.at("plafond")?.string { data.bareme.ceiling = try Quantity.cents(text) }
      if let text = bareme.at("bonus_enfants")?.string {
        data.bareme.childrenBonus = try Quantity.cents(text)
      }
      if let text = bareme.at("bonus_parents")?.string {
        data.bareme.parentsBonus = try Quantity.cents(text)
      }
    }
    self.data = data
    self.scenario = try ScenarioReader(funders: data.funders.map(\.code)).read(scenario)
    guard let expected = node.at("attendu") else { throw Unreadable("\(name): attendu") }
    try expected.allow(
      "collectifs", "totaux", "echeancier", "constats", "erreurs", "sans_exception", "sans_reponse",
      "rappels", "regles")
    try read(amountsOf: expected)
    refused = try (expected.at("sans_exception")?.string).map(Quantity.cents)
    unsaid = expected.at("sans_reponse")?.list.compactMap(\.string)
    reminders = expected.at("rappels")?.list.compactMap(\.string)
    for entry in expected.at("regles")?.entries ?? [] {
      rules[entry.key] = entry.value.list.compactMap(\.string)
    }
    findings = (expected.at("constats")?.list ?? []).map {
      Case.label($0, "code", subject: $0.at("objet")?.string)
    }
    errors = (expected.at("erreurs")?.list ?? []).map {
      Case.label($0, "code", subject: $0.at("champ")?.string)
    }
  }

  static func all() throws -> [Case] {
    try yaml("Tests/FundingTests/Fixtures/cas.yaml").list.map(Case.init)
  }

  private mutating func read(amountsOf expected: Node) throws {
    for collectif in expected.at("collectifs")?.list ?? [] {
      let rank = collectif.at("rang")?.string ?? ""
      for entry in collectif.entries where entry.key != "rang" {
        amounts["collectifs.\(rank).\(entry.key)"] = try Quantity.cents(entry.value.string ?? "")
      }
    }
    for part in ["totaux", "echeancier"] {
      for entry in expected.at(part)?.entries ?? [] {
        if entry.key == "complements" {
          for complement in entry.value.entries {
            let name = "totaux.complements.\(complement.key)"
            amounts[name] = try Quantity.cents(complement.value.string ?? "")
          }
        } else {
          amounts["\(part).\(entry.key)"] = try Quantity.cents(entry.value.string ?? "")
        }
      }
    }
  }

  private static func label(_ node: Node, _ key: String, subject: String?) -> String {
    let code = node.at(key)?.string ?? ""
    let rank = node.at("collectif")?.string
    return code + (subject.map { "/" + $0 } ?? "") + (rank.map { " " + $0 } ?? "")
  }
}

extension FundingPlan {
  /// The amounts of the plan by the names that cases use.
  func amounts(funders: [String]) -> [String: Int64] {
    linesByName(funders: funders).mapValues(\.amount)
  }

  /// The rules behind each line, by the names that cases use.
  func rules(funders: [String]) -> [String: [String]] {
    linesByName(funders: funders).mapValues { $0.rules.map(\.path) }
  }

  private func linesByName(funders: [String]) -> [String: Line] {
    var named: [String: Line] = [:]
    for line in lines {
      var name = line.code.name
      if line.collectif > 0 {
        name = name.replacing("collectifs.", with: "collectifs.\(line.collectif).")
      }
      if line.funder > 0 { name += "." + funders[line.funder - 1] }
      named[name] = line
    }
    return named
  }
}

extension Finding {
  var label: String {
    code.code + (code.subject.map { "/" + $0 } ?? "") + (collectif > 0 ? " \(collectif)" : "")
  }
}

extension InputError {
  var label: String {
    kind.name + "/" + field.name + (collectif > 0 ? " \(collectif)" : "")
  }
}
