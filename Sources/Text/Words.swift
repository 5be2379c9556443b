extension String {
  /// The stretches of letters and digits, in order.
  public var words: [Substring] {
    var words: [Substring] = []
    for run in runsOfWords {
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
  private var runsOfWords: [(bytes: Range<Int>, isASCII: Bool)] {
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
        if index > start { runs.append((start..<index, isASCII)) } else { index += 1 }
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
