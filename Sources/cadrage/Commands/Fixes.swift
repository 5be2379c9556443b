import Diagnostics
import Facts
import Files
import Publication
import Text

/// What `check --fix` changes in the files of a project.
struct Fixes {
  /// Each line that was changed, by file and line.
  private(set) var changes: [CorrectedLines] = []
  /// The rank of the last change of each line.
  private var latest: [Place: Int] = [:]
  /// The texts that were written, so that no correction can undo another for ever.
  private var written: [String: Set<String>] = [:]

  /// Applies the certain corrections of what a check found; false when there is none.
  ///
  /// Each file is written whole or not at all. Corrections that touch each other wait for the next
  /// check, as does what they uncover.
  mutating func apply(_ diagnostics: DiagnosticList, in tree: SourceTree) throws -> Bool {
    let corrections = diagnostics.certainCorrections(except: PublishedNote.isFrozen)
    var isChanged = false
    for (path, corrections) in corrections.sorted(by: { scalarOrder($0.key, $1.key) }) {
      guard let source = tree.text(path) else { continue }
      let corrected = CorrectedText(source, corrections.compatible)
      guard corrected.text != source.original,
        written[path, default: [source.original]].insert(corrected.text).inserted
      else { continue }
      do {
        try replace(source, with: corrected.text, root: tree.root)
      } catch {
        // What was done is done.
        if !changes.isEmpty { Console().say(text + summary) }
        throw error
      }
      for change in corrected.changes { add(change) }
      isChanged = true
    }
    return isChanged
  }

  private func replace(_ source: SourceText, with text: String, root: String) throws {
    do throws(WritingError) {
      try FileSystem.replace(
        Array(source.original.utf8), with: Array(text.utf8),
        at: root + "/" + source.path)
    } catch {
      Console().say(error.message)
      throw ExitStatus.disk
    }
  }

  /// A line that is changed twice is told once.
  private mutating func add(_ change: CorrectedLines) {
    let place = Place(file: change.file, line: change.line)
    if let earlier = latest[place], changes[earlier].after == change.before {
      changes[earlier].after = change.after
    } else {
      latest[place] = changes.count
      changes.append(change)
    }
  }

  // MARK: - What is said

  /// Each change with its place, the lines before and after.
  var text: String {
    changes.sorted { Place(file: $0.file, line: $0.line) < Place(file: $1.file, line: $1.line) }
      .map { change in
        // A no-break space looks like an ordinary one.
        let isSeen = Fixes.seen(change.before) != Fixes.seen(change.after)
        let show = { (text: String) in TerminalText.visible(isSeen ? text : Fixes.named(text)) }
        let before = change.before.split(separator: "\n", omittingEmptySubsequences: false)
        let after = change.after.split(separator: "\n", omittingEmptySubsequences: false)
        return "\(TerminalText.visible(change.file)):\(change.line)\n"
          + before.map { "   avant : \(show(String($0)))\n" }.joined()
          + after.map { "   après : \(show(String($0)))\n" }.joined()
      }.joined()
  }

  private static func seen(_ text: String) -> String {
    text.unicodeScalars.filter { $0.invisible == nil }.map { $0.isAnyWhite ? " " : $0 }.string
  }

  private static func named(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      scalar.isSpecialSpace || scalar.invisible != nil || scalar == "\t"
        ? "[\(scalar.codePoint)]" : String(scalar)
    }.joined()
  }

  /// « 3 lignes corrigées dans 2 fichiers. »
  var summary: String {
    guard !changes.isEmpty else { return "Rien à corriger sans votre décision." }
    let files = Set(changes.map(\.file)).count
    return "\(FrenchFormat.count(changes.count, "ligne corrigée", "lignes corrigées")) dans "
      + "\(FrenchFormat.count(files, "fichier"))."
  }
}
