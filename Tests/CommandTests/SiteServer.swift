import Foundation

/// A web server on this machine that hands out the files below a folder, until it is stopped: then nobody answers.
final class SiteServer: Sendable {
  private let socket: Int32
  let port: UInt16

  /// - Parameter port: where it listened before; 0 for any that is free.
  init(_ folder: String, port: UInt16 = 0) throws {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var yes: Int32 = 1
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, 4)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && listen(socket, 64) == 0 && getsockname(socket, $0, &length) == 0
      }
    }
    guard isListening else { throw BrowserPage.Failure(text: "no server: \(String(cString: strerror(errno)))") }
    self.socket = socket
    self.port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread {
      while case let connection = accept(socket, nil, nil), connection >= 0 {
        Thread.detachNewThread { Self.answer(connection, folder) }
      }
    }
  }

  var address: String { "http://127.0.0.1:\(port)/" }

  func stop() {
    shutdown(socket, Int32(SHUT_RDWR))
    close(socket)
  }

  /// Answers one request; a browser also connects without asking for anything.
  private static func answer(_ connection: Int32, _ folder: String) {
    defer { close(connection) }
    var patience = timeval(tv_sec: 5, tv_usec: 0)
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var request = [UInt8](repeating: 0, count: 65_536)
    let count = recv(connection, &request, request.count, 0)
    guard count > 0 else { return }
    let target = String(decoding: request[..<count], as: UTF8.self).split(separator: " ").dropFirst().first ?? "/"
    var path = String(target.prefix { $0 != "?" })
    if path.hasSuffix("/") { path += "index.html" }
    let bytes = FileManager.default.contents(atPath: folder + path)
    let body = bytes.map(Array.init) ?? Array("not found".utf8)
    let head = """
      HTTP/1.1 \(bytes == nil ? "404 Not Found" : "200 OK")\r
      Content-Type: \(type(of: path))\r
      Content-Length: \(body.count)\r
      Connection: close\r
      \r

      """
    var rest = (Array(head.utf8) + body)[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard sent > 0 else { return }
      rest = rest.dropFirst(sent)
    }
  }

  private static func type(of path: String) -> String {
    let types = [
      "html": "text/html; charset=utf-8", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml",
    ]
    return types[String(path.split(separator: ".").last ?? "")] ?? "application/octet-stream"
  }
}
