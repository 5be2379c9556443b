import Templates
import Testing

/// What tests prove about optional values.
@Suite struct NarrowingTests {
  @Test(arguments: [
    "{% si ps.plafond est publie %}{{ ps.plafond }}{% fin %}",
    "{% si ps.plafond est a_paraitre %}{{ ps.plafond }}{% fin %}",
    "{% si ps.plafond est a_confirmer %}{{ ps.plafond }}{% fin %}",
    "{% si non ps.plafond est absent %}{{ ps.plafond }}{% fin %}",
    "{% si ps.plafond est absent %}{% sinon %}{{ ps.plafond }}{% fin %}",
    "{% si ps.plafond est publie et demonstration %}{{ ps.plafond }}{% fin %}",
    "{% si demonstration et ps.plafond est publie %}{{ ps.plafond }}{% fin %}",
    "{% si ps.plafond est absent ou demonstration %}{% sinon %}{{ ps.plafond }}{% fin %}",
    "{% si non (ps.plafond est absent ou demonstration) %}{{ ps.plafond }}{% fin %}",
    "{% si ps.plafond est publie ou ps.plafond est a_paraitre %}{{ ps.plafond }}{% fin %}",
    "{% si ps.plafond est publie %}{% si ps.maximum est publie %}{{ ps.plafond }}{% fin %}{% fin %}",
    "{% si non non ps.plafond est publie %}{{ ps.plafond }}{% fin %}",
    "{% si non (non ps.plafond est publie ou non demonstration) %}{{ ps.plafond }}{% fin %}",
    "{% si arrondi est publie et arrondi = \"euro\" %}{{ arrondi }}{% fin %}",
    "{% si arrondi est absent ou arrondi = \"euro\" %}A{% fin %}",
    "{% si non ruralite est vide %}{{ ruralite }}{% fin %}",
    "{% si contacts est publie %}{% pour c dans contacts %}A{% fin %}{% fin %}",
    "{% si non contacts est vide %}{% pour c dans contacts %}A{% fin %}{% fin %}",
    "{% si vagues est publie %}{% pour v dans vagues %}{{ v }}{% fin %}{% fin %}",
    "{% pour f dans financements %}{% si f.lien est publie %}{{ f.lien }}{% fin %}{% fin %}",
    "{% pour f dans financements %}{% si f.contact.nom est publie %}{{ f.contact.nom }}{% fin %}{% fin %}",
    "{% si plateforme est publie %}{{ plateforme.nom }}{% fin %}",
    "{% si plateforme.fermeture est publie %}{{ plateforme.nom }}{{ plateforme.fermeture }}{% fin %}",
    // Testing a value proves the records around it.
    "{% si ps.plafond est publie %}{% si ps.maximum est absent %}A{% fin %}{% fin %}",
    // Where all branches prove it, the test holds.
    "{% si (ps.plafond est publie et demonstration) ou (ps.plafond est publie et non demonstration) %}"
      + "{{ ps.plafond }}{% fin %}",
    // The state of an optional value can be asked at any time.
    "{% si ps.plafond est absent et ps.maximum est absent %}A{% fin %}",
  ])
  func proved(_ template: String) {
    #expect(problems(in: template).map(described) == [])
  }

  @Test(arguments: [
    "{{ ⟦ps.plafond⟧ }}",
    "{% si ps est publie %}{{ ⟦ps.plafond⟧ }}{% fin %}",
    "{% si ps.maximum est publie %}{{ ⟦ps.plafond⟧ }}{% fin %}",
    "{% si ps.plafond est publie %}{% fin %}{{ ⟦ps.plafond⟧ }}",
    "{% si ps.plafond est publie %}{% sinon %}{{ ⟦ps.plafond⟧ }}{% fin %}",
    "{% si ps.plafond est absent %}{{ ⟦ps.plafond⟧ }}{% fin %}",
    "{% si ps.plafond est publie ou demonstration %}{{ ⟦ps.plafond⟧ }}{% fin %}",
    "{% si ps.plafond est publie et demonstration %}{% sinon %}{{ ⟦ps.plafond⟧ }}{% fin %}",
    "{% si ps.plafond est absent et demonstration %}{% sinon %}{{ ⟦ps.plafond⟧ }}{% fin %}",
    "{% si non ps.plafond est publie %}{{ ⟦ps.plafond⟧ }}{% fin %}",
    "{% si non (ps.plafond est publie et demonstration) %}{{ ⟦ps.plafond⟧ }}{% fin %}",
    "{% si non ps.plafond est a_paraitre %}{{ ⟦ps.plafond⟧ }}{% fin %}",
    "{% si demonstration %}{{ ⟦ps.plafond⟧ }}{% sinon %}{{ ⟦ps.plafond⟧ }}{% fin %}",
  ])
  func unproved(_ marked: String) {
    let message =
      "valeur-non-testee: « ps.plafond » peut être absent, et rien ne vérifie ici qu'il est publié."
      + " [{% si ps.plafond est publie %} … {% fin %} autour de cette balise]"
    let count = marked.count { $0 == "⟦" }
    expectProblems(marked, Array(repeating: message, count: count))
  }

  @Test func comparisonsAreUses() {
    expectProblems(
      "{% si ⟦arrondi⟧ = \"euro\" %}A{% fin %}",
      [
        "valeur-non-testee: « arrondi » peut être absent, et rien ne vérifie ici qu'il est publié."
          + " [{% si arrondi est publie %} … {% fin %} autour de cette balise]"
      ])
  }

  @Test func loopsAreUses() {
    expectProblems(
      "{% pour c dans ⟦contacts⟧ %}{{ ⟦c.nom⟧ }}{% fin %}",
      [
        "valeur-non-testee: « contacts » peut être absent, et rien ne vérifie ici qu'il est publié."
          + " [{% si contacts est publie %} … {% fin %} autour de cette balise]",
        "valeur-non-testee: « c.nom » peut être absent, et rien ne vérifie ici qu'il est publié."
          + " [{% si c.nom est publie %} … {% fin %} autour de cette balise]",
      ])
  }

  @Test func pendingListsAreTestedBeforeLoops() {
    expectProblems(
      "{% si non vagues est absent %}{% pour v dans ⟦vagues⟧ %}{{ v }}{% fin %}{% fin %}",
      [
        "valeur-non-testee: « vagues » peut être à paraître, et rien ne vérifie ici qu'il est publié."
          + " [{% si vagues est publie %} … {% fin %} autour de cette boucle]"
      ])
  }

  @Test func proofsOfAVariableEndWithItsLoop() {
    expectProblems(
      "{% pour f dans financements %}{% si f.lien est publie %}A{% fin %}{% fin %}"
        + "{% pour f dans financements %}{{ ⟦f.lien⟧ }}{% fin %}",
      [
        "valeur-non-testee: « f.lien » peut être absent, et rien ne vérifie ici qu'il est publié."
          + " [{% si f.lien est publie %} … {% fin %} autour de cette balise]"
      ])
  }
}
