import Text

/// All the problems of a run. A stage adds to it and goes on; it is never thrown.
///
/// Of one file, the first `limit` problems of each severity are kept; the others are counted: nobody
/// reads thousands of messages about a file that is no such file at all.
public struct DiagnosticList: Sendable {
  public static let limit = 200

  /// Problems of one file and one severity that were counted only.
  public struct Others: Sendable, Equatable {
    public var file: String
    public var severity: Diagnostic.Severity
    public var count: Int

    public init(file: String, severity: Diagnostic.Severity, count: Int) {
      self.file = file
      self.severity = severity
      self.count = count
    }
  }

  private struct Subject: Hashable {
    var file: String
    var severity: Diagnostic.Severity
  }

  private var diagnostics: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []
  private var counts: [Subject: Int] = [:]
  /// What was not kept, by its hash: the same problem counts once.
  private var counted: [Subject: Set<Int>] = [:]
  /// What was counted only and has a certain correction: nobody reads it, but it is corrected.
  public private(set) var othersToCorrect: [Diagnostic] = []

  public init() {}

  /// Adds a problem, unless the same one at the same place is there already.
  public mutating func add(_ diagnostic: Diagnostic) {
    let subject = Subject(file: diagnostic.place?.file ?? "", severity: diagnostic.severity)
    guard counts[subject, default: 0] < DiagnosticList.limit else {
      if !seen.contains(diagnostic),
        counted[subject, default: []].insert(diagnostic.hashValue).inserted,
        diagnostic.severity != .waived, diagnostic.correction?.isCertain == true
      {
        othersToCorrect.append(diagnostic)
      }
      return
    }
    guard seen.insert(diagnostic).inserted else { return }
    counts[subject, default: 0] += 1
    diagnostics.append(diagnostic)
  }

  public mutating func add(contentsOf list: DiagnosticList) {
    for diagnostic in list.diagnostics { add(diagnostic) }
    for (subject, hashes) in list.counted { counted[subject, default: []].formUnion(hashes) }
    othersToCorrect += list.othersToCorrect
  }

  /// Whether each problem is kept, none counted only.
  public var isWhole: Bool { counted.isEmpty }

  public var isEmpty: Bool { diagnostics.isEmpty }
  public var errorCount: Int { count(.error) }
  public var warningCount: Int { count(.warning) }
  public var waivedCount: Int { count(.waived) }
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  private func count(_ severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity }
      + others.reduce(0) { $0 + ($1.severity == severity ? $1.count : 0) }
  }

  /// What was counted only, sorted by file.
  public var others: [Others] {
    counted.map { Others(file: $0.key.file, severity: $0.key.severity, count: $0.value.count) }
      .sorted {
        scalarOrder($0.file, $1.file)
          || $0.file == $1.file && $0.severity.rawValue < $1.severity.rawValue
      }
  }

  /// The corrections of the errors of one file, certain or only proposed.
  func correctionsOfErrors(in file: String) -> [Correction] {
    diagnostics.filter { $0.severity == .error }.compactMap(\.correction)
      .filter { $0.file == file }
  }

  /// The corrections that need no decision, by file.
  ///
  /// - Parameter isFrozen: whether a file, by its path, is never corrected.
  public func certainCorrections(
    except isFrozen: (String) -> Bool
  ) -> [String: [Correction]] {
    let certain = diagnostics.filter { $0.severity != .waived }.compactMap(\.correction)
      .filter(\.isCertain)
    return Dictionary(grouping: certain + othersToCorrect.compactMap(\.correction), by: \.file)
      .filter { !isFrozen($0.key) }
  }

  /// The problems sorted by file, position, code and message; those without a place come first.
  public var sorted: [Diagnostic] {
    diagnostics.sorted { a, b in
      switch (a.place, b.place) {
      case (nil, nil): (a.code, a.message) < (b.code, b.message)
      case (nil, _): true
      case (_, nil): false
      case (let x?, let y?): x == y ? (a.code, a.message) < (b.code, b.message) : x < y
      }
    }
  }
}

/// What is kept, in its order: what was counted only is not written.
extension DiagnosticList: Codable {
  public init(from decoder: any Decoder) throws {
    self.init()
    for diagnostic in try [Diagnostic](from: decoder) { add(diagnostic) }
  }

  public func encode(to encoder: any Encoder) throws { try diagnostics.encode(to: encoder) }
}
