import Foundation

/// Where each panel of a figure stands. Everything is in pixels, from the lower left corner of the page.
struct Layout {
  struct Place {
    var x: Axis
    var y: Axis
    var frame: Frame
    var xTicks: Ticks
    var yTicks: Ticks
    /// Whether the panel writes its own tick and axis labels, or leaves that to a neighbour.
    var showsX = true
    var showsY = true
    /// Whether the names of categories below the panel are written at a slant.
    var slantsX = false
    var bounds: Bounds
  }

  struct Margins {
    var left = 12.0, right = 18.0, bottom = 12.0, top = 12.0
  }

  let width: Double
  let height: Double
  let places: [Place]

  init(_ figure: Figure, name: String) throws(FigureError) {
    let count = figure.panels.count
    let columns = min(count, figure.columns ?? (count == 4 ? 2 : min(count, 3)))
    let rows = (count + columns - 1) / columns
    width = Double(figure.width ?? (columns > 1 ? 900 : figure.panels[0].aspect == .equal ? 560 : 600))
    let ranges = try Layout.ranges(figure, name: name)
    let guess = (width: width / Double(columns) - 80, height: (figure.height.map(Double.init) ?? 300) / Double(rows))
    var drafts: [Draft] = []
    for (panel, range) in zip(figure.panels, ranges) {
      drafts.append(
        Draft(
          panel: panel, x: range.x, y: range.y, bounds: range.bounds,
          xTicks: Ticks(panel.x, range.x, length: guess.width, spacing: 70),
          yTicks: Ticks(panel.y, range.y, length: max(guess.height, 150), spacing: 45)))
    }
    if !figure.repeatsLabels { Layout.hideInnerLabels(&drafts, columns: columns) }

    // Panels in a column have the same left and right margins, panels in a row the same top and bottom: plots align.
    var margins: [Margins] = []
    var plotWidth = guess.width
    for _ in 0..<2 {  // the second time with the width that came out of the first
      margins = Array(repeating: Margins(left: 0, right: 0, bottom: 0, top: 0), count: max(columns, rows))
      for (k, draft) in drafts.enumerated() {
        let own = draft.margins(plotWidth: plotWidth)
        margins[k % columns].left = max(margins[k % columns].left, own.left)
        margins[k % columns].right = max(margins[k % columns].right, own.right)
        margins[k / columns].top = max(margins[k / columns].top, own.top)
        margins[k / columns].bottom = max(margins[k / columns].bottom, own.bottom)
      }
      let sides = margins[..<columns].reduce(0) { $0 + $1.left + $1.right }
      plotWidth = max(40, (width - sides) / Double(columns))
    }
    var heights = (0..<rows).map { row in
      drafts[(row * columns)..<min(count, (row + 1) * columns)].map { $0.plotHeight(for: plotWidth) }.max()!
    }
    let ends = margins[..<rows].reduce(0) { $0 + $1.top + $1.bottom }
    if let wanted = figure.height {
      let share = max(40 * Double(rows), Double(wanted) - ends) / heights.reduce(0, +)
      heights = heights.map { $0 * share }
    }
    height = (heights.reduce(0, +) + ends).rounded()

    var places: [Place] = []
    for (k, draft) in drafts.enumerated() {
      let (row, column) = (k / columns, k % columns)
      let left = margins[..<column].reduce(margins[column].left) { $0 + $1.left + $1.right } + plotWidth * Double(column)
      let above = margins[..<row].reduce(margins[row].top) { $0 + $1.top + $1.bottom } + heights[..<row].reduce(0, +)
      places.append(draft.placed(left: left, top: height - above, width: plotWidth, height: heights[row]))
    }
    self.places = places
  }

  /// Leaves the labels of an axis to the panel below, or to the left, that has the same axis.
  private static func hideInnerLabels(_ drafts: inout [Draft], columns: Int) {
    for k in drafts.indices {
      let (below, left) = (k + columns, k - 1)
      if below < drafts.count, drafts[below].panel.x == drafts[k].panel.x, drafts[below].x == drafts[k].x {
        drafts[k].showsX = false
      }
      if k % columns > 0, drafts[left].panel.y == drafts[k].panel.y, drafts[left].y == drafts[k].y {
        drafts[k].showsY = false
      }
    }
  }
}
