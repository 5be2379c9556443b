/// Writes text so that a browser shows exactly it.
enum HTMLEscaper {
  static func append(_ text: String, to output: inout [UInt8], inAttribute: Bool) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): output += Array("&amp;".utf8)
      case UInt8(ascii: "<"): output += Array("&lt;".utf8)
      case UInt8(ascii: ">"): output += Array("&gt;".utf8)
      case UInt8(ascii: "\"") where inAttribute: output += Array("&quot;".utf8)
      case UInt8(ascii: "'") where inAttribute: output += Array("&#39;".utf8)
      default: output.append(byte)
      }
    }
  }
}
