/// A problem as flat columns, in the words of flow: parcels send their needs through edges into ports.
///
/// A *parcel* is all clients of one layer that have the same servers in reach, so that nothing tells them apart; a
/// *port* is what one server gives in one layer. A layer of covering is one like any other here: its clients need 1,
/// and whoever gives anything has room for all in reach.
struct SizingModel: Sendable {
  let layerCount: Int
  let siteCount: Int

  /// By parcel: what it needs, more than 0; layers one after another.
  private(set) var needs: [Int64] = []
  /// By parcel, where its edges begin; one more.
  private(set) var parcelStarts: [Int32] = [0]
  /// By edge, its port and its parcel.
  private(set) var edgePorts: [Int32] = []
  private(set) var edgeParcels: [Int32] = []
  /// By layer, where its parcels and its ports begin; one more.
  private(set) var layerParcels: [Int] = [0]
  private(set) var layerPorts: [Int] = [0]
  /// By port: the site, -1 for an existing server; and what the existing server gives.
  private(set) var portSites: [Int32] = []
  private(set) var portFixed: [Int64] = []
  /// By port its edges.
  private(set) var portStarts: [Int32] = []
  private(set) var portEdges: [Int32] = []
  /// By site, where its sizes begin in `costs`; one more.
  private(set) var sizeStarts: [Int32] = [0]
  private(set) var costs: [Int64] = []
  /// By size and then layer.
  private(set) var capacities: [Int64] = []
  /// By site the smallest size it must have, -1: none.
  private(set) var least: [Int32] = []
  /// By layer and client its parcel, -1 for a client that needs nothing.
  private(set) var parcelOfClient: [[Int32]] = []
  /// By layer and client its need; 1 in a layer of covering.
  let clientNeeds: [[Int64]]
  /// Exclusions, and by site those it is in.
  let exclusionSites: [[Int32]]
  let exclusionLimits: [Int]
  private(set) var exclusionsOfSite: [[Int32]]
  /// By layer, whether only being in reach counts.
  let isCover: [Bool]
  /// What all costs are multiples of; at least 1.
  private(set) var costUnit: Int64 = 1

  init(_ problem: SizingProblem) {
    layerCount = problem.layers.count
    siteCount = problem.sites.count
    isCover = problem.layers.map(\.isCover)
    clientNeeds = problem.layers.map { layer in
      layer.isCover ? layer.needs.map { min($0, 1) } : layer.needs
    }
    // A site named twice still counts once.
    exclusionSites = problem.exclusions.map { Set($0.sites).sorted() }
    exclusionLimits = problem.exclusions.map(\.atMost)
    exclusionsOfSite = Array(repeating: [], count: siteCount)
    for (index, sites) in exclusionSites.enumerated() {
      for site in sites { exclusionsOfSite[Int(site)].append(Int32(index)) }
    }
    for layer in problem.layers { add(layer) }
    addPortEdges()
    addCoverOfExisting(problem.layers)
    for site in problem.sites { add(site, layers: problem.layers) }
    costUnit = max(1, costs.reduce(0) { Self.commonDivisor($0, $1) })
  }

  var parcelCount: Int { needs.count }
  var portCount: Int { portSites.count }
  var edgeCount: Int { edgePorts.count }

  /// The sizes of a site, as indices of `costs`.
  @inline(__always)
  func sizes(of site: Int) -> Range<Int> { Int(sizeStarts[site])..<Int(sizeStarts[site + 1]) }

  /// The port of a site in a layer.
  @inline(__always)
  func port(of site: Int, in layer: Int) -> Int { layerPorts[layer + 1] - siteCount + site }

  /// The layer of a port.
  func layer(ofPort port: Int) -> Int {
    (layerPorts.firstIndex { $0 > port } ?? layerPorts.count) - 1
  }

  /// The layer of a parcel.
  func layer(ofParcel parcel: Int) -> Int {
    (layerParcels.firstIndex { $0 > parcel } ?? layerParcels.count) - 1
  }

