/// Whether a flow or a search goes up or down.
public enum Sense: Sendable, CaseIterable {
  case maximise, minimise

  /// The factor of a gradient, +1 up and −1 down.
  public var sign: Double { self == .maximise ? 1 : -1 }
}
