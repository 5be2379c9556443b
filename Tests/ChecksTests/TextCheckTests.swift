import TestSupport
import Testing

/// What checks of texts tell in one sentence of a department, and what they let pass. Whole messages
/// are those of `Fixtures/invalid`.
@Suite struct TextCheckTests {
  /// A sentence with the mark `1️⃣` at each word that is wrong, and the codes that are told there.
  struct Sentence: CustomTestStringConvertible, Sendable {
    var text: String
    var codes: [String]

    init(_ text: String, _ codes: String...) { (self.text, self.codes) = (text, codes) }

    var testDescription: String { text }
  }

  static let wrong: [Sentence] = [
    Sentence("Cet appui est proposé en 1️⃣2023.", "annee-perimee"),
    Sentence("La campagne 1️⃣2022/2023 commence.", "annee-perimee"),
    Sentence("La campagne 1️⃣2022 – 2023 commence.", "annee-perimee"),
    Sentence("La Caf le propose pour l'année 1️⃣2024-2025.", "annee-perimee"),
    Sentence("Le référentiel date d'1️⃣avril 2019.", "annee-perimee"),
    Sentence("Le bilan 1️⃣2022 est à envoyer.", "annee-perimee"),
    Sentence("Le bilan de 1️⃣2022 est à envoyer.", "annee-perimee"),
    Sentence("L'appel à projets 1️⃣2023 est clos.", "annee-perimee"),
    Sentence("La campagne 1️⃣2026-2027 est ouverte.", "annee-perimee"),
    Sentence("Cet appui commence en 1️⃣2027.", "annee-perimee"),
    Sentence("Le dossier est à déposer avant le 31 1️⃣juillet 2024.", "annee-perimee"),
    Sentence("Le dossier est à déposer avant le 31/07/1️⃣2052.", "annee-perimee"),
    Sentence("Les collectifs de 1️⃣2021 sont prioritaires.", "annee-perimee"),
    Sentence("La campagne 1️⃣2025-2027 est ouverte.", "annee-perimee"),
    Sentence("L'année scolaire 1️⃣2026-2025 commence.", "annee-perimee"),
    Sentence("Le contrat de ville 1️⃣2015-2022 aide aussi.", "annee-perimee"),
    Sentence("La réunion a lieu le 1️⃣31 juin.", "date-inexistante"),
    Sentence("La réunion a lieu le 1️⃣30 février 2026.", "date-inexistante"),
    Sentence("Il verse 1️⃣8,487 €.", "point-dans-un-nombre"),
    Sentence("1️⃣#### Les dates\n\n#### Les lieux\n\nÀ l'école.", "titre-sans-texte"),
    Sentence("Rendez-vous 1️⃣Lundi 3 juin.", "jour-de-semaine"),
    Sentence("Rendez-vous 1️⃣vendredi 31 juillet 2025.", "jour-de-semaine"),
    Sentence("Rendez-vous 1️⃣lundi 1er octobre 2025.", "jour-de-semaine"),
    Sentence("Le comité se réunit 1️⃣du octobre 2025.", "article-devant-un-mois"),
    Sentence("Les séances vont 1️⃣du octobre au mois de mai.", "article-devant-un-mois"),
    Sentence("Les séances vont jusque 1️⃣au avril.", "article-devant-un-mois"),
    Sentence("Une séance dure 1️⃣2.5 heures.", "point-dans-un-nombre"),
    Sentence("Elle compte 1️⃣10.5 enfants.", "point-dans-un-nombre"),
    Sentence("Il paie 1️⃣2758.28 € au plus.", "point-dans-un-nombre"),
    Sentence("Il paie 1️⃣32.5 % au plus.", "point-dans-un-nombre"),
    Sentence("Le dépôt finit le 1️⃣11/07/2025.", "valeur-recopiee"),
    Sentence("Le plafond est de 1️⃣8 487 €.", "valeur-recopiee"),
    Sentence("Le plafond est de 1️⃣8487 €.", "valeur-recopiee"),
    Sentence("Le dossier est à déposer avant le 1️⃣12 juillet.", "valeur-divergente"),
    Sentence("Le plafond est de 1️⃣8 500 €.", "valeur-divergente"),
    Sentence("Le plafond est de 1️⃣8 500 euros.", "valeur-divergente"),
    Sentence("La Ps va jusqu'à 1️⃣2 800 € par collectif.", "valeur-divergente"),
    Sentence("Le maximum de la Ps est de 1️⃣2 800 € par collectif.", "valeur-divergente"),
    Sentence("Le taux est de 1️⃣30 %.", "valeur-divergente"),
    Sentence("La Ps couvre 1️⃣35 % du coût.", "valeur-divergente"),
    Sentence("Le dossier est à déposer avant le 1️⃣12 juil. 2025.", "valeur-divergente"),
    Sentence("Le bilan 2025-2026 est attendu pour le 1️⃣30 juin 2026.", "bilan-avant-la-fin"),
    Sentence("Appelez le 1️⃣04 00 00 10 00.", "coordonnees-douteuses"),
    Sentence("Appelez le 1️⃣04.00.10.00.00.", "coordonnees-douteuses"),
    Sentence("Appelez le 1️⃣04 00 00 00 0.", "coordonnees-douteuses"),
    Sentence("Écrivez à 1️⃣aide@ville,fr.", "coordonnees-douteuses"),
    Sentence("Écrivez à 1️⃣clas@caf-bresses.example.", "coordonnees-douteuses"),
    Sentence("Écrivez à aide 1️⃣@ville.fr.", "coordonnees-douteuses"),
    Sentence(
      "Le bilan de l'année 2025-2026 est à rendre avant le 1️⃣30 juin 2026.",
      "bilan-avant-la-fin"),
    Sentence("La 1️⃣DRAJES y siège.", "sigle-inconnu"),
    Sentence("Un 1️⃣CLAS par ville.", "sigle-mal-ecrit"),
    Sentence("Comptez 1️⃣CLAS÷2.", "sigle-mal-ecrit"),
    Sentence("Écrivez au 1️⃣clas du lieu.", "sigle-mal-ecrit"),
    Sentence("Les 1️⃣CLASs répondent.", "sigle-mal-ecrit"),
    Sentence("Écrivez au 1️⃣Claas.", "sigle-inconnu"),
    Sentence("Le 1️⃣Clsa y siège.", "sigle-inconnu"),
    Sentence("Le 1️⃣Clis y siège.", "sigle-inconnu"),
    Sentence("Le 1️⃣Class y siège.", "sigle-inconnu"),
    Sentence("Le 1️⃣Fnpl paie.", "sigle-inconnu"),
    Sentence("Notre 1️⃣DRAJES y siège.", "sigle-inconnu"),
    Sentence("Le 1️⃣contrat local d'accompagnement à la scolarisé.", "forme-du-sigle"),
    Sentence("1️⃣Les priorités sont :", "liste-annoncee-vide"),
    Sentence("Le document 1️⃣« Bilan est à rendre.", "signe-sans-pendant"),
    Sentence("Le document « Bilan »1️⃣) est à rendre.", "signe-sans-pendant"),
    Sentence("Le document 1️⃣\"Bilan est à rendre.", "signe-sans-pendant"),
    Sentence("Lisez la partie 1️⃣3.", "numero-a-la-main"),
    Sentence("Voir le point 1️⃣2.2.", "numero-a-la-main"),
    Sentence("Comme dit au 1️⃣4.1.", "numero-a-la-main"),
    Sentence("Cf. § 1️⃣3.2.", "numero-a-la-main"),
    Sentence("Lisez cela (partie 1️⃣II).", "numero-a-la-main"),
    Sentence("Lisez cela (voir 1️⃣II.1).", "numero-a-la-main"),
    Sentence("#### 1️⃣3. Les horaires\n\nDeux soirs.", "numero-a-la-main"),
    Sentence("La charte est 1️⃣annexée à la note.", "annexe-absente"),
    Sentence("Le modèle de bilan est 1️⃣ci-joint.", "annexe-absente"),
    Sentence("Voir le 1️⃣modèle de bilan ci-joint.", "annexe-absente"),
    Sentence("Remplissez la 1️⃣fiche jointe.", "annexe-absente"),
    Sentence("Voir le guide en 1️⃣annexe.", "annexe-absente"),
    Sentence("Remplissez le fichier 1️⃣avis-2025.pdf.", "annexe-absente"),
    Sentence("Le 1️⃣formulaire en pièce jointe est à signer.", "annexe-absente"),
    Sentence("Le 1️⃣Conseil départementale y siège.", "deux-graphies"),
    Sentence(
      "Le 1️⃣conseil Départemental y siège, comme le conseil départemental.", "deux-graphies"),
    Sentence("La 1️⃣commission départementale répond.", "deux-graphies"),
    Sentence("La Carsat du Centre, puis la 1️⃣Carsat Centre.", "deux-graphies"),
    Sentence("Le dossier est à déposer avant le 1️⃣11 juillet 2026.", "valeur-divergente"),
    Sentence("Écrivez à 1️⃣aide@ville.bresse,fr.", "coordonnees-douteuses"),
    Sentence("Écrivez à 1️⃣clsa@caf-bresse.example.", "coordonnees-douteuses"),
    Sentence("Écrivez à 1️⃣clas[at]ville.fr.", "coordonnees-douteuses"),
    Sentence("Écrivez à clas 1️⃣@ville.fr.", "coordonnees-douteuses"),
    Sentence("Appelez le 1️⃣04 00 00 00.", "coordonnees-douteuses"),
    Sentence("Appelez le 1️⃣4 00 00 00 00.", "coordonnees-douteuses"),
    Sentence("Appelez le 1️⃣O4 00 00 00 00.", "coordonnees-douteuses"),
    Sentence("Voir le tableau 1️⃣page 12.", "numero-a-la-main"),
    Sentence("Voir plus haut, 1️⃣p. 7.", "numero-a-la-main"),
    Sentence("Erreur ! 1️⃣Signet non défini.", "reste-de-formulaire"),
    Sentence("Erreur ! 1️⃣Source du renvoi introuvable.", "reste-de-formulaire"),
    Sentence("1️⃣Cliquez ou appuyez ici pour entrer du texte.", "reste-de-formulaire"),
    Sentence("Pour le lieu : 1️⃣Choisissez un élément.", "reste-de-formulaire"),
    Sentence("Bonjour «1️⃣MERGEFIELD Nom».", "reste-de-formulaire"),
    Sentence("1️⃣Page 3 sur 12", "reste-de-formulaire"),
    Sentence("Introduction1️⃣..............3", "reste-de-formulaire"),
    Sentence("Le montant est de 1️⃣XX €.", "reste-de-formulaire"),
    Sentence("Le montant est 1️⃣XXX.", "reste-de-formulaire"),
    Sentence("Le lieu est 1️⃣xxx.", "reste-de-formulaire"),
    Sentence("1️⃣Lorem ipsum dolor.", "reste-de-formulaire"),
    Sentence("Le lieu est connu 1️⃣???", "reste-de-formulaire"),
    Sentence("Le dépôt ouvre le 1️⃣__/__/2025.", "reste-de-formulaire"),
    Sentence("Le dépôt ouvre le 1️⃣../../2025.", "reste-de-formulaire"),
    Sentence("Le dépôt ouvre le 1️⃣JJ/MM/2025.", "reste-de-formulaire"),
    Sentence("Il ouvre le 1️⃣……… au soir.", "reste-de-formulaire"),
    Sentence("Il paie 1️⃣2.758,28 €.", "point-dans-un-nombre"),
    Sentence("Le lieu est 1️⃣[nom du département].", "reste-de-formulaire"),
    Sentence("Le lieu est 1️⃣(à compléter).", "reste-de-formulaire"),
    Sentence("Le lieu : 1️⃣TODO.", "reste-de-formulaire"),
    Sentence("Il accueille 1️⃣xx enfants.", "reste-de-formulaire"),
    Sentence("Le 1️⃣C.L.A.S. du lieu.", "sigle-mal-ecrit"),
    Sentence("Voir plus bas (cf. 1️⃣p. 7).", "numero-a-la-main"),
    Sentence("Le lieu1️⃣;puis l'heure.", "faute-de-frappe"),
    Sentence("Le lieu1️⃣.. Puis l'heure.", "faute-de-frappe"),
    Sentence("Le lieu1️⃣ .", "faute-de-frappe"),
    Sentence("Un prêt de 51️⃣O €.", "faute-de-frappe"),
    Sentence("L'1️⃣Etat y siège.", "faute-de-frappe"),
    Sentence("1️⃣A la fin, il part.", "faute-de-frappe"),
    Sentence("Prenez le1️⃣ le dossier.", "faute-de-frappe"),
    Sentence("Le dossier1️⃣ dossier est là.", "faute-de-frappe"),
    Sentence("Un mot1️⃣,un autre.", "faute-de-frappe"),
    Sentence("La réunion1️⃣,3 enfants.", "faute-de-frappe"),
    Sentence("Un mot1️⃣ , un autre.", "faute-de-frappe"),
    Sentence("À l1️⃣' école.", "faute-de-frappe"),
    Sentence("C'est la fin1️⃣.Tout commence.", "faute-de-frappe"),
    Sentence("Il ouvre le 1️⃣1 octobre.", "faute-de-frappe"),
    Sentence("La réunion a lieu le 1️⃣32 juin.", "date-inexistante"),
    Sentence("Le dossier est à déposer avant le 1️⃣12/07/25.", "valeur-divergente"),
    Sentence("Il paie 1️⃣2,758.28 €.", "point-dans-un-nombre"),
    Sentence("Il paie 1️⃣8'487 €.", "point-dans-un-nombre"),
    Sentence("Le plafond est de 1️⃣8 487,0 €.", "valeur-recopiee"),
    Sentence("Comme indiqué en 1️⃣3.2.", "numero-a-la-main"),
    Sentence("Voir l'1️⃣annexe n° 2.", "annexe-absente"),
    Sentence("Voir l'1️⃣annexe B.", "annexe-absente"),
    Sentence("Le 1️⃣Conseil général y siège.", "deux-graphies"),
    Sentence("Écrivez à 1️⃣parentalité@ville.fr.", "coordonnees-douteuses"),
    Sentence("Un prêt de 51️⃣OO €.", "faute-de-frappe"),
    Sentence("Il paie 450 1️⃣EUR au plus.", "faute-de-frappe"),
    Sentence("Il paie 4501️⃣EUROS au plus.", "faute-de-frappe"),
    Sentence("Rendez-vous le 30 juin à 1️⃣25h.", "date-inexistante"),
    Sentence("Rendez-vous le 30 juin, à 1️⃣24 h 30.", "date-inexistante"),
    Sentence("L'accueil ouvre de 9h à 1️⃣16h75.", "date-inexistante"),
    Sentence("Le bilan est à rendre avant fin 1️⃣juin 2024.", "annee-perimee"),
    Sentence("Le dossier est à déposer avant fin 1️⃣juin 2024.", "annee-perimee"),
    Sentence("Le bilan est à rendre avant le 1️⃣30 juin 2026.", "bilan-avant-la-fin"),
    Sentence("Le bilan 2025-2026 est à rendre avant fin 1️⃣juin 2026.", "bilan-avant-la-fin"),
    Sentence("Rendez-vous 1️⃣lundi 31/07/2025.", "jour-de-semaine"),
    Sentence("L'année 1️⃣2206-2207 commence.", "annee-perimee"),
    Sentence("Le dépôt est ouvert jusqu'au 1️⃣12 juillet 2025.", "valeur-divergente"),
    Sentence("Les demandes sont attendues au plus tard le 1️⃣12 juillet.", "valeur-divergente"),
    Sentence("Nom du porteur : 1️⃣______________", "reste-de-formulaire"),
    Sentence("Date : 1️⃣___/___/______", "reste-de-formulaire"),
    Sentence("#### 1️⃣I. Les lieux\n\nDeux soirs.", "numero-a-la-main"),
    Sentence("#### 1️⃣IV - Les lieux\n\nDeux soirs.", "numero-a-la-main"),
    Sentence("#### 1️⃣II Les lieux\n\nDeux soirs.", "numero-a-la-main"),
    Sentence("#### 1️⃣A. Les lieux\n\nDeux soirs.", "numero-a-la-main"),
    Sentence("#### 1️⃣A/ Les lieux\n\nDeux soirs.", "numero-a-la-main"),
    Sentence("Lisez la partie 1️⃣3 de la note.", "numero-a-la-main"),
    Sentence("La séance dure 1️⃣1.5 h.", "point-dans-un-nombre"),
    Sentence("La réunion est à 1️⃣25 h 30.", "date-inexistante"),
    Sentence("La réunion est à 1️⃣24h30.", "date-inexistante"),
    Sentence("Voir l'1️⃣annexe « Budget type ».", "annexe-absente"),
  ]

