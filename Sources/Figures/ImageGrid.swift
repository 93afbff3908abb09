/// Grey images in rows and columns with thin lines between them, in a panel without axes.
public struct ImageGrid: Layer {
  /// Each has width × height values, row by row from the top.
  public var images: [[Double]]
  public var width: Int
  public var height: Int
  /// Images in a row.
  public var columns: Int
  /// The values that are black and white; to draw ink on paper, give the higher one first.
  public var black: Double
  public var white: Double
  /// Headings above the columns and left of the rows.
  public var columnTitles: [String]
  public var rowTitles: [String]

  public init(
    _ images: [[Double]], width: Int, height: Int, columns: Int, black: Double = 0, white: Double = 1,
    columnTitles: [String] = [], rowTitles: [String] = []
  ) {
    self.images = images
    self.width = width
    self.height = height
    self.columns = columns
    self.black = black
    self.white = white
    self.columnTitles = columnTitles
    self.rowTitles = rowTitles
  }

  var rows: Int { columns > 0 ? (images.count + columns - 1) / columns : 0 }
  /// Pixels across, with one between neighbours.
  var across: Int { columns * (width + 1) - 1 }
  var down: Int { rows * (height + 1) - 1 }

  public func extend(_ bounds: inout Bounds) {
    bounds.isTight = true
    bounds.include(Point(-0.5, -0.5))
    bounds.include(Point(Double(across) - 0.5, Double(down) - 0.5))
    bounds.colorBar = ColorBar(palette: .grey, label: nil, range: 0...255)
  }

  public func draw(on sheet: inout Sheet) throws(FigureError) {
    try sheet.claimPalette()
    let layer = "image grid"
    guard !images.isEmpty, columns > 0 else { throw sheet.error(.emptyLayer(panel: sheet.panel, layer: layer)) }
    for (k, image) in images.enumerated() {
      try sheet.check(count: image.count, is: width * height, of: "image \(k)", layer: layer)
    }
    let grid = Grid(x: (0..<across).map(Double.init), y: (0..<down).map(Double.init), values: sheetOfPixels())
    let table = try sheet.matrixTable("images", grid)
    sheet.plot(table, using: "1:2:3", across <= 40 && down <= 40 ? "image pixels" : "image")
    for (j, title) in columnTitles.prefix(columns).enumerated() {
      let x = Double(j * (width + 1)) + Double(width - 1) / 2
      sheet.place(title, at: Point(x, -0.5), anchor: .bottom, shift: (0, 10))
    }
    for (i, title) in rowTitles.prefix(rows).enumerated() {
      let y = Double(i * (height + 1)) + Double(height - 1) / 2
      sheet.place(title, at: Point(-0.5, y), anchor: .right, shift: (-6, 0))
    }
  }

  /// All images on one sheet, 0 … 255, with white between them, or grey between images of ink on white paper.
  private func sheetOfPixels() -> [[Double]] {
    let between = black > white ? 216.0 : 255
    var pixels = Array(repeating: Array(repeating: between, count: across), count: down)
    for (k, image) in images.enumerated() {
      let (top, left) = (k / columns * (height + 1), k % columns * (width + 1))
      for i in 0..<height {
        for j in 0..<width {
          let share = (image[i * width + j] - black) / (white - black)
          pixels[top + i][left + j] = (255 * min(max(share, 0), 1)).rounded()
        }
      }
    }
    return pixels
  }
}
