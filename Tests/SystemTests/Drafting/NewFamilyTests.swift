import CustomDump
import TestSupport
import Testing

/// `cadrage new family`
@Suite struct NewFamilyTests {
  @Test func familyIsBuiltByWhoChoosesIt() throws {
    let site = try ContentFolder.ofRepository()
    let run = try site.cadrage("new", "family", "annonce", "--titre", "Annonce : le \"Clas\"")
    #expect(run.status == 0, "\(run.errors)")
    expectNoDifference(
      run.errors,
      """
      Famille « annonce » préparée :
        templates/annonce/plan.yaml
        templates/annonce/circulaire-2021/presentation.md
        templates/annonce/circulaire-2021/demande.md
      Pour qu’un département la suive, écrivez « famille: annonce » dans son departement.yaml ou dans le fichier d’une année.

      """)
    expectNoDifference(
      run.output,
      """
      templates/annonce/plan.yaml:5:1: vérifiez le titre.
      templates/annonce/circulaire-2021/presentation.md:1:1: écrivez ce que dit votre note.
      templates/annonce/circulaire-2021/demande.md:2:1: adaptez le texte qui dit comment déposer.

      """)
    #expect(try site.cadrage("check", "--strict").errors.hasSuffix("Aucune erreur.\n"))
    // A year of a department that has no texts of its own.
    #expect(
      try site.cadrage("new", "department", "34", "--famille", "annonce").status == 0)
    let note = try site.cadrage("note", "herault", "2026-2027")
    #expect(note.status == 0, "\(note.errors)")
    #expect(note.output.withPlainSpaces.contains("de l’Hérault soutient le Clas"))
    #expect(try site.cadrage("build", "--drafts").status == 0)
    let page = try site.read("public/herault/2026-2027/index.html").withPlainSpaces
    #expect(page.contains("Annonce : le "))
  }

  @Test(
    arguments: [
      ("note", "La famille « note » existe déjà : templates/note. Rien n’est remplacé."),
      ("communs", "Le nom « communs » est celui des sections partagées : choisissez-en un autre."),
      (
        "Brève d’été",
        "« Brève d’été » ne peut pas être le nom d’une famille : il faut des minuscules sans accent, des "
          + "chiffres et des traits d'union. Vouliez-vous dire « breve-d-ete » ?"
      ),
    ])
  func wrongName(_ name: String, _ message: String) throws {
    let site = try ContentFolder.minimal()
    let before = try site.contents(of: "templates")
    expectNoDifference(
      try site.cadrage("new", "family", name),
      ContentFolder.Run(status: 64, output: "", errors: "Erreur : \(message)\n"))
    expectNoDifference(try site.contents(of: "templates"), before)
  }
}
