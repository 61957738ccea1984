extension PriceSearch {
  /// Searches to start from: the relaxation of all layers, and, where there are several, that of each alone with what the
  /// others want built for.
  func starts(prices: [Int64], seed: UInt64) -> [RuinRecreate] {
    let choices = [fills] + (alone.count > 1 ? alone.map { [$0] } : [])
    return choices.map { fills in
      let start = RuinRecreate(sizesAbove(fills), prices: prices, seed: seed)
      if !start.isServing { start.build() }
      return start
    }
  }

  /// The relaxation rounded: every site the cheapest size that holds what it gives in each layer; where exclusions forbid
  /// that, those that give most stay. Somebody may still want something.
  ///
  /// - Parameter fills: Of some layers, or of all.
  func sizesAbove(_ fills: [SlopeFill]) -> FlowState {
    let state = FlowState(model)
    let given = (0..<model.siteCount).map { site in
      fills.reduce(Int64(0)) { $0 + $1.network.load[$1.network.offset(ofSite: site)] }
    }
    let order = given.indices.filter { given[$0] > 0 }
      .sorted { (given[$1], $0) < (given[$0], $1) }
    for site in order where state.mayOpen(site) {
      state.resize(site, to: Int32(model.largest(of: site)))
    }
    for fill in fills {
      fill.network.eachFlow { edge, amount in
        let port = model.edgePorts[edge]
        let room = state.room[port] - state.load[port]
        if room > 0 { state.serve(Int32(edge), min(room, amount)) }
      }
    }
    for site in order where state.size[site] >= 0 {
      state.resize(site, to: state.cheapestSize(of: site))
    }
    return state
  }
}
