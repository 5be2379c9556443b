import Funding
import TestSupport
import Yams

/// Reads a scenario as users write it.
struct ScenarioReader {
  /// The codes of the department's funders, in order.
  let funders: [String]

  func read(_ node: Node) throws -> Scenario {
    try node.allow("collectifs", "projet", "complements", "autres_financements")
    var scenario = Scenario(collectifs: try node.at("collectifs")?.list.map(collectif) ?? [])
    scenario.complements = try complements(node.at("complements"))
    if let project = node.at("projet") {
      try project.allow(
        "quatre_axes", "collectif", "regulier", "au_dela_des_devoirs", "gratuit_ou_symbolique")
      scenario.conditions.hasFourAxes = try boolean(project, "quatre_axes")
      scenario.conditions.isCollective = try boolean(project, "collectif")
      scenario.conditions.isRegular = try boolean(project, "regulier")
      scenario.conditions.goesBeyondHomework = try boolean(project, "au_dela_des_devoirs")
      scenario.conditions.isFreeOrSymbolic = try boolean(project, "gratuit_ou_symbolique")
    }
    scenario.otherFunding = try (node.at("autres_financements")?.list ?? []).map { line in
      try line.allow("financeur", "montant", "branche_famille")
      return OtherFunding(
        amount: try Quantity.cents(line.at("montant")?.string ?? ""),
        isBrancheFamille: try boolean(line, "branche_famille") ?? false)
    }
    return scenario
  }

  private func collectif(_ node: Node) throws -> Collectif {
    try node.allow(
      "nombre", "cout", "enfants", "animateurs", "seances_hebdomadaires", "duree_seance_minutes",
      "semaines", "rural", "handicap", "contrainte_locaux", "bonus_enfants", "bonus_parents",
      "complements")
    func integer(_ key: String) throws -> Int64? {
      try node.at(key)?.string.map(Quantity.integer)
    }
    var result = Collectif(
      count: try integer("nombre") ?? 1, cost: try Quantity.cents(node.at("cout")?.string ?? ""),
      children: try integer("enfants") ?? -1)
    result.complements = try complements(node.at("complements"))
    result.animators = try integer("animateurs")
    result.sessionsPerWeek = try integer("seances_hebdomadaires")
    result.sessionMinutes = try integer("duree_seance_minutes")
    result.weeks = try integer("semaines")
    result.isRural = try boolean(node, "rural")
    result.hasDisability = try boolean(node, "handicap")
    result.hasPremisesConstraint = try boolean(node, "contrainte_locaux")
    result.childrenBonus = try bonus(node.at("bonus_enfants")) { criteria in
      try criteria.allow("projet", "materiel", "intervenants", "sorties")
      return BonusCriteria(
        project: try boolean(criteria, "projet") ?? false,
        material: try boolean(criteria, "materiel") ?? false,
        speakers: try boolean(criteria, "intervenants") ?? false,
        outings: try boolean(criteria, "sorties") ?? false)
    }
    result.parentsBonus = try bonus(node.at("bonus_parents")) { criteria in
      try criteria.allow("projet", "intervenants", "actions", "public")
      return BonusCriteria(
        project: try boolean(criteria, "projet") ?? false,
        speakers: try boolean(criteria, "intervenants") ?? false,
        actions: try boolean(criteria, "actions") ?? false,
        audience: try boolean(criteria, "public") ?? false)
    }
    return result
  }

  private func bonus(
    _ node: Node?, criteria: (Node) throws -> BonusCriteria
  ) throws -> BonusRequest? {
    guard let node else { return nil }
    if node.mapping != nil { return .criteria(try criteria(node)) }
    return try boolean(node) ? .granted : .notRequested
  }

  private func complements(_ node: Node?) throws -> [Int64?] {
    guard let node else { return [] }
    for entry in node.entries where !funders.contains(entry.key) {
      throw Unreadable("unknown funder \(entry.key)")
    }
    return try funders.map { try node.at($0)?.string.map(Quantity.cents) }
  }

  private func boolean(_ node: Node, _ key: String) throws -> Bool? {
    try node.at(key).map(boolean)
  }

  private func boolean(_ node: Node) throws -> Bool {
    switch node.string {
    case "true": true
    case "false": false
    default: throw Unreadable("« \(node.string ?? "") » is neither true nor false")
    }
  }
}
