import Diagnostics
import Text

/// What is said of Markdown that reads otherwise than its author thinks.
extension Fault.Kind {
  /// Whether the text reads otherwise than its author thinks, and can yet be published.
  var isProofreading: Bool {
    switch self {
    case .levelTooHigh, .levelTooLow, .underlinedHeading, .extraCell, .listInCell, .lineInTable,
      .brokenTable, .tableWithoutRule, .marksLeft, .backtickLeft, .backslashLeft, .linkLeft,
      .addressLeft, .boxLeft, .braceLeft, .nameLeft, .shortcodeLeft, .anchorLeft, .emptyAddress,
      .addressWithoutScheme, .spaceInAddress, .foreignImage, .invisible:
      true
    default: false
    }
  }

  /// Whether nothing else than the correction can be meant.
  var hasCertainCorrection: Bool {
    switch self {
    case .marksLeft, .linkLeft, .addressLeft, .emptyAddress, .addressWithoutScheme: true
    default: false
    }
  }

  func headingDiagnostic(at place: Place) -> Diagnostic {
    if case .levelTooLow(let found) = self {
      return Diagnostic(
        MarkdownCode.skippedLevel,
        "Le titre est de niveau \(found) : les pages n'en montrent que jusqu'au niveau "
          + "\(Heading.lowestLevel).", at: place,
        expected: "« \(String(repeating: "#", count: Heading.lowestLevel)) » au plus, ou du gras")
    }
    guard case .levelTooHigh(let found, let expected, let underlined) = self else {
      return Diagnostic(
        MarkdownCode.underlinedHeading,
        "La ligne de tirets fait un titre de ce qui la précède.", at: place, severity: .warning,
        expected: "« ## » devant un titre, ou une ligne vide avant un trait de séparation",
        suggestion: words.map { "## \($0)" })
    }
    let reason =
      found == 1
      ? "il n'y a qu'un titre de niveau 1, celui de la page"
      : "il prendrait avec lui les sections qui suivent"
    return Diagnostic(
      MarkdownCode.skippedLevel,
      underlined != nil
        ? "La ligne de signes « = » ou « - » fait de ce qui la précède un titre de niveau \(found)."
        : "Le titre est de niveau \(found) : \(reason).", at: place,
      expected: "un titre de niveau \(expected) à 4, par exemple "
        + "« \(String(repeating: "#", count: expected)) Titre »"
        + (underlined != nil ? ", ou une ligne vide avant ces signes" : ""),
      suggestion: underlined.map { "\(String(repeating: "#", count: expected)) \($0)" })
  }

  func tableDiagnostic(at place: Place) -> Diagnostic {
    switch self {
    case .extraCell(let cell, let columns):
      Diagnostic(
        MarkdownCode.extraCell,
        "La case « \(shortened(cell)) » est de trop : elle ne serait pas publiée.", at: place,
        expected:
          "\(cells(columns)), comme la ligne de titre ; « \\| » écrit une barre dans une case")
    case .listInCell:
      Diagnostic(
        MarkdownCode.typographicBullet, "La case contient une liste, qui paraîtrait telle quelle.",
        at: place, severity: .warning,
        expected: "« \\\\ » entre deux éléments, avec un tiret ou un numéro devant chacun")
    case .lineInTable(let line) where line.hasPrefix("Tableau"):
      Diagnostic(
        MarkdownCode.lineInTable,
        "Le titre « \(shortened(line)) » est collé à un tableau, qui le prend pour une de ses lignes.",
        at: place, expected: "une ligne vide avant le titre, et une autre après lui")
    case .lineInTable(let line):
      Diagnostic(
        MarkdownCode.lineInTable,
        "La ligne « \(shortened(line)) » est prise pour une ligne du tableau qui la précède.",
        at: place, expected: "une ligne vide après le tableau")
    case .brokenTable(let found, let header):
      Diagnostic(
        MarkdownCode.brokenTable,
        "Le tableau n'en est pas un : sa ligne de tirets a \(cells(found)), son titre \(cells(header)).",
        at: place, expected: "autant de cases dans les deux lignes")
    case .tableWithoutRule(let columns):
      Diagnostic(
        MarkdownCode.brokenTable, "Le tableau n'a pas de ligne de tirets sous son titre.",
        at: place,
        expected: "« \(TreeBuilder.rule(of: columns)) » entre le titre et cette ligne")
    default: preconditionFailure("no fault of a table")
    }
  }

  func leftoverDiagnostic(at place: Place) -> Diagnostic {
    switch self {
    case .marksLeft(let marks, let isPair):
      Diagnostic(
        MarkdownCode.marksLeft,
        isPair
          ? "Les signes « \(marks) » paraîtraient tels quels autour de ces mots."
          : "Les signes « \(marks) » paraîtraient tels quels.",
        at: place, severity: isPair && marks.utf8.count > 1 ? .error : .warning,
        expected: "les signes collés aux mots, une espace ou une ponctuation autour ; "
          + "« \\\(marks.prefix(1)) » écrit le signe lui-même")
    case .backtickLeft:
      Diagnostic(
        MarkdownCode.marksLeft, "Le signe « ` » paraîtrait tel quel.", at: place,
        severity: .warning,
        expected: "une apostrophe, ou un second « ` » après les mots")
    case .backslashLeft:
      Diagnostic(
        MarkdownCode.marksLeft, "La barre inverse « \\ » paraîtrait telle quelle.", at: place,
        severity: .warning,
        expected:
          "dans la case d'un tableau, « \\\\ » entre deux espaces pour passer à la ligne ; ailleurs, "
          + "une ligne vide")
    case .linkLeft:
      Diagnostic(
        MarkdownCode.brokenLink, "Le lien n'en est pas un : ses crochets paraîtraient tels quels.",
        at: place, expected: "[texte](adresse), sans espace entre « ] » et « ( » ni dans l'adresse")
    case .addressLeft(let address):
      Diagnostic(
        MarkdownCode.addressWithoutScheme,
        "L'adresse « \(shortened(address)) » paraîtrait telle quelle, sans lien.", at: place,
        expected: "« https:// » devant l'adresse d'un autre site")
    case .boxLeft:
      Diagnostic(
        MarkdownCode.brokenLink, "Les crochets paraîtraient tels quels.", at: place,
        expected:
          "« - [ ] » au début d'un élément de liste pour une case à cocher, ou [texte](adresse)")
    case .braceLeft(let name):
      Diagnostic(
        MarkdownCode.singleBrace, "« { \(shortened(name)) } » paraîtrait tel quel.", at: place,
        expected: "deux accolades autour du nom d'une donnée")
    case .nameLeft(let written):
      Diagnostic(
        MarkdownCode.singleBrace, "« \(shortened(written)) » paraîtrait tel quel.", at: place,
        severity: .warning, expected: "deux accolades autour du nom d'une donnée")
    case .shortcodeLeft(let name):
      Diagnostic(
        MarkdownCode.marksLeft, "« :\(name): » paraîtrait tel quel.", at: place,
        severity: .warning, expected: "le signe lui-même, ou rien")
    case .anchorLeft(let name):
      Diagnostic(
        MarkdownCode.invalidIdentifier,
        "L'ancre « {#\(shortened(name))} » paraîtrait telle quelle.",
        at: place, expected: "une ancre à la fin d'un titre, nulle part ailleurs")
    default: preconditionFailure("no mark left")
    }
  }

  func addressDiagnostic(at place: Place) -> Diagnostic {
    switch self {
    case .emptyAddress(let address):
      Diagnostic(
        MarkdownCode.emptyAddress,
        address.isEmpty
          ? "Le lien ou l'image n'a pas d'adresse."
          : "L'adresse « \(shortened(address)) » ne nomme "
            + (address == "#"
              ? "aucune partie." : Address(address) == .web ? "aucun site." : "personne."),
        at: place,
        expected: Address(address) == .mail
          ? "une adresse comme mailto:nom@domaine.fr"
          : Address(address) == .telephone
            ? "un numéro comme tel:0329683977"
            : "une adresse entre les parenthèses, par exemple https://www.caf.fr")
    case .addressWithoutScheme(let address):
      Diagnostic(
        MarkdownCode.addressWithoutScheme,
        "L'adresse « \(shortened(address)) » serait celle d'une page de ce site.", at: place,
        expected: Address.missingScheme(of: address) == "tel:"
          ? "« tel: » devant un numéro de téléphone"
          : address.contains("@")
            ? "« mailto: » devant une adresse de courriel"
            : "« https:// » devant l'adresse d'un autre site")
    case .spaceInAddress(let space, let address):
      Diagnostic(
        TextCode.noBreakSpace,
        "L'adresse « \(shortened(address)) » contient une espace insécable (\(space.codePoint)).",
        at: place,
        expected: "l'adresse sans espace, ou entre « < » et « > » avec une espace ordinaire")
    case .foreignImage(let address):
      Diagnostic(
        MarkdownCode.foreignImage,
        "L'image « \(shortened(address)) » vient d'un autre site : les navigateurs ne la montreraient pas.",
        at: place, expected: "une copie de l'image dans « site/images »")
    default: preconditionFailure("no fault of an address")
    }
  }

  private var words: String? {
    if case .underlinedHeading(let words) = self { words } else { nil }
  }

  private func cells(_ count: Int) -> String { count == 1 ? "1 case" : "\(count) cases" }
}
