import Facts

extension FieldRule {
  /// The rule in words; several for a rule that knows texts.
  ///
  /// - Parameter prefix: of the keys: « accessibilite. ».
  func sentences(prefix: String) -> [String] {
    func code(_ key: String) -> String { "`\(prefix)\(key)`" }
    switch self {
    case .oneForm(let forms, _):
      let words = forms.map { form in
        form.count == 1 ? code(form[0]) : form.map(code).joined(separator: " et/ou ")
      }
      return ["Une seule de ces formes, et une au moins : \(words.joined(separator: " ; "))."]
    case .anyOf(let keys):
      return ["Au moins une de ces clés : \(keys.map(code).joined(separator: ", "))."]
    case .inOrder(let first, let second):
      return ["\(code(second)) n'est pas avant \(code(first))."]
    case .onDay(let key, let days):
      return ["\(code(key)) va avec un jour dans \(days.map(code).alternatives)."]
    case .textFor(let text, let key, let texts):
      let known = texts.pairs.map { "  - `\($0.name)` : \($0.text)" }
      return [
        "\(code(text)) peut manquer si \(code(key)) est un de ces mots, qui ont leur texte :\n"
          + known.joined(separator: "\n")
      ]
    case .needs(let key, let other, let value, _, _):
      return ["\(code(key)) est obligatoire, sauf si \(code(other)) vaut `\(value)`."]
    case .never(let key, let words, _):
      return ["\(code(key)) n'est jamais \(words.map { "`\($0)`" }.alternatives)."]
    }
  }
}
