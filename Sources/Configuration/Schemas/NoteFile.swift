/// The four kinds of file that hold the facts of a note, the most specific first.
public enum NoteFile: Int, Sendable, Hashable, CaseIterable {
  /// `departments/<slug>/<year>.yaml`
  case year
  /// `departments/<slug>/departement.yaml`
  case department
  /// `departments/national/<year>.yaml`
  case nationalYear
  /// `departments/national/regles.yaml`
  case rules

  /// Where such a file stands, for messages.
  package func path(department: String, year: String) -> String {
    switch self {
    case .year: "departments/\(department)/\(year).yaml"
    case .department: "departments/\(department)/departement.yaml"
    case .nationalYear: "departments/national/\(year).yaml"
    case .rules: "departments/national/regles.yaml"
    }
  }

  var pattern: String { path(department: "<département>", year: "<année>") }
}
