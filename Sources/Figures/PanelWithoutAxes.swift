extension Panel {
  /// The panel with its title and layers, but without axes, ticks and grid: for triangles and diagrams that bring their own
  /// lines.
  public var withoutAxes: Panel {
    var panel = self
    for side in [\Panel.x, \Panel.y] {
      panel[keyPath: side].label = ""
      panel[keyPath: side].ticks = []
      panel[keyPath: side].tickLabels = nil
    }
    panel.grid = false
    panel.hasBorder = false
    return panel
  }
}
