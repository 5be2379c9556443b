import Diagnostics
import Facts
import Files
import Text

/// The names of files and folders under `departments/`.
extension ConfigurationReader {
  mutating func checkDepartmentRoot() {
    for path in paths(in: "departments") where SourceTree.name(path) != "README.md" {
      reportUnexpected(path, expected: "un dossier par département", among: [])
    }
    for path in paths(in: "departments/national") {
      let known = ["regles.yaml", "glossaire.yaml", "formules.yaml"]
      guard !(known + ["README.md"]).contains(SourceTree.name(path)) else { continue }
      checkFactsFile(path, lasting: known)
    }
    for name in tree.folderNames(in: "departments/national") {
      reportFolder("departments/national/" + name, expected: "des fichiers YAML, sans dossier")
    }
  }

  mutating func checkDepartmentFiles(_ slug: String) {
    let folder = "departments/" + slug
    for path in paths(in: folder) {
      let name = SourceTree.name(path)
      if name == "departement.yaml" || isImage(name) { continue }
      checkFactsFile(path, lasting: ["departement.yaml"])
    }
    for name in tree.folderNames(in: folder) {
      let inner = folder + "/" + name
      switch name {
      case "sections": checkSectionFiles(inner)
      case "publiees": checkPublishedFiles(inner, department: slug)
      default: checkYearFolder(inner, name: name)
      }
    }
  }

  private func isImage(_ name: String) -> Bool {
    ["avif", "jpeg", "jpg", "png", "svg", "webp"].contains(FileKind.suffix(name))
  }

  private mutating func checkYearFolder(_ path: String, name: String) {
    guard let year = SchoolYear(name) else {
      let known = ["sections", "publiees"]
      let meant = TextReading.meantYear(name)?.text
      reportFolder(
        path, expected: "sections, publiees, ou une année comme 2025-2026",
        suggestion: meant ?? Suggestion.nearest(to: name, among: known))
      return
    }
    let facts = path + ".yaml"
    if tree[facts] == nil, !tree.isRefused(facts) {
      add(
        .missingFile, "Le dossier « \(path) » n'a pas de fichier d'année.", at: Place(file: path),
        expected: "les faits de \(year.text) dans \(facts)")
    }
    checkSectionFiles(path)
    for name in tree.folderNames(in: path) where name != "pieces" {
      reportFolder(
        path + "/" + name, expected: "un seul dossier, pieces",
        suggestion: Suggestion.nearest(to: name, among: ["pieces"]))
    }
  }

  /// Checks the names of the frozen pairs, and that each has its sources.
  private mutating func checkPublishedFiles(_ folder: String, department slug: String) {
    for path in paths(in: folder) {
      let name = SourceTree.name(path)
      let stem = SourceTree.stem(name)
      guard let year = SchoolYear(stem), ["md", "yaml"].contains(FileKind.suffix(name)) else {
        add(
          FileCode.unexpectedFile, "Le fichier « \(path) » n'a pas un nom attendu.",
          at: Place(file: path),
          expected: "les fichiers que « cadrage publish » écrit, et rien d'autre")
        continue
      }
      let facts = "departments/\(slug)/\(year.text).yaml"
      if tree[facts] == nil, !tree.isRefused(facts) {
        add(
          .missingFile, "La note publiée « \(path) » n'a plus de fichier d'année.",
          at: Place(file: path), expected: "les faits de \(year.text) dans \(facts)")
      }
    }
    for name in tree.folderNames(in: folder) {
      reportFolder(folder + "/" + name, expected: "les fichiers que « cadrage publish » écrit")
    }
  }

  private mutating func reportFolder(
    _ path: String, expected: String, suggestion: String? = nil
  ) {
    add(
      FileCode.unexpectedFile, "Le dossier « \(path) » n'a pas sa place ici.",
      at: Place(file: path),
      expected: expected, suggestion: suggestion)
  }

  /// Checks the name of a file that should be a year's facts.
  private mutating func checkFactsFile(_ path: String, lasting: [String]) {
    let name = SourceTree.name(path)
    let stem = SourceTree.stem(name)
    if name.hasSuffix(".yaml"), SchoolYear(stem) != nil { return }
    let meant = TextReading.meantYear(stem)?.text
    let names = lasting + [meant ?? "2025-2026"].map { $0 + ".yaml" }
    let sameStem = lasting.first { SourceTree.stem($0) == Slug.nearest(to: stem) }
    add(
      FileCode.unexpectedFile, "Le fichier « \(path) » n'a pas un nom attendu.",
      at: Place(file: path),
      expected: lasting.joined(separator: ", ") + ", ou une année comme 2025-2026.yaml",
      suggestion: meant.map { $0 + ".yaml" } ?? sameStem
        ?? Suggestion.nearest(to: name, among: names))
  }
}

extension SourceTree {
  /// The names of refused files right inside a folder.
  func refusedNames(in folder: String) -> [String] {
    refusedIn(folder).map(SourceTree.name)
  }
}
