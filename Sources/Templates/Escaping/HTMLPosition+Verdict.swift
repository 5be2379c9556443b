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
    case .insideTag, .afterBlock, .attributeName, .afterAttributeName:
      .refused(place: "une balise HTML, hors d'un attribut", expected: quoted)
    case .comment: .refused(place: "un commentaire HTML", expected: text)
    case .markup, .declaration: .refused(place: "une déclaration HTML", expected: text)
    case .escapable where isPlainText: .allowed(.htmlText)
    case .raw, .escapable:
      .refused(place: "un élément « \(Bytes.string(element)) »", expected: text)
    }
  }

  /// What holds a page, a style, or an address within a style: `url(…)`.
  private static let codeAttributes: Set<String> = [
    "clip-path", "cursor", "fill", "filter", "marker-end", "marker-mid", "marker-start", "mask",
    "srcdoc", "stroke", "style",
  ]

  private func attributeVerdict(expected: String) -> Verdict {
    let name = Bytes.string(attribute)
    let isCode = name.hasPrefix("on") || HTMLPosition.codeAttributes.contains(name)
    if isCode || address.followsDelay {
      return .refused(place: "l'attribut « \(name) »", expected: expected)
    }
    return switch address {
    case .begun, .rooted, .site: .allowed(.htmlAddress)
    case .unsafe(let scheme):
      .refused(
        place: "une adresse « \(Bytes.string(scheme)): »", expected: "une adresse https ou du site")
    case .none, .sought, .open: .allowed(.htmlAttribute)
    }
  }
}
