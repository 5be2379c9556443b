import Comparison
import Testing

/// Pairs of small texts, and what the terminal shows of their differences.
@Suite struct TextGoldenTests {
  static let text = """
    ## Dépôt {#depot}

    Déposez votre dossier avant le 31 juillet 2025 sur la plateforme ELAN.

    Le prix plafond est de 8 487 €, soit une Ps de 2 758,28 € au plus.

    ## Contacts {#contacts}

    Écrivez au pôle partenaires de la Caf, qui vous répondra sous huit jours.

    ## Bilan {#bilan}

    Le bilan de l'année écoulée est obligatoire pour toute nouvelle demande.

    """

  @Test func nothingChanged() {
    let comparison = NoteComparison(from: note(Self.text), to: note(Self.text))
    #expect(comparison.isEmpty)
    #expect(comparison.summary == "Rien ne change.")
    #expect(changes(comparison) == "")
  }

  @Test func onlyFigures() {
    let new = Self.text.replacing("8 487 €", with: "8 900 €")
      .replacing("2 758,28 €", with: "2 892,50 €").replacing(
        "31 juillet 2025", with: "10 juillet 2026")
    expectNoDifference(
      changes(Self.text, new),
      """

      Dépôt
        modifié : Déposez votre dossier avant le [-31 juillet 2025-]{+10 juillet 2026+} sur la plateforme ELAN.
        modifié : Le prix plafond est de [-8 487 €-]{+8 900 €+}, soit une Ps de [-2 758,28 €-]{+2 892,50 €+} au plus.

      """)
  }

  @Test func sectionAdded() {
    let new = Self.text + "## Annexes {#annexes}\n\nLa charte nationale est jointe.\n"
    expectNoDifference(
      changes(Self.text, new),
      """

      Annexes (nouvelle section)
        ajouté : {+Annexes+}
        ajouté : {+La charte nationale est jointe.+}

      """)
  }

  @Test func sectionRemoved() {
    let new = Self.text.replacing(
      "## Contacts {#contacts}\n\nÉcrivez au pôle partenaires de la Caf, qui vous répondra sous huit jours.\n",
      with: "")
    expectNoDifference(
      changes(Self.text, new),
      """

      Contacts (section supprimée)
        supprimé : [-Contacts-]
        supprimé : [-Écrivez au pôle partenaires de la Caf, qui vous répondra sous huit jours.-]

      """)
  }

  @Test func sectionRenamed() {
    let new = Self.text.replacing("## Contacts {#contacts}", with: "## Nous écrire {#ecrire}")
    expectNoDifference(
      changes(Self.text, new),
      """

      Nous écrire (avant : « Contacts »)
        modifié : [-Contacts-]{+Nous écrire+}

      """)
  }

  @Test func sectionMoved() {
    let parts = Self.text.components(before: "## ")
    let new = parts[2] + parts[0] + parts[1]
    expectNoDifference(changes(Self.text, new), "\nBilan (section déplacée)\n")
  }

  @Test func sectionSplitAndMerged() {
    let old = """
      ## Bonus {#bonus}

      Le bonus enfants finance des sorties culturelles et des intervenants pour les enfants.

      Il faut un projet écrit, des objectifs et une évaluation en fin d'année.

      Le bonus parents finance des rencontres régulières entre les familles et les enseignants.

      Ces rencontres ont lieu une fois par mois au moins, à l'école ou ailleurs.

      """
    let new = old.replacing("## Bonus {#bonus}", with: "## Bonus enfants {#bonus-enfants}")
      .replacing("Le bonus parents", with: "## Bonus parents {#bonus-parents}\n\nLe bonus parents")
    expectNoDifference(
      changes(old, new),
      """

      Bonus enfants (nouvelle section) (vient de « bonus »)
        ajouté : {+Bonus enfants+}
        déplacé depuis « bonus » : Le bonus enfants finance des sorties culturelles et des intervenants pour les enfants.
        déplacé depuis « bonus » : Il faut un projet écrit, des objectifs et une évaluation en fin d’année.

      Bonus parents (avant : « Bonus ») (est passé dans « bonus-enfants »)
        modifié : Bonus {+parents+}

      """)
    expectNoDifference(
      changes(new, old),
      """

      Bonus enfants (section supprimée) (est passé dans « bonus »)
        supprimé : [-Bonus enfants-]

      Bonus (avant : « Bonus parents ») (vient de « bonus-enfants »)
        modifié : Bonus [-parents-]
        déplacé depuis « bonus-enfants » : Le bonus enfants finance des sorties culturelles et des intervenants pour les enfants.
        déplacé depuis « bonus-enfants » : Il faut un projet écrit, des objectifs et une évaluation en fin d’année.

      """)
  }

  @Test func listReordered() {
    let old = "- la charte nationale\n- le budget prévisionnel\n- le bilan signé\n"
    let new =
      "- le bilan signé\n- la charte nationale\n- le budget prévisionnel\n- l'avis du maire\n"
    expectNoDifference(
      changes("## A\n\n" + old, "## A\n\n" + new),
      """

      A
        déplacé : le bilan signé
        ajouté : {+l’avis du maire+}

      """)
  }

