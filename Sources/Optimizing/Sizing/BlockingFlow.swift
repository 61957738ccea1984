/// Maximum flow from the parcels of one layer into its ports, grown from the side of the ports.
///
/// Searches run backwards: from ports with room to the parcels in their reach, and from a parcel to the ports that it
/// has flow to, which could hand it on. Ports and parcels are counted within the layer.
///
/// Source: Dinic, *Algorithm for solution of a problem of maximum flow in networks with power estimation*, 1970.
final class BlockingFlow {
  let ports: Range<Int>
  let parcels: Range<Int>
  let load: Column<Int64>
  let room: Column<Int64>
  let wanting: Column<Int64>
  private(set) var shortfall: Int64

  private let parcelStarts: Column<Int32>
  private let edgePorts: Column<Int32>
  private let edgeParcels: Column<Int32>
  private let portStarts: Column<Int32>
  private let portEdges: Column<Int32>
  /// By edge of the layer, counted from its first.
  private let flow: Column<Int64>
  private let firstEdge: Int
  private let siteOffset: Int
  private let deadParcels: Column<Bool>
  private let deadPorts: Column<Bool>
  private let portLevels: Column<Int32>
  private let parcelLevels: Column<Int32>
  private let portNext: Column<Int32>
  private let parcelNext: Column<Int32>
  /// A copy to go back to.
  private var saved: (flow: Column<Int64>, load: Column<Int64>, wanting: Column<Int64>)
  private let savedRoom: Column<Int64>
  private var savedShortfall: Int64 = 0

  init(_ model: SizingModel, layer: Int) {
    ports = model.portRange(of: layer)
    parcels = model.parcelRange(of: layer)
    firstEdge = Int(model.parcelStarts[parcels.lowerBound])
    let edges = firstEdge..<Int(model.parcelStarts[parcels.upperBound])
    let (first, shift) = (Int32(edges.lowerBound), Int32(ports.lowerBound))
    siteOffset = model.portCount(ofExistingIn: layer)
    parcelStarts = Column(
      model.parcelStarts[parcels.lowerBound...parcels.upperBound].map { $0 - first })
    edgePorts = Column(model.edgePorts[edges].map { $0 - shift })
    let firstParcel = Int32(parcels.lowerBound)
    edgeParcels = Column(model.edgeParcels[edges].map { $0 - firstParcel })
    let base = model.portStarts[ports.lowerBound]
    portStarts = Column(model.portStarts[ports.lowerBound...ports.upperBound].map { $0 - base })
    portEdges = Column(
      model.portEdges[Int(base)..<Int(model.portStarts[ports.upperBound])].map { $0 - first })
    load = Column(repeating: 0, count: ports.count)
    room = Column(repeating: 0, count: ports.count)
    wanting = Column(Array(model.needs[parcels]))
    shortfall = model.needs[parcels].reduce(0, +)
    flow = Column(repeating: 0, count: edges.count)
    deadParcels = Column(repeating: false, count: parcels.count)
    deadPorts = Column(repeating: false, count: ports.count)
    portLevels = Column(repeating: -1, count: ports.count)
    parcelLevels = Column(repeating: -1, count: parcels.count)
    portNext = Column(repeating: 0, count: ports.count)
    parcelNext = Column(repeating: 0, count: parcels.count)
    saved = (
      Column(repeating: 0, count: edges.count), Column(repeating: 0, count: ports.count),
      Column(repeating: 0, count: parcels.count)
    )
    savedRoom = Column(repeating: 0, count: ports.count)
  }

  deinit {
    for column in [load, room, wanting, flow, saved.flow, saved.load, saved.wanting, savedRoom] {
      column.free()
    }
    for column in [
      parcelStarts, edgePorts, edgeParcels, portStarts, portEdges, portLevels, parcelLevels,
      portNext, parcelNext,
    ] {
      column.free()
    }
    for column in [deadParcels, deadPorts] { column.free() }
  }

  /// The port of a site.
  func offset(ofSite site: Int) -> Int { siteOffset + site }

  /// All ports, counted within the layer.
  var portOffsets: Range<Int> { 0..<ports.count }

