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
    typealias Keys = FileSchemas.Plan
    let record = read(
      "templates/\(slug)/plan.yaml",
      content: "le plan de la famille, avec les clés titre et sections"
    ) { reader, root in
      let record = reader.record(root, Keys.schema)
      if let record, record.text(Keys.title) != nil, record[Keys.sections] != nil {
        for path in [Keys.sections, Keys.unnumbered] { reader.checkNames(record.entries(path)) }
      }
      return record
    }
    guard let record else { return nil }
    editorialRecords.append(record)
    guard let title = record.text(Keys.title), record[Keys.sections] != nil else { return nil }
    return Family(
      slug: slug, title: title, sections: record.entries(Keys.sections),
      unnumbered: record.entries(Keys.unnumbered))
  }
}

extension FactReader {
  /// Reports the sections that a list names twice.
  fileprivate mutating func checkNames(_ entries: [Family.Entry]) {
    var first: [String: Place] = [:]
    for entry in entries {
      guard let earlier = first[entry.name] else {
        first[entry.name] = entry.place
        continue
      }
      add(
        .duplicateCode, "La section « \(entry.name) » est déjà à la ligne \(earlier.line).",
        at: entry.place, expected: "une seule fois chaque section")
    }
  }
}
