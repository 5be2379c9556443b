public import Configuration
public import Diagnostics
import Facts
public import Files
import Synchronization

/// The published notes of a project.
public struct Publications: Sendable {
  private let pairs: [NoteName: PublishedNote]

  /// Reads the facts of a project and what of them is frozen.
  ///
  /// **Errors**: those of `SiteConfiguration` and of `PublishedNote.read`, all in one run.
  public static func read(
    with tree: SourceTree, into diagnostics: inout DiagnosticList
  ) -> (configuration: SiteConfiguration, publications: Publications) {
    let pairs = Mutex<[NoteName: PublishedNote]>([:])
    let configuration = SiteConfiguration(tree, into: &diagnostics) { slug, year, diagnostics in
      let pair = PublishedNote.read(slug, year, in: tree, into: &diagnostics)
      pairs.withLock { $0[NoteName(slug, year)] = pair }
      return pair.map {
        FrozenFacts(title: $0.title, record: $0.facts, sectionNames: $0.sections.map(\.name))
      }
    }
    return (configuration, Publications(pairs: pairs.withLock(\.self)))
  }

  /// The pair of a note; nil for a draft.
  subscript(name: NoteName) -> PublishedNote? { pairs[name] }
}

/// What tells a note from the others of a project.
struct NoteName: Hashable, Sendable {
  let department: String
  let year: SchoolYear

  init(_ department: String, _ year: SchoolYear) {
    self.department = department
    self.year = year
  }
}
