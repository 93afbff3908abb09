import Figures
import Files
import Foundation

// What a cell of a chapter can call. Each call leaves one output in the record, with the line where it stands.

/// Draws a figure under the cell and writes its data and script: `label.csv`, `label.gp`, `label.svg`.
///
/// - Parameters:
///   - columns: panels in a row, when the figure itself does not say.
///   - draw: the panels of the figure, or a `Figure` with its own settings.
@MainActor public func figure(
  _ label: String, _ caption: String, alt: String, columns: Int? = nil, line: Int = #line,
  @FigureBuilder draw: () throws -> Figure
) {
  do {
    var figure = try draw()
    figure.columns = figure.columns ?? columns
    let files = try figure.write(name: label, to: chapter.running.scratch.path)
    chapter.write(
      .figure(
        FigureOutput(
          label: label, caption: caption, alt: alt, data: files.data, script: files.script, image: files.image)),
      line: line)
    if let reason = files.reason { chapter.write(.failure("figure \(label) was not drawn: \(reason)"), line: line) }
  } catch let error as FigureError {
    chapter.write(.failure("\(error)"), line: line)
  } catch {
    chapter.write(.failure("figure \(label): \(error)"), line: line)
  }
}

/// Sets a table under the cell and writes its numbers to `label.csv`.
///
/// - Parameter formats: printf-like formats of the columns, such as `"%.3f"`; nil takes the default.
@MainActor public func table(
  _ label: String, _ caption: String, columns: [String], rows: [[any TableCell]], formats: [String?] = [],
  line: Int = #line
) {
  let table = TableOutput(
    label: label, caption: caption, columns: columns, rows: rows.map { $0.map(\.quantity) }, formats: formats)
  do {
    try table.check()
    try table.csv.write(to: chapter.running.scratch.appending(path: "\(label).csv"), atomically: true, encoding: .utf8)
    chapter.write(.table(table), line: line)
  } catch {
    chapter.write(.failure("table \(label): \(cause(of: error))"), line: line)
  }
}

/// Names a number that prose quotes as `{{name}}` or `{{name:%.3f}}`.
@MainActor public func value(_ name: String, _ x: any TableCell, _ format: String? = nil, line: Int = #line) {
  chapter.write(.value(name: name, quantity: x.quantity, format: format), line: line)
}

/// Checks that a computed number is the expected one; a chapter in which this does not hold fails, and goes on.
@MainActor public func expect(
  _ computed: Double, equals expected: Double, within tolerance: Double, as name: String, line: Int = #line
) {
  expect([computed], equals: [expected], within: tolerance, as: name, line: line)
}

/// Checks that every computed number is the expected one.
@MainActor public func expect(
  _ computed: [Double], equals expected: [Double], within tolerance: Double, as name: String, line: Int = #line
) {
  chapter.write(comparison(of: computed, with: expected, within: tolerance, as: name), line: line)
}

/// Checks that a condition holds.
@MainActor public func expect(_ condition: Bool, as name: String, line: Int = #line) {
  chapter.write(condition ? .check(CheckOutput(name: name)) : .failure("\(name): does not hold"), line: line)
}

/// Quotes the region of a library between `// listing: region` and `// listing end`.
///
/// - Parameter path: the file below `Sources/`, such as `"BeliefNets/FisherBlocks.swift"`.
@MainActor public func listing(_ path: String, _ region: String, line: Int = #line) {
  do {
    let text = try String(
      contentsOf: chapter.running.root.appending(path: "Sources/\(path)"), encoding: .utf8)
    chapter.write(
      .listing(ListingOutput(path: path, region: region, text: try listingRegion(region, of: text))), line: line)
  } catch {
    chapter.write(.failure("listing of Sources/\(path): \(cause(of: error))"), line: line)
  }
}

/// Gives the answer of an exercise, for `swift run -c release exercise NN.k "…"` to judge by.
@MainActor public func answer(_ label: String, _ values: [Double], within tolerance: Double, line: Int = #line) {
  chapter.write(.answer(AnswerOutput(label: label, values: values, tolerance: tolerance)), line: line)
}

/// Gives the answer of an exercise that is one number.
@MainActor public func answer(_ label: String, _ value: Double, within tolerance: Double, line: Int = #line) {
  answer(label, [value], within: tolerance, line: line)
}

/// Draws from records of long experiments: where the body throws, because one is missing or stale, its sentence stands on the
/// page in place of what it would have drawn, values that were not computed read “…”, and the chapter goes on.
@MainActor public func fromRecords(line: Int = #line, _ body: () throws -> Void) {
  do { try body() } catch { chapter.write(.absence(cause(of: error)), line: line) }
}

/// Prints under the cell. (Swift's own `print` would be lost: nobody reads the output of a chapter's process.)
@MainActor public func print(_ items: Any..., line: Int = #line) {
  chapter.write(.text(items.map { "\($0)" }.joined(separator: " ") + "\n"), line: line)
}

@MainActor public func print(_ items: Any..., separator: String, line: Int = #line) {
  chapter.write(.text(items.map { "\($0)" }.joined(separator: separator) + "\n"), line: line)
}

@MainActor public func print(_ items: Any..., terminator: String, line: Int = #line) {
  chapter.write(.text(items.map { "\($0)" }.joined(separator: " ") + terminator), line: line)
}
