/// Sizes of all sites and an integral flow that fits them, changed step by step, with a journal to go back.
///
/// Always true: the flow of an edge is not negative; a port's load is the sum over its edges and within its room; what a
/// parcel still wants is its need less the flow of its edges. For one thread at a time.
final class FlowState {
  let model: SizingModel
  // What the model says, without checks.
  let parcelStarts: Column<Int32>
  let edgePorts: Column<Int32>
  let edgeParcels: Column<Int32>
  let portStarts: Column<Int32>
  let portEdges: Column<Int32>
  /// The parcels of `portEdges`, so that a search that has been there reads nothing else.
  let portParcels: Column<Int32>

  let flow: Column<Int64>
  /// By port.
  let load: Column<Int64>
  let room: Column<Int64>
  /// By parcel, what it still wants.
  let wanting: Column<Int64>
  /// By site, -1: not built.
  let size: Column<Int32>

  /// Edges with flow, those of a parcel in its own part of the edges, those of a port in its; a search that had to
  /// look for them would read all edges.
  let parcelActive: Column<Int32>
  let parcelActiveCount: Column<Int32>
  let parcelPlace: Column<Int32>
  let portActive: Column<Int32>
  let portActiveCount: Column<Int32>
  let portPlace: Column<Int32>
  /// Parcels that still want something, in no order.
  var hungry: DrawableSet
  /// Sites that are built.
  var open: DrawableSet
  /// By exclusion, how many of its sites are open.
  var openInExclusion: [Int]

  /// What all sites cost, and all that is still wanted.
  private(set) var cost: Int64 = 0
  var shortfall: Int64 = 0

  var journal: [FlowChange] = []
  var isJournaling = false
  let marks: SearchMarks

  init(_ model: SizingModel) {
    self.model = model
    parcelStarts = Column(model.parcelStarts)
    edgePorts = Column(model.edgePorts)
    edgeParcels = Column(model.edgeParcels)
    portStarts = Column(model.portStarts)
    portEdges = Column(model.portEdges)
    portParcels = Column(model.portEdges.map { model.edgeParcels[Int($0)] })
    flow = Column(repeating: 0, count: model.edgeCount)
    load = Column(repeating: 0, count: model.portCount)
    room = Column(model.portFixed)
    wanting = Column(model.needs)
    size = Column(repeating: -1, count: model.siteCount)
    parcelActive = Column(repeating: 0, count: model.edgeCount)
    parcelActiveCount = Column(repeating: 0, count: model.parcelCount)
    parcelPlace = Column(repeating: -1, count: model.edgeCount)
    portActive = Column(repeating: 0, count: model.edgeCount)
    portActiveCount = Column(repeating: 0, count: model.portCount)
    portPlace = Column(repeating: -1, count: model.edgeCount)
    hungry = DrawableSet(
      capacity: model.parcelCount, filled: model.needs.indices.filter { model.needs[$0] > 0 })
    open = DrawableSet(capacity: model.siteCount, filled: [])
    openInExclusion = Array(repeating: 0, count: model.exclusionSites.count)
    marks = SearchMarks(model)
    shortfall = model.needs.reduce(0, +)
    for site in 0..<model.siteCount { resize(site, to: model.least[site]) }
  }

  deinit {
    for column in [
      parcelStarts, edgePorts, edgeParcels, portStarts, portEdges, portParcels, size, parcelActive,
      parcelActiveCount, parcelPlace, portActive, portActiveCount, portPlace,
    ] {
      column.free()
    }
    for column in [flow, load, room, wanting] { column.free() }
  }
}

/// One step that can be undone: flow of a parcel moved from one edge to another (-1: none, so that a need is newly met
/// or newly unmet), or a site resized.
struct FlowChange {
  let from: Int32
  let to: Int32
  let amount: Int64

  /// A site whose size was another.
  static func resized(_ site: Int, was size: Int32) -> FlowChange {
    FlowChange(from: -2, to: Int32(site), amount: Int64(size))
  }
}

extension FlowState {
  /// Meets so much more of the need of an edge's parcel.
  @inline(__always)
  func serve(_ edge: Int32, _ amount: Int64) { move(from: -1, to: edge, amount) }

  /// Moves flow of one parcel between two of its edges; -1 on either side: what is still wanted.
  func move(from: Int32, to: Int32, _ amount: Int64) {
    if isJournaling { journal.append(FlowChange(from: from, to: to, amount: amount)) }
    if from >= 0 {
      lower(from, amount)
    } else {
      want(Int(edgeParcels[to]), -amount)
    }
    if to >= 0 {
      raise(to, amount)
    } else {
      want(Int(edgeParcels[from]), amount)
    }
  }

