public import Configuration
public import Facts

extension NewFolder {
  /// The first files of a department: what the official list says of it, and every value that only
  /// the Caf knows marked, with what to write for it. The note is a draft that can be built at once.
  ///
  /// - Parameters:
  ///   - department: it must have no folder yet.
  ///   - year: that of the first note.
  ///   - family: its sections borrowed from another department (`exemple-…`) are left out.
  ///   - bareme: what the national file of the year says, if there is one.
  ///   - editorLine: the line that names the schema of a kind of file; nil for none.
  public init(
    _ department: OfficialDepartment, year: SchoolYear, family: Family, bareme: Record?,
    editorLine: (_ kind: NoteFile) -> String?
  ) {
    path = "departments/" + department.slug
    var lasting = DraftFile(
      NoteFile.department.path(department: department.slug, year: year.text))
    lasting.addHead(
      editorLine(.department), "\(department.capitalizedName) : ce qui ne change pas chaque année.")
    lasting.addLasting(of: department, family: family)
    var yearly = DraftFile(NoteFile.year.path(department: department.slug, year: year.text))
    yearly.addHead(
      editorLine(.year), "\(department.capitalizedName), année scolaire \(year.text).")
    yearly.addYear(year, bareme: bareme)
    files = [lasting, yearly]
  }
}

extension OfficialDepartment {
  fileprivate var capitalizedName: String { FrenchFormat.capitalized(name.definite) }

  /// Who pays family benefits there: the article, the short noun and the long one.
  fileprivate var body: (article: String, short: String, long: String) {
    switch code {
    case "48": ("la", "CCSS", "Caisse commune de sécurité sociale")
    case "976": ("la", "CSSM", "Caisse de sécurité sociale")
    default: ("la", "Caf", "Caisse d'allocations familiales")
    }
  }

  /// « la Caf de l'Hérault », « la CSSM ».
  fileprivate var bodyName: String {
    code == "976" ? "la CSSM" : "\(body.article) \(body.short) \(name.genitive)"
  }
}

extension DraftFile {
  fileprivate mutating func addHead(_ editorLine: String?, _ title: String) {
    let lines = [
      editorLine, "# \(title)",
      "# Une ligne qui commence par « # » est une remarque : Cadrage ne la lit pas.",
      "# « À vérifier » annonce ce qu'il faut relire, a_completer ce qu'il faut écrire.",
      "# Toutes les clés possibles sont dans docs/cles.md.",
    ]
    add(lines.compactMap(\.self).joined(separator: "\n"))
  }

  fileprivate mutating func addLasting(of department: OfficialDepartment, family: Family) {
    add(
      """
      # D'après la liste officielle : le nom avec son article, comment on dit qu'on y est, le numéro.
      departement:
        nom: \(department.name.definite)
        localisation: \(department.location)
        code: "\(department.code)"
      """)
    let body = department.body
    add(
      """
      # À vérifier : l'organisme qui publie la note, sous ses trois noms, chacun avec son article.
      organisme:
        nom: \(department.bodyName)
        nom_court: \(body.article) \(body.short)
        nom_long: \(body.article) \(body.long) \(department.name.genitive)
      """, question: "vérifiez les trois noms de l’organisme.")
    if let zone = department.timeZone {
      add("# Le fuseau horaire, pour l'heure où le dépôt se ferme.\nfuseau: \(zone)")
    }
    add(
      """
      # La famille de textes que suit la note : le nom d'un dossier de templates/.
      famille: \(family.slug)
      """)
    add(
      """
      # À vérifier : le comité, la commission ou la réunion qui pilote le Clas, avec son article.
      # Si vous les connaissez, ajoutez frequence, roles, membres et invites. Par exemple :
      #   frequence: deux fois par an
      #   roles: [l'animation, le secrétariat]
      #   membres:
      #     - nom: \(department.bodyName)
      instance:
        nom: le comité départemental du Clas
      """, question: "vérifiez le nom de l’instance, et dites qui y siège.")
    add(
      """
      # À compléter : à qui s'adresser. Un service dure plus longtemps qu'une personne.
      # Vous pouvez ajouter service, adresse et role.
      contacts:
        - code: service-clas
          telephone: a_completer
          courriel: a_completer
      """, question: "écrivez le téléphone et le courriel du service, et son nom si vous l’avez.")
    let borrowed = family.sections.map(\.name).filter { $0.hasPrefix("exemple-") }
    guard !borrowed.isEmpty else { return }
    add(
      """
      # La famille donne en exemple des projets d'autres départements. Cette note ne les reprend pas.
      sections:
        retirer:
      \(borrowed.map { "    - \($0)" }.joined(separator: "\n"))
      """)
  }

  fileprivate mutating func addYear(_ year: SchoolYear, bareme: Record?) {
    addAmounts(bareme)
    add(
      """
      # À compléter : les dates de la campagne, dans l'ordre. Un jour s'écrit \(year.start)-06-15 ou 15 juin \(year.start).
      # Si vous ne connaissez que le mois, remplacez du et au par en : « en: octobre \(year.start) ».
      calendrier:
        - etape: depot
          du: a_completer
          au: a_completer
        - etape: comite
          en: a_completer
      """, question: "écrivez les dates du dépôt et le mois du comité.")
    add(
      """
      # À compléter : où et comment déposer, une situation par élément. Le titre est une condition, la
      # démarche dit ce qu'il faut faire. Vous pouvez ajouter plateforme, lien, document et envoi.
      depot:
        situations:
          - code: premiere-demande
            titre: Première demande
            demarche: a_completer
          - code: renouvellement
            titre: Déjà financé
            demarche: a_completer
      """, question: "écrivez la démarche de chaque situation de dépôt.")
    add(
      """
      # Si la note en parle, ajoutez aussi : pieces (ce qu'il faut joindre), financements (les autres
      # financeurs), chiffres (le Clas dans le département), annexes, avis (une nouvelle à signaler).
      """)
  }

  private mutating func addAmounts(_ bareme: Record?) {
    let known = NoteSchema.sharedAmounts.map { amount in
      bareme?.amount(amount.national).map(FrenchText.amount) ?? "a_paraitre"
    }
    let waits = known.contains("a_paraitre")
    let remark =
      waits
      ? "# a_paraitre : la Cnaf n'a pas encore publié ce montant. Écrivez-le ainsi : 8 487 €/collectif."
      : "# Les montants de l'année, d'après le barème national."
    let lines = zip(NoteSchema.sharedAmounts.map(\.printed.keys), known).map { keys, value in
      (group: keys[0], line: "  \(keys[1]): \(value)")
    }
    var text = remark
    for (index, item) in lines.enumerated() {
      if index == 0 || lines[index - 1].group != item.group { text += "\n\(item.group):" }
      text += "\n" + item.line
    }
    add(text, question: waits ? "écrivez les montants quand la Cnaf les publie." : nil)
  }
}
