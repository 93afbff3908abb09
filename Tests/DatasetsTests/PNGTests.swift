import Datasets
import Foundation
import RandomStreams
import TestSupport
import Testing

@Suite("PNG images")
struct PNGTests {
  private func read(_ base64: String) throws -> GreyImage { try GreyImage(png: PNGFixture.bytes(base64), named: "a.png") }

  @Test(
    "grey pixels are read as they are, whichever filters the rows have",
    arguments: [PNGFixture.grey, PNGFixture.greyLater, PNGFixture.netpbmGrey])
  func grey(file: String) throws {
    let image = try read(file)
    #expect((image.width, image.height) == (7, 5))
    #expect(image.bytes == PNGFixture.pixels { x, y in UInt8(PNGFixture.channel(0, x, y)) })
  }

  @Test("pixels of one, two and four bits are spread over black to white")
  func fewBits() throws {
    for (file, depth) in [(PNGFixture.bits1, 1), (PNGFixture.bits2, 2), (PNGFixture.bits4, 4)] {
      let step = 255 / ((1 << depth) - 1)
      #expect(
        try read(file).bytes == PNGFixture.pixels { x, y in UInt8((PNGFixture.channel(0, x, y) >> (8 - depth)) * step) })
    }
  }

  private func luma(_ x: Int, _ y: Int) -> Double {
    zip([0.299, 0.587, 0.114], 0..<3).map { $0 * Double(PNGFixture.channel($1, x, y)) }.reduce(0, +)
  }

  /// - Parameter tolerance: half a step for each rounding.
  private func compare(_ file: String, _ wanted: [Double], within tolerance: Double) throws {
    for (byte, value) in zip(try read(file).bytes, wanted) { #expect(abs(Double(byte) - value) <= tolerance + 1e-9) }
  }

  @Test("colours become their luma, and what is transparent lies on black")
  func colours() throws {
    func opacity(_ x: Int, _ y: Int) -> Double { Double(PNGFixture.channel(3, x, y)) / 255 }
    try compare(PNGFixture.rgb, PNGFixture.pixels(luma), within: 0.5)
    try compare(PNGFixture.netpbmColour, PNGFixture.pixels(luma), within: 0.5)
    try compare(PNGFixture.rgba, PNGFixture.pixels { luma($0, $1) * opacity($0, $1) }, within: 1)
    try compare(
      PNGFixture.greyAlpha, PNGFixture.pixels { Double(PNGFixture.channel(0, $0, $1)) * opacity($0, $1) }, within: 0.5)
  }

  @Test("a palette with opacities for its first colours")
  func palette() throws {
    let wanted = PNGFixture.pixels { x, y in
      let i = PNGFixture.channel(0, x, y) >> 4
      let luma = 0.299 * Double((i * 15 + 3) % 256) + 0.587 * Double(i * 41 % 256) + 0.114 * Double(255 - i * 9)
      return luma * (i < 3 ? [0, 128, 200][i] : 255) / 255
    }
    try compare(PNGFixture.palette, wanted, within: 1)
  }

  @Test("what is not read is refused by name")
  func refusals() throws {
    let whole = PNGFixture.bytes(PNGFixture.grey)
    var wide = whole, crc = whole
    wide.replaceSubrange(16..<20, with: [0x7F, 0xFF, 0xFF, 0xFF])
    crc[45] ^= 1
    let cases: [([UInt8], PNGError.Reason)] = [
      (PNGFixture.bytes(PNGFixture.interlaced), .unsupported(.interlacing)),
      (PNGFixture.bytes(PNGFixture.sixteen), .unsupported(.sixteenBits)),
      (PNGFixture.bytes(PNGFixture.keyed), .unsupported(.transparentColour)),
      (Array("GIF89a".utf8), .notPNG), ([], .notPNG), (Array(whole.dropLast(9)), .truncated), (crc, .chunk("IDAT")),
      (wide, .chunk("IHDR")), (withRightChecksum(wide), .absurdSize(width: 0x7FFF_FFFF, height: 5)),
    ]
    for (contents, reason) in cases {
      let error = #expect(throws: PNGError.self) { try GreyImage(png: contents, named: "some/a.png") }
      #expect(error?.reason == reason)
      #expect(error.map { isOneSentence($0.description, naming: "some/a.png") } == true, "\(String(describing: error))")
    }
  }

  /// The header chunk is at a fixed place; CRC-32 bit by bit.
  private func withRightChecksum(_ file: [UInt8]) -> [UInt8] {
    guard file.count > 33 else { return file }
    let crc = crc32(Array(file[12..<29]))
    return file[..<29] + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: crc >> $0) } + file[33...]
  }

  @Test("2,000 files spoilt at random give an image or a sentence")
  func mutations() throws {
    let root = RandomStream(seed: 21)
    let originals = [PNGFixture.grey, PNGFixture.rgba, PNGFixture.palette, PNGFixture.bits1].map(PNGFixture.bytes)
    var (refused, reasons) = (0, Set<String>())
    for trial in 0..<2000 {
      var random = root.stream("mutation", trial)
      var contents = spoilt(originals[trial % 4], using: &random)
      // Without this, all that is ever tested is the checksum.
      if trial % 2 == 0 { contents = withRightChecksum(contents) }
      do {
        let image = try GreyImage(png: contents, named: "a.png")
        #expect(image.bytes.count == image.width * image.height)
      } catch {
        refused += 1
        reasons.insert("\(error.reason)".prefix { $0 != "(" }.description)
        #expect(isOneSentence(error.description, naming: "a.png"), "trial \(trial): \(error)")
      }
    }
    #expect(refused > 1800 && refused < 2000, "\(refused) of 2000 refused")
    #expect(reasons.count >= 6, "\(reasons.sorted())")
  }

  @Test("what is written is read again, by this reader and by gnuplot")
  func writing() throws {
    let image = GreyImage(
      width: 7, height: 5, bytes: PNGFixture.pixels { x, y in UInt8(PNGFixture.channel(0, x, y)) })
    #expect(try GreyImage(png: image.png, named: "a.png") == image)
    try withTemporaryFolder { folder in
      try image.write(png: folder.appendingPathComponent("a.png").path)
      #expect(files(below: folder, includingHidden: true) == ["a.png"])
      #expect(throws: (any Error).self) { try image.write(png: "/dev/null/a.png") }
      guard isInstalled("gnuplot") else { return }
      let plot = "set table 'a.txt'; plot 'a.png' binary filetype=png using 1 with image"
      #expect(try run(["gnuplot", "-e", plot], in: folder).errorText == "")
      let text = try String(contentsOf: folder.appendingPathComponent("a.txt"), encoding: .utf8)
      // Rows of x, y, value; y counts upwards.
      let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
        $0.split(separator: " ").compactMap { Double($0) }
      }
      .filter { $0.count >= 3 }
      #expect(rows.count == 35)
      for row in rows { #expect(Int(row[2]) == PNGFixture.channel(0, Int(row[0]), 4 - Int(row[1])), "\(row)") }
    }
  }

  @Test("a sheet has the images in rows, with lines between them")
  func sheet() {
    let set = ImageSet(name: "train", height: 1, width: 2, bytes: [1, 2, 3, 4, 5, 6])
    let sheet = set.sheet(columns: 2, between: 9)
    #expect((sheet.width, sheet.height) == (5, 3))
    #expect(sheet.bytes == [1, 2, 9, 3, 4, 9, 9, 9, 9, 9, 5, 6, 9, 9, 9])
  }

  @Test("a folder of images, in the order of their names")
  func folder() throws {
    try withTemporaryFolder { folder in
      func image(_ grey: UInt8, width: Int = 2) -> [UInt8] {
        GreyImage(width: width, height: 1, bytes: Array(repeating: grey, count: width)).png
      }
      func read(_ path: String) throws -> ImageSet { try ImageSet(name: "train", pngFolder: path) }
      #expect(throws: PNGError(file: folder.path, reason: .noFiles)) { try read(folder.path) }
      #expect(throws: PNGError(file: folder.path + "/a", reason: .noFolder)) { try read(folder.path + "/a") }
      for (name, grey) in [("b.png", 2), ("a.PNG", 1), ("c.png", 3)] { try folder.put(image(UInt8(grey)), at: name) }
      try folder.put([1], at: ".hidden.png")
      try folder.put([1], at: "notes.txt")
      let set = try read(folder.path)
      #expect(set.bytes == [1, 1, 2, 2, 3, 3] && set.labels == nil && (set.height, set.width) == (1, 2))
      try folder.put(image(4, width: 3), at: "d.png")
      let error = #expect(throws: PNGError.self) { try read(folder.path) }
      #expect(error?.reason == .otherSize(width: 3, height: 1, wantedWidth: 2, wantedHeight: 1))
      #expect(error.map { isOneSentence($0.description, naming: "/d.png") } == true)
    }
  }
}
