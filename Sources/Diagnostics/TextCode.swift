/// The codes of what is wrong with the signs of a text, whatever its language.
public enum TextCode: String, CaseIterable, DiagnosticCode {
  case invisibleCharacter = "caractere-invisible"
  case noBreakSpace = "espace-insecable"

  public var explanation: String {
    switch self {
    case .invisibleCharacter:
      "Un caractère invisible, une ligature ou des accents sans fin, souvent collés d'ailleurs, sont à supprimer ou à remplacer."
    case .noBreakSpace:
      "Une espace insécable tient la place d'une espace ordinaire du YAML ou du Markdown."
    }
  }
}
