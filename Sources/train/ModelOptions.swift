import ArgumentParser
import Datasets
import Experiments
import Files
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

/// Puts pictures on one sheet, dark on white, with thin grey lines between them: FOLDER/NAME.png.
func draw(_ pictures: [[Double]], of model: Model, columns: Int, named name: String, to folder: String) throws {
  let ink = pictures.joined().map { UInt8((255 * (1 - $0)).rounded()) }
  // White paper stands for what the last row lacks.
  let places = (pictures.count + columns - 1) / columns * columns
  let paper = [UInt8](repeating: 255, count: (places - pictures.count) * model.height * model.width)
  let set = ImageSet(name: name, height: model.height, width: model.width, bytes: ink + paper)
  let file = "\(folder)/\(name).png"
  do { try set.sheet(columns: columns).write(png: file) } catch { throw refusal("\(error)", ExitStatus.cannotWrite) }
  Swift.print("\(file) has \(pictures.count) images.")
}

/// FOLDER/1.png and so on, with the grey value 255 for 1.
func write(_ pictures: [[Double]], of model: Model, asFilesIn folder: String) throws {
  let digits = String(pictures.count).count
  for (i, picture) in pictures.enumerated() {
    let name = String(i + 1), zeros = String(repeating: "0", count: digits - name.count)
    let image = GreyImage(
      width: model.width, height: model.height, bytes: picture.map { UInt8((255 * $0).rounded()) })
    do { try image.write(png: "\(folder)/\(zeros)\(name).png") } catch { throw refusal("\(error)", ExitStatus.cannotWrite) }
  }
}

/// The rows of a matrix.
func rows(of m: Matrix<Float>) -> [[Double]] { (0..<m.rows).map { m.row($0).elements.map(Double.init) } }
