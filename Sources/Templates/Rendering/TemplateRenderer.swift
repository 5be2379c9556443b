public import Diagnostics
public import Facts

/// Turns checked templates and facts into text.
public struct TemplateRenderer: Sendable {
  public let library: TemplateLibrary

  public init(library: TemplateLibrary) { self.library = library }

  /// Renders a template with the root values.
  ///
  /// It never fails on a template that `TemplateChecker` and `TemplateLibrary.checkCycles` have
  /// accepted, with a record that follows the checker's schema; anything else is a bug of ours.
  public func render(_ template: Template, with record: Record) -> RenderedText {
    RenderedText(rendering(of: template, with: record, isMapped: true), of: template)
  }

  /// The same in bytes, without the map, for what nobody reads messages about.
  ///
  /// **Errors**: `gabarit-trop-lourd`.
  public func bytes(
    _ template: Template, with record: Record, diagnostics: inout DiagnosticList
  ) -> [UInt8] {
    let rendering = rendering(of: template, with: record, isMapped: false)
    if let excess = rendering.excess { diagnostics.add(excess) }
    return rendering.output.output
  }

  private func rendering(
    of template: Template, with record: Record, isMapped: Bool
  ) -> Rendering {
    var rendering = Rendering(
      library, record, OutputBuilder(format: template.format, isMapped: isMapped))
    rendering.render(template)
    rendering.output.finish()
    return rendering
  }
}

/// The rendering of one template with all that it includes.
struct Rendering {
  let library: TemplateLibrary
  let root: Record
  var output: OutputBuilder
  /// The codes that the template cites and the facts do not have.
  private(set) var unknownCodes: [RenderedText.UnknownCode] = []
  /// The items of the loops around, the outermost first.
  private var variables: [Fact] = []
  /// Where the paths of the template lead.
  private var accesses: [Access] = []
  private var depth = 0
  /// How many parts were gone over.
  private var steps = 0
  /// What the innermost loop of the template goes over.
  private var loop: Range<Int>?
  /// Why the rendering stopped before its end: what the templates repeat is bounded.
  private(set) var excess: Diagnostic?

  init(_ library: TemplateLibrary, _ root: Record, _ output: OutputBuilder) {
    self.library = library
    self.root = root
    self.output = output
  }

  mutating func render(_ template: Template) {
    precondition(depth <= TemplateLibrary.depthLimit, "inclusions were not checked for circles")
    precondition(
      template.accesses.count == template.pathCount, "\(template.source.path) was not checked")
    let (outerAccesses, outerVariables, outerLoop) = (accesses, variables, loop)
    accesses = template.accesses
    variables = []
    loop = nil
    depth += 1
    output.enter(template)
    render(template.nodes, of: template)
    output.leave()
    depth -= 1
    (accesses, variables, loop) = (outerAccesses, outerVariables, outerLoop)
  }

  private mutating func render(_ nodes: [TemplateNode], of template: Template) {
    for node in nodes {
      steps += 1
      guard excess == nil else { return }
      guard steps <= TemplateLibrary.stepLimit, output.output.count <= output.limit else {
        excess = .tooMuchWork(steps, at: template.place(loop ?? 0..<1))
        return
      }
      switch node {
      case .text(let range): output.appendText(range)
      case .insertion(let insertion): insert(insertion, of: template)
      case .condition(let block):
        render(holds(block.condition) ? block.whenTrue : block.whenFalse, of: template)
      case .loop(let loop): render(loop, of: template)
      case .inclusion(let inclusion): include(inclusion)
      }
    }
  }

  private mutating func render(_ loop: Loop, of template: Template) {
    guard case .list(let items)? = value(at: loop.path) else {
      preconditionFailure("\(template.source.path): \(loop.path.text) is no list")
    }
    let outer = self.loop
    self.loop = loop.path.range
    for item in items where excess == nil {
      steps += 1
      variables.append(item)
      render(loop.body, of: template)
      variables.removeLast()
    }
    self.loop = outer
  }

  private mutating func include(_ inclusion: Inclusion) {
    guard let included = library[inclusion.name] else {
      preconditionFailure("\(inclusion.name) is not in the library")
    }
    output.beginInclusion(inclusion)
    render(included)
    output.endInclusion(inclusion)
  }

