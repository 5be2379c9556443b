public import Diagnostics

/// The templates that inclusions can reach, by name. The caller decides, for each note, which file
/// a name means.
public struct TemplateLibrary: Sendable {
  private let templates: [String: Template]

  public init(_ templates: [String: Template] = [:]) { self.templates = templates }

  public subscript(name: String) -> Template? { templates[name] }

  /// In alphabetical order.
  public var names: [String] { templates.keys.sorted() }

  /// The names given and those that they include, directly or not.
  public func reachable(from names: some Sequence<String>) -> [String] {
    var seen: Set<String> = []
    var found: [String] = []
    var waiting = Array(names)
    while let name = waiting.popLast() {
      guard seen.insert(name).inserted else { continue }
      found.append(name)
      waiting += self[name]?.inclusions.map(\.name) ?? []
    }
    return found
  }

  /// How deep inclusions may be nested, and how many files one template may bring in all told.
  static let depthLimit = 32
  static let countLimit = 10_000
  /// How many parts of templates one rendering may go over.
  static let stepLimit = 1_000_000

  /// Reports each circle of inclusions that can be reached from some templates.
  ///
  /// **Errors**: `inclusion-circulaire`, once for each circle, at the inclusion that closes it, with
  /// the whole chain; `inclusions-trop-nombreuses`. Names that are not in the library are passed
  /// over: the checker tells them.
  public func checkCycles(
    from names: some Sequence<String>, diagnostics: inout DiagnosticList
  ) {
    var search = CycleSearch(library: self)
    for name in names { search.visit(name) }
    diagnostics.add(contentsOf: search.diagnostics)
  }
}

/// A depth-first search with a stack of its own, so that no chain of files is too long for it.
private struct CycleSearch {
  private struct Step {
    let name: String
    let inclusions: [Inclusion]
    var next = 0
    /// What the template brings with the inclusions seen so far.
    var weight = Weight()
  }

  private struct Weight {
    var depth = 1
    var count = 1

    mutating func include(_ other: Weight) {
      depth = max(depth, other.depth + 1)
      count = min(count + other.count, TemplateLibrary.countLimit + 1)
    }

    var isTooGreat: Bool {
      depth > TemplateLibrary.depthLimit || count > TemplateLibrary.countLimit
    }
  }

  let library: TemplateLibrary
  var diagnostics = DiagnosticList()
  private var done: [String: Weight] = [:]
  private var path: [Step] = []
  private var onPath: Set<String> = []

  init(library: TemplateLibrary) { self.library = library }

  mutating func visit(_ name: String) {
    guard done[name] == nil, let template = library[name] else { return }
    enter(name, template)
    while let step = path.last {
      guard step.next < step.inclusions.count else {
        leave()
        continue
      }
      path[path.count - 1].next += 1
      follow(step.inclusions[step.next], from: step.name)
    }
  }

  private mutating func enter(_ name: String, _ template: Template) {
    path.append(Step(name: name, inclusions: template.inclusions))
    onPath.insert(name)
  }

  private mutating func follow(_ inclusion: Inclusion, from name: String) {
    if onPath.contains(inclusion.name) {
      reportCycle(inclusion, from: name)
    } else if let weight = done[inclusion.name] {
      add(weight, for: inclusion, from: name)
    } else if let template = library[inclusion.name] {
      enter(inclusion.name, template)
    }
  }

  private mutating func leave() {
    let step = path.removeLast()
    onPath.remove(step.name)
    done[step.name] = step.weight
    guard let parent = path.last else { return }
    add(step.weight, for: parent.inclusions[parent.next - 1], from: parent.name)
  }

  private mutating func add(_ weight: Weight, for inclusion: Inclusion, from name: String) {
    let wasTooGreat = path[path.count - 1].weight.isTooGreat || weight.isTooGreat
    path[path.count - 1].weight.include(weight)
    if !wasTooGreat, path[path.count - 1].weight.isTooGreat { reportWeight(inclusion, from: name) }
  }

  private mutating func reportCycle(_ inclusion: Inclusion, from name: String) {
    let start = path.firstIndex { $0.name == inclusion.name } ?? 0
    let chain = path[start...].map(\.name) + [inclusion.name]
    diagnostics.add(
      Diagnostic(
        TemplateCode.circularInclusion,
        "Des fichiers s'incluent en rond : \(chain.joined(separator: " → ")).",
        at: library[name]?.place(inclusion.nameRange),
        expected: "des inclusions qui ne reviennent pas à leur point de départ"))
  }

  private mutating func reportWeight(_ inclusion: Inclusion, from name: String) {
    diagnostics.add(
      Diagnostic(
        TemplateCode.tooManyInclusions,
        "Avec « \(inclusion.name) », « \(name) » inclut trop de fichiers.",
        at: library[name]?.place(inclusion.nameRange),
        expected: "\(TemplateLibrary.depthLimit) inclusions emboîtées et"
          + " \(TemplateLibrary.countLimit) fichiers au plus"))
  }
}
