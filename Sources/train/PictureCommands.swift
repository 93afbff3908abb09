import ArgumentParser
import BeliefNets
import Experiments
import Foundation
import LinearAlgebra
import Literate
import RandomStreams

/// `train sample`
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "sample", abstract: "Draw images that a model dreams.")

  @OptionGroup var model: ModelOptions

  @Option(help: ArgumentHelp("How many images.", valueName: "count"))
  var count = 100

  @Flag(help: "Show each pixel's probability to be on, not a draw of it.")
  var means = false

  @Option(help: ArgumentHelp("Where the picture samples.png goes.", valueName: "folder"))
  var output = "."

  @Option(help: ArgumentHelp("Put each image into this folder as a PNG file, too, as --images reads them.", valueName: "folder"))
  var png: String?

  func run() throws {
    try checkCount(count)
    let trained = try model.load()
    var random = RandomStream(seed: model.seed).stream("sample")
    let images = trained.machine.images(count: count, using: &random)
    let pictures = rows(of: means ? images.means : images.draws)
    try draw(pictures, of: trained, columns: columns(count), named: "samples", to: output)
    if let png { try write(pictures, of: trained, asFilesIn: png) }
  }
}

/// `train reconstruct`
struct ReconstructCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconstruct", abstract: "Draw images beside what a model makes of them.",
    discussion: "Rows of images alternate with rows of their reconstructions: recognised by q, and drawn again by p.")

  @OptionGroup var model: ModelOptions
  @OptionGroup var images: ImageOptions

  @Option(help: ArgumentHelp("How many images, the first of the file.", valueName: "count"))
  var count = 50

  @Option(help: ArgumentHelp("Where the picture reconstructions.png goes.", valueName: "folder"))
  var output = "."

  func run() throws {
    try checkCount(count)
    let trained = try model.load()
    let set = try images.load(for: trained)
    let coding = trained.machine.coding, shown = min(count, set.count)
    let X: Matrix<Float> = set.matrix(
      of: 0..<shown, trained.binarisation.rule, low: Float(coding.low), high: Float(coding.high))
    var random = RandomStream(seed: model.seed).stream("reconstruct")
    let drawn = rows(of: trained.machine.reconstructions(of: X, using: &random).means)
    let originals = (0..<shown).map { i in trained.binarisation.rule.image(i, of: set).map(Double.init) }
    // Images of the last row may be fewer than the columns: empty paper stands for the rest.
    let width = columns(shown)
    let empty = [Double](repeating: 0, count: set.pixels)
    var pictures: [[Double]] = []
    for start in stride(from: 0, to: shown, by: width) {
      let end = min(start + width, shown)
      pictures += originals[start..<end] + Array(repeating: empty, count: width - (end - start)) + drawn[start..<end]
    }
    try draw(pictures, of: trained, columns: width, named: "reconstructions", to: output)
  }
}

private func checkCount(_ count: Int) throws {
  guard 1...400 ~= count else { throw refusal("--count \(count): 1 to 400 images fit into a picture.") }
}

private func columns(_ count: Int) -> Int { count <= 10 ? count : count <= 100 ? 10 : 20 }
