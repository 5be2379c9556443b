public import Diagnostics
import Text

/// The faults of a prepared document as diagnostics in French.
///
/// - Parameters:
///   - locate: the place of a position in the file that its author wrote, and the inclusions that led
///     to it, nearest first.
///   - written: the same range in the author's file, where all of it was written there.
public func problems(
  in document: Document, locate: (Position) -> (place: Place, includedFrom: [Place]),
  written: (Position) -> (source: SourceText, place: Place)? = { _ in nil }
) -> [Diagnostic] {
  var counts: [Int: Int] = [:]
  return document.faults.map { fault in
    let (place, includedFrom) = locate(fault.position)
    var diagnostic = fault.kind.diagnostic(at: place)
    diagnostic.includedFrom = includedFrom
    counts[fault.position.text, default: 0] += 1
    // What is past the limit is counted only.
    guard fault.kind.isProofreading, counts[fault.position.text, default: 0] <= DiagnosticList.limit
    else { return diagnostic }
    let words = written(fault.position)
    if let words { diagnostic.place = words.place }
    guard let text = fault.correction else { return diagnostic }
    diagnostic.suggestion = text
    if let (source, place) = words {
      let correction = Correction(
        place, with: text, isCertain: fault.kind.hasCertainCorrection)
      diagnostic.correction = correction
      diagnostic.suggestion = source.suggestion(of: correction)
    }
    return diagnostic
  }
}

extension Fault.Kind {
  fileprivate func diagnostic(at place: Place) -> Diagnostic {
    switch self {
    case .html(let html): htmlDiagnostic(html, at: place)
    case .unsafeAddress(let address, let isImage):
      Diagnostic(
        MarkdownCode.unsafeAddress,
        "\(isImage ? "L'image vient d'une" : "Le lien mène à une") adresse qui n'est pas permise : « \(shortened(address)) ».",
        at: place,
        expected:
          "une adresse https, http, mailto ou tel, un chemin du site, ou un renvoi « #section »",
        suggestion: (Address.withWholeScheme(address)
          ?? (address.hasPrefix("//") ? "https:\(address)" : nil)).map(shortened))
    case .linkWithoutText(let address):
      Diagnostic(
        MarkdownCode.linkWithoutText, "Le lien vers « \(shortened(address)) » n'a pas de texte.",
        at: place, expected: "le texte du lien entre les crochets")
    case .imageWithoutText(let address):
      Diagnostic(
        MarkdownCode.imageWithoutText,
        "L'image « \(shortened(address)) » n'a pas de texte de remplacement.", at: place,
        severity: .warning, expected: "ce que l'image apprend au lecteur, entre les crochets")
    case .tableWithoutCaption:
      Diagnostic(
        MarkdownCode.tableWithoutCaption, "Le tableau n'a pas de titre.", at: place,
        expected: "un paragraphe « Tableau : … » juste avant le tableau")
    case .captionWithoutTable(let caption):
      Diagnostic(
        MarkdownCode.captionWithoutTable,
        "Le titre de tableau « \(shortened(caption)) » n'est suivi d'aucun tableau.", at: place,
        expected: "un tableau juste après ce paragraphe")
    case .unknownNote(let label, let known):
      Diagnostic(
        MarkdownCode.unknownNote,
        "Le renvoi « [^\(label)] » ne désigne aucune note de bas de page.", at: place,
        expected: "une ligne « [^\(label)]: … » dans le même texte",
        suggestion: Suggestion.nearest(to: label, among: known).map { "[^\($0)]" })
    case .duplicateNote(let label):
      Diagnostic(
        MarkdownCode.duplicateNote, "La note de bas de page « [^\(label)] » est écrite deux fois.",
        at: place, expected: "un nom différent pour chaque note")
    case .unusedNote(let label):
      Diagnostic(
        MarkdownCode.unusedNote,
        "La note de bas de page « [^\(label)] » n'est appelée nulle part.", at: place,
        expected: "un renvoi « [^\(label)] » dans le même texte")
    case .skippedLevel(let found, let expected):
      Diagnostic(
        MarkdownCode.skippedLevel,
        "Le titre est de niveau \(found) alors que le précédent est de niveau \(expected - 1).",
        at: place, expected: "un titre de niveau \(expected) au plus",
        suggestion: String(repeating: "#", count: expected))
    case .emptyHeading:
      Diagnostic(
        MarkdownCode.emptyHeading, "Le titre est vide.", at: place,
        expected: "le texte du titre après les dièses")
    case .invalidIdentifier(let identifier):
      Diagnostic(
        MarkdownCode.invalidIdentifier,
        "L'identifiant « \(shortened(identifier)) » n'est pas valable.", at: place,
        expected: "des minuscules sans accent, des chiffres et des tirets, une lettre d'abord",
        suggestion: "{#\(Slug.make(identifier))}")
    case .duplicateIdentifier(let identifier):
      Diagnostic(
        MarkdownCode.duplicateIdentifier,
        "L'identifiant « \(shortened(identifier)) » est déjà pris.", at: place,
        expected: "un identifiant différent pour chaque titre")
    case .unknownCallout(let word):
      Diagnostic(
        MarkdownCode.unknownCallout, "L'encadré a un genre inconnu : « \(shortened(word)) ».",
        at: place, expected: "IMPORTANT, NOTE, CONSEIL ou ATTENTION",
        suggestion: Suggestion.nearest(to: word, among: Callout.Kind.words.map(\.key)).map {
          "[!\($0)]"
        })
    case .textAfterCallout(let word):
      Diagnostic(
        MarkdownCode.unknownCallout, "Du texte suit « [!\(word)] » sur la même ligne.", at: place,
        expected: "le genre seul sur sa ligne, le texte à la ligne suivante")
    case .emptyCallout(let word):
      Diagnostic(
        MarkdownCode.unknownCallout, "L'encadré « [!\(word)] » est vide.", at: place,
        expected: "« > » devant le texte de l'encadré, à la ligne suivante")
    case .levelTooHigh, .levelTooLow, .underlinedHeading: headingDiagnostic(at: place)
    case .extraCell, .listInCell, .lineInTable, .brokenTable, .tableWithoutRule:
      tableDiagnostic(at: place)
    case .marksLeft, .backtickLeft, .backslashLeft, .linkLeft, .addressLeft, .boxLeft, .braceLeft,
      .nameLeft, .shortcodeLeft, .anchorLeft:
      leftoverDiagnostic(at: place)
    case .emptyAddress, .addressWithoutScheme, .spaceInAddress, .foreignImage:
      addressDiagnostic(at: place)
    case .invisible(let sign): .invisible(sign, at: place)
    case .tooDeep:
      Diagnostic(
        MarkdownCode.tooDeep, "Le texte est imbriqué sur plus de \(MarkdownLimits.depth) niveaux.",
        at: place, expected: "\(MarkdownLimits.depth) niveaux au plus")
    case .tooLong(let found):
      Diagnostic(
        MarkdownCode.tooLong, "Le texte compte \(found) octets.", at: place,
        expected: "\(MarkdownLimits.bytes) octets au plus")
    case .tooCostly(let cost):
      Diagnostic(MarkdownCode.tooCostly, cost.message, at: place, expected: "un texte plus simple")
    }
  }

