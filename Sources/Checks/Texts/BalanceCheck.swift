import Diagnostics

/// How many signs are told of one paragraph: one with more is no text.
private let maximum = 500

/// Quotes and brackets that open are closed in the same paragraph.
@Sendable
func checkBalance(_ text: NoteText, diagnostics: inout DiagnosticList) {
  for section in text.sections {
    var open: [Int] = []
    var straight: Int?
    var unopened: [Int] = []
    for (index, token) in section.tokens.enumerated() {
      switch token.kind {
      case .word, .number: continue
      case .end:
        for lone in (open + unopened + [straight].compactMap(\.self)).prefix(maximum) {
          text.addLone(lone, section, &diagnostics)
        }
        (open, unopened, straight) = ([], [], nil)
      case .sign:
        if token.sign == "\"" {
          straight = straight == nil ? index : nil
        } else if closing(of: token.sign) != nil {
          open.append(index)
        } else if isClosing(token.sign) {
          if let last = open.last, closing(of: section.tokens[last].sign) == token.sign {
            open.removeLast()
          } else if unopened.count < maximum, !section.isLabel(index),
            !section.closesInAddress(index)
          {
            unopened.append(index)
          }
        }
      }
    }
  }
}

/// The sign that closes what another opens; nil for one that opens nothing.
private func closing(of sign: Unicode.Scalar) -> Unicode.Scalar? {
  switch sign {
  case "«": "»"
  case "“": "”"
  case "(": ")"
  case "[": "]"
  default: nil
  }
}

private func isClosing(_ sign: Unicode.Scalar) -> Bool {
  switch sign {
  case "»", "”", ")", "]": true
  default: false
  }
}

extension NoteText.Section {
  /// Whether a bracket is part of an address, « https://fr.wikipedia.org/wiki/Clas_(dispositif) ».
  fileprivate func closesInAddress(_ index: Int) -> Bool {
    // No address of a text is longer.
    let before = text.utf8.prefix(tokens[index].range.lowerBound).suffix(500)
      .reversed().prefix { $0 > 0x20 }
    return before.contains(UInt8(ascii: "("))
      && Array(before).firstRange(of: Array("//:".utf8)) != nil
  }

  /// Whether a bracket closes « a) », « 1) », « 1°) » or « ii) ».
  fileprivate func isLabel(_ index: Int) -> Bool {
    guard tokens[index].isSign(")"), index > 0 else { return false }
    let label = tokens[index - 1]
    let isDegree =
      label.kind == .number
      && string(label.range.upperBound..<tokens[index].range.lowerBound) == "°"
    guard touches(index - 1, index) || isDegree else { return false }
    return label.kind == .number
      || label.kind == .word
        && (label.range.count == 1 || string(label).utf8.allSatisfy("ivx".utf8.contains))
  }
}

extension NoteText {
  fileprivate func addLone(
    _ index: Int, _ section: Section, _ diagnostics: inout DiagnosticList
  ) {
    let token = section.tokens[index]
    guard let origin = origin(of: token.range, in: section) else { return }
    let isOpening = closing(of: token.sign) != nil || token.sign == "\""
    diagnostics.add(
      Diagnostic(
        CheckCode.loneSign,
        "« \(token.sign) » \(isOpening ? "ouvre et rien ne ferme" : "ferme et rien n’ouvre").",
        at: origin.place, severity: .warning, includedFrom: origin.includedFrom,
        expected: "le signe qui va avec, dans le même paragraphe"))
  }
}
