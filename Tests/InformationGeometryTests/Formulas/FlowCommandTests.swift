import Foundation
import InformationGeometry
import TestSupport
import Testing

/// The command `flow`, as a real process.
@Suite(.serialized) struct FlowCommandTests {
  static let program = Bundle.main.executableURL!.resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "flow")

  private func flow(_ arguments: [String], in folder: URL) throws -> CommandResult {
    try TestSupport.run([Self.program.path] + arguments, in: folder)
  }

  private func text(_ path: String, in folder: URL) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// A row of ends.csv.
  private struct End {
    let flow: String, how: String
    let start: SIMD2<Double>, end: SIMD2<Double>, time: Double
  }

  private func ends(_ name: String, in folder: URL) throws -> [End] {
    try text(name + "/ends.csv", in: folder).split(separator: "\n").dropFirst().map { line in
      let match = try #require(line.wholeMatch(of: /(?:"([^"]*)"|([^,"]*)),(.*)/))
      let fields = match.3.split(separator: ",").map(String.init)
      let x = fields.dropLast().compactMap(Double.init)
      try #require(x.count == 5)
      return End(
        flow: String(match.1 ?? match.2 ?? ""), how: fields[5], start: SIMD2(x[0], x[1]), end: SIMD2(x[3], x[4]), time: x[2])
    }
  }

  @Test("a polynomial: the files, their links, and ends that closed solutions confirm") func polynomial() throws {
    try withTemporaryFolder { folder in
      let result = try flow(["--function", "x - 3x^2"], in: folder)
      #expect(result.status == 0, "\(result.errorText)")
      let name = "flow-x-minus-3x2"
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name])
      #expect(result.text.hasPrefix("\(name)/README.md is the page"))
      let page = try text(name + "/README.md", in: folder)
      #expect(page.contains("\\mathbb{E}[f(X)] = \\mu - 3 \\, \\mu^{2} - 3 \\, \\sigma^2\n"))
      #expect(page.contains("swift run -c release flow --function 'x - 3x^2'"))
      let links = page.matches(of: /\]\(([^)]*)\)/).map { String($0.1) }
      let written = files(below: folder.appending(path: name))
      #expect(Set(links) == Set(written).subtracting(["README.md"]), "\(links)")
      #expect(["README.md", "flow.gp", "flow.svg", "ends.csv"].allSatisfy(written.contains))

      let ends = try ends(name, in: folder)
      #expect(ends.count == 40 && Set(ends.map(\.flow)).count == 4)
      for end in ends where end.flow == "natural" {
        // σ = σ₀/√(1 + 6σ₀² t), μ − 1/6 = (μ₀ − 1/6)/(1 + 6σ₀² t); six digits are printed.
        let growth = 1 + 6 * end.start.y * end.start.y * end.time
        #expect(abs(end.start.y / growth.squareRoot() / end.end.y - 1) < 1e-5 && end.how == "point")
        #expect(abs((end.start.x - 1.0 / 6) / growth - (end.end.x - 1.0 / 6)) < 1e-5)
      }
      for end in ends where end.flow == "vanilla in (μ, σ)" {
        #expect(abs(end.start.y * exp(-6 * end.time) / end.end.y - 1) < 1e-5)
      }
      for end in ends where end.flow == "vanilla in η" {
        // η₁' = 1, η₂' = −3: straight lines, until η₂ = η₁².
        let (μ, m) = (end.start.x + end.time, end.start.y * end.start.y + end.start.x * end.start.x - 3 * end.time)
        #expect(end.how == "leaves the domain" && abs(m - μ * μ) < 1e-4 && abs(end.end.x - μ) < 1e-4 && end.end.y == 0)
      }
    }
  }

  @Test("the script draws the same bytes again, and so does the command", .enabled(if: isInstalled("gnuplot"))) func redraw()
    throws
  {
    try withTemporaryFolder { folder in
      let command = ["--function", "exp(-x^2)", "--start", "0.5,0.4"]
      #expect(try flow(command + ["--output", "a"], in: folder).status == 0)
      #expect(try flow(command + ["--output", "b"], in: folder).status == 0)
      #expect(try flow(command + ["--output", "b"], in: folder).status == 0)  // over its own files
      let names = files(below: folder.appending(path: "a"), includingHidden: true)
      #expect(names == files(below: folder.appending(path: "b"), includingHidden: true))
      for name in names {
        // A page has the command that made it.
        let again = try text("b/" + name, in: folder).replacing("--output 'b'", with: "--output 'a'")
        #expect(try text("a/" + name, in: folder) == again, "\(name)")
      }
      #expect(try text("a/README.md", in: folder).contains("--start 0.5,0.4 --output 'a'\n"))
      try FileManager.default.removeItem(at: folder.appending(path: "a/flow.svg"))
      let drawn = try TestSupport.run(
        ["gnuplot", "flow.gp"], in: folder.appending(path: "a"), environment: ["LC_ALL": "C.UTF-8"])
      #expect(drawn.status == 0 && drawn.errorText == "")
      #expect(try text("a/flow.svg", in: folder) == text("b/flow.svg", in: folder))
    }
  }

  @Test("quadrature: named on the figure; of a polynomial in disguise it gives the same flows") func quadrature() throws {
    try withTemporaryFolder { folder in
      let starts = ["--start", "0.7,0.4", "--start", "-0.5,0.8", "--range", "-1:1"]
      #expect(try flow(["--function", "x - 3x^2", "--output", "exact"] + starts, in: folder).status == 0)
      #expect(try flow(["--function", "x - 3x^2 + sin(x) - sin(x)", "--output", "sum"] + starts, in: folder).status == 0)
      let (exact, sum) = (try ends("exact", in: folder), try ends("sum", in: folder))
      #expect(exact.count == 8 && sum.count == 8)
      for (a, b) in zip(exact, sum) where a.flow != "vanilla in η" {
        // Six digits are printed, and f cancels sin(x) to rounding.
        #expect(a.how == b.how && a.end.distance(to: b.end) < 1e-5 && abs(a.time / b.time - 1) < 1e-4, "\(a) \(b)")
      }
      #expect(try text("sum/flow.gp", in: folder).contains("E[f] by Gauss–Hermite quadrature: 20 points, error up to "))
      #expect(try !text("exact/flow.gp", in: folder).contains("quadrature"))
      #expect(try text("sum/README.md", in: folder).contains("quadrature with 20 points"))
    }
  }

  @Test("two variables: the closed natural flow, and when Σ is lost") func plane() throws {
    try withTemporaryFolder { folder in
      let f = "x1+2x2-3x1^2-2x1*x2-2x2^2"
      #expect(try flow(["--function", f, "--output", "p"], in: folder).status == 0)
      let ends = try ends("p", in: folder)
      #expect(ends.count == 32)
      for end in ends where end.flow == "natural" {
        // Σ⁻¹ = Σ₀⁻¹ − 2tA, Σ⁻¹μ = Σ₀⁻¹μ₀ + ta with Σ₀ = 1/4.
        let (p, q, r) = (4 + 6 * end.time, 2 * end.time, 4 + 4 * end.time)
        let (u, v) = (4 * end.start.x + end.time, 4 * end.start.y + 2 * end.time)
        let μ = SIMD2((r * u - q * v) / (p * r - q * q), (p * v - q * u) / (p * r - q * q))
        #expect(end.how == "point" && end.end.distance(to: μ) < 1e-4)
      }
      for end in ends where end.flow == "vanilla in (μ, Σ)" {
        // Σ' = ((−3, −2), (−2, −2)), whose least eigenvalue is −(5 + √17)/2.
        #expect(end.how == "leaves the domain" && abs(end.time - 0.5 / (5 + 17.0.squareRoot())) < 1e-5)
      }
      let gauss = try flow(["--function", "exp(-x1^2-x2^2)", "--covariance", "0.1,0.1,0.02", "--output", "g"], in: folder)
      #expect(gauss.status == 0, "\(gauss.errorText)")
      #expect(try text("g/flow.gp", in: folder).contains("points, error at the starts up to"))
    }
  }

  @Test("bits: each flow ends in the corner on its side of the separatrix") func bits() throws {
    try withTemporaryFolder { folder in
      let command = ["--function", "x1+2*x2+3*x1*x2", "--model", "independence", "--output", "b"]
      #expect(try flow(command, in: folder).status == 0)
      let x = PseudoBoolean.variables(2)
      let f = x[0] + 2 * x[1] + 3 * x[0] * x[1]
      let flows: [String: GradientFlow] = [
        "natural": GradientFlow(of: f, .natural, in: .η), "vanilla in η": GradientFlow(of: f, .vanilla, in: .η),
        "vanilla in θ": GradientFlow(of: f, .vanilla, in: .θ),
      ]
      let ends = try ends("b", in: folder)
      #expect(ends.count == 48)
      for end in ends {
        let orbits = try #require(flows[end.flow].flatMap { BilinearFlow($0) })
        let corner = end.start.y > orbits.separatrix(at: end.start.x) ? 1.0 : -1.0
        #expect(end.how == "point" && end.end.distance(to: SIMD2(corner, corner)) < 0.01, "\(end)")
      }
      #expect(try text("b/README.md", in: folder).contains("= \\eta_1 + 2 \\, \\eta_2 + 3 \\, \\eta_1 \\eta_2\n"))
      #expect(try flow(["--function", "exp(x1) x2", "--model", "independence", "--minimise"], in: folder).status == 0)
    }
  }

  @Test("functions that move nothing, or more than can be drawn", arguments: ["3", "x", "-1", "x^2"])
  func odd(formula: String) throws {
    try withTemporaryFolder { folder in
      let result = try flow(["--function", formula, "--output", "o"], in: folder)
      #expect(result.status == 0 && result.errorText == "", "\(result.errorText)")
      #expect(result.text.contains("E[f] is constant") == (Double(formula) != nil))
      #expect(try text("o/flow.svg", in: folder).hasSuffix("</svg>\n\n"))
    }
  }

  /// Arguments, and a part of what is said.
  static let wrong: [([String], String)] = [
    (["--function", "2 +* x"], "  2 +* x\n     ^ a number, a variable, a function or a parenthesis is missing here\n"),
    (["--function", "-x^2 + y"], "  -x^2 + y\n         ^ “y” is unknown"),
    (["--function", ""], "  \n  ^ a formula is wanted here"),
    (["--function", "log(x)"], "  log(x)\n  ^ there is no logarithm of −"),
    (["--function", "x1 + sqrt(x2)"], "       ^ there is no real square root of −"),
    (["--function", "x1 + x3"], "       ^ a plane can be drawn for x1 to x2 only"),
    (["--function", "x1 + x3", "--model", "independence"], "       ^ a plane can be drawn for x1 to x2 only"),
    (["--function", "log(x1)", "--model", "independence"], "  ^ there is no logarithm of −1, as it is wanted at x1 = −1"),
    (["--function", "1/x"], "E[f] cannot be computed"),
    (["--function", "exp(x^2)", "--start", "0,2"], "E[f] cannot be computed"),
    (["--function", "exp(x1^2 + x2^2)", "--covariance", "1,1,0"], "E[f] cannot be computed"),
    (["--function", "exp(x1^2 + x2^2)", "--covariance", "40,40,0"], "E[f] cannot be computed"),
    (["--function", "x/0"], "   ^ this divides by zero"),
    (["--function", "x", "--start", "1"], "--start 1: two numbers, such as 0.5,0.8 are wanted"),
    (["--function", "x", "--start", "1,-1"], "σ, the second number, has to be positive"),
    (["--function", "x", "--start", "50,1"], "too far from the picture"),
    (["--function", "x1x2", "--start", "50,1"], "too far from the picture"),
    (["--function", "x1", "--model", "independence", "--start", "1,0"], "the means of bits lie between −1 and 1"),
    (["--function", "x", "--range", "2:1"], "the first number has to be the lower one"),
    (["--function", "x", "--range", "0:1e6"], "it has to lie between -1000 and 1000"),
    (["--function", "(x1+x2)^13"], "         ^ the degree grows too high here; polynomials are expanded up to degree 12"),
    (["--function", "x", "--range", "2"], "two numbers, such as -2:2 are wanted"),
    (["--function", "x1", "--range", "0:1", "--model", "independence"], "--range does not go with --model independence"),
    (["--function", "x", "--covariance", "1,1,0"], "--covariance is for two variables"),
    (["--function", "x1x2", "--covariance", "1,1,2"], "Σ₀ is not positive definite"),
    (["--function", "x", "--order", "10"], "--order does not go with a polynomial"),
    (["--function", "sin(x)", "--order", "1"], "a quadrature has 2 to 240 points"),
    (["--function", "x", "--time", "-1"], "--time -1.0: a positive number is wanted"),
    ([], "Missing expected argument '--function"),
    (["--function", "x", "--model", "cauchy"], "'cauchy' is invalid"),
    (["--function", "x", "--output", ""], "the name of the folder is empty"),
  ]

  @Test("a wrong formula or option: a sentence, status 64, and nothing written", arguments: wrong)
  func refused(arguments: [String], message: String) throws {
    try withTemporaryFolder { folder in
      let result = try flow(arguments, in: folder)
      #expect(result.status == 64 && result.errorText.contains(message), "\(arguments): \(result.errorText)")
      #expect(files(below: folder, includingHidden: true).isEmpty && result.text.isEmpty)
    }
  }

  @Test("folders of others are left alone") func folders() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(at: folder.appending(path: "mine"), withIntermediateDirectories: true)
      for name in ["mine/README.md", "mine/data.csv", "file"] {
        try "mine".write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
      }
      let refused = try flow(["--function", "x^2", "--output", "mine"], in: folder)
      #expect(refused.status == 64 && refused.errorText.contains("mine has files that this command did not write"))
      #expect(files(below: folder) == ["file", "mine/README.md", "mine/data.csv"])
      #expect(try flow(["--function", "x^2", "--output", "mine", "--force"], in: folder).status == 0)
      #expect(try text("mine/data.csv", in: folder) == "mine" && text("mine/README.md", in: folder).contains("# Flows of"))
      #expect(try flow(["--function", "x^2", "--output", "file"], in: folder).errorText.contains("this is a file, not a folder"))
      let nowhere = try flow(["--function", "x^2", "--output", "/dev/null/x"], in: folder)
      #expect(nowhere.status == 73 && nowhere.errorText.contains("cannot write"), "\(nowhere.errorText)")
      // Data of an earlier run that a new one does not write go, the bits have fewer panels; notes of the reader stay.
      #expect(try flow(["--function", "x^2", "--output", "own"], in: folder).status == 0)
      let mine = ["notes.md", "flow-mine.csv"]
      for name in mine { try "mine".write(to: folder.appending(path: "own/\(name)"), atomically: true, encoding: .utf8) }
      #expect(try flow(["--function", "x1 x2", "--model", "independence", "--output", "own"], in: folder).status == 0)
      let page = try text("own/README.md", in: folder)
      #expect(
        files(below: folder.appending(path: "own")).allSatisfy {
          (["README.md"] + mine).contains($0) || page.contains("](\($0))")
        })
      for name in mine { #expect(try text("own/\(name)", in: folder) == "mine") }
    }
  }

  @Test("a function whose name another one has gets a number, and finds its folder again") func names() throws {
    try withTemporaryFolder { folder in
      func names(after function: String) throws -> [String] {
        let result = try flow(["--function", function], in: folder)
        #expect(result.status == 0, "\(result.errorText)")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      }
      let first = try names(after: "-(x^2+x)")
      #expect(first.count == 1)
      let pages = [first[0], first[0] + "-2"]
      #expect(try names(after: "-x^2+x") == pages)
      let titles = try pages.map { try text($0 + "/README.md", in: folder).split(separator: "\n")[1] }
      #expect(titles[0] != titles[1] && titles.allSatisfy { $0.hasPrefix("# Flows of f(x) = ") })
      for function in ["-x^2+x", "-(x^2+x)"] { #expect(try names(after: function) == pages) }
      #expect(try pages.map { try text($0 + "/README.md", in: folder).split(separator: "\n")[1] } == titles)
    }
  }

  @Test(
    "numbers near the ends of their range: a page, and no trap",
    arguments: [["x1", "--start", "0.999,0", "--time", "1e20"], ["1e15x1", "--start", "0.999,0"], ["5e-324*x1"]])
  func extremes(arguments: [String]) throws {
    try withTemporaryFolder { folder in
      let result = try flow(["--model", "independence", "--output", "o", "--function"] + arguments, in: folder)
      #expect(result.status == 0, "\(result.errorText)")
    }
  }

  @Test("--help has the grammar") func help() throws {
    try withTemporaryFolder { folder in
      let result = try flow(["--help"], in: folder)
      #expect(result.status == 0)
      for word in ["FORMULAS", "sin, cos, exp, log", "2^3^2", "--model independence", "--covariance", "exit status"] {
        #expect(result.text.contains(word), "\(word)")
      }
    }
  }
}
