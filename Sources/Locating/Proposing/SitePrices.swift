internal import Optimizing

/// What a unit of everybody's need is worth at the margin, and what that proves of single sites.
struct SitePrices {
  let margins: SizingMargins
  /// What an answer costs at least by these prices, in the unit of the costs.
  private let bound: Double
  /// What the answer costs.
  private let value: Double

  /// The prices of a certificate. Where sites exclude each other they may say little of single sites: then those of
  /// the same problem without exclusions, if these prove more. Any prices give a bound.
  init(_ problem: SizingProblem, _ certificate: SizingCertificate) async {
    value = Double(certificate.value)
    let own = SizingMargins(problem, at: certificate)
    let ownBound = Self.bound(problem, certificate, own)
    guard !problem.exclusions.isEmpty else {
      (margins, bound) = (own, ownBound)
      return
    }
    let free = SizingProblem(layers: problem.layers, sites: problem.sites)
    guard case .served(let answer) = await free.leastCost(within: SearchLimits(iterations: 1))
    else {
      (margins, bound) = (own, ownBound)
      return
    }
    let other = SizingMargins(free, at: answer.certificate)
    let otherBound = Self.bound(free, answer.certificate, other)
    (margins, bound) = otherBound > ownBound ? (other, otherBound) : (own, ownBound)
  }

  /// Whether no answer that has a site of such a waste costs as little as the one found.
  func excludes(waste: Double) -> Bool { bound + waste > value * (1 + 1e-9) + 1e-6 }

  /// What all would pay, less what existing servers and sites earn beyond their cost (weak duality).
  private static func bound(
    _ problem: SizingProblem, _ certificate: SizingCertificate, _ margins: SizingMargins
  ) -> Double {
    let scale = Double(certificate.scale)
    var value = 0.0
    for (layer, prices) in zip(problem.layers, certificate.prices) {
      for (need, price) in zip(layer.needs, prices) {
        value += Double(need) * Double(price) / scale
      }
      let reached = layer.reach.inverted
      for (server, capacity) in layer.existing.enumerated() {
        value -= earnings(of: capacity, reached[server].map { Int($0) }, layer, prices) / scale
      }
    }
    for site in problem.sites.indices {
      guard let margin = margins.whyNot(site) else { continue }
      value += problem.sites[site].forced == nil ? min(0, margin.waste) : margin.waste
    }
    return value
  }

  /// What a server earns at most: it sells to the dearest first.
  private static func earnings(
    of capacity: Int64, _ clients: [Int], _ layer: SizingProblem.Layer, _ prices: [Int64]
  ) -> Double {
    var left = layer.isCover && capacity > 0 ? Int64.max : capacity
    var sum = 0.0
    for client in clients.sorted(by: { (prices[$1], $0) < (prices[$0], $1) }) where left > 0 {
      let sold = min(left, layer.needs[client])
      sum += Double(sold) * Double(prices[client])
      left -= sold
    }
    return sum
  }
}
