import Configuration
public import Diagnostics
public import Facts
public import Files
import Glibc
import Notes
import Text

extension PublishedNote {
  private typealias Keys = PublicationSchema

  public var files: (text: String, facts: String) {
    let text = sections.map {
      PublishedNote.mark.start + $0.name + PublishedNote.mark.end + "\n" + $0.markdown
    }.joined()
    let body = factsBody
    let facts = """
      # Écrit par « cadrage publish ». Ne changez rien ici à la main : changez les sources, puis
      # publiez une révision.
      \(Keys.fingerprint): "\(PublishedNote.fingerprint(text, body))"

      """ + body
    return (text, facts)
  }

  /// Both files, as a tree of sources holds them.
  public var sources: [SourceText] {
    let files = files
    return [
      SourceText(path: textPath, text: files.text), SourceText(path: factsPath, text: files.facts),
    ]
  }

  /// Puts both files in the place of the old ones, in one step: a copy of their folder is made
  /// beside, in which the other notes are the same files, and takes its place.
  ///
  /// A crash leaves the old pair or the new one, and perhaps a folder whose name begins with a dot,
  /// which is no part of the sources and which the next command that writes removes.
  ///
  /// - Parameter root: the project's.
  ///
  /// **Errors**: `exchangeRefused`, `system`. The old pair is untouched after either, unless the disk
  /// refuses to keep the exchange itself: the new one is there then.
  public func write(root: String) throws(WritingError) {
    let folder = root + "/" + PublishedNote.folder(of: department)
    let staging = FileSystem.parent(of: folder) + PublishedNote.staging
    let isNew = try FileSystem.kind(of: folder, followingLinks: false) == .missing
    do throws(WritingError) {
      try FileSystem.remove(staging)
      try FileSystem.makeFolder(staging)
      let written = sources.map { (name: SourceTree.name($0.path), text: $0.original) }
      for name in isNew ? [] : try FileSystem.names(in: folder)
      where !written.contains(where: { $0.name == name }) {
        guard FileSystem.link("\(folder)/\(name)", to: "\(staging)/\(name)") else {
          throw FileSystem.failure("écrire", "\(staging)/\(name)")
        }
      }
      for (name, text) in written {
        try FileSystem.write(Array(text.utf8), to: "\(staging)/\(name)")
        try FileSystem.synchronize("\(staging)/\(name)")
      }
      try FileSystem.synchronize(staging)
      if isNew {
        try FileSystem.rename(staging, to: folder)
      } else {
        try FileSystem.exchange(staging, with: folder)
      }
    } catch {
      try? FileSystem.remove(staging)
      throw error
    }
    // The old folder has this name now; what is left of it is no part of the sources.
    try? FileSystem.remove(staging)
    try FileSystem.synchronize(FileSystem.parent(of: folder))
  }

  private static let staging = "/.publiees.tmp"

  /// Removes what writing left that did not end; nobody may be writing.
  ///
  /// - Parameter root: the project's.
  public static func removeLeftovers(root: String) {
    let departments = root + "/departments"
    for name in (try? FileSystem.names(in: departments)) ?? [] where !name.hasPrefix(".") {
      try? FileSystem.remove(departments + "/" + name + staging)
    }
  }

  /// Takes both files away.
  ///
  /// - Parameter root: the project's.
  public static func remove(
    _ department: String, _ year: SchoolYear, root: String
  ) throws(WritingError) {
    let paths = paths(department, year)
    for path in [paths.text, paths.facts] { try FileSystem.remove(root + "/" + path) }
    // It stays when it holds other notes.
    rmdir(root + "/" + folder(of: department))
  }

  /// What stands around the name of a section, on the line that begins its text.
  private static let mark = (start: "{# section : ", end: " #}")

  /// The section that a line of the text begins; nil for any other line.
  static func section(beginningAt line: Substring.UTF8View) -> String? {
    let (start, end) = (mark.start.utf8, mark.end.utf8)
    guard line.starts(with: start), line.suffix(end.count).elementsEqual(end) else { return nil }
    return String(Substring(line.dropFirst(start.count).dropLast(end.count)))
  }

  /// Everything in the file of facts after the fingerprint.
  private var factsBody: String {
    var writer = FactWriter(indent: 0)
    writer.write(header)
    var facts = FactWriter(indent: 2)
    facts.write(self.facts)
    return writer.text + "\(Keys.facts):\n" + facts.text
  }

  private var header: Record {
    func records(_ schema: Schema, _ values: [KeyValuePairs<FactPath, Value?>]) -> Value? {
      values.isEmpty ? nil : .list(values.map { Fact(.record(Record(schema, $0))) })
    }
    func cited(_ files: [CitedFile]) -> Value? {
      records(
        Keys.citedFile,
        files.map {
          [Keys.citedFileName: .text($0.name), Keys.citedFileFingerprint: .text($0.fingerprint)]
        })
    }
    typealias Sigle = FileSchemas.GlossaryEntry
    return Record(
      Keys.header,
      [
        Keys.publishedOn: .day(publishedOn), Keys.title: .text(title),
        Keys.family: .text(family), Keys.edition: .text(edition),
        Keys.editionCauses: records(
          Keys.cause,
          editionCauses.map {
            [
              Keys.causeEdition: .text($0.edition ?? edition),
              Keys.causeSection: .text($0.section), Keys.causeText: .text($0.text),
            ]
          }),
        Keys.sections: records(
          Keys.section,
          sections.map {
            [Keys.sectionName: .text($0.name), Keys.isNumbered: .boolean($0.isNumbered)]
          }) ?? .list([]),
        Keys.revisions: records(
          Keys.revision,
          revisions.map {
            [
              Keys.revisionDate: .day($0.date), Keys.revisionReason: .text($0.reason),
              Keys.revisionKind: .text($0.kind.rawValue),
              Keys.revisionFormerAnchors: records(
                Keys.formerAnchor,
                $0.formerAnchors.map {
                  [
                    Keys.formerAnchorName: .text($0.anchor),
                    Keys.formerAnchorTitle: .text($0.title),
                    Keys.formerAnchorTarget: $0.target.map { .text($0) },
                  ]
                }),
            ]
          }),
        Keys.glossary: records(
          Sigle.schema,
          glossary.map { [Sigle.acronym: .text($0.acronym), Sigle.form: .text($0.form)] }),
        Keys.results: records(
          Keys.result,
          results.map { [Keys.resultName: .text($0.name), Keys.resultAmount: .amount($0.amount)] }),
        Keys.attachments: cited(attachments), Keys.images: cited(images),
      ])
  }

  /// Tells a change by hand or a half-written pair: no protection against malice is meant.
  static func fingerprint(_ text: String, _ body: some StringProtocol) -> String {
    var hash = FNV1a()
    for byte in text.utf8 { hash.add(byte) }
    hash.add(0xFF)
    for byte in body.utf8 { hash.add(byte) }
    return hash.hexadecimal
  }

  static func fingerprint(_ bytes: [UInt8]) -> String {
    var hash = FNV1a()
    for byte in bytes { hash.add(byte) }
    return hash.hexadecimal
  }
}
