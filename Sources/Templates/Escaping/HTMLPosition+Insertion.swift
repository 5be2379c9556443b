/// Whether a value may be inserted where the position is.
extension HTMLPosition {
  enum Verdict {
    case allowed(InsertionContext)
    /// The place, named in French after « dans ».
    case refused(place: String, expected: String)
  }

  var verdict: Verdict {
    let quoted = "un attribut entre guillemets : attribut=\"{{ … }}\""
    let text = "une insertion dans le texte de la page ou dans un attribut entre guillemets"
    return switch state {
    case .text: .allowed(.htmlText)
    case .value: attributeVerdict(expected: text)
    case .beforeValue, .unquotedValue:
      .refused(place: "un attribut sans guillemets", expected: quoted)
    case .tagOpen, .endTagOpen, .tagName: .refused(place: "un nom de balise HTML", expected: text)
    case .insideTag, .attributeName, .afterAttributeName:
      .refused(place: "une balise HTML, hors d'un attribut", expected: quoted)
    case .comment: .refused(place: "un commentaire HTML", expected: text)
    case .markup, .declaration: .refused(place: "une déclaration HTML", expected: text)
    case .raw: .refused(place: "un élément « \(Bytes.string(element)) »", expected: text)
    }
  }

  private func attributeVerdict(expected: String) -> Verdict {
    let name = Bytes.string(attribute)
    let isCode = name.hasPrefix("on") || name == "style" || name == "srcdoc"
    return isCode
      ? .refused(place: "l'attribut « \(name) »", expected: expected) : .allowed(.htmlAttribute)
  }
}
