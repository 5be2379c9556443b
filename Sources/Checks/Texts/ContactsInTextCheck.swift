import Configuration
import Diagnostics
import Facts
import Notes

/// Telephones and e-mail addresses that are typed in texts are whole, and those of the contacts where
/// they are nearly theirs.
@Sendable
func checkContactsInTexts(_ text: NoteText, diagnostics: inout DiagnosticList) {
  var known = KnownMeans(text)
  for section in text.sections {
    for index in section.tokens.indices {
      let token = section.tokens[index]
      let fault: (range: Range<Int>, fault: MeansFault)?
      switch token.kind {
      case .number: fault = section.phoneFault(at: index, known) ?? section.shortPhone(at: index)
      case .word where token.range.count < 8:
        fault = section.letteredPhone(at: index) ?? section.spelledMail(at: index)
      case .sign where token.sign == "@": fault = section.mailFault(at: index, &known)
      default: fault = nil
      }
      guard let fault, let origin = text.origin(of: fault.range, in: section), origin.isLocal
      else { continue }
      diagnostics.add(
        .badMeans(section.string(fault.range).onOneLine, fault.fault, at: origin))
    }
  }
}

/// What is wrong with what is typed.
private enum MeansFault {
  /// A telephone that has not ten figures.
  case figures(Int)
  /// « O4 67… ».
  case letter
  case mail
  /// Of the Caf of another department.
  case foreign(OfficialDepartment)
  /// Nearly that of a contact.
  case near(String)
}

/// The telephones and addresses that the facts have.
private struct KnownMeans {
  /// How each telephone is written, by its figures, and its rank among them.
  private(set) var phones: [[UInt8]: (rank: Int, number: String)] = [:]
  private(set) var mails: Set<String> = []
  /// The addresses in their order.
  private var signs: [(mail: [Unicode.Scalar], digits: String, text: String)] = []
  /// How many addresses of the text were compared with each of them.
  private var searches = 0
  /// No note has as many addresses that are not those of its contacts.
  private static let searchLimit = 1_000
  /// That of the note; nil where its code is none.
  let department: OfficialDepartment?

  init(_ text: NoteText) {
    typealias Contact = NoteSchema.Contact
    let facts = text.facts
    department = facts.text(NoteSchema.departmentCode).flatMap(OfficialDepartment.withCode)
    let contacts =
      facts.records(NoteSchema.contacts)
      + facts.records(NoteSchema.funders).compactMap { $0.record(NoteSchema.Funder.contact) }
    for contact in contacts {
      let single = [Contact.phone, Contact.email].compactMap { contact[$0] }
      let lists = contact.list(Contact.phones) + contact.list(Contact.emails)
      for fact in single + lists {
        switch fact.value {
        case .phone(let number): add(phone: number)
        case .email(let address): add(mail: address.lowercased())
        default: break
        }
      }
    }
  }

  private mutating func add(phone number: String) {
    let digits = Array(number.filter(\.isNumber).utf8)
    if phones[digits] == nil { phones[digits] = (phones.count, number) }
  }

  private mutating func add(mail address: String) {
    guard mails.insert(address).inserted else { return }
    signs.append((Array(address.unicodeScalars), address.filter(\.isNumber), address))
  }

  /// The first telephone that is these figures but for one, or for two neighbours that changed places.
  /// The lines of one service may differ by the last figure alone.
  func phone(near digits: [UInt8]) -> String? {
    var nearest: (rank: Int, number: String)?
    func look(for other: [UInt8]) {
      if let found = phones[other], found.rank < nearest?.rank ?? .max { nearest = found }
    }
    for place in digits.indices.dropLast() {
      var other = digits
      for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != digits[place] {
        other[place] = digit
        look(for: other)
      }
      other = digits
      other.swapAt(place, place + 1)
      if other != digits { look(for: other) }
    }
    return nearest?.number
  }

  /// The first address that is this one but for a letter, or for two neighbours that changed places.
  mutating func mail(near address: String) -> String? {
    guard searches < KnownMeans.searchLimit else { return nil }
    searches += 1
    let (written, digits) = (Array(address.unicodeScalars), address.filter(\.isNumber))
    return signs.first { known in
      // A figure too many or too few may be another address.
      (known.mail.count == written.count || known.digits == digits)
        && Suggestion.isSlip(written, of: known.mail)
    }?.text
  }
}

extension NoteText.Section {
  private func byte(_ offset: Int) -> UInt8 {
    let bytes = text.utf8
    return (0..<bytes.count).contains(offset)
      ? bytes[bytes.index(bytes.startIndex, offsetBy: offset)] : 0
  }

