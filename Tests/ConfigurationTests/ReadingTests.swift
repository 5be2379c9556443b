import CustomDump
import Configuration
import Diagnostics
import Facts
import TestSupport
import Testing

/// The valid sample read whole.
@Suite struct ReadingTests {
  let configuration: SiteConfiguration
  let note: NoteFacts

  init() throws {
    let (configuration, diagnostics) = Sample.read(Sample.texts)
    expectNoDifference(diagnostics.sorted, [])
    self.configuration = configuration
    let year = try #require(SchoolYear("2025-2026"))
    note = try #require(configuration.note("vosges", year))
  }

  @Test func settings() {
    expectNoDifference(configuration.settings?.title, "Le Clas, département par département")
    expectNoDifference(configuration.settings?.address, "https://exemple.fr/clas/")
    #expect(configuration.settings?.isDemonstration == true)
    #expect(configuration.settings?.accessibilityMention == "non conforme")
    #expect(configuration.settings?.record.fact(at: "accessibilite.audit") == nil)
    #expect(configuration.settings?.publisher == "Une Caf")
    #expect(configuration.settings?.record.fact(at: "mentions.hebergeur") == nil)
    #expect(
      configuration.settings?.record.fact(at: "mentions.contact")?.value
        == .email("clas@exemple.fr"))
  }

  /// Pages show the cautious mention while the author's is refused.
  @Test func refusedMention() {
    var texts = Sample.texts
    texts[Sample.settings] = "titre: Site\ndemonstration: oui\naccessibilite:\n  mension: oui\n"
    let (configuration, diagnostics) = Sample.read(texts)
    expectNoDifference(diagnostics.sorted.map(\.code), ["cle-inconnue"])
    #expect(configuration.settings?.accessibilityMention == "non conforme")
  }

  @Test func editionsFamiliesAndGlossary() {
    expectNoDifference(
      configuration.editions.map { "\($0.code) \($0.circular) \($0.start.text)" },
      ["circulaire-2021 C-2021-006 2021-2022", "circulaire-2026 C-2026-069 2026-2027"])
    expectNoDifference(configuration.families.map(\.slug), ["note-de-cadrage"])
    expectNoDifference(
      configuration.family("note-de-cadrage")?.sections.map(\.name),
      ["presentation", "depot", "contacts"])
    expectNoDifference(
      configuration.family("note-de-cadrage")?.unnumbered.map(\.name), ["contacts"])
    expectNoDifference(
      configuration.glossary.map { "\($0.acronym) : \($0.form)" },
      ["DSDEN : direction des services départementaux"])
  }

  @Test func noteIsAttachedToItsEditionFamilyAndFiles() {
    #expect(note.edition?.code == "circulaire-2021")
    #expect(note.family?.title == "Note de cadrage du Clas")
    expectNoDifference(note.attachments.map(\.name), ["bilan.pdf"])
    #expect(note.path == "departments/vosges/2025-2026.yaml")
  }

  @Test func valuesAreTyped() {
    let values: [(String, Value)] = [
      ("departement.nom", .name(Name(article: .les, noun: "Vosges"))),
      ("departement.code", .text("88")),
      ("ps.plafond", .amount(Amount(cents: 848_700, unit: .perCollectif))),
      ("ps.maximum", .amount(Amount(cents: 275_828, unit: .perCollectif))),
      ("bonus.parents", .pending(.toBePublished)),
      ("mise_a_jour", month(2025, 6)),
      ("chiffres.annee", year(2024)),
      ("regles.ps.taux", .rate(Rate(hundredthsOfPercent: 3250))),
      ("regles.seances.duree", .duration(90)),
      ("regles.collectif.minimum", .integer(8)),
      ("instance.frequence", .text("deux fois par an")),
      ("instance.nom", .name(Name(article: .le, noun: "comité départemental du Clas"))),
      ("annee", year(2025)),
      ("annee_precedente", year(2024)),
      ("annee_suivante", year(2026)),
      ("demonstration", .boolean(true)),
    ]
    for (path, value) in values { expectNoDifference(note.record.fact(at: path)?.value, value) }
    #expect(note.record["sections"] == nil)
  }

  @Test func calendarHasItsDefaultLabels() {
    let steps = note.record.records(at: "calendrier")
    expectNoDifference(
      steps.map { $0.text(at: "libelle") },
      ["Dépôt des dossiers", "Présentation de la campagne", "Réunion du comité"])
    expectNoDifference(steps.first?["du"]?.value, day("2025-06-20"))
    expectNoDifference(steps.first?["au"]?.value, day("2025-07-31"))
    expectNoDifference(steps[1]["heures"]?.value, Hours(start: 600, end: 660).map(Value.hours))
    expectNoDifference(
      steps[2]["en"]?.value,
      Month(year: 2025, month: 10).map { .pending(.toBeConfirmed(.month($0))) })
  }

  @Test func fundingKeepsAmountsAndRanges() {
    expectNoDifference(
      note.record.records(at: "financements").map { $0["montant"]?.value },
      [
        .amount(Amount(cents: 100_000, unit: .perPorteur)),
        .amountRange(AmountRange(low: 10_000, high: 50_000, unit: .perCollectif)),
      ])
  }

  @Test func referenceIsTheRecordThatItNames() {
    let situation = note.record.records(at: "depot.situations").first
    #expect(situation?.text(at: "plateforme.nom") == "ELAN")
  }

  @Test func sourcesAreKept() {
    expectNoDifference(
      note.record.fact(at: "regles.acomptes.annee_n1")?.source,
      Source(
        document: "C-2026-069", section: "2.4", certainty: .deduced,
        reason: "le reste de l'enveloppe"))
    expectNoDifference(
      note.record.fact(at: "bareme.ps.plafond")?.source,
      Source(document: "barème 2025", section: "1"))
  }

  @Test func originTellsWhichFileWonAndWhatItOverrode() throws {
    let origin = try #require(note.origins.first { $0.path == "instance.frequence" })
    expectNoDifference(
      origin.fact.place, Place(file: Sample.year, line: 9, column: 14, length: 16))
    expectNoDifference(
      origin.overridden,
      [
        Fact(
          .text("une fois par an"),
          place: Place(file: Sample.department, line: 16, column: 14, length: 15))
      ])
    let members = note.origins.first { $0.path == "instance.membres" }
    #expect(members?.fact.place?.file == Sample.department)
  }

  @Test func originsFollowTheSchema() {
    expectNoDifference(
      note.origins.prefix(8).map(\.path),
      [
        "departement.nom", "departement.localisation", "departement.code", "organisme.nom",
        "organisme.nom_court", "organisme.nom_long", "famille", "fuseau",
      ])
    #expect(!note.origins.contains { $0.path.hasPrefix("sections") })
  }

  @Test func changesOfThePlanAreKeptInOrder() {
    expectNoDifference(
      note.sectionChanges.map { ($0.added + $0.moved)[0].place.file },
      [Sample.department, Sample.year])
    expectNoDifference(note.sectionChanges[0].added.map(\.name), ["contrats-de-ville"])
    expectNoDifference(note.sectionChanges[0].added.map(\.target), [.after("depot")])
    expectNoDifference(note.sectionChanges[1].removed.map(\.name), ["exemple-ain"])
    expectNoDifference(note.sectionChanges[1].moved.map(\.target), [.start])
  }

  @Test(arguments: ["\u{FEFF}", ""], ["\r\n", "\n", "\r"])
  func byteOrderMarkAndLineEndsChangeNothing(mark: String, end: String) {
    let texts = Sample.texts.mapValues { mark + $0.replacing("\n", with: end) }
    let (other, diagnostics) = Sample.read(texts)
    expectNoDifference(diagnostics.sorted, [])
    expectNoDifference(other.departments.first?.notes.first?.record, note.record)
  }
}
