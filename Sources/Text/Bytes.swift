/// Bytes of UTF-8, what texts and pages are written in: each piece is copied once, where it stands.
extension [UInt8] {
  @inlinable
  public static func += (bytes: inout [UInt8], text: String) { bytes.append(contentsOf: text.utf8) }

  @inlinable
  public var text: String { String(decoding: self, as: UTF8.self) }
}
