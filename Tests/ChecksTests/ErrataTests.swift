import Diagnostics
import TestSupport
import Testing

/// The errata of the original documents, put back one by one into the content of the repository.
///
/// What was wrong in a published note must not come back in silence. Of those that no check can see,
/// `ErrataTests.unseen` says why.
@Suite struct ErrataTests {
  /// One edit of the content, and what it must be told.
  struct Erratum: CustomTestStringConvertible, Sendable {
    /// « V-1 »: the letter is that of the document.
    var id: String
    var file: String
    /// What the file says now; nil adds lines at its end.
    var old: String?
    /// With the mark `1️⃣` where the message is expected.
    var new: String
    var code: String

    /// Lines added at the end of a file.
    init(_ id: String, _ file: String, _ new: String, _ code: String) {
      (self.id, self.file, self.new, self.code) = (id, file, new, code)
    }

    /// Words that replace others.
    init(_ id: String, _ file: String, _ old: String, _ new: String, _ code: String) {
      (self.id, self.file, self.old, self.new, self.code) = (id, file, old, new, code)
    }

    var testDescription: String { id }
  }

  private static let vosges = "departments/vosges/2025-2026.yaml"
  private static let animation = "departments/vosges/2025-2026/animation.md"
  private static let isere = "departments/isere/2022-2023/animation.md"
  private static let mayenne = "departments/mayenne/2023-2024/animation.md"
  private static let rhone = "departments/rhone/sections/beneficiaires.md"

  static let seen: [Erratum] = [
    // The circulaire.
    Erratum(
      "C-1", animation,
      """
      La circulaire C-2021-006 du 6 avril 2021 fixe ces règles.

      La circulaire C-2021-006 du 1️⃣7 avril 2021 les précise.
      """, "valeur-divergente"),
    Erratum("C-3", animation, "Un modèle de bilan se trouve dans l'1️⃣annexe 4.", "annexe-absente"),
    // Mayenne.
    Erratum("M-1", mayenne, "#### 1️⃣4.1 Les modalités de calcul", "numero-a-la-main"),
    Erratum(
      "M-2", mayenne, "Le référentiel a été diffusé aux Caf en 1️⃣avril 2019.", "annee-perimee"),
    Erratum(
      "M-3", mayenne, "Une demande déposée hors 1️⃣délai n'est plus recevable.",
      "calendrier-sans-depot"),
    Erratum(
      "M-6", mayenne, "Cherchez un lien avec le 1️⃣programme de réussite éducatif.",
      "forme-du-sigle"),
    // Rhône.
    Erratum("R-8", rhone, "Les 1️⃣CLAS du département sont concernés.", "sigle-mal-ecrit"),
    Erratum(
      "R-9", rhone, "Voyez le 1️⃣Projet de réussite éducative (PRE) de la ville.",
      "forme-du-sigle"),
    // Isère.
    Erratum("I-1", isere, "Le 1️⃣comité départemental en fait le bilan.", "deux-graphies"),
    Erratum(
      "I-2", "departments/isere/2022-2023/priorites.md",
      "1️⃣La commission fixe les priorités suivantes :", "liste-annoncee-vide"),
    Erratum("I-8", isere, "Écrivez à 1️⃣Norig Le-Goarant.", "deux-graphies"),
    Erratum(
      "I-10", isere, "Le nombre de séances par semaine est 1️⃣« également fixé à deux.”",
      "signe-sans-pendant"),
    Erratum(
      "I-11", isere, "Le Reaap (1️⃣réseau d'accompagnement et d'appui aux parents) vous aide.",
      "forme-du-sigle"),
    Erratum(
      "I-12", "departments/national/2022-2023.yaml", "      valeur: euro",
      "      valeur: centime", "ps-maximum"),
    Erratum(
      "I-13", "departments/isere/2022-2023.yaml",
      "    au: 2022-07-31\n    precision: Le 31 juillet, un dimanche, est le dernier délai.",
      "    au: 1️⃣2022-07-31", "echeance-un-jour-ferie"),
    // Vosges.
    Erratum(
      "V-1", animation, "La Caf propose cet appui pour l'année 1️⃣2024/2025.", "annee-perimee"),
    Erratum(
      "V-2", animation, "Joignez les comptes des actions menées en 1️⃣2023.", "annee-perimee"),
    Erratum(
      "V-3", vosges, "ps:\n", "referentiel:\n  diffusion: 1️⃣2019-04\n\nps:\n", "annee-perimee"),
    Erratum("V-6", animation, "Le maximum est de 1️⃣2 758.28 € par groupe.", "point-dans-un-nombre"),
    Erratum("V-7", animation, "La 1️⃣DDETSP y siège.", "sigle-inconnu"),
    Erratum(
      "V-8", vosges, "      plateforme: mon-compte-partenaire\n",
      "      plateforme: mon-compte-partenaire\n      precision: 1️⃣Déposez dans ELAN.\n",
      "consignes-contraires"),
    Erratum(
      "V-9", animation, "Les 1️⃣Territoires Numériques Educatifs y participent.",
      "forme-du-sigle"),
    Erratum(
      "V-11", rhone, "La charte est 1️⃣annexée à cette note de cadrage.", "annexe-absente"),
    Erratum(
      "V-12", animation, "Envoyez le document « Ajustement du projet 2024-2025 »1️⃣).",
      "signe-sans-pendant"),
    Erratum(
      "V-15", vosges,
      "seulement si vous demandez le bonus TNE. Joignez-la dans ELAN. Si vous déposez ailleurs,",
      "1️⃣Joignez-la dans ELAN et", "consignes-contraires"),
    // The names of the tools, from one document to the next.
    Erratum("outils", animation, "Déposez votre dossier dans 1️⃣Elan.", "sigle-mal-ecrit"),
  ]

