import ArgumentParser
import Figures
import Files
import InformationGeometry
import Literate

@main struct FlowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flow",
    abstract: "Draw the vanilla and the natural gradient flows of a function of your own, side by side.",
    discussion: """
      A search distribution moves so that the mean E[f(X)] of a function f grows:
      along the gradient in some coordinates (vanilla), or along the natural
      gradient. A folder gets a page, the figure, its data and its script.

      swift run -c release flow --function "x - 3x^2"
      swift run -c release flow --function "abs(x) - x²" --start -1,0.5
      swift run -c release flow --function "x1+2x2-3x1^2-2x1*x2-2x2^2"
      swift run -c release flow --function "x1+2*x2+3*x1*x2" --model independence

      MODELS
        gaussian       one variable: N(μ, σ²), drawn in (μ, σ), in θ and in η;
                       two variables: N(μ, Σ), projected onto (μ₁, μ₂)
        independence   independent bits x1, x2 in {−1, +1}, drawn in η and in θ

      FORMULAS
        variable       x, or x1 and x2
        number         2   0.5   1e-3   pi   e
        operation      + - * / ^, with integer exponents as exact powers; a product
                       may go without sign: 3x^2, 2sin(x), x1 x2, (x+1)(x-1)
        function       sin, cos, exp, log (natural, also ln), abs, sqrt, tanh,
                       each with a parenthesis
        order          ^ before the sign before * and / before + and -: -x^2 is
                       -(x^2), 2^3^2 is 2^(3^2), and 1/2x is (1/2)x
        signs          − · × ÷ π x² x³ x₁ x₂ are read as well
      The mean of a polynomial is computed exactly, that of any other function by
      Gauss–Hermite quadrature; the figure says with how many points, and how far
      the mean may be off.

      The exit status is 0 when the page was made, 64 when the formula or an option
      makes no sense, 73 when the folder cannot be written, and 1 when gnuplot fails.
      """)

  @Option(parsing: .unconditional, help: ArgumentHelp("f(x), as in the section FORMULAS.", valueName: "formula"))
  var function: String

  @Option(help: "gaussian or independence.")
  var model = Model.gaussian

  @Flag(help: "Which way the flows go.")
  var sense = Direction.maximise

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Where a flow starts; may be given again. One variable: μ,σ. Two variables: μ₁,μ₂. Bits: the means η₁,η₂ in (−1, 1).",
      valueName: "numbers"))
  var start: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The part of the axis of μ that is drawn, such as -2:2. (gaussian)", valueName: "from:to"))
  var range: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Σ₀ of all starts, as σ₁₁,σ₂₂,σ₁₂; without it 0.25,0.25,0. (two variables)", valueName: "numbers"))
  var covariance: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Points of the quadrature along an axis, 2 to 240; without it, as many as it takes.", valueName: "count"))
  var order: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How long the flows are followed; without it, until they arrive, or to 10000.", valueName: "time"))
  var time: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Where page and figure go; without it, a folder flow-… named after the function.", valueName: "folder"))
  var output: String?

  @Flag(help: "Write into a folder that has other files, too.")
  var force = false

  func run() throws {
    if let complaint = Machine.complaint() { throw refusal(complaint) }
    do {
      let wishes = try Wishes(self)
      let folder = try output.map { try OutputFolder($0, force: force) } ?? OutputFolder(for: wishes, force: force)
      let study = try wishes.study()
      try folder.publish(study, wishes)
      Swift.print(folder.report(study))
    } catch let error as FormulaError {
      var advice = ""
      if case .undefined(_, _, let point) = error.problem, !point.isEmpty, model == .gaussian {
        advice = "\nUnder a Gaussian every real number is possible, so f needs a value everywhere."
      }
      throw refusal("the formula cannot be used:\n\(error)\(advice)")
    } catch let error as UnwritableFile {
      throw refusal("\(error)", ExitStatus.cannotWrite)
    } catch let error as FigureError {
      switch error.problem {
      case .cannotWrite: throw refusal("\(error)", ExitStatus.cannotWrite)
      case .gnuplot: throw refusal("\(error)", ExitStatus.failure)
      default: throw refusal("\(error)")
      }
    } catch {
      throw refusal("\(error)")
    }
  }
}

enum Model: String, ExpressibleByArgument, CaseIterable {
  case gaussian, independence
}

enum Direction: String, EnumerableFlag {
  case maximise, minimise
}

/// A wish that cannot be granted.
struct WishError: Error, CustomStringConvertible {
  let description: String

  init(_ sentence: String) { description = sentence }
}
