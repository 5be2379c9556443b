import Funding
import TestSupport
import Yams

/// The rules, a year's barème and a department's funders, from the files of the repository.
struct RulesData {
  var rules: Rules
  var bareme = Bareme()
  /// The codes of the department's funders, and what they give.
  var funders: [(code: String, funder: Funder)] = []
  /// The codes of what the department reminds every project of.
  var reminders: [String] = []

  init(year: String = "2025-2026", department: String? = nil) throws {
    let year = year
    let note = try department.map { try yaml("departments/\($0)/\(year).yaml") }
    let figures = try? yaml("departments/national/\(year).yaml")
    // The most specific first, as the project looks them up.
    let layers = [note, figures, try yaml("departments/national/regles.yaml")].compactMap { $0 }
    var values: [RuleCode: Int64] = [:]
    for code in RuleCode.allCases where code.path.hasPrefix("regles.") {
      let texts = layers.lazy.compactMap { $0.at(code.path + ".valeur")?.string }
      guard let text = texts.first else {
        throw Unreadable("\(code.path) is missing")
      }
      values[code] =
        switch text {
        case "oui": 1
        case "non": 0
        case _ where text.contains("%"): try Quantity.rate(text)
        case _ where text.contains("h"): try Quantity.minutes(text)
        default: try Quantity.integer(text)
        }
    }
    rules = Rules { values[$0] ?? -1 }
    func amount(_ code: RuleCode) throws -> Int64? {
      try figures?.at(code.path + ".valeur")?.string.map(Quantity.cents)
    }
    bareme.ceiling = try amount(.ceiling)
    bareme.childrenBonus = try amount(.childrenBonus)
    bareme.parentsBonus = try amount(.parentsBonus)
    switch figures?.at(RuleCode.rounding.path + ".valeur")?.string {
    case "euro": bareme.rounding = .euro
    case "centime": bareme.rounding = .cent
    default: bareme.rounding = nil
    }
    if let note { try readFunders(note) }
    reminders = (note?.at("rappels")?.list ?? []).compactMap { $0.at("code")?.string }
  }

  private mutating func readFunders(_ note: Node) throws {
    for item in note.at("financements")?.list ?? [] {
      let code = item.at("code")?.string ?? ""
      var funder = try RulesData.funder(item.at("montant")?.string)
      funder.isRural = item.at("rural")?.string == "oui"
      funders.append((code, funder))
    }
  }

  /// `1 000 €/porteur`, `de 100 € à 500 €/collectif`, or nothing; an amount to confirm is none yet.
  private static func funder(_ text: String?) throws -> Funder {
    guard let text, !text.hasPrefix("a_confirmer") else { return .free }
    let basis: Funder.Basis = text.hasSuffix("/collectif") ? .perCollectif : .perPorteur
    let ends = text.split(separator: "à").map { $0.drop { !$0.isNumber } }
    guard let low = ends.first, let high = ends.last else { throw Unreadable(text) }
    return Funder(
      basis, low: try Quantity.cents(String(low)), high: try Quantity.cents(String(high)))
  }

  /// The plan of a scenario under these data.
  func plan(_ scenario: Scenario) throws(InvalidInput) -> FundingPlan {
    try FundingPlan(scenario, rules: rules, bareme: bareme, funders: funders.map(\.funder))
  }
}
