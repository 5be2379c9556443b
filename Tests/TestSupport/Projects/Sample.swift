public import Configuration
public import Diagnostics
import Facts
public import Files

/// A small project that is right, as texts by path; tests spoil one thing of it at a time.
public enum Sample {
  public static let year = "departments/vosges/2025-2026.yaml"
  public static let department = "departments/vosges/departement.yaml"
  public static let scale = "departments/national/2025-2026.yaml"
  public static let rules = "departments/national/regles.yaml"
  public static let glossary = "departments/national/glossaire.yaml"
  public static let editions = "templates/editions.yaml"
  public static let plan = "templates/note-de-cadrage/plan.yaml"
  public static let settings = "site/site.yaml"

  public static let texts: [String: String] = [
    year: yearText, department: departmentText, scale: scaleText, rules: rulesText,
    glossary: "- sigle: DSDEN\n  forme: direction des services départementaux\n",
    editions: """
    - code: circulaire-2021
      circulaire: C-2021-006
      a_partir_de: 2021-2022
    - code: circulaire-2026
      circulaire: C-2026-069
      a_partir_de: 2026-2027

    """,
    plan: """
    titre: Note de cadrage du Clas
    sections: [presentation, depot, contacts]
    sans_numero: [contacts]

    """,
    "templates/note-de-cadrage/circulaire-2021/presentation.md": "## Présentation\n",
    "templates/communs/circulaire-2021/depot.md": "## Dépôt\n",
    settings: """
    titre: Le Clas, département par département
    adresse: https://exemple.fr/clas/
    demonstration: oui
    accessibilite:
      mention: non conforme
    mentions:
      editeur: Une Caf
      contact: clas@exemple.fr

    """,
  ]

  public static let files = [
    SourceTree.File(path: "departments/vosges/2025-2026/pieces/bilan.pdf", size: 12),
    SourceTree.File(path: "departments/vosges/logo.svg", size: 34),
  ]

  private static let departmentText = """
    departement:
      nom: les Vosges
      localisation: dans les Vosges
      code: 88
    organisme:
      nom: la Caf des Vosges
      nom_court: la Caf
      nom_long: la Caisse d'allocations familiales des Vosges
    famille: note-de-cadrage
    fuseau: Europe/Paris
    logo:
      fichier: logo.svg
      texte: Caf des Vosges
    instance:
      nom: le comité départemental du Clas
      frequence: une fois par an
      membres:
        - nom: Éducation nationale
          sigle: DSDEN
    contacts:
      - service: Pôle partenaires
        telephone: 03 29 68 39 77
        courriel: clas@exemple.fr
    sections:
      ajouter:
        - {nom: contrats-de-ville, apres: depot}

    """

  private static let yearText = """
    mise_a_jour: 2025-06
    ps:
      plafond: 8 487 €/collectif
      maximum: 2 758,28 €/collectif
    bonus:
      enfants: 329 €/collectif
      parents: a_paraitre
    instance:
      frequence: deux fois par an
    chiffres:
      annee: 2024-2025
      valeurs:
        - {code: enfants, libelle: enfants prévus, nombre: 1 174}
    calendrier:
      - etape: depot
        du: 2025-06-20
        au: 31/07/2025
      - etape: presentation
        le: 19 juin 2025
        heures: 10:00-11:00
        lieu: Teams
      - etape: comite
        en: a_confirmer octobre 2025
    depot:
      situations:
        - code: premiere-demande
          titre: C'est votre première demande
          demarche: Déposez un dossier complet
          plateforme: elan
    pieces:
      - code: bilan
        nom: Bilan de l'année écoulée
        situations: [premiere-demande]
        fichier: bilan.pdf
    financements:
      - code: msa
        financeur: la MSA Lorraine
        dispositif: Grandir en milieu rural
        montant: 1 000 €/porteur
      - code: tne
        financeur: le conseil départemental
        dispositif: Bonus parents
        montant: de 100 € à 500 €/collectif
    sections:
      retirer: [exemple-ain]
      deplacer:
        - {nom: contacts, apres: debut}

    """

