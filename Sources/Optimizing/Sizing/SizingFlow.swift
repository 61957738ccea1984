/// Who serves whom with how much in one layer: flat columns, by client and then server, both ascending.
public struct SizingFlow: Sendable, Hashable {
  /// Clients, by their place in the layer's needs.
  public private(set) var clients: [Int32] = []
  /// Servers, existing ones first, as the layer's reach counts them.
  public private(set) var servers: [Int32] = []
  /// How much, more than 0; 1 in a layer of covering.
  public private(set) var amounts: [Int64] = []

  /// No flow.
  public init() {}

  mutating func append(client: Int32, server: Int32, amount: Int64) {
    clients.append(client)
    servers.append(server)
    amounts.append(amount)
  }

  /// What each of some servers gives.
  func loads(servers count: Int) -> [Int64] {
    var loads = [Int64](repeating: 0, count: count)
    for (server, amount) in zip(servers, amounts) { loads[Int(server)] += amount }
    return loads
  }
}

extension SizingModel {
  /// As much as sizes can serve, by layer, found from nothing; and what is left over, in all layers.
  func flows(
    at sizes: [Int32], in problem: SizingProblem
  ) -> (flows: [SizingFlow], shortfall: Int64) {
    var flows: [SizingFlow] = []
    var shortfall: Int64 = 0
    for layer in 0..<layerCount {
      let network = served(layer, at: sizes)
      shortfall += network.shortfall
      flows.append(flow(of: network, layer, problem.layers[layer]))
    }
    return (flows, shortfall)
  }

  /// A maximum flow of a layer at some sizes.
  func served(_ layer: Int, at sizes: [Int32]) -> BlockingFlow {
    let network = BlockingFlow(self, layer: layer)
    for (offset, port) in network.ports.enumerated() {
      let site = Int(portSites[port])
      network.room[offset] =
        site < 0 ? portFixed[port] : capacity(of: site, size: Int(sizes[site]), in: layer)
    }
    _ = network.augment(from: Array(0..<network.ports.count))
    return network
  }

  /// Shares what a parcel gets among its clients, in their order.
  private func flow(
    of network: BlockingFlow, _ layer: Int, _ given: SizingProblem.Layer
  ) -> SizingFlow {
    var left = [Int64](repeating: 0, count: edgeCount)
    network.eachFlow { edge, amount in left[edge] = amount }
    var next = parcelStarts
    var flow = SizingFlow()
    let firstPort = Int32(layerPorts[layer])
    for (client, parcel) in parcelOfClient[layer].enumerated() where parcel >= 0 {
      let parcel = Int(parcel)
      // In a layer of covering all clients of a parcel are covered by the same server.
      var wanted = given.isCover ? 1 : given.needs[client]
      while wanted > 0, next[parcel] < parcelStarts[parcel + 1] {
        let edge = Int(next[parcel])
        let amount = min(wanted, left[edge])
        if amount > 0 {
          flow.append(
            client: Int32(client), server: edgePorts[edge] - firstPort, amount: amount)
          wanted -= amount
          if !given.isCover { left[edge] -= amount }
        }
        if left[edge] == 0 { next[parcel] += 1 }
      }
    }
    return flow
  }
}
