import Diagnostics
import Facts

/// The names of values: whether they exist, and whether they may be used untested.
extension TemplateCheck {
  /// A value that a path leads to.
  struct Target {
    var type: FactType
    /// The lengths of the beginnings of the path whose value is optional, shortest first.
    var optional: [Int] = []
    /// The same, for those whose value may be pending.
    var pending: [Int] = []
  }

  /// What a path leads to, which is noted for the renderer; nil when a name is unknown, which is
  /// then reported.
  mutating func resolve(_ path: Path) -> Target? {
    guard var (target, start) = resolveFirst(path) else { return nil }
    var steps: [FactPath.Step] = []
    for index in path.parts.indices.dropFirst() {
      guard let inner = target.type.schema else {
        report(notARecord(path, part: index, type: target.type))
        return nil
      }
      guard let step = inner.step(path.parts[index]) else {
        report(unknownField(path, part: index, of: inner))
        return nil
      }
      steps.append(step)
      enter(step.field, length: index + 1, &target)
    }
    accesses[path.number] = Access(start: start, steps: steps)
    return target
  }

  private mutating func resolveFirst(_ path: Path) -> (Target, Access.Start)? {
    let name = path.parts[0]
    if let rank = variables.lastIndex(where: { $0.name == name }) {
      return variables[rank].type.map { (Target(type: $0), .variable(rank)) }
    }
    guard let step = schema.step(name) else {
      report(unknownRoot(path))
      return nil
    }
    var target = Target(type: step.field.type)
    enter(step.field, length: 1, &target)
    return (target, .field(step))
  }

  private func enter(_ field: Field, length: Int, _ target: inout Target) {
    target.type = field.type
    if !field.isAlwaysThere { target.optional.append(length) }
    if field.mayBePending { target.pending.append(length) }
  }

  /// What a path leads to, having checked that all of it is proved to be present.
  mutating func checkUse(of path: Path, knowing known: Knowledge) -> Target? {
    guard let target = resolve(path) else { return nil }
    let isUntested = target.optional.contains { !known.isPresent(path.parts[..<$0]) }
    if isUntested { report(untested(path)) }
    return target
  }

  /// Checks that a list is proved not to be pending: a loop would pass over it in silence.
  mutating func checkPublished(_ path: Path, knowing known: Knowledge) {
    guard var target = resolve(path) else { return }
    target.pending.removeAll { known.isPublished(path.parts[..<$0]) }
    if !target.pending.isEmpty { report(mayBePending(path)) }
  }
}
