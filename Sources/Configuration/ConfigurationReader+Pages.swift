import Text
import Files
import Diagnostics

extension ConfigurationReader {
  /// The name of a page of the site is its address.
  mutating func checkPageNames() {
    for source in tree.sources(in: "site/pages") {
      let name = SourceTree.name(source.path)
      let stem = SourceTree.stem(name)
      guard name.hasSuffix(".md"), !Slug.isName(stem) else { continue }
      add(
        .invalidName, "Le nom de la page « \(source.path) » n'est pas valide.",
        at: Place(file: source.path),
        expected: "des minuscules sans accent, des chiffres et des traits d'union, puis « .md »",
        suggestion: Slug.nearest(to: stem).map { $0 + ".md" })
    }
  }
}