  private static let scaleText = """
    bareme:
      ps:
        plafond: {valeur: 8 487 €/collectif, document: barème 2025, section: "1"}
        maximum: {valeur: 2 758,28 €/collectif, document: barème 2025, section: "1"}
      bonus:
        enfants: a_paraitre

    """

  private static let rulesText = """
    plateformes:
      - code: elan
        nom: ELAN
        usage: le dépôt des dossiers
      - code: moncompte
        nom: Mon Compte Partenaire
        usage: les déclarations
    regles:
      ps:
        taux: {valeur: 32,5 %, document: C-2026-069, section: "3.2"}
      cofinancement:
        maximum: {valeur: 80 %, document: C-2026-069, section: "2.3"}
      acomptes:
        annee_n: {valeur: 28 %, document: C-2026-069, section: "2.4"}
        annee_n1:
          valeur: 42 %
          document: C-2026-069
          section: 2.4
          certitude: deduite
          motif: le reste de l'enveloppe
      collectif:
        minimum: {valeur: 8, document: C-2026-069, section: "3.1"}
        maximum: {valeur: 12, document: C-2026-069, section: "3.1"}
        minimum_rural: {valeur: 5, document: C-2026-069, section: "3.1"}
        minimum_handicap: {valeur: 5, document: C-2026-069, section: "3.1"}
      encadrement:
        animateurs: {valeur: 2, document: C-2026-069, section: "3.1"}
        animateurs_rural: {valeur: 1, document: C-2026-069, section: "3.1"}
        rural_moins_de: {valeur: 8, document: C-2026-069, section: "3.1"}
      seances:
        par_semaine: {valeur: 2, document: C-2026-069, section: "3.1"}
        duree: {valeur: 1 h 30, document: C-2026-069, section: "3.1"}
        derogation_par_semaine: {valeur: 1, document: C-2026-069, section: "3.1"}
        derogation_duree: {valeur: 2 h, document: C-2026-069, section: "3.1"}
      semaines:
        minimum: {valeur: 27, document: C-2026-069, section: "3.1"}
      exceptions:
        rurales: {valeur: oui, document: C-2026-069, section: "3.1"}
        handicap: {valeur: oui, document: C-2026-069, section: "3.1"}
        locaux: {valeur: oui, document: C-2026-069, section: "3.1"}
        de_droit: {valeur: oui, document: C-2026-069, section: "3.1"}
      projet:
        quatre_axes: {valeur: oui, document: C-2026-069, section: "3.1"}
        collectif: {valeur: oui, document: C-2026-069, section: "3.1"}
        regulier: {valeur: oui, document: C-2026-069, section: "3.1"}
        au_dela_des_devoirs: {valeur: oui, document: C-2026-069, section: "3.1"}
        gratuit_ou_symbolique: {valeur: oui, document: C-2026-069, section: "3.1"}
      bonus:
        criteres_minimum: {valeur: 1, document: C-2026-069, section: "3.1"}
      convention:
        duree_maximum_ans: {valeur: 5, document: C-2026-069, section: "4"}
        anciennete_minimum_ans: {valeur: 2, document: C-2026-069, section: "4"}

    """

  /// The configuration of texts and all that was said about them.
  public static func read(_ texts: [String: String], files: [SourceTree.File] = files)
    -> (configuration: SiteConfiguration, diagnostics: DiagnosticList)
  {
    var diagnostics = DiagnosticList()
    let tree = SourceTree(texts: texts, files: files)
    let configuration = SiteConfiguration(tree, into: &diagnostics)
    return (configuration, diagnostics)
  }

  /// What the terminal shows for texts.
  public static func report(_ texts: [String: String], files: [SourceTree.File] = files) -> String {
    let (configuration, diagnostics) = read(texts, files: files)
    return TerminalWriter { configuration.tree[$0]?.line($1) }.text(diagnostics.sorted)
  }
}
