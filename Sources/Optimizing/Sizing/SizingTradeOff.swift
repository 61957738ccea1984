public import Workers

extension SizingProblem {
  /// What each of some budgets can do, side by side where there are workers.
  ///
  /// - Parameters:
  ///   - budgets: In the unit of the costs.
  ///   - limits: Of each answer; seconds are those of one.
  /// - Returns: Outcomes in the order of the budgets.
  public func tradeOff(
    budgets: [Int64], within limits: SearchLimits = SearchLimits(),
    workers: Workers = Workers(count: 2)
  ) async -> [SizingOutcome] {
    await workers.sideBySide(budgets) { budget in
      await with(budget: budget).leastCost(within: limits, workers: Workers(count: 1))
    }
  }

  /// The least cost with at most so many open sites, for each of some numbers.
  ///
  /// - Parameter counts: Each is one more exclusion, of all sites.
  public func tradeOff(
    openSites counts: [Int], within limits: SearchLimits = SearchLimits(),
    workers: Workers = Workers(count: 2)
  ) async -> [SizingOutcome] {
    await workers.sideBySide(counts) { count in
      let all = Exclusion(sites: Array(0..<Int32(sites.count)), atMost: count)
      return await SizingProblem(
        layers: layers, sites: sites, exclusions: [all] + exclusions, budget: budget
      ).leastCost(within: limits, workers: Workers(count: 1))
    }
  }
}
