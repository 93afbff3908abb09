import Foundation

/// What this process asks of the system: signals, the terminal, waiting for output.
///
/// The one file of this target with a global variable: a signal handler can reach nothing else.
enum Terminal {
  nonisolated(unsafe) private static var signalReceived: Int32 = 0

  /// From now on SIGINT, SIGTERM and SIGHUP end nothing; `isInterrupted` tells of them. Under nohup SIGHUP stays ignored.
  static func catchInterruptions() {
    // A parent may have blocked them: threads of its pool do, and a child inherits that.
    var signals = sigset_t()
    sigemptyset(&signals)
    var hangup = sigaction()
    sigaction(SIGHUP, nil, &hangup)
    let isIgnored = unsafeBitCast(hangup.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    let numbers = isIgnored ? [SIGINT, SIGTERM] : [SIGINT, SIGTERM, SIGHUP]
    for number in numbers { sigaddset(&signals, number) }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    for number in numbers { signal(number) { received in Terminal.signalReceived = received } }
  }

  static var isInterrupted: Bool { signalReceived != 0 }

  /// Whether a person looks at the standard error output.
  static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

  /// Columns of the terminal; 80 when it does not say.
  static var width: Int {
    var size = winsize()
    return ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }

  static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Waits until one of the files has something to read or was closed, or the time is over, or a signal came.
  static func readable(_ files: [FileHandle], milliseconds: Int32) -> [Bool] {
    var requests = files.map { pollfd(fd: $0.fileDescriptor, events: Int16(POLLIN), revents: 0) }
    guard poll(&requests, nfds_t(requests.count), milliseconds) > 0 else { return files.map { _ in false } }
    return requests.map { $0.revents != 0 }
  }
}
