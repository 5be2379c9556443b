public import Diagnostics
import Text
import Yams

/// Reads a YAML text into a tree with places.
///
/// **Errors**: all codes of the group « YAML as it is written ». Either a tree comes back, or at
/// least one error is added.
public struct YAMLReader {
  /// The deepest nesting of collections.
  package static let maximumDepth = 24
  /// The number of values of one file.
  public static let maximumValues = 20_000
  /// The number of lines of one file.
  public static let maximumLines = 20_000
  /// How many slips of hand are reported in one file; the others are mended all the same.
  private static let maximumSlips = 100
  /// How many duplicate keys are looked for: each costs a reading of the whole file.
  private var maximumDuplicates: Int { proof.lines.count < 2_000 ? 40 : 4 }

  /// A line and a column, from 1, as Yams gives them.
  struct Position {
    var line = 1
    var column = 1

    init(_ mark: Mark?) {
      guard let mark else { return }
      line = mark.line
      column = mark.column
    }
  }

  /// How much one file may hold.
  public struct Limits: Sendable {
    public var values: Int
    public var lines: Int

    public init(
      values: Int = YAMLReader.maximumValues, lines: Int = YAMLReader.maximumLines
    ) {
      self.values = values
      self.lines = lines
    }
  }

  let source: SourceText
  let limits: Limits
  var diagnostics = DiagnosticList()
  var proof: YAMLProofreader
  private var masks: [Unicode.Scalar: Unicode.Scalar] = [:]
  var nodeCount = 0
  var mended: Set<Int> = []

  private init(_ source: SourceText, limits: Limits, isKey: @escaping (String) -> Bool) {
    self.source = source
    self.limits = limits
    let isTooLong = source.lineCount > limits.lines
    proof = YAMLProofreader(isTooLong ? "" : source.text, isKey: isKey)
  }

  /// - Parameter isKey: whether a word is a key that the file may have; it decides between two
  ///   readings of a line that was mistyped.
  public static func read(
    _ source: SourceText, limits: Limits = Limits(), isKey: @escaping (String) -> Bool,
    into diagnostics: inout DiagnosticList
  ) -> YAMLDocument {
    var reader = YAMLReader(source, limits: limits, isKey: isKey)
    let document = reader.read()
    diagnostics.add(contentsOf: reader.diagnostics)
    return document
  }

  private mutating func read() -> YAMLDocument {
    guard source.lineCount <= limits.lines else {
      add(
        .tooManyValues,
        "Le fichier a plus de \(groupedDigits(String(limits.lines), by: " ")) lignes.",
        line: limits.lines + 1, column: 1,
        expected: "un fichier que l'on peut relire")
      return YAMLDocument(source: source)
    }
    mendInvisible()
    proof.run()
    reportSlips()
    guard !reportManyAliases() else { return YAMLDocument(source: source) }
    mended.formUnion(proof.slips.map(\.line))
    guard let node = parse() else {
      return YAMLDocument(source: source, mendedLines: mended)
    }
    let root = convert(node, depth: 0)
    if root?.isEmpty == true { addEmpty() }
    let isUsable = root?.isEmpty == false
    return YAMLDocument(source: source, root: isUsable ? root : nil, mendedLines: mended)
  }

  mutating func add(
    _ code: YAMLCode, _ message: String, line: Int, column: Int, length: Int = 1,
    expected: String? = nil, suggestion: String? = nil
  ) {
    let line = min(max(1, line), source.lineCount)
    diagnostics.add(
      Diagnostic(
        code, message,
        at: Place(file: source.path, line: line, column: max(1, column), length: length),
        expected: expected, suggestion: suggestion))
  }

  private mutating func addEmpty() {
    add(
      .emptyFile, "Le fichier ne contient aucune valeur.", line: 1, column: 1,
      expected: "des clés et leurs valeurs")
  }

  private mutating func reportSlips() {
    for slip in proof.slips.prefix(YAMLReader.maximumSlips) {
      let line = proof.lines[slip.line - 1].filter { $0 != proof.colonMask }
      let isTold = line.count == proof.lines[slip.line - 1].count && slip.code != .alias
      let shown = isTold ? unmasked(line.string) : nil
      add(
        slip.code, slip.message, line: slip.line, column: slip.column, length: slip.length,
        expected: slip.expected, suggestion: shown.map(trimmed))
    }
  }

  /// Reports characters that YAML forbids or that nobody sees; each becomes a space.
  private mutating func mendInvisible() {
    var count = 0
    for index in proof.lines.indices {
      for (column, scalar) in proof.lines[index].enumerated() {
        guard let name = YAMLReader.forbiddenName(scalar) else { continue }
        proof.lines[index][column] = " "
        mended.insert(index + 1)
        count += 1
        guard count <= YAMLReader.maximumSlips else { continue }
        add(
          .invisibleCharacter, "Le texte contient \(name) (\(scalar.codePoint)).", line: index + 1,
          column: column + 1, expected: "rien à cet endroit, ou une espace")
      }
    }
  }

