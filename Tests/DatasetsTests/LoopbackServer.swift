import Dispatch
import Foundation

/// A web server for one test: it answers on 127.0.0.1, at a port that the system chooses, until it is stopped.
struct LoopbackServer: Sendable {
  enum Answer: Sendable {
    case file([UInt8])
    /// Promises all of the bytes and sends half of them.
    case cut([UInt8])
    case redirect(to: String)
  }

  let port: UInt16
  private let listener: Int32

  /// - Parameter answers: by path; any other is answered with 404. Each connection has two seconds.
  init(_ answers: [String: Answer]) throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let status = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
        bind(listener, place, length) == 0 && listen(listener, 8) == 0 && getsockname(listener, place, &length) == 0
      }
    }
    guard status else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    port = UInt16(bigEndian: address.sin_port)
    DispatchQueue.global().async {
      while true {
        let connection = accept(listener, nil, nil)
        if connection < 0 { return }
        Self.serve(connection, answers)
        close(connection)
      }
    }
  }

  /// Ends the waiting for connections.
  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  var url: String { "http://127.0.0.1:\(port)" }

  private static func serve(_ connection: Int32, _ answers: [String: Answer]) {
    var limit = timeval(tv_sec: 2, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(connection, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
    }
    var request = [UInt8](repeating: 0, count: 4096)
    let count = recv(connection, &request, request.count, 0)
    let words = String(decoding: request.prefix(max(0, count)), as: UTF8.self).split(separator: " ")
    func send(_ head: String, _ body: some Collection<UInt8>, promised: Int? = nil) {
      let bytes = Array("HTTP/1.1 \(head)\r\nContent-Length: \(promised ?? body.count)\r\nConnection: close\r\n\r\n".utf8) + body
      _ = Foundation.send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }
    switch words.count > 1 ? answers[String(words[1])] : nil {
    case .file(let bytes): send("200 OK", bytes)
    case .cut(let bytes): send("200 OK", bytes.prefix(bytes.count / 2), promised: bytes.count)
    case .redirect(let url): send("302 Found\r\nLocation: \(url)", [])
    case nil: send("404 Not Found", [])
    }
  }
}
