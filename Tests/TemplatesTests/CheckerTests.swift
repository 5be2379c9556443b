import Diagnostics
import Templates
import Testing

@Suite struct CheckerTests {
  @Test(arguments: [
    (
      "{{ ⟦annné⟧ }}",
      "nom-inconnu: Aucune donnée ne s'appelle « annné ». [le nom d'une donnée de la note] (annee)"
    ),
    (
      "{% si ps est publie %}{{ ps.⟦plafnod⟧ }}{% fin %}",
      "nom-inconnu: « ps » n'a pas de donnée « plafnod ». [plafond ou maximum] (ps.plafond)"
    ),
    (
      "{% si non demonstration %}{% si demonstration %}{{ ⟦jamais⟧ }}{% fin %}{% fin %}",
      "nom-inconnu: Aucune donnée ne s'appelle « jamais ». [le nom d'une donnée de la note]"
    ),
    (
      "{{ ⟦plafond⟧ }}",
      "nom-inconnu: Aucune donnée ne s'appelle « plafond ». [le nom d'une donnée de la note] (ps.plafond)"
    ),
    (
      "{{ annee.⟦debut⟧ }}",
      "nom-inconnu: « annee » est une année scolaire et n'a pas de donnée « debut ». [« annee » seul]"
    ),
    (
      "{{ financements.⟦lien⟧ }}",
      "nom-inconnu: « financements » est une liste et n'a pas de donnée « lien »."
        + " [une boucle, comme {% pour element dans financements %}]"
    ),
    (
      "{{ ⟦contact⟧.nom }}",
      "nom-inconnu: Aucune donnée ne s'appelle « contact ». [le nom d'une donnée de la note] (contacts)"
    ),
    (
      "{{ annee | ⟦dbut⟧ }}",
      "filtre-inconnu: Aucun filtre ne s'appelle « dbut »."
        + " [date, jour, du_jour, au_jour, date_courte, iso, annee, debut, fin, euros, par_unite,"
        + " pourcentage, nombre, valeur, pluriel, liste, majuscule, minuscule, le, de ou a] (debut)"
    ),
    (
      "{{ annee | ⟦euros⟧ }}",
      "type-inattendu: Le filtre « euros » ne s'applique pas à « annee », qui est une année scolaire."
        + " [un montant ou une fourchette de montants]"
    ),
    (
      "{{ cloture | date | ⟦jour⟧ }}",
      "type-inattendu: Le filtre « jour » ne s'applique pas à « cloture | date », qui est un texte."
        + " [une date ou un mois]"
    ),
    (
      "{{ regles.minimum | ⟦pluriel⟧ }}",
      "argument-de-filtre: Le filtre « pluriel » n'a reçu aucun argument."
        + " [le mot au singulier et, au besoin, le mot au pluriel]"
    ),
    (
      "{{ cloture | ⟦date⟧: \"court\" }}",
      "argument-de-filtre: Le filtre « date » a reçu un argument. [aucun argument]"
    ),
    (
      "{{ regles.minimum | pluriel: ⟦\"porteur agréé\"⟧ }}",
      "argument-de-filtre: Le pluriel de « porteur agréé », qui a plusieurs mots, ne se devine pas."
        + " [le pluriel en second argument] (pluriel: \"porteur agréé\", \"porteurs agréés\")"
    ),
    (
      "{{ chiffres | ⟦liste⟧ }}",
      "argument-de-filtre: Le filtre « liste » n'a reçu aucun argument. [le champ à écrire]"
    ),
    (
      "{{ chiffres | liste: ⟦\"libele\"⟧ }}",
      "argument-de-filtre: Les éléments de cette liste n'ont pas de donnée « libele »."
        + " [code, libelle ou nombre] (libelle)"
    ),
    (
      "{{ roles | liste: ⟦\"nom\"⟧ }}",
      "argument-de-filtre: Les éléments de cette liste n'ont pas de donnée « nom »."
        + " [« | liste » sans argument]"
    ),
    (
      "{{ financements | liste: ⟦\"contact\"⟧ }}",
      "argument-de-filtre: « contact » est un groupe de données, qui ne s'écrit pas tel quel."
        + " [une donnée qui s'écrit, comme un texte ou un nom]"
    ),
    (
      "{% si contacts est publie %}{{ contacts | liste: ⟦\"nom\"⟧ }}{% fin %}",
      "valeur-non-testee: « nom » peut être absent de certains éléments de la liste."
        + " [une donnée toujours présente, ou une boucle qui la vérifie]"
    ),
    (
      "{{ ⟦roles⟧ }}",
      "type-inattendu: « roles » est une liste, qui ne s'écrit pas tel quel."
        + " [une boucle, ou un filtre : {{ roles | liste }}]"
    ),
    (
      "{{ ⟦demonstration⟧ }}",
      "type-inattendu: « demonstration » est une réponse oui ou non, qui ne s'écrit pas tel quel."
        + " [une condition : {% si demonstration %} … {% fin %}]"
    ),
    (
      "{{ ⟦departement⟧ }}",
      "type-inattendu: « departement » est un groupe de données, qui ne s'écrit pas tel quel."
        + " [une donnée du groupe : departement.nom]"
    ),
    (
      "{{ ⟦contenu⟧ }}",
      "type-inattendu: « contenu » est du HTML, qui ne s'insère que dans le texte d'une page HTML."
        + " [une donnée d'une autre nature]"
    ),
    (
      "{% si ⟦annee⟧ %}A{% fin %}",
      "type-inattendu: « annee » est une année scolaire, et non une condition."
        + " [« annee est publie », par exemple]"
    ),
    (
      "{% si ⟦annee⟧ est vide %}A{% fin %}",
      "type-inattendu: « annee » est une année scolaire, qui n'est jamais vide."
        + " [« annee est absent »]"
    ),
    (
      "{% si ⟦cloture⟧ = \"2025\" %}A{% fin %}",
      "comparaison-impossible: « cloture » est une date ou un mois, qui ne se compare pas à un texte."
        + " [un texte, un nom, un identifiant, un choix ou une année scolaire avant « = »]"
    ),
    (
      "{% si plateforme est publie et ⟦plateforme⟧ = \"elan\" %}A{% fin %}",
      "comparaison-impossible: « plateforme » est un groupe de données, qui ne se compare pas à un texte."
        + " [plateforme.code = \"…\"]"
    ),
    (
      "{% si famille = ⟦\"Note de cadrage\"⟧ %}A{% fin %}",
      "comparaison-impossible: « famille » est un identifiant et ne peut pas valoir « Note de cadrage »."
        + " [des lettres minuscules sans accent, des chiffres et des traits d'union]"
    ),
    (
      "{% si annee = ⟦\"2025\"⟧ %}A{% fin %}",
      "comparaison-impossible: « annee » est une année scolaire et ne peut pas valoir « 2025 »."
        + " [une année scolaire, comme \"2025-2026\"]"
    ),
    (
      "{% si arrondi est publie et arrondi = ⟦\"euros\"⟧ %}A{% fin %}",
      "choix-impossible: « arrondi » ne peut pas valoir « euros ». [euro ou centime] (euro)"
    ),
    (
      "{% pour x dans ⟦annee⟧ %}{{ x.rien }}{% fin %}",
      "boucle-sans-liste: « annee » est une année scolaire, et non une liste. [une liste après « dans »]"
    ),
    (
      "{% pour ⟦famille⟧ dans roles %}A{% fin %}",
      "variable-masquante: La variable « famille » porte le nom d'une donnée. [un nom qui n'est pas pris]"
    ),
    (
      "{% pour r dans roles %}{% pour ⟦r⟧ dans roles %}A{% fin %}{% fin %}",
      "variable-masquante: La variable « r » porte le nom d'une autre variable. [un nom qui n'est pas pris]"
    ),
    (
      "{% inclure ⟦\"dépot\"⟧ %}",
      "inclusion-inconnue: Aucun fichier ne s'appelle « dépot »."
        + " [le nom d'un fichier sans son extension] (depot)"
    ),
  ])
  func oneFault(_ marked: String, _ expected: String) {
    expectProblems(marked, [expected], including: ["depot": "A"])
  }

  @Test func inclusionsSeeRootValuesOnly() {
    var diagnostics = DiagnosticList()
    let files = library(["a": "{{ r }}"], diagnostics: &diagnostics)
    let checker = TemplateChecker(schema: Samples.schema)
    if let template = files["a"] {
      checker.check(template, library: files, diagnostics: &diagnostics)
    }
    #expect(
      diagnostics.sorted.map(described) == [
        "nom-inconnu: Aucune donnée ne s'appelle « r ». [le nom d'une donnée de la note]"
      ])
  }
}
