import BeliefNets
import Experiments
import Foundation
import LinearAlgebra
import RandomStreams
import TestSupport
import Testing

@Suite("model files") struct ModelTests {
  private func trained(in folder: URL) throws -> HelmholtzMachine<Float> {
    try run(experiment(), folder.appending(path: "c")).machine
  }

  @Test("weights come back to half precision, and likelihoods hardly change") func roundTrip() throws {
    try withTemporaryFolder { folder in
      let machine = try trained(in: folder)
      let file = folder.appending(path: "m").path
      try Model(machine, height: 6, width: 6, .fresh(seed: 4)).write(to: file)
      let read = try Model(contentsOf: file)
      #expect((read.height, read.width) == (6, 6) && read.binarisation == .fresh(seed: 4) && read.machine.units == machine.units)
      for (a, b) in zip(machine.matrices(named: ""), read.machine.matrices(named: "")) {
        // Rounding to 11 bits; below 2⁻¹⁴ the distance of two neighbours is 2⁻²⁴.
        #expect(zip(a.matrix.storage, b.matrix.storage).allSatisfy { abs($0 - $1) <= max(abs($0) / 2048, 1 / 33_554_432) })
      }
      #expect(read.machine != machine)
      let X: Matrix<Float> = images.validation.matrix(of: 0..<10, read.binarisation.rule, low: -1, high: 1)
      let stream = RandomStream(seed: 2)
      let (a, b) = (machine, read.machine)
      let difference =
        b.logLikelihood(of: X, samples: 2000, using: stream).mean - a.logLikelihood(of: X, samples: 2000, using: stream).mean
      // The logits of 36 pixels move by some 10⁻³ each in random directions.
      #expect(abs(difference) < 0.02)
      // What half precision cannot hold is kept in single.
      var wide = machine
      wide.generative[0].weights[0, 0] = 1e5
      try Model(wide, height: 6, width: 6, .threshold).write(to: file)
      #expect(try Model(contentsOf: file).machine.generative[0] == wide.generative[0])
    }
  }

  @Test("other files, and headers that do not fit their matrices, are refused") func refused() throws {
    try withTemporaryFolder { folder in
      let machine = try trained(in: folder)
      let other = reason { _ = try Model(contentsOf: folder.appending(path: "c").path) }?.reason
      #expect(other == .otherKind(found: "checkpoint", wanted: "model"))
      let file = folder.appending(path: "m").path
      let sections = machine.matrices(named: "now").map {
        MatrixSection($0.name, rows: $0.matrix.rows, columns: $0.matrix.columns, $0.matrix.storage)
      }
      struct Metadata: Encodable {
        var units = [36, 6, 3], coding = UnitCoding.plusMinusOne, height = 6, width = 6,
          binarisation = BinarisationChoice.threshold
      }
      func found(_ metadata: Metadata, _ sections: [MatrixSection]) throws -> StoredFileError.Reason? {
        try MatrixFile(kind: "model", metadata: metadata, sections).write(to: file)
        return reason { _ = try Model(contentsOf: file) }?.reason
      }
      #expect(try found(Metadata(), sections) == nil)
      #expect(try found(Metadata(), Array(sections.dropLast())) == .otherMachine(matrix: "now/q/2"))
      #expect(try found(Metadata(units: [36, 7, 3]), sections) == .otherMachine(matrix: "now/p/0"))
      #expect(try found(Metadata(units: [36, 6, 3, 999_999]), sections) == .otherMachine(matrix: "now/p/2"))
      for units in [[36], [36, 0, 3], [], [36, -1], [36, 1 << 40]] {
        #expect(try found(Metadata(units: units), sections) == .damaged)
      }
      #expect(try found(Metadata(height: 5), sections) == .damaged)
      #expect(try found(Metadata(height: -6, width: -6), sections) == .damaged)
    }
  }
}