  @Test(arguments: wrong) func isTold(_ sentence: Sentence) {
    let found = TextCheckTests.found(sentence.text)
    let place = found.sources.places["1️⃣"]
    #expect(found.diagnostics.map(\.code) == sentence.codes)
    #expect(found.diagnostics.map(\.place?.line) == [place?.line])
    #expect(found.diagnostics.map(\.place?.column) == [place?.column])
  }

  @Test(arguments: [
    // Years of laws, of history, of this note, of the one before and of the next.
    "Le Clas a été créé en 1996, et la charte date de 2001.",
    "L'arrêté du 29 juillet 2022 et l'ordonnance du 19 mai 2021 le disent.",
    "Depuis les données de 2023, tous les porteurs le font en ligne.",
    "Le bilan 2024-2025, puis les campagnes 2025/2026 et 2026/2027.",
    "Vous étiez financé pour l'année 2024-2025 ?",
    "La circulaire C-2022-069 et le fichier bilan-2019.pdf.",
    "Voyez [le guide de 2019](https://exemple.fr/guide-2019.pdf).",
    "La convention 2025-2027 et le contrat de ville 2024-2030 aident aussi.",
    "Les collectifs de 2024, la circulaire de 2021 et le plan 2018-2022, créé alors.",
    "La convention dure jusqu'en 2027. La prochaine campagne, 2026-2027, suivra.",
    // Days.
    "L'an dernier, le bilan était attendu lundi 3 juin.",
    "Le bilan devait être rendu avant juin 2024. Comptez 35 h par semaine, ou 25 h 10.",
    "Un bilan intermédiaire est à rendre avant le 31 mai 2026, à 24 h. De 9h à 17h30.",
    "Rendez-vous vendredi 20 juin 2025, puis jeudi 31 juillet.",
    "Le comité se réunit d'octobre à novembre 2025, ou de septembre à mai.",
    // Numbers.
    "Comptez 2 758,27 € et 32,5 %. Il reste 3 jours.",
    "Comptez 2×(3 + 4) séances, ou 28÷(3 + 4).",
    "Un jeu coûte 12 €. La ville ajoute 500 €.",
    "Comptez 1,5 km et 2,5 heures. Le taux de présence est de 80 %.",
    "Le bilan de 2024, le budget 2025 et la campagne 2026-2027.",
    // Telephones and addresses.
    "Appelez le 04 00 00 00 00, le 04.00.00.00.00, le 0400000000 ou le 04 00 00 00 01.",
    "Écrivez à clas@caf-bresse.example, à accueil@caf-bresse.example ou à @clas. Le 3 nov.",
    "Appelez le 04 00 00 00 00 06 12 34 56 78 ou le 3230, dossier 01 02 03, 04 2025.",
    "La Ps couvre 32,5 % du coût, et la Caf 80 % au plus. Sept enfants, puis sept. ",
    // Acronyms.
    "Le Clas, la MJC (maison des jeunes et de la culture) et la MJC encore.",
    "Envoyez un PDF au CEDEX 9, ou BP 12, 01000 BOURG, pour le CM2.",
    "L'association CLAS'Action, ou CLAS’Action.", "Suivez #CLAS et @CLAS.",
    "Voyez [le guide](https://a.fr/CLAS_2025.pdf), dit CLAS_2025_v2.",
    "Le centre social du Clos, la Cité et le Cher.",
    "Appelez M. DURAND, Mme DURAND ou Camille DURAND. Le Cref est ouvert.",
    "L'article IV du règlement.", "ATTENTION AUX DATES.", "Le site caf.fr est à jour.",
    // Signs.
    "Choisissez a) ou 1) selon le cas (voir « ici » et [là](#depot)).",
    "Dites « bonjour (à tous) », puis \"au revoir\".",
    "[![Le logo](logo.png)](https://exemple.fr/)",
    "Voir « https://exemple.fr », puis «https://exemple.fr» et “https://exemple.fr”.",
    "Voir «\u{A0}https://exemple.fr\u{A0}» et « https://exemple.fr… ».",
    // Lists and references.
    "Les priorités sont :\n\n- lire ;\n- écrire.",
    "Les priorités sont :\n\n| A |\n|---|\n| b |\n\nTableau : Les priorités",
    "La circulaire le dit dans sa partie 3.1 et son annexe 1.",
    "Une partie des enfants, 3 sur 4, voit 2 films.",
    "Le bilan est à envoyer en pièce jointe, avec votre budget joint.",
    "Le [modèle de bilan](https://exemple.fr/bilan.pdf) est ci-joint.",
    "Voyez https://exemple.fr/avis.pdf, ou [avis.pdf](https://exemple.fr/avis.pdf).",
    "Le Conseil régional et le conseil départemental.",
    "#### 3 priorités\n\nLire.",
    "Le comité du Clas et la commission permanente.",
    "Le comité se réunit trois fois : en octobre, en janvier et en mai.",
    "L'attestation vaut du 2 juin 2025 au 31 mai 2026.",
    "Le guide de la Cnaf, page 12, et la page 3 du formulaire. Deux pages suffisent.",
    "Choisissez un élément du décor… ou « 1, 2, 3... ». Source : Insee. Un signet sert de repère.",
    "La Caf de la Bresse, la Caf et l'académie de Lyon. Le conseil de quartier Nord.",
    "Le lundi 04/05/2026 et le 6/5/2026, XXe siècle. Le site a une page d'aide.",
    // What looks like a slip of the hand.
    "Nous nous voyons, vous vous voyez, tout en en parlant. Ceux qui en ont ont raison.",
    "Il va à Bora Bora. Comptez 1,5 km, 1,2,3 et le code A,B2. Voyez caf.fr, etc.",
    "Ceux qui viennent viennent tôt, fichiers .pdf, etc... et 10:30:15.",
    "MM. Roux et Blanc, J. D. Durand. Le rôle (à confirmer) et le dossier (à compléter en ligne).",
    "L'école et le 'bon' mot. Le 1er octobre, le 11 octobre et la page 1.",
    "Elle compte 100 € par an, hors bonus. Le dossier 01/02/03.",
    "La CTM aide. Elle y siège (Collectivité territoriale de Martinique).",
    "La CTM, Collectivité territoriale de Martinique, aide.",
    // What is not the filing, nor the note.
    "Les ateliers commencent au plus tard le 2 novembre 2025.",
    "La commune répond au plus tard le 15 décembre 2025.",
    "Le § 3 de la charte, ou la charte (§ 3), et le point 3 du formulaire.",
    "La partie 2 du dossier Cerfa est à remplir.",
    "#### 1996-2026 : trente ans de Clas\n\nUne fête.",
    "#### Vitamines A et C\n\nUn goûter.",
    "Voir https://fr.wikipedia.org/wiki/Clas_(dispositif) pour l'histoire.",
    "Écrivez à mailto:clas@caf-bresse.example.",
    "La Caf l'aide depuis longtemps : la convention signée en 2022 vaut jusqu'en 2027.",
    "De 10 h 30 à 12 h 30. Comptez à 35 h 30 par semaine. Le fichier a__b.",
  ])
  func isLetPass(_ text: String) {
    let found = TextCheckTests.found(text).diagnostics
    let ofMarkdown = ["tableau-sans-titre", "titre-sans-tableau"]
    #expect(found.filter { !ofMarkdown.contains($0.code) }.map { "\($0.code) \($0.message)" } == [])
  }

