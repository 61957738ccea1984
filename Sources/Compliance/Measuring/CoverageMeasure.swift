internal import Rules
internal import Workers

/// What a coverage rule measures parcels with: circles, or the walking network.
enum CoverageMeasure: Sendable {
  case circles(CoverageKernel, CoverageKernel.Place)
  case walks(WalkCoverage)

  func measure(limit: Double, _ workers: Workers) async throws -> CoverageKernel.Measured {
    switch self {
    case .circles(let kernel, let place):
      try await kernel.measure(limit: limit, place: place, workers: workers)
    case .walks(let coverage): coverage.measure(limit: limit)
    }
  }

  /// Whether it is not known where a parcel meets the network.
  func isLost(_ parcel: Int) -> Bool {
    if case .walks(let coverage) = self { return coverage.isLost(parcel) }
    return false
  }
}

extension RunContext {
  /// The measure of a coverage rule over all parcels.
  ///
  /// - Parameters:
  ///   - limit: `nil`: only what is nearest is asked for.
  ///   - place: Where parcels are, for circles; on the network they are at their entrances.
  func coverage(
    _ selection: FacilitySelection, _ limit: Limit?, _ place: CoverageKernel.Place
  ) async throws -> CoverageMeasure {
    guard let limit else { return .circles(coverageKernel(selection), .point) }
    guard limit.isOnNetwork, let walking else {
      return .circles(coverageKernel(selection), place)
    }
    let key = WalkKey(selection: selection, longest: limit.longest)
    if let known = walkCoverages[key] { return .walks(known) }
    let found = try await WalkCoverage.all(
      [selection], walking, limit: limit.longest, workers: workers)
    walkCoverages[key] = found[0]
    return .walks(found[0])
  }

  /// Searches the network for all coverage rules at once: one search takes one core.
  func searchAhead(for rules: [AppliedRule]) async throws {
    guard let walking else { return }
    var wanted: [Double: [FacilitySelection]] = [:]
    for rule in rules {
      guard let check = rule.check as? Coverage, rule.subject != .facility,
        let limit = check.within.map({ self.limit($0, rule.pack) }), limit.isOnNetwork
      else { continue }
      let selection = selection(check.facility, check.filter)
      if wanted[limit.longest]?.contains(selection) ?? false { continue }
      wanted[limit.longest, default: []].append(selection)
    }
    for (longest, selections) in wanted {
      let found = try await WalkCoverage.all(
        selections, walking, limit: longest, workers: workers)
      for (selection, coverage) in zip(selections, found) {
        walkCoverages[WalkKey(selection: selection, longest: longest)] = coverage
      }
    }
  }
}

/// What a search of the network for the nearest facility depends on.
struct WalkKey: Hashable {
  let selection: FacilitySelection
  /// Metres.
  let longest: Double
}
