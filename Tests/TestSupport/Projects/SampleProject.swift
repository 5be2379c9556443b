import Configuration
import Diagnostics
public import Files
import Foundation

/// The texts of a project in memory, and the files that are listed and not read.
public struct SampleProject: Sendable {
  public var texts: [String: String]
  public var files: [SourceTree.File]

  /// The small valid site of the fixtures, with the face and the sentences of the repository.
  public static let minimal: SampleProject = {
    var project = SampleProject(root: Repository.fixtures.appending(path: "valid/minimal").path)
    let face = ofRepository.texts.filter { path, _ in
      path.hasPrefix("site/") || path == "departments/national/formules.yaml"
    }
    project.texts.merge(face) { $1 }
    project.files += ofRepository.files.filter { $0.path.hasPrefix("site/") }
    return project
  }()

  /// The repository's own content.
  public static let ofRepository = SampleProject(root: Repository.root.path)

  /// What a folder holds; that some of it is missing is not what tests of a sample are about.
  private init(root: String) {
    var ignored = DiagnosticList()
    let tree = SourceTree.read(root: root, into: &ignored)
    texts = Dictionary(uniqueKeysWithValues: tree.sources.map { ($0.path, $0.original) })
    files = tree.files
  }

  public var tree: SourceTree { SourceTree(texts: texts, files: files) }

  /// The text of a file; empty when there is none.
  public subscript(path: String) -> String { texts[path] ?? "" }
}

extension SourceTree {
  /// A tree made in memory.
  public init(texts: [String: String], files: [File] = []) {
    self = SourceTree(root: "").adding(texts.map { SourceText(path: $0, text: $1) }, files)
  }
}
