/// The colours of the arrows of a field.
public enum ArrowColor: Sendable, Hashable {
  case fixed(Color)
  /// Viridis by the length of the vector, with a colour bar.
  case byLength(label: String = "length")

  public static var byLength: ArrowColor { .byLength() }
}

/// The arrows of a vector field.
public struct Arrows: Layer {
  public var places: [Point]
  public var vectors: [Point]
  /// Multiplies each vector; `nil` makes all arrows equally long, `reach` on the page.
  public var scale: Double?
  public var color: ArrowColor
  public var width: Double
  /// Whether an arrow has its middle, rather than its tail, at its place.
  public var centred: Bool
  public var title: String?

  /// - Parameter scale: the length of an arrow is scale × the length of its vector, in the units of the axes.
  public init(
    at places: [Point], vectors: [Point], scale: Double, color: ArrowColor = .fixed(.black), width: Double = 1,
    centred: Bool = false, title: String? = nil
  ) {
    self.places = places
    self.vectors = vectors
    self.scale = scale
    self.color = color
    self.width = width
    self.centred = centred
    self.title = title
  }

  /// Arrows of one length on the page, which show directions; the lengths of the vectors are in the colour.
  public init(
    directionsAt places: [Point], vectors: [Point], color: ArrowColor = .byLength(), width: Double = 1, title: String? = nil
  ) {
    self.places = places
    self.vectors = vectors
    scale = nil
    self.color = color
    self.width = width
    centred = true
    self.title = title
  }

  public func extend(_ bounds: inout Bounds) {
    bounds.include(title: title)
    bounds.hasSymbols = true
    for (place, vector) in zip(places, vectors) {
      bounds.include(place)
      if let scale { bounds.include(place + vector * (centred ? scale / 2 : scale)) }
    }
    if case .byLength(let label) = color {
      let lengths = vectors.map(magnitude).filter(\.isFinite)
      bounds.colorBar = ColorBar(palette: .sequential, label: label, range: 0...max(lengths.max() ?? 1, .leastNormalMagnitude))
    }
  }

  public func draw(on sheet: inout Sheet) throws(FigureError) {
    try sheet.check(count: vectors.count, is: places.count, of: "vectors", layer: "arrows")
    let shown = scale.map { s in vectors.map { $0 * s } } ?? sheet.frame.equallyLong(vectors, at: places)
    let tails = zip(places, shown).map { centred ? $0 - $1 * 0.5 : $0 }
    var columns = [
      Column(sheet.xName, tails.map(\.x)), Column(sheet.yName, tails.map(\.y)),
      Column("d" + sheet.xName, shown.map(\.x)), Column("d" + sheet.yName, shown.map(\.y)),
    ]
    let head = "head size screen \(legible(7 / sheet.pageWidth)),20,60 filled linewidth \(legible(width))"
    switch color {
    case .fixed(let color):
      let table = try sheet.ownTable(title ?? "arrows", columns, layer: "arrows")
      sheet.plot(table, using: "{0}:{1}:{2}:{3}", "vectors \(head) linecolor rgb \(sheet.script(color))", title: title)
    case .byLength:
      try sheet.claimPalette()
      columns.append(Column("length", vectors.map(magnitude)))
      let table = try sheet.ownTable(title ?? "arrows", columns, layer: "arrows")
      sheet.plot(table, using: "{0}:{1}:{2}:{3}:{4}", "vectors \(head) linecolor palette", title: title)
    }
  }

  private func magnitude(_ v: Point) -> Double { (v * v).sum().squareRoot() }
}
