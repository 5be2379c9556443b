import Diagnostics
import Facts
import Text

/// The sentences of the parser.
extension TemplateParser {
  func tooDeep(_ piece: TemplatePiece) -> Diagnostic {
    Diagnostic(
      TemplateCode.nestingTooDeep,
      "Ce bloc est emboîté dans \(TemplateParser.depthLimit) autres, ce qui est trop.",
      at: place(piece.range), expected: "\(TemplateParser.depthLimit) blocs emboîtés au plus")
  }

  func elseOutside(_ piece: TemplatePiece, within keyword: Keyword?) -> Diagnostic {
    let whereIs = keyword.map { "dans un bloc « \($0.rawValue) »" } ?? "hors de tout bloc"
    return Diagnostic(
      TemplateCode.misplacedElse, "« {% sinon %} » est placé \(whereIs).", at: place(piece.range),
      expected: "« {% sinon %} » à l'intérieur d'un bloc « si »")
  }

  func secondElse(_ piece: TemplatePiece, of tag: Range<Int>) -> Diagnostic {
    Diagnostic(
      TemplateCode.misplacedElse,
      "Le bloc « \(text(tag)) » de la ligne \(source.lineNumber(atUTF8: tag.lowerBound))"
        + " a déjà un « {% sinon %} ».",
      at: place(piece.range), expected: "un seul « {% sinon %} » par bloc « si »")
  }

  func endWithoutBlock(_ piece: TemplatePiece) -> Diagnostic {
    Diagnostic(
      TemplateCode.endWithoutBlock, "« {% fin %} » ne ferme aucun bloc.", at: place(piece.range),
      expected: "un « {% fin %} » pour chaque bloc « si », « pour » ou « brut »")
  }

  func unclosedBlock(_ frame: Frame) -> Diagnostic {
    Diagnostic(
      TemplateCode.unclosedBlock, "Le bloc « \(text(frame.tag)) » n'est pas fermé.",
      at: place(frame.tag), expected: "« {% fin %} » à la fin du bloc")
  }

  func refusedInsertion(_ piece: TemplatePiece, in where: String, expected: String) -> Diagnostic {
    Diagnostic(
      TemplateCode.htmlContext, "« \(text(piece.range)) » est inséré dans \(`where`).",
      at: place(piece.range), expected: expected)
  }

  func misplacedInclusion(_ piece: TemplatePiece) -> Diagnostic {
    Diagnostic(
      TemplateCode.htmlContext,
      "« \(text(piece.range)) » est placé à l'intérieur d'une balise HTML.",
      at: place(piece.range), expected: "une inclusion dans le texte de la page")
  }

  func divergingBranches(_ frame: Frame) -> Diagnostic {
    let what = frame.keyword == .loop ? "la boucle" : "la condition"
    return Diagnostic(
      TemplateCode.htmlContext,
      "\(FrenchFormat.capitalized(what)) « \(text(frame.tag)) »"
        + " ouvre une balise ou un attribut HTML sans le fermer.",
      at: place(frame.tag), expected: "des balises et des attributs HTML entiers dans \(what)")
  }

  func doubtful(_ doubt: HTMLPosition.Doubt, at offset: Int) -> Diagnostic {
    Diagnostic(
      TemplateCode.htmlContext, doubt.message, at: source.place(atUTF8: offset),
      expected: doubt.expected)
  }

  func endsInsideMarkup() -> Diagnostic {
    Diagnostic(
      TemplateCode.htmlContext, "Le fichier se termine à l'intérieur d'une balise HTML.",
      at: source.place(atUTF8: max(0, bytes.count - 1)),
      expected: "« > » à la fin de la dernière balise")
  }

  private func place(_ range: Range<Int>) -> Place {
    source.place(atUTF8: range.lowerBound, length: range.count)
  }

  /// A tag as it is written, on one line, cut when it is long.
  private func text(_ range: Range<Int>) -> String { TemplateParser.excerpt(bytes, range) }

  static func excerpt(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    let text = Bytes.string(bytes[range].prefix(400)).split(whereSeparator: \.isNewline)
      .joined(separator: " ")
    return text.shortened(to: 60)
  }
}
