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
    let longest = limit.atSpeeds.reduce(limit.metres) { max($0, $1) }
    return .walks(
      try await WalkCoverage(selection, walking, limit: longest, workers: workers))
  }
}
