import Configuration
import Diagnostics
import Facts
import Funding
import Markdown

/// A sentence of `formules.yaml` with places for the numbers of the calculation.
struct Sentence {
  private enum Piece {
    case text([UInt8])
    /// The position among the operands; nil for the amount of the line itself.
    case operand(Int?, Operand.Kind)
  }

  private var pieces: [Piece] = []

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

  /// The sentence as it stands between the quotes of JSON.
  var inJSON: Sentence {
    var sentence = self
    sentence.pieces = pieces.map { piece in
      guard case .text(let text) = piece else { return piece }
      return .text(JSON.escaped(String(decoding: text, as: UTF8.self)))
    }
    return sentence
  }

  func text(_ operands: Operands, amount: Int64 = 0, numbers: inout NumberWriter) -> String {
    var bytes: [UInt8] = []
    write(operands, amount: amount, numbers: &numbers, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// - Parameter amount: that of the line itself.
  func write(
    _ operands: Operands, amount: Int64, numbers: inout NumberWriter, to bytes: inout [UInt8]
  ) {
    for piece in pieces {
      switch piece {
      case .text(let text): bytes += text
      case .operand(let position, let kind):
        numbers.write(position.map { operands[$0] } ?? amount, kind, to: &bytes)
      }
    }
  }
}

/// Writes numbers in French straight into bytes: a result may hold many thousands.
struct NumberWriter {
  private struct Key: Hashable {
    var kind: Operand.Kind
    var number: Int64
  }

  /// The singular and the plural of each noun, by its key.
  private let nouns: Record?
  private let isJSON: Bool
  private var written: [Key: [UInt8]] = [:]

  /// - Parameters:
  ///   - sentences: `formules.yaml`.
  ///   - isJSON: whether the numbers stand between the quotes of JSON.
  init(_ sentences: Record, isJSON: Bool = false) {
    nouns = sentences.record(SentenceSchema.nouns)
    self.isJSON = isJSON
  }

  mutating func write(_ number: Int64, _ kind: Operand.Kind, to bytes: inout [UInt8]) {
    switch kind {
    case .amount: FrenchFormat.write(euros: number, to: &bytes)
    case .exactAmount: FrenchFormat.write(euros: number, decimals: 6, to: &bytes)
    default:
      let key = Key(kind: kind, number: number)
      if let text = written[key] {
        bytes += text
      } else {
        let text = text(number, kind)
        written[key] = isJSON ? JSON.escaped(text) : Array(text.utf8)
        bytes += written[key] ?? []
      }
    }
  }

  private func text(_ number: Int64, _ kind: Operand.Kind) -> String {
    switch kind {
    case .rate: return FrenchFormat.percent(Rate(hundredthsOfPercent: number))
    case .duration: return FrenchFormat.duration(minutes: Int(number))
    default:
      guard let noun = kind.noun.flatMap({ nouns?[$0]?.value.items }), noun.count == 2 else {
        return FrenchFormat.integer(Int(number))
      }
      return FrenchFormat.count(
        Int(number), FrenchFormat.text(of: noun[0].value), FrenchFormat.text(of: noun[1].value))
    }
  }
}
