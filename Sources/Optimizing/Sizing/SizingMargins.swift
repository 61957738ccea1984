/// What each site could earn at final prices, and what that says about building it or not.
///
/// A price is what one more unit of a client's need would cost at the margin: the dual of the relaxation, not a promise
/// about whole sizes.
public struct SizingMargins: Sendable, Hashable {
  /// Of one site, in the unit of the costs.
  public struct Site: Sendable, Hashable {
    /// The size that earns most beyond its cost, or loses least.
    public let size: Int
    /// What that size costs.
    public let cost: Int64
    /// What the clients in reach would pay for as much as it can give: their needs at their prices, the dearest first.
    public let earnings: Double
    /// By layer, how much of the needs in reach it could serve.
    public let served: [Int64]

    /// Cost less earnings, its reduced cost. An answer that builds it costs at least the bound of the prices and so
    /// much more, if that is above 0.
    public var waste: Double { Double(cost) - earnings }
  }

  private let sites: [Site?]

  /// Judges every site at the prices of a certificate.
  ///
  /// - Precondition: the prices are of the problem.
  public init(_ problem: SizingProblem, at certificate: SizingCertificate) {
    let model = SizingModel(problem)
    var prices = [Int64](repeating: 0, count: model.parcelCount)
    for (layer, parcels) in model.parcelOfClient.enumerated() {
      for (client, parcel) in parcels.enumerated() where parcel >= 0 {
        prices[Int(parcel)] = max(prices[Int(parcel)], certificate.prices[layer][client])
      }
    }
    let reduced = PriceBound(model, prices: prices).reduced
    let scale = Double(certificate.scale)
    sites = problem.sites.indices.map { site in
      let first = Int(model.sizeStarts[site])
      let sizes = problem.sites[site].sizes
      guard let size = sizes.indices.min(by: { reduced[first + $0] < reduced[first + $1] })
      else { return nil }
      let cost = sizes[size].cost
      return Site(
        size: size, cost: cost, earnings: Double(cost) - Double(reduced[first + size]) / scale,
        served: problem.layers.indices.map { layer in
          let needs = model.parcels(inReachOf: model.port(of: site, in: layer))
            .reduce(0) { $0 + model.needs[$1] }
          return min(needs, model.capacity(of: site, size: size, in: layer))
        })
    }
  }

  /// Why a site is, or is not, worth building; `nil` for a site without sizes.
  public func whyNot(_ site: Int) -> Site? { sites[site] }
}
