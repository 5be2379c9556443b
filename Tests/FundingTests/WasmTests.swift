import Foundation
import Funding
import FundingPage
import Testing

/// The browser's module: small, self-contained, and equal to the native calculation.
@Suite struct WasmTests {
  @Test func moduleIsSmallAndImportsNothing() throws {
    let module = unpacked(try #require(Data(base64Encoded: FundingPage.wasmBase64)))
    #expect(module.starts(with: [0x00, 0x61, 0x73, 0x6D, 0x01, 0x00, 0x00, 0x00]))
    #expect(module.count <= 21_200)
    #expect(!sections(of: module).contains(2), "section 2 holds imports")
  }

  @Test func variantsDiffer() throws {
    #expect(doubledWasm != FundingPage.wasmBase64)
    let doubled = unpacked(try #require(Data(base64Encoded: doubledWasm)))
    #expect(doubled.starts(with: [0x00, 0x61, 0x73, 0x6D]))
  }

  /// The toolchain's WebAssembly interpreter runs the same random scenarios.
  @Test func givesTheSameResultsAsTheNativeCalculation() throws {
    let rows = 100_000
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).wasm")
    try #require(Data(base64Encoded: digestWasm)).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let answer = try run("wasmkit", ["run", file.path, "digest", "i64:2026", "i32:\(rows)"])
    let input = UnsafeMutableBufferPointer<Double>.allocate(capacity: Layout.inputSize)
    let output = UnsafeMutableBufferPointer<Double>.allocate(capacity: Layout.outputSize)
    defer {
      input.deallocate()
      output.deallocate()
    }
    let native = digest(seed: 2026, rows: rows, input: input, output: output)
    #expect(answer.filter(\.isNumber).hasSuffix("64\(native)"), "\(answer)")
  }

  /// As the page's script does it.
  private func unpacked(_ packed: Data) -> Data {
    var (module, position) = (Data(), 0)
    func next() -> Int {
      defer { position += 1 }
      return Int(packed[position])
    }
    func length(_ half: Int) -> Int {
      var length = half
      while half == 15 {
        let more = next()
        length += more
        if more < 255 { break }
      }
      return length
    }
    while position < packed.count {
      let token = next()
      for _ in 0..<length(token >> 4) { module.append(UInt8(next())) }
      if position == packed.count { break }
      let distance = next() + next() << 8
      for _ in 0..<length(token & 15) + 4 { module.append(module[module.count - distance]) }
    }
    return module
  }

  /// The numbers of the module's sections, in order.
  private func sections(of module: Data) -> [UInt8] {
    var numbers: [UInt8] = []
    var position = 8
    while position < module.count {
      numbers.append(module[position])
      position += 1
      var size = 0
      var shift = 0
      while position < module.count {
        let byte = module[position]
        position += 1
        size |= Int(byte & 0x7F) << shift
        shift += 7
        if byte & 0x80 == 0 { break }
      }
      position += size
    }
    return numbers
  }

  private func run(_ tool: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [tool] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }
}
