import Text

/// A slip of hand in one line of YAML, with what the author meant.
struct YAMLSlip {
  var code: YAMLCode
  var message: String
  var expected: String
  /// From 1.
  var line: Int
  /// From 1, in scalars.
  var column: Int
  var length = 1
}

extension YAMLSlip {
  static func noBreakSpace(_ scalar: Unicode.Scalar, as role: String, line: Int, column: Int)
    -> YAMLSlip
  {
    YAMLSlip(
      code: .noBreakSpace, message: "Une espace insécable (\(scalar.codePoint)) sert \(role).",
      expected: "une espace ordinaire", line: line, column: column)
  }

  static func tabulation(line: Int, column: Int, length: Int) -> YAMLSlip {
    YAMLSlip(
      code: .tabulation, message: "Le retrait de cette ligne contient une tabulation.",
      expected: "des espaces, deux par niveau", line: line, column: column, length: length)
  }

  static func dash(_ scalar: Unicode.Scalar, line: Int, column: Int) -> YAMLSlip {
    YAMLSlip(
      code: .dash, message: "L'élément de liste commence par « \(scalar) ».",
      expected: "un trait d'union et une espace : « - »", line: line, column: column)
  }

  static func missingSpace(after mark: String, line: Int, column: Int, length: Int) -> YAMLSlip {
    YAMLSlip(
      code: .missingSpace, message: "Il manque une espace après « \(mark) ».",
      expected: "une espace ordinaire après « \(mark) »", line: line, column: column,
      length: length)
  }

  static func colon(line: Int, column: Int) -> YAMLSlip {
    YAMLSlip(
      code: .colonInValue,
      message:
        "La valeur contient des deux-points suivis d'une espace, que YAML prend pour une clé.",
      expected: "la valeur entre guillemets droits", line: line, column: column)
  }

  static func hash(kept: String, line: Int, column: Int, length: Int) -> YAMLSlip {
    YAMLSlip(
      code: .valueCutByHash,
      message: "La valeur est coupée par « # » : il n'en reste que « \(kept) ».",
      expected:
        "la valeur entre guillemets droits, ou « # » suivi d'une espace pour un commentaire",
      line: line, column: column, length: length)
  }

  static func typographicQuotes(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, line: Int, column: Int, length: Int
  ) -> YAMLSlip {
    YAMLSlip(
      code: .typographicQuotes,
      message:
        "La valeur est entre guillemets typographiques \(open) \(close), qui en feraient partie.",
      expected: "la valeur seule ou entre guillemets droits", line: line, column: column,
      length: length)
  }

  static func unclosed(_ mark: Unicode.Scalar, line: Int, column: Int) -> YAMLSlip {
    let names: [Unicode.Scalar: (String, Unicode.Scalar)] = [
      "\"": ("Le guillemet", "\""), "'": ("L'apostrophe", "'"), "[": ("Le crochet", "]"),
      "{": ("L'accolade", "}"),
    ]
    let (name, closing) = names[mark] ?? ("Le signe", mark)
    return YAMLSlip(
      code: .unclosedQuote, message: "\(name) « \(mark) » n'a pas de fin.",
      expected: "« \(closing) » à la fin de la valeur", line: line, column: column)
  }

  static func textAfter(_ mark: Unicode.Scalar, line: Int, column: Int, length: Int) -> YAMLSlip {
    let message =
      switch mark {
      case "'": "L'apostrophe ferme la valeur, et du texte la suit."
      case "\"": "Le guillemet ferme la valeur, et du texte le suit."
      case "]": "Le crochet ferme la valeur, et du texte le suit."
      default: "L'accolade ferme la valeur, et du texte la suit."
      }
    return YAMLSlip(
      code: .textAfterQuote, message: message,
      expected: "toute la valeur entre guillemets droits", line: line, column: column,
      length: length)
  }

  static func firstCharacter(_ scalar: Unicode.Scalar, line: Int, column: Int) -> YAMLSlip {
    YAMLSlip(
      code: .specialFirstCharacter,
      message: "La valeur commence par « \(scalar) », que YAML réserve.",
      expected: "la valeur entre guillemets droits", line: line, column: column)
  }

  static func alias(_ scalar: Unicode.Scalar, line: Int, column: Int, length: Int) -> YAMLSlip {
    YAMLSlip(
      code: .alias,
      message: scalar == "&"
        ? "Une ancre (« & ») nomme cette valeur." : "Un alias (« * ») remplace la valeur.",
      expected: "la valeur elle-même, écrite à chaque endroit", line: line, column: column,
      length: length)
  }

  static func comma(line: Int, column: Int) -> YAMLSlip {
    YAMLSlip(
      code: .strayComma, message: "Une virgule finit la ligne.",
      expected: "la valeur sans virgule", line: line, column: column)
  }

  static func indentation(key: String, above: String, line: Int, column: Int, length: Int)
    -> YAMLSlip
  {
    YAMLSlip(
      code: .indentation,
      message: "La clé « \(key) » est plus en retrait que « \(above) », qui a déjà une valeur.",
      expected: "les deux clés dans la même colonne", line: line, column: column, length: length)
  }
}
