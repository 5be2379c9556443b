import Configuration
import Facts
import Text

/// The words that checks know: those of the calendar, those that say what a sentence is about, and
/// the acronyms and platforms of a project. Whatever the case; accents count.
struct Lexicon {
  /// What a sentence is about, or what a word does in it; a word may have several.
  struct Topics: OptionSet {
    let rawValue: UInt64

    /// A text of law or of the Cnaf, whose date and parts are its own.
    static let law = Topics(rawValue: 1 << 0)
    /// How long something has lasted: « depuis ».
    static let since = Topics(rawValue: 1 << 1)
    /// When something began: « créé ».
    static let history = Topics(rawValue: 1 << 2)
    /// The time that a note is about: « l’année », « la campagne », « en ».
    static let period = Topics(rawValue: 1 << 3)
    /// What is over: « bilan », « étiez ».
    static let past = Topics(rawValue: 1 << 4)
    static let filing = Topics(rawValue: 1 << 5)
    /// « en retard »; « délai » after « hors ».
    static let late = Topics(rawValue: 1 << 6)
    /// « recevable », « examiné ».
    static let accepted = Topics(rawValue: 1 << 7)
    /// « ferme », « plus ».
    static let closing = Topics(rawValue: 1 << 8)
    static let ceiling = Topics(rawValue: 1 << 9)
    static let bonus = Topics(rawValue: 1 << 10)
    /// « partie », « section ».
    static let part = Topics(rawValue: 1 << 11)
    /// « voir », « cf ».
    static let see = Topics(rawValue: 1 << 12)
    /// « annexe », « annexée ».
    static let annex = Topics(rawValue: 1 << 13)
    static let committee = Topics(rawValue: 1 << 14)
    static let commission = Topics(rawValue: 1 << 15)
    /// « départemental », « technique »: what a committee of a whole department is called.
    static let departmental = Topics(rawValue: 1 << 16)
    /// « du », « au », « de », « le »: no month follows them at once.
    static let particle = Topics(rawValue: 1 << 17)
    static let `for` = Topics(rawValue: 1 << 18)
    /// A text whose parts and annexes are its own: « circulaire ».
    static let otherText = Topics(rawValue: 1 << 19)
    /// « joint », « jointe », after « ci- ».
    static let joined = Topics(rawValue: 1 << 20)
    static let euro = Topics(rawValue: 1 << 21)
    static let ps = Topics(rawValue: 1 << 22)
    /// « maximum », « jusqu’à ».
    static let maximum = Topics(rawValue: 1 << 23)
    /// « se réunit », « réunion ».
    static let meeting = Topics(rawValue: 1 << 24)
    /// « ouvre », « commence ».
    static let opening = Topics(rawValue: 1 << 25)
    static let report = Topics(rawValue: 1 << 26)
    /// « rendre », « avant ».
    static let due = Topics(rawValue: 1 << 27)
    /// What is of one year: « budget », « formulaire ».
    static let yearly = Topics(rawValue: 1 << 28)
    /// What is counted with decimals: « heures », « km ».
    static let unit = Topics(rawValue: 1 << 29)
    /// « taux ».
    static let rate = Topics(rawValue: 1 << 30)
    /// What a note gives to fill in or to read: « modèle », « fiche ».
    static let document = Topics(rawValue: 1 << 31)
    /// What lasts beyond a year: « convention », « pluriannuel », « prochaine ».
    static let lasting = Topics(rawValue: 1 << 32)
    /// The end of a name of file: « pdf ».
    static let fileSuffix = Topics(rawValue: 1 << 33)
    /// What readers send: « envoyer », « transmettre ».
    static let sending = Topics(rawValue: 1 << 34)
    /// What sets a name off in a sentence: « la », « une ».
    static let article = Topics(rawValue: 1 << 35)
    /// The names of bodies that have an adjective: « conseil départemental ».
    static let body = Topics(rawValue: 1 << 36)
    /// Who and what a note is about: « les collectifs de 2021 » are those of another year.
    static let ofTheYear = Topics(rawValue: 1 << 37)
    /// What a school year is called: « l’année scolaire », « la campagne ».
    static let schoolPeriod = Topics(rawValue: 1 << 38)
    /// « charte »: one that a note joins is that of its year.
    static let charter = Topics(rawValue: 1 << 39)
    /// What the Ps does of a cost: « couvre ».
    static let covering = Topics(rawValue: 1 << 40)
    /// The bodies that have a place in their name: « Caf », « conseil », « académie ».
    static let namedBody = Topics(rawValue: 1 << 41)
    /// With which the leavings of a word processor begin: « signet ».
    static let residue = Topics(rawValue: 1 << 42)
    /// « page », « pages », « p ».
    static let page = Topics(rawValue: 1 << 43)
    /// What a funder does: « verse », « accorde ».
    static let giving = Topics(rawValue: 1 << 44)
    /// What had to be done, and no longer has: « devait ».
    static let over = Topics(rawValue: 1 << 45)
    /// A report that does not wait for the end: « intermédiaire ».
    static let interim = Topics(rawValue: 1 << 46)
    /// « se clôt », « finit ».
    static let ending = Topics(rawValue: 1 << 47)
    /// « au plus tard ».
    static let latest = Topics(rawValue: 1 << 48)
    /// What is filed: « demande », « dossier ».
    static let filed = Topics(rawValue: 1 << 49)
    /// « présentation ».
    static let presentation = Topics(rawValue: 1 << 50)
    /// « dans la limite de ».
    static let limit = Topics(rawValue: 1 << 51)
    /// « est », « s’élève ».
    static let being = Topics(rawValue: 1 << 52)
    /// « montant », « aide ».
    static let amount = Topics(rawValue: 1 << 53)
  }

