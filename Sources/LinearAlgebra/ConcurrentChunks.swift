import Dispatch
import Synchronization

// The one place with threads. Every function here gives the same result for every number of workers: an element or a
// chunk is worked on by one worker alone, what it is does not depend on the number of workers, and the error of the
// lowest index is the one that is thrown. `workers: 1` runs on the calling thread. The bodies call single-threaded BLAS
// (`blasThreads` = 1).

/// Runs `body` once for each element, some at the same time; each element is changed by one worker only.
///
/// - Parameter body: gets the index of an element and the element.
public func concurrentForEach<Element: Sendable, Failure: Error>(
  _ elements: inout [Element], workers: Int, _ body: @Sendable (Int, inout Element) throws(Failure) -> Void
) throws(Failure) {
  var nothing: [Void] = Array(repeating: (), count: max(1, workers))
  try concurrentForEach(&elements, workspaces: &nothing) { (i, element, _) throws(Failure) in try body(i, &element) }
}

/// Runs `body` once for each element, with one worker per workspace, and each worker's own workspace at hand.
///
/// - Parameter workspaces: scratch, at least one; what `body` leaves there must not matter to the next element.
public func concurrentForEach<Element: Sendable, Workspace: Sendable, Failure: Error>(
  _ elements: inout [Element], workspaces: inout [Workspace],
  _ body: @Sendable (Int, inout Element, inout Workspace) throws(Failure) -> Void
) throws(Failure) {
  let count = elements.count
  try elements.withUnsafeMutableBufferPointer { (elements) throws(Failure) in
    nonisolated(unsafe) let elements = elements
    try concurrentIndices(count, workspaces: &workspaces) { (i, workspace) throws(Failure) in
      try body(i, &elements[i], &workspace)
    }
  }
}

/// Runs `body` once for each element together with the partner of the same index; both are changed by one worker only.
public func concurrentForEach<Element: Sendable, Partner: Sendable, Failure: Error>(
  _ elements: inout [Element], _ partners: inout [Partner], workers: Int,
  _ body: @Sendable (Int, inout Element, inout Partner) throws(Failure) -> Void
) throws(Failure) {
  precondition(elements.count == partners.count, "concurrentForEach: \(elements.count) with \(partners.count) elements")
  try partners.withUnsafeMutableBufferPointer { (partners) throws(Failure) in
    nonisolated(unsafe) let partners = partners
    try concurrentForEach(&elements, workers: workers) { (i, element) throws(Failure) in try body(i, &element, &partners[i]) }
  }
}

/// Runs `body` on consecutive ranges that cover 0..<count, some at the same time, and gives their results in order.
///
/// - Parameter size: the length of each chunk but the last; by default a sixteenth of the whole. Sums over chunks,
///   added in the order of the result, are the same for every number of workers.
@discardableResult
public func concurrentChunks<Result: Sendable, Failure: Error>(
  _ count: Int, size: Int? = nil, workers: Int, _ body: @Sendable (Range<Int>) throws(Failure) -> Result
) throws(Failure) -> [Result] {
  let size = max(1, size ?? (count + 15) / 16)
  var results = [Result?](repeating: nil, count: (count + size - 1) / size)
  try concurrentForEach(&results, workers: workers) { (chunk, result) throws(Failure) in
    result = try body(chunk * size..<min(count, (chunk + 1) * size))
  }
  return results.map { $0! }
}

/// Each worker takes the lowest index that nobody has taken, and stops at its first failure.
///
/// So the indices below a failure are all worked on, and the lowest failure is the same for every number of workers.
private func concurrentIndices<Workspace: Sendable, Failure: Error>(
  _ n: Int, workspaces: inout [Workspace], _ body: @Sendable (Int, inout Workspace) throws(Failure) -> Void
) throws(Failure) {
  precondition(!workspaces.isEmpty, "concurrent work on \(n) elements without a workspace")
  let workers = min(workspaces.count, n)
  if workers <= 1 {
    for i in 0..<n { try body(i, &workspaces[0]) }
    return
  }
  let next = Atomic(0)
  var failures = [(index: Int, error: Failure)?](repeating: nil, count: workers)
  workspaces.withUnsafeMutableBufferPointer { workspaces in
    failures.withUnsafeMutableBufferPointer { failures in
      nonisolated(unsafe) let (workspaces, failures) = (workspaces, failures)
      DispatchQueue.concurrentPerform(iterations: workers) { w in
        while failures[w] == nil {
          let i = next.add(1, ordering: .relaxed).oldValue
          guard i < n else { return }
          do throws(Failure) { try body(i, &workspaces[w]) } catch { failures[w] = (i, error) }
        }
      }
    }
  }
  if let failure = failures.compactMap({ $0 }).min(by: { $0.index < $1.index }) { throw failure.error }
}
