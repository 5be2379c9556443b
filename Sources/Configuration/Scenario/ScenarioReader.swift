import Diagnostics
import Funding
import YAML

/// Types the tree of a scenario. What is refused is replaced by zero, so that positions stay.
///
/// Records are read key by key rather than through a schema: ten thousand collectifs are read in a
/// few hundredths of a second.
struct ScenarioReader {
  enum RootKey: String, CaseIterable {
    case collectifs, projet, complements
    case otherFunding = "autres_financements"
  }

  enum ProjectKey: String, CaseIterable {
    case hasFourAxes = "quatre_axes"
    case isCollective = "collectif"
    case isRegular = "regulier"
    case goesBeyondHomework = "au_dela_des_devoirs"
    case isFreeOrSymbolic = "gratuit_ou_symbolique"
  }

  enum LineKey: String, CaseIterable {
    case financeur, montant
    case isBrancheFamille = "branche_famille"
  }

  /// The keys of a collectif, in the order of the guide.
  static let collectifKeys: [InputField] = [
    .count, .cost, .children, .animators, .sessionsPerWeek, .sessionMinutes, .weeks, .isRural,
    .hasDisability, .hasPremisesConstraint, .childrenBonus, .parentsBonus, .complement,
  ]
  static let childrenCriteria = ["projet", "materiel", "intervenants", "sorties"]
  static let parentsCriteria = ["projet", "intervenants", "actions", "public"]

  private static let collectifKeysByName = Dictionary(
    uniqueKeysWithValues: collectifKeys.map { ($0.name, $0) })
  private static let keys = Set(
    RootKey.allCases.map(\.rawValue) + ProjectKey.allCases.map(\.rawValue)
      + LineKey.allCases.map(\.rawValue) + collectifKeysByName.keys + childrenCriteria
      + parentsCriteria)

  /// Whether a word is a key of a scenario, to tell keys from texts in YAML.
  static func isKey(_ word: String) -> Bool { keys.contains(word) }

  let document: YAMLDocument
  let funders: [String]
  var diagnostics = DiagnosticList()
  private(set) var payers: [String] = []
  /// Whether the list of collectifs was refused: nothing more is said about it then.
  private var hasRefusedCollectifs = false

  init(_ document: YAMLDocument, funders: [String]) {
    self.document = document
    self.funders = funders
  }

  /// Whether an error of the calculation only follows from a fault that was said.
  func hasFault(for error: InputError) -> Bool {
    error.field == .collectifs && error.kind == .missing && hasRefusedCollectifs
  }

  mutating func scenario(_ root: YAMLNode) -> Scenario {
    var scenario = Scenario(collectifs: [])
    hasRefusedCollectifs = true
    guard let pairs = pairs(root, of: nil, in: .project) else { return scenario }
    var unknown: [YAMLNode.Pair] = []
    for pair in pairs {
      switch RootKey(rawValue: pair.key.text ?? "") {
      case .collectifs: scenario.collectifs = collectifs(pair)
      case .projet: scenario.conditions = conditions(pair)
      case .complements: scenario.complements = complements(pair, in: .project)
      case .otherFunding: scenario.otherFunding = otherFunding(pair)
      case nil: unknown.append(pair)
      }
    }
    let meant = report(unknown, among: RootKey.allCases.map(\.rawValue), in: .project)
    if root["collectifs"] == nil, !meant.contains("collectifs") {
      reportMissing("collectifs", in: .project, at: root, expected: "une liste de collectifs")
    }
    return scenario
  }

