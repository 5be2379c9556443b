/// A fault found by libyaml, said in French.
struct YAMLFault {
  /// Those of libyaml by which it is known.
  private var words: [String]
  var code: YAMLCode
  var message: String
  var expected: String?
  /// Whether the author's slip is where the construct begins, not where libyaml gave up.
  var isAtContext = false

  /// - Parameters:
  ///   - context: what libyaml was reading, in its words.
  ///   - problem: what it says went wrong.
  init(context: String?, problem: String) {
    let words = problem + " " + (context ?? "")
    let known = YAMLFault.known.first { $0.words.contains { words.contains($0) } }
    self = known ?? YAMLFault.unknown
  }

  private init(
    _ words: [String], _ code: YAMLCode, _ message: String, expected: String? = nil,
    isAtContext: Bool = false
  ) {
    self.words = words
    self.code = code
    self.message = message
    self.expected = expected
    self.isAtContext = isAtContext
  }

  private static let quoted = "la valeur entre guillemets droits"

  static let unreadable = YAMLFault([], .invalidYAML, "Le YAML ne peut pas être lu.")

  private static let unknown = YAMLFault(
    [], .invalidYAML, "Le YAML ne peut pas être compris à cet endroit.",
    expected: "cle: valeur, avec deux espaces de retrait par niveau")

  /// The first whose words libyaml uses is the one.
  private static let known: [YAMLFault] = [
    YAMLFault(
      ["could not find expected ':'"], .invalidYAML,
      "Cette ligne n'est ni une clé ni une valeur : il lui manque « : ».",
      expected: "cle: valeur", isAtContext: true),
    YAMLFault(
      ["mapping values are not allowed"], .invalidYAML,
      "Ces deux-points ne peuvent pas être compris ici.",
      expected: "une clé dans la colonne de ses voisines, ou la valeur entre guillemets droits"),
    YAMLFault(
      ["did not find expected key", "did not find expected '-'"], .indentation,
      "Cette ligne n'est pas dans la colonne de ses voisines.",
      expected: "le même retrait que les autres clés ou éléments du même niveau"),
    YAMLFault(
      ["block sequence entries are not allowed"], .invalidYAML,
      "Un élément de liste ne peut pas commencer ici.",
      expected: "« - » au début d'une ligne, sous la clé"),
    YAMLFault(
      ["expected ',' or"], .unclosedQuote,
      "Une liste entre crochets ou accolades n'est pas fermée, ou il y manque une virgule.",
      expected: "des éléments séparés par des virgules, puis « ] » ou « } »"),
    YAMLFault(
      ["unexpected end of stream", "unexpected document indicator"], .unclosedQuote,
      "Le guillemet ouvert ici n'a pas de fin.",
      expected: "un guillemet à la fin de la valeur", isAtContext: true),
    YAMLFault(
      ["alias", "anchor"], .alias, "Une ancre ou un alias (« & », « * ») remplace une valeur.",
      expected: "la valeur écrite à cet endroit"),
    YAMLFault(
      ["tab character"], .tabulation, "Le retrait de cette ligne contient une tabulation.",
      expected: "des espaces, deux par niveau"),
    YAMLFault(
      ["cannot start any token"], .specialFirstCharacter,
      "Une valeur ne peut pas commencer par ce signe.", expected: quoted),
    YAMLFault(
      ["escape", "hexdecimal"], .invalidYAML,
      "Entre guillemets doubles, « \\ » commence un code que YAML ne connaît pas.",
      expected: "« \\\\ », ou la valeur entre apostrophes"),
    YAMLFault(
      ["another document", "<document start>"], .invalidYAML,
      "Le fichier contient un second document, ou du texte après le premier.",
      expected: "un seul document, sans ligne « --- » au milieu"),
    YAMLFault(
      ["esting level"], .tooDeep, "Les valeurs sont emboîtées trop profondément."),
    YAMLFault(
      ["node content"], .invalidYAML, "Une valeur est attendue à cet endroit."),
    YAMLFault(
      ["':'", "mapping keys are not allowed"], .invalidYAML,
      "Ce signe ne peut pas être compris ici.", expected: quoted),
    YAMLFault(
      ["directive"], .invalidYAML, "Une ligne qui commence par « % » est réservée à YAML.",
      expected: quoted),
    YAMLFault(
      ["tag"], .specialFirstCharacter, "Une valeur ne peut pas commencer par « ! ».",
      expected: quoted),
  ]
}
