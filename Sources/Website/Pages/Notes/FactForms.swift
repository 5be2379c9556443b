import Configuration
import Facts

extension NoteSchema.Situation {
  static let form = Form<Record>(
    "une situation",
    [
      .fact(title), .fact(procedure),
      .optionalText("plateforme") { $0.text(platformName) },
      .fact(link), .fact(document), .fact(dispatch), .fact(precision),
    ])
}

extension NoteSchema.Notice {
  static let form = Form<Record>("un avis", [.fact(title), .fact(text)])
}

extension NoteSchema.Funder {
  static let form = Form<Record>(
    "un autre financeur", [.fact(name), .fact(scheme), .optionalText("montant") { printed($0) }])

  /// The sum of a funder with its unit, or that it waits.
  static func printed(_ funder: Record) -> String? {
    funder.value(amount).map { FrenchFormat.textWithUnit(of: $0) }
  }
}

extension NoteSchema.Contact {
  static let form = Form<Record>(
    "un contact",
    [
      .fact(name), .fact(post), .fact(service), .fact(body), .fact(address),
      .optionalText("telephone") { phoneText($0) },
      .optionalText("telephone_lien") { phoneLink($0) },
      .optionalText("courriel") { $0.words(email) },
      .optionalText("courriel_lien") { emailLink($0) },
      .fact(role),
    ])

  /// The number, or that it waits.
  private static func phoneText(_ contact: Record) -> String? {
    if case .phone(let number)? = contact.value(phone) { return FrenchFormat.phone(number) }
    return contact.words(phone)
  }

  /// Nil while the number waits.
  private static func phoneLink(_ contact: Record) -> String? {
    if case .phone(let number)? = contact.value(phone) { PhoneNumber.link(number) } else { nil }
  }

  private static func emailLink(_ contact: Record) -> String? {
    if case .email(let address)? = contact.value(email) { "mailto:" + address } else { nil }
  }
}