  /// What is known of a word.
  struct Entry {
    var topics: Topics = []
    /// From 1 to 12.
    var month: Int?
    /// The month of « sept. », « juil. », from 1 to 12; without its point it may be another word.
    var shortMonth: Int?
    /// Monday is 1.
    var weekday: Int?
    /// The rank of the acronym in the glossary.
    var acronym: Int?
    /// That of the acronym of which it is a slip of the keyboard: « Clsa », « Caff ».
    var slip: Int?
    /// The rank of the platform.
    var platform: Int?
    /// The ranks of the platforms whose name begins with the word and others: « mon », « moncompte ».
    var platformsInWords: [Int] = []
    /// The ranks of the acronyms whose full form begins with the word.
    var forms: [Int] = []
  }

  /// How a platform is written, and when it closes.
  struct Platform: Hashable {
    var name: String
    var closing: Day?
    /// « en décembre 2026 ».
    var closingWords: String
  }

  private(set) var acronyms: [GlossaryEntry] = []
  private(set) var platforms: [Platform] = []
  /// The words of each full form, as `FoldedWord` gives them.
  private(set) var forms: [[String]] = []
  /// That of rank 0 is of no word.
  private(set) var entries: [Entry] = [Entry()]
  private var ranks: [UInt64: Int32] = [:]
  /// Whether some entry has a hash that ends so: most words are told from it alone.
  private var mayBeKnown = [Bool](repeating: false, count: 1 << 13)

  /// What all projects share.
  private static let common = Lexicon()

  private init() {
    for (topic, words) in Lexicon.topics {
      for word in words.split(separator: " ") { change(String(word)) { $0.topics.insert(topic) } }
    }
    for (index, name) in FrenchFormat.monthNames.enumerated() {
      change(name) { $0.month = index + 1 }
    }
    // Months as they are typed without their accents.
    for (name, month) in [("fevrier", 2), ("aout", 8), ("decembre", 12)] {
      change(name) { $0.month = month }
    }
    for (name, month) in Lexicon.shortMonths { change(name) { $0.shortMonth = month } }
    for (index, name) in FrenchFormat.weekdayNames.enumerated() {
      change(name) { $0.weekday = index + 1 }
    }
  }

  init(acronyms: [GlossaryEntry], platforms: [Platform]) {
    self = Lexicon.common
    self.acronyms = acronyms
    self.platforms = platforms
    for (rank, entry) in acronyms.enumerated() {
      change(entry.acronym) { $0.acronym = rank }
      for slip in entry.acronym.slips { change(slip) { $0.slip = $0.slip ?? rank } }
      let words = entry.form.words
      forms.append(words.map { FoldedWord.make($0) })
      guard words.count >= 3 else { continue }
      for word in [String(words[0]), words[0] + "s"] { change(word) { $0.forms.append(rank) } }
    }
    for (rank, platform) in platforms.enumerated() where platform.name.words.count == 1 {
      change(platform.name) { $0.platform = rank }
      for start in platform.name.innerWords { change(start) { $0.platformsInWords.append(rank) } }
    }
  }