  /// « 04 67 00 00 0 », or a telephone one figure away from that of a contact.
  fileprivate func phoneFault(
    at index: Int, _ known: KnownMeans
  ) -> (range: Range<Int>, fault: MeansFault)? {
    let start = tokens[index].range.lowerBound
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    let before = byte(start - 1)
    guard byte(start) == UInt8(ascii: "0"), isDigit(byte(start + 1)),
      byte(start + 1) != UInt8(ascii: "0"), !isDigit(before), !".-/,_".utf8.contains(before)
    else { return nil }
    // « 04 67 00 00 00 », « 04.67.00.00.00 », « 0467000000 », with no-break spaces too.
    var groups: [(digits: String, end: Int)] = []
    var place = start
    while groups.count < 7 {
      var end = place
      while isDigit(byte(end)) { end += 1 }
      groups.append((string(place..<end), end))
      var gap = end
      if byte(gap) == 0xC2, byte(gap + 1) == 0xA0 {
        gap += 2
      } else if byte(gap) == 0xE2, byte(gap + 1) == 0x80, byte(gap + 2) == 0xAF {
        gap += 3
      } else if byte(gap) == 0x20 || byte(gap) == UInt8(ascii: ".") {
        gap += 1
      }
      guard gap > end, isDigit(byte(gap)) else { break }
      place = gap
    }
    let pairs = groups.prefix { $0.digits.utf8.count == 2 }
    var digits = groups[0].digits
    var end = groups[0].end
    if pairs.count == 5 {
      (digits, end) = (pairs.map(\.digits).joined(), pairs[4].end)
    } else if pairs.count == 4, groups.count == 5, [1, 3].contains(groups[4].digits.utf8.count) {
      return (start..<groups[4].end, .figures(8 + groups[4].digits.utf8.count))
    } else if digits.utf8.count != 10 {
      return nil
    }
    let figures = Array(digits.utf8)
    guard known.phones[figures] == nil, let near = known.phone(near: figures) else { return nil }
    return (start..<end, .near(near))
  }

  /// « clas@caf,fr », « clas @caf.fr », or an address one letter away from that of a contact.
  fileprivate func mailFault(
    at index: Int, _ known: inout KnownMeans
  ) -> (range: Range<Int>, fault: MeansFault)? {
    let at = tokens[index].range.lowerBound
    func isPart(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        || "._%+-\\".utf8.contains(byte)
    }
    var start = at
    while start > at - 80, isPart(byte(start - 1)) { start -= 1 }
    var end = at + 1
    while end < at + 120, isPart(byte(end)) { end += 1 }
    while end > at + 1, [UInt8(ascii: "."), UInt8(ascii: "-")].contains(byte(end - 1)) { end -= 1 }
    // « parentalité@caf34.caf.fr ».
    if byte(start - 2) == 0xC3, byte(start - 1) >= 0x80, string(at + 1..<end).contains(".") {
      while start > at - 80,
        isPart(byte(start - 1)) || byte(start - 1) >= 0x80 && byte(start - 1) != 0xA0
      {
        start -= 1
      }
      return (start..<end, .mail)
    }
    // « @clas » is a name, « @ » alone a sign.
    if start == at || end == at + 1 {
      let hasHost = string(at + 1..<end).contains(".")
      let isCut = start == at && hasHost && byte(at - 1) == 0x20 && isPart(byte(at - 2))
      return isCut ? (at..<end, .mail) : nil
    }
    let address = string(start..<end).replacing("\\", with: "").lowercased()
    let host = address.split(separator: "@").last ?? ""
    // « clas@caf,fr ».
    if !host.contains("."), [UInt8(ascii: ","), UInt8(ascii: ";")].contains(byte(end)),
      (0x61...0x7A).contains(byte(end + 1) | 0x20)
    {
      var last = end + 1
      while (0x61...0x7A).contains(byte(last) | 0x20) { last += 1 }
      return (start..<last, .mail)
    }
    if !host.contains(".") || host.contains("..") { return (start..<end, .mail) }
    // « clas@caf34.caf,fr ».
    if byte(end) == UInt8(ascii: ",") {
      let rest = string(end + 1..<end + 5).prefix { $0.isLetter }.lowercased()
      if ["fr", "com", "org", "net"].contains(rest) {
        return (start..<end + 1 + rest.utf8.count, .mail)
      }
    }
    if known.mails.contains(address) { return nil }
    if let near = known.mail(near: address) { return (start..<end, .near(near)) }
    guard let department = known.department, let other = OfficialDepartment.ofCaf(mail: address),
      other != department
    else { return nil }
    return (start..<end, .foreign(other))
  }
}

