public import Diagnostics
public import Facts
public import YAML

/// A text that somebody types for a value, read as the file would be.
public enum TypedText {
  /// What the reader of the files says of a text; nothing when it takes it.
  ///
  /// - Parameters:
  ///   - type: that of the value: the field's, or that of the items of its list.
  ///   - keys: those that lead to the value, which the messages name.
  ///
  /// **Errors**: those of a scalar of that type, each at the place it is given.
  public static func faults(
    in text: String, as type: FactType, of field: Field, keys: [String], at place: Place
  ) -> [Diagnostic] {
    let node = YAMLNode(content: .scalar(text, .quoted), place: place)
    var reader = FactReader(
      YAMLDocument(source: SourceText(path: place.file, text: text)), keys: keys)
    _ = reader.scalar(node, type, field)
    return reader.diagnostics.sorted
  }

  /// What a text means; nil when it is refused.
  public static func value(_ text: String, as type: FactType) -> Value? {
    try? ScalarReading.value(text, as: type)
  }

  /// The words that may stand for a value which waits: `a_confirmer`, `a_completer`, `a_paraitre`.
  public static func words(of field: Field) -> [String] {
    switch field.awaited {
    case .cnaf: ScalarReading.PendingWord.allCases.map(\.rawValue)
    case .department:
      ScalarReading.PendingWord.allCases.filter { $0 != .toBePublished }.map(\.rawValue)
    case nil: []
    }
  }

  /// A text without the word for « not known yet » that it begins with.
  public static func parts(_ text: String) -> (word: String?, rest: String) {
    guard let pending = ScalarReading.pending(text), pending.isExact else { return (nil, text) }
    return (pending.word.rawValue, pending.rest)
  }
}

/// The files that hold the facts of a note, as somebody who changes them sees them.
extension NoteFacts {
  public struct SourceFile: Sendable {
    public let path: String
    /// « cette année seulement ».
    public let scope: String
    /// The keys of its root.
    public let keys: Set<String>
  }

  /// The most specific first.
  public var sourceFiles: [SourceFile] {
    NoteFile.allCases.map { file in
      SourceFile(
        path: file.path(department: department, year: year.text), scope: file.scope,
        keys: Set(NoteSchema.keys.filter { $0.files.contains(file) }.map(\.field.key)))
    }
  }

  /// The tree of a file as its readers see it; nil when it has errors of YAML.
  public static func tree(_ source: SourceText) -> YAMLNode? {
    var found = DiagnosticList()
    let root = YAMLReader.read(source, into: &found).root
    return found.hasErrors ? nil : root
  }
}

extension NoteFile {
  fileprivate var scope: String {
    switch self {
    case .year: "cette année seulement"
    case .department: "toutes les années du département"
    case .nationalYear: "tous les départements, cette année"
    case .rules: "tous les départements, toutes les années"
    }
  }
}