  @Test func tableWithARowAdded() {
    let old = """
      ## A

      Tableau : Les dates

      | Étape | Date |
      | --- | --- |
      | Dépôt | 31 juillet 2025 |
      | Comité | octobre 2025 |

      """
    let new = old.replacing("31 juillet 2025", with: "10 juillet 2026").replacing(
      "| Comité", with: "| Bilan | 30 juin 2026 |\n| Comité")
    expectNoDifference(
      changes(old, new),
      """

      A
        modifié : Dépôt ; [-31 juillet 2025-]{+10 juillet 2026+}
        ajouté : {+Bilan ; 30 juin 2026+}

      """)
  }

  @Test func tableWithAColumnAdded() {
    let old = "## A\n\n| Étape | Date |\n| --- | --- |\n| Dépôt | 31 juillet |\n"
    let new =
      "## A\n\n| Étape | Lieu | Date |\n| --- | --- | --- |\n| Dépôt | ELAN | 31 juillet |\n| Bilan | ELAN | 3 mai |\n"
    let comparison = NoteComparison(from: note(old), to: note(new))
    expectNoDifference(
      changes(comparison),
      """

      A
        modifié : Étape {+; Lieu+} ; Date
        modifié : Dépôt {+; ELAN+} ; 31 juillet
        ajouté : {+Bilan ; ELAN ; 3 mai+}

      """)
    let back = NoteComparison(from: note(new), to: note(old))
    let table = back.sections[0].blocks[1]
    #expect(table.children.map(\.children.count) == [3, 3, 3])
  }

  @Test func textWhollyRewritten() {
    expectNoDifference(
      changes(
        "## A\n\nLe comité se réunit une fois par an en préfecture.\n",
        "## A\n\nChaque porteur dépose seul sa demande avant Noël, sans exception.\n"),
      """

      A
        supprimé : [-Le comité se réunit une fois par an en préfecture.-]
        ajouté : {+Chaque porteur dépose seul sa demande avant Noël, sans exception.+}

      """)
  }

  @Test func quotesApostrophesAndCaseAreFolded() {
    let old = TextSection(
      name: "a", title: "A",
      blocks: [TextBlock(.paragraph, RichText("L'école dit \"oui\" à 8487 € - Enfin..."))])
    var new = old
    new.blocks = [
      TextBlock(.paragraph, RichText("l’École dit « oui » à 8 487\u{A0}€ – enfin…"))
    ]
    var (before, after) = (note(""), note(""))
    before.sections = [old]
    after.sections = [new]
    let comparison = NoteComparison(from: before, to: after)
    #expect(comparison.isEmpty)
    #expect(comparison.textChanges == [])
    #expect(comparison.before == [old])
    #expect(comparison.after == [new])
  }

  @Test func theAddressOfALinkIsAChange() {
    expectNoDifference(
      changes("## A\n\nDéposez [ici](https://a.fr).\n", "## A\n\nDéposez [ici](https://b.fr).\n"),
      """

      A
        modifié : Déposez ici [-<https://a.fr>-] {+<https://b.fr>+}.

      """)
  }

  @Test func aParagraphMovedToAnotherSection() {
    let sentence = "Le bilan de l'année écoulée est obligatoire pour toute nouvelle demande."
    let new = Self.text.replacing(sentence, with: "Rien à signaler ici pour le moment.")
      .replacing("sur la plateforme ELAN.", with: "sur la plateforme ELAN.\n\n" + sentence)
    let comparison = NoteComparison(from: note(Self.text), to: note(new))
    let moved = comparison.textChanges.first { $0.nature == .moved }
    #expect(moved?.movedBetween?.from == "bilan")
    #expect(moved?.movedBetween?.to == "depot")
    let twins = comparison.sections.flatMap(\.blocks).filter { $0.move == 1 }
    #expect(twins.map(\.nature) == [.moved, .departed])
  }

  @Test func emptyNotes() {
    var (empty, full) = (note(""), note(Self.text))
    empty.sections = []
    full.identifier = "b"
    #expect(NoteComparison(from: empty, to: empty).isEmpty)
    let added = NoteComparison(from: empty, to: full)
    #expect(added.sections.map(\.nature) == [.added, .added, .added])
    #expect(added.before == [])
    #expect(added.after == full.sections)
    #expect(NoteComparison(from: full, to: empty).after == [])
  }

  @Test func causesArePassedToWhatChanged() {
    let new = Self.text.replacing("ELAN", with: "Démarches Numériques")
    let causes = ["depot": "Circulaire C-2026-069, 3.1", "bilan": "sans objet"]
    let comparison = NoteComparison(from: note(Self.text), to: note(new), causes: causes)
    #expect(comparison.sections.map(\.cause) == ["Circulaire C-2026-069, 3.1", nil, nil])
  }
}

extension String {
  /// The parts that begin with a mark.
  fileprivate func components(before mark: String) -> [String] {
    var parts: [String] = []
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(mark) || parts.isEmpty { parts.append("") }
      parts[parts.count - 1] += line + "\n"
    }
    return parts
  }
}
