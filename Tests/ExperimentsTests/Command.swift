import Datasets
import Foundation
import RandomStreams
import TestSupport
import Testing

/// The command `train` as a real process.
let program = Bundle.main.executableURL!.resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "train")

/// Runs the command in a folder, where no data set is found but that of `data`.
func train(_ arguments: [String], in folder: URL) throws -> CommandResult {
  try run([program.path] + arguments, in: folder, environment: quiet(folder))
}

/// An environment without data sets, and without a parent's kernels.
func quiet(_ folder: URL) -> [String: String] {
  ["NATURAL_GRADIENT_DATA": "", "XDG_CACHE_HOME": folder.appending(path: "cache").path]
}

/// Starts the command without waiting for it. `Process` starts a group of its own, so nothing of it is left behind.
func started(_ arguments: [String], in folder: URL) throws -> Process {
  let process = Process()
  process.executableURL = program
  process.arguments = arguments
  process.currentDirectoryURL = folder
  process.environment = ProcessInfo.processInfo.environment.merging(quiet(folder)) { $1 }
  (process.standardInput, process.standardOutput) = (FileHandle.nullDevice, FileHandle.nullDevice)
  let errors = folder.appending(path: "errors")
  try Data().write(to: errors)
  process.standardError = try FileHandle(forWritingTo: errors)
  try process.run()
  return process
}

/// Writes the bars as an IDX file.
func putBars(_ count: Int = 60, in folder: URL, named name: String = "bars.idx") throws {
  let set = bars(count)
  try Data([0, 0, 8, 3, 0, 0, 0, UInt8(count), 0, 0, 0, 6, 0, 0, 0, 6] + set.bytes).write(to: folder.appending(path: name))
}

/// A short run on the bars: 50 for training, five steps an epoch.
let short = ["--images", "bars.idx", "--layers", "6,3", "--batch", "10", "--samples", "4", "--evaluate", "10", "--workers", "1"]