  private static let year = "departments/bresse/2025-2026.yaml"

  /// - Parameters:
  ///   - facts: added to the year's.
  ///   - others: other files.
  private static func found(
    _ text: String, facts: String = "", others: [String: String] = [:]
  ) -> FoundDiagnostics {
    let section = "\nsections:\n  ajouter: [{nom: ici, apres: depot}]\n"
    return LoadedProject(
      changing: [
        year: SampleProject.minimal[year] + section + facts,
        "departments/bresse/2025-2026/ici.md": "### Ici\n\n\(text)\n",
      ].merging(others) { $1 }
    ).found
  }

  private static let steps = """
    calendrier:
      - {etape: presentation, le: 2025-05-13}
      - {etape: depot, fenetre: première session, du: 2025-05-19, au: 2025-06-27}
      - {etape: depot, fenetre: deuxième session, du: 2025-08-25, au: 2025-09-19}
      - {etape: bilan, au: 2026-09-30}

    """

  /// A date is compared with that of the step that its sentence speaks of.
  @Test(arguments: [
    (
      "Le bilan se rend au plus tard le 30 septembre 2025.",
      "Le texte donne le 30 septembre 2025 pour « le bilan » ; le calendrier donne le 30 septembre 2026."
    ),
    (
      "La réunion de présentation a lieu le 14 mai 2025.",
      "Le texte donne le 14 mai 2025 pour « la présentation » ; le calendrier donne le 13 mai 2025."
    ),
    (
      "La première session finit le 19 septembre 2025.",
      "Le texte donne le 19 septembre 2025 pour « première session » ; le calendrier donne le 27 juin 2025."
    ),
    (
      "La deuxième session ouvre le 26 août 2025.",
      "Le texte donne le 26 août 2025 pour « deuxième session » ; le calendrier donne le 25 août 2025."
    ),
    ("Le bilan de l'année 2024-2025 est à rendre le 15 septembre 2025.", nil),
    ("La première session finit le 27 juin 2025, la deuxième le 19 septembre.", nil),
  ])
  func dateOfAStep(_ text: String, _ message: String?) {
    let year = SampleProject.minimal[TextCheckTests.year].split(
      separator: "\n", omittingEmptySubsequences: false)
    let rest = year.drop { !$0.isEmpty }.joined(separator: "\n")
    let found = TextCheckTests.found(
      text,
      others: [
        TextCheckTests.year: TextCheckTests.steps + rest
          + "\nsections:\n  ajouter: [{nom: ici, apres: depot}]\n"
      ])
    let divergent = found.diagnostics.filter { $0.code == "valeur-divergente" }
    #expect(divergent.map(\.message.withPlainSpaces) == [message].compactMap(\.self))
  }

