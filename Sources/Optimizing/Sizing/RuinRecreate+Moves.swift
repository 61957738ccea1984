extension RuinRecreate {
  // MARK: Ruin

  /// Closes a wasteful site, or one that stands in another's way, and some of its neighbours.
  func ruin() {
    closed.removeAll(keepingCapacity: true)
    touched.removeAll(keepingCapacity: true)
    let count = 1 + random.quickly(below: rules.largestRuin)
    if !excluded.isEmpty, random.quickly(below: 3) == 0 {
      makeWay(for: Int(excluded[random.quickly(below: excluded.count)]))
    }
    guard !state.open.isEmpty else { return }
    var current = mostWasteful()
    close(current)
    var tries = 0
    while closed.count < count, tries < 4 * count {
      tries += 1
      guard let next = neighbour(of: current) else { continue }
      current = next
      if state.size[current] > model.least[current] { close(current) }
    }
  }

  /// Closes the open sites that keep a site from being opened.
  private func makeWay(for site: Int) {
    guard !state.mayOpen(site) else { return }
    for exclusion in model.exclusionsOfSite[site] {
      for other in model.exclusionSites[Int(exclusion)]
      where state.size[other] >= 0 && model.least[Int(other)] < 0 {
        close(Int(other))
      }
    }
  }

  private func close(_ site: Int) {
    guard state.size[site] > model.least[site] else { return }
    state.resize(site, to: model.least[site])
    closed.append(Int32(site))
    touched.append(Int32(site))
  }

  /// Of some open sites the one that costs most beyond what its load is worth.
  private func mostWasteful() -> Int {
    var found = Int(state.open.members[random.quickly(below: state.open.count)])
    var most = waste(found)
    for _ in 1..<7 {
      let other = Int(state.open.members[random.quickly(below: state.open.count)])
      let wasted = waste(other)
      if wasted > most { (found, most) = (other, wasted) }
    }
    return found
  }

  private func waste(_ site: Int) -> Double {
    var wasted = Double(model.cost(of: site, size: Int(state.size[site])))
    for layer in 0..<model.layerCount {
      let port = model.port(of: site, in: layer)
      wasted -= worth[port] * Double(state.load[port])
    }
    return wasted
  }

  /// A site that shares a parcel with another, by lot.
  private func neighbour(of site: Int) -> Int? {
    let layer = model.layerCount == 1 ? 0 : random.quickly(below: model.layerCount)
    let port = model.port(of: site, in: layer)
    let first = state.portStarts[port]
    let count = Int(state.portStarts[port + 1] - first)
    guard count > 0 else { return nil }
    let parcel = Int(state.edgeParcels[state.portEdges[Int(first) + random.quickly(below: count)]])
    let start = Int(state.parcelStarts[parcel])
    let edge = start + random.quickly(below: Int(state.parcelStarts[parcel + 1]) - start)
    let other = Int(model.portSites[Int(state.edgePorts[edge])])
    return other >= 0 && other != site ? other : nil
  }

  // MARK: Recreate

  /// Serves those who want something: first from spare room, then by building where it costs least for what it gains.
  func recreate(_ temperature: Double, most: Double) {
    fillSpareRoom()
    var failures = 0
    var rounds = 0
    let patience = most == .infinity ? Int.max : 200
    while state.shortfall > 0, rounds < patience {
      rounds += 1
      if Double(state.cost) > most { return }
      if build(for: hungriest(), temperature) {
        failures = 0
      } else {
        failures += 1
        // From a state where all were served, a parcel that cannot be served ends the move.
        if failures > (most == .infinity ? 50 + 4 * state.hungry.count : 3) { return }
      }
    }
  }

  private func fillSpareRoom() {
    var index = state.hungry.count - 1
    var isFresh = true
    while index >= 0 {
      // Those who are served leave the set, and the last takes their place.
      if index < state.hungry.count {
        let parcel = Int(state.hungry.members[index])
        isFresh = state.push(parcel, reach: rules.pushReach, isFresh: isFresh) > 0
      }
      index -= 1
    }
  }

  /// Of some that want something, the one with the fewest servers in reach.
  private func hungriest() -> Int {
    var found = Int(state.hungry.members[random.quickly(below: state.hungry.count)])
    for _ in 1..<3 {
      let other = Int(state.hungry.members[random.quickly(below: state.hungry.count)])
      if degree(other) < degree(found) { found = other }
    }
    return found
  }

  private func degree(_ parcel: Int) -> Int32 {
    state.parcelStarts[parcel + 1] - state.parcelStarts[parcel]
  }

  /// Builds or enlarges the site that costs least for what it gains; whether there is any.
  private func build(for parcel: Int, _ temperature: Double) -> Bool {
    gatherPool(for: parcel)
    var best: (score: Double, site: Int, size: Int) = (.infinity, -1, -1)
    for _ in 0..<min(rules.candidates, pool.count) {
      let site = takeMostPromising(temperature)
      measureGains(of: site)
      score(site, temperature, into: &best)
    }
    guard best.site >= 0 else { return false }
    let wanted = state.wanting[parcel]
    let shortfall = state.shortfall
    raise(best.site, to: best.size)
    return state.shortfall < shortfall || state.wanting[parcel] < wanted
  }

  /// Sites that could be larger: those in a parcel's reach, or, by lot, also those to which others could be moved to
  /// make room. What is cheapest to enlarge may be far away in a city that is full.
  private func gatherPool(for parcel: Int) {
    pool.removeAll(keepingCapacity: true)
    if random.share() < rules.wide {
      state.eachPort(around: parcel, reach: rules.wideReach) { offer($0) }
    } else {
      for edge in state.parcelStarts[parcel]..<state.parcelStarts[parcel + 1] {
        offer(Int(state.edgePorts[edge]))
      }
    }
  }

  /// Puts the site of a port into the pool, with what it would cost beyond its worth if all its room were used.
  private func offer(_ port: Int) {
    let site = Int(model.portSites[port])
    guard site >= 0 else { return }
    let now = Int(state.size[site])
    guard now < model.largest(of: site), state.mayOpen(site) else { return }
    let cost = model.cost(of: site, size: now)
    var best = Double.infinity
    for size in (now + 1)...model.largest(of: site) {
      var score = Double(model.cost(of: site, size: size) - cost)
      for layer in 0..<model.layerCount {
        let own = model.port(of: site, in: layer)
        let room = model.capacity(of: site, size: size, in: layer) - state.load[own]
        score -= 1.02 * worth[own] * Double(min(room, state.shortfall))
      }
      best = min(best, score)
    }
    pool.append((best, Int32(site)))
  }

  /// Takes a site from the pool: the best, with some luck.
  private func takeMostPromising(_ temperature: Double) -> Int {
    var (found, least) = (0, Double.infinity)
    for (index, entry) in pool.enumerated() {
      let score = entry.score + random.share() * (temperature * rules.luck + 1e-9)
      if score < least { (found, least) = (index, score) }
    }
    pool.swapAt(found, pool.count - 1)
    return Int(pool.removeLast().site)
  }

  /// What a site could serve at its largest size, by layer, in `gains`.
  private func measureGains(of site: Int) {
    let mark = state.journal.count
    state.resize(site, to: Int32(model.largest(of: site)))
    for layer in 0..<model.layerCount {
      gains[layer] = state.pull(
        model.port(of: site, in: layer), most: .max, reach: rules.pullReach)
    }
    state.rollBack(to: mark)
  }

  private func score(
    _ site: Int, _ temperature: Double, into best: inout (score: Double, site: Int, size: Int)
  ) {
    let now = Int(state.size[site])
    let cost = model.cost(of: site, size: now)
    for size in (now + 1)...model.largest(of: site) {
      var value = 0.0
      var isGaining = false
      for layer in 0..<model.layerCount {
        let port = model.port(of: site, in: layer)
        let room = model.capacity(of: site, size: size, in: layer) - state.load[port]
        let gain = min(gains[layer], room)
        isGaining = isGaining || gain > 0
        // A place where prices are 0 is still better than none.
        value += max(worth[port], 1e-6) * Double(gain)
      }
      guard isGaining else { continue }
      let step = Double(model.cost(of: site, size: size) - cost)
      let score = step - 1.02 * value + random.share() * temperature / 2
      if score < best.score { best = (score, site, size) }
    }
  }

  /// Gives a site a larger size and fills it.
  private func raise(_ site: Int, to size: Int) {
    touched.append(Int32(site))
    state.resize(site, to: Int32(size))
    for layer in 0..<model.layerCount {
      let port = model.port(of: site, in: layer)
      _ = state.pull(port, most: .max, reach: rules.pullReach)
    }
  }

  // MARK: Shrink

  /// Gives all that was touched the cheapest size that holds its load, and tries one less.
  func shrink() {
    guard state.shortfall == 0 else { return }
    for site in touched {
      let site = Int(site)
      let fitting = state.cheapestSize(of: site)
      if fitting < state.size[site] { state.resize(site, to: fitting) }
      guard state.size[site] > model.least[site] else { continue }
      let mark = state.journal.count
      state.resize(site, to: state.size[site] - 1)
      fillSpareRoom()
      if state.shortfall > 0 { state.rollBack(to: mark) }
    }
  }
}
