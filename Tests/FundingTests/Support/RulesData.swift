import Funding
import TestSupport
import Yams

/// The rules, a year's barème and a department's funders, from the files of the repository.
struct RulesData {
  var rules: Rules
  var bareme = Bareme()
  /// The codes of the department's funders, and what they give.
  var funders: [(code: String, funder: Funder)] = []

  init(year: String = "2025-2026", department: String? = nil) throws {
    let national = try yaml("departments/national/regles.yaml")
    var values: [RuleCode: Int64] = [:]
    for code in RuleCode.allCases where code.path.hasPrefix("regles.") {
      guard let text = national.at(code.path + ".valeur")?.string else {
        throw Unreadable("\(code.path) is missing")
      }
      values[code] =
        try text.contains("%")
        ? Quantity.rate(text)
        : text.contains("h") ? Quantity.minutes(text) : Quantity.integer(text)
    }
    rules = Rules { values[$0] ?? -1 }
    let year = year
    let figures = try? yaml("departments/national/\(year).yaml")
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
    if let department { try readFunders(yaml("departments/\(department)/\(year).yaml")) }
  }

  private mutating func readFunders(_ note: Node) throws {
    for item in note.at("financements")?.list ?? [] {
      let code = item.at("code")?.string ?? ""
      funders.append((code, try RulesData.funder(item.at("montant")?.string)))
    }
  }

  /// `1 000 €/porteur`, `de 100 € à 500 €/collectif`, or nothing.
  private static func funder(_ text: String?) throws -> Funder {
    guard let text else { return .free }
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
