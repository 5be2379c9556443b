public import Diagnostics
public import Facts

/// Checks templates against the schema of their root values, before anything is rendered.
///
/// Every name, type, filter, comparison and inclusion is checked, in branches not taken too. A file
/// is checked once, alone: what it includes sees the root values only.
public struct TemplateChecker: Sendable {
  public let schema: Schema

  public init(schema: Schema) { self.schema = schema }

  /// Reports all that is wrong with a template; the library says which names it can include.
  ///
  /// **Errors**: all of `TemplateCode` that are not of syntax, but circles of inclusions, which
  /// `TemplateLibrary.checkCycles` tells.
  ///
  /// - Returns: the template, ready to be rendered with records of the schema if it had no error.
  @discardableResult
  public func check(
    _ template: Template, library: TemplateLibrary, diagnostics: inout DiagnosticList
  ) -> Template {
    var check = TemplateCheck(template: template, schema: schema, library: library)
    check.check(template.nodes, knowing: .nothing)
    diagnostics.add(contentsOf: check.faults.list)
    var checked = template
    checked.accesses = check.accesses.compactMap(\.self)
    return checked
  }
}

/// The check of one template.
struct TemplateCheck {
  struct Variable {
    var name: String
    /// Nil when the list itself was wrong: no more is told of its items.
    var type: FactType?
  }

  let template: Template
  let schema: Schema
  let library: TemplateLibrary
  var variables: [Variable] = []
  /// Where each path leads, by its number.
  var accesses: [Access?]
  private(set) var faults = FaultList()

  init(template: Template, schema: Schema, library: TemplateLibrary) {
    self.template = template
    self.schema = schema
    self.library = library
    accesses = Array(repeating: nil, count: template.pathCount)
  }

  mutating func check(_ nodes: [TemplateNode], knowing known: Knowledge) {
    for node in nodes where !faults.isFull {
      switch node {
      case .text: break
      case .insertion(let insertion): check(insertion, knowing: known)
      case .condition(let block):
        let outcome = check(block.condition, knowing: known)
        check(block.whenTrue, knowing: known.union(outcome.whenTrue))
        check(block.whenFalse, knowing: known.union(outcome.whenFalse))
      case .loop(let loop): check(loop, knowing: known)
      case .inclusion(let inclusion): check(inclusion)
      }
    }
  }

  private mutating func check(_ loop: Loop, knowing known: Knowledge) {
    let type = checkUse(of: loop.path, knowing: known)
    var item: FactType?
    if case .list(let element)? = type?.type {
      item = element
      checkPublished(loop.path, knowing: known)
    } else if let type {
      report(notAList(loop.path, type.type))
    }
    let isHiding = schema[loop.variable] != nil || variables.contains { $0.name == loop.variable }
    if isHiding { report(hiding(loop)) }
    variables.append(Variable(name: loop.variable, type: isHiding ? nil : item))
    var inner = known
    inner.forget(loop.variable)
    check(loop.body, knowing: inner)
    variables.removeLast()
  }

  private mutating func check(_ inclusion: Inclusion) {
    guard let included = library[inclusion.name] else {
      report(unknownInclusion(inclusion))
      return
    }
    if included.format != template.format { report(otherFormat(inclusion, included.format)) }
  }

  mutating func report(_ diagnostic: Diagnostic) { faults.add(diagnostic) }
}
