import Diagnostics
package import Facts
import Text

/// Texts, names, addresses and the closed words of the schema.
package enum TextReading {
  static func line(_ text: String) throws(Refusal) -> String {
    let isTrimmed =
      text.unicodeScalars.first?.isAnyWhite != true && text.unicodeScalars.last?.isAnyWhite != true
    let trimmed = isTrimmed ? text : Array(text.unicodeScalars).trimmedScalars.string
    guard !trimmed.isEmpty else {
      throw Refusal(.emptyValue, "est vide", expected: "un texte, ou la clé supprimée")
    }
    guard !trimmed.utf8.contains(UInt8(ascii: "\n")) else {
      throw Refusal(
        .invalidText, "tient sur plusieurs lignes",
        expected: "un texte d'une seule ligne ; « >- » après la clé joint les lignes")
    }
    guard trimmed.utf8.count <= longest || trimmed.unicodeScalars.count <= longest else {
      throw Refusal(
        .invalidText, "compte plus de \(FrenchFormat.integer(longest)) signes",
        expected: "un texte court ; un texte long s'écrit dans une section")
    }
    return trimmed
  }

  /// How many scalars a value has at most: pages print some of them, as the title of the site, many
  /// thousand times.
  private static let longest = 5_000

  package static func boolean(_ text: String) throws(Refusal) -> Value {
    let correction: String? =
      switch text.lowercased() {
      case "oui", "yes", "true", "vrai", "o", "y", "on": "oui"
      case "non", "no", "false", "faux", "n", "off": "non"
      default: nil
      }
    if correction == text { return .boolean(text == "oui") }
    throw Refusal(
      .invalidBoolean, "n'est ni « oui » ni « non »", expected: "oui ou non", correction: correction
    )
  }

  static func schoolYear(_ text: String) throws(Refusal) -> Value {
    if let year = SchoolYear(text.replacing("/", with: "-")) { return .schoolYear(year) }
    throw Refusal(
      .invalidSchoolYear, "n'est pas une année scolaire", expected: "une année comme 2025-2026",
      correction: meantYear(text)?.text,
      // One year alone may be that of its beginning or of its end.
      isCertain: text.utf8.count > 4)
  }

  /// The school year that « 2025 », « 2025-26 » or « 2025_2026 » means.
  static func meantYear(_ text: String) -> SchoolYear? {
    let numbers = text.unicodeScalars.split { !$0.isASCIIDigit }.map { Array($0).string }
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.isASCIIDigit || $0.isAnyWhite || "-_/–—".unicodeScalars.contains($0)
    }
    guard isPlain, let first = numbers.first, first.utf8.count == 4, let start = Int(first),
      numbers.count <= 2
    else { return nil }
    let end = String(start + 1)
    let isYear = numbers.count == 1 || numbers[1] == end || numbers[1] == end.suffix(2)
    return isYear ? SchoolYear(start: start) : nil
  }

  static func identifier(_ text: String) throws(Refusal) -> Value {
    if Slug.isName(text) { return .text(text) }
    // « MonComptePartenaire » has three words, which nothing parts but their capitals.
    let areJoined = text.contains(/\p{Ll}\p{Lu}/)
    throw Refusal(
      .invalidIdentifier, "n'est pas un nom de code",
      expected: "des minuscules sans accent, des chiffres et des traits d'union",
      correction: areJoined
        ? nil : Slug.nearest(to: text).flatMap { Slug.holdsLetters(of: text, $0) ? $0 : nil })
  }

  static func choice(_ text: String, among choices: [String]) throws(Refusal) -> Value {
    if choices.contains(text) { return .text(text) }
    throw Refusal(
      .unknownChoice, "n'est pas un des choix",
      expected: FrenchFormat.list(choices.map { "« \($0) »" }).replacing(" et ", with: " ou "),
      correction: Suggestion.nearest(to: text, among: choices),
      isCertain: Suggestion.isCertain(text, among: choices))
  }
}

/// E-mail addresses, telephone numbers and web addresses.
enum AddressReading {
  static func email(_ text: String) throws(Refusal) -> Value {
    if isEmail(text) { return .email(text) }
    let bare =
      text.hasPrefix("mailto:")
      ? String(text.dropFirst(7))
      : text.replacing(" ", with: "").replacing(",", with: ".")
    throw Refusal(
      .invalidEmail, "n'est pas une adresse électronique", expected: "nom@domaine.fr",
      correction: isEmail(bare) ? bare : nil, isCertain: text.hasPrefix("mailto:"))
  }

