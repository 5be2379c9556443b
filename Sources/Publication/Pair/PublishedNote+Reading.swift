import Configuration
public import Diagnostics
public import Facts
import Notes
public import Files
import YAML

extension PublishedNote {
  /// Reads the pair of a published note; nil when there is none, or when it has errors.
  ///
  /// **Errors**: `paire-incomplete`, `paire-modifiee`, and those of the YAML reader.
  public static func read(
    _ department: String, _ year: SchoolYear, in tree: SourceTree,
    into diagnostics: inout DiagnosticList
  ) -> PublishedNote? {
    let paths = paths(department, year)
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

private struct PairReader {
  private typealias Keys = PublicationSchema

  let text: SourceText
  let facts: SourceText

  func note(
    _ department: String, _ year: SchoolYear, into diagnostics: inout DiagnosticList
  ) -> PublishedNote? {
    guard isUntouched else {
      diagnostics.add(.modifiedPair(facts.path))
      return nil
    }
    var found = DiagnosticList()
    let document = YAMLReader.read(facts, into: &found)
    diagnostics.add(contentsOf: found)
    guard let root = document.root, let pairs = root.pairs,
      let inner = pairs.first(where: { $0.key.text == Keys.facts })?.value
    else {
      // The fingerprint was made again by hand too.
      if !found.hasErrors { diagnostics.add(.modifiedPair(facts.path)) }
      return nil
    }
    var head = root
    head.content = .mapping(
      pairs.filter { ![Keys.fingerprint, Keys.facts].contains($0.key.text ?? "") })
    var reader = FactReader(document)
    let header = reader.record(head, Keys.header)
    let record = reader.frozen(inner)
    diagnostics.add(contentsOf: reader.diagnostics)
    guard let header, let record, !reader.diagnostics.hasErrors else { return nil }
    return PublishedNote(
      department, year, header: header, facts: record,
      sections: sections(header.records(Keys.sections)))
  }

  /// Whether the fingerprint is that of the pair.
  private var isUntouched: Bool {
    let key = Keys.fingerprint + ": "
    guard let line = (1...facts.lineCount).first(where: { facts.line($0)?.hasPrefix(key) ?? false })
    else { return false }
    let bytes = facts.text.utf8.dropFirst(facts.utf8Offset(line: line + 1, byteColumn: 1))
    return facts.line(line)?.dropFirst(key.count)
      == "\"\(PublishedNote.fingerprint(text.text, Substring(bytes)))\""
  }

  /// The text of each section, after its mark.
  private func sections(_ records: [Record]) -> [PublishedNote.Section] {
    var found: [String: (start: String.Index, end: String.Index, line: Int)] = [:]
    var name = ""
    let lines = text.text.utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (rank, line) in zip(1..., lines) {
      let end = line.endIndex
      let next = end == text.text.endIndex ? end : text.text.utf8.index(after: end)
      if let section = PublishedNote.section(beginningAt: line) {
        name = section
        found[name] = (next, next, rank + 1)
      } else {
        found[name]?.end = next
      }
    }
    return records.compactMap { record in
      guard let name = record.text(Keys.sectionName), let (start, end, line) = found[name] else {
        return nil
      }
      return PublishedNote.Section(
        name: name, isNumbered: record.isTrue(Keys.isNumbered),
        markdown: String(text.text[start..<end]), firstLine: line)
    }
  }
}

extension PublishedNote {
  fileprivate init?(
    _ department: String, _ year: SchoolYear, header: Record, facts: Record, sections: [Section]
  ) {
    typealias Keys = PublicationSchema
    guard let day = header.day(Keys.publishedOn), let title = header.text(Keys.title),
      let family = header.text(Keys.family), let edition = header.text(Keys.edition)
    else { return nil }
    self.init(
      department: department, year: year, title: title, family: family, edition: edition,
      editionCauses: header.records(Keys.editionCauses).compactMap {
        SectionCause($0, edition: $0.text(Keys.causeEdition))
      },
      publishedOn: day,
      revisions: header.records(Keys.revisions).compactMap { record in
        guard let day = record.day(Keys.revisionDate),
          let reason = record.text(Keys.revisionReason),
          let kind = record.text(Keys.revisionKind).flatMap(Revision.Kind.init)
        else { return nil }
        let anchors = record.records(Keys.revisionFormerAnchors).compactMap(FormerAnchor.init)
        return Revision(date: day, reason: reason, kind: kind, formerAnchors: anchors)
      },
      glossary: header.records(Keys.glossary).compactMap(GlossaryEntry.init), sections: sections,
      results: header.records(Keys.results).compactMap { record in
        guard let name = record.text(Keys.resultName), let amount = record.amount(Keys.resultAmount)
        else { return nil }
        return WorkedResult(name: name, amount: amount)
      },
      attachments: header.records(Keys.attachments).compactMap(CitedFile.init),
      images: header.records(Keys.images).compactMap(CitedFile.init), facts: facts)
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

extension PublishedNote.CitedFile {
  fileprivate init?(_ record: Record) {
    typealias Keys = PublicationSchema
    guard let name = record.text(Keys.citedFileName),
      let fingerprint = record.text(Keys.citedFileFingerprint)
    else { return nil }
    self.init(name: name, fingerprint: fingerprint)
  }
}

extension FormerAnchor {
  fileprivate init?(_ record: Record) {
    typealias Keys = PublicationSchema
    guard let anchor = record.text(Keys.formerAnchorName),
      let title = record.text(Keys.formerAnchorTitle)
    else { return nil }
    self.init(anchor: anchor, title: title, target: record.text(Keys.formerAnchorTarget))
  }
}