  /// The amounts of the last year that are known, where those of the year are to come.
  @Test(arguments: [
    ("Le prix plafond de la Ps est de 8 300 €.", ["bareme-recopie"]),
    ("Le prix plafond de la Ps était de 8 300 € en 2024-2025.", []),
  ])
  func amountOfTheYearBefore(_ text: String, _ codes: [String]) {
    let found = TextCheckTests.found(
      text,
      others: [
        "departments/national/2024-2025.yaml":
          "bareme:\n  ps:\n    plafond: {valeur: 8 300 €/collectif, document: A, section: B}\n",
        "departments/national/2025-2026.yaml": "bareme:\n  ps:\n    plafond: a_paraitre\n",
        TextCheckTests.year: SampleProject.minimal[TextCheckTests.year]
          .replacing("plafond: 8 487 €/collectif", with: "plafond: a_paraitre")
          .replacing("maximum: 2 758,28 €/collectif", with: "maximum: a_paraitre")
          + "\nsections:\n  ajouter: [{nom: ici, apres: depot}]\n",
      ])
    #expect(found.diagnostics.map(\.code) == codes)
  }

  /// A funder's limit, and what its aid is.
  @Test(arguments: [
    "La Mutualité du lieu finance le projet, dans la limite de 600 €.",
    "Le montant de l'aide de la Mutualité du lieu est de 600 €.",
  ])
  func amountOfAFunder(_ text: String) {
    let facts = """
      financements:
        - {code: msa, financeur: la Mutualité du lieu, dispositif: Une aide, montant: 500 €/porteur}

      """
    let found = TextCheckTests.found(text, facts: facts).diagnostics
    #expect(found.map(\.code) == ["valeur-divergente"])
  }

