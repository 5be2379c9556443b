public import Diagnostics
import Text

/// Reads a YAML text into a tree with places.
///
/// **Errors**: all codes of the group « YAML as it is written ». Either a tree comes back, or at
/// least one error is added.
public struct YAMLReader {
  /// The deepest nesting of collections.
  package static let maximumDepth = 24
  /// The number of values of one file, and of its lines.
  public static let maximumSize = 20_000
  /// How many slips of hand are reported in one file; the others are mended all the same.
  private static let maximumSlips = 100
  /// A file with as many duplicate keys is not worth a message for each.
  private static let maximumDuplicates = 40

  private let source: SourceText
  private let limit: Int
  private var diagnostics = DiagnosticList()
  private var proof: YAMLProofreader
  private var mended: Set<Int> = []

  /// - Parameters:
  ///   - limit: the number of values that the file may hold, and of lines.
  ///   - isKey: whether a word is a key that the file may have; it decides between two readings of a
  ///     line that was mistyped.
  public static func read(
    _ source: SourceText, limit: Int = maximumSize, isKey: @escaping (String) -> Bool,
    into diagnostics: inout DiagnosticList
  ) -> YAMLDocument {
    let text = source.lineCount > limit ? "" : source.text
    let proof = YAMLProofreader(text, isKey: isKey)
    var reader = YAMLReader(source: source, limit: limit, proof: proof)
    let root = reader.read()
    diagnostics.add(contentsOf: reader.diagnostics)
    return YAMLDocument(source: source, root: root, mendedLines: reader.mended)
  }

  private mutating func read() -> YAMLNode? {
    guard source.lineCount <= limit else {
      add(
        YAMLCode.tooManyValues,
        "Le fichier a plus de \(groupedDigits(UInt(limit), by: " ")) lignes.",
        line: limit + 1, column: 1, expected: "un fichier que l'on peut relire")
      return nil
    }
    mendInvisible()
    proof.run()
    reportSlips()
    mended.formUnion(proof.slips.map(\.line))
    return compose()
  }

  private mutating func add(
    _ code: any DiagnosticCode, _ message: String, line: Int, column: Int, length: Int = 1,
    expected: String? = nil, correction: Correction? = nil
  ) {
    let line = min(max(1, line), source.lineCount)
    diagnostics.add(
      Diagnostic(
        code, message,
        at: Place(file: source.path, line: line, column: max(1, column), length: length),
        expected: expected, suggestion: correction.map(source.suggestion), correction: correction))
  }

  private mutating func reportSlips() {
    let shown = proof.slips.prefix(YAMLReader.maximumSlips)
    let corrections = Dictionary(grouping: shown, by: \.line).mapValues(correction)
    for slip in shown {
      add(
        slip.code, slip.message, line: slip.line, column: slip.column, length: slip.length,
        expected: slip.expected, correction: corrections[slip.line] ?? nil)
    }
  }

  /// What was mended in a line, all its slips together; nil when one of them cannot be mended, or
  /// when what was mended is not what the file will hold.
  private func correction(_ slips: [YAMLSlip]) -> Correction? {
    guard let number = slips.first?.line, !mended.contains(number),
      !slips.contains(where: { $0.mending == .none }), let line = source.line(number)
    else { return nil }
    let old = Array(line.unicodeScalars)
    let mended = proof.lines[number - 1]
    guard !mended.contains(proof.colonMask) else { return nil }
    let new = Array(proof.unmasked(mended.string).unicodeScalars)
    let prefix = zip(old, new).prefix { $0 == $1 }.count
    let suffix = zip(old[prefix...].reversed(), new[prefix...].reversed()).prefix { $0 == $1 }.count
    guard old != new else { return nil }
    func position(_ column: Int) -> Correction.Position {
      Correction.Position(line: number, column: column + 1)
    }
    return Correction(
      file: source.path, from: position(prefix), to: position(old.count - suffix),
      text: new[prefix..<(new.count - suffix)].string,
      isCertain: slips.allSatisfy { $0.mending == .certain })
  }

  /// Reports characters that YAML forbids or that nobody sees; each becomes a space.
  private mutating func mendInvisible() {
    var count = 0
    for index in proof.lines.indices {
      let line = proof.lines[index]
      for (column, scalar) in line.enumerated() where line.hidesSign(at: column) {
        proof.lines[index][column] = " "
        mended.insert(index + 1)
        count += 1
        guard count <= YAMLReader.maximumSlips else { continue }
        diagnostics.add(source.invisible(scalar, line: index + 1, column: column + 1))
      }
    }
  }

  /// The tree; nil after the fault was reported.
  private mutating func compose() -> YAMLNode? {
    proof.bytes.withUnsafeBufferPointer { bytes in
      var composer = YAMLComposer(bytes, of: source, proof: proof, limit: limit)
      defer { composer.close() }
      do throws(YAMLComposer.Failure) {
        let root = try composer.document()
        if root == nil, diagnostics.hasErrors { return nil }
        guard let root, !root.isEmpty else {
          add(
            YAMLCode.emptyFile, "Le fichier ne contient aucune valeur.", line: 1, column: 1,
            expected: "des clés et leurs valeurs")
          return nil
        }
        return isAccepted(composer) ? root : nil
      } catch {
        // A line that was mended has its message already; what libyaml adds would only confuse. So has
        // what was put behind the end of one, to close what stays open.
        let length = source.line(error.place.line)?.unicodeScalars.count ?? 0
        guard !mended.contains(error.place.line), !mended.contains(error.mark.line),
          error.place.column <= length + 1
        else { return nil }
        add(
          error.fault.code, error.fault.message, line: error.place.line,
          column: error.place.column, expected: error.fault.expected)
        return nil
      }
    }
  }

  /// Reports what a file that libyaml understands may not hold; false when nothing of it counts.
  private mutating func isAccepted(_ composer: YAMLComposer) -> Bool {
    if let anchor = composer.anchor {
      add(
        YAMLCode.alias, "Une ancre ou un alias (« & », « * ») remplace une valeur.",
        line: anchor.line, column: proof.written(anchor.column - 1, in: anchor.line - 1) + 1,
        expected: "la valeur écrite à chaque endroit")
      return false
    }
    guard composer.duplicates.count < YAMLReader.maximumDuplicates else {
      if !diagnostics.hasErrors {
        add(
          YAMLCode.duplicateKey,
          "Plus de \(YAMLReader.maximumDuplicates) clés sont écrites deux fois.",
          line: 1, column: 1, expected: "chaque clé une seule fois")
      }
      return false
    }
    for diagnostic in composer.diagnostics + composer.duplicates { diagnostics.add(diagnostic) }
    return true
  }
}
