/// A fault found by libyaml, said in French.
struct YAMLFault {
  var code = YAMLCode.invalidYAML
  var message: String
  var expected: String?
  /// Whether the author's slip is where the construct begins, not where libyaml gave up.
  var isAtContext = false

  /// - Parameters:
  ///   - context: what libyaml was reading, in its words.
  ///   - problem: what it says went wrong.
  init(context: String?, problem: String) {
    let words = problem + " " + (context ?? "")
    let known = YAMLFault.known.first { fault in fault.parts.contains { words.contains($0) } }
    self = known?.fault ?? YAMLFault.unknown
  }

  private init(
    _ code: YAMLCode, _ message: String, expected: String? = nil,
    isAtContext: Bool = false
  ) {
    self.code = code
    self.message = message
    self.expected = expected
    self.isAtContext = isAtContext
  }

  private static let quoted = "la valeur entre guillemets droits"

  private static let unknown = YAMLFault(
    .invalidYAML, "Le YAML ne peut pas être compris à cet endroit.",
    expected: "cle: valeur, avec deux espaces de retrait par niveau")

  /// The first whose words libyaml uses is the one.
  private static let known: [(parts: [String], fault: YAMLFault)] = [
    (
      ["could not find expected ':'"],
      YAMLFault(
        .invalidYAML, "Cette ligne n'est ni une clé ni une valeur : il lui manque « : ».",
        expected: "cle: valeur", isAtContext: true)
    ),
    (
      ["mapping values are not allowed"],
      YAMLFault(
        .invalidYAML, "Ces deux-points ne peuvent pas être compris ici.",
        expected: "une clé dans la colonne de ses voisines, ou la valeur entre guillemets droits")
    ),
    (
      ["did not find expected key", "did not find expected '-'"],
      YAMLFault(
        .indentation, "Cette ligne n'est pas dans la colonne de ses voisines.",
        expected: "le même retrait que les autres clés ou éléments du même niveau")
    ),
    (
      ["block sequence entries are not allowed"],
      YAMLFault(
        .invalidYAML, "Un élément de liste ne peut pas commencer ici.",
        expected: "« - » au début d'une ligne, sous la clé")
    ),
    (
      ["expected ',' or"],
      YAMLFault(
        .unclosedQuote,
        "Une liste entre crochets ou accolades n'est pas fermée, ou il y manque une virgule.",
        expected: "des éléments séparés par des virgules, puis « ] » ou « } »")
    ),
    (
      ["unexpected end of stream", "unexpected document indicator"],
      YAMLFault(
        .unclosedQuote, "Le guillemet ouvert ici n'a pas de fin.",
        expected: "un guillemet à la fin de la valeur", isAtContext: true)
    ),
    (
      ["alias", "anchor"],
      YAMLFault(
        .alias, "Une ancre ou un alias (« & », « * ») remplace une valeur.",
        expected: "la valeur écrite à cet endroit")
    ),
    (
      ["tab character"],
      YAMLFault(
        .tabulation, "Le retrait de cette ligne contient une tabulation.",
        expected: "des espaces, deux par niveau")
    ),
    (
      ["cannot start any token"],
      YAMLFault(
        .specialFirstCharacter, "Une valeur ne peut pas commencer par ce signe.", expected: quoted)
    ),
    (
      ["escape", "hexdecimal"],
      YAMLFault(
        .invalidYAML, "Entre guillemets doubles, « \\ » commence un code que YAML ne connaît pas.",
        expected: "« \\\\ », ou la valeur entre apostrophes")
    ),
    (
      ["another document", "<document start>"],
      YAMLFault(
        .invalidYAML, "Le fichier contient un second document, ou du texte après le premier.",
        expected: "un seul document, sans ligne « --- » au milieu")
    ),
    (
      ["esting level"], YAMLFault(.tooDeep, "Les valeurs sont emboîtées trop profondément.")
    ),
    (
      ["node content"], YAMLFault(.invalidYAML, "Une valeur est attendue à cet endroit.")
    ),
    (
      ["':'", "mapping keys are not allowed"],
      YAMLFault(.invalidYAML, "Ce signe ne peut pas être compris ici.", expected: quoted)
    ),
    (
      ["directive"],
      YAMLFault(
        .invalidYAML, "Une ligne qui commence par « % » est réservée à YAML.", expected: quoted)
    ),
    (
      ["tag"],
      YAMLFault(
        .specialFirstCharacter, "Une valeur ne peut pas commencer par « ! ».", expected: quoted)
    ),
  ]
}
