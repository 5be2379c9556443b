import Diagnostics
import Files

/// What is answered to a browser.
struct HTTPResponse: Sendable {
  var status: Status = .ok
  var type: String
  var body: [UInt8]
  /// Where the browser is to go instead.
  var location: String?

  enum Status: String, Sendable {
    case ok = "200 OK"
    case found = "302 Found"
    case badRequest = "400 Bad Request"
    case forbidden = "403 Forbidden"
    case notFound = "404 Not Found"
    case methodNotAllowed = "405 Method Not Allowed"
    case conflict = "409 Conflict"
    case refused = "422 Unprocessable Content"
    case failed = "500 Internal Server Error"
    case busy = "503 Service Unavailable"
  }

  static func text(_ status: Status, _ text: String) -> HTTPResponse {
    HTTPResponse(status: status, type: "text/plain; charset=utf-8", body: Array(text.utf8))
  }

  static func json(_ value: JSON, _ status: Status = .ok) -> HTTPResponse {
    HTTPResponse(
      status: status, type: "application/json; charset=utf-8", body: Array(value.script.utf8))
  }

  static func redirect(to location: String) -> HTTPResponse {
    var response = text(.found, "")
    response.location = location
    return response
  }

  /// What is sent before the body: nothing is kept by the browser, shown in another site's frame or
  /// read by another site.
  var head: String {
    var head = "HTTP/1.1 \(status.rawValue)\r\nContent-Type: \(type)\r\n"
    head += "Content-Length: \(body.count)\r\nConnection: close\r\nCache-Control: no-store\r\n"
    head += "X-Content-Type-Options: nosniff\r\nX-Frame-Options: DENY\r\n"
    head += "Referrer-Policy: no-referrer\r\nCross-Origin-Resource-Policy: same-origin\r\n"
    // A picture that is opened is a page of its own: it does nothing here.
    if type == HTTPResponse.types["svg"] {
      head +=
        "Content-Security-Policy: sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:\r\n"
    }
    if let location { head += "Location: \(location)\r\n" }
    return head + "\r\n"
  }

  static func html(_ body: [UInt8], _ status: Status = .ok) -> HTTPResponse {
    HTTPResponse(status: status, type: types["html"] ?? "", body: body)
  }

  /// A file, whose name says what it is.
  static func file(_ path: String, _ body: [UInt8]) -> HTTPResponse {
    let type = types[SourceTree.suffix(path)] ?? "application/octet-stream"
    return HTTPResponse(type: type, body: body)
  }

  private static let types = [
    "css": "text/css; charset=utf-8", "gif": "image/gif", "html": "text/html; charset=utf-8",
    "ics": "text/calendar; charset=utf-8", "jpeg": "image/jpeg", "jpg": "image/jpeg",
    "js": "text/javascript; charset=utf-8", "json": "application/json; charset=utf-8",
    "pdf": "application/pdf", "png": "image/png", "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8", "webp": "image/webp", "xml": "application/xml",
  ]
}
