import Diagnostics
import Facts
import Files

extension ConfigurationReader {
  /// Reports the required keys that no file of the note holds.
  mutating func checkRequired(_ record: Record, _ assembly: NoteAssembly) {
    for key in NoteSchema.keys {
      let files = key.files
      // What an unreadable file would have said is unknown.
      guard !assembly.layers.contains(where: { files.contains($0.file) && !$0.isReadable }) else {
        continue
      }
      checkRequired(key.field, in: record, path: "", assembly, files: files)
    }
  }

  private mutating func checkRequired(
    _ field: Field, in record: Record, path: String, _ assembly: NoteAssembly,
    files: Set<NoteFile>
  ) {
    let inner = path.isEmpty ? field.key : path + "." + field.key
    guard let fact = record[field.key] else {
      guard field.isRequired, !assembly.layers.contains(where: { $0.refused.contains(inner) })
      else { return }
      reportMissing(field, path: inner, parent: path, assembly, files: files)
      return
    }
    guard case .record(let schema) = field.type, case .record(let record) = fact.value else {
      return
    }
    for field in schema.fields {
      checkRequired(field, in: record, path: inner, assembly, files: files)
    }
  }

  private mutating func reportMissing(
    _ field: Field, path: String, parent: String, _ assembly: NoteAssembly, files: Set<NoteFile>
  ) {
    // Lasting files first: that is where a key that both may hold usually stands.
    let order: [NoteFile] = [.department, .year, .nationalYear, .rules]
    let paths = order.filter(files.contains).map {
      $0.path(department: assembly.department, year: assembly.year.text)
    }
    let place =
      assembly.layers.lazy.compactMap { $0.keyPlaces[parent] }.first
      ?? Place(file: paths.first ?? assembly.path)
    var expected = field.expectation
    if case .record(let schema) = field.type {
      expected =
        "\(field.key): avec les clés "
        + schema.fields.filter(\.isRequired).map(\.key).joined(separator: ", ")
    }
    add(
      .missingKey,
      "Il manque la clé « \(path) » : ajoutez-la dans \(paths.joined(separator: " ou ")).",
      at: place, expected: expected)
  }

  /// The situations that documents name must exist.
  mutating func checkSituations(_ record: Record, _ assembly: NoteAssembly) {
    // What an unreadable list of situations holds is unknown.
    guard assembly.unknownLists.isDisjoint(with: ["depot", "depot.situations"]) else { return }
    let codes = record.records(at: "depot.situations").compactMap { $0.text(at: "code") }
    for piece in record.records(at: "pieces") {
      for fact in piece.list(at: "situations") {
        guard case .text(let code) = fact.value, !codes.contains(code) else { continue }
        add(
          .unknownReference,
          "« \(code) », cité par « pieces.situations », n'est pas une situation du dépôt.",
          at: fact.place,
          expected: codes.isEmpty
            ? "le code d'une situation, et il n'y en a aucune"
            : "une situation parmi " + codes.joined(separator: ", "),
          suggestion: Suggestion.nearest(to: code, among: codes))
      }
    }
  }

  /// The files that facts name must exist.
  mutating func checkFiles(
    _ record: Record, attachments: [SourceTree.File], _ assembly: NoteAssembly
  ) {
    let folder = "departments/\(assembly.department)/\(assembly.year.text)/pieces"
    for list in ["pieces", "annexes"] {
      for item in record.records(at: list) {
        checkFile(item["fichier"], of: list, in: folder, among: attachments.map(\.name))
      }
    }
    let own = "departments/" + assembly.department
    checkFile(
      record.fact(at: "logo.fichier"), of: "logo", in: own, among: tree.files(in: own).map(\.name))
  }

  private mutating func checkFile(
    _ fact: Fact?, of key: String, in folder: String, among names: [String]
  ) {
    guard let fact, case .text(let name) = fact.value, !names.contains(name) else { return }
    add(
      .missingAttachment,
      "Le fichier « \(name) », cité par « \(key) », n'est pas dans « \(folder) ».",
      at: fact.place,
      expected: names.isEmpty
        ? "un fichier de ce dossier, qui n'en a aucun"
        : "un fichier de ce dossier : " + names.joined(separator: ", "),
      suggestion: Suggestion.nearest(to: name, among: names))
  }
}
