import Facts

/// Conditions: whether they make sense, and what they prove.
extension TemplateCheck {
  struct Outcome {
    var whenTrue = Knowledge.nothing
    var whenFalse = Knowledge.nothing
  }

  mutating func check(_ condition: Condition, knowing known: Knowledge) -> Outcome {
    switch condition {
    case .state(let path, let state): return check(path, state)
    case .equals(let path, let literal, let range):
      checkComparison(path, literal, range, knowing: known)
      return Outcome(whenTrue: .published(path))
    case .truth(let path):
      if let target = checkUse(of: path, knowing: known), target.type != .boolean {
        report(notACondition(path, target.type))
      }
      return Outcome(whenTrue: .published(path))
    case .not(let inner):
      let outcome = check(inner, knowing: known)
      return Outcome(whenTrue: outcome.whenFalse, whenFalse: outcome.whenTrue)
    case .all(let terms): return checkAll(terms, knowing: known)
    case .any(let terms): return checkAny(terms, knowing: known)
    }
  }

  private mutating func check(_ path: Path, _ state: ValueState) -> Outcome {
    guard let target = resolve(path) else { return Outcome() }
    switch state {
    case .published: return Outcome(whenTrue: .published(path))
    case .absent: return Outcome(whenFalse: .present(path))
    case .empty:
      if case .list = target.type {
      } else if target.type != .text {
        report(neverEmpty(path, target.type))
      }
      return Outcome(whenFalse: .present(path))
    case .toBePublished, .toBeConfirmed, .toBeCompleted: return Outcome(whenTrue: .present(path))
    }
  }

  /// Each term is checked knowing that those before it hold. All may hold, or the first that does
  /// not decides.
  private mutating func checkAll(_ terms: [Condition], knowing known: Knowledge) -> Outcome {
    var holding = Knowledge.nothing
    var failing: Knowledge?
    for term in terms {
      let outcome = check(term, knowing: known.union(holding))
      let here = holding.union(outcome.whenFalse)
      failing?.formIntersection(here)
      failing = failing ?? here
      holding.formUnion(outcome.whenTrue)
    }
    return Outcome(whenTrue: holding, whenFalse: failing ?? .nothing)
  }

  private mutating func checkAny(_ terms: [Condition], knowing known: Knowledge) -> Outcome {
    var failing = Knowledge.nothing
    var holding: Knowledge?
    for term in terms {
      let outcome = check(term, knowing: known.union(failing))
      let here = failing.union(outcome.whenTrue)
      holding?.formIntersection(here)
      holding = holding ?? here
      failing.formUnion(outcome.whenFalse)
    }
    return Outcome(whenTrue: holding ?? .nothing, whenFalse: failing)
  }

  private mutating func checkComparison(
    _ path: Path, _ literal: String, _ range: Range<Int>, knowing known: Knowledge
  ) {
    guard let target = checkUse(of: path, knowing: known) else { return }
    switch target.type {
    case .text, .name: break
    case .identifier:
      if !TemplateCheck.isIdentifier(literal) { report(neverIdentifier(path, literal, range)) }
    case .schoolYear:
      if SchoolYear(literal) == nil { report(neverSchoolYear(path, literal, range)) }
    case .choice(let choices):
      if !choices.contains(literal) { report(unknownChoice(path, literal, range, choices)) }
    default: report(notComparable(path, target.type))
    }
  }

  private static func isIdentifier(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || Bytes.isDigit($0) || $0 == UInt8(ascii: "-")
      }
  }
}
