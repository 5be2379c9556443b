import ArgumentParser
import Configuration
import Diagnostics
import Facts
import Files

/// What a shell proposes after « tab »: the names of files and the declared keys. Of the content no more
/// is read than the files of one department, so that the answer comes at once.
enum Completions {
  /// `vosges`
  static let departments = CompletionKind.custom { words, _, _ in folders(of: root(words)) }

  /// `2025-2026`: the years of the department that is written before, else those of all.
  static let years = CompletionKind.custom { words, _, _ in
    let root = root(words)
    let years = departments(in: words, root).flatMap { schoolYears(of: $0, root) }
    return Set(years.map(\.text)).sorted()
  }

  /// `2027-2028`: the year after the last one of the department.
  static let newYears = CompletionKind.custom { words, _, _ in
    let root = root(words)
    let years = departments(in: words, root).compactMap { schoolYears(of: $0, root).max()?.next }
    return Set(years.map(\.text)).sorted()
  }

  /// `vosges`, then its years; or `vosges/2025-2026`.
  static let notes = CompletionKind.custom { words, _, _ in
    let root = root(words)
    if let named = namedDepartments(in: words, root).last {
      return schoolYears(of: named, root).map(\.text)
    }
    let all = folders(of: root)
    return all
      + all.flatMap { department in
        schoolYears(of: department, root).map { "\(department)/\($0.text)" }
      }
  }

  /// `ps.plafond`; of the note that is written before, `calendrier.depot.au` too.
  static let paths = CompletionKind.custom { words, _, _ in
    NoteFacts.allPaths + (note(in: words)?.itemPaths ?? [])
  }

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

  /// The departments that are written, else all.
  private static func departments(in words: [String], _ root: String?) -> [String] {
    let named = namedDepartments(in: words, root)
    return named.isEmpty ? folders(of: root) : named
  }

  private static func namedDepartments(in words: [String], _ root: String?) -> [String] {
    let names = words.map(NoteArguments.folderName)
    return folders(of: root).filter(names.contains)
  }

  private static func schoolYears(of department: String, _ root: String?) -> [SchoolYear] {
    names(in: root.map { "\($0)/departments/\(department)" })
      .filter { $0.hasSuffix(".yaml") }.compactMap { SchoolYear($0.dropLast(5)) }
  }

  /// What the sources say of the note whose department and year are written.
  private static func note(in words: [String]) -> NoteFacts? {
    let root = root(words)
    guard let root, let department = namedDepartments(in: words, root).last,
      let year = words.lazy.compactMap({ try? NoteArguments.year($0) }).first
    else { return nil }
    var faults = DiagnosticList()
    let folders = ["national", department].map { "departments/" + $0 }
    let tree = SourceTree.list(root: root, into: &faults).reading(folders, into: &faults)
    return CommonConfiguration(tree, into: &faults)
      .department(department, in: tree, into: &faults) { _, _, _ in nil }?
      .notes.first { $0.year == year }
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
