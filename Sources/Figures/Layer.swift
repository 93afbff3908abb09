/// One thing drawn in a panel. All kinds of layers are in this module; a new kind says how far its data reach, and draws itself
/// on a sheet.
public protocol Layer: Sendable {
  /// Widens the bounds by the data.
  func extend(_ bounds: inout Bounds)

  /// Leaves columns of data and clauses of the `plot` command on the sheet.
  func draw(on sheet: inout Sheet) throws(FigureError)
}
