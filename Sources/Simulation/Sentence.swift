import Facts
import Funding
import Markdown
import Text

/// A sentence of `formules.yaml` with places for the numbers of the calculation.
struct Sentence {
  enum Piece {
    case text([UInt8])
    /// The position among the operands; nil for the amount of the line itself.
    case operand(Int?, Operand.Kind)
  }

  private(set) var pieces: [Piece] = []

  /// - Parameter operands: the numbers that the sentence may name, in their order.
  init(_ text: String, operands: [Operand]) {
    var rest = FrenchTypography.apply(to: text)[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      append(rest[..<open])
      let name = rest[rest.index(after: open)..<close]
      if name == Operand.amount.name {
        pieces.append(.operand(nil, .amount))
      } else if let index = operands.firstIndex(where: { $0.name == name }) {
        pieces.append(.operand(index, operands[index].kind))
      } else {
        append(rest[open...close])
      }
      rest = rest[rest.index(after: close)...]
    }
    append(rest)
  }

  private mutating func append(_ text: Substring) {
    if !text.isEmpty { pieces.append(.text(Array(text.utf8))) }
  }
}

/// Writes sentences with their numbers.
struct SentenceWriter {
  private struct Key: Hashable {
    var kind: Operand.Kind
    var number: Int64
  }

  /// The singular and the plural of each noun, by its key.
  private let nouns: [String: (singular: String, plural: String)]
  private var written: [Key: [UInt8]] = [:]

  init(nouns: [String: (singular: String, plural: String)]) { self.nouns = nouns }

  mutating func write(
    _ sentence: Sentence, _ operands: Operands, amount: Int64 = 0, to bytes: inout [UInt8]
  ) {
    for piece in sentence.pieces {
      switch piece {
      case .text(let text): bytes += text
      case .operand(let position, let kind):
        write(position.map { operands[$0] } ?? amount, kind, to: &bytes)
      }
    }
  }

  mutating func text(
    _ sentence: Sentence, _ operands: Operands, amount: Int64 = 0
  ) -> String {
    var bytes: [UInt8] = []
    write(sentence, operands, amount: amount, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A number of its kind, in French.
  mutating func write(_ number: Int64, _ kind: Operand.Kind, to bytes: inout [UInt8]) {
    switch kind {
    case .amount: FrenchBytes.euros(number, scale: 2, to: &bytes)
    case .exactAmount: FrenchBytes.euros(number, scale: 6, to: &bytes)
    default:
      let key = Key(kind: kind, number: number)
      let text = written[key] ?? Array(self.text(number, kind).utf8)
      written[key] = text
      bytes += text
    }
  }

  private func text(_ number: Int64, _ kind: Operand.Kind) -> String {
    switch kind {
    case .rate: return FrenchFormat.percent(Rate(hundredthsOfPercent: number))
    case .duration: return FrenchFormat.duration(minutes: Int(number))
    default:
      guard let noun = kind.noun.flatMap({ nouns[$0] }) else {
        return FrenchFormat.integer(Int(number))
      }
      return FrenchFormat.count(Int(number), noun.singular, noun.plural)
    }
  }
}

/// Amounts as `FrenchFormat` writes them, straight into bytes: a result may hold many thousands.
enum FrenchBytes {
  /// « 2 758,28 € »; decimals beyond the cents only when they are not zero.
  ///
  /// - Parameters:
  ///   - scale: how many decimals the number holds.
  ///   - isAligned: whether cents are written even when they are zero, for a column of amounts.
  static func euros(
    _ number: Int64, scale: Int, isAligned: Bool = false, to bytes: inout [UInt8]
  ) {
    if number < 0 { bytes += "−".utf8 }
    var unit: UInt64 = 1
    for _ in 0..<scale { unit *= 10 }
    let (whole, rest) = number.magnitude.quotientAndRemainder(dividingBy: unit)
    var part = rest
    write(whole, to: &bytes)
    if part != 0 || isAligned {
      bytes.append(UInt8(ascii: ","))
      var count = 0
      while count < scale, part != 0 || count < 2 {
        unit /= 10
        let digit: UInt64
        (digit, part) = part.quotientAndRemainder(dividingBy: unit)
        bytes.append(0x30 + UInt8(digit))
        count += 1
      }
    }
    bytes += noBreakSpaceEuro
  }

  /// An amount of a column: « 9 000,00 € ».
  static func aligned(_ cents: Int64) -> String {
    var bytes: [UInt8] = []
    euros(cents, scale: 2, isAligned: true, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let noBreakSpaceEuro = Array("\(FrenchFormat.noBreakSpace)€".utf8)
  private static let groupSpace = Array(FrenchFormat.narrowNoBreakSpace.utf8)

  /// Digits by groups of three.
  private static func write(_ number: UInt64, to bytes: inout [UInt8]) {
    var (unit, rank): (UInt64, Int) = (1, 0)
    while number / unit >= 10 { (unit, rank) = (unit * 10, rank + 1) }
    while unit > 0 {
      bytes.append(0x30 + UInt8(number / unit % 10))
      if rank > 0, rank % 3 == 0 { bytes += groupSpace }
      (unit, rank) = (unit / 10, rank - 1)
    }
  }
}
