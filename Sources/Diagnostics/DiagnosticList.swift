/// All the problems of a run. A stage adds to it and goes on; it is never thrown.
public struct DiagnosticList: Sendable {
  private var diagnostics: [Diagnostic] = []
  private var seen: Set<Diagnostic> = []

  public init() {}

  /// Adds a problem, unless the same one at the same place is there already.
  public mutating func add(_ diagnostic: Diagnostic) {
    if seen.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
  }

  public mutating func add(contentsOf others: DiagnosticList) {
    for diagnostic in others.diagnostics { add(diagnostic) }
  }

  public var isEmpty: Bool { diagnostics.isEmpty }
  public var errorCount: Int { diagnostics.count { $0.severity == .error } }
  public var warningCount: Int { diagnostics.count { $0.severity == .warning } }
  public var waivedCount: Int { diagnostics.count { $0.severity == .waived } }
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The corrections that need no decision, by file.
  ///
  /// - Parameter isFrozen: whether a file, by its path, is never corrected.
  public func certainCorrections(
    except isFrozen: (String) -> Bool
  ) -> [String: [Correction]] {
    let certain = diagnostics.filter { $0.severity != .waived }.compactMap(\.correction)
      .filter { $0.isCertain && !isFrozen($0.file) }
    return Dictionary(grouping: certain, by: \.file)
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
