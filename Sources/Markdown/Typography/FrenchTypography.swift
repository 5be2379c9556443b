import Text

/// The spaces and apostrophes of French, put into text.
///
/// U+202F stands before `; ! ?` and between groups of digits; U+00A0 before `: % € »`, after `«`
/// and « n° », and inside telephone numbers and postal codes such as « TSA 50 586 ». Nothing but
/// spaces and apostrophes ever changes, and a second run changes nothing. Code, addresses, links
/// whose text is an address and footnote numbers are left alone.
public enum FrenchTypography {
  /// A text without markup, such as a title.
  public static func apply(to text: String) -> String {
    guard text.utf8.contains(where: mayAsk) else { return text }
    return apply(to: [.text(text)]).plainText
  }

  /// Whether a byte belongs to a sign by which a text may change: one of ASCII, or « » ° º € ‰.
  private static func mayAsk(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), 0xC2, 0xE2, UInt8(ascii: "'"), UInt8(ascii: ":"),
      UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  /// - Parameter stream: the inlines, where they were read already.
  static func apply(to inlines: [Inline], read stream: InlineStream? = nil) -> [Inline] {
    let stream = stream ?? InlineStream(inlines)
    let edits = TypographyEdits(stream.units).edits
    guard !edits.isEmpty || stream.hasImage else { return inlines }
    var rest = edits[...]
    return stream.rewrite(
      inlines,
      text: { node in
        guard let first = rest.first, first.index < node.units.upperBound else { return nil }
        let text = text(of: stream.units[node.units], edited: &rest)
        return text.isEmpty ? [] : [.text(text)]
      },
      softBreak: { unit in
        guard rest.first?.index == unit else { return .softBreak }
        let text = text(of: stream.units[unit...unit], edited: &rest)
        return text.isEmpty ? nil : .text(text)
      },
      // What replaces an image is a text of its own.
      image: { image in
        var image = image
        image.content = apply(to: image.content)
        return image
      })
  }

  private static func text(
    of units: ArraySlice<UInt32>, edited edits: inout ArraySlice<TypographyEdits.Edit>
  ) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(units.count + units.count / 8)
    for index in units.indices {
      if let edit = edits.first, edit.index == index {
        bytes.append(unit: edit.before)
        bytes.append(unit: edit.unit)
        bytes.append(unit: edit.after)
        edits.removeFirst()
      } else {
        bytes.append(unit: units[index])
      }
    }
    return bytes.text
  }
}