  private mutating func insert(_ insertion: Insertion, of template: Template) {
    guard let value = value(at: insertion.path) else {
      preconditionFailure("\(template.source.path): \(insertion.path.text) is absent")
    }
    steps += insertion.filters.count
    noteUnknownCode(insertion, of: value, in: template)
    output.insert(
      Rendering.inserted(value, insertion.filters), tag: insertion.tag,
      context: insertion.context, place: output.isMapped ? fact(at: insertion.path)?.place : nil)
  }

  private mutating func noteUnknownCode(
    _ insertion: Insertion, of value: Value, in template: Template
  ) {
    guard let call = insertion.filters.first, let argument = call.arguments.first,
      call.filter?.arguments.first?.meaning == .code, value.isKnown,
      Filter.element(argument.text, of: value) == nil
    else { return }
    let codes = (value.items ?? []).compactMap(\.value.record).flatMap(Filter.codes)
    unknownCodes.append(
      RenderedText.UnknownCode(
        code: argument.text, path: insertion.path.text, place: template.place(argument.range),
        known: codes))
  }

  private static func inserted(_ value: Value, _ filters: [FilterCall]) -> InsertedValue {
    if case .pending(let pending) = value { return .text(text(of: pending, filters)) }
    var value = value
    for call in filters {
      guard let filter = call.filter else { preconditionFailure("\(call.name) is no filter") }
      value = .text(filter.apply(value, call.arguments.map(\.text)))
    }
    return InsertedValue(value)
  }

  /// A name that waits stands in its sentence between quotation marks: « de « à compléter » ».
  private static func text(of pending: Pending, _ filters: [FilterCall]) -> String {
    let text = FrenchFormat.text(of: pending)
    guard let filter = filters.first?.filter, filter.operands.contains(.name) else { return text }
    let quoted = "«\u{A0}\(text)\u{A0}»"
    return filter.operands == [.text, .name]
      ? text : filter.apply(.name(Name(article: .none, noun: quoted)), [])
  }

  // MARK: Values

  /// The fact at a path: nil when it or a record on the way is absent, a pending one when one of
  /// them is pending.
  private func fact(at path: Path) -> Fact? {
    let access = accesses[path.number]
    var found: Fact? =
      switch access.start {
      case .variable(let rank): variables[rank]
      case .field(let step): root[step]
      }
    for step in access.steps {
      switch found?.value {
      case .pending: return found
      case .record(let record): found = record[step]
      default: return nil
      }
    }
    return found
  }

  /// Its value alone: most of what a template reads needs nothing else of a fact.
  private func value(at path: Path) -> Value? {
    let access = accesses[path.number]
    var found: Value? =
      switch access.start {
      case .variable(let rank): variables[rank].value
      case .field(let step): root.value(step)
      }
    for step in access.steps {
      switch found {
      case .pending: return found
      case .record(let record): found = record.value(step)
      default: return nil
      }
    }
    return found
  }

  private mutating func holds(_ condition: Condition) -> Bool {
    steps += 1
    switch condition {
    case .state(let path, let state): return isIn(state, value(at: path))
    case .equals(let path, let literal, _):
      return Rendering.equals(value(at: path), literal)
    case .truth(let path): return value(at: path) == .boolean(true)
    case .not(let inner): return !holds(inner)
    case .all(let terms):
      for term in terms where !holds(term) { return false }
      return true
    case .any(let terms):
      for term in terms where holds(term) { return true }
      return false
    }
  }

  private func isIn(_ state: ValueState, _ value: Value?) -> Bool {
    switch (state, value) {
    case (.published, nil), (.published, .pending), (.published, .list([])): false
    case (.published, _): true
    case (.absent, _): value == nil
    case (.empty, nil), (.empty, .list([])), (.empty, .text("")): true
    case (.toBePublished, .pending(.toBePublished)): true
    case (.toBeConfirmed, .pending(.toBeConfirmed)): true
    case (.toBeCompleted, .pending(.toBeCompleted)): true
    default: false
    }
  }

  private static func equals(_ value: Value?, _ literal: String) -> Bool {
    switch value {
    case .text(let text): text == literal
    case .name(let name): name == Name(literal)
    case .schoolYear(let year): year == SchoolYear(literal)
    default: false
    }
  }
}

extension Diagnostic {
  fileprivate static func tooMuchWork(_ steps: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      TemplateCode.tooMuchWork,
      steps > TemplateLibrary.stepLimit
        ? "Les boucles et les inclusions font plus d'un million d'étapes."
        : "Les boucles et les inclusions font un texte trop long.",
      at: place, expected: "moins de boucles l'une dans l'autre")
  }
}