  subscript(token: Token) -> Entry { entries[Int(token.entry)] }

  /// The rank of the word with a hash; 0 when it is not known.
  func rank(of hash: UInt64) -> Int32 {
    mayBeKnown[Int(truncatingIfNeeded: hash & 0x1FFF)] ? ranks[hash] ?? 0 : 0
  }

  private mutating func change(_ word: String, _ body: (inout Entry) -> Void) {
    let hash = WordHash.of(word)
    mayBeKnown[Int(truncatingIfNeeded: hash & 0x1FFF)] = true
    let rank =
      ranks[hash]
      ?? {
        entries.append(Entry())
        return Int32(entries.count - 1)
      }()
    ranks[hash] = rank
    body(&entries[Int(rank)])
  }

  private static let shortMonths = [
    ("janv", 1), ("févr", 2), ("fevr", 2), ("fév", 2), ("avr", 4), ("juil", 7), ("sept", 9),
    ("oct", 10), ("nov", 11), ("déc", 12), ("dec", 12),
  ]

  private static let topics: [(Topics, String)] = [
    (
      .law,
      """
      circulaire circulaires arrêté arrêtés loi lois décret décrets ordonnance charte cnaf \
      instruction directive code
      """
    ),
    (.otherText, "circulaire circulaires référentiel convention loi code guide"),
    (.since, "depuis dès avant jusqu jusque partir compter"),
    (
      .history,
      """
      créé créée créés création existe né née naissance lancé lancée fondé instauré \
      instaurée expérimenté expérimentation origine ancien ancienne \
      anciens anciennes antérieurement signé signée signés signées conclu conclue
      """
    ),
    (.period, "en année années annee exercice campagne rentrée session saison"),
    (
      .past,
      """
      bilan bilans étiez était étaient avez avait avaient écoulée passée précédente \
      dernière données financé financés réalisé réalisée agréé agréés note reste dernier
      """
    ),
    (
      .filing,
      """
      dépôt déposer déposez déposés dépose dossier dossiers clôture limite délai délais \
      candidature candidatures
      """
    ),
    (.ending, "clôt clos close closes finit finissent termine terminent achève fin"),
    (.latest, "tard"),
    (
      .filed,
      """
      demande demandes dossier dossiers candidature candidatures projet projets réponse réponses dépôt
      """
    ),
    (.presentation, "présentation"), (.limit, "limite limité limitée"),
    (.being, "est élève fixé fixée"), (.amount, "montant aide subvention"),
    (.late, "retard délai délais tardif tardive tardifs"),
    (
      .accepted,
      """
      recevable recevables examiné examinée examinés instruit instruite instruits refusé \
      refusée refusés accepté acceptée acceptés rejeté rejetée
      """
    ),
    (
      .closing,
      """
      plus ferme fermera fermée fermé fermeture fermer remplace remplacée remplacé hors \
      dehors désormais ancienne ancien arrête jusqu
      """
    ),
    (.ceiling, "plafond"),
    (.bonus, "bonus"),
    (.part, "partie parties section sections paragraphe chapitre rubrique point points"),
    (.see, "voir cf"),
    (.annex, "annexe annexes annexé annexée annexés annexées"),
    (.joined, "joint jointe joints jointes"),
    (.committee, "comité"),
    (.commission, "commission"),
    (
      .departmental,
      """
      départemental départementale technique partenariale interpartenariale \
      interpartenarial inter
      """
    ),
    (.particle, "du au de le"),
    (
      .document,
      "modèle modèles fiche fiches guide trame grille formulaire tableau notice document"
    ),
    (.over, "était étaient devait devaient fallait"),
    (
      .interim,
      "intermédiaire intermédiaires étape parcours provisoire provisoires prévisionnel semestriel"
    ),
    (.euro, "euro euros eur"), (.ps, "ps"), (.rate, "taux"), (.report, "bilan bilans"),
    (.maximum, "maximum maximal maximale jusqu plafonnée"),
    (.meeting, "réunit réunira réunion réunions"),
    (.opening, "ouvre ouvrira ouvrent ouvert ouverts ouverture commence début débute"),
    (
      .due, "rendre rendu remettre transmettre envoyer adresser déposer avant attendu attendus pour"
    ),
    (
      .yearly,
      """
      bilan bilans budget budgets dossier dossiers formulaire formulaires projet projets \
      campagne campagnes calendrier notice barème
      """
    ),
    (
      .unit,
      """
      heure heures km kilomètre kilomètres minute minutes jour jours enfant enfants \
      animateur animateurs animatrice animatrices séance séances etp poste postes collectif \
      collectifs place places mètres
      """
    ),
    (.for, "pour"),
    (
      .lasting,
      """
      convention conventions conventionnement pluriannuel pluriannuelle pluriannuels \
      pluriannuelles pluriannualité renouvelable renouvelables renouvellement reconduction \
      prochain prochaine suivant suivante suivantes ans durée deuxième troisième
      """
    ),
    (.fileSuffix, "pdf doc docx odt ods xls xlsx zip"),
    (
      .sending,
      """
      envoyer envoyez envoyé transmettre transmettez transmis adresser adressez déposer déposez \
      rendre rendez joindre joignez remettre remettez
      """
    ),
    (.article, "la le une un"),
    (
      .ofTheYear,
      """
      collectif collectifs porteur porteurs enfants action actions séance séances famille familles \
      structure structures association associations demande demandes aide aides subvention \
      subventions montant montants tarif tarifs plafond plafonds priorité priorités critère \
      critères réunion réunions comité appel note
      """
    ),
    (.schoolPeriod, "année années annee campagne rentrée scolaire scolaires saison session"),
    (.charter, "charte chartes"),
    (.covering, "couvre couvrent couvrir finance représente"),
    (.body, "conseil"),
    (
      .namedBody,
      """
      caf msa carsat cpam udaf dsden ddets ddetspp drajes sdjes mdph conseil académie rectorat \
      préfecture
      """
    ),
    (.residue, "signet source cliquez choisissez lorem mergefield hyperlink pageref page todo tbd"),
    (.page, "page pages p"),
    (
      .giving,
      """
      verse versera versent accorde accordent attribue donne finance financera aide aides \
      subvention participe participation jusqu plafonnée plafonné limitée
      """
    ),
  ]
}

