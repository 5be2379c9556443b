import Configuration
import Diagnostics
import Facts
import Files
import Publication
import Synchronization
import Text
import YAML

/// Changes the files of the project, one change after the other, as long as the preview runs.
final class ValueEditing: Sendable {
  /// What a change came to.
  enum Outcome {
    case done(Change)
    /// The text is no value of its kind, or the file cannot be changed so.
    case refused([String])
    /// The value is not any more what its page showed.
    case changed(now: String)
  }

  /// A change that was written, and how to take it back.
  struct Change: Sendable {
    let lines: [CorrectedLines]
    fileprivate let path: String
    /// Nil for a file that was made.
    fileprivate let before: String?
    fileprivate let after: String
  }

  private let root: String
  /// What can be taken back, the last change last.
  private let done = Mutex<[Change]>([])

  init(root: String) { self.root = root }

  /// Whether a file still holds what was read of it.
  func isCurrent(_ source: SourceText) -> Bool {
    FileSystem.holds(Array(source.original.utf8), at: "\(root)/\(source.path)")
  }

  var count: Int { done.withLock(\.count) }

  /// Puts another text in the place of a value.
  ///
  /// - Parameter before: the text that its page showed, with the word for a value that waits.
  func replace(_ entry: NoteValues.Entry, before: String, with text: String, in tree: SourceTree)
    -> Outcome
  {
    guard let now = entry.text else { return .refused(["Cette valeur a plusieurs parties."]) }
    guard now == before else { return .changed(now: now) }
    let faults = entry.faults(in: text)
    guard faults.isEmpty else { return .refused(faults) }
    return apply(.replace(entry.path, with: text), to: entry.file, in: tree)
  }

  /// Makes a change of a file.
  func apply(_ change: YAMLChange, to path: String, in tree: SourceTree) -> Outcome {
    guard let source = tree[path], let tree = NoteFacts.tree(source) else {
      return .refused(["Le fichier « \(path) » a d’abord une erreur à corriger."])
    }
    let corrected = YAMLEditor(source, tree, read: NoteFacts.tree).apply(change)
    guard let corrected else {
      return .refused([
        "Cette valeur est écrite d’une façon que l’aperçu ne sait pas changer : ouvrez « \(path) »."
      ])
    }
    return write(source, corrected.text)
  }

  /// Puts a whole text in the place of another.
  ///
  /// - Parameter before: the text that its page showed.
  func replace(_ source: SourceText, before: String, with text: String) -> Outcome {
    guard source.text == before else { return .changed(now: source.text) }
    // The line ends of the file stay.
    let lineEnd = source.writtenLines.first?.end ?? "\n"
    let lines = text.replacing("\r\n", with: "\n")
    return write(source, lineEnd.isEmpty ? lines : lines.replacing("\n", with: lineEnd))
  }

  /// Makes a file that is not there.
  func create(_ path: String, _ text: String) -> Outcome {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
    let change = Change(
      lines: [
        CorrectedLines(
          file: path, line: 1, before: "", after: FrenchFormat.count(lines, "ligne", "lignes"))
      ], path: path, before: nil, after: text)
    return done.withLock { done in
      do throws(WritingError) {
        try checkPlace(path, isNew: true)
        try FileSystem.makeFolders(FileSystem.parent(of: "\(root)/\(path)"))
        try FileSystem.create(Array(text.utf8), at: "\(root)/\(path)")
      } catch {
        return .refused([error.message])
      }
      done.append(change)
      return .done(change)
    }
  }

  /// Takes the last change back; nil when there is none.
  func undo() -> Outcome? {
    done.withLock { done in
      guard let last = done.last else { return nil }
      do throws(WritingError) {
        if let before = last.before {
          try write(last.path, from: last.after, to: before)
        } else {
          try remove(last.path, last.after)
        }
      } catch {
        return .refused([error.message])
      }
      done.removeLast()
      let lines = SourceText(path: last.path, text: last.after)
        .changedLines(to: last.before ?? "")
      return .done(
        Change(lines: lines, path: last.path, before: last.after, after: last.before ?? ""))
    }
  }

