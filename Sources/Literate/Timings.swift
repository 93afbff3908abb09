import Files
import Foundation

/// How many seconds each chapter took the last time, by effort. Kept in `.build/book/timings.csv`, compared with nothing.
public struct Timings: Equatable, Sendable {
  private var seconds: [String: Double] = [:]

  public init(text: String = "") {
    for line in text.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",")
      if fields.count == 3, let value = Double(fields[2]) { seconds["\(fields[0]),\(fields[1])"] = value }
    }
  }

  public subscript(folder: String, effort: Effort) -> Double? {
    get { seconds["\(folder),\(effort.rawValue)"] }
    set { seconds["\(folder),\(effort.rawValue)"] = newValue }
  }

  public var text: String {
    "chapter,effort,seconds\n"
      + seconds.sorted { $0.key < $1.key }.map { "\($0.key),\(String(format: "%.1f", $0.value))\n" }.joined()
  }

  /// The times kept in the folder of a plan.
  public init(plan: RunPlan) {
    self.init(text: (try? String(contentsOf: Self.file(plan), encoding: .utf8)) ?? "")
  }

  func save(_ plan: RunPlan) throws(UnwritableFile) {
    try Publisher().write(text, to: Self.file(plan))
  }

  private static func file(_ plan: RunPlan) -> URL { plan.buildFolder.appending(path: "timings.csv") }
}

/// How long a run will still take.
public struct Forecast: Sendable {
  /// A chapter at work: for how long, how far, and how long it took the last time.
  public struct Running: Sendable {
    public let seconds: Double
    public let fraction: Double
    public let lastSeconds: Double?

    public init(seconds: Double, fraction: Double, lastSeconds: Double?) {
      self.seconds = seconds
      self.fraction = fraction
      self.lastSeconds = lastSeconds
    }

    /// The rest, by its own progress once that says something, else by the last time.
    var rest: Double? {
      if fraction > 0.02 { return seconds * (1 - fraction) / fraction }
      return lastSeconds.map { max($0 - seconds, 1) }
    }
  }

  /// Seconds until the last chapter ends; nil while a chapter is unknown.
  public static func rest(running: [Running], waiting: [Double?], workers: Int) -> Double? {
    let rests = running.map(\.rest)
    guard !rests.contains(nil), !waiting.contains(nil) else { return nil }
    let known = (rests + waiting).compactMap { $0 }
    return max(known.max() ?? 0, known.reduce(0, +) / Double(workers))
  }

  /// “2 min 05 s”
  public static func words(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    switch whole {
    case ..<100: return "\(whole) s"
    case ..<6000: return "\(whole / 60) min \(String(format: "%02d", whole % 60)) s"
    default: return "\(whole / 3600) h \(String(format: "%02d", whole % 3600 / 60)) min"
    }
  }
}
