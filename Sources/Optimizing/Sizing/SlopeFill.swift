/// The linear relaxation of one layer, exactly, by maximum flow alone.
///
/// Costs sit on what a site gives, and reach is free: the loads that serve everybody are the bases of a polymatroid, over
/// which a separable convex cost is least where places are bought one by one, the cheapest first, as long as flow can
/// use them. Equal slopes are bought one by one too, so that few sites are left half full. Steps are tried in batches; a batch that flow fills entirely is what one by one would have given. When a
/// step stays unfilled, all that a search from it sees is *dead*: served for good, at the slope of that step, which is
/// its price.
///
/// Sources: Federgruen & Groenevelt, *The greedy procedure for resource allocation problems*, 1986; Fujishige,
/// *Submodular functions and optimization*, 1991; Dinic, *Algorithm for solution of a problem of maximum flow*, 1970.
final class SlopeFill {
  let model: SizingModel
  let layer: Int
  /// By slope, ascending.
  let steps: [EnvelopeStep]
  let network: BlockingFlow
  /// By parcel of the layer, the step at whose slope it died; -1: it did not.
  private var deathSteps: [Int32]
  /// By port of the layer, the last step that it took flow in.
  private var lastSteps: [Int32]

  /// - Parameter share: The cost that the layer bears of a site at a size; ascends with the size.
  init(
    _ model: SizingModel, layer: Int, share: (_ site: Int, _ size: Int) -> Int64
  ) {
    self.model = model
    self.layer = layer
    steps = model.envelopeSteps(of: layer, share: share)
    network = BlockingFlow(model, layer: layer)
    deathSteps = Array(repeating: -1, count: network.parcels.count)
    lastSteps = Array(repeating: -1, count: network.ports.count)
  }

  /// Fills; afterwards the network has the loads, and what nobody can serve.
  func run() {
    let existing = model.portCount(ofExistingIn: layer)
    for (offset, port) in network.ports.enumerated() {
      network.room[offset] =
        offset < existing
        ? model.portFixed[port]
        : model.forcedPlaces(of: offset - existing, in: layer)
    }
    // What costs nothing more comes first, and leaves nobody dead: later steps may still move it about.
    _ = network.augment(from: Array(network.portOffsets))
    for offset in network.portOffsets { network.room[offset] = network.load[offset] }
    settleFree()
    var (next, width) = (0, 1)
    while next < steps.count, network.shortfall > 0 {
      let end = min(steps.count, next + width)
      let isFull = fill(next..<end)
      width = isFull ? min(width * 2, 256) : max(1, width / 8)
      next = end
    }
  }

  /// Free places that stayed empty: what a search from them sees is dead at no price.
  private func settleFree() {
    let existing = model.portCount(ofExistingIn: layer)
    let spare = network.portOffsets.filter { offset in
      let places =
        offset < existing
        ? model.portFixed[network.ports.lowerBound + offset]
        : model.forcedPlaces(of: offset - existing, in: layer)
      return places > network.load[offset]
    }
    guard !spare.isEmpty else { return }
    for parcel in network.bury(from: spare) { deathSteps[parcel] = Self.free }
  }

  /// A parcel that died before the first step.
  private static let free: Int32 = -2

  /// Buys some steps; whether flow used all of them.
  private func fill(_ range: Range<Int>) -> Bool {
    guard network.shortfall > 0 else { return false }
    let offered = range.map { index in
      (
        offset: network.offset(ofSite: Int(steps[index].site)), step: index,
        places: steps[index].places
      )
    }.filter { !network.isDead(port: $0.offset) }
    guard !offered.isEmpty else { return true }
    if range.count > 1 { network.save() }
    var added: Int64 = 0
    for purchase in offered {
      network.room[purchase.offset] += purchase.places
      added += purchase.places
    }
    let served = network.augment(from: offered.map(\.offset))
    if served < added, range.count > 1 {
      network.restore()
      let middle = (range.lowerBound + range.upperBound) / 2
      let isFirstFull = fill(range.lowerBound..<middle)
      return fill(middle..<range.upperBound) && isFirstFull
    }
    for (offset, step, places) in offered {
      let isUsed = network.load[offset] > network.room[offset] - places
      if served == added || isUsed { lastSteps[offset] = Int32(step) }
    }
    guard served < added else { return true }
    if network.shortfall > 0 {
      let unfilled = offered.map(\.offset).filter { network.room[$0] > network.load[$0] }
      for parcel in network.bury(from: unfilled) { deathSteps[parcel] = Int32(range.lowerBound) }
    }
    return false
  }

  /// Prices of the layer's parcels, in parts of a unit of cost: the slope at which each died, or, for those that never
  /// did, the last slope that anybody of their component paid; nobody pays more than that.
  func prices(scale: Int64) -> [Int64] {
    let components = network.components()
    var lastUsed: [Int32: Int32] = [:]
    for offset in network.portOffsets where lastSteps[offset] >= 0 {
      guard let component = components.ports[offset] else { continue }
      lastUsed[component] = max(lastUsed[component] ?? -1, lastSteps[offset])
    }
    return deathSteps.indices.map { parcel in
      let death = deathSteps[parcel]
      guard death != Self.free, let last = lastUsed[components.parcels[parcel]] else { return 0 }
      return steps[Int(death < 0 ? last : min(death, last))].slope(scale: scale)
    }
  }

  /// The value of the relaxation: what the layer bears of forced sizes is not in it.
  var value: Double {
    var value = 0.0
    eachPurchase { step, used in
      value += Double(step.cost) * Double(used) / Double(step.places)
    }
    return value
  }

  /// What is wanting at the least if only so much may be spent: the cheapest places are those to buy, whatever the
  /// budget, because each stage of the greedy is best for its cost.
  func shortfall(within budget: Int64) -> Int64 {
    var beyond: Int64 = 0
    var left = Double(max(0, budget))
    eachPurchase { step, used in
      let cost = Double(step.cost) * Double(used) / Double(step.places)
      if cost <= left {
        left -= cost
      } else {
        // Up to rounding of the division: a place more is bought rather than one less.
        let bought = min(used, Int64(left * Double(step.places) / Double(step.cost) + 1e-6) + 1)
        beyond += used - bought
        left = 0
      }
    }
    return network.shortfall + beyond
  }

  /// All steps that were bought, whole or in part, in order of slope.
  private func eachPurchase(_ body: (_ step: EnvelopeStep, _ used: Int64) -> Void) {
    let existing = model.portCount(ofExistingIn: layer)
    var left = network.portOffsets.map { offset -> Int64 in
      let free = offset < existing ? 0 : model.forcedPlaces(of: offset - existing, in: layer)
      return offset < existing ? 0 : max(0, network.load[offset] - free)
    }
    for step in steps {
      let offset = network.offset(ofSite: Int(step.site))
      let used = min(left[offset], step.places)
      left[offset] -= used
      if used > 0 { body(step, used) }
    }
  }
}

extension SizingModel {
  /// How many existing servers a layer has; their ports come first.
  func portCount(ofExistingIn layer: Int) -> Int {
    layerPorts[layer + 1] - layerPorts[layer] - siteCount
  }

  /// By parcel of a layer and by its ports, the component that each is in; `nil`: in no edge's.
  func portRange(of layer: Int) -> Range<Int> { layerPorts[layer]..<layerPorts[layer + 1] }

  func parcelRange(of layer: Int) -> Range<Int> { layerParcels[layer]..<layerParcels[layer + 1] }
}