  private static func forbiddenName(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.invisible {
    case nil: nil
    case .lineEnd: "une fin de ligne invisible"
    case .softHyphen: "un trait d'union invisible"
    case .zeroWidth: "un caractère de largeur nulle"
    case .direction: "une marque de sens d'écriture"
    case .lost: "le signe d'un caractère perdu"
    case .control: "un caractère de commande"
    }
  }

  /// Refuses a file full of aliases before Yams compares its keys, which may take forever.
  private mutating func reportManyAliases() -> Bool {
    var anchor: (line: Int, column: Int)?
    var aliases = 0
    for (index, line) in proof.lines.enumerated() {
      for column in line.indices where line[column] == "&" || line[column] == "*" {
        let startsToken =
          column == 0 || line[column - 1].isYAMLWhite
          || "[{,?:-".unicodeScalars.contains(line[column - 1])
        guard startsToken, column + 1 < line.count, !line[column + 1].isAnyWhite else { continue }
        if line[column] == "*" {
          aliases += 1
        } else if anchor == nil {
          anchor = (index + 1, column + 1)
        }
      }
    }
    guard let anchor, aliases >= 8 else { return false }
    addAlias(line: anchor.line, column: anchor.column)
    return true
  }

  mutating func addAlias(line: Int, column: Int) {
    add(
      .alias, "Une ancre ou un alias (« & », « * ») remplace une valeur.", line: line,
      column: column, expected: "la valeur écrite à chaque endroit")
  }

  /// The tree of Yams, or nil after the fault was reported.
  ///
  /// Yams refuses a mapping with duplicate keys and names only the first. Each time, that key's
  /// first sign is hidden and the text read again, so that all of them are found.
  private mutating func parse() -> Node? {
    for _ in 0..<maximumDuplicates {
      do {
        let parser = try Parser(yaml: proof.text, resolver: .basic, encoding: .utf8)
        guard let node = try parser.singleRoot() else {
          if !diagnostics.hasErrors { addEmpty() }
          return nil
        }
        return withExtendedLifetime(parser) { checked(node) }
      } catch let error as YamlError {
        guard case .duplicatedKeysInMapping(_, let context) = error,
          maskKey(line: context.mark.line, column: context.mark.column)
        else {
          report(error)
          return nil
        }
      } catch {
        add(.invalidYAML, "Le YAML ne peut pas être lu : \(error).", line: 1, column: 1)
        return nil
      }
    }
    if !diagnostics.hasErrors {
      add(
        .duplicateKey, "Plus de \(maximumDuplicates) clés sont écrites deux fois.",
        line: 1, column: 1, expected: "chaque clé une seule fois")
    }
    return nil
  }

  /// Anchors are known to the nodes only as long as the parser lives.
  private mutating func checked(_ node: Node) -> Node? {
    guard let mark = anchorMark(node, depth: 0) else { return node }
    addAlias(line: mark.line, column: mark.column)
    return nil
  }

  private func anchorMark(_ node: Node, depth: Int) -> Position? {
    if node.anchor != nil { return Position(node.mark) }
    guard depth <= YAMLReader.maximumDepth else { return nil }
    switch node {
    case .mapping(let mapping):
      for (key, value) in mapping {
        if let mark = anchorMark(key, depth: depth + 1) ?? anchorMark(value, depth: depth + 1) {
          return mark
        }
      }
    case .sequence(let sequence):
      for item in sequence {
        if let mark = anchorMark(item, depth: depth + 1) { return mark }
      }
    case .scalar, .alias: break
    }
    return nil
  }

  /// Hides the first sign of the key at a place by one found nowhere else; false when it cannot.
  private mutating func maskKey(line: Int, column: Int) -> Bool {
    guard proof.lines.indices.contains(line - 1) else { return false }
    var at = column - 1
    let scalars = proof.lines[line - 1]
    guard scalars.indices.contains(at) else { return false }
    if scalars[at] == "\"" || scalars[at] == "'" { at += 1 }
    guard scalars.indices.contains(at), !"\"'[{&*!?".unicodeScalars.contains(scalars[at]),
      let mask = freshMask()
    else { return false }
    masks[mask] = scalars[at]
    proof.lines[line - 1][at] = mask
    return true
  }

  private func freshMask() -> Unicode.Scalar? {
    (0x100000...0x10FFFD).lazy.compactMap(Unicode.Scalar.init).first { mask in
      masks[mask] == nil && !source.text.unicodeScalars.contains(mask)
    }
  }

  func unmasked(_ text: String) -> String {
    guard
      text.unicodeScalars.contains(where: {
        $0 == proof.commaMask || $0 == proof.colonMask || masks[$0] != nil
      })
    else { return text }
    return text.unicodeScalars.map { scalar -> Unicode.Scalar in
      if scalar == proof.commaMask { return "," }
      if scalar == proof.colonMask { return ":" }
      return masks[scalar] ?? scalar
    }.string
  }

  private func trimmed(_ text: String) -> String {
    Array(text.unicodeScalars).trimmedScalars.string
  }
}
