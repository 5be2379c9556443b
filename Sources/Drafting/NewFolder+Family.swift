public import Configuration

extension NewFolder {
  /// The first files of a family of notes: a plan with its title, and texts that can be built at once,
  /// with remarks that say how to change them.
  ///
  /// - Parameters:
  ///   - slug: the name of its folder.
  ///   - edition: the oldest, so that notes of any year find the texts.
  ///   - shared: the names of the sections that families share; those that any note can take are in
  ///     the plan.
  ///   - editorLine: the line that names the schema of the plan; nil for none.
  public init(
    family slug: String, title: String, edition: Edition, shared: Set<String>, editorLine: String?
  ) {
    path = "templates/" + slug
    let folder = "\(path)/\(edition.code)"
    let sections =
      ["presentation", "demande"]
      + ["calendrier", "contacts", "corrections"].filter(shared.contains)
    var plan = DraftFile(path + "/plan.yaml")
    plan.addPlan(title: title, sections: sections, folder: folder, editorLine)
    var presentation = DraftFile("\(folder)/presentation.md")
    presentation.add(
      """
      {# Une section : son titre, puis son texte. Ce qui est entre ces signes est une remarque, que la note ne montre pas. #}
      ## L'essentiel

      {# Entre doubles accolades, un fait des fichiers YAML. Tous les faits sont dans docs/cles.md, et le langage dans docs/langage.md. #}
      {{ organisme.nom | le | majuscule }} soutient le Clas en {{ annee }}.
      """, question: "écrivez ce que dit votre note.")
    var request = DraftFile("\(folder)/demande.md")
    request.add(
      """
      ## Votre demande

      {# Une valeur que la note n'a pas toujours se teste avant d'être écrite. #}
      {% si depot.situations est publie %}
      {% pour cas dans depot.situations %}
      - **{{ cas.titre }}** : {{ cas.demarche }}
      {% fin %}
      {% sinon %}
      Demandez la marche à suivre {{ organisme.nom | a }}.
      {% fin %}
      """, question: "adaptez le texte qui dit comment déposer.")
    files = [plan, presentation, request]
  }
}

extension DraftFile {
  fileprivate mutating func addPlan(
    title: String, sections: [String], folder: String, _ editorLine: String?
  ) {
    let head = [
      editorLine, "# Le plan d'une famille de notes : le titre des notes, puis leurs sections.",
      "# Un département suit cette famille quand son departement.yaml, ou le fichier d'une seule année,",
      "# dit « famille: » suivi du nom de ce dossier.",
    ]
    add(head.compactMap(\.self).joined(separator: "\n"))
    add("titre: \(quoted(title))", question: "vérifiez le titre.")
    add(
      """
      # Dans l'ordre de la note. Chaque section est un fichier de \(folder)/,
      # ou de templates/communs/ pour celles que plusieurs familles partagent.
      # Pour en ajouter une, écrivez son fichier, puis son nom ici.
      sections:
      \(sections.map { "  - \($0)" }.joined(separator: "\n"))
      """)
    let plain = sections.filter(["contacts", "corrections"].contains)
    guard !plain.isEmpty else { return }
    add(
      """
      # Celles dont le titre n'est pas numéroté.
      sans_numero:
      \(plain.map { "  - \($0)" }.joined(separator: "\n"))
      """)
  }

  /// A text that YAML takes as it is, whatever signs it has.
  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
