import BeliefNets
import LinearAlgebra

/// A trained machine in a file, with the size of its images.
public struct Model: Sendable, Equatable {
  public let machine: HelmholtzMachine<Float>
  /// Pixels of an image; their product is the number of visible units.
  public let height: Int, width: Int
  /// How grey images become binary ones, as in the training.
  public let binarisation: BinarisationChoice

  private struct Metadata: Codable {
    let units: [Int], coding: UnitCoding, height: Int, width: Int, binarisation: BinarisationChoice
  }

  public init(_ machine: HelmholtzMachine<Float>, height: Int, width: Int, _ binarisation: BinarisationChoice) {
    precondition(machine.units[0] == height * width, "Model: \(machine.units[0]) visible units for \(height)×\(width) pixels")
    (self.machine, self.height, self.width, self.binarisation) = (machine, height, width, binarisation)
  }

  /// Writes the weights in half precision, rounded to the nearest; in single precision a layer that has not the range.
  public func write(to file: String) throws(StoredFileError) {
    let sections = machine.matrices(named: "now").map { named in
      let m = named.matrix
      let isSmall = m.maximumMagnitude <= Float(Float16.greatestFiniteMagnitude)
      return MatrixSection(named.name, rows: m.rows, columns: m.columns, m.storage, as: isSmall ? .float16 : .float32)
    }
    let metadata = Metadata(
      units: machine.units, coding: machine.coding, height: height, width: width, binarisation: binarisation)
    try MatrixFile(kind: "model", metadata: metadata, sections).write(to: file)
  }

  public init(contentsOf file: String) throws(StoredFileError) {
    let stored = try MatrixFile(contentsOf: file, kind: "model")
    func error(_ reason: StoredFileError.Reason) -> StoredFileError { StoredFileError(file: file, reason: reason) }
    guard let metadata = stored.metadata(as: Metadata.self), metadata.units.count >= 2,
      metadata.units.allSatisfy({ 1...1_000_000 ~= $0 }), 1...100_000 ~= metadata.height, 1...100_000 ~= metadata.width,
      metadata.units[0] == metadata.height * metadata.width
    else { throw error(.damaged) }
    // Before room is made for the machine, its first layer has to be there: a header alone allocates nothing.
    let pairs = zip(metadata.units, metadata.units.dropFirst())
    for (i, (low, high)) in pairs.enumerated() {
      let section = stored.section("now/p/\(i)")
      guard section?.rows == low, section?.columns == high + 1 else { throw error(.otherMachine(matrix: "now/p/\(i)")) }
    }
    var machine = HelmholtzMachine<Float>(units: metadata.units, coding: metadata.coding)
    do {
      try machine.setMatrices(stored.sections.map(\.named), named: "now")
    } catch {
      throw StoredFileError(file: file, reason: .otherMachine(matrix: error.name))
    }
    self.init(machine, height: metadata.height, width: metadata.width, metadata.binarisation)
  }
}

extension MatrixSection {
  init(_ named: TrainingState<Float>.Named) {
    self.init(named.name, rows: named.matrix.rows, columns: named.matrix.columns, named.matrix.storage)
  }

  /// As a part of a trainer's state.
  var named: TrainingState<Float>.Named { .init(name, Matrix(rows, columns, storage: floats)) }
}
