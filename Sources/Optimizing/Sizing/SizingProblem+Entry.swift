extension SizingProblem: LocationObjective {
  /// Sites and sizes at the least cost, so that every need is served.
  public static let entry = ObjectiveEntry(
    id: "least_cost_sizing", name: "capacitated covering with sizing at the least cost",
    source: "Daskin, Network and Discrete Location, 1995; Correia & Captivo, 2003",
    formula: """
      min Σ cost(j, s) y(j, s), where a flow within reach serves every need in every layer: for every set of clients \
      the capacity in its reach covers its need; Σ y(j, s) ≤ 1 for every site j
      """,
    isMinimised: true)
}
