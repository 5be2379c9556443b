public import Diagnostics
public import Facts
import Text

/// The notes that were published, and what became of those that are no longer at their address:
/// `departments/adresses.yaml`.
public struct PublishedAddresses: Sendable, Hashable {
  public static let path = "departments/adresses.yaml"

  /// The address of a note of a department, or of all its notes.
  public struct Address: Sendable, Hashable {
    public var department: String
    /// Nil for the department.
    public var year: SchoolYear?

    public init(_ department: String, _ year: SchoolYear? = nil) {
      self.department = department
      self.year = year
    }

    /// Nil unless it reads `vosges` or `vosges/2025-2026`.
    public init?(_ text: String) {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      guard let department = parts.first, Slug.isName(String(department)), parts.count <= 2 else {
        return nil
      }
      self.department = String(department)
      if parts.count == 2 {
        guard let year = SchoolYear(parts[1]) else { return nil }
        self.year = year
      }
    }

    public var text: String { department + (year.map { "/" + $0.text } ?? "") }

    /// As commands take it: « vosges 2025-2026 ».
    public var arguments: String { department + (year.map { " " + $0.text } ?? "") }
  }

  public struct Move: Sendable, Hashable {
    public var from: String
    public var to: String

    public init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  public struct Withdrawal: Sendable, Hashable {
    public var address: Address
    public var day: Day
    /// In the words of the author.
    public var reason: String

    public init(address: Address, day: Day, reason: String) {
      self.address = address
      self.day = day
      self.reason = reason
    }

    fileprivate var lines: String {
      """
        - adresse: \(address.text)
          le: \(day.isoText)
          motif: \(JSON.string(reason).text)

      """
    }
  }

  public var published: [Address] = []
  public var moves: [Move] = [] { didSet { ends = PublishedAddresses.ends(of: moves) } }
  public var withdrawals: [Withdrawal] = [] {
    didSet { lastWithdrawals = PublishedAddresses.last(of: withdrawals) }
  }
  /// Where each department that was renamed is now.
  private var ends: [String: String] = [:]
  /// The rank of the last withdrawal of each address.
  private var lastWithdrawals: [Address: Int] = [:]
  /// Where each published address is written.
  public private(set) var places: [Address: Place] = [:]
  /// Where each department is named first.
  public private(set) var namePlaces: [String: Place] = [:]

  public init() {}

  /// Leaves out what `checkAddresses` reports: nothing is written again while that file has errors.
  init(_ record: Record) {
    typealias Keys = FileSchemas.Addresses
    for fact in record.list(Keys.published) {
      guard let address = fact.value.text.flatMap({ Address($0) }), address.year != nil else {
        continue
      }
      published.append(address)
      places[address] = fact.place
      note(address.department, at: fact)
    }
    moves = record.records(Keys.moves).compactMap { record in
      guard let from = record.text(Keys.moveFrom), let to = record.text(Keys.moveTo) else {
        return nil
      }
      note(from, at: record[Keys.moveFrom])
      note(to, at: record[Keys.moveTo])
      return Move(from: from, to: to)
    }
    withdrawals = record.records(Keys.withdrawals).compactMap { record in
      guard let address = record.text(Keys.withdrawalAddress).flatMap({ Address($0) }),
        let day = record.day(Keys.withdrawalDay), let reason = record.text(Keys.withdrawalReason)
      else { return nil }
      note(address.department, at: record[Keys.withdrawalAddress])
      return Withdrawal(address: address, day: day, reason: reason)
    }
    // An initialiser calls no observer.
    ends = PublishedAddresses.ends(of: moves)
    lastWithdrawals = PublishedAddresses.last(of: withdrawals)
  }

  private mutating func note(_ department: String, at fact: Fact?) {
    if namePlaces[department] == nil { namePlaces[department] = fact?.place }
  }

  /// Where a note is now, after all moves of its department, in their order.
  public func current(_ address: Address) -> Address {
    Address(ends[address.department] ?? address.department, address.year)
  }