extension NoteText.Section {
  /// Whether a number is said to be a telephone: « appelez le », « au », « tél. ».
  private func announcesPhone(before index: Int) -> Bool {
    var place = index - 1
    while place >= 0, tokens[place].isSign(":") || tokens[place].isSign(".") { place -= 1 }
    guard place >= 0, tokens[place].kind == .word else { return false }
    return ["le", "au", "tél", "téléphone", "tel", "numéro"].contains(
      string(tokens[place]).lowercased())
  }

  /// How many figures stand in pairs from a byte on, and where they end.
  private func pairs(from start: Int) -> (count: Int, end: Int) {
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    var (count, end) = (0, start)
    var place = start
    while count < 6, isDigit(byte(place)), isDigit(byte(place + 1)), !isDigit(byte(place + 2)) {
      (count, end) = (count + 1, place + 2)
      let isSpace = byte(end) == 0x20 || byte(end) == UInt8(ascii: ".")
      place = end + (isSpace ? 1 : byte(end) == 0xC2 && byte(end + 1) == 0xA0 ? 2 : 0)
      if place == end { break }
    }
    return (count, end)
  }

  /// « Appelez le 04 67 12 34 », « le 4 67 12 34 56 ».
  fileprivate func shortPhone(at index: Int) -> (range: Range<Int>, fault: MeansFault)? {
    guard announcesPhone(before: index) else { return nil }
    let start = tokens[index].range.lowerBound
    let first = byte(start)
    if first == UInt8(ascii: "0") {
      let (count, end) = pairs(from: start)
      return count == 4 ? (start..<end, .figures(8)) : nil
    }
    guard (0x31...0x39).contains(first), [0x20, UInt8(ascii: ".")].contains(byte(start + 1)) else {
      return nil
    }
    let (count, end) = pairs(from: start + 2)
    return count == 4 ? (start..<end, .figures(9)) : nil
  }

  /// « O4 67 12 34 56 », with the letter.
  fileprivate func letteredPhone(at index: Int) -> (range: Range<Int>, fault: MeansFault)? {
    let start = tokens[index].range.lowerBound
    guard byte(start) | 0x20 == UInt8(ascii: "o"), (0x31...0x39).contains(byte(start + 1)),
      [0x20, UInt8(ascii: ".")].contains(byte(start + 2))
    else { return nil }
    let (count, end) = pairs(from: start + 3)
    return count == 4 ? (start..<end, .letter) : nil
  }

  /// « clas[at]caf34.caf.fr », « clas (arobase) caf.fr ».
  fileprivate func spelledMail(at index: Int) -> (range: Range<Int>, fault: MeansFault)? {
    guard index > 1, index + 2 < tokens.count, isSpelledAt(index),
      tokens[index - 2].kind == .word, tokens[index + 2].kind == .word
    else { return nil }
    var last = index + 2
    while last + 2 < tokens.count, tokens[last + 1].isSign("."), touches(last, last + 1),
      touches(last + 1, last + 2), tokens[last + 2].kind == .word
    { last += 2 }
    return last > index + 2 ? (range(of: index - 2..<last + 1), .mail) : nil
  }
}

extension String {
  fileprivate var onOneLine: String { split { $0.isWhitespace }.joined(separator: " ") }
}

extension Diagnostic {
  fileprivate static func badMeans(
    _ found: String, _ fault: MeansFault, at origin: NoteText.Origin
  ) -> Diagnostic {
    let (message, expected, suggestion): (String, String, String?) =
      switch fault {
      case .figures(let count):
        ("Le numéro « \(found) » a \(count) chiffres.", "dix chiffres, comme 04 00 00 00 00", nil)
      case .letter:
        (
          "Le numéro « \(found) » commence par la lettre O.", "un zéro, comme 04 00 00 00 00",
          "0" + found.dropFirst()
        )
      case .foreign(let department):
        (
          "« \(found) » est une adresse de la Caf \(department.name.typographic.genitive).",
          "une adresse de la Caf de la note", nil
        )
      case .mail:
        (
          "« \(found) » n’est pas une adresse électronique.",
          "nom@domaine.fr, sans espace ni accent", nil
        )
      case .near(let known):
        (
          "« \(found) » est à un signe près ce que donne un contact de la note, « \(known) ».",
          "les coordonnées du contact, ou d’autres", known
        )
      }
    return Diagnostic(
      CheckCode.badContact, message, at: origin.place, severity: .warning,
      includedFrom: origin.includedFrom, expected: expected, suggestion: suggestion)
  }
}