  /// Removes a file that was made here, if nobody changed it since.
  private func remove(_ path: String, _ text: String) throws(WritingError) {
    try checkPlace(path)
    guard FileSystem.holds(Array(text.utf8), at: "\(root)/\(path)") else {
      throw .system(operation: "supprimer", path: path, reason: "il a changé entre-temps")
    }
    try FileSystem.remove("\(root)/\(path)")
  }

  private func write(_ source: SourceText, _ text: String) -> Outcome {
    let change = Change(
      lines: source.changedLines(to: text), path: source.path, before: source.original, after: text)
    return done.withLock { done in
      do throws(WritingError) {
        try write(source.path, from: source.original, to: text)
      } catch {
        return .refused([error.message])
      }
      done.append(change)
      return .done(change)
    }
  }

  /// Writes a file whole or not at all, and only where the old text still stands.
  private func write(
    _ path: String, from old: String, to new: String
  ) throws(WritingError) {
    try checkPlace(path)
    try FileSystem.replace(Array(old.utf8), with: Array(new.utf8), at: "\(root)/\(path)")
  }

  /// Refuses what is not a source of notes below the root, links on the way included, and what only
  /// `cadrage publish` writes.
  ///
  /// - Parameter isNew: whether the file is not there yet, and perhaps its folder neither.
  private func checkPlace(_ path: String, isNew: Bool = false) throws(WritingError) {
    let full = "\(root)/\(path)"
    let isInPlace =
      isNew
      ? FileSystem.absolute(FileSystem.parent(of: full)) == FileSystem.parent(of: full)
      : FileSystem.resolved(full) == full
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let isSource =
      parts.count > 1 && ["departments", "templates"].contains(parts[0])
      && !parts.contains { $0.isEmpty || $0.hasPrefix(".") }
    guard isSource, isInPlace else {
      throw .system(
        operation: "écrire", path: path,
        reason: "l’aperçu ne change que les fichiers de departments/ et de templates/")
    }
    guard !PublishedNote.isFrozen(path), path != PublishedAddresses.path else {
      throw .system(
        operation: "écrire", path: path,
        reason: "une note publiée ne change que par une révision : « cadrage publish --revision »")
    }
  }
}

extension NoteValues.Entry {
  /// What is wrong with a text in the place of the value, in French sentences.
  func faults(in text: String) -> [String] {
    NoteValues.faults(
      in: text, as: context.type, of: context.field, keys: context.keys, file: file)
  }
}

extension NoteValues {
  static func faults(
    in text: String, as type: FactType, of field: Field, keys: [String], file: String
  ) -> [String] {
    guard !text.allSatisfy(\.isWhitespace) else { return ["Écrivez une valeur."] }
    if let sign = text.firstInvisible {
      let kind = sign.hiddenKind
      return ["Le texte contient \(kind.name) (\(sign.codePoint)). Tapez-le de nouveau."]
    }
    guard !text.contains(where: \.isNewline) else { return ["Une valeur tient sur une ligne."] }
    return TypedText.faults(
      in: text, as: type, of: field, keys: keys, at: Place(file: file)
    ).map { fault in
      let expected = fault.expected.map { " Attendu : \($0)." } ?? ""
      let meant = fault.suggestion.map { " Par exemple : \($0)." } ?? ""
      return fault.message + expected + meant
    }
  }
}

extension SourceText {
  /// The lines that differ between a file and its new text, as one group.
  fileprivate func changedLines(to text: String) -> [CorrectedLines] {
    let old = self.text.split(separator: "\n", omittingEmptySubsequences: false)
    let new = SourceText(path: path, text: text).text.split(
      separator: "\n", omittingEmptySubsequences: false)
    let start = zip(old, new).prefix { $0 == $1 }.count
    let end = zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count
    guard old != new else { return [] }
    return [
      CorrectedLines(
        file: path, line: start + 1,
        before: old[start..<(old.count - end)].joined(separator: "\n"),
        after: new[start..<(new.count - end)].joined(separator: "\n"))
    ]
  }
}
