import Diagnostics
import Facts
import Files
import Text
import YAML

extension ConfigurationReader {
  /// Reads the plan of each family, and checks the folders of `templates/`.
  mutating func readFamilies(editions: [Edition]) -> [Family] {
    checkTemplateRoot()
    var families: [Family] = []
    for name in tree.folderNames(in: "templates") {
      let folder = "templates/" + name
      guard checkSlug(name, at: folder) else { continue }
      checkEditionFolders(folder, editions: editions)
      checkTemplateFiles(folder)
      guard name != "communs" else { continue }
      if let family = readFamily(name) { families.append(family) }
    }
    return families
  }

  private mutating func readFamily(_ slug: String) -> Family? {
    let document = document(
      "templates/\(slug)/plan.yaml",
      content: "le plan de la famille, avec les clés titre et sections")
    guard let document, let root = document.root else { return nil }
    var reader = FactReader(document)
    defer { diagnostics.add(contentsOf: reader.diagnostics) }
    guard let record = reader.record(root, FileSchemas.Plan.schema, path: "") else { return nil }
    editorialRecords.append(record)
    guard let title = record.text(FileSchemas.Plan.title),
      record[FileSchemas.Plan.sections] != nil
    else { return nil }
    let family = Family(
      slug: slug, title: title, sections: entries(record, FileSchemas.Plan.sections),
      unnumbered: entries(record, FileSchemas.Plan.unnumbered))
    checkPlan(family, &reader)
    return family
  }

  private func entries(_ record: Record, _ path: FactPath) -> [Family.Entry] {
    record.list(path).compactMap { fact in
      guard let name = fact.value.text, let place = fact.place else { return nil }
      return Family.Entry(name: name, place: place)
    }
  }

  private func checkPlan(_ family: Family, _ reader: inout FactReader) {
    for entries in [family.sections, family.unnumbered] {
      var first: [String: Place] = [:]
      for entry in entries {
        guard let earlier = first[entry.name] else {
          first[entry.name] = entry.place
          continue
        }
        reader.add(
          .duplicateCode, "La section « \(entry.name) » est déjà à la ligne \(earlier.line).",
          at: entry.place, expected: "une seule fois chaque section")
      }
    }
  }

  private mutating func checkEditionFolders(_ folder: String, editions: [Edition]) {
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

  private mutating func checkTemplateRoot() {
    for path in paths(in: "templates") {
      guard !["editions.yaml", "README.md"].contains(SourceTree.name(path)) else { continue }
      reportUnexpected(
        path, expected: "templates/editions.yaml, et un dossier par famille",
        among: ["editions.yaml"])
    }
  }

  private mutating func checkTemplateFiles(_ folder: String) {
    let known = folder == "templates/communs" ? ["README.md"] : ["plan.yaml", "README.md"]
    for path in paths(in: folder) where !known.contains(SourceTree.name(path)) {
      reportUnexpected(
        path,
        expected: folder == "templates/communs"
          ? "des dossiers d'édition qui contiennent les sections"
          : "plan.yaml, et des dossiers d'édition qui contiennent les sections",
        among: known)
    }
  }

  /// The paths of all files right inside a folder, refused ones left out.
  func paths(in folder: String) -> [String] {
    tree.sources(in: folder).map(\.path) + tree.files(in: folder).map(\.path)
  }

  /// Reports files of a folder of sections that are no sections.
  mutating func checkSectionFiles(_ folder: String) {
    for path in paths(in: folder) {
      let name = SourceTree.name(path)
      let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : nil
      guard stem.map(Slug.isName) != true else { continue }
      let fixed = Slug.nearest(to: stem ?? SourceTree.stem(name)).map { $0 + ".md" }
      add(
        FileCode.unexpectedFile, "« \(path) » n'est pas le nom d'une section.",
        at: Place(file: path),
        expected: "un nom en minuscules sans accent, chiffres et traits d'union, suivi de « .md »",
        suggestion: fixed)
    }
  }

  mutating func reportUnexpected(_ path: String, expected: String, among names: [String]) {
    add(
      FileCode.unexpectedFile, "Le fichier « \(path) » n'a pas sa place ici.",
      at: Place(file: path),
      expected: expected,
      suggestion: Suggestion.nearest(to: SourceTree.name(path), among: names))
  }

  /// Reports a folder whose name is no semantic name; false then.
  mutating func checkSlug(_ name: String, at path: String) -> Bool {
    guard !Slug.isName(name) else { return true }
    add(
      .invalidName, "Le nom du dossier « \(path) » n'est pas valide.", at: Place(file: path),
      expected: "des minuscules sans accent, des chiffres et des traits d'union",
      suggestion: Slug.nearest(to: name))
    return false
  }
}
