import Configuration
public import Facts
public import Files
public import Notes
import Text

/// A note as the names of the files tell it, before anything is read.
public struct PlannedNote: Sendable, Hashable {
  public let department: String
  public let year: SchoolYear
  /// Whether it has no frozen pair.
  public let isDraft: Bool

  public init(department: String, year: SchoolYear, isDraft: Bool) {
    self.department = department
    self.year = year
    self.isDraft = isDraft
  }

  public init(_ note: Note) {
    self.init(department: note.department, year: note.year, isDraft: note.isDraft)
  }

  /// Those of a project, sorted by department, then by year.
  public static func all(in tree: SourceTree) -> [PlannedNote] {
    departments(in: tree).flatMap { slug in
      let frozen = Set(tree.textNames(in: PublishedNote.folder(of: slug)))
      let names = tree.textNames(in: "departments/" + slug).map(SourceTree.name)
      return names.filter { $0.hasSuffix(".yaml") }.compactMap { SchoolYear($0.dropLast(5)) }
        .sorted().map { year in
          let (text, facts) = PublishedNote.paths(slug, year)
          return PlannedNote(
            department: slug, year: year, isDraft: !frozen.contains(text) || !frozen.contains(facts)
          )
        }
    }
  }

  /// The folders of departments, sorted; those whose name is no name of a department have no notes.
  static func departments(in tree: SourceTree) -> [String] {
    tree.folderNames(in: "departments").filter { $0 != "national" && Slug.isName($0) }
  }
}
