import Foundation

/// The gnuplot script of a figure: legible, to be edited, and complete in itself.
struct Script {
  let name: String
  let layout: Layout
  var text = ""

  init(name: String, layout: Layout, panels: [(Panel, Sheet)], files: [[String]], names: [[[String]]]) {
    self.name = name
    self.layout = layout
    head(panels)
    if panels.count > 1 { text += "set multiplot\n" }
    for (k, (panel, sheet)) in panels.enumerated() {
      let place = layout.places[k]
      if panels.count > 1 {
        text += "\n# ---- \(panel.title.isEmpty ? "panel \(k + 1)" : panel.title.replacingOccurrences(of: "\n", with: " "))\n"
        if k > 0 { text += "unset label\nunset colorbox\n" }
      } else {
        text += "\n"
      }
      text +=
        PanelScript(
          panel: panel, sheet: sheet, place: place, layout: layout, files: files[k], names: names[k], number: k + 1
        ).text
    }
    text += panels.count > 1 ? "\nunset multiplot\n" : "\n"
    text += "unset output\n"
  }

  private mutating func head(_ panels: [(Panel, Sheet)]) {
    let (width, height) = (Int(layout.width), Int(layout.height))
    let identifier = "fig_" + name.replacingOccurrences(of: "-", with: "_")
    // 96 pixels an inch; a font of 13 pixels is one of 10 points.
    let inches = "\(legible(layout.width / 96, digits: 4))in,\(legible(layout.height / 96, digits: 4))in"
    text = """
      # gnuplot \(name).gp                      draws \(name).svg
      # gnuplot -e "format='pdf'" \(name).gp    draws \(name).pdf, and so with png
      if (!exists('format')) format = 'svg'
      if (!exists('target')) target = '\(name).' . format
      reset
      set encoding utf8
      if (format eq 'svg') set terminal svg size \(width),\(height) enhanced font 'sans-serif,13' \\
        background 'white' name '\(identifier)'
      if (format eq 'pdf') set terminal pdfcairo size \(inches) enhanced font 'sans-serif,10'
      if (format eq 'png') set terminal pngcairo size \(2 * width),\(2 * height) enhanced font 'sans-serif,10' \\
        fontscale 2 linewidth 2 pointscale 2
      set output target

      set datafile separator comma
      set decimalsign '.'
      set border 3 linecolor rgb '#444444'
      set tics nomirror out scale 0.6,0.3 textcolor rgb '#222222'
      set key noautotitle samplen 2 spacing 1.15 noenhanced
      set style fill noborder

      """
    var colors: [Color] = []
    for (_, sheet) in panels { for color in sheet.colors where !colors.contains(color) { colors.append(color) } }
    for color in colors { text += "\(color.script) = '\(color.hex)'\n" }
  }
}
