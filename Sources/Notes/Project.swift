public import Configuration
public import Diagnostics
public import Facts
import Markdown
import Templates

/// Everything that authors wrote, read, checked and made into notes.
public struct Project: Sendable {
  public let configuration: SiteConfiguration
  /// Sorted by department, then by year.
  public let notes: [Note]

  public var tree: SourceTree { configuration.tree }

  /// Reads the project at a path and makes all its notes.
  ///
  /// All faults of all stages that can still be found come in one run: the YAML files first, the
  /// templates even when facts are wrong, the notes whose facts and templates are both right.
  public static func load(root: String, diagnostics: inout DiagnosticList) -> Project {
    let configuration = SiteConfiguration.read(root: root, into: &diagnostics)
    var loader = NoteLoader(configuration: configuration, diagnostics: &diagnostics)
    let notes = loader.notes(diagnostics: &diagnostics)
    return Project(configuration: configuration, notes: notes)
  }

  /// The notes of a department, the latest first.
  public func notes(of department: String) -> [Note] {
    notes.filter { $0.department == department }.reversed()
  }

  public func note(_ department: String, _ year: SchoolYear) -> Note? {
    notes.first { $0.department == department && $0.year == year }
  }
}
