import BeliefNets
import LinearAlgebra
import RandomStreams

/// Training steps of a tiny machine by the definitions: enumerated scores, dense Fisher matrices, one number at a time.
struct Definition {
  let settings: WakeSleepSettings
  let X: Matrix<Double>
  let random: RandomStream

  typealias Passes = (wake: Pass<Double>, sleep: Pass<Double>)

  /// Step t's two passes as the trainer makes them, on each of its shards.
  func passes(_ machine: HelmholtzMachine<Double>, step t: Int) -> [Passes] {
    let (n, S) = (settings.dreams(at: t), min(settings.shards, X.rows, settings.dreams(at: t)))
    return (0..<S).map { s in
      let images = Array(X.rows * s / S..<X.rows * (s + 1) / S), dreams = n * (s + 1) / S - n * s / S
      var part = Matrix<Double>(zeros: images.count, X.columns)
      part.setRows(of: X, at: images)
      var wake = Pass(for: machine, images: images.count, copies: settings.samples.value(at: t))
      var sleep = Pass(for: machine, images: dreams)
      var (up, down) = (random.stream("wake", t).stream("shard", s), random.stream("sleep", t).stream("shard", s))
      machine.recognise(part, into: &wake, using: &up)
      machine.judgeByGenerative(&wake)
      machine.dream(into: &sleep, using: &down)
      machine.judgeByRecognition(&sleep)
      return (wake, sleep)
    }
  }

  /// Mean of σ (1 − σ) h hᵀ over the states of some passes, embedded as blocks in the whole matrix of a network.
  func denseFisher(_ network: Network, _ exact: Enumeration, _ passes: [Pass<Double>]) -> Matrix<Double> {
    let P = exact.machine.parameters(of: network).count
    var F = Matrix<Double>(zeros: P, P)
    let states = passes.reduce(0) { $0 + $1.states }
    for (pass, r) in passes.flatMap({ pass in (0..<pass.states).map { (pass, $0) } }) {
      let s = stateNumber(pass, row: r, exact.machine.units)
      let point = (0..<exact.logJoint.count).map { $0 == s ? 1.0 : 0 }
      for b in exact.blocks(of: network) {
        let block = exact.fisherBlock(of: network, layer: b.layer, unit: b.unit, under: point)
        for i in 0..<block.rows {
          for j in 0..<block.rows {
            F[b.parameters.lowerBound + i, b.parameters.lowerBound + j] += block[i, j] / Double(states)
          }
        }
      }
    }
    return F
  }

  /// Σ_r w_r score of a network at the states of a pass.
  func scoreSum(_ network: Network, _ exact: Enumeration, _ pass: Pass<Double>, _ w: (Int) -> Double) -> Vector<Double> {
    var sum = Vector<Double>(zeros: exact.machine.parameters(of: network).count)
    for r in 0..<pass.states {
      sum.add(w(r), Vector(exact.score(of: network, at: stateNumber(pass, row: r, exact.machine.units))))
    }
    return sum
  }

  /// The weight of state r of a wake pass.
  func weight(_ wake: Pass<Double>, _ r: Int, of network: Network) -> Double {
    let K = wake.copies, b = r / K
    let ω = (b * K..<b * K + K).map { Double.exponential(wake.logP[$0] - wake.logQ[$0]) }
    let share = settings.algorithm.weighting == .uniform ? 1 / Double(K) : ω[r % K] / ω.reduce(0, +)
    let isCentred = network == .recognition && settings.algorithm.controlVariate == .uniform
    return (share - (isCentred ? 1 / Double(K) : 0)) / Double(X.rows)
  }

  /// The gradient of a network at the passes of a step, of which both networks have judged.
  func gradient(_ network: Network, _ exact: Enumeration, _ parts: [Passes], step t: Int) -> Vector<Double> {
    let λ = network == .generative ? 1 : settings.algorithm.wakeShare
    var g = Vector<Double>(zeros: exact.machine.parameters(of: network).count)
    for (wake, sleep) in parts {
      g.add(1, scoreSum(network, exact, wake) { λ * weight(wake, $0, of: network) })
      if network == .recognition { g.add(1 - λ, scoreSum(network, exact, sleep) { _ in 1 / Double(settings.dreams(at: t)) }) }
    }
    return g
  }

  /// The machine after some steps, and the running average of its parameters.
  func machine(after steps: Int, from start: HelmholtzMachine<Double>) throws -> (
    now: HelmholtzMachine<Double>, average: [Network: Vector<Double>]
  ) {
    var machine = start
    var frozen: [Network: Matrix<Double>] = [:], frozenDamping = 0.0, refreshed = -1
    var m: [Network: Vector<Double>] = [:], v = m, average = m
    for network in Network.allCases {
      let zeros = Vector<Double>(zeros: machine.parameters(of: network).count)
      (m[network], v[network], average[network]) = (zeros, zeros, zeros)
    }
    for t in 0..<steps {
      let exact = Enumeration(machine), parts = passes(machine, step: t)
      if case .fisher(let metric) = settings.algorithm.metric,
        refreshed < 0 || t - refreshed >= metric.period.value(at: t)
          || settings.samples.value(at: t) != settings.samples.value(at: t - 1)
      {
        for network in Network.allCases {
          let isFromDreams = (network == .generative) == (metric.samples == .ofOwnModel)
          let F = denseFisher(network, exact, parts.map { isFromDreams ? $0.sleep : $0.wake })
          if metric.memory > 0, let old = frozen[network] {
            frozen[network]!.scale(by: metric.memory)
            frozen[network]!.add(1 - metric.memory, F)
            precondition(old.rows == F.rows)
          } else {
            frozen[network] = F
          }
        }
        (frozenDamping, refreshed) = (metric.damping.value(at: t), t)
      }
      for network in Network.allCases {
        var d = gradient(network, exact, parts, step: t)
        if let F = frozen[network] { d = try dampedNaturalDirection(d, fisherMatrix: F, damping: frozenDamping) }
        var θ = machine.parameters(of: network)
        let ε = settings.rate.value(at: t)
        for k in 0..<θ.count {
          switch settings.rule {
          case .plain: θ[k] += ε * d[k]
          case .momentum(let β):
            m[network]![k] = β * m[network]![k] + d[k]
            θ[k] += ε * m[network]![k]
          case .adam(let β1, let β2, let δ):
            m[network]![k] = β1 * m[network]![k] + (1 - β1) * d[k]
            v[network]![k] = β2 * v[network]![k] + (1 - β2) * d[k] * d[k]
            var (c1, c2) = (1.0, 1.0)
            for _ in 0...t { (c1, c2) = (c1 * β1, c2 * β2) }
            θ[k] += ε * (m[network]![k] / (1 - c1)) / ((v[network]![k] / (1 - c2)).squareRoot() + δ)
          }
          let ρ = min(settings.averaging ?? 0, Double(t) / Double(t + 1))
          average[network]![k] = ρ * average[network]![k] + (1 - ρ) * θ[k]
        }
        machine.setParameters(of: network, to: θ)
      }
    }
    return (machine, average)
  }
}
