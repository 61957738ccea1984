extension PriceSearch {
  /// The relaxation rounded: every site the cheapest size that holds what it gives in each layer; where exclusions forbid
  /// that, those that give most stay. Somebody may still want something.
  func rounded() -> FlowState {
    let state = FlowState(model)
    var worth = [Int128](repeating: 0, count: model.siteCount)
    for (layer, fill) in fills.enumerated() {
      for site in 0..<model.siteCount {
        worth[site] += Int128(fill.network.load[fill.network.offset(ofSite: site)])
        _ = layer
      }
    }
    let order = (0..<model.siteCount).filter { worth[$0] > 0 }
      .sorted { (worth[$1], $0) < (worth[$0], $1) }
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
