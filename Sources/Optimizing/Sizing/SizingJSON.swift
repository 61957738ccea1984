extension SizingProblem {
  /// The problem as JSON, for those who check a certificate with other tools: keys as the properties are called, sizes as
  /// `costs` and, by size and layer, `capacities`.
  public var json: String {
    let layers = self.layers.map { layer in
      """
      {"needs":\(layer.needs),"isCover":\(layer.isCover),"existing":\(layer.existing),\
      "starts":\(layer.reach.starts),"servers":\(layer.reach.sites)}
      """
    }
    let sites = self.sites.map { site in
      """
      {"costs":\(site.sizes.map(\.cost)),"capacities":\(site.sizes.map(\.capacities)),\
      "forced":\(site.forced.map { "\($0)" } ?? "null")}
      """
    }
    let exclusions = self.exclusions.map { #"{"sites":\#($0.sites),"atMost":\#($0.atMost)}"# }
    return """
      {"layers":[\(layers.joined(separator: ",\n"))],
      "sites":[\(sites.joined(separator: ",\n"))],
      "exclusions":[\(exclusions.joined(separator: ",\n"))],
      "budget":\(budget.map { "\($0)" } ?? "null")}

      """
  }
}

extension SizingCertificate {
  /// The certificate as JSON, its keys as the properties are called.
  public var json: String {
    let flows = self.flows.map { flow in
      """
      {"clients":\(flow.clients),"servers":\(flow.servers),"amounts":\(flow.amounts)}
      """
    }
    return """
      {"sizes":\(sizes),
      "flows":[\(flows.joined(separator: ",\n"))],
      "value":\(value),"scale":\(scale),
      "prices":\(prices),
      "knapsackLayer":\(knapsackLayer.map { "\($0)" } ?? "null"),"bound":\(bound)}

      """
  }
}
