public import Configuration
public import Diagnostics
import Facts
public import Files
import Work

/// The published notes of a project.
public struct Publications: Sendable {
  private let pairs: [NoteName: PublishedNote]

  /// Reads the facts of a project and what of them is frozen.
  ///
  /// **Errors**: those of `SiteConfiguration` and of `PublishedNote.read`, all in one run.
  public static func read(
    with tree: SourceTree, into diagnostics: inout DiagnosticList
  ) -> (configuration: SiteConfiguration, publications: Publications) {
    let names = names(in: tree)
    let read = WorkSharing.map(names) { name in
      var found = DiagnosticList()
      return (pair: PublishedNote.read(name.department, name.year, in: tree, into: &found), found)
    }
    // What is wrong with a pair is told beside the facts of its year.
    let results = Dictionary(uniqueKeysWithValues: zip(names, read))
    let configuration = SiteConfiguration(tree, into: &diagnostics) { slug, year, diagnostics in
      guard let (pair, found) = results[NoteName(slug, year)] else { return nil }
      diagnostics.add(contentsOf: found)
      return pair.map {
        FrozenFacts(title: $0.title, record: $0.facts, sectionNames: $0.sections.map(\.name))
      }
    }
    return (configuration, Publications(pairs: results.compactMapValues(\.pair)))
  }

  /// The notes of which a file of the pair is there.
  private static func names(in tree: SourceTree) -> [NoteName] {
    let names = tree.folderNames(in: "departments").flatMap { department in
      tree.sources(in: PublishedNote.folder(of: department)).compactMap { source in
        SchoolYear(SourceTree.stem(SourceTree.name(source.path))).map { NoteName(department, $0) }
      }
    }
    return Array(Set(names))
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
