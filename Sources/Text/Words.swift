extension String {
  /// The stretches of letters and digits, in order.
  public var words: [Substring] { words { _ in true } }

  /// The same, less those in ASCII whose first byte is of no interest.
  public func words(where isWanted: (UInt8) -> Bool) -> [Substring] {
    var words: [Substring] = []
    for run in runsOfWords(where: isWanted) {
      let start = utf8.index(startIndex, offsetBy: run.bytes.lowerBound)
      let word = self[start..<utf8.index(start, offsetBy: run.bytes.count)]
      // Beyond ASCII, apostrophes and spaces are told from letters one by one.
      if run.isASCII {
        words.append(word)
      } else {
        words += word.split { !$0.isLetter && !$0.isNumber }
      }
    }
    return words
  }

  /// The stretches of ASCII letters, digits and of what is beyond ASCII.
  private func runsOfWords(
    where isWanted: (UInt8) -> Bool
  ) -> [(bytes: Range<Int>, isASCII: Bool)] {
    var runs: [(bytes: Range<Int>, isASCII: Bool)] = []
    var text = self
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let start = index
        var isASCII = true
        while index < bytes.count, String.isPartOfWord(bytes[index]) {
          if bytes[index] >= 0x80 { isASCII = false }
          index += 1
        }
        if index == start {
          index += 1
        } else if !isASCII || isWanted(bytes[start]) {
          runs.append((start..<index, isASCII))
        }
      }
    }
    return runs
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
  }
}