  func isDead(port: Int) -> Bool { deadPorts[port] }

  /// Remembers flow and room.
  func save() {
    saved.flow.copy(from: flow)
    saved.load.copy(from: load)
    saved.wanting.copy(from: wanting)
    savedRoom.copy(from: room)
    savedShortfall = shortfall
  }

  /// Goes back to what was saved last.
  func restore() {
    flow.copy(from: saved.flow)
    load.copy(from: saved.load)
    wanting.copy(from: saved.wanting)
    room.copy(from: savedRoom)
    shortfall = savedShortfall
  }

  /// By edge of the whole model, those of the layer with flow.
  func eachFlow(_ body: (_ edge: Int, _ amount: Int64) -> Void) {
    for edge in 0..<flow.count where flow[edge] > 0 { body(firstEdge + edge, flow[edge]) }
  }

  /// Lets parcels, by their place in the layer, need more than before.
  func raiseNeeds(by amounts: [Int64]) {
    for (parcel, amount) in amounts.enumerated() {
      wanting[parcel] += amount
      shortfall += amount
    }
  }

  /// Serves as much more as the room of some ports allows; returns how much.
  func augment(from sources: [Int]) -> Int64 {
    let before = shortfall
    while shortfall > 0, level(from: sources) {
      for port in 0..<ports.count { portNext[port] = portStarts[port] }
      for parcel in 0..<parcels.count { parcelNext[parcel] = parcelStarts[parcel] }
      for source in sources where room[source] > load[source] { block(from: source) }
    }
    return before - shortfall
  }

  /// Counts steps from ports with room, up to the first level where somebody wants something; whether anybody does.
  private func level(from sources: [Int]) -> Bool {
    portLevels.fill(-1)
    parcelLevels.fill(-1)
    var frontier: [Int32] = []
    for source in sources where room[source] > load[source] && portLevels[source] < 0 {
      portLevels[source] = 0
      frontier.append(Int32(source))
    }
    var depth: Int32 = 0
    var reached: [Int32] = []
    while !frontier.isEmpty {
      reached.removeAll(keepingCapacity: true)
      var isFound = false
      for port in frontier {
        for place in portStarts[port]..<portStarts[port + 1] {
          let parcel = edgeParcels[portEdges[place]]
          guard parcelLevels[parcel] < 0, !deadParcels[parcel] else { continue }
          parcelLevels[parcel] = depth
          reached.append(parcel)
          isFound = isFound || wanting[parcel] > 0
        }
      }
      if isFound { return true }
      frontier.removeAll(keepingCapacity: true)
      depth += 1
      for parcel in reached {
        for edge in parcelStarts[parcel]..<parcelStarts[parcel + 1] where flow[edge] > 0 {
          let port = edgePorts[edge]
          guard portLevels[port] < 0 else { continue }
          portLevels[port] = depth
          frontier.append(port)
        }
      }
    }
    return false
  }

  /// Depth first along the levels, until the source is full or nothing more is found.
  private func block(from source: Int) {
    // Edges from a port to a parcel, and on from the parcel to the next port.
    var up: [Int32] = []
    var down: [Int32] = []
    var port = Int32(source)
    while true {
      guard portNext[port] < portStarts[port + 1] else {
        guard let edge = up.popLast() else { return }
        down.removeLast()
        port = edgePorts[edge]
        parcelNext[edgeParcels[edge]] += 1
        continue
      }
      let edge = portEdges[portNext[port]]
      let parcel = edgeParcels[edge]
      guard parcelLevels[parcel] == portLevels[port], !deadParcels[parcel] else {
        portNext[port] += 1
        continue
      }
      if wanting[parcel] > 0 {
        let kept = augment(source, up, down, last: edge)
        guard room[source] > load[source] else { return }
        if kept < up.count {
          port = edgePorts[up[kept]]
          up.removeSubrange(kept...)
          down.removeSubrange(kept...)
        }
        continue
      }
      if let next = onward(from: parcel) {
        up.append(edge)
        down.append(next)
        port = edgePorts[next]
      } else {
        portNext[port] += 1
      }
    }
  }

