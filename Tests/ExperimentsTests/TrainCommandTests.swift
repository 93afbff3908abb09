import Datasets
import Experiments
import Foundation
import TestSupport
import Testing

/// The command `train`, as a real process on a tiny file.
@Suite("the command train", .serialized) struct TrainCommandTests {
  @Test("train, look at it in every way, and go on with more epochs") func all() throws {
    try withTemporaryFolder { folder in
      try putBars(in: folder)
      let first = try train(["nrws", "--rate", "0.2", "--epochs", "4"] + short, in: folder)
      #expect(first.status == 0 && first.errorText.isEmpty, "\(first.errorText)")
      #expect(first.text.hasPrefix("50 images of 6×6 pixels for training, 10 for validation.\nstart, validation −"))
      #expect(first.text.contains("\nepoch 4: bound −") && first.text.hasSuffix("record.csv its record.\n"))
      let record = try Record(named: "record", in: folder.path + "/train-nrws")
      #expect(record.rows.count == 5 && record.rows[4].validation > record.rows[0].validation + 0.3)

      let more = try train(["nrws", "--rate", "0.2", "--epochs", "6"] + short, in: folder)
      #expect(more.status == 0 && more.text.contains("\nGoing on after epoch 4.\nepoch 5: "))
      let done = try train(["nrws", "--rate", "0.2", "--epochs", "5"] + short, in: folder)
      #expect(done.status == 0 && done.text.contains("All 6 epochs are done already"))

      let model = "train-nrws/machine.model"
      let evaluate = ["evaluate", model, "--images", "bars.idx", "--samples", "500"]
      let result = try train(evaluate + ["--per-image", "each.csv", "--first", "20"], in: folder)
      let match = try #require(
        result.text.firstMatch(of: /log-likelihood (-[\d.]+) ± ([\d.]+) nats .* over 20 images with 500 samples/))
      let rows = try String(contentsOf: folder.appending(path: "each.csv"), encoding: .utf8).split(separator: "\n")
      #expect(rows.count == 21 && rows[0] == "image,log_likelihood,effective_samples")
      let values = rows.dropFirst().compactMap { Double($0.split(separator: ",")[1]) }
      let (mean, told) = (values.reduce(0.0, +) / 20, try #require(Double(match.1)))
      #expect(abs(mean - told) < 0.001)  // three decimals, and six digits an image
      #expect(values.allSatisfy { $0 < 0 && $0 > -36 })
      #expect(
        try train(evaluate + ["--workers", "1"], in: folder).text == train(evaluate + ["--workers", "2"], in: folder).text)
      #expect(try train(evaluate + ["--first", "1"], in: folder).text.contains(/-[\d.]+ nats an image, over 1 images/))
    }
  }

  @Test("a folder of PNG images is as good as a file") func folderOfPictures() throws {
    try withTemporaryFolder { folder in
      let set = bars(60, seed: 3)
      let pictures = folder.appending(path: "pictures")
      try FileManager.default.createDirectory(at: pictures, withIntermediateDirectories: false)
      for i in 0..<set.count {
        let bytes = Array(set.bytes[i * set.pixels..<(i + 1) * set.pixels])
        let image = GreyImage(width: set.width, height: set.height, bytes: bytes)
        try image.write(png: pictures.appending(path: "\(100 + i).png").path)
      }
      let result = try train(["rws", "--images", "pictures", "--epochs", "1", "--layers", "5", "--batch", "10"], in: folder)
      #expect(result.status == 0 && result.text.hasPrefix("50 images of 6×6 pixels for training"), "\(result.errorText)")
      try Data("no picture".utf8).write(to: pictures.appending(path: "100.png"))
      let spoilt = try train(["rws", "--images", "pictures", "--epochs", "1", "--output", "p"], in: folder)
      #expect(spoilt.status == 64 && spoilt.errorText.contains("100.png"), "\(spoilt.errorText)")
    }
  }

  @Test("pictures: a sheet of all, and each in a file") func pictures() throws {
    try withTemporaryFolder { folder in
      try putBars(in: folder)
      #expect(try train(["ws", "--epochs", "1", "--output", "o"] + short, in: folder).status == 0)
      func sheet(_ path: String) throws -> GreyImage { try GreyImage(contentsOf: folder.appending(path: path).path) }
      let sample = try train(["sample", "o/machine.model", "--count", "12", "--output", "s"], in: folder)
      #expect(sample.status == 0 && sample.text == "s/samples.png has 12 images.\n", "\(sample.errorText)")
      // Two rows of ten places for 6×6 pixels, with grey lines of one pixel between them.
      let samples = try sheet("s/samples.png")
      #expect((samples.width, samples.height) == (69, 13))
      #expect(samples.bytes.count { $0 == 128 } == 69 * 13 - 20 * 36)
      #expect(try train(["sample", "o/machine.model", "--count", "12", "--output", "t"], in: folder).status == 0)
      #expect(try sheet("t/samples.png") == samples)
      #expect(try train(["sample", "o/machine.model", "--means", "--output", "t", "--seed", "2"], in: folder).status == 0)
      let single = ["sample", "o/machine.model", "--count", "12", "--output", "t", "--png", "dreams"]
      #expect(try train(single, in: folder).status == 0)
      let dreams = try ImageSet(name: "dreams", at: folder.appending(path: "dreams").path)
      #expect(files(below: folder.appending(path: "dreams")).first == "01.png" && dreams.count == 12)
      // Ink is black on a sheet of paper, and white in a data set.
      #expect(dreams.bytes.allSatisfy { $0 % 255 == 0 })
      #expect(dreams.bytes.count { $0 == 255 } == samples.bytes.count { $0 == 0 })
      #expect(Array(samples.bytes[..<6]) == dreams.bytes[..<6].map { 255 - $0 })
      let drawn = try train(
        ["reconstruct", "o/machine.model", "--images", "bars.idx", "--count", "13", "--output", "r"], in: folder)
      #expect(drawn.status == 0 && drawn.text == "r/reconstructions.png has 33 images.\n", "\(drawn.errorText)")
      let reconstructions = try sheet("r/reconstructions.png")
      #expect((reconstructions.width, reconstructions.height) == (69, 27))
      #expect(files(below: folder.appending(path: "r"), includingHidden: true) == ["reconstructions.png"])
      let closed = try train(["sample", "o/machine.model", "--output", "/dev/null/x"], in: folder)
      #expect(closed.status == 73 && closed.errorText.contains("cannot write /dev/null/x/samples.png"), "\(closed.errorText)")
    }
  }

  @Test("pictures of images of 40×40 pixels") func largePictures() throws {
    try withTemporaryFolder { folder in
      let head: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 30, 0, 0, 0, 40, 0, 0, 0, 40]
      let pixels = (0..<30 * 1600).map { UInt8(truncatingIfNeeded: 37 * $0) }
      try Data(head + pixels).write(to: folder.appending(path: "large.idx"))
      let options = ["--epochs", "1", "--layers", "5", "--batch", "10", "--samples", "2", "--evaluate", "5"]
      let trained = try train(["ws", "--images", "large.idx", "--output", "o"] + options, in: folder)
      #expect(trained.status == 0, "\(trained.errorText)")
      for (command, count, height) in [(["sample"], "100", 409), (["reconstruct", "--images", "large.idx"], "20", 163)] {
        let drawn = try train(command + ["o/machine.model", "--count", count, "--output", "p"], in: folder)
        #expect(drawn.status == 0, "\(drawn.errorText)")
        let name = command[0] == "sample" ? "samples" : "reconstructions"
        let sheet = try GreyImage(contentsOf: folder.appending(path: "p/\(name).png").path)
        #expect((sheet.width, sheet.height) == (409, height))
      }
    }
  }

  @Test("minutes in place of epochs, and biases that start at zero") func minutes() throws {
    try withTemporaryFolder { folder in
      try putBars(in: folder)
      func start(_ more: [String]) throws -> Double {
        let result = try train(["ws", "--minutes", "1e-6", "--restart", "--output", "o"] + more + short, in: folder)
        #expect(result.status == 0, "\(result.errorText)")
        let record = try Record(named: "record", in: folder.path + "/o")
        #expect(record.rows.count == 2, "the first epoch is longer than that")
        return record.rows[0].validation
      }
      // Six by six bars are on in a sixth to a half of the pixels: their means say more than a fair coin, which is 36 log 2.
      let (means, zero) = (try start([]), try start(["--biases", "zero"]))
      #expect(means > zero + 0.3 && abs(zero + 36 * log(2)) < 2, "\(means), \(zero)")
      let again = try train(["ws", "--minutes", "1e-6", "--output", "o", "--biases", "zero"] + short, in: folder)
      #expect(again.status == 0 && again.text.contains("The minutes are over already, with 1 epochs"))
      let more = try train(["ws", "--epochs", "2", "--output", "o", "--biases", "zero"] + short, in: folder)
      #expect(more.status == 0 && more.text.contains("Going on after epoch 1."), "\(more.errorText)")
    }
  }

  /// Arguments, a part of what is said, and the status.
  static let wrong: [([String], String, Int32)] = [
    (["nrws", "--images", "none.idx"], "There is no file none.idx", 64),
    (["nrws", "--images", "text.idx"], "text.idx is not an IDX file", 64),
    (["nrws", "--offline"], "MNIST was not found", 64), (["nrws", "--data", "nowhere"], "There is no folder nowhere", 64),
    (["rws", "--images", "bars.idx"], "--batch 100: there are only 50 training images", 64),
    (["rws", "--damping", "0.1"], "Unknown option '--damping'", 64),
    (["nrws", "--damping", "0"], "--damping 0.0: a positive number is wanted", 64),
    (["nrws", "--period", "0"], "--period 0: at least one step", 64), (["nrws", "--memory", "1"], "--memory 1.0", 64),
    (["ws", "--layers", "30,,10"], "--layers 30,,10: counts of units", 64),
    (["ws", "--layers", "30,-1"], "--layers 30,-1: counts of units", 64),
    (["ws", "--rate", "0"], "--rate 0.0: a positive number", 64), (["ws", "--epochs", "0"], "--epochs 0: at least 1", 64),
    (["ws", "--minutes", "inf"], "--minutes inf: more than 0", 64),
    (["ws", "--rate", "1e-320", "--decay", "geometric"] + short, "a positive number to 1e38", 64),
    (["ws", "--minutes", "0"], "--minutes 0.0: more than 0", 64), (["ws", "--biases", "half"], "'half' is invalid", 64),
    (["ws", "--minutes", "1", "--epochs", "1"], "--epochs and --minutes: one of them", 64),
    (["ws", "--batch", "5000", "--samples", "5000"], "at most a million samples", 64),
    (["ws", "--rule", "sgd"], "'sgd' is invalid", 64), (["ws", "--binarisation", "grey"], "'grey' is invalid", 64),
    (["ws", "--averaging", "1"], "--averaging 1.0", 64), (["ws", "--validation", "1"], "--validation 1.0", 64),
    (["ws", "--images", "bars.idx", "--data", "."], "--data goes without --images", 64),
    (["ws", "--output", ""], "the name of the folder is empty", 64), (["gradient"], "Unexpected argument 'gradient'", 64),
    (["ws", "--output", "/dev/null/x"] + short, "could not be written", 73),
    (["ws", "--rate", "1e38"] + short, "has no finite result in layer", 1),
    (["ws", "--rate", "1e39"] + short, "a positive number to 1e38", 64),
    (["ws", "--decay-epochs", "1e308"] + short, "a positive number to 1e9", 64),
    (["sample"], "Missing expected argument '<model>'", 64), (["sample", "none"], "There is no file none", 64),
    (["sample", "text.idx"], "is no checkpoint or model of this program", 64),
    (["evaluate", "none", "--samples", "0"], "--samples 0: at least 1", 64),
    (["sample", "none", "--count", "1000"], "1 to 400 images", 64),
  ]

  @Test("a wrong option or file: one sentence, its status, and nothing written", arguments: wrong.indices)
  func refused(which: Int) throws {
    let (arguments, message, status) = Self.wrong[which]
    try withTemporaryFolder { folder in
      try putBars(in: folder)
      try Data("a page of text".utf8).write(to: folder.appending(path: "text.idx"))
      let result = try train(arguments, in: folder)
      #expect(result.status == status && result.errorText.contains(message), "\(arguments): \(result.errorText)")
      #expect(result.errorText.hasPrefix("Error: "))
      if status == 64 { #expect(files(below: folder, includingHidden: true) == ["bars.idx", "text.idx"]) }
    }
  }

  @Test("runs of other settings or images in the folder are left alone, until told otherwise") func folders() throws {
    try withTemporaryFolder { folder in
      try putBars(in: folder)
      try putBars(58, in: folder, named: "less.idx")
      let own = ["rws", "--epochs", "2", "--output", "o"] + short
      #expect(try train(own, in: folder).status == 0)
      func bytes() throws -> [Data] {
        try files(below: folder.appending(path: "o")).map { try Data(contentsOf: folder.appending(path: "o/" + $0)) }
      }
      let before = try bytes()
      let other = try train(own + ["--seed", "2"], in: folder)
      #expect(other.status == 64 && other.errorText.contains("belongs to other settings (binarisation.fresh.seed, seed)"))
      let less = try train(own.map { $0 == "bars.idx" ? "less.idx" : $0 }, in: folder)
      #expect(less.status == 64 && less.errorText.contains("belongs to other images"))
      #expect(try bytes() == before)
      #expect(try train(own + ["--seed", "2", "--restart"], in: folder).status == 0)
      #expect(try bytes() != before)
      try FileManager.default.removeItem(at: folder.appending(path: "o/training.checkpoint"))
      let orphan = try train(own, in: folder)
      #expect(orphan.status == 64 && orphan.errorText.contains("o/record.csv is there, and not the state of the run"))
      // Models fit images of their own size only.
      let set = Data([0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 0])
      try set.write(to: folder.appending(path: "small.idx"))
      let small = try train(["evaluate", "o/machine.model", "--images", "small.idx"], in: folder)
      #expect(small.status == 64 && small.errorText.contains("small.idx are 2×2 and those of the training set 6×6"))
    }
  }

  @Test("--help has the commands and the statuses") func help() throws {
    try withTemporaryFolder { folder in
      let result = try train(["--help"], in: folder)
      #expect(result.status == 0)
      for word in ["ALGORITHMS", "reconstruct", "evaluate", "exit status", "goes on when the same command"] {
        #expect(result.text.contains(word), "\(word)")
      }
      let options = try train(["nrws", "--help"], in: folder).text
      for word in ["--damping", "--averaging", "--restart", "default: 200,100,50"] { #expect(options.contains(word), "\(word)") }
    }
  }
}
