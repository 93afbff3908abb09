import Foundation

/// The program curl, which fetches one address into one file.
struct Curl {
  /// How it ended: zero is well, else what it said.
  struct Ending {
    let status: Int32
    let words: String

    /// Whether what failed was the writing of the file here, not the reading from there.
    var isAboutTheFile: Bool { status == 23 }
  }

  private let program: String

  /// - Parameter searchPath: where the program is looked for, as in the environment variable `PATH`.
  init?(searchPath: String) {
    let candidates = searchPath.split(separator: ":").map { "\($0)/curl" }
    guard let found = candidates.first(where: FileManager.default.isExecutableFile) else { return nil }
    program = found
  }

  /// A shell that becomes curl, and beside it a watch on its input. The other end of that is held by this process alone, so
  /// it closes however this process ends; then the watch ends curl and removes the half file. A line says that all is well.
  private static let script = """
    file=$1; shift
    exec 3<&0
    { read -r _ <&3 || { kill -9 $$; rm -f "$file"; }; } >/dev/null 2>&1 &
    exec "$@" 3<&- </dev/null
    """

  /// Fetches an address; some times a second `look` may look at the file so far.
  ///
  /// It gives up where no connection is made in 10 s, or half a minute brings next to nothing.
  func fetch(_ url: String, into file: String, look: () -> Void) throws -> Ending {
    let process = Process(), life = Pipe(), errors = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", Self.script, "sh", file, program, "-fL", "--silent", "--show-error", "--retry", "3", "--retry-max-time", "30",
      "--connect-timeout", "10", "--speed-limit", "100", "--speed-time", "30", "-o", file, "--url", url,
    ]
    process.standardInput = life
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    while isAtWork(process) {
      look()
      usleep(50_000)
    }
    try life.fileHandleForWriting.write(contentsOf: Data("done\n".utf8))
    process.waitUntilExit()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    return Ending(status: process.terminationStatus, words: Self.lastWords(text))
  }

  /// Asked of the system: Foundation takes a process for running as long as one that it started is, here the watch.
  private func isAtWork(_ process: Process) -> Bool {
    var ended = siginfo_t()
    return waitid(P_PID, id_t(process.processIdentifier), &ended, WEXITED | WNOHANG | WNOWAIT) == 0 && ended.si_signo == 0
  }

  /// “curl: (6) Could not resolve host: a.org” without what only curl's manual explains.
  private static func lastWords(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).last { $0.hasPrefix("curl: ") } ?? ""
    return String(line.replacing(/^curl: (\(\d+\) )?/, with: ""))
  }
}
