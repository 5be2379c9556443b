import Diagnostics
package import Facts
import Files
package import YAML

extension ConfigurationReader {
  /// The facts of one file of a note.
  struct Layer {
    var file: NoteFile
    var path: String
    var record = Record(NoteSchema.written)
    /// Whether the file exists and could be read; otherwise its keys are not said to be missing.
    var isReadable = true
    var refused: Set<String> = []
    var keyPlaces: [String: Place] = [:]
  }

  mutating func readDepartments(
    settings: Settings?, editions: [Edition], families: [Family],
    frozen: SiteConfiguration.FrozenReading
  ) -> [Department] {
    checkDepartmentRoot()
    let rules = requiredLayer(
      .rules, "departments/national/regles.yaml",
      content: "les plateformes et les règles nationales, chacune avec sa source")
    let national = readNationalYears()
    var departments: [Department] = []
    for slug in tree.folderNames(in: "departments") where slug != "national" {
      guard checkSlug(slug, at: "departments/" + slug) else { continue }
      checkDepartmentFiles(slug)
      let lasting = requiredLayer(
        .department, "departments/\(slug)/departement.yaml",
        content: "les clés departement, organisme, famille et instance")
      let years = years(in: "departments/" + slug)
      if years.isEmpty {
        add(
          .departmentWithoutYear, "Le département « \(slug) » n'a aucune année.",
          at: Place(file: "departments/" + slug),
          expected: "un fichier comme departments/\(slug)/2025-2026.yaml")
      }
      var department = Department(slug: slug, lasting: lasting.record, notes: [])
      for year in years {
        let path = "departments/\(slug)/\(year.text).yaml"
        var layers = [layer(.year, path), lasting]
        if let layer = national[year] { layers.append(layer) }
        layers.append(rules)
        let assembly = NoteAssembly(
          department: slug, year: year, layers: layers, settings: settings, editions: editions,
          families: families)
        var facts = assemble(assembly)
        facts.frozen = frozen(slug, year, &diagnostics)
        facts.completeLastValues(after: department.notes)
        department.notes.append(facts)
      }
      departments.append(department)
    }
    return departments
  }

  private mutating func readNationalYears() -> [SchoolYear: Layer] {
    var layers: [SchoolYear: Layer] = [:]
    for year in years(in: "departments/national") {
      layers[year] = layer(.nationalYear, "departments/national/\(year.text).yaml")
    }
    return layers
  }

  private mutating func requiredLayer(_ file: NoteFile, _ path: String, content: String) -> Layer {
    guard tree[path] != nil else {
      if !tree.isRefused(path) {
        add(
          .missingFile, "Le fichier « \(path) » n'existe pas.", at: Place(file: path),
          expected: content)
      }
      return Layer(file: file, path: path, isReadable: false)
    }
    return layer(file, path)
  }

  /// Reads one file of facts.
  private mutating func layer(_ file: NoteFile, _ path: String) -> Layer {
    var layer = Layer(file: file, path: path)
    guard let source = tree[path] else {
      layer.isReadable = false
      return layer
    }
    let document = YAMLReader.read(source, into: &diagnostics)
    guard let root = document.root else {
      layer.isReadable = false
      return layer
    }
    var reader = FactReader(document)
    let allowed = reader.withoutMisplaced(root, file: file)
    layer.record = reader.root(allowed, NoteSchema.written) ?? Record(NoteSchema.written)
    layer.isReadable = root.pairs != nil
    layer.refused = reader.refused
    layer.keyPlaces = reader.keyPlaces
    diagnostics.add(contentsOf: reader.diagnostics)
    return layer
  }

  /// The school years whose facts are in a folder, from the oldest.
  private func years(in folder: String) -> [SchoolYear] {
    let names = tree.sources(in: folder).map { SourceTree.name($0.path) }
    let refused = tree.refusedNames(in: folder)
    return (names + refused).filter { $0.hasSuffix(".yaml") }
      .compactMap { SchoolYear($0.dropLast(5)) }.sorted()
  }
}

extension FactReader {
  /// The root without the keys that this kind of file may not hold, each reported.
  mutating func withoutMisplaced(_ root: YAMLNode, file: NoteFile) -> YAMLNode {
    guard let pairs = root.pairs else { return root }
    var kept: [YAMLNode.Pair] = []
    for pair in pairs {
      let files = NoteSchema.files(of: pair.key.text ?? "")
      guard !files.isEmpty, !files.contains(file) else {
        kept.append(pair)
        continue
      }
      let places = NoteFile.allCases.filter(files.contains).map(\.pattern)
      add(
        .misplacedKey, "La clé « \(pair.key.text ?? "") » ne s'écrit pas dans ce fichier.",
        at: pair.key.place, expected: "dans " + places.joined(separator: " ou "))
      refuse(pair.key.text ?? "")
    }
    var root = root
    root.content = .mapping(kept)
    return root
  }

  /// Reads the root of a file of facts, which other files complete.
  mutating func root(_ node: YAMLNode, _ schema: Schema) -> Record? {
    record(node, schema, path: "", manner: Manner(isWhole: false))
  }

  /// Reads the facts of a published note, references resolved.
  package mutating func frozen(_ node: YAMLNode) -> Record? {
    guard let record = root(node, NoteSchema.visible) else { return nil }
    var references = References(root: record)
    return references.resolved()
  }
}