extension String {
  /// What comes before each capital that follows a small letter: « Mon », « MonCompte ».
  fileprivate var innerWords: [String] {
    let letters = Array(self)
    return letters.indices.dropFirst().filter {
      letters[$0].isUppercase && letters[$0 - 1].isLowercase
    }.map { String(letters[..<$0]) }
  }

  /// This acronym with two neighbours swapped, a letter twice or, in five or more, one letter less;
  /// less what may be another word: the capitals of the first three letters alone tell too little.
  fileprivate var slips: [String] {
    let letters = Array(self)
    guard letters.count >= 3, letters.allSatisfy(\.isLetter) else { return [] }
    var slips: Set<String> = []
    for index in letters.indices {
      var other = letters
      other.insert(letters[index], at: index)
      slips.insert(String(other))
      if letters.count >= 5, index > 0 {
        other = letters
        other.remove(at: index)
        slips.insert(String(other))
      }
      guard index > 0, letters[index - 1] != letters[index] else { continue }
      other = letters
      other.swapAt(index - 1, index)
      slips.insert(String(other))
    }
    return slips.sorted()
  }
}

/// The hash of a word whatever its case.
enum WordHash {
  static func of(_ word: String) -> UInt64 { of(word.utf8) }

  static func of(_ word: some Sequence<UInt8>) -> UInt64 {
    var hash = FNV1a()
    var previous: UInt8 = 0
    for byte in word {
      hash.add(lowered(byte, after: previous))
      previous = byte
    }
    return hash.state
  }

  /// A byte of a small letter, for Latin letters with or without accent.
  @inline(__always)
  static func lowered(_ byte: UInt8, after previous: UInt8) -> UInt8 {
    if byte >= 0x41, byte <= 0x5A { return byte | 0x20 }
    // « À » to « Þ » are C3 80 to C3 9E.
    if previous == 0xC3, byte >= 0x80, byte <= 0x9E { return byte + 0x20 }
    if previous == 0xC5, byte == 0x92 { return 0x93 }
    return byte
  }
}

/// A word without case, accents and plural, to tell what is nearly the same.
enum FoldedWord {
  static func make(_ word: some StringProtocol) -> String {
    var folded = ""
    for scalar in word.unicodeScalars { folded += Slug.folded(scalar) }
    let isPlural =
      folded.utf8.count > 3
      && [UInt8(ascii: "s"), UInt8(ascii: "x")].contains(folded.utf8.last)
    if isPlural { folded.removeLast() }
    return folded
  }
}
