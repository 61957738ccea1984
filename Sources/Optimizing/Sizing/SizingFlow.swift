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
  ///
  /// - Parameter floors: By parcel what must be served before anything else, and by layer and client what of it is whose;
  ///   `nil`: nothing comes first.
  func flows(
    at sizes: [Int32], in problem: SizingProblem, floors: ClientFloors? = nil
  ) -> (flows: [SizingFlow], shortfall: Int64) {
    var flows: [SizingFlow] = []
    var shortfall: Int64 = 0
    for layer in 0..<layerCount {
      let network = served(layer, at: sizes, floors: floors?.parcels)
      shortfall += network.shortfall
      flows.append(flow(of: network, layer, floors?.clients[layer]))
    }
    return (flows, shortfall)
  }

  /// A maximum flow of a layer at some sizes.
  private func served(_ layer: Int, at sizes: [Int32], floors: [Int64]?) -> BlockingFlow {
    let network = BlockingFlow(floors.map { with(needs: $0) } ?? self, layer: layer)
    for (offset, port) in network.ports.enumerated() {
      let site = Int(portSites[port])
      network.room[offset] =
        site < 0 ? portFixed[port] : capacity(of: site, size: Int(sizes[site]), in: layer)
    }
    let ports = Array(network.portOffsets)
    _ = network.augment(from: ports)
    if let floors {
      // More flow never takes from anybody what they have.
      network.raiseNeeds(by: network.parcels.map { needs[$0] - floors[$0] })
      _ = network.augment(from: ports)
    }
    return network
  }

  /// Shares what a parcel gets among its clients, in their order, first up to their floors.
  private func flow(of network: BlockingFlow, _ layer: Int, _ floors: [Int64]?) -> SizingFlow {
    var left = [Int64](repeating: 0, count: edgeCount)
    var beyond = [Int64](repeating: 0, count: network.parcels.count)
    network.eachFlow { edge, amount in
      left[edge] = amount
      beyond[Int(edgeParcels[edge]) - network.parcels.lowerBound] += amount
    }
    let clients = clientNeeds[layer]
    let due = floors ?? clients.map { _ in 0 }
    for (client, parcel) in parcelOfClient[layer].enumerated() where parcel >= 0 {
      beyond[Int(parcel) - network.parcels.lowerBound] -= due[client]
    }
    var next = parcelStarts
    var flow = SizingFlow()
    for (client, parcel) in parcelOfClient[layer].enumerated() where parcel >= 0 {
      let parcel = Int(parcel)
      let more = min(
        clients[client] - due[client], max(0, beyond[parcel - network.parcels.lowerBound]))
      beyond[parcel - network.parcels.lowerBound] -= more
      var wanted = due[client] + more
      while wanted > 0, next[parcel] < parcelStarts[parcel + 1] {
        let edge = Int(next[parcel])
        let amount = min(wanted, left[edge])
        if amount > 0 {
          flow.append(
            client: Int32(client), server: edgePorts[edge] - Int32(layerPorts[layer]),
            amount: amount)
          wanted -= amount
          left[edge] -= amount
        }
        if left[edge] == 0 { next[parcel] += 1 }
      }
    }
    return flow
  }
}

/// What must be served at the least: by parcel, and by layer and client.
struct ClientFloors: Sendable {
  let parcels: [Int64]
  let clients: [[Int64]]

  /// A share of every need, in parts, rounded up.
  init(_ model: SizingModel, share: Int64, of parts: Int64) {
    clients = model.clientNeeds.map { needs in
      needs.map { Int64((Int128($0) * Int128(share) + Int128(parts - 1)) / Int128(parts)) }
    }
    var parcels = [Int64](repeating: 0, count: model.parcelCount)
    for (layer, floors) in clients.enumerated() {
      for (client, parcel) in model.parcelOfClient[layer].enumerated() where parcel >= 0 {
        parcels[Int(parcel)] += floors[client]
      }
    }
    self.parcels = parcels
  }
}
