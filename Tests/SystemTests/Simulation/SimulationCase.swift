import Foundation
import TestSupport
import Testing
import Yams

/// A named case of `cas.yaml`, for the executable: what goes in, and what must come out as text.
struct SimulationCase: Sendable, CustomTestStringConvertible {
  let name: String
  let arguments: [String]
  /// As YAML for one case in two, as JSON for the others.
  let scenario: String
  /// Amounts with two decimals, by their path: `collectifs.1.ps`.
  private(set) var amounts: [String: String] = [:]
  /// `code`, `code 1`, `code/objet 1`.
  private(set) var findings: [String] = []
  /// `code`, `code 1`.
  private(set) var errors: [String] = []

  var testDescription: String { name }

  /// The departments whose year has each barème of the cases, where they name none.
  private static let departments = [
    "2022-2023": "isere", "2023-2024": "mayenne", "2025-2026": "vosges",
  ]

  static func all() throws -> [SimulationCase] {
    let root = try #require(
      try Yams.compose(
        yaml: Repository.text("Tests/FundingTests/Fixtures/cas.yaml"), .basic))
    return try root.list.enumerated().map { try SimulationCase($1, isJSON: $0 % 2 == 1) }
  }

  private init(_ node: Node, isJSON: Bool) throws {
    name = node.text("cas")
    let year = node.text("annee")
    let given = node["bareme"]?.entries ?? []
    let options = given.flatMap { key, value in
      ["--" + key.replacing("_", with: "-"), value.string ?? ""]
    }
    let department =
      node["departement"]?.string ?? (SimulationCase.departments[year] ?? "")
    arguments = [department, year, "--format", "json"] + options
    let scenario = try #require(node["scenario"])
    self.scenario = isJSON ? scenario.json : try Yams.serialize(node: scenario)
    let expected = try #require(node["attendu"])
    for collectif in expected["collectifs"]?.list ?? [] {
      read(collectif, "collectifs.\(collectif.text("rang"))")
    }
    for part in ["totaux", "echeancier"] { expected[part].map { read($0, part) } }
    findings = (expected["constats"]?.list ?? []).map { SimulationCase.label($0) }
    errors = (expected["erreurs"]?.list ?? []).map { error in
      [error.text("code"), error.text("collectif")].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  private mutating func read(_ node: Node, _ path: String) {
    for (key, value) in node.entries where key != "rang" {
      if value.mapping != nil {
        read(value, path + "." + key)
      } else {
        amounts[path + "." + key] = SimulationCase.decimal(value.string ?? "")
      }
    }
  }

  /// « 2 758,28 € » gives `2758.28`.
  private static func decimal(_ text: String) -> String {
    let digits = text.filter { $0.isNumber || $0 == "," }
    let parts = digits.split(separator: ",")
    let cents = parts.count > 1 ? String(parts[1]) : ""
    return "\(parts[0]).\(cents)\(String(repeating: "0", count: 2 - cents.count))"
  }

  static func label(_ finding: Node) -> String {
    let rank = finding["collectif"]?.string.flatMap { Int($0) }
    let subject = finding["objet"]?.string.flatMap { $0 == "null" ? nil : $0 }
    return finding.text("code") + (subject.map { "/" + $0 } ?? "") + (rank.map { " \($0)" } ?? "")
  }
}

extension Node {
  /// The same as JSON: what is no number, true or false is a string.
  var json: String {
    switch self {
    case .mapping:
      return "{" + entries.map { "\"\($0)\":\t\($1.json)" }.joined(separator: ", ") + "}"
    case .sequence: return "[" + list.map(\.json).joined(separator: ",\n") + "]"
    default:
      let text = string ?? ""
      let isNumber = text.wholeMatch(of: #/-?\d+(\.\d+)?/#) != nil
      return isNumber || ["true", "false"].contains(text) ? text : "\"\(text)\""
    }
  }
}
