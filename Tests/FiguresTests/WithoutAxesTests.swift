import Figures
import Testing

@Suite("panels without axes")
struct WithoutAxesTests {
  private func script(_ panel: Panel) throws -> String { try Figure(panels: [panel]).sources(name: "triangle").script.text }
  private let panel = Panel("triangle", x: Axis("abscissa", 0...1), y: Axis("ordinate", 0...1, ticks: [0, 1]), aspect: .equal) {
    Curve([Point(0, 0), Point(1, 0), Point(0.5, 0.87), Point(0, 0)])
  }

  @Test("there is no border, tick, label or grid, and the title stays")
  func bare() throws {
    let (with, without) = (try script(panel), try script(panel.withoutAxes))
    for text in ["abscissa", "ordinate", "set grid back"] {
      #expect(with.contains(text) && !without.contains(text), "\(text)")
    }
    for text in ["set border 0", "unset xtics", "unset ytics", "unset xlabel", "unset grid", "triangle"] {
      #expect(without.contains(text), "\(text)")
    }
  }

  @Test("gnuplot draws it without a word")
  func drawn() throws {
    let scratch = Scratch(shown: true)
    try Figure(columns: 2) {
      panel.withoutAxes
      panel
    }.write(name: "triangle", to: scratch.path)
  }
}
