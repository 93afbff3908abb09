import Figures
import Foundation
import InformationGeometry

/// The page of a run, in GitHub's Markdown.
struct FlowPage {
  let study: Study
  let wishes: Wishes
  let drawn: FigureFiles

  /// By this the command knows its own pages.
  static let mark = "<!-- page of the command flow -->"

  /// The first lines of a page: the mark, and the function with its model.
  static func head(_ wishes: Wishes) -> String {
    let model = wishes.model == .gaussian ? "Gaussian" : "independent bits"
    return "\(mark)\n\n# Flows of f(x) = \(markdown(wishes.formula.printed)), \(model)"
  }

  var text: String {
    var parts = [
      Self.head(wishes),
      study.formulas.map { "```math\n\($0)\n```" }.joined(separator: "\n\n"),
    ]
    parts += (study.warnings + study.troubles).map { "> [!WARNING]\n> \(Self.markdown($0))" }
    if let image = drawn.image {
      parts.append("![\(study.alt)](\(image))")
    } else {
      parts.append("*There is no picture: \(drawn.reason ?? "").*")
    }
    parts.append(study.caption)
    let data = (drawn.data.map { "[\($0)](\($0))" }).joined(separator: ", ")
    parts.append("Script: [\(drawn.script)](\(drawn.script)). Data: \(data).")
    parts.append("## How it was computed\n\n" + study.method.map { "- \(Self.markdown($0))" }.joined(separator: "\n"))
    parts.append("## Where the flows end\n\n\(table)\n\n\(reading) The same as numbers: [ends.csv](ends.csv).")
    parts.append(
      """
      ## Draw it again

      After editing the script, in this folder:

      ```sh
      gnuplot \(drawn.script)
      gnuplot -e "format='pdf'" \(drawn.script)
      ```

      The whole page, in the folder of the book's package:

      ```sh
      \(wishes.command)
      ```
      """)
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var table: String {
    let names = study.coordinates.joined(separator: ", ")
    let head = ["start (\(names))"] + study.flows
    let rows = study.rows.map { row in
      ["(\(words(row.start.x)), \(words(row.start.y)))"] + row.walks.map(cell)
    }
    let lines = [head, head.map { _ in "---" }] + rows
    return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  /// Where a flow ended, and when.
  private func cell(_ walk: Walk) -> String {
    let place = "(\(short(walk.place.x)), \(short(walk.place.y)))"
    let time = "t = \(brief(walk.time))"
    return switch walk.end {
    case .point: "\(place), \(time)"
    case .rest: walk.time == 0 ? "does not move" : "rests at \(place)"
    case .leavesPicture: "out of the picture, \(time)"
    case .leavesDomain: "**leaves the domain** at \(place), \(time)"
    case .blowsUp: "**blows up**, \(time)"
    case .unreliable: "mean not known beyond \(place), \(time)"
    case .moving, .stuck: "still at \(place), \(time)"
    }
  }

  private var reading: String {
    """
    Each cell has the place (\(study.coordinates.joined(separator: ", "))) where a flow ended and the time it took. Times of \
    different flows are no race on a common track: in each coordinate system the same clock measures another speed.
    """
  }

  /// Three digits; thousands in full.
  private func brief(_ t: Double) -> String {
    t >= 1000 ? words(rounded(t, to: pow(10, log10(t).rounded(.down) - 2))) : words(t, "%.3g")
  }

  private func short(_ x: Double) -> String { abs(x) < 5e-4 ? "0" : words(x, "%.3g") }

  /// Text in which nothing is a mark of Markdown.
  private static func markdown(_ text: String) -> String {
    text.map { "\\`*_[]<>|#$".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
