import Figures
import Foundation
import Testing

@Suite("gnuplot as a process")
struct GnuplotTests {
  private let figure = Figure {
    Panel("loss_gd", x: Axis("step"), y: Axis("loss {x} @ 'here'", scale: .log)) {
      Curve(x: [0, 1, 2, 3], y: [1, 0.1, 0, 0.01], .vanilla, title: "it's_`a`^b")
    }
  }

  @Test("by hand, in the folder, the script draws the same bytes")
  func byHand() throws {
    let scratch = Scratch()
    try figure.write(name: "by-hand", to: scratch.path)
    let first = try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/by-hand.svg"))
    try FileManager.default.removeItem(atPath: scratch.path + "/by-hand.svg")
    #expect(try run("gnuplot by-hand.gp", in: scratch.path) == "")
    #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/by-hand.svg")) == first)
    for format in ["pdf", "png"] {
      #expect(try run("gnuplot -e \"format='\(format)'\" by-hand.gp", in: scratch.path) == "")
      #expect(FileManager.default.fileExists(atPath: scratch.path + "/by-hand.\(format)"))
    }
    #expect(String(decoding: first, as: UTF8.self).contains("it's_`a`^b"))
  }

  @Test("without gnuplot the data and the script are written, and the result says so")
  func missing() throws {
    let scratch = Scratch()
    let files = try figure.write(name: "missing", to: scratch.path, searchPath: "")
    #expect(files.image == nil && files.reason?.contains("gnuplot is not on this machine") == true)
    #expect(files.data == ["missing.csv"] && files.script == "missing.gp")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).filter { $0.hasPrefix("missing") }.count == 2)
  }

  @Test(
    "a spoilt script leaves no picture behind, and the earlier one as it was",
    arguments: [
      "plot 'nowhere.csv' using 1:2, 0.5", "set multiplot; plot 0.5; plot nonsense(x)", "plot 0.5, 'spoilt.csv' using 7:8",
      "exit",
    ])
  func spoilt(command: String) throws {
    let scratch = Scratch()
    let name = "spoilt"
    try figure.write(name: name, to: scratch.path)
    let script = scratch.path + "/\(name).gp", picture = URL(fileURLWithPath: scratch.path + "/\(name).svg")
    let good = try Data(contentsOf: picture)
    let text = try String(contentsOfFile: script, encoding: .utf8)
    let bad = text.replacingOccurrences(of: "plot '\(name).csv'", with: command + "\nplot '\(name).csv'")
    try bad.write(toFile: script, atomically: true, encoding: .utf8)
    let gnuplot = try #require(Gnuplot())
    #expect(throws: FigureError.self) { try gnuplot.draw(name, in: scratch.path) }
    #expect(try Data(contentsOf: picture) == good)
    try FileManager.default.removeItem(at: picture)
    #expect(throws: FigureError.self) { try gnuplot.draw(name, in: scratch.path) }
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.path).filter {
      $0.hasSuffix(".svg") && $0.contains(name)
    }
    #expect(left == [])
  }

  /// What the command says on both outputs.
  private func run(_ command: String, in folder: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command + " 2>&1"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let words = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: words, as: UTF8.self)
  }
}
