import Foundation

/// How numbers become places along an axis.
public enum Scale: Sendable, Hashable {
  case linear
  case log

  /// The coordinate in which the axis is even.
  func even(_ value: Double) -> Double {
    switch self {
    case .linear: value
    case .log: log10(value)
    }
  }

  func value(even: Double) -> Double {
    switch self {
    case .linear: even
    case .log: pow(10, even)
    }
  }
}

/// One axis of a panel: its label with the unit, and, when given, its range, scale and ticks.
public struct Axis: Sendable, Hashable {
  public var label: String
  /// `nil`: from the data, and the same in all panels of the figure whose axes have this label.
  public var range: ClosedRange<Double>?
  public var scale: Scale
  /// Where ticks stand; `nil`: at round numbers.
  public var ticks: [Double]?
  /// Words in place of the numbers at `ticks`.
  public var tickLabels: [String]?
  /// Grows to the left or downwards, as rows of a matrix do.
  public var reversed: Bool

  public init(
    _ label: String = "", _ range: ClosedRange<Double>? = nil, scale: Scale = .linear, ticks: [Double]? = nil,
    tickLabels: [String]? = nil, reversed: Bool = false
  ) {
    self.label = label
    self.range = range
    self.scale = scale
    self.ticks = ticks
    self.tickLabels = tickLabels
    self.reversed = reversed
  }

  /// An axis of named places 0, 1, 2, …, for the rows and columns of a matrix.
  public static func categories(_ names: [String], _ label: String = "", reversed: Bool = false) -> Axis {
    Axis(label, ticks: names.indices.map(Double.init), tickLabels: names, reversed: reversed)
  }
}
