import Configuration
import Diagnostics
import Facts
import Files
import Foundation
import TestSupport
import Notes
import Testing

@testable import Publication

/// The frozen pair: what is written is read back, facts, sources and references alike.
@Suite struct PublishedNoteTests {
  private func pair(_ facts: NoteFacts, glossary: [GlossaryEntry] = []) throws -> PublishedNote {
    PublishedNote(
      department: facts.department, year: facts.year, title: "Note « d'essai » \\ du Clas",
      family: "note-de-cadrage", edition: "circulaire-2021",
      publishedOn: try #require(Day(year: 2025, month: 6, day: 1)),
      revisions: [
        Revision(
          date: try #require(Day(year: 2025, month: 7, day: 2)), reason: "La date : \"31\" # août",
          kind: .minor)
      ], glossary: glossary,
      sections: [
        PublishedNote.Section(
          name: "depot", isNumbered: true, markdown: "## Dépôt\n\nUn texte.\n", firstLine: 2),
        PublishedNote.Section(
          name: "vide", isNumbered: false, markdown: "### Fin\n\n\n", firstLine: 6),
      ], results: PublishedNote.results(of: facts.record),
      facts: NoteFacts.frozen(facts.record))
  }

  private func roundTrip(_ pair: PublishedNote) throws -> PublishedNote {
    var diagnostics = DiagnosticList()
    let files = pair.files
    let tree = SourceTree(texts: [pair.textPath: files.text, pair.factsPath: files.facts])
    let read = PublishedNote.read(pair.department, pair.year, in: tree, into: &diagnostics)
    #expect(diagnostics.isEmpty, "\(diagnostics.sorted)\n\(files.facts)")
    return try #require(read)
  }

  private func check(_ facts: NoteFacts, glossary: [GlossaryEntry]) throws {
    let pair = try pair(facts, glossary: glossary)
    let read = try roundTrip(pair)
    #expect(withoutPlaces(read.facts) == withoutPlaces(pair.facts))
    #expect(read.sections == pair.sections)
    #expect(read.revisions == pair.revisions)
    #expect(read.results == pair.results)
    #expect(read.title == pair.title)
    #expect(read.publishedOn == pair.publishedOn)
    #expect(read.glossary.map(\.acronym) == pair.glossary.map(\.acronym))
    #expect(read.glossary.map(\.form) == pair.glossary.map(\.form))
    #expect(read.files == pair.files)
  }

  @Test func theSampleIsReadBack() throws {
    let configuration = Sample.read(Sample.texts).configuration
    for facts in configuration.departments.flatMap(\.notes) {
      try check(facts, glossary: configuration.glossary)
    }
  }

  @Test func theNotesOfTheRepositoryAreReadBack() throws {
    var diagnostics = DiagnosticList()
    let tree = SourceTree.read(root: Repository.root.path, into: &diagnostics)
    let configuration = SiteConfiguration.read(tree, into: &diagnostics)
    // A draft cannot be published: what waits in it depends on the last note, which no pair holds.
    let notes = configuration.departments.flatMap(\.notes).filter { $0.frozen != nil }
    #expect(notes.count >= 4)
    for facts in notes { try check(facts, glossary: configuration.glossary) }
  }

  @Test func everySortOfValueIsReadBack() throws {
    let year = Sample.texts[Sample.year] ?? ""
    var texts = Sample.texts
    texts[Sample.year] =
      year.replacing("plafond: 8 487 €/collectif", with: "plafond: a_paraitre")
    let configuration = Sample.read(texts).configuration
    for facts in configuration.departments.flatMap(\.notes) { try check(facts, glossary: []) }
  }

  @Test func anyChangeByHandIsFound() throws {
    let configuration = Sample.read(Sample.texts).configuration
    let pair = try pair(try #require(configuration.departments.first?.notes.first))
    let files = pair.files
    let withoutFacts = "publiee: 2025-06-02\n"
    let forged = PublishedNote.fingerprint(files.text, Substring(withoutFacts))
    for (text, facts) in [
      (files.text, "empreinte: \"\(forged)\"\n\(withoutFacts)"),
      (files.text + "\n", files.facts), (files.text, files.facts + "# un mot\n"),
      (files.text.replacing("Un texte.", with: "Un mot."), files.facts),
      (files.text, files.facts.replacing("empreinte: \"", with: "empreinte: \"0")),
      (files.text, files.facts.replacing("empreinte: ", with: "# ")),
    ] {
      var diagnostics = DiagnosticList()
      let tree = SourceTree(texts: [pair.textPath: text, pair.factsPath: facts])
      #expect(PublishedNote.read(pair.department, pair.year, in: tree, into: &diagnostics) == nil)
      #expect(diagnostics.sorted.map(\.code) == ["paire-modifiee"])
    }
  }

  /// Where a value was written differs on purpose.
  private func withoutPlaces(_ record: Record) -> Record {
    record.mapFacts { fact, _ in
      var fact = fact
      if case .record(let record) = fact.value { fact.value = .record(withoutPlaces(record)) }
      fact.place = nil
      return fact
    }
  }
}