  /// Lets parcels need more than when the state was made.
  func raiseNeeds(to needs: [Int64]) {
    for (parcel, (need, old)) in zip(needs, model.needs).enumerated() where need > old {
      want(parcel, need - old)
    }
  }

  private func want(_ parcel: Int, _ amount: Int64) {
    let left = wanting[parcel] + amount
    assert(left >= 0)
    wanting[parcel] = left
    shortfall += amount
    if left == 0 { hungry.remove(parcel) } else { hungry.insert(parcel) }
  }

  private func raise(_ edge: Int32, _ amount: Int64) {
    load[edgePorts[edge]] += amount
    if flow[edge] == 0 { activate(edge) }
    flow[edge] += amount
  }

  private func lower(_ edge: Int32, _ amount: Int64) {
    load[edgePorts[edge]] -= amount
    flow[edge] -= amount
    assert(flow[edge] >= 0)
    if flow[edge] == 0 { deactivate(edge) }
  }

  private func activate(_ edge: Int32) {
    let parcel = edgeParcels[edge]
    let port = edgePorts[edge]
    parcelPlace[edge] = parcelStarts[parcel] + parcelActiveCount[parcel]
    parcelActive[parcelPlace[edge]] = edge
    parcelActiveCount[parcel] += 1
    portPlace[edge] = portStarts[port] + portActiveCount[port]
    portActive[portPlace[edge]] = edge
    portActiveCount[port] += 1
  }

  private func deactivate(_ edge: Int32) {
    let parcel = edgeParcels[edge]
    let port = edgePorts[edge]
    parcelActiveCount[parcel] -= 1
    let lastOfParcel = parcelActive[parcelStarts[parcel] + parcelActiveCount[parcel]]
    parcelActive[parcelPlace[edge]] = lastOfParcel
    parcelPlace[lastOfParcel] = parcelPlace[edge]
    portActiveCount[port] -= 1
    let lastOfPort = portActive[portStarts[port] + portActiveCount[port]]
    portActive[portPlace[edge]] = lastOfPort
    portPlace[lastOfPort] = portPlace[edge]
  }

  /// Gives a site another size; what no longer fits is no longer served.
  func resize(_ site: Int, to newSize: Int32) {
    let old = size[site]
    guard old != newSize else { return }
    for layer in 0..<model.layerCount {
      let port = model.port(of: site, in: layer)
      let newRoom = model.capacity(of: site, size: Int(newSize), in: layer)
      evict(port, load[port] - newRoom)
      room[port] = newRoom
    }
    if isJournaling { journal.append(.resized(site, was: old)) }
    size[site] = newSize
    cost += model.cost(of: site, size: Int(newSize)) - model.cost(of: site, size: Int(old))
    guard (old < 0) != (newSize < 0) else { return }
    if newSize < 0 { open.remove(site) } else { open.insert(site) }
    for exclusion in model.exclusionsOfSite[site] {
      openInExclusion[Int(exclusion)] += newSize < 0 ? -1 : 1
    }
  }

  /// Takes away so much of a port's load, the newest edges first.
  private func evict(_ port: Int, _ amount: Int64) {
    var left = amount
    while left > 0 {
      let edge = portActive[portStarts[port] + portActiveCount[port] - 1]
      let taken = min(left, flow[edge])
      move(from: edge, to: -1, taken)
      left -= taken
    }
  }

  /// Whether a site is open, or may be opened now.
  func mayOpen(_ site: Int) -> Bool {
    if size[site] >= 0 { return true }
    for exclusion in model.exclusionsOfSite[site]
    where openInExclusion[Int(exclusion)] >= model.exclusionLimits[Int(exclusion)] {
      return false
    }
    return true
  }

  /// Keeps what was done, and begins a new journal.
  func commit() { journal.removeAll(keepingCapacity: true) }

  /// Undoes what was done since the journal had so many entries.
  func rollBack(to length: Int = 0) {
    let wasJournaling = isJournaling
    isJournaling = false
    while journal.count > length, let change = journal.popLast() {
      if change.from == -2 {
        resize(Int(change.to), to: Int32(change.amount))
      } else {
        move(from: change.to, to: change.from, change.amount)
      }
    }
    isJournaling = wasJournaling
  }

  /// The cheapest size of a site that holds its load, -1: none is needed.
  func cheapestSize(of site: Int) -> Int32 {
    var index = model.least[site]
    let largest = Int32(model.largest(of: site))
    while index < largest, !fits(site, size: index) { index += 1 }
    return index
  }

  private func fits(_ site: Int, size: Int32) -> Bool {
    for layer in 0..<model.layerCount
    where load[model.port(of: site, in: layer)]
      > model.capacity(of: site, size: Int(size), in: layer)
    {
      return false
    }
    return true
  }
}