  private mutating func collectifs(_ pair: YAMLNode.Pair) -> [Collectif] {
    guard let items = items(pair) else { return [] }
    hasRefusedCollectifs = false
    var collectifs: [Collectif] = []
    collectifs.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      collectifs.append(collectif(item, in: .collectif(index + 1)))
    }
    return collectifs
  }

  private mutating func collectif(_ node: YAMLNode, in scope: ScenarioScope) -> Collectif {
    var collectif = Collectif(cost: 0, children: 0)
    guard let pairs = pairs(node, of: nil, in: scope) else { return collectif }
    var unknown: [YAMLNode.Pair] = []
    var hasCost = false
    var hasChildren = false
    for pair in pairs {
      guard let field = ScenarioReader.collectifKeysByName[pair.key.text ?? ""] else {
        unknown.append(pair)
        continue
      }
      switch field {
      case .cost:
        hasCost = true
        collectif.cost = amount(pair, in: scope) ?? 0
      case .children:
        hasChildren = true
        collectif.children = integer(pair, in: scope) ?? 0
      case .count: collectif.count = integer(pair, in: scope) ?? 1
      case .animators: collectif.animators = integer(pair, in: scope)
      case .sessionsPerWeek: collectif.sessionsPerWeek = integer(pair, in: scope)
      case .sessionMinutes:
        collectif.sessionMinutes = integer(pair, in: scope, isDuration: true)
      case .weeks: collectif.weeks = integer(pair, in: scope)
      case .isRural: collectif.isRural = boolean(pair, in: scope)
      case .hasDisability: collectif.hasDisability = boolean(pair, in: scope)
      case .hasPremisesConstraint: collectif.hasPremisesConstraint = boolean(pair, in: scope)
      case .childrenBonus:
        collectif.childrenBonus = bonus(pair, ScenarioReader.childrenCriteria, in: scope) {
          BonusCriteria(project: $0[0], material: $0[1], speakers: $0[2], outings: $0[3])
        }
      case .parentsBonus:
        collectif.parentsBonus = bonus(pair, ScenarioReader.parentsCriteria, in: scope) {
          BonusCriteria(project: $0[0], speakers: $0[1], actions: $0[2], audience: $0[3])
        }
      case .complement: collectif.complements = complements(pair, in: scope)
      default: break
      }
    }
    if hasCost, hasChildren, unknown.isEmpty { return collectif }
    let names = ScenarioReader.collectifKeys.map(\.name)
    let meant = report(unknown, among: names, in: scope)
    if !hasCost, !meant.contains("cout") {
      reportMissing("cout", in: scope, at: node, expected: "cout: le coût du collectif sur l'année")
    }
    if !hasChildren, !meant.contains("enfants") {
      reportMissing("enfants", in: scope, at: node, expected: "enfants: le nombre d'enfants")
    }
    return collectif
  }

  /// A bonus is granted, not asked for, or described by its criteria.
  private mutating func bonus(
    _ pair: YAMLNode.Pair, _ names: [String], in scope: ScenarioScope,
    _ criteria: ([Bool]) -> BonusCriteria
  ) -> BonusRequest? {
    guard let pairs = pair.value.pairs else {
      return boolean(pair, in: scope).map { $0 ? .granted : .notRequested }
    }
    var holds = names.map { _ in false }
    var unknown: [YAMLNode.Pair] = []
    let scope = scope.inside(pair.key.text ?? "")
    for pair in pairs {
      guard let index = names.firstIndex(of: pair.key.text ?? "") else {
        unknown.append(pair)
        continue
      }
      holds[index] = boolean(pair, in: scope) ?? false
    }
    report(unknown, among: names, in: scope)
    return .criteria(criteria(holds))
  }

  private mutating func conditions(_ pair: YAMLNode.Pair) -> ProjectConditions {
    var conditions = ProjectConditions()
    let scope = ScenarioScope.project.inside("projet")
    guard let pairs = pairs(pair.value, of: "projet", in: .project) else { return conditions }
    var unknown: [YAMLNode.Pair] = []
    for pair in pairs {
      guard let key = ProjectKey(rawValue: pair.key.text ?? "") else {
        unknown.append(pair)
        continue
      }
      let holds = boolean(pair, in: scope) ?? true
      switch key {
      case .hasFourAxes: conditions.hasFourAxes = holds
      case .isCollective: conditions.isCollective = holds
      case .isRegular: conditions.isRegular = holds
      case .goesBeyondHomework: conditions.goesBeyondHomework = holds
      case .isFreeOrSymbolic: conditions.isFreeOrSymbolic = holds
      }
    }
    report(unknown, among: ProjectKey.allCases.map(\.rawValue), in: scope)
    return conditions
  }

  /// What is asked of each funder of the department, in their order.
  private mutating func complements(_ pair: YAMLNode.Pair, in scope: ScenarioScope) -> [Int64?] {
    guard let pairs = pairs(pair.value, of: "complements", in: scope) else { return [] }
    var complements: [Int64?] = funders.map { _ in nil }
    let inner = scope.inside("complements")
    for pair in pairs {
      guard let index = funders.firstIndex(of: pair.key.text ?? "") else {
        reportUnknownFunder(pair.key, in: inner)
        continue
      }
      complements[index] = amount(pair, in: inner)
    }
    return complements
  }

  private mutating func otherFunding(_ pair: YAMLNode.Pair) -> [OtherFunding] {
    guard let items = items(pair) else { return [] }
    var lines: [OtherFunding] = []
    for (index, item) in items.enumerated() {
      let scope = ScenarioScope.otherFunding(index + 1)
      var line = OtherFunding(amount: 0)
      var payer: String?
      var unknown: [YAMLNode.Pair] = []
      defer {
        lines.append(line)
        payers.append(payer ?? "")
      }
      guard let pairs = pairs(item, of: nil, in: scope) else { continue }
      for pair in pairs {
        switch LineKey(rawValue: pair.key.text ?? "") {
        case .financeur: payer = text(pair, in: scope)
        case .montant: line.amount = amount(pair, in: scope) ?? 0
        case .isBrancheFamille: line.isBrancheFamille = boolean(pair, in: scope) ?? false
        case nil: unknown.append(pair)
        }
      }
      let meant = report(unknown, among: LineKey.allCases.map(\.rawValue), in: scope)
      for (key, expected) in [
        ("financeur", "financeur: qui donne cette somme"), ("montant", "montant: la somme donnée"),
      ] where item[key] == nil && !meant.contains(key) {
        reportMissing(key, in: scope, at: item, expected: expected)
      }
    }
    return lines
  }
}
