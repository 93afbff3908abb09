extension MutableSpan where Element: BitwiseCopyable {
  /// Gives `body` a part of the span to change in place.
  @inlinable
  mutating func withSlice<Result, Failure: Error>(
    _ range: Range<Int>, _ body: (inout MutableSpan<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withUnsafeMutableBufferPointer { (buffer) throws(Failure) in
      var slice = buffer.extracting(range).mutableSpan
      return try body(&slice)
    }
  }

  /// Copies a span of the same length into this one.
  @inlinable
  public mutating func copy(_ source: Span<Element>) {
    precondition(count == source.count, "copy: \(source.count) elements into \(count)")
    withUnsafeMutableBufferPointer { to in
      source.withUnsafeBufferPointer { from in
        if let start = from.baseAddress { to.baseAddress?.update(from: start, count: from.count) }
      }
    }
  }
}

extension Matrix {
  /// Gives `body` row i to read.
  @inlinable
  public func withRow<Result, Failure: Error>(
    _ i: Int, _ body: (Span<Scalar>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    precondition(0..<rows ~= i, "row: \(i) of \(rows)×\(columns)")
    return try body(storage.span.extracting(i * columns..<(i + 1) * columns))
  }

  /// Gives `body` row i to change in place.
  @inlinable
  public mutating func withMutableRow<Result, Failure: Error>(
    _ i: Int, _ body: (inout MutableSpan<Scalar>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    precondition(0..<rows ~= i, "row: \(i) of \(rows)×\(columns)")
    let width = columns
    return try withMutableSpan { (m) throws(Failure) in try m.withSlice(i * width..<(i + 1) * width, body) }
  }
}
