import ArgumentParser
import Configuration
import Facts
import Files

/// What a shell proposes after « tab »: the names of files and the declared keys, so that nothing is
/// read of the content and the answer comes at once.
enum Completions {
  /// `vosges`
  static let departments = CompletionKind.custom { words, _, _ in folders(of: root(words)) }

  /// `2025-2026`: the years of the department that is written before, else those of all.
  static let years = CompletionKind.custom { words, _, _ in
    let root = root(words)
    let named = folders(of: root).filter(words.contains)
    let years = (named.isEmpty ? folders(of: root) : named).flatMap { schoolYears(of: $0, root) }
    return Set(years).sorted()
  }

  /// `vosges`, then its years; or `vosges/2025-2026`.
  static let notes = CompletionKind.custom { words, _, _ in
    let root = root(words)
    let all = folders(of: root)
    if let named = all.last(where: words.contains) { return schoolYears(of: named, root) }
    return all
      + all.flatMap { department in
        schoolYears(of: department, root).map { "\(department)/\($0)" }
      }
  }

  /// `ps.plafond`
  static let paths = CompletionKind.custom { _, _, _ in NoteFacts.allPaths }

  /// `34`
  static let departmentCodes = CompletionKind.custom { _, _, _ in
    OfficialDepartment.all.map(\.code)
  }

  static let families = CompletionKind.custom { words, _, _ in
    folderNames(in: root(words).map { $0 + "/templates" }).filter { $0 != "communs" }
  }

  static let scenarios = CompletionKind.file(extensions: ["yaml", "yml", "json"])

  private static func root(_ words: [String]) -> String? {
    let option = words.firstIndex(of: "--root").map { $0 + 1 }
    let given = option.flatMap { words.indices.contains($0) ? words[$0] : nil }
    return try? ProjectOptions.root(given)
  }

  private static func folders(of root: String?) -> [String] {
    folderNames(in: root.map { $0 + "/departments" }).filter { $0 != "national" }
  }

  private static func schoolYears(of department: String, _ root: String?) -> [String] {
    names(in: root.map { "\($0)/departments/\(department)" })
      .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
      .filter { SchoolYear($0) != nil }
  }

  /// The names in a folder, sorted, without hidden ones.
  private static func names(in folder: String?) -> [String] {
    guard let folder, let names = try? FileSystem.names(in: folder) else { return [] }
    return names.filter { !$0.hasPrefix(".") }
  }

  /// Those that are no file's.
  private static func folderNames(in folder: String?) -> [String] {
    names(in: folder).filter { !$0.contains(".") }
  }
}
