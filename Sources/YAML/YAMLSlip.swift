import Diagnostics
import Text

/// A slip of hand in one line of YAML, with what the author meant.
struct YAMLSlip {
  var code: any DiagnosticCode
  var message: String
  var expected: String
  /// What the mended line is to the author.
  var mending = Mending.certain
  /// From 1, as the column, which counts scalars; both are set where the slip is found.
  var line = 0
  var column = 0
  var length = 1

  enum Mending {
    /// What was meant, beyond doubt.
    case certain
    /// What was probably meant.
    case proposed
    /// A way to read on, and nothing to show.
    case none
  }

  func mended(_ mending: Mending) -> YAMLSlip {
    var slip = self
    slip.mending = mending
    return slip
  }
}

extension YAMLSlip {
  static func noBreakSpace(_ scalar: Unicode.Scalar, as role: String) -> YAMLSlip {
    YAMLSlip(
      code: TextCode.noBreakSpace,
      message: "Une espace insécable (\(scalar.codePoint)) sert \(role).",
      expected: "une espace ordinaire")
  }

  static let tabulation = YAMLSlip(
    code: YAMLCode.tabulation, message: "Le retrait de cette ligne contient une tabulation.",
    expected: "des espaces, deux par niveau", mending: .proposed)

  static func dash(_ scalar: Unicode.Scalar) -> YAMLSlip {
    YAMLSlip(
      code: YAMLCode.dash, message: "L'élément de liste commence par « \(scalar) ».",
      expected: "un trait d'union et une espace : « - »")
  }

  static func missingSpace(after mark: String) -> YAMLSlip {
    YAMLSlip(
      code: YAMLCode.missingSpace, message: "Il manque une espace après « \(mark) ».",
      expected: "une espace ordinaire après « \(mark) »")
  }

  static func missingColon(after key: String) -> YAMLSlip {
    YAMLSlip(
      code: YAMLCode.invalidYAML,
      message: "Cette ligne n'est ni une clé ni une valeur : il lui manque « : ».",
      expected: "« \(key): »")
  }

  static let loneWords = YAMLSlip(
    code: YAMLCode.invalidYAML,
    message: "Cette ligne n'est ni une clé ni une valeur : il lui manque « : ».",
    expected: "cle: valeur, ou « # » devant une remarque", mending: .proposed)

  static let colon = YAMLSlip(
    code: YAMLCode.colonInValue,
    message:
      "La valeur contient des deux-points suivis d'une espace, que YAML prend pour une clé.",
    expected: "la valeur entre guillemets droits")

  static func hash(kept: String) -> YAMLSlip {
    YAMLSlip(
      code: YAMLCode.valueCutByHash,
      message: "La valeur est coupée par « # » : il n'en reste que « \(kept) ».",
      expected:
        "la valeur entre guillemets droits, ou « # » suivi d'une espace pour un commentaire",
      mending: .proposed)
  }

  static func typographicQuotes(_ open: Unicode.Scalar, _ close: Unicode.Scalar) -> YAMLSlip {
    YAMLSlip(
      code: YAMLCode.typographicQuotes,
      message:
        "La valeur est entre guillemets typographiques \(open) \(close), qui en feraient partie.",
      expected: "la valeur seule ou entre guillemets droits",
      // « … » may be a quotation that readers are to see.
      mending: "«‹".unicodeScalars.contains(open) ? .proposed : .certain)
  }

  static func unclosed(_ mark: Unicode.Scalar) -> YAMLSlip {
    YAMLSlip(
      code: YAMLCode.unclosedQuote,
      message: "\(capitalizedName(of: mark)) « \(mark) » n'a pas de fin.",
      expected: "« \(YAMLProofreader.closing(mark)) » à la fin de la valeur", mending: .proposed)
  }

  static func textAfter(_ mark: Unicode.Scalar) -> YAMLSlip {
    let pronoun = mark == "'" || mark == "}" ? "la" : "le"
    return YAMLSlip(
      code: YAMLCode.textAfterQuote,
      message: "\(capitalizedName(of: mark)) ferme la valeur, et du texte \(pronoun) suit.",
      expected: "toute la valeur entre guillemets droits", mending: .proposed)
  }

  private static func capitalizedName(of mark: Unicode.Scalar) -> String {
    switch mark {
    case "'": "L'apostrophe"
    case "\"": "Le guillemet"
    case "[", "]": "Le crochet"
    default: "L'accolade"
    }
  }

  static func firstCharacter(_ scalar: Unicode.Scalar) -> YAMLSlip {
    YAMLSlip(
      code: YAMLCode.specialFirstCharacter,
      message: "La valeur commence par « \(scalar) », que YAML réserve.",
      expected: "la valeur entre guillemets droits")
  }

  static func alias(_ scalar: Unicode.Scalar) -> YAMLSlip {
    YAMLSlip(
      code: YAMLCode.alias,
      message: scalar == "&"
        ? "Une ancre (« & ») nomme cette valeur." : "Un alias (« * ») remplace la valeur.",
      expected: "la valeur elle-même, écrite à chaque endroit", mending: .none)
  }

  static let comma = YAMLSlip(
    code: YAMLCode.strayComma, message: "Une virgule finit la ligne.",
    expected: "la valeur sans virgule")

  static func indentation(key: String, above: String) -> YAMLSlip {
    YAMLSlip(
      code: YAMLCode.indentation,
      message: "La clé « \(key) » est plus en retrait que « \(above) », qui a déjà une valeur.",
      expected: "les deux clés dans la même colonne, ou rien après « \(above): »")
  }
}
