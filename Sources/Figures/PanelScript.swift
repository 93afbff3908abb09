import Foundation

/// The commands that draw one panel.
struct PanelScript {
  let panel: Panel
  let sheet: Sheet
  let place: Layout.Place
  let layout: Layout
  /// File and columns of each table of the sheet.
  let files: [String]
  let names: [[String]]
  let number: Int

  var text: String {
    let blocks = inlineData
    return margins + axes + key + colors + sheet.labels.map { $0 + "\n" }.joined() + blocks + plot
  }

  private func screenX(_ pixel: Double) -> String { legible(pixel / layout.width, digits: 5) }
  private func screenY(_ pixel: Double) -> String { legible(pixel / layout.height, digits: 5) }

  private var margins: String {
    let frame = place.frame
    return """
      set lmargin at screen \(screenX(frame.x.start)); set rmargin at screen \(screenX(frame.right))
      set bmargin at screen \(screenY(frame.y.start)); set tmargin at screen \(screenY(frame.top))

      """
  }

  /// The columns of images have headings, and the title stands above them.
  private var headed: Bool { panel.isBare && panel.layers.contains { !(($0 as? ImageGrid)?.columnTitles.isEmpty ?? true) } }

  private var axes: String {
    var text = panel.title.isEmpty ? "unset title\n" : "set title \(plain(panel.title)) offset 0,\(headed ? "0.4" : "-0.3")\n"
    text += axis("x", panel.x, place.frame.x, place.xTicks, shows: place.showsX)
    text += axis("y", panel.y, place.frame.y, place.yTicks, shows: place.showsY)
    if panel.isBare {
      text += "unset border; unset xtics; unset ytics; unset grid\n"
    } else {
      let hasImage = sheet.plots.contains { $0.style.hasPrefix("image") }
      // Cells reach the frame: axes are drawn over them.
      text += "set border \(panel.hasBorder ? 3 : 0) \(hasImage ? "front" : "back"); set tics \(hasImage ? "front" : "back")\n"
      if !panel.hasBorder { text += "unset xtics; unset ytics\n" }
      text += panel.grid && !hasImage ? "set grid back linetype 1 linewidth 0.6 linecolor rgb '#e4e4e4'\n" : "unset grid\n"
    }
    return text
  }

  private func axis(_ name: String, _ axis: Axis, _ ruler: Ruler, _ ticks: Ticks, shows: Bool) -> String {
    let (low, high) = (legible(ruler.range.lowerBound), legible(ruler.range.upperBound))
    let reversed = ruler.reversed
    var text = axis.scale == .log ? "set logscale \(name)\n" : layout.places.count > 1 ? "unset logscale \(name)\n" : ""
    text += "set \(name)range [\(reversed ? high : low):\(reversed ? low : high)]\n"
    guard !panel.isBare else { return text + "unset \(name)label\n" }
    text +=
      axis.label.isEmpty || !shows
      ? "unset \(name)label\n" : "set \(name)label \(plain(axis.label))\(name == "x" ? " offset 0,0.5" : "")\n"
    let slant =
      name == "x" && place.slantsX ? " rotate by 40 right" : name == "x" && layout.places.count > 1 ? " norotate autojustify" : ""
    text +=
      "set \(name)tics\(name == "x" ? " offset 0,0.3" : "")\(slant) \(ticks.script); set format \(name) \(shows ? quoted(ticks.format) : "''")\n"
    if axis.scale == .log {
      let minor = if case .decades(1, _) = ticks.kind { "set m\(name)tics 10\n" } else { "unset m\(name)tics\n" }
      text += minor
    } else if layout.places.count > 1 {
      text += "unset m\(name)tics\n"
    }
    return text
  }

  private var key: String {
    let titles = sheet.plots.compactMap(\.title)
    guard !titles.isEmpty, panel.key != .none else { return "unset key\n" }
    let words =
      switch panel.key {
      case .automatic: bestCorner(titles)
      case .topLeft: "top left"
      case .bottomLeft: "bottom left"
      case .bottomRight: "bottom right"
      case .outside: "at screen \(screenX(place.frame.right + 14)), screen \(screenY(place.frame.top)) left top"
      case .topRight, .none: "top right"
      }
    let covers = sheet.plots.contains { $0.style.hasPrefix("image") }
    return "set key \(words) Left reverse \(covers ? "opaque" : "noopaque")\n"
  }

  /// The corner in which a key covers least of the data.
  private func bestCorner(_ titles: [String]) -> String {
    let width = (titles.map { textWidth($0) }.max() ?? 0) + 45
    let height = Double(titles.count) * 20 + 8
    let frame = place.frame
    let corners = [
      ("top right", true, true), ("bottom right", true, false), ("top left", false, true), ("bottom left", false, false),
    ]
    let counts = corners.map { _, right, top in
      sheet.covered.count { pixel in
        (right ? pixel.x > frame.right - width : pixel.x < frame.x.start + width)
          && (top ? pixel.y > frame.top - height : pixel.y < frame.y.start + height)
      }
    }
    return corners[counts.indices.min { counts[$0] < counts[$1] }!].0
  }

  private var colors: String {
    guard let bar = place.bounds.colorBar else { return "" }
    let stops = bar.palette.stops.enumerated().map { "\($0) '\($1.hex)'" }.joined(separator: ", ")
    let steps = bar.palette.isClasses ? bar.palette.stops.count : bar.steps
    var text = "set palette \(steps.map { "maxcolors \($0) " }.orEmpty)defined (\(stops))\n"
    text += "set cbrange [\(legible(bar.range.lowerBound)):\(legible(bar.range.upperBound))]\n"
    guard let label = bar.label else { return text + "unset colorbox\n" }
    let frame = place.frame
    let (x, width) = (screenX(frame.right + 14), screenX(12))
    text += "set colorbox user origin screen \(x), screen \(screenY(frame.y.start)) "
    text += "size screen \(width), screen \(screenY(frame.y.length)) noborder\n"
    let ticks = Ticks(Axis(), bar.range, length: frame.y.length, spacing: 45)
    return text + "set cblabel \(plain(label)); set cbtics scale 0.3 \(ticks.script)\n"
  }

  /// Short lines and marks that stand in the script.
  private var inlineData: String {
    var text = ""
    for (k, plot) in sheet.plots.enumerated() {
      guard case .block(let points) = plot.source else { continue }
      text += "\(blockName(k)) << END\n"
      text += points.map { "\(legible($0.x)),\(legible($0.y))\n" }.joined() + "END\n"
    }
    return text
  }

  private func blockName(_ plot: Int) -> String { "$mark_\(number)_\(plot + 1)" }

  private var plot: String {
    let clauses = sheet.plots.enumerated().map { k, plot in
      let title = plot.title.map { " title \(quoted($0))" } ?? ""
      switch plot.source {
      case .key: return "keyentry with \(plot.style)\(title)"
      case .block: return "\(blockName(k)) using \(plot.using) with \(plot.style)\(title)"
      case .table(let reference):
        var using = plot.using
        for (place, column) in reference.columns.enumerated() {
          using = using.replacingOccurrences(of: "{\(place)}", with: "\"\(names[reference.table][column])\"")
        }
        let matrix = reference.isMatrix ? " nonuniform matrix" : ""
        return "'\(files[reference.table])'\(matrix) using \(using) with \(plot.style)\(title)"
      }
    }
    return "plot " + clauses.joined(separator: ", \\\n     ") + "\n"
  }
}
