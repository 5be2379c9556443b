import Facts

extension Filter {
  /// Every filter, in the order of the guide.
  public static let all: [Filter] = dates + numbers + words

  private static let dates: [Filter] = [
    Filter(
      "date", [.day, .month], "Écrit une date, ou un mois, en toutes lettres.",
      ("{{ cloture | date }}", "31 juillet 2025")
    ) { value, _ in FrenchFormat.text(of: value) },
    Filter(
      "jour", [.day, .month], "Écrit une date avec le jour de la semaine.",
      ("{{ cloture | jour }}", "jeudi 31 juillet 2025")
    ) { value, _ in
      if case .day(let day) = value {
        FrenchFormat.dateWithWeekday(day)
      } else {
        FrenchFormat.text(of: value)
      }
    },
    Filter(
      "du_jour", [.day, .month],
      "Écrit une date après « de », avec le jour de la semaine.",
      ("{{ cloture | du_jour }}", "du jeudi 31 juillet 2025")
    ) { value, _ in FrenchFormat.after("de", value, day: FrenchFormat.dateWithWeekday) },
    Filter(
      "au_jour", [.day, .month],
      "Écrit une date après « à », avec le jour de la semaine.",
      ("{{ cloture | au_jour }}", "au jeudi 31 juillet 2025")
    ) { value, _ in FrenchFormat.after("à", value, day: FrenchFormat.dateWithWeekday) },
    Filter(
      "date_courte", [.day, .month], "Écrit une date en chiffres.",
      ("{{ cloture | date_courte }}", "31/07/2025")
    ) { value, _ in shortDate(value) },
    Filter(
      "iso", [.day, .month], "Écrit une date comme les ordinateurs la lisent.",
      ("{{ cloture | iso }}", "2025-07-31")
    ) { value, _ in
      switch value {
      case .day(let day): day.isoText
      case .month(let month): month.isoText
      case .partOfMonth(let part): part.month.isoText
      default: FrenchFormat.text(of: value)
      }
    },
    Filter(
      "annee", [.day, .month], "Écrit l'année d'une date.", ("{{ cloture | annee }}", "2025")
    ) { value, _ in
      switch value {
      case .day(let day): String(day.year)
      case .month(let month): String(month.year)
      default: FrenchFormat.text(of: value)
      }
    },
    Filter(
      "debut", [.schoolYear], "Écrit l'année civile où commence une année scolaire.",
      ("{{ annee | debut }}", "2025")
    ) { value, _ in
      if case .schoolYear(let year) = value {
        String(year.start)
      } else {
        FrenchFormat.text(of: value)
      }
    },
    Filter(
      "fin", [.schoolYear], "Écrit l'année civile où finit une année scolaire.",
      ("{{ annee | fin }}", "2026")
    ) { value, _ in
      if case .schoolYear(let year) = value {
        String(year.start + 1)
      } else {
        FrenchFormat.text(of: value)
      }
    },
  ]

  private static let numbers: [Filter] = [
    Filter(
      "euros", [.amount, .amountRange], "Écrit un montant en euros.",
      ("{{ ps.plafond | euros }}", "8 487 €")
    ) { value, _ in FrenchFormat.text(of: value) },
    Filter(
      "par_unite", [.amount, .amountRange],
      "Écrit un montant avec ce pour quoi il est versé, s'il l'est par collectif ou par porteur.",
      ("{{ ps.plafond | par_unite }}", "8 487 € par collectif")
    ) { value, _ in FrenchFormat.textWithUnit(of: value) },
    Filter(
      "pourcentage", [.rate], "Écrit un taux en pour cent.",
      ("{{ regles.ps.taux | pourcentage }}", "32,5 %")
    ) { value, _ in FrenchFormat.text(of: value) },
    Filter(
      "nombre", [.integer], "Écrit un nombre entier, par tranches de trois chiffres.",
      ("{{ chiffre.nombre | nombre }}", "1 174")
    ) { value, _ in FrenchFormat.text(of: value) },
    Filter(
      "valeur", [.records], "Écrit la valeur de l'élément d'une liste qui a ce nom de code.",
      arguments: [Argument(label: "le nom de code", isRequired: true, meaning: .code)],
      ("{{ chiffres | valeur: \"collectifs\" }}", "126")
    ) { value, arguments in
      element(arguments[0], of: value)?.figure.map { FrenchFormat.text(of: $0) } ?? ""
    },
    Filter(
      "pluriel", [.integer, .list, .records],
      "Écrit un nombre, ou le nombre des éléments d'une liste, avec le mot qui s'accorde.",
      arguments: [
        Argument(label: "le mot au singulier", isRequired: true, meaning: .word),
        Argument(label: "le mot au pluriel", isRequired: false, meaning: .word),
      ],
      ("{{ chiffre.nombre | pluriel: \"collectif\" }}", "126 collectifs")
    ) { value, arguments in counted(value, arguments) },
  ]

