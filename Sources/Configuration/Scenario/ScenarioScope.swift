/// What of a scenario a fault is in, to name it: a collectif has its rank, from 1.
struct ScenarioScope {
  private enum Part {
    case project
    case collectif(Int)
    case otherFunding(Int)
  }

  private var part: Part
  private var parent: String?

  static let project = ScenarioScope(part: .project)

  static func collectif(_ rank: Int) -> ScenarioScope { ScenarioScope(part: .collectif(rank)) }

  static func otherFunding(_ rank: Int) -> ScenarioScope {
    ScenarioScope(part: .otherFunding(rank))
  }

  /// The same part, below one of its keys.
  func inside(_ key: String) -> ScenarioScope { ScenarioScope(part: part, parent: key) }

  /// The dotted path of a key: « complements.tne ».
  func path(_ key: String) -> String { parent.map { $0 + "." + key } ?? key }

  /// Where a key is unknown or missing: « dans « complements » », nothing for a whole collectif.
  var place: String {
    if let parent { return " dans « \(parent) »" }
    if case .project = part { return " dans ce scénario" }
    return ""
  }

  /// A sentence about the part: « Collectif 2 : la valeur … ».
  func sentence(_ text: String) -> String {
    let subject: String
    switch part {
    case .project: return text
    case .collectif(let rank): subject = "Collectif \(rank)"
    case .otherFunding(let rank): subject = "Autre financement \(rank)"
    }
    return "\(subject) : \(text.prefix(1).lowercased())\(text.dropFirst())"
  }
}
