import Diagnostics
package import Facts
import Files
package import YAML

extension ConfigurationReader {
  struct Layer {
    var file: NoteFile
    var record = Record(NoteSchema.written)
    /// Whether the file exists and could be read; otherwise its keys are not said to be missing.
    var isReadable = true
    var refused: Set<String> = []
  }

  struct Common {
    var settings: Settings?
    var editions: [Edition]
    var families: [Family]
    var rules: Layer
    var years: [SchoolYear: Layer]
  }

  /// What all departments share.
  mutating func readCommon(_ configuration: SiteConfiguration) -> Common {
    checkDepartmentRoot()
    let national = "departments/national"
    var common = Common(
      settings: configuration.settings, editions: configuration.editions,
      families: configuration.families,
      rules: layer(
        .rules, national + "/regles.yaml",
        content: "les plateformes et les règles nationales, chacune avec sa source"), years: [:])
    for year in years(in: national) {
      common.years[year] = layer(.nationalYear, "\(national)/\(year.text).yaml")
    }
    return common
  }

  /// What the national file of a year says, alone; nil when there is none.
  mutating func nationalRecord(of year: SchoolYear) -> Record? {
    let path = "departments/national/\(year.text).yaml"
    return tree[path] == nil ? nil : layer(.nationalYear, path).record
  }

  mutating func readDepartment(
    _ slug: String, _ common: Common, _ frozen: SiteConfiguration.FrozenReading
  ) -> Department? {
    let folder = "departments/" + slug
    guard checkSlug(slug, at: folder) else { return nil }
    checkDepartmentFiles(slug)
    let lasting = layer(
      .department, folder + "/departement.yaml",
      content: "les clés departement, organisme et famille")
    let years = years(in: folder)
    if years.isEmpty {
      add(
        .departmentWithoutYear, "Le département « \(slug) » n'a aucune année.",
        at: Place(file: folder), expected: "un fichier comme \(folder)/2025-2026.yaml")
    }
    let glossary = readGlossary(folder)
    var department = Department(slug: slug, lasting: lasting.record, notes: [])
    for year in years {
      var layers = [layer(.year, "\(folder)/\(year.text).yaml"), lasting]
      if let layer = common.years[year] { layers.append(layer) }
      layers.append(common.rules)
      var facts = assemble(
        NoteAssembly(department: slug, year: year, layers: layers, common: common))
      facts.ownGlossary = glossary
      facts.frozen = frozen(slug, year, &diagnostics)
      facts.completeLastValues(after: department.notes)
      department.notes.append(facts)
    }
    return department
  }

  /// - Parameter content: what to write in it, for the message when it is missing.
  private mutating func layer(
    _ file: NoteFile, _ path: String, content: String? = nil
  ) -> Layer {
    let layer = read(path, content: content) { reader, root in
      var layer = Layer(file: file)
      // Other files complete it.
      let known = reader.withoutMisplaced(root, file)
      let record = reader.record(known, NoteSchema.written, FactReader.Manner(isWhole: false))
      if let record { layer.record = record }
      layer.isReadable = root.pairs != nil
      layer.refused = reader.refused
      return layer
    }
    return layer ?? Layer(file: file, isReadable: false)
  }

  /// The school years whose facts are in a folder, from the oldest.
  private func years(in folder: String) -> [SchoolYear] {
    let names = tree.sources(in: folder).map { SourceTree.name($0.path) }
    let refused = tree.refusedIn(folder).map(SourceTree.name)
    return (names + refused).filter { $0.hasSuffix(".yaml") }
      .compactMap { SchoolYear($0.dropLast(5)) }.sorted()
  }
}

extension FactReader {
  /// The root without the keys that this kind of file may not hold, each reported.
  fileprivate mutating func withoutMisplaced(_ root: YAMLNode, _ file: NoteFile) -> YAMLNode {
    func files(_ pair: YAMLNode.Pair) -> Set<NoteFile> {
      pair.key.text.flatMap(NoteSchema.written.index).map { NoteSchema.keys[$0].files } ?? [file]
    }
    let pairs = root.pairs ?? []
    let misplaced = pairs.filter { !files($0).contains(file) }
    if misplaced.isEmpty { return root }
    for pair in misplaced {
      let key = pair.key.text ?? ""
      let places = NoteFile.allCases.filter(files(pair).contains).map(\.pattern)
      add(
        .misplacedKey, "La clé « \(key) » ne s'écrit pas dans ce fichier.", at: pair.key.place,
        expected: "dans " + places.joined(separator: " ou "))
      refuse(key)
    }
    var root = root
    root.content = .mapping(pairs.filter { files($0).contains(file) })
    return root
  }

  /// Reads the facts of a published note, references resolved.
  package mutating func frozen(_ node: YAMLNode) -> Record? {
    // Nothing is wrong with the references of a pair that the program wrote.
    var faults = DiagnosticList()
    return record(node, NoteSchema.visible, Manner(isWhole: false))?.resolved(into: &faults)
  }
}