  /// Another document does not stand for the one that a text announces.
  @Test(arguments: [
    ("Le modèle de bilan ci-joint est à remplir.", ["annexe-absente"]),
    ("Le modèle de budget ci-joint est à remplir.", []), ("Le modèle ci-joint est à remplir.", []),
  ])
  func documentThatIsAnnounced(_ text: String, _ codes: [String]) {
    let facts = "annexes:\n  - {nom: Budget type, lien: https://exemple.fr/budget}\n"
    #expect(TextCheckTests.found(text, facts: facts).diagnostics.map(\.code) == codes)
  }

  /// In a value no link can be made.
  @Test func numberOfAPartInAValue() {
    let facts = "avis:\n  - {titre: Avis, texte: Lisez la partie 4.1.}\n"
    let found = TextCheckTests.found("Rien.", facts: facts).diagnostics
    #expect(found.map(\.expected) == ["le titre de la partie, sans son numéro"])
  }

  /// What stands in the place of a slip that can be nothing else.
  @Test(arguments: [
    ("Il paie 2758.28 € au plus.", "2758,28"), ("Il paie 32.5 % au plus.", "32,5"),
    ("Un CLAS par ville.", "Clas"), ("Écrivez au CLAS.", "Clas"),
    ("Le comité se réunit du octobre 2025.", "d’octobre 2025"),
    ("Voyez [le site](www.caf.fr).", "https://www.caf.fr"),
    ("Prenez le le dossier.", ""), ("Un mot,un autre.", ", "), ("Un mot , un autre.", ", "),
    ("À l' école.", "'"), ("Il ouvre le 1 octobre.", "1er"), ("Il paie 2,758.28 €.", "2 758,28"),
    ("Il paie 8'487 €.", "8 487"), ("Il paie 450 EUR.", "€"), ("Il paie 450EUR.", " €"),
    ("Appelez [la Caf](04 00 00 00 00).", "](tel:0400000000)"),
  ])
  func certainCorrection(_ text: String, _ mended: String) {
    let corrections = TextCheckTests.found(text).diagnostics.map(\.correction)
    #expect(corrections.map(\.?.text) == [mended])
    #expect(corrections.map(\.?.isCertain) == [true])
  }

  /// One thousand to some and one to others, a day or its date, one of two spellings.
  @Test(arguments: [
    "Il paie 1.000 € au plus.", "Rendez-vous vendredi 31 juillet 2025.", "La DRAJES y siège.",
    "Le plafond est de 8 500 €.", "L'association CAF-info vous aide.",
    "L'association Info-CLAS vous aide.", "L'association CAF Loisirs vous aide.",
    "Lisez « CLAS et Moi ».", "Lisez \"Le CLAS\".", "Voyez le Guide du CLAS.", "Le CLAS et Moi.",
    "- Guide du CLAS", "Le dossier dossier est là.", "La réunion,3 enfants.", "C'est la fin.Tout.",
  ])
  func noCertainCorrection(_ text: String) {
    let corrections = TextCheckTests.found(text).diagnostics.map(\.correction)
    #expect(corrections.allSatisfy { $0?.isCertain != true })
    #expect(!corrections.isEmpty)
  }

  /// In values too, quoted or bare.
  @Test(arguments: [
    (
      "financements:\n  - {code: ville, financeur: La Ville, dispositif: Une aide}\n", "la Ville"
    ),
    (
      "financements:\n  - {code: ville, financeur: \"La Ville\", dispositif: Une aide}\n",
      "la Ville"
    ),
    (
      "avis:\n  - {titre: Avis, texte: \"Un mot suffit. Un autre suit\"}\n",
      "Un mot suffit. Un autre suit."
    ),
    (
      "avis:\n  - {titre: Avis, texte: Un mot suffit. Un autre suit (en tout)}\n",
      "Un mot suffit. Un autre suit (en tout)."
    ),
  ])
  func certainCorrectionOfAValue(_ facts: String, _ mended: String) {
    let found = TextCheckTests.found("Rien.", facts: facts)
    #expect(found.diagnostics.map(\.correction?.text) == [mended])
    #expect(found.diagnostics.map(\.correction?.isCertain) == [true])
  }

  /// Of two amounts that are one, the sentence says which is meant.
  @Test(arguments: [
    ("Le bonus « enfants » est de 329 €.", "{{ bonus.enfants | euros }}"),
    ("Le bonus « parents » est de 329 €.", "{{ bonus.parents | euros }}"),
    ("Un bonus est de 329 €.", nil),
  ])
  func nameOfAnAmount(_ text: String, _ name: String?) {
    let facts = "bonus: {enfants: 329 €/collectif, parents: 329 €/collectif}\n"
    let found = TextCheckTests.found(text, facts: facts).diagnostics
    #expect(found.map(\.code) == ["valeur-recopiee"])
    #expect(found.map(\.suggestion) == [name])
  }

