/// Clients whose needs no answer can serve: all that may ever stand in their reach, at its largest, gives less.
public struct SizingShortage: Sendable, Hashable {
  /// Of the problem.
  public let layer: Int
  /// Ascending; those that need something.
  public let clients: [Int32]
  /// Servers in their reach, existing ones first, as the layer's reach counts them; ascending.
  public let servers: [Int32]
  /// What the clients need in all; how many they are, in a layer of covering.
  public let need: Int64
  /// What the servers could give; 0 in a layer of covering, where nobody who gives anything is in reach.
  public let possible: Int64
}

extension SizingModel {
  /// The minimum cut of a layer that cannot be served, split in parts that share no server.
  func shortages(
    of network: BlockingFlow, _ layer: Int, _ given: SizingProblem.Layer
  ) -> [SizingShortage] {
    let cut = network.shortage()
    var isIn = [Bool](repeating: false, count: parcelCount)
    for parcel in cut.parcels { isIn[network.parcels.lowerBound + parcel] = true }
    var clients: [Int: [Int32]] = [:]
    for (client, parcel) in parcelOfClient[layer].enumerated() where parcel >= 0 {
      if isIn[Int(parcel)] { clients[Int(parcel), default: []].append(Int32(client)) }
    }
    var parts: [SizingShortage] = []
    for start in cut.parcels where isIn[network.parcels.lowerBound + start] {
      let part = take(network.parcels.lowerBound + start, from: &isIn)
      let members = part.parcels.flatMap { clients[$0] ?? [] }.sorted()
      parts.append(
        SizingShortage(
          layer: layer, clients: members,
          servers: part.ports.map { Int32($0 - network.ports.lowerBound) }.sorted(),
          need: members.reduce(0) { $0 + (given.isCover ? 1 : given.needs[Int($1)]) },
          possible: given.isCover ? 0 : part.ports.reduce(0) { $0 + most($1, in: layer) }))
    }
    return parts
  }

  /// All that a port can ever give.
  private func most(_ port: Int, in layer: Int) -> Int64 {
    let site = Int(portSites[port])
    guard site >= 0 else { return portFixed[port] }
    return capacity(of: site, size: largest(of: site), in: layer)
  }

  private func take(
    _ start: Int, from isIn: inout [Bool]
  ) -> (parcels: [Int], ports: [Int]) {
    var parcels = [start]
    var ports: Set<Int> = []
    isIn[start] = false
    var next = 0
    while next < parcels.count {
      let parcel = parcels[next]
      next += 1
      for edge in Int(parcelStarts[parcel])..<Int(parcelStarts[parcel + 1]) {
        let port = Int(edgePorts[edge])
        guard ports.insert(port).inserted else { continue }
        for other in self.parcels(inReachOf: port) where isIn[other] {
          isIn[other] = false
          parcels.append(other)
        }
      }
    }
    return (parcels, ports.sorted())
  }
}
