import Foundation

/// Seconds of a piece of work: the median of some repetitions, and how far they spread.
struct Timing {
  let median: Double
  /// Half the distance of the quartiles, as a share of the median: how noisy the machine was.
  let spread: Double

  /// Runs `work` once unseen, then `repetitions` times.
  init(repetitions: Int, _ work: () throws -> Void) rethrows {
    try work()
    var seconds: [Double] = []
    for _ in 0..<repetitions {
      let start = ContinuousClock.now
      try work()
      seconds.append(start.duration(to: .now) / .seconds(1))
    }
    self.init(seconds)
  }

  init(_ seconds: [Double]) {
    let sorted = seconds.sorted()
    func quantile(_ p: Double) -> Double {
      let place = p * Double(sorted.count - 1)
      let below = sorted[Int(place)], above = sorted[min(Int(place) + 1, sorted.count - 1)]
      return below + (place - place.rounded(.down)) * (above - below)
    }
    median = quantile(0.5)
    spread = (quantile(0.75) - quantile(0.25)) / 2 / median
  }

  init(median: Double, spread: Double) { (self.median, self.spread) = (median, spread) }

  /// So many times this work.
  static func * (timing: Timing, factor: Double) -> Timing { Timing(median: factor * timing.median, spread: timing.spread) }
}

/// The memory of this process, from Linux.
enum Memory {
  /// Forgets the peak so far.
  static func resetPeak() { try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs")) }

  /// The largest resident set since, in megabytes; NaN where the system does not tell.
  static var peak: Double {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Double($0) })
    else { return .nan }
    return kilobytes / 1000
  }
}
