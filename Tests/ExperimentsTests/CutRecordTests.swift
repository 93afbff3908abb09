import Experiments
import Foundation
import TestSupport
import Testing

@Suite("records that were cut") struct CutRecordTests {
  @Test("no rows, a gap among them, or fewer than the manifest knows of are told by the line") func cut() throws {
    try withTemporaryFolder { folder in
      let own = experiment()
      try run(own, folder.appending(path: "a")).record().write(named: "bars", to: folder.path)
      let table = folder.appending(path: "bars.csv")
      let lines = try String(contentsOf: table, encoding: .utf8).split(separator: "\n").map(String.init)
      #expect(lines.count == 7)
      func failure(_ lines: [String]) throws -> StoredFileError? {
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: table)
        return reason { _ = try Record(named: "bars", in: folder.path) }
      }
      #expect(try failure(lines) == nil && RecordStanding(of: own, in: folder.path) == .present)
      let spoilt = [(Array(lines[..<1]), 2), (Array(lines[..<6]), 7), (Array(lines[..<3]) + Array(lines[4...]), 4)]
      for (lines, line) in spoilt {
        let error = try failure(lines)
        #expect(error?.reason == .noRecord(line: line) && isOneSentence(error?.description ?? "", naming: "bars.csv"))
        guard case .stale = RecordStanding(of: own, in: folder.path) else { Issue.record("\(line)"); continue }
      }
    }
  }
}
