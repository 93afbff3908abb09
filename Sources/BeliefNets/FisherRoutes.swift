extension WakeSleep {
  /// How the Fisher blocks of each layer are solved, by the layers' names "p/0" … "q/1" …; empty in the Euclidean metric.
  public var fisherRoutes: [String: String] {
    guard let fisher else { return [:] }
    var routes: [String: String] = [:]
    for (l, layer) in fisher.layers.enumerated() where layer.units > 0 {
      let (network, i) = machine.place(ofLayer: l)
      routes["\(network == .generative ? "p" : "q")/\(i)"] = "\(layer.route)"
    }
    return routes
  }
}
