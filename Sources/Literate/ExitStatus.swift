import ArgumentParser
import Foundation

/// The exit statuses of chapters and of all commands.
public enum ExitStatus {
  public static let success: Int32 = 0
  /// A chapter failed, an answer was wrong, or a training diverged.
  public static let failure: Int32 = 1
  /// The options make no sense (as swift-argument-parser has it).
  public static let usage: Int32 = 64
  public static let cannotWrite: Int32 = 73
  /// Stopped by SIGINT, SIGTERM or SIGHUP.
  public static let interrupted: Int32 = 130
}

/// Writes a sentence to standard error; the exit status is that of wrong usage if not another.
public func refusal(_ sentence: String, _ status: Int32 = ExitStatus.usage) -> ExitCode {
  FileHandle.standardError.write(Data("Error: \(sentence)\n".utf8))
  return ExitCode(status)
}

/// Whether somebody asked this process to stop.
public enum Interruption {
  /// From now on SIGINT, SIGTERM and SIGHUP end nothing; `isRequested` tells of them.
  public static func watch() { Terminal.catchInterruptions() }

  public static var isRequested: Bool { Terminal.isInterrupted }

  /// Says where a run stands that was stopped, and how it goes on. The same command, where it began anew, would lose what
  /// is done.
  public static func tell(_ state: String, restarted: Bool) {
    let again = "give the same command again\(restarted ? ", without --restart," : "") to go on"
    FileHandle.standardError.write(Data("Stopped; \(state): \(again).\n".utf8))
  }
}
