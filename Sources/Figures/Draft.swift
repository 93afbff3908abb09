/// A panel that has ranges and ticks, but no place yet.
struct Draft {
  let panel: Panel
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>
  let bounds: Bounds
  let xTicks: Ticks
  let yTicks: Ticks
  var showsX = true
  var showsY = true

  /// The room that titles, labels and colour bars want around a plot.
  func margins(plotWidth: Double) -> Layout.Margins {
    var room = Layout.Margins()
    if !panel.title.isEmpty { room.top += 5 + 17 * Double(panel.title.count { $0 == "\n" } + 1) }
    if panel.isBare {
      for case let grid as ImageGrid in panel.layers {
        if !grid.columnTitles.isEmpty { room.top += 18 }
        room.left += grid.rowTitles.map { textWidth($0) }.max() ?? 0
      }
      return room
    }
    if showsX {
      room.bottom += slantsX(plotWidth) ? 14 + xTicks.width * 0.64 : 20
      if !panel.x.label.isEmpty { room.bottom += 22 }
    }
    if showsY {
      room.left += 16 + yTicks.width
      if !panel.y.label.isEmpty { room.left += 24 }
    }
    // Half of the last tick label sticks out.
    room.right = max(room.right, 6 + textWidth(xTicks.labels.last ?? "") / 2)
    for label in bounds.endLabels {
      let share =
        (panel.x.scale.even(label.x) - panel.x.scale.even(x.lowerBound))
        / (panel.x.scale.even(x.upperBound) - panel.x.scale.even(x.lowerBound))
      room.right = max(room.right, 12 + textWidth(label.text) - (1 - min(share, 1)) * plotWidth)
    }
    if let bar = bounds.colorBar, let label = bar.label {
      room.right += 34 + barTicks(bar).width + (label.isEmpty ? 0 : 22)
    }
    if panel.key == .outside { room.right += 60 + (bounds.keyTitles.map { textWidth($0) }.max() ?? 0) }
    return room
  }

  /// Names of categories that would run into each other are written at a slant.
  func slantsX(_ plotWidth: Double) -> Bool {
    panel.x.tickLabels != nil
      && (xTicks.width + 4) * Double(xTicks.labels.count) > size(plotWidth, plotHeight(for: plotWidth)).width
  }

  /// The size of the plot in a cell of some size: smaller where the aspect does not fit.
  private func size(_ width: Double, _ height: Double) -> (width: Double, height: Double) {
    guard panel.aspect == .equal || panel.isBare else { return (width, height) }
    let unit = min(width / (x.upperBound - x.lowerBound), height / (y.upperBound - y.lowerBound))
    return (unit * (x.upperBound - x.lowerBound), unit * (y.upperBound - y.lowerBound))
  }

  func barTicks(_ bar: ColorBar) -> Ticks { Ticks(Axis(), bar.range, length: 250, spacing: 45) }

  /// The height that a plot of some width wants: by its aspect, at most a third more than its width.
  func plotHeight(for width: Double) -> Double {
    guard panel.aspect == .equal || panel.isBare else { return width * 0.66 }
    return min(width * (y.upperBound - y.lowerBound) / (x.upperBound - x.lowerBound), 1.35 * width)
  }

  /// The panel in a cell; where the aspect does not fit, the plot is made smaller and centred.
  func placed(left: Double, top: Double, width: Double, height: Double) -> Layout.Place {
    let (w, h) = size(width, height)
    let reversedY = panel.y.reversed || panel.isBare
    let frame = Frame(
      x: Ruler(scale: panel.x.scale, range: x, reversed: panel.x.reversed, start: left + (width - w) / 2, length: w),
      y: Ruler(scale: panel.y.scale, range: y, reversed: reversedY, start: top - (height + h) / 2, length: h))
    return Layout.Place(
      x: panel.x, y: panel.y, frame: frame, xTicks: Ticks(panel.x, x, length: w, spacing: 60),
      yTicks: Ticks(panel.y, y, length: h, spacing: 40), showsX: showsX, showsY: showsY, slantsX: slantsX(width), bounds: bounds)
  }
}
