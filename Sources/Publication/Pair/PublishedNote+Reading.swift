public import Configuration
public import Diagnostics
public import Facts
import Notes
public import Files
public import YAML

extension PublishedNote {
  /// Reads the pair of a published note; nil when there is none, or when it has errors.
  ///
  /// **Errors**: `paire-incomplete`, `paire-modifiee`, and those of the YAML reader.
  public static func read(
    _ department: String, _ year: SchoolYear, in tree: SourceTree,
    into diagnostics: inout DiagnosticList
  ) -> PublishedNote? {
    let folder = folder(of: department)
    let paths = (text: "\(folder)/\(year.text).md", facts: "\(folder)/\(year.text).yaml")
    switch (tree[paths.text], tree[paths.facts]) {
    case (nil, nil): return nil
    case (let text?, let facts?):
      return PairReader(text: text, facts: facts).note(department, year, into: &diagnostics)
    // A file that cannot be read was told already.
    case (nil, _) where !tree.isRefused(paths.text):
      diagnostics.add(.incompletePair(missing: paths.text, beside: paths.facts))
    case (_, nil) where !tree.isRefused(paths.facts):
      diagnostics.add(.incompletePair(missing: paths.facts, beside: paths.text))
    default: break
    }
    return nil
  }
}

/// Reads one pair.
private struct PairReader {
  let text: SourceText
  let facts: SourceText

  func note(
    _ department: String, _ year: SchoolYear, into diagnostics: inout DiagnosticList
  ) -> PublishedNote? {
    guard isUntouched else {
      diagnostics.add(.modifiedPair(facts.path))
      return nil
    }
    let document = YAMLReader.read(facts, into: &diagnostics)
    guard let root = document.root, let pairs = root.pairs,
      let inner = pairs.first(where: { $0.key.text == "faits" })?.value
    else { return nil }
    var head = root
    head.content = .mapping(pairs.filter { !["empreinte", "faits"].contains($0.key.text ?? "") })
    var reader = FactReader(document)
    let header = reader.record(head, PublicationSchema.header)
    let record = reader.frozen(inner)
    diagnostics.add(contentsOf: reader.diagnostics)
    guard let header, let record, !reader.diagnostics.hasErrors else { return nil }
    return PublishedNote(
      department, year, header: header, facts: record,
      sections: sections(header.records(at: "sections")))
  }

  /// Whether the fingerprint is that of the pair.
  private var isUntouched: Bool {
    guard
      let line = (1...facts.lineCount).first(where: {
        facts.line($0)?.hasPrefix("empreinte: ") ?? false
      })
    else { return false }
    let start = facts.utf8Offset(line: line + 1, byteColumn: 1)
    let body = String(decoding: Array(facts.text.utf8).dropFirst(start), as: UTF8.self)
    let written = facts.line(line)?.dropFirst("empreinte: ".count)
    return written == "\"\(PublishedNote.fingerprint(text.text, body))\""
  }

  /// The text of each section, after its mark.
  private func sections(_ records: [Record]) -> [PublishedNote.Section] {
    var texts: [String: (text: String, line: Int)] = [:]
    var name: String?
    for number in 1...text.lineCount {
      let line = text.line(number) ?? ""
      if line.hasPrefix("{# section : "), line.hasSuffix(" #}") {
        let found = String(line.dropFirst("{# section : ".count).dropLast(" #}".count))
        texts[found] = ("", number + 1)
        name = found
      } else if let name, number < text.lineCount || !line.isEmpty {
        texts[name]?.text += line + "\n"
      }
    }
    return records.compactMap { record in
      guard let name = record.text(at: "nom"), let found = texts[name] else { return nil }
      return PublishedNote.Section(
        name: name, isNumbered: record["numero"]?.value == .boolean(true), markdown: found.text,
        firstLine: found.line)
    }
  }
}

extension PublishedNote {
  fileprivate init?(
    _ department: String, _ year: SchoolYear, header: Record, facts: Record, sections: [Section]
  ) {
    guard case .day(let day)? = header["publiee_le"]?.value, let title = header.text(at: "titre"),
      let family = header.text(at: "famille"), let edition = header.text(at: "edition")
    else { return nil }
    let revisions = header.records(at: "revisions").compactMap { record -> Revision? in
      guard case .day(let day)? = record["date"]?.value, let reason = record.text(at: "motif"),
        let kind = record.text(at: "nature").flatMap(Revision.Kind.init)
      else { return nil }
      return Revision(date: day, reason: reason, kind: kind)
    }
    let results = header.records(at: "resultats").compactMap { record -> WorkedResult? in
      guard let name = record.text(at: "nom"), case .amount(let amount)? = record["montant"]?.value
      else { return nil }
      return WorkedResult(name: name, amount: amount)
    }
    self.init(
      department: department, year: year, title: title, family: family, edition: edition,
      editionCauses: header.records(at: "changements_editions").compactMap {
        SectionCause($0, edition: $0.text(at: "edition"))
      },
      publishedOn: day, revisions: revisions,
      glossary: header.records(at: "sigles").compactMap(GlossaryEntry.init), sections: sections,
      results: results,
      attachments: header.records(at: "pieces").compactMap { record in
        guard let name = record.text(at: "fichier"), let mark = record.text(at: "empreinte") else {
          return nil
        }
        return Attachment(name: name, fingerprint: mark)
      }, facts: facts)
  }
}

extension Diagnostic {
  fileprivate static func incompletePair(missing: String, beside other: String) -> Diagnostic {
    Diagnostic(
      PublicationCode.incompletePair,
      "La note publiée n’a plus ses deux fichiers : « \(missing) » manque.", at: Place(file: other),
      expected: "les deux fichiers, tels que « cadrage publish » les a écrits")
  }

  fileprivate static func modifiedPair(_ path: String) -> Diagnostic {
    Diagnostic(
      PublicationCode.modifiedPair,
      "La note publiée a été changée à la main : l’empreinte ne correspond plus.",
      at: Place(file: path),
      expected:
        "les deux fichiers tels que « cadrage publish » les a écrits ; pour changer une note "
        + "publiée, changez les sources, puis publiez une révision")
  }
}
