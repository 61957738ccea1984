/// Spends a budget on what is wanting: greedily by what a unit of money serves, then by exchanges of neighbouring sites
/// that leave nobody below a floor.
///
/// Sources: Khuller, Moss & Naor, *The budgeted maximum coverage problem*, 1999; Minoux, *Accelerated greedy algorithms
/// for maximizing submodular set functions*, 1978, for measuring again only what leads.
final class ShareSearch {
  private let model: SizingModel
  private let state: FlowState
  private let needs: [Int64]
  private let floors: [Int64]
  private let budget: Int64
  private var random: Lots
  private static let reach = 60

  private(set) var best: [Int32]
  private(set) var bestShortfall: Int64

  /// Starts from sizes within the budget that serve the floors.
  init(_ model: SizingModel, sizes: [Int32], floors: [Int64], budget: Int64, seed: UInt64) {
    self.model = model
    self.floors = floors
    self.budget = budget
    needs = model.needs
    random = Lots(seed: seed)
    state = FlowState(model.with(needs: floors))
    for site in sizes.indices { state.resize(site, to: sizes[site]) }
    for parcel in state.hungry.members.sorted() { state.pushAll(Int(parcel)) }
    state.raiseNeeds(to: needs)
    for parcel in state.hungry.members.sorted() { state.pushAll(Int(parcel)) }
    best = state.size.array
    bestShortfall = state.shortfall
    state.isJournaling = true
  }

  private struct Offer {
    var site: Int
    var size: Int32
    /// Units a unit of cost.
    var worth: Double
  }

  /// Buys what serves most for its cost, as long as there is money.
  func spend() {
    var offers = (0..<model.siteCount).compactMap { offer($0) }.sorted { $0.worth < $1.worth }
    while let top = offers.popLast() {
      // What else was bought only lowers what a site can still serve: who leads after measuring again, leads.
      guard let now = offer(top.site) else { continue }
      if let next = offers.last, now.worth < next.worth {
        let place = offers.firstIndex { $0.worth > now.worth } ?? offers.count
        offers.insert(now, at: place)
        continue
      }
      buy(now)
      if let more = offer(now.site) {
        let place = offers.firstIndex { $0.worth > more.worth } ?? offers.count
        offers.insert(more, at: place)
      }
    }
    state.commit()
    remember()
  }

  private func remember() {
    guard state.shortfall < bestShortfall else { return }
    (best, bestShortfall) = (state.size.array, state.shortfall)
  }

  private func buy(_ offer: Offer) {
    state.resize(offer.site, to: offer.size)
    for layer in 0..<model.layerCount {
      let port = model.port(of: offer.site, in: layer)
      while state.pull(port, most: .max, reach: Self.reach) > 0 {}
    }
  }

  /// The affordable size of a site that serves most for what it costs more; `nil`: none serves more.
  private func offer(_ site: Int) -> Offer? {
    let now = state.size[site]
    guard now < Int32(model.largest(of: site)), state.mayOpen(site) else { return nil }
    let mark = state.journal.count
    let loads = (0..<model.layerCount).map { state.load[model.port(of: site, in: $0)] }
    state.resize(site, to: Int32(model.largest(of: site)))
    let gains = (0..<model.layerCount).map {
      state.pull(model.port(of: site, in: $0), most: .max, reach: Self.reach)
    }
    state.rollBack(to: mark)
    var best: Offer?
    for size in (now + 1)...Int32(model.largest(of: site)) {
      let step = model.cost(of: site, size: Int(size)) - model.cost(of: site, size: Int(now))
      guard state.cost + step <= budget else { break }
      let gain = (0..<model.layerCount).reduce(Int64(0)) { gain, layer in
        let room = model.capacity(of: site, size: Int(size), in: layer) - loads[layer]
        return gain + min(gains[layer], room)
      }
      guard gain > 0 else { continue }
      let worth = Double(gain) / max(1e-9, Double(step))
      if worth > best?.worth ?? 0 { best = Offer(site: site, size: size, worth: worth) }
    }
    return best
  }

  /// Closes some neighbouring sites and spends their money anew; keeps what leaves no more wanting.
  func improve(moves: Int, goOn: () -> Bool) {
    guard !state.open.isEmpty, state.shortfall > 0 else { return }
    for move in 0..<moves {
      if move % 16 == 0, !goOn() { return }
      state.commit()
      let before = state.shortfall
      let around = close(1 + random.quickly(below: 3))
      for parcel in state.hungry.members.suffix(40).reversed() {
        state.push(Int(parcel), reach: Self.reach)
      }
      while let offer = around.compactMap({ offer($0) }).max(by: { $0.worth < $1.worth }) {
        buy(offer)
      }
      if state.shortfall > before || !holdsFloors() { state.rollBack() } else { remember() }
      if state.open.isEmpty || state.shortfall == 0 { return }
    }
  }

  /// Closes so many sites that are near each other; returns them and some of their neighbours.
  private func close(_ count: Int) -> [Int] {
    var around: [Int] = []
    var site = Int(state.open.members[random.quickly(below: state.open.count)])
    for step in 0..<4 * count + 8 {
      if !around.contains(site) { around.append(site) }
      if step < count * 2, state.size[site] > model.least[site] {
        state.resize(site, to: model.least[site])
      }
      site = neighbour(of: site) ?? site
    }
    return around
  }

  private func neighbour(of site: Int) -> Int? {
    let port = model.port(of: site, in: random.quickly(below: model.layerCount))
    let first = Int(state.portStarts[port])
    let count = Int(state.portStarts[port + 1]) - first
    guard count > 0 else { return nil }
    let parcel = Int(state.portParcels[first + random.quickly(below: count)])
    let start = Int(state.parcelStarts[parcel])
    let edge = start + random.quickly(below: Int(state.parcelStarts[parcel + 1]) - start)
    let other = Int(model.portSites[Int(state.edgePorts[edge])])
    return other >= 0 ? other : nil
  }

  private func holdsFloors() -> Bool {
    state.hungry.members.allSatisfy {
      needs[Int($0)] - state.wanting[$0] >= floors[Int($0)]
    }
  }
}
