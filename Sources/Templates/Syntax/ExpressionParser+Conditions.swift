import Diagnostics

/// The conditions of `{% si … %}`: `non` binds tightest, then `et`, then `ou`.
extension ExpressionParser {
  mutating func wholeCondition() -> Condition? {
    guard current != nil else {
      report(
        .malformedExpression, nil, "Il manque la condition de « si ».",
        expected: "{% si ps.plafond est publie %}")
      return nil
    }
    guard let condition = alternative(depth: 0),
      expectEnd(expected: "« et », « ou », ou la fin de la balise")
    else { return nil }
    return condition
  }

  private mutating func alternative(depth: Int) -> Condition? {
    guard let terms = terms("ou", { $0.conjunction(depth: depth) }) else { return nil }
    return terms.count == 1 ? terms[0] : .any(terms)
  }

  private mutating func conjunction(depth: Int) -> Condition? {
    guard let terms = terms("et", { $0.negation(depth: depth) }) else { return nil }
    return terms.count == 1 ? terms[0] : .all(terms)
  }

  /// One term or several, with a word between them; nil as soon as one cannot be read.
  private mutating func terms(
    _ word: String, _ read: (inout ExpressionParser) -> Condition?
  ) -> [Condition]? {
    var terms: [Condition] = []
    repeat {
      guard let term = read(&self) else { return nil }
      terms.append(term)
    } while accept(.word(word))
    return terms
  }

  private mutating func negation(depth: Int) -> Condition? {
    var isNegated = false
    while accept(.word("non")) { isNegated.toggle() }
    guard let term = term(depth: depth) else { return nil }
    return isNegated ? .not(term) : term
  }

  private mutating func term(depth: Int) -> Condition? {
    let opening = current
    if accept(.openParenthesis) {
      guard depth < TemplateParser.depthLimit else {
        report(
          .nestingTooDeep, opening, "Trop de parenthèses sont emboîtées dans cette condition.",
          expected: "\(TemplateParser.depthLimit) parenthèses emboîtées au plus")
        return nil
      }
      guard let inner = alternative(depth: depth + 1) else { return nil }
      guard accept(.closeParenthesis) else {
        report(
          .malformedExpression, opening, "Cette parenthèse n'est pas fermée.",
          expected: "« ) » après la condition")
        return nil
      }
      return inner
    }
    guard let path = path(expected: "une condition, comme « ps.plafond est publie »") else {
      return nil
    }
    if accept(.word("est")) { return state(of: path) }
    if accept(.equals) { return comparison(of: path) }
    return .truth(path)
  }

  private mutating func state(of path: Path) -> Condition? {
    let states = ValueState.allCases.map(\.rawValue)
    guard let token = current, let word = token.word else {
      report(
        .malformedExpression, current, "Il manque un état après « \(path.text) est ».",
        expected: FrenchList.alternatives(states))
      return nil
    }
    advance()
    guard let state = ValueState(rawValue: word) else {
      report(
        .unknownState, token, "« \(word) » n'est pas un état d'une donnée.",
        expected: FrenchList.alternatives(states),
        suggestion: FrenchList.nearest(to: word, among: states),
        correction: Suggestion.correction(
          of: word, at: source.place(atUTF8: token.range.lowerBound, length: token.range.count),
          among: states))
      return nil
    }
    return .state(path, state)
  }

  private mutating func comparison(of path: Path) -> Condition? {
    if current?.kind == .equals {
      report(
        .malformedExpression, current, "La comparaison s'écrit avec un seul signe « = ».",
        expected: "\(path.text) = \"…\"")
      advance()
    }
    guard let token = current, case .string(let text) = token.kind else {
      let word = current?.word
      report(
        .malformedExpression, current,
        word == nil
          ? "Il manque un texte entre guillemets droits après « \(path.text) = »."
          : "« \(word ?? "") » n'est pas entre guillemets droits.",
        expected: "\(path.text) = \"\(word ?? "…")\"")
      return nil
    }
    advance()
    return .equals(path, text, literal: token.range)
  }
}
