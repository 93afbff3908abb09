import ArgumentParser
import Datasets
import Experiments
import Figures
import Foundation
import LinearAlgebra
import Literate
import RandomStreams

/// A model, and the random numbers that are drawn with it.
struct ModelOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("A file machine.model of a run.", valueName: "model"))
  var model: String

  @Option(help: ArgumentHelp("Which random numbers.", valueName: "number"))
  var seed: UInt64 = 1

  func load() throws -> Model {
    try prepareEngine()
    do { return try Model(contentsOf: model) } catch { throw refusal(error) }
  }
}

/// Images to look at with a model.
struct ImageOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "An IDX file of grey images, or a folder of PNG images; without it, MNIST's test images.", valueName: "file"))
  var images: String?

  @Option(help: ArgumentHelp("The folder with the sub-folder mnist/, when --images is not given.", valueName: "folder"))
  var data: String?

  /// The images, of the size of a model's.
  func load(for model: Model) throws -> ImageSet {
    do throws(ImageError) {
      let set = try read()
      guard (set.height, set.width) == (model.height, model.width) else {
        let reason = IDXError.Reason.otherShape(
          height: set.height, width: set.width, wantedHeight: model.height, wantedWidth: model.width)
        throw .idx(IDXError(file: images ?? "mnist", reason: reason))
      }
      return set
    } catch {
      throw refusal(error.description)
    }
  }

  private func read() throws(ImageError) -> ImageSet {
    if let images { return try ImageSet(name: "test", at: images) }
    let found: Dataset
    do { found = try Dataset.load(.mnist, from: DataFolders(requested: data)) } catch { throw .idx(error) }
    guard found.provenance != .synthetic else { throw .idx(IDXError(file: DataFolders().cache + "/mnist", reason: .missing)) }
    return found.test
  }
}

/// Draws pictures in a grid: FOLDER/NAME.svg, with its data and script.
func draw(_ pictures: [[Double]], of model: Model, columns: Int, named name: String, to folder: String) throws {
  let grid = ImageGrid(pictures, width: model.width, height: model.height, columns: columns, black: 1, white: 0)
  do {
    let files = try Figure { Panel { grid } }.write(name: name, to: folder)
    Swift.print(files.image.map { "\(folder)/\($0) has \(pictures.count) images." } ?? (files.reason ?? ""))
  } catch {
    throw refusal("\(error)", ExitStatus.cannotWrite)
  }
}

/// The rows of a matrix.
func rows(of m: Matrix<Float>) -> [[Double]] { (0..<m.rows).map { m.row($0).elements.map(Double.init) } }