  /// What a site gives in a layer at a size, -1: not built.
  @inline(__always)
  func capacity(of site: Int, size: Int, in layer: Int) -> Int64 {
    size < 0 ? 0 : capacities[(Int(sizeStarts[site]) + size) * layerCount + layer]
  }

  /// What a site costs at a size, -1: not built.
  @inline(__always)
  func cost(of site: Int, size: Int) -> Int64 {
    size < 0 ? 0 : costs[Int(sizeStarts[site]) + size]
  }

  /// The largest size of a site, -1 where it has none.
  @inline(__always)
  func largest(of site: Int) -> Int { Int(sizeStarts[site + 1] - sizeStarts[site]) - 1 }

  /// The same with other needs, by parcel; an amount of 0 stays as a parcel that wants nothing.
  func with(needs: [Int64]) -> SizingModel {
    precondition(needs.count == self.needs.count)
    var copy = self
    copy.needs = needs
    return copy
  }

  static func commonDivisor(_ one: Int64, _ other: Int64) -> Int64 {
    var (larger, smaller) = (one, other)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
  }
}

extension SizingModel {
  /// Merges clients with the same reach, in the order of the first of each.
  private mutating func add(_ layer: SizingProblem.Layer) {
    let firstPort = layerPorts[layerPorts.count - 1]
    var found: [ArraySlice<Int32>: Int32] = [:]
    var parcels = [Int32](repeating: -1, count: layer.needs.count)
    for client in layer.needs.indices where layer.needs[client] > 0 {
      let need = layer.isCover ? 1 : layer.needs[client]
      let servers = layer.reach[client]
      if let parcel = found[servers] {
        parcels[client] = parcel
        needs[Int(parcel)] += need
        continue
      }
      let parcel = Int32(needs.count)
      found[servers] = parcel
      parcels[client] = parcel
      needs.append(need)
      for server in servers {
        edgePorts.append(Int32(firstPort) + server)
        edgeParcels.append(parcel)
      }
      parcelStarts.append(Int32(edgePorts.count))
    }
    parcelOfClient.append(parcels)
    portSites.append(contentsOf: layer.existing.map { _ in -1 })
    portSites.append(contentsOf: 0..<Int32(siteCount))
    portFixed.append(contentsOf: layer.existing)
    portFixed.append(contentsOf: Array(repeating: 0, count: siteCount))
    layerParcels.append(needs.count)
    layerPorts.append(portSites.count)
  }

  private mutating func addPortEdges() {
    portStarts = Array(repeating: 0, count: portCount + 1)
    for port in edgePorts { portStarts[Int(port) + 1] += 1 }
    for port in 0..<portCount { portStarts[port + 1] += portStarts[port] }
    var next = portStarts
    portEdges = Array(repeating: 0, count: edgeCount)
    for edge in 0..<edgeCount {
      let port = Int(edgePorts[edge])
      portEdges[Int(next[port])] = Int32(edge)
      next[port] += 1
    }
  }

  private mutating func add(_ site: SizingProblem.Site, layers: [SizingProblem.Layer]) {
    let index = least.count
    for size in site.sizes {
      costs.append(size.cost)
      for (layer, capacity) in size.capacities.enumerated() {
        capacities.append(
          layers[layer].isCover
            ? coverCapacity(port: port(of: index, in: layer), gives: capacity) : capacity)
      }
    }
    least.append(site.forced.map { Int32($0) } ?? -1)
    sizeStarts.append(Int32(costs.count))
  }

  /// Room for everybody in reach, where there is anything to give.
  private func coverCapacity(port: Int, gives amount: Int64) -> Int64 {
    amount > 0 ? parcels(inReachOf: port).reduce(0) { $0 + needs[$1] } : 0
  }

  private mutating func addCoverOfExisting(_ layers: [SizingProblem.Layer]) {
    for (index, layer) in layers.enumerated() where layer.isCover {
      for server in layer.existing.indices {
        let port = layerPorts[index] + server
        portFixed[port] = coverCapacity(port: port, gives: layer.existing[server])
      }
    }
  }
}
