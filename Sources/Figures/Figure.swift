/// A point of a plot: x and y.
public typealias Point = SIMD2<Double>

/// A figure as a value: panels in rows, to be written as data, a gnuplot script and a picture.
///
///     Figure {
///       Panel("loss", x: Axis("step"), y: Axis("nats", scale: .log)) {
///         Curve(x: steps, y: vanilla, .vanilla, label: "vanilla")
///         Curve(x: steps, y: natural, .natural, label: "natural")
///       }
///     }
public struct Figure: Sendable {
  public var panels: [Panel]
  /// Panels in a row; `nil`: up to three side by side, four as two by two.
  public var columns: Int?
  /// In pixels; `nil`: 600 for one column, 900 for more.
  public var width: Int?
  /// In pixels; `nil`: from the aspects of the panels.
  public var height: Int?
  /// Whether panels whose axes have the same label get the same range from the data.
  public var sharesAxes: Bool
  /// Whether a panel repeats tick labels and axis labels that its neighbour to the left or below already has.
  public var repeatsLabels: Bool

  public init(
    columns: Int? = nil, width: Int? = nil, height: Int? = nil, sharesAxes: Bool = true, repeatsLabels: Bool = true,
    @FigureBuilder _ content: () throws -> Figure
  ) rethrows {
    self.init(
      columns: columns, width: width, height: height, sharesAxes: sharesAxes, repeatsLabels: repeatsLabels,
      panels: try content().panels)
  }

  public init(
    columns: Int? = nil, width: Int? = nil, height: Int? = nil, sharesAxes: Bool = true, repeatsLabels: Bool = true,
    panels: [Panel]
  ) {
    self.panels = panels
    self.columns = columns
    self.width = width
    self.height = height
    self.sharesAxes = sharesAxes
    self.repeatsLabels = repeatsLabels
  }
}
