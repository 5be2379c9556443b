/// Values as bytes: their fields one after the other, as they are declared, without their names.
///
/// Only the program that wrote bytes can read them: nothing says which types they hold. Types with
/// keys that are not known beforehand (dictionaries, enumerations with payloads) are not for it.
enum Archive {
  static func bytes(_ value: some Encodable) -> [UInt8] {
    let writer = ArchiveWriter()
    do {
      try value.encode(to: writer)
    } catch {
      preconditionFailure("writing to memory does not fail")
    }
    return writer.bytes
  }

  /// Nil when the bytes are too short for the type.
  static func value<Value: Decodable>(_ type: Value.Type, from bytes: ArraySlice<UInt8>) -> Value? {
    let reader = ArchiveReader(bytes)
    // What is wrong does not matter: nobody wrote the bytes by hand.
    guard let value = try? Value(from: reader), reader.isAtEnd else { return nil }
    return value
  }
}

private struct UnreadableArchive: Error {}

private final class ArchiveWriter: Encoder {
  var bytes: [UInt8] = []
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Fields(writer: self))
  }
  func unkeyedContainer() -> any UnkeyedEncodingContainer { Items(writer: self) }
  func singleValueContainer() -> any SingleValueEncodingContainer { Single(writer: self) }

  func append(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number) { bytes += $0 }
  }

  func write<Value: Encodable>(_ value: Value) throws {
    switch value {
    case let text as String:
      append(UInt32(text.utf8.count))
      bytes += text.utf8
    case let number as Int: append(number)
    case let number as Int64: append(number)
    case let number as UInt64: append(number)
    case let flag as Bool: bytes.append(flag ? 1 : 0)
    case let raw as [UInt8]:
      append(UInt32(raw.count))
      bytes += raw
    default: try value.encode(to: self)
    }
  }

  func writeOptional<Value: Encodable>(_ value: Value?) throws {
    bytes.append(value == nil ? 0 : 1)
    if let value { try write(value) }
  }

  struct Fields<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let writer: ArchiveWriter
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) {}
    func encode<T: Encodable>(_ value: T, forKey key: Key) throws { try writer.write(value) }
    func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) throws {
      try writer.writeOptional(value)
    }
    // Swift has functions of its own for these types, which do not say that a value is absent.
    func encodeIfPresent(_ value: String?, forKey key: Key) throws {
      try writer.writeOptional(value)
    }
    func encodeIfPresent(_ value: Int64?, forKey key: Key) throws {
      try writer.writeOptional(value)
    }
    func encodeIfPresent(_ value: Int?, forKey key: Key) throws { try writer.writeOptional(value) }
    func encodeIfPresent(_ value: Bool?, forKey key: Key) throws { try writer.writeOptional(value) }
    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> { writer.container(keyedBy: type) }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      writer.unkeyedContainer()
    }
    func superEncoder() -> any Encoder { writer }
    func superEncoder(forKey key: Key) -> any Encoder { writer }
  }

  struct Items: UnkeyedEncodingContainer {
    let writer: ArchiveWriter
    /// Where the number of items stands.
    let start: Int
    private(set) var count = 0
    var codingPath: [any CodingKey] { [] }

    init(writer: ArchiveWriter) {
      self.writer = writer
      start = writer.bytes.count
      writer.append(UInt32(0))
    }

    private mutating func add() {
      count += 1
      withUnsafeBytes(of: UInt32(count)) {
        writer.bytes.replaceSubrange(start..<(start + 4), with: $0)
      }
    }

    mutating func encodeNil() {}
    mutating func encode<T: Encodable>(_ value: T) throws {
      add()
      try writer.write(value)
    }
    mutating func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> {
      add()
      return writer.container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
      add()
      return writer.unkeyedContainer()
    }
    mutating func superEncoder() -> any Encoder { writer }
  }

  struct Single: SingleValueEncodingContainer {
    let writer: ArchiveWriter
    var codingPath: [any CodingKey] { [] }

    func encodeNil() {}
    func encode<T: Encodable>(_ value: T) throws { try writer.write(value) }
  }
}

private final class ArchiveReader: Decoder {
  private var rest: ArraySlice<UInt8>
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }
  var isAtEnd: Bool { rest.isEmpty }

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Fields(reader: self))
  }
  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try Items(reader: self) }
  func singleValueContainer() -> any SingleValueDecodingContainer { Single(reader: self) }

  func take(_ count: Int) throws -> ArraySlice<UInt8> {
    guard count <= rest.count else { throw UnreadableArchive() }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  func number<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
    try take(MemoryLayout<Number>.size).withUnsafeBytes { $0.loadUnaligned(as: type) }
  }

  func flag() throws -> Bool { try number(UInt8.self) != 0 }

  func text() throws -> String {
    String(decoding: try take(Int(number(UInt32.self))), as: UTF8.self)
  }

  func read<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let value: Any
    switch type {
    case is String.Type: value = try text()
    case is Int.Type: value = try number(Int.self)
    case is Int64.Type: value = try number(Int64.self)
    case is UInt64.Type: value = try number(UInt64.self)
    case is Bool.Type: value = try flag()
    case is [UInt8].Type: value = Array(try take(Int(number(UInt32.self))))
    default: return try Value(from: self)
    }
    guard let value = value as? Value else { throw UnreadableArchive() }
    return value
  }

  func readOptional<Value: Decodable>(_ type: Value.Type) throws -> Value? {
    try flag() ? read(type) : nil
  }

  struct Fields<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let reader: ArchiveReader
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) -> Bool { false }
    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
      try reader.read(type)
    }
    func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
      try reader.readOptional(type)
    }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
      try reader.readOptional(type)
    }
    func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? {
      try reader.readOptional(type)
    }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
      try reader.readOptional(type)
    }
    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
      try reader.readOptional(type)
    }
    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedDecodingContainer<Nested> { reader.container(keyedBy: type) }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      try reader.unkeyedContainer()
    }
    func superDecoder() -> any Decoder { reader }
    func superDecoder(forKey key: Key) -> any Decoder { reader }
  }

  struct Items: UnkeyedDecodingContainer {
    let reader: ArchiveReader
    let total: Int
    private(set) var currentIndex = 0
    var codingPath: [any CodingKey] { [] }
    var count: Int? { total }
    var isAtEnd: Bool { currentIndex == total }

    init(reader: ArchiveReader) throws {
      self.reader = reader
      total = Int(try reader.number(UInt32.self))
    }

    mutating func decodeNil() -> Bool { false }
    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
      guard !isAtEnd else { throw UnreadableArchive() }
      currentIndex += 1
      return try reader.read(type)
    }
    mutating func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type
    ) -> KeyedDecodingContainer<Nested> {
      currentIndex += 1
      return reader.container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
      currentIndex += 1
      return try reader.unkeyedContainer()
    }
    mutating func superDecoder() -> any Decoder { reader }
  }

  struct Single: SingleValueDecodingContainer {
    let reader: ArchiveReader
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { false }
    func decode<T: Decodable>(_ type: T.Type) throws -> T { try reader.read(type) }
  }
}