  /// What no check can see, and why.
  static let unseen: [String: String] = [
    "V-14": "the date is the department's own: the check tells it, a waiver gives its reason",
    "C-2": "a number of months that is not that of the months named: reckoning in prose",
    "C-4":
      "figures that a text announces and that its facts do not have may be left out on purpose",
    "C-5": "which year something was created in is no fact of a note",
    "C-6": "a beginning written as a period: its meaning",
    "C-7": "three days of entry into force, each of a different text",
    "C-8": "« minimum » left out: the notes print the rule itself, which stands once",
    "C-9": "a local committee exists beside that of the department: both may be meant",
    "C-10": "an agency that the glossary does not have, not in capitals",
    "C-11": "spelling and grammar: the work of a spelling checker",
    "C-12": "whom a bonus is counted for: its meaning",
    "C-13": "« minimum » left out, as in C-8",
    "M-4": "a note may announce no amount: it then says where to read them",
    "M-5": "grammar", "M-7": "grammar", "M-8": "grammar",
    "M-9": "one item fewer in a list",
    "R-1": "the day of a text of law that no file of the project holds",
    "R-2": "three axes where the circulaire has four: one item fewer in a list",
    "R-3": "a question in the wrong list: its meaning",
    "R-4": "an old change presented as new, without its year",
    "R-5": "two words that contradict each other",
    "R-6": "a note may have neither amount nor date nor contact: it then says whom to ask",
    "R-7": "a rule said more weakly: its meaning",
    "I-3": "two ways in two sentences of prose",
    "I-4": "spelling", "I-6": "grammar", "I-7": "grammar",
    "I-5": "brackets that are well formed, left from a draft",
    "I-9": "« et » for « ou »: its meaning",
    "I-15": "a sentence that goes with none",
    "V-4": "two lengths of a convention in prose: the rule stands once in the facts",
    "V-5": "spelling and grammar",
    "V-10": "two names of a charter that is no fact of the note",
  ]

  /// Those of conversion: what is no text is for the reading of Markdown to tell.
  static let conversion = ["M-10", "I-14", "V-13"]

  @Test(arguments: seen) func erratum(_ erratum: Erratum) throws {
    let sample = ErrataTests.drafts
    let before = sample[erratum.file]
    try #require(!before.isEmpty, "\(erratum.file) is no file")
    let after: String
    if let old = erratum.old {
      let range = try #require(
        before.firstRange(of: old), "\(erratum.file) no longer says « \(old) »")
      after = String(before[..<range.lowerBound] + erratum.new + before[range.upperBound...])
    } else {
      after = before + "\n" + erratum.new + "\n"
    }
    let quiet = ErrataTests.before.filter { $0.code == erratum.code }
    let found = LoadedProject(sample, changing: [erratum.file: after]).found
    let place = found.sources.places["1️⃣"]
    let told = found.diagnostics.filter { $0.code == erratum.code && !quiet.contains($0) }
    let places = told.compactMap(\.place)
    #expect(
      place.map { wanted in places.contains { $0.line == wanted.line && $0.column == wanted.column }
      }
        ?? !told.isEmpty, "\(found.diagnostics.map { "\($0.code) \($0.message)" })")
  }

  /// Every erratum is put back, or a reason says why nobody can see it.
  @Test func everyErratum() {
    let counts = ["C": 13, "M": 10, "R": 9, "I": 15, "V": 15]
    let all = counts.flatMap { letter, count in (1...count).map { "\(letter)-\($0)" } }
    let told = ErrataTests.seen.map(\.id).filter { $0 != "outils" }
    #expect(
      Set(all) == Set(told + Array(ErrataTests.unseen.keys) + ErrataTests.conversion))
  }

  /// What is told of the content as it is.
  private static let before = LoadedProject(drafts).found.diagnostics

  /// The content of the repository, no note published.
  private static let drafts: SampleProject = {
    var sample = SampleProject.ofRepository
    sample.texts = sample.texts.filter { !$0.key.contains("/publiees/") }
    return sample
  }()
}