  /// The next edge along which a parcel could give flow back, to a port one level on.
  private func onward(from parcel: Int32) -> Int32? {
    while parcelNext[parcel] < parcelStarts[parcel + 1] {
      let edge = parcelNext[parcel]
      if flow[edge] > 0, portLevels[edgePorts[edge]] == parcelLevels[parcel] + 1 { return edge }
      parcelNext[parcel] += 1
    }
    return nil
  }

  /// Sends flow along a path; returns how much of the path is still open.
  private func augment(_ source: Int, _ up: [Int32], _ down: [Int32], last: Int32) -> Int {
    let parcel = edgeParcels[last]
    var amount = min(wanting[parcel], room[source] - load[source])
    for edge in down { amount = min(amount, flow[edge]) }
    var kept = up.count
    flow[last] += amount
    wanting[parcel] -= amount
    shortfall -= amount
    load[source] += amount
    for index in up.indices.reversed() {
      flow[up[index]] += amount
      flow[down[index]] -= amount
      if flow[down[index]] == 0 { kept = index }
    }
    return kept
  }

  /// Marks all that a search from some ports sees as dead; returns the parcels that were not.
  func bury(from sources: [Int]) -> [Int] {
    var found: [Int] = []
    var stack: [Int32] = []
    for source in sources where !deadPorts[source] {
      deadPorts[source] = true
      stack.append(Int32(source))
    }
    while let port = stack.popLast() {
      for place in portStarts[port]..<portStarts[port + 1] {
        let parcel = edgeParcels[portEdges[place]]
        guard !deadParcels[parcel] else { continue }
        deadParcels[parcel] = true
        found.append(Int(parcel))
        for edge in parcelStarts[parcel]..<parcelStarts[parcel + 1] where flow[edge] > 0 {
          let next = edgePorts[edge]
          guard !deadPorts[next] else { continue }
          deadPorts[next] = true
          stack.append(next)
        }
      }
    }
    return found
  }

  /// By parcel the component it is in, and by port, `nil` where nobody reaches it.
  func components() -> (parcels: [Int32], ports: [Int32?]) {
    var ofParcels = [Int32](repeating: -1, count: parcels.count)
    var ofPorts = [Int32?](repeating: nil, count: ports.count)
    for start in 0..<parcels.count where ofParcels[start] < 0 {
      var stack = [Int32(start)]
      ofParcels[start] = Int32(start)
      while let parcel = stack.popLast() {
        for edge in parcelStarts[parcel]..<parcelStarts[parcel + 1] {
          let port = Int(edgePorts[edge])
          guard ofPorts[port] == nil else { continue }
          ofPorts[port] = Int32(start)
          for place in portStarts[port]..<portStarts[port + 1] {
            let other = Int(edgeParcels[portEdges[place]])
            guard ofParcels[other] < 0 else { continue }
            ofParcels[other] = Int32(start)
            stack.append(Int32(other))
          }
        }
      }
    }
    return (ofParcels, ofPorts)
  }

  /// All parcels from which somebody who wants something can be reached by handing places on, and the ports in their
  /// reach: a minimum cut, if nothing more can be served.
  func shortage() -> (parcels: [Int], ports: [Int]) {
    var isParcel = [Bool](repeating: false, count: parcels.count)
    var isPort = [Bool](repeating: false, count: ports.count)
    var stack = (0..<Int32(parcels.count)).filter { wanting[$0] > 0 }
    for parcel in stack { isParcel[Int(parcel)] = true }
    while let parcel = stack.popLast() {
      for edge in parcelStarts[parcel]..<parcelStarts[parcel + 1] {
        let port = Int(edgePorts[edge])
        guard !isPort[port] else { continue }
        isPort[port] = true
        for place in portStarts[port]..<portStarts[port + 1] where flow[portEdges[place]] > 0 {
          let other = edgeParcels[portEdges[place]]
          guard !isParcel[Int(other)] else { continue }
          isParcel[Int(other)] = true
          stack.append(other)
        }
      }
    }
    return (isParcel.indices.filter { isParcel[$0] }, isPort.indices.filter { isPort[$0] })
  }
}
