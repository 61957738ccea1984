/// Regions of neighbouring sites, grown one after another: next comes the site that shares most of its parcels with those
/// that a region has.
struct RegionPartition {
  private let model: SizingModel
  /// By site, -1: in none yet.
  private(set) var ofSites: [Int32]
  private(set) var count = 0
  /// By site, how close it is to the region that grows, and the sites that are close at all.
  private var closeness: [Double]
  private var frontier: [Int] = []
  /// By site, what one parcel of it counts for.
  private var shares: [Double] = []

  init(_ model: SizingModel) {
    self.model = model
    ofSites = Array(repeating: -1, count: model.siteCount)
    closeness = Array(repeating: 0, count: model.siteCount)
  }

  /// - Parameter columns: Of a region's program, about; more begin a new one.
  mutating func run(columns most: Int) {
    shares = (0..<model.siteCount).map { 1 / Double(max(1, weight($0))) }
    guard most < .max else {
      (ofSites, count) = (ofSites.map { _ in 0 }, 1)
      return
    }
    let order = (0..<model.siteCount).sorted { (weight($0), $0) < (weight($1), $1) }
    for seed in order where ofSites[seed] < 0 {
      var (columns, next) = (0, Optional(seed))
      while let site = next, columns < most {
        ofSites[site] = Int32(count)
        columns += weight(site)
        approach(site)
        next = takeClosest()
      }
      for site in frontier { closeness[site] = 0 }
      frontier = []
      count += 1
    }
  }

  private mutating func takeClosest() -> Int? {
    frontier.removeAll { ofSites[$0] >= 0 }
    return frontier.max { (closeness[$0], $1) < (closeness[$1], $0) }
  }

  /// Columns of a site: its sizes, and edges where amounts count.
  func weight(_ site: Int) -> Int {
    (0..<model.layerCount).reduce(model.sizes(of: site).count) {
      let port = model.port(of: site, in: $1)
      return $0 + (model.isCover[$1] ? 0 : Int(model.portStarts[port + 1] - model.portStarts[port]))
    }
  }

  /// Brings those that share parcels with a site closer to its region.
  private mutating func approach(_ site: Int) {
    for layer in 0..<model.layerCount {
      for parcel in model.parcels(inReachOf: model.port(of: site, in: layer)) {
        for edge in model.parcelStarts[parcel]..<model.parcelStarts[parcel + 1] {
          let other = Int(model.portSites[Int(model.edgePorts[Int(edge)])])
          guard other >= 0, ofSites[other] < 0 else { continue }
          if closeness[other] == 0 { frontier.append(other) }
          closeness[other] += shares[other]
        }
      }
    }
  }

  /// By port, its region: that of its site, and for an existing server that of most sites around it.
  func ofPorts() -> [Int32] {
    (0..<model.portCount).map { port in
      let site = Int(model.portSites[port])
      guard site < 0 else { return ofSites[site] }
      var votes = [Int](repeating: 0, count: count)
      for parcel in model.parcels(inReachOf: port) {
        for edge in model.parcelStarts[parcel]..<model.parcelStarts[parcel + 1] {
          let other = Int(model.portSites[Int(model.edgePorts[Int(edge)])])
          if other >= 0 { votes[Int(ofSites[other])] += 1 }
        }
      }
      return Int32(votes.indices.max { (votes[$0], $1) < (votes[$1], $0) } ?? 0)
    }
  }
}