  private func htmlDiagnostic(_ html: String, at place: Place) -> Diagnostic {
    let isComment = html.hasPrefix("<!--")
    let tag = html.lowercased().drop { "</".contains($0) }.prefix { $0.isLetter || $0.isNumber }
    return Diagnostic(
      MarkdownCode.rawHTML,
      isComment
        ? "Le texte contient un commentaire HTML : « \(shortened(html)) »."
        : "Le texte contient du HTML brut : « \(shortened(html)) ».",
      at: place,
      expected: isComment
        ? "un commentaire de gabarit {# … #}"
        : Fault.Kind.markdown[String(tag)] ?? "du Markdown seul")
  }

  /// What is written instead of the tags that people know.
  private static let markdown = [
    "br": "une ligne vide ou, dans une case de tableau, « \\\\ » entre deux espaces",
    "b": "« **mots** » pour du gras", "strong": "« **mots** » pour du gras",
    "i": "« *mots* » pour de l'italique", "em": "« *mots* » pour de l'italique",
    "u": "« **mots** » pour du gras : le site ne souligne que les liens",
    "a": "« [texte](adresse) » pour un lien",
    "li": "« - » et une espace devant chaque élément",
    "ul": "« - » et une espace devant chaque élément",
    "ol": "« 1. » et une espace devant chaque élément",
    "sup": "« 1er », « 2e » sans balise",
    "table": "une ligne par ligne du tableau, ses cases entre des barres « | »",
  ]

  /// The value found, on one line and short enough for a message.
  func shortened(_ text: String) -> String {
    // A text of a megabyte is cut first: only its beginning is looked at.
    String(text.unicodeScalars.prefix(400)).prefix { !$0.isNewline }.shortened(to: 60)
  }
}

extension MarkdownLimits.Cost {
  fileprivate var message: String {
    switch self {
    case .cells: "Les tableaux du texte ont plus de \(MarkdownLimits.cells) cases."
    case .items: "Les listes du texte ont plus de \(MarkdownLimits.items) éléments."
    case .references: "Les renvois du texte répètent trop longuement leurs définitions."
    case .declarations: "Le texte contient trop de « <? » ou de « <! »."
    case .mailAddresses: "Une ligne du texte contient trop d'adresses électroniques."
    case .brackets: "Un paragraphe contient trop de crochets de liens et d'images."
    case .marks: "Un paragraphe contient trop de marques « * », « _ » et « ~ »."
    case .accents: "Un paragraphe contient trop d'accents qui ne sont pas sur une lettre."
    }
  }
}
