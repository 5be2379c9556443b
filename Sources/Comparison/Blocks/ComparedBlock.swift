/// A block under comparison, with what is computed about it once, when it is needed.
final class ComparedBlock {
  let block: TextBlock
  /// Equal for blocks of the same words, marks and structure.
  let key: UInt64
  lazy var children = block.children.map { ComparedBlock($0) }
  lazy var tokens = TokenText(block.text)
  /// The keys of its words and of those inside, sorted; a figure counts as itself and as a figure.
  lazy var bag: [UInt64] = makeBag()
  /// The words of the full forms that are printed in it after acronyms, as many times the key of each
  /// form as it has words; sorted. They count between blocks that both have them.
  lazy var explanations: [UInt64] = makeExplanations()

  private static let figure: UInt64 = 0xF16

  init(_ block: TextBlock) {
    self.block = block
    var hash = Folding.Hash()
    ComparedBlock.add(block, to: &hash)
    key = hash.value
  }

  private func makeBag() -> [UInt64] {
    var bag: [UInt64] = []
    if !block.text.isEmpty {
      for token in tokens.tokens {
        bag.append(token.word)
        if token.isFigure { bag.append(ComparedBlock.figure) }
      }
    }
    for child in children { bag += child.bag }
    bag.sort()
    return bag
  }

  private func makeExplanations() -> [UInt64] {
    var keys = children.flatMap(\.explanations)
    for piece in block.text.pieces where piece.style.role == .explanation {
      let bytes = Array(piece.text.utf8)
      let words = bytes.count { $0 == UInt8(ascii: " ") }
      keys += repeatElement(Folding.key(bytes, 0..<bytes.count), count: words)
    }
    return keys.sorted()
  }

  /// Identifiers, the numbers of footnotes and the place where an acronym is explained change without
  /// a word changing: they do not count.
  private static func add(_ block: TextBlock, to hash: inout Folding.Hash) {
    hash.mix(UInt64(block.kind.family))
    if case .callout(let kind) = block.kind { add(kind, to: &hash) }
    for piece in block.text.pieces {
      hash.mix(UInt64(piece.style.marks.rawValue))
      if let link = piece.style.link { add(link, to: &hash) }
      switch piece.style.role {
      case .text, .lineBreak, .address: add(piece.text, to: &hash)
      case .noteReference, .explanation: break
      }
    }
    hash.mix(UInt64(block.children.count))
    for child in block.children { add(child, to: &hash) }
  }

  private static func add(_ text: String, to hash: inout Folding.Hash) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)[...]
      while rest.count >= 8 {
        let word = UnsafeRawBufferPointer(rebasing: rest).loadUnaligned(as: UInt64.self)
        hash.mix(UInt64(bigEndian: word))
        rest = rest.dropFirst(8)
      }
      for byte in rest { hash.add(byte) }
      hash.mix(UInt64(bytes.count))
    }
  }
}
