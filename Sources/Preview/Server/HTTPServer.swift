import Dispatch
import Files
import Glibc

/// The HTTP layer of the preview: one request a connection, on the loopback interface alone.
///
/// **Source**: RFC 9112, as far as browsers need it from a server that closes each connection.
final class HTTPServer: Sendable {
  /// The port could not be had.
  struct PortError: Error {
    let reason: String
    let isTaken: Bool
  }

  let port: UInt16
  private let descriptor: Int32
  private let connections = DispatchQueue(label: "cadrage.serve", attributes: .concurrent)
  /// So that no more threads are asked for than the system gives.
  private let places = DispatchSemaphore(value: 48)

  /// How long a browser may take to send its request, and then to take its answer.
  private static let patience = Duration.seconds(10)

  /// - Parameter port: 0 for any that is free.
  init(port: UInt16) throws(PortError) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw HTTPServer.failure() }
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, length) == 0 && listen(descriptor, 128) == 0
          && getsockname(descriptor, pointer, &length) == 0
      }
    }
    guard isOpen else {
      let failure = HTTPServer.failure()
      close(descriptor)
      throw failure
    }
    self.descriptor = descriptor
    self.port = UInt16(bigEndian: address.sin_port)
  }

  private static func failure() -> PortError {
    let code = errno
    return PortError(reason: FileSystem.reason(code), isTaken: code == EADDRINUSE)
  }

  /// Answers for ever.
  func run(_ answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse) -> Never {
    // A browser that goes away while it is answered is no reason to end.
    signal(SIGPIPE, SIG_IGN)
    while true {
      let connection = accept(descriptor, nil, nil)
      guard connection >= 0 else {
        // What can be wrong goes away with the connections that end: there is no use in hurrying.
        usleep(10_000)
        continue
      }
      places.wait()
      connections.async { [places] in
        HTTPServer.serve(connection, answer)
        close(connection)
        places.signal()
      }
    }
  }

  private static func serve(_ connection: Int32, _ answer: (HTTPRequest) -> HTTPResponse) {
    setPatience(patience, of: SO_SNDTIMEO, connection)
    guard let received = request(from: connection) else { return }
    let response =
      received.request.map(answer) ?? .text(.badRequest, "Cette demande n’est pas comprise.")
    let body = received.request?.method == "HEAD" ? [] : response.body
    // One write, so that the browser need not wait for a second packet.
    _ = FileSystem.write((Array(response.head.utf8) + body)[...], to: connection)
    // Without it, closing could take back what the browser has not read yet.
    shutdown(connection, Int32(SHUT_WR))
    var rest: [UInt8] = []
    let end = ContinuousClock.now + patience
    for _ in 0..<16 where !receive(&rest, from: connection, until: end) { return }
  }

  private static func setPatience(_ patience: Duration, of option: Int32, _ connection: Int32) {
    let (seconds, rest) = patience.components
    var time = timeval(tv_sec: Int(seconds), tv_usec: Int(rest / 1_000_000_000_000))
    setsockopt(connection, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
  }

  /// Nil when the browser went away without a word; the request is nil when it is not understood.
  private static func request(from connection: Int32) -> (request: HTTPRequest?, Void)? {
    // For the whole request: one that comes byte after byte would keep its place for ever.
    let deadline = ContinuousClock.now + patience
    var bytes: [UInt8] = []
    let end: [UInt8] = [13, 10, 13, 10]
    var headEnd: Int?
    while headEnd == nil {
      let from = max(0, bytes.count - 3)
      guard receive(&bytes, from: connection, until: deadline) else {
        return bytes.isEmpty ? nil : (nil, ())
      }
      headEnd = bytes[from...].firstRange(of: end)?.lowerBound
      guard bytes.count <= HTTPRequest.headLimit || headEnd != nil else { return (nil, ()) }
    }
    guard let headEnd, var request = HTTPRequest(head: bytes[..<headEnd]),
      let length = request.bodyLength
    else { return (nil, ()) }
    let bodyStart = headEnd + end.count
    while bytes.count < bodyStart + length {
      guard receive(&bytes, from: connection, until: deadline) else { return (nil, ()) }
    }
    request.body = Array(bytes[bodyStart..<(bodyStart + length)])
    return (request, ())
  }

  private static func receive(
    _ bytes: inout [UInt8], from connection: Int32, until deadline: ContinuousClock.Instant
  ) -> Bool {
    // Less than a millisecond would be no limit at all.
    let left = ContinuousClock.now.duration(to: deadline)
    guard left > .milliseconds(1) else { return false }
    setPatience(left, of: SO_RCVTIMEO, connection)
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    var count: Int
    repeat { count = read(connection, &buffer, buffer.count) } while count < 0 && errno == EINTR
    guard count > 0 else { return false }
    bytes += buffer[..<count]
    return true
  }
}
