import Foundation

/// What a command left behind.
public struct CommandResult: Sendable {
  public let status: Int32
  public let output: Data
  public let errors: Data

  public var text: String { String(decoding: output, as: UTF8.self) }
  public var errorText: String { String(decoding: errors, as: UTF8.self) }
}

/// Runs a command found on the path and waits for it.
///
/// - Parameter environment: added to that of the tests.
public func run(
  _ command: [String], in folder: URL, environment: [String: String] = [:]
) throws -> CommandResult {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = command
  process.currentDirectoryURL = folder
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  // Files, not pipes: a pipe that nobody empties stops the command.
  return try withTemporaryFolder { scratch in
    let (output, errors) = (scratch.appendingPathComponent("output"), scratch.appendingPathComponent("errors"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return try CommandResult(
      status: process.terminationStatus, output: Data(contentsOf: output), errors: Data(contentsOf: errors))
  }
}

/// Whether a command is on the path.
public func isInstalled(_ command: String) -> Bool {
  let paths = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
  return paths.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(command)") }
}
