import Diagnostics
import Facts
import Files
import Text

extension ConfigurationReader {
  mutating func checkDepartmentRoot() {
    let addresses = SourceTree.name(PublishedAddresses.path)
    for path in paths(in: "departments", but: [addresses]) {
      reportMisplaced("Le fichier", path, expected: "un dossier par département")
    }
    let lasting = ["regles.yaml", "glossaire.yaml", "formules.yaml"]
    for path in paths(in: "departments/national", but: lasting) {
      checkFactsFile(path, lasting: lasting)
    }
    for name in tree.folderNames(in: "departments/national") {
      let path = "departments/national/" + name
      reportMisplaced("Le dossier", path, expected: "des fichiers YAML, sans dossier")
    }
  }

  mutating func checkDepartmentFiles(_ slug: String) {
    let folder = "departments/" + slug
    for path in paths(in: folder) {
      let name = SourceTree.name(path)
      if ["departement.yaml", "glossaire.yaml"].contains(name) || isImage(name) { continue }
      checkFactsFile(path, lasting: ["departement.yaml", "glossaire.yaml"])
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
    ["avif", "jpeg", "jpg", "png", "svg", "webp"].contains(SourceTree.suffix(name))
  }

  private mutating func checkYearFolder(_ path: String, name: String) {
    guard let year = SchoolYear(name) else {
      return reportMisplaced(
        "Le dossier", path, expected: "sections, publiees, ou une année comme 2025-2026",
        among: ["sections", "publiees"], suggestion: TextReading.meantYear(name)?.text)
    }
    checkFacts(
      of: year, in: path + ".yaml", for: path, "Le dossier « \(path) » n'a pas de fichier d'année.")
    checkSectionFiles(path)
    for name in tree.folderNames(in: path) where name != "pieces" {
      reportMisplaced(
        "Le dossier", path + "/" + name, expected: "un seul dossier, pieces", among: ["pieces"])
    }
  }

  /// Checks the names of the frozen pairs, and that each has its sources.
  private mutating func checkPublishedFiles(_ folder: String, department slug: String) {
    for path in paths(in: folder) {
      let name = SourceTree.name(path)
      let stem = SourceTree.stem(name)
      guard let year = SchoolYear(stem), ["md", "yaml"].contains(SourceTree.suffix(name)) else {
        addUnexpected(
          path, "Le fichier « \(path) » n'a pas un nom attendu.",
          expected: "les fichiers que « cadrage publish » écrit, et rien d'autre")
        continue
      }
      checkFacts(
        of: year, in: "departments/\(slug)/\(year.text).yaml", for: path,
        "La note publiée « \(path) » n'a plus de fichier d'année.")
    }
    for name in tree.folderNames(in: folder) {
      let path = folder + "/" + name
      reportMisplaced("Le dossier", path, expected: "les fichiers que « cadrage publish » écrit")
    }
  }

  /// Reports what stands for a year without its facts.
  private mutating func checkFacts(
    of year: SchoolYear, in facts: String, for path: String, _ message: String
  ) {
    guard tree[facts] == nil, !tree.isRefused(facts) else { return }
    add(
      .missingFile, message, at: Place(file: path),
      expected: "les faits de \(year.text) dans \(facts)")
  }

  /// Checks the name of a file that should be a year's facts.
  private mutating func checkFactsFile(_ path: String, lasting: [String]) {
    let name = SourceTree.name(path)
    let stem = SourceTree.stem(name)
    if name.hasSuffix(".yaml"), SchoolYear(stem) != nil { return }
    let meant = TextReading.meantYear(stem)?.text
    let names = lasting + [meant ?? "2025-2026"].map { $0 + ".yaml" }
    let sameStem = lasting.first { SourceTree.stem($0) == Slug.nearest(to: stem) }
    addUnexpected(
      path, "Le fichier « \(path) » n'a pas un nom attendu.",
      expected: lasting.joined(separator: ", ") + ", ou une année comme 2025-2026.yaml",
      suggestion: meant.map { $0 + ".yaml" } ?? sameStem
        ?? Suggestion.nearest(to: name, among: names))
  }

  // MARK: - Templates and pages

  mutating func checkEditionFolders(_ folder: String, editions: [Edition]) {
    // Without a list of editions there is nothing to compare with; its absence was reported.
    guard !editions.isEmpty else { return }
    let codes = editions.map(\.code)
    for name in tree.folderNames(in: folder) {
      guard !codes.contains(name) else {
        checkSectionFiles(folder + "/" + name)
        continue
      }
      add(
        .unknownEdition, "Le dossier « \(folder)/\(name) » n'est le code d'aucune édition.",
        at: Place(file: folder + "/" + name),
        expected: "un code de templates/editions.yaml : " + codes.joined(separator: ", "),
        suggestion: Suggestion.nearest(to: name, among: codes))
    }
  }

  mutating func checkTemplateRoot() {
    for path in paths(in: "templates", but: ["editions.yaml"]) {
      reportMisplaced(
        "Le fichier", path, expected: "templates/editions.yaml, et un dossier par famille",
        among: ["editions.yaml"])
    }
  }

  mutating func checkTemplateFiles(_ folder: String) {
    let known = folder == "templates/communs" ? [] : ["plan.yaml"]
    for path in paths(in: folder, but: known) {
      reportMisplaced(
        "Le fichier", path,
        expected: (known + ["des dossiers d'édition qui contiennent les sections"])
          .joined(separator: ", et "), among: known + ["README.md"])
    }
  }

  /// The paths of all files right inside a folder, refused ones left out.
  private func paths(in folder: String) -> [String] {
    tree.sources(in: folder).map(\.path) + tree.files(in: folder).map(\.path)
  }

  /// The same without those that are expected, and without a file for readers of the sources.
  private func paths(in folder: String, but known: [String]) -> [String] {
    paths(in: folder).filter { !(known + ["README.md"]).contains(SourceTree.name($0)) }
  }

  /// Reports files of a folder of sections that are no sections.
  mutating func checkSectionFiles(_ folder: String) {
    for path in paths(in: folder) {
      let name = SourceTree.name(path)
      let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : nil
      guard stem.map(Slug.isName) != true else { continue }
      let fixed = Slug.nearest(to: stem ?? SourceTree.stem(name)).map { $0 + ".md" }
      addUnexpected(
        path, "« \(path) » n'est pas le nom d'une section.",
        expected: "un nom en minuscules sans accent, chiffres et traits d'union, suivi de « .md »",
        suggestion: fixed)
    }
  }

  /// The name of a page of the site is its address.
  mutating func checkPageNames() {
    for source in tree.sources(in: "site/pages") where source.path.hasSuffix(".md") {
      let stem = SourceTree.stem(SourceTree.name(source.path))
      _ = checkSlug(stem, at: source.path, of: "de la page", suffix: ".md")
    }
  }

  // MARK: - Messages

  /// Reports what has no semantic name before its suffix; false then.
  mutating func checkSlug(
    _ name: String, at path: String, of what: String = "du dossier", suffix: String = ""
  ) -> Bool {
    guard !Slug.isName(name) else { return true }
    let end = suffix.isEmpty ? "" : ", puis « \(suffix) »"
    add(
      .invalidName, "Le nom \(what) « \(path) » n'est pas valide.", at: Place(file: path),
      expected: "des minuscules sans accent, des chiffres et des traits d'union" + end,
      suggestion: Slug.nearest(to: name).map { $0 + suffix })
    return false
  }

  private mutating func reportMisplaced(
    _ what: String, _ path: String, expected: String, among names: [String] = [],
    suggestion: String? = nil
  ) {
    addUnexpected(
      path, "\(what) « \(path) » n'a pas sa place ici.", expected: expected,
      suggestion: suggestion ?? Suggestion.nearest(to: SourceTree.name(path), among: names))
  }

  private mutating func addUnexpected(
    _ path: String, _ message: String, expected: String, suggestion: String? = nil
  ) {
    diagnostics.add(
      Diagnostic(
        FileCode.unexpectedFile, message, at: Place(file: path), expected: expected,
        suggestion: suggestion))
  }
}