  private static func last(of withdrawals: [Withdrawal]) -> [Address: Int] {
    Dictionary(withdrawals.enumerated().map { ($1.address, $0) }, uniquingKeysWith: { $1 })
  }

  private static func ends(of moves: [Move]) -> [String: String] {
    var ends: [String: String] = [:]
    for move in moves.reversed() { ends[move.from] = ends[move.to] ?? move.to }
    return ends
  }

  /// What was said when a note left; nil when it did not.
  public func withdrawal(of address: Address) -> Withdrawal? {
    let names = [address, current(address)].flatMap { [$0, Address($0.department)] }
    return names.compactMap { lastWithdrawals[$0] }.max().map { withdrawals[$0] }
  }

  private static let header = [
    "# Les notes publiées, et ce que deviennent celles qui ne sont plus à leur adresse.",
    "# Écrit par « cadrage publish », « cadrage rename » et « cadrage withdraw ».",
  ]

  /// The file that reads back as this.
  ///
  /// - Parameter old: The file that it takes the place of; what somebody noted there stays, above.
  public func text(keepingRemarksOf old: String) -> String {
    let remarks = PublishedAddresses.remarks(in: old).filter {
      !PublishedAddresses.header.contains($0)
    }
    var text = (PublishedAddresses.header + remarks).map { $0 + "\n" }.joined()
    if !published.isEmpty {
      text += "publiees:\n" + published.map { "  - \($0.text)\n" }.joined()
    }
    if !moves.isEmpty {
      text += "deplacees:\n" + moves.map { "  - de: \($0.from)\n    vers: \($0.to)\n" }.joined()
    }
    if !withdrawals.isEmpty { text += "retirees:\n" + withdrawals.map(\.lines).joined() }
    return text
  }

  /// The comments of YAML, without what stands before them on their line.
  private static func remarks(in yaml: String) -> [String] {
    yaml.split(separator: "\n").compactMap { line in
      var (before, quote): (Character, Character?) = (" ", nil)
      for index in line.indices {
        let sign = line[index]
        if quote != nil {
          if sign == quote, before != "\\" { quote = nil }
        } else if before.isWhitespace {
          if sign == "#" { return String(line[index...]) }
          if "\"'".contains(sign) { quote = sign }
        }
        before = sign
      }
      return nil
    }
  }
}

extension FactReader {
  /// Reports each text that is no address.
  mutating func checkAddresses(_ record: Record) {
    typealias Keys = FileSchemas.Addresses
    for fact in record.list(Keys.published) {
      checkAddress(fact, expected: "vosges/2025-2026") { $0.year != nil }
    }
    for record in record.records(Keys.withdrawals) {
      guard let fact = record[Keys.withdrawalAddress] else { continue }
      checkAddress(fact, expected: "vosges/2025-2026, ou vosges pour tout le département")
    }
    checkMoves(record.records(Keys.moves))
  }

  /// A department that comes back to the name that it had would lead to itself.
  private mutating func checkMoves(_ records: [Record]) {
    typealias Keys = FileSchemas.Addresses
    // Where the moves below lead from a name.
    var ends: [String: String] = [:]
    for record in records.reversed() {
      guard let from = record.text(Keys.moveFrom), let to = record[Keys.moveTo],
        let name = to.value.text, let place = to.place
      else { continue }
      let end = ends[name] ?? name
      ends[from] = end
      guard end == from else { continue }
      add(
        .invalidNoteAddress, "« \(dialect.excerpt(from)) » mène à son ancien nom.", at: place,
        expected: "le nom du dossier d'aujourd'hui, dans une seule ligne par ancien nom")
    }
  }

  private mutating func checkAddress(
    _ fact: Fact, expected: String,
    isRight: (PublishedAddresses.Address) -> Bool = { _ in true }
  ) {
    guard let text = fact.value.text, let place = fact.place,
      PublishedAddresses.Address(text).map(isRight) != true
    else { return }
    add(
      .invalidNoteAddress,
      "« \(dialect.excerpt(text)) » n'est pas l'adresse d'une note.", at: place,
      expected: expected)
  }
}