  private static func isEmail(_ text: String) -> Bool {
    let parts = text.components("@")
    guard parts.count == 2, !parts[0].isEmpty, text.utf8.count <= 254 else { return false }
    func isPart(_ scalar: Unicode.Scalar, _ others: String) -> Bool {
      scalar.isASCII && (scalar.isASCIIDigit || scalar.properties.isAlphabetic)
        || others.unicodeScalars.contains(scalar)
    }
    let labels = parts[1].components(".")
    return parts[0].unicodeScalars.allSatisfy { isPart($0, ".!#$%&'*+/=?^_`{|}~-") }
      && !parts[0].hasPrefix(".") && !parts[0].hasSuffix(".") && !parts[0].contains("..")
      && labels.count > 1
      && labels.allSatisfy { label in
        !label.isEmpty && !label.hasPrefix("-") && !label.hasSuffix("-")
          && label.unicodeScalars.allSatisfy { isPart($0, "-") }
      }
  }

  /// The country codes of French numbers of ten digits, and those of Saint-Pierre-et-Miquelon and of
  /// the Pacific, whose numbers have six or eight and are kept with their code.
  private static let countryCodes = ["33", "262", "590", "594", "596"]
  private static let ownCodes = ["508", "687", "689", "681"]

  /// Those of the countries beside France, whose numbers are kept as they are grouped.
  private static let neighbourCodes = ["32", "34", "39", "41", "44", "49", "352", "376", "377"]

  /// A French number, kept as « 03 29 68 39 77 »; a short one of four digits; one of a neighbour.
  static func phone(_ text: String) throws(Refusal) -> Value {
    // « 00 33 3 29 68 39 77 », as one dials it from abroad.
    if text.hasPrefix("00"), let value = try? phone("+" + text.dropFirst(2)),
      case .phone(let number) = value
    {
      throw Refusal(
        .invalidPhone, "commence par « 00 »", expected: "un numéro comme 03 29 68 39 77",
        correction: number)
    }
    // What is lost must be said elsewhere.
    let hasLine = text.lowercased().contains("poste")
    let expected =
      "un numéro à dix chiffres comme 03 29 68 39 77"
      + (hasLine ? " ; le poste se dit dans « horaires » ou « role »" : "")
    // « +33 (0)3 29 68 39 77 »: the zero between brackets is not dialled after the code.
    let text = text.hasPrefix("+") ? text.replacing("(0)", with: "") : text
    let refusal = Refusal(.invalidPhone, "n'est pas un numéro de téléphone", expected: expected)
    var digits = ""
    var isInternational = false
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if scalar.isASCIIDigit {
        digits.unicodeScalars.append(scalar)
      } else if scalar == "+", index == 0 {
        isInternational = true
      } else if !scalar.isAnyWhite, scalar != ".", scalar != "-" {
        throw refusal
      }
    }
    if isInternational {
      if let code = ownCodes.first(where: { digits.hasPrefix($0) }) {
        let number = digits.dropFirst(code.count)
        guard [6, 8].contains(number.utf8.count) else { throw refusal }
        return .phone("+\(code) " + pairs(number))
      }
      if neighbourCodes.contains(where: { digits.hasPrefix($0) }) {
        guard (9...14).contains(digits.utf8.count) else { throw refusal }
        let groups = text.split { !$0.isASCII || !$0.isNumber }
        return .phone("+" + groups.joined(separator: " "))
      }
      guard let code = countryCodes.first(where: { digits.hasPrefix($0) }) else { throw refusal }
      digits = "0" + digits.dropFirst(code.count)
    }
    if digits.utf8.count == 4, digits.hasPrefix("3") || digits.hasPrefix("1") {
      return .phone(digits)
    }
    guard digits.utf8.count == 10, digits.hasPrefix("0"), !digits.hasPrefix("00") else {
      throw refusal
    }
    return .phone(pairs(digits[...]))
  }

  private static func pairs(_ digits: Substring) -> String {
    stride(from: 0, to: digits.utf8.count, by: 2).map { digits.dropFirst($0).prefix(2) }
      .joined(separator: " ")
  }

  static func address(_ text: String) throws(Refusal) -> Value {
    if isAddress(text) { return .address(text) }
    // « https//www.caf.fr », « http:/www.caf.fr ».
    let scheme = text.prefixMatch(of: /(?i)h{1,2}t{1,3}p{1,2}(s{0,2})[:;]?[\/\\]+/)
    let host = scheme.map { text[$0.range.upperBound...] } ?? text[...]
    let mended = (scheme?.output.1.isEmpty == true ? "http://" : "https://") + host
    let isHost = !host.contains(":") && host.contains(".")
    throw Refusal(
      .invalidAddress, "n'est pas une adresse de page", expected: "https://… ou http://…",
      correction: isHost && isAddress(mended) ? mended : nil)
  }

  private static func isAddress(_ text: String) -> Bool {
    ["https://", "http://"].contains { text.hasPrefix($0) } && WebAddress.namesSite(text)
      && !text.unicodeScalars.contains {
        $0.isAnyWhite || "<>\"\\^`{|}".unicodeScalars.contains($0)
      }
  }
}