  private static let words: [Filter] = [
    Filter(
      "liste", [.list, .records],
      "Écrit les éléments d'une liste, séparés par des virgules et « et ».",
      arguments: [
        Argument(label: "le champ à écrire", isRequired: false, meaning: .field)
      ],
      ("{{ instance.roles | liste }}", "l'animation et le secrétariat")
    ) { value, arguments in enumerated(value, field: arguments.first) },
    Filter(
      "majuscule", [.text, .name], "Met une majuscule à la première lettre.",
      ("{{ instance.frequence | majuscule }}", "Une fois par an")
    ) { value, _ in FrenchFormat.capitalized(FrenchFormat.text(of: value)) },
    Filter(
      "minuscule", [.text, .name], "Met une minuscule à la première lettre.",
      ("{{ contact.fonction | minuscule }}", "conseillère technique")
    ) { value, _ in firstLetter(of: FrenchFormat.text(of: value)) { $0.lowercased() } },
    Filter(
      "le", [.name], "Écrit un nom avec son article.",
      ("{{ departement.nom | le }}", "les Vosges")
    ) { value, _ in name(value).definite },
    Filter(
      "de", [.name, .day, .month], "Écrit un nom, ou une date, après « de ».",
      ("{{ departement.nom | de }}", "des Vosges")
    ) { value, _ in isDate(value) ? FrenchFormat.after("de", value) : name(value).genitive },
    Filter(
      "a", [.name, .day, .month], "Écrit un nom, ou une date, après « à ».",
      ("{{ departement.nom | a }}", "aux Vosges")
    ) { value, _ in isDate(value) ? FrenchFormat.after("à", value) : name(value).dative },
  ]

  init(
    _ name: String, _ operands: [FilterOperand], _ help: String,
    arguments: [Argument] = [], _ example: (template: String, result: String),
    apply: @escaping @Sendable (Value, [String]) -> String
  ) {
    self.name = name
    self.operands = operands
    self.arguments = arguments
    self.help = help
    self.example = example
    self.apply = apply
  }
}

extension Record {
  /// What a record that has a code says: its first required field that neither tells it apart nor
  /// names it.
  var figure: Value? {
    schema.fields.first { $0.isRequired && !$0.has(.identifies) && !$0.has(.names) }
      .flatMap { self[$0.key]?.value }
  }
}

extension Filter {
  private static func shortDate(_ value: Value) -> String {
    switch value {
    case .day(let day): twoDigits(day.day) + "/" + twoDigits(day.month) + "/\(day.year)"
    case .month(let month): twoDigits(month.month) + "/\(month.year)"
    default: FrenchFormat.text(of: value)
    }
  }

  private static func isDate(_ value: Value) -> Bool {
    switch value {
    case .day, .month, .partOfMonth: true
    default: false
    }
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }

  private static func counted(_ value: Value, _ arguments: [String]) -> String {
    // A sum or a rate is written as it is.
    switch value {
    case .amount, .rate: return FrenchFormat.text(of: value)
    default: break
    }
    let count: Int =
      switch value {
      case .integer(let number): number
      case .list(let facts): facts.count
      default: 0
      }
    let singular = arguments.first ?? ""
    // In French the plural begins at 2: « 0 collectif », « 1 collectif ».
    let word = count.magnitude < 2 ? singular : arguments.dropFirst().first ?? plural(of: singular)
    return FrenchFormat.integer(count) + FrenchFormat.noBreakSpace + word
  }

  /// The record of a list that has a code, or one in it.
  static func element(_ code: String, of value: Value) -> Record? {
    for record in (value.items ?? []).compactMap(\.value.record) {
      if record.code == code { return record }
      let inner = record.facts.lazy.compactMap { element(code, of: $0.fact.value) }.first
      if let inner { return inner }
    }
    return nil
  }

  /// The codes of a record and of those in it.
  static func codes(_ record: Record) -> [String] {
    [record.code].compactMap(\.self)
      + record.facts.flatMap {
        ($0.fact.value.items ?? []).compactMap(\.value.record).flatMap(codes)
      }
  }

  /// The regular plural of one word.
  static func plural(of word: String) -> String {
    switch word.last {
    case "s", "x", "z": word
    default: word.hasSuffix("eau") ? word + "x" : word + "s"
    }
  }

  private static func enumerated(_ value: Value, field: String?) -> String {
    guard case .list(let facts) = value else { return FrenchFormat.text(of: value) }
    let items = facts.compactMap { fact in
      if let field, case .record(let record) = fact.value {
        record[field]?.value
      } else {
        fact.value
      }
    }
    return FrenchFormat.list(items.map { FrenchFormat.text(of: $0) })
  }

  private static func firstLetter(of text: String, _ change: (String) -> String) -> String {
    change(String(text.prefix(1))) + text.dropFirst()
  }

  private static func name(_ value: Value) -> Name {
    if case .name(let name) = value {
      name
    } else {
      Name(article: .none, noun: FrenchFormat.text(of: value))
    }
  }
}
