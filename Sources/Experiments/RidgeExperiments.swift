/// The runs behind a map of rate against damping, [VVMA] Figs. 7 and 8: every pair once, the best pairs three times.
extension BookExperiment {
  public static let ridgeRates = [
    "mini-ridge": [0.01, 0.02, 0.04, 0.08, 0.16, 0.32],
    "mnist-ridge": [0.01, 0.02, 0.04, 0.08, 0.16],
  ]
  public static let ridgeDampings = [0.01, 0.03, 0.1, 0.3, 1]

  /// The best rate for each damping, by the map's first runs: the pairs that are run again, with `ridgeSeeds`.
  public static let ridgeLines = [
    "mini-ridge": [0.08, 0.08, 0.16, 0.32, 0.32],
    "mnist-ridge": [0.01, 0.02, 0.04, 0.08, 0.08],
  ]
  public static let ridgeSeeds: [UInt64] = [1, 2]

  /// "ridge-RATE-DAMPING", with "-seed-SEED" where the pair is run again.
  static func ridgeName(_ map: String, _ rate: Double, _ damping: Double, _ seed: UInt64? = nil) -> String {
    "\(map)-\(rate)-\(damping)" + (seed.map { "-seed-\($0)" } ?? "")
  }

  /// All runs of a map, those of its line with other seeds last.
  static func ridge(
    _ map: String, run: (_ rate: Double, _ damping: Double, _ seed: UInt64?) -> BookExperiment
  ) -> [BookExperiment] {
    ridgeRates[map]!.flatMap { rate in ridgeDampings.map { run(rate, $0, nil) } }
      + zip(ridgeLines[map]!, ridgeDampings).flatMap { rate, damping in ridgeSeeds.map { run(rate, damping, $0) } }
  }
}

extension RecordShelf {
  /// A map of rate against damping from its records, as far as they can be drawn from, and why others cannot.
  public func ridgeMap(_ map: String) -> (map: RidgeMap, missing: RecordUnavailable?) {
    let (rates, dampings) = (BookExperiment.ridgeRates[map]!, BookExperiment.ridgeDampings)
    let names = rates.map { rate in dampings.map { BookExperiment.ridgeName(map, rate, $0) } }
    let repeats = zip(BookExperiment.ridgeLines[map]!, dampings).map { rate, damping in
      BookExperiment.ridgeSeeds.map { BookExperiment.ridgeName(map, rate, damping, $0) }
    }
    let (all, missing) = some((names + repeats).flatMap { $0 })
    let first = all.prefix(rates.count * dampings.count), again = all.dropFirst(first.count)
    return (
      RidgeMap(
        rates: rates, dampings: dampings, records: Array(first).rows(of: dampings.count),
        repeats: Array(again).rows(of: BookExperiment.ridgeSeeds.count)),
      missing
    )
  }
}

extension Array {
  /// Cut into rows of equal length.
  fileprivate func rows(of count: Int) -> [[Element]] {
    stride(from: 0, to: self.count, by: count).map { Array(self[$0..<$0 + count]) }
  }
}