  /// « Msa » is not right because it comes first.
  @Test func acronymInTwoSpellings() {
    let facts = """
      financements:
        - {code: a, financeur: la Caf de Bresse, dispositif: A}
        - {code: b, financeur: la CAF de Bresse, dispositif: B}

      """
    let found = TextCheckTests.found("Rien.", facts: facts).diagnostics
    #expect(
      Set(found.filter { $0.code == "deux-graphies" }.map(\.suggestion)) == ["Caf de Bresse"])
  }

  /// A common noun has its article in sentences; a proper name may have none.
  @Test(arguments: [("Conseil départemental", ["article-du-nom"]), ("Grenoble Métropole", [])])
  func articleOfAFunder(_ name: String, _ codes: [String]) {
    let found = TextCheckTests.found(
      "Rien.", facts: "financements:\n  - {code: ici, financeur: \(name), dispositif: Une aide}\n")
    #expect(found.diagnostics.map(\.code) == codes)
  }

  /// Two persons whose names are near are both right; a third spelling is not.
  @Test func nearNames() {
    let contacts = """
      contacts:
        - {nom: Camille Durand, telephone: 04 00 00 00 00}
        - {nom: Camille Durant, telephone: 04 00 00 00 01}

      """
    let right = "Écrivez à Camille Durand ou à Camille Durant."
    #expect(TextCheckTests.found(right, facts: contacts).diagnostics.map(\.message) == [])
    #expect(
      TextCheckTests.found("Écrivez à Camille Duran.", facts: contacts).diagnostics.map(\.code)
        == ["deux-graphies"])
  }

  /// Of two contacts that are as near, the first is meant; a figure too many may be another address.
  @Test(
    arguments: [
      ("Appelez le 04 00 00 09 00.", "04 00 00 00 00"),
      ("Appelez le 04 00 00 01 10.", "04 00 00 01 00"),
      ("Appelez le 04 00 00 10 00.", "04 00 00 00 00"), ("Appelez le 40 00 00 00 00.", nil),
      ("Appelez le 04 00 00 00 01.", nil), ("Appelez le 04 00 00 01 00.", nil),
      ("Écrivez à clas1@ville.example.", "clas2@ville.example"),
      ("Écrivez à clas@ville.example.", nil), ("Écrivez à clas22@ville.example.", nil),
      ("Écrivez à cls2@ville.example.", "clas2@ville.example"),
      ("Écrivez à Calss2@ville.example.", nil),
      ("Écrivez à CLSA2@ville.example.", "clas2@ville.example"),
    ] as [(String, String?)])
  func nearMeans(_ text: String, _ known: String?) {
    let contacts = """
      contacts:
        - {nom: Camille Durand, telephone: 04 00 00 00 00}
        - {nom: Dominique Petit, telephone: 04 00 00 01 00}
        - {nom: Claude Martin, courriel: clas2@ville.example}
        - {nom: Andrea Moreau, courriel: clas3@ville.example}

      """
    let found = TextCheckTests.found(text, facts: contacts).diagnostics
    #expect(
      found.filter { $0.code == "coordonnees-douteuses" }.map(\.suggestion)
        == [known].compactMap(\.self), "\(text)")
  }

  /// Two bodies whose names differ by a letter are one, whose name has a slip; groups have numbers.
  @Test(arguments: [
    ("Association des Familles", "Asociation des Familles", true),
    ("Association des Familles", "Association des Famillles", true),
    ("Association des Familles", "Association des Fmailles", true),
    ("Association des Familles", "Association Familles", false),
    ("Groupe des Familles 1", "Groupe des Familles 2", false),
  ])
  func nearBodies(_ name: String, _ other: String, _ isTold: Bool) {
    let facts =
      "instance:\n  nom: le comité\n  membres:\n    - nom: \(name)\n    - nom: \(other)\n"
    let found = TextCheckTests.found("Rien.", facts: facts).diagnostics
    #expect(
      found.filter { $0.code == "deux-graphies" }.map(\.suggestion) == (isTold ? [name] : []))
  }

  /// Two contacts whom one telephone reaches are one, whose name has a slip.
  @Test func contactsOfOneTelephone() {
    let contacts = """
      contacts:
        - {nom: Camille Durand, telephone: 04 00 00 00 00}
        - {nom: 1️⃣Camille Durant, telephone: 04 00 00 00 00}

      """
    let found = TextCheckTests.found("Rien.", facts: contacts)
    #expect(found.diagnostics.map(\.code) == ["deux-graphies"])
    #expect(found.diagnostics.map(\.place?.line) == [found.sources.places["1️⃣"]?.line])
  }

  /// A body and the department have their accents.
  @Test(arguments: [
    ("Le Réseau des Écoles d'Isere y siège.", "Réseau des Écoles d’Isère"),
    ("Le Réseau des Ecoles d'Isère y siège.", "Réseau des Écoles d’Isère"),
    ("Le Réseau des Écoles d'Isère y siège.", nil), ("Les réseaux des écoles d'Isère.", nil),
    ("La ville de Genas, en Isere.", "Isère"),
  ])
  func accentsOfNames(_ text: String, _ right: String?) {
    let place = "departments/bresse/departement.yaml"
    let found = TextCheckTests.found(
      text,
      facts:
        "financements:\n  - {code: r, financeur: le Réseau des Écoles d'Isère, dispositif: X}\n",
      others: [
        place: SampleProject.minimal[place]
          .replacing("nom: la Bresse", with: "nom: l'Isère").replacing(
            "en Bresse", with: "en Isère"
          )
          .replacing("code: \"01\"", with: "code: \"38\"")
      ])
    let names = found.diagnostics.filter { $0.code == "deux-graphies" }.map(\.suggestion)
    #expect(Set(names).isSubset(of: [right?.replacing("’", with: "'"), "Isère"]))
    #expect(names.isEmpty == (right == nil))
  }

  private static let herault = SampleProject.minimal["departments/bresse/departement.yaml"]
    .replacing("la Bresse", with: "l'Hérault").replacing("en Bresse", with: "dans l'Hérault")
    .replacing("code: \"01\"", with: "code: \"34\"")

  /// A body that is copied from the note of another department, or named in two ways.
  @Test(
    arguments: [
      ("La 1️⃣Caf du Gard paie.", "nom-du-departement", nil),
      ("Le 1️⃣Conseil départemental des Vosges y siège.", "nom-du-departement", nil),
      ("La 1️⃣Caf d'Hérault paie.", "deux-graphies", "Caf de l'Hérault"),
      ("La 1️⃣Caf Hérault paie.", "deux-graphies", "Caf de l'Hérault"),
      ("Écrivez à 1️⃣clas@caf43.caf.fr.", "coordonnees-douteuses", nil),
      ("La Caf de l'Hérault, la Caf, l'académie de Lyon.", nil, nil),
      ("Les porteurs du Gard, et la ville du Puy.", nil, nil),
      ("Écrivez à aide@caf34.caf.fr ou à aide@cnaf.caf.fr.", nil, nil),
    ] as [(String, String?, String?)])
  func bodiesOfOtherDepartments(_ text: String, _ code: String?, _ suggestion: String?) {
    let found = TextCheckTests.found(
      text, others: ["departments/bresse/departement.yaml": TextCheckTests.herault])
    let told = found.diagnostics.filter { $0.place?.file.hasSuffix("ici.md") == true }
    #expect(told.map(\.code) == [code].compactMap(\.self))
    #expect(told.map(\.suggestion) == (code == nil ? [] : [suggestion]))
    #expect(told.map(\.place?.column) == [found.sources.places["1️⃣"]?.column].filter { $0 != nil })
  }

  /// Where one is « en Martinique », usage leaves the article out; one body still has one name.
  @Test(arguments: [
    ("L'académie de Martinique y siège.", 0), ("La Caf de la Martinique y siège.", 0),
    ("L'Udaf de Martinique, puis l'Udaf de la Martinique.", 1),
    ("L'académie Martinique y siège.", 1),
  ])
  func bodyWithoutArticle(_ text: String, _ count: Int) {
    let martinique = SampleProject.minimal["departments/bresse/departement.yaml"]
      .replacing("la Bresse", with: "la Martinique")
      .replacing("en Bresse", with: "en Martinique")
      .replacing("code: \"01\"", with: "code: \"972\"")
    let found = TextCheckTests.found(
      text, others: ["departments/bresse/departement.yaml": martinique])
    let told = found.diagnostics.filter { $0.place?.file.hasSuffix("ici.md") == true }
    let codes = told.map(\.code).filter { $0 != "sigle-inconnu" }
    #expect(codes == Array(repeating: "deux-graphies", count: count))
  }

  /// In the facts too, at their lines.
  @Test(arguments: [
    "financements:\n  - {code: cd, financeur: le 1️⃣Conseil départemental du Gard, dispositif: Une aide}",
    "contacts:\n  - {service: Le service, courriel: 1️⃣clas@caf43.caf.fr}",
  ])
  func factsOfOtherDepartments(_ facts: String) {
    let found = TextCheckTests.found(
      """
      {% si financements est publie %}
      {% pour f dans financements %}{{ f.financeur }}{% fin %}
      {% fin %}
      """, facts: facts + "\n",
      others: ["departments/bresse/departement.yaml": TextCheckTests.herault])
    let place = found.sources.places["1️⃣"]
    #expect(
      found.diagnostics.contains {
        $0.place?.line == place?.line && $0.place?.column == place?.column
      }, "\(found.diagnostics.map(\.message))")
  }

  /// The ceiling of a funder is that of the facts.
  @Test(arguments: [
    ("La Région verse jusqu'à 1️⃣600 € par collectif.", 1),
    ("L'aide de la Région est plafonnée à 1️⃣1 500 euros.", 1),
    ("La Région verse jusqu'à 500 € par collectif.", 0),
    ("La Région verse 500 €, dans une enveloppe de 20 000 €.", 0),
    ("La ville verse 300 €. La Région aide aussi.", 0),
  ])
  func amountOfAFunder(_ text: String, _ count: Int) {
    let found = TextCheckTests.found(
      text,
      facts: """
        financements:
          - {code: r, financeur: la Région, dispositif: X, montant: jusqu'à 500 €/collectif}

        """)
    #expect(found.diagnostics.map(\.code) == Array(repeating: "valeur-divergente", count: count))
    #expect(
      found.diagnostics.map(\.place?.column)
        == [found.sources.places["1️⃣"]?.column].filter { $0 != nil })
  }

  /// « Le Département » is the council where it pays, and a place elsewhere.
  @Test(arguments: [
    ("Le Département verse 450 € par collectif.", ["valeur-divergente"]),
    ("Le Département verse 500 € par collectif.", []),
    ("Les projets du Département reçoivent une aide de 450 €.", []),
  ])
  func amountOfACouncil(_ text: String, _ codes: [String]) {
    let facts = """
      financements:
        - {code: cd, financeur: le Conseil départemental, dispositif: X, montant: 500 €/collectif}

      """
    #expect(TextCheckTests.found(text, facts: facts).diagnostics.map(\.code) == codes)
  }

  /// The month in which a platform of all departments closes is of no year of the note.
  @Test func closingOfAPlatform() {
    let path = "departments/national/regles.yaml"
    let rules = SampleProject.minimal[path].replacing("fermeture: 2026-12", with: "")
    let found = TextCheckTests.found(
      """
      {% pour p dans plateformes %}
      {% si p.fermeture est publie %}Jusqu'en {{ p.fermeture | date }}.{% fin %}
      {% fin %}
      """,
      others: [
        path: rules.replacing(
          "plateformes:",
          with: "plateformes:\n  - {code: autre, nom: Autre, usage: lire, fermeture: 2019-12}")
      ])
    #expect(!found.diagnostics.contains { $0.place?.file == path })
  }

  /// A file that the note gives may be named.
  @Test func namedFile() {
    let facts = "annexes:\n  - {nom: L'avis, fichier: avis.pdf, precision: À signer.}\n"
    let found = TextCheckTests.found("Remplissez avis.pdf.", facts: facts)
    #expect(!found.diagnostics.map(\.code).contains("annexe-absente"))
  }

  /// Under its whole name.
  @Test func nameOfAFile() {
    let found = TextCheckTests.found("Remplissez 1️⃣avis_CLAS-2025.pdf.")
    #expect(
      found.diagnostics.map(\.message) == [
        "Le texte cite le fichier « avis_CLAS-2025.pdf », que la note ne donne pas."
      ])
    #expect(found.diagnostics.map(\.place?.column) == [found.sources.places["1️⃣"]?.column])
  }

  /// What pages print beside the sections is read too: what the note and its documents are called
  /// speaks of its year.
  @Test(arguments: [
    ("titre: Note de cadrage 1️⃣2023-2024", true), ("titre: Note de cadrage 1️⃣2024-2025", true),
    ("titre: Appel à projets 1️⃣2021", true), ("titre: Appel à projets 1️⃣2025", false),
    ("document_officiel: {nom: Note 1️⃣2021-2022, lien: \"https://a.fr\"}", true),
    ("annexes: [{nom: Charte 1️⃣2022, precision: À lire.}]", true),
    ("annexes: [{nom: La circulaire de 1️⃣2022, precision: À lire.}]", false),
    ("avis: [{titre: Avis, texte: La campagne 1️⃣2022-2023 est close.}]", true),
  ])
  func yearBesideTheSections(_ facts: String, _ isTold: Bool) {
    let found = TextCheckTests.found("Rien.", facts: facts + "\n")
    #expect(found.diagnostics.map(\.code) == (isTold ? ["annee-perimee"] : []))
    if isTold {
      #expect(found.diagnostics.map(\.place?.column) == [found.sources.places["1️⃣"]?.column])
    }
  }

  /// What a document to attach is called, too.
  @Test(arguments: [("l'avis 1️⃣2022", 1), ("l'avis 2025", 0), ("le bilan 2024-2025", 0)])
  func yearOfADocument(_ name: String, _ count: Int) {
    let facts = SampleProject.minimal[TextCheckTests.year]
      .replacing("nom: le projet d'accueil", with: "nom: " + name)
    let found = LoadedProject(changing: [TextCheckTests.year: facts]).found
    #expect(found.diagnostics.map(\.code) == Array(repeating: "annee-perimee", count: count))
    #expect(
      found.diagnostics.map(\.place?.column)
        == [found.sources.places["1️⃣"]?.column].filter { $0 != nil })
  }

  /// When the committee meets, by a month alone too.
  @Test(arguments: [
    ("Le comité se réunit en novembre.", 1), ("La réunion du comité est prévue en octobre.", 0),
    ("Le comité se réunit le 12 novembre.", 1),
  ])
  func meetingOfTheCommittee(_ text: String, _ count: Int) {
    let facts = SampleProject.minimal[TextCheckTests.year]
      .replacing("    au: 2025-07-11\n", with: "    au: 2025-07-11\n    comite: octobre 2025\n")
    let found = LoadedProject(
      changing: [
        TextCheckTests.year: facts + "\nsections:\n  ajouter: [{nom: ici, apres: depot}]\n",
        "departments/bresse/2025-2026/ici.md": "### Ici\n\n\(text)\n",
      ]
    ).found
    #expect(found.diagnostics.map(\.code) == Array(repeating: "valeur-divergente", count: count))
  }

  /// What is told in an included text says who includes it.
  @Test func placeInAnIncludedText() {
    let found = TextCheckTests.found(
      "{% inclure \"qui\" %}",
      facts: "contacts:\n  - {nom: Camille Durand, telephone: 04 00 00 00 00}\n",
      others: ["departments/bresse/sections/qui.md": "Écrivez à 1️⃣Camille Duran.\n"])
    #expect(found.diagnostics.map(\.code) == ["deux-graphies"])
    #expect(
      found.diagnostics.map { $0.includedFrom.map(\.file) } == [
        ["departments/bresse/2025-2026/ici.md"]
      ])
  }

  @Test func formOfADepartment() {
    let glossary = "departments/bresse/glossaire.yaml"
    let found = TextCheckTests.found(
      "Le programme de réussite éducatif.",
      others: [glossary: "- sigle: PRE\n  forme: programme de réussite éducative\n"])
    #expect(
      found.diagnostics.map(\.expected) == [
        "« programme de réussite éducative », comme dans \(glossary)"
      ])
  }

  /// What two acronyms may be gets no suggestion; a letter less is a slip of a long one.
  @Test(arguments: [("La Craf paie.", nil), ("Le Reap paie.", "Reaap"), ("La Caaf paie.", "Caf")])
  func slipsOfAcronyms(_ text: String, _ right: String?) {
    let glossary = """
      - {sigle: Caf, forme: caisse d'allocations familiales}
      - {sigle: Cnaf, forme: caisse nationale des allocations familiales}
      - {sigle: Reaap, forme: "réseau d'écoute, d'appui et d'accompagnement des parents"}

      """
    let found = TextCheckTests.found(
      text, others: ["departments/bresse/glossaire.yaml": glossary])
    #expect(found.diagnostics.map(\.code) == ["sigle-inconnu"])
    #expect(found.diagnostics.map(\.suggestion) == [right])
  }

  /// A platform of one department is a word like others in the next.
  @Test func platformsOfANote() {
    let place = { (file: String) in "departments/ain/\(file)" }
    let platform =
      "plateformes:\n  - {code: guichet, nom: GuiDem, usage: déposer une demande}\n"
    let section = "\nsections:\n  ajouter: [{nom: ici, apres: depot}]\n"
    let found = TextCheckTests.found(
      "Déposez sur Guidem.",
      others: [
        place("departement.yaml"): SampleProject.minimal["departments/bresse/departement.yaml"],
        place("2025-2026.yaml"): SampleProject.minimal[TextCheckTests.year] + section + platform,
        place("2025-2026/ici.md"): "### Ici\n\nDéposez sur 1️⃣Guidem.\n",
      ])
    #expect(found.diagnostics.map(\.code) == ["sigle-mal-ecrit"])
    #expect(found.diagnostics.map(\.place?.file) == [place("2025-2026/ici.md")])
  }

  /// When the committee meets is a date of the calendar, and not the end of the filing.
  @Test func committeeOfAWindow() {
    let facts = SampleProject.minimal[TextCheckTests.year]
      .replacing("    au: 2025-07-11\n", with: "    au: 2025-07-11\n    comite: 2025-10-02\n")
    let found = LoadedProject(
      changing: [
        TextCheckTests.year: facts + "\nsections:\n  ajouter: [{nom: ici, apres: depot}]\n",
        "departments/bresse/2025-2026/ici.md":
          "### Ici\n\nDéposez le dossier avant le 12 juillet.\n\nLe comité se réunit le 2 octobre.\n",
      ]
    ).found
    #expect(found.diagnostics.map(\.code) == ["valeur-divergente", "valeur-recopiee"])
    #expect(found.diagnostics[0].message.withPlainSpaces.contains("finit le 11 juillet 2025"))
  }

  /// Words of a value of the YAML are told in the value.
  @Test func placeInAValue() {
    let facts = SampleProject.minimal[TextCheckTests.year]
      .replacing("formulaire en ligne.", with: "formulaire de 2️⃣2 758.28 € en 1️⃣2019.")
    let found = LoadedProject(changing: [TextCheckTests.year: facts]).found
    let columns = ["1️⃣", "2️⃣"].map { found.sources.places[$0]?.column }
    #expect(
      found.diagnostics.map { "\($0.code) \($0.place?.column ?? 0)" } == [
        "point-dans-un-nombre \(columns[1] ?? 0)", "annee-perimee \(columns[0] ?? 0)",
      ])
  }
}
