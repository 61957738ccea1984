internal import Geodesy
internal import Planar
internal import Planning
internal import Rules
internal import Walking
internal import Workers

/// How far each parcel is from the nearest facility of a choice, and how much of it lies within a
/// limit.
package struct Cover: PortableQuestion {
  package let choice: FacilityChoice
  /// `nil`: only what is nearest is asked for.
  package let limit: ReachLimit?
  /// Where parcels are, for circles; on the network they are at their entrances.
  package let place: CoverageKernel.Place
  /// The longest limit that will be asked for the same facilities, metres.
  let longest: Double

  package init(
    _ choice: FacilityChoice, _ limit: ReachLimit?, at place: CoverageKernel.Place,
    longest: Double
  ) {
    self.choice = choice
    self.limit = limit
    let isOnNetwork = limit?.isOnNetwork ?? false
    self.place = limit == nil ? .point : isOnNetwork ? .entrances : place
    self.longest = isOnNetwork ? longest : 0
  }

  package var needs: [any Question] {
    let doubt: [any Question] = elsewhere.map { [$0] } ?? []
    if limit?.isOnNetwork ?? false {
      return [WalkNearest(choice, within: longest), Chosen(choice)] + doubt
    }
    return (place == .point ? [Chosen(choice)] : [Chosen(choice), ParcelRadius()]) + doubt
  }

  /// The facilities of the choice that may lie within the limit, for all that is known.
  package var elsewhere: Elsewhere? {
    limit.map { Elsewhere(choice, .count, within: $0.metres) }
  }

  /// Columns, one entry per parcel.
  package struct Answer: Portable, Hashable {
    /// Share covered by facilities that surely count; 1 only if nothing is left over.
    package var share: [Double]
    /// Share with those that may count, too.
    package var shareAtBest: [Double]
    /// Share covered if the worst possible gate were the only one, where no gate is known; else `share`.
    package var shareOfWorstGate: [Double]
    /// Row of the nearest facility that surely counts, or -1.
    package var nearest: [Int32]
    /// Metres to it; infinite where there is none.
    package var distance: [Double]
    /// Whether it is not known where a parcel, or one of its entrances, meets the network.
    package var isLost: [Bool]
    /// Whether a facility is within the limit as the straight line goes, and no street is near it or
    /// the parcel, or theirs do not hang together.
    package var mayReach: [Bool]
    /// Whether that is so although both are on streets.
    package var isApart: [Bool]

    package init(parcels: Int, facilities: Int, units: Int) {
      share = Array(repeating: 0, count: parcels)
      shareAtBest = share
      shareOfWorstGate = share
      nearest = Array(repeating: -1, count: parcels)
      distance = Array(repeating: .infinity, count: parcels)
      isLost = Array(repeating: false, count: parcels)
      mayReach = isLost
      isApart = isLost
    }

    init(_ measured: CoverageKernel.Measured) {
      share = measured.share
      shareAtBest = measured.shareAtBest.isEmpty ? measured.share : measured.shareAtBest
      shareOfWorstGate =
        measured.shareOfWorstGate.isEmpty ? measured.share : measured.shareOfWorstGate
      nearest = measured.nearest
      distance = measured.distance
      isLost = Array(repeating: false, count: measured.share.count)
      mayReach = isLost
      isApart = isLost
    }

    /// The share of a parcel at worst and at best.
    package func shares(_ row: Int) -> (low: Double, high: Double) {
      (share[row], shareAtBest[row])
    }

    package mutating func carry(_ carrier: inout some Carrier) throws(PartError) {
      try carrier.parcels(&share)
      try carrier.parcels(&shareAtBest)
      try carrier.parcels(&shareOfWorstGate)
      try carrier.facilityOfParcel(&nearest)
      try carrier.parcels(&distance)
      try carrier.parcels(&isLost)
      try carrier.parcels(&mayReach)
      try carrier.parcels(&isApart)
    }
  }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> Answer {
    var answer = try await placed(in: city, known)
    if let elsewhere {
      let doubts = known[elsewhere]
      for row in answer.shareAtBest.indices where doubts[row].high > 0 {
        answer.shareAtBest[row] = 1
      }
    }
    return answer
  }

  /// By the facilities of which it is known where they are.
  private func placed(in city: MeasuredCity, _ known: Answers) async throws -> Answer {
    if let limit, limit.isOnNetwork, let access = city.walks?.access {
      let walks = known[WalkNearest(choice, within: longest)]
      let doubtful = try await city.doubtfulEdges(
        access, to: known[choice].all, within: limit.metres)
      let mayReach = (0..<city.city.parcels.count).map { !doubtful.facilities(of: $0).isEmpty }
      var answer = Answer(walks.measure(limit: limit.metres, mayReach: mayReach))
      answer.isLost = mayReach.indices.map { walks.isLost($0) }
      answer.mayReach = mayReach
      answer.isApart = mayReach.indices.map { parcel in
        mayReach[parcel] && access.lost[parcel] == 0
          && doubtful.facilities(of: parcel).contains { !access.facilities.isLost(Int($0)) }
      }
      return answer
    }
    let kernel = city.coverageKernel(
      known[choice], radiusOfParcel: place == .point ? [] : known[ParcelRadius()])
    return Answer(
      try await kernel.measure(
        limit: limit?.metres ?? .infinity, place: place, workers: city.workers))
  }
}

/// For each parcel as many metres on the ground from its place as no vertex is farther.
package struct ParcelRadius: LocalQuestion {
  /// By parcel.
  package typealias Answer = [Double]

  package init() {}

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> [Double] {
    let rows = city.city.parcels.rows
    let ground = city.city.ground
    return try await city.workers.map(rows.count) { range in
      rows.geometry.withBuffers { geometry in
        range.map {
          let (x, y) = (rows.placeX[$0], rows.placeY[$0])
          let radius = geometry.farthestVertexDistance($0, fromX: x, y: y)
          return radius / ground.scale(atX: x, y: y) * (1 + ground.slack(atX: x, over: radius))
        }
      }
    }.flatMap { $0 }
  }
}

/// How far the places of each parcel are from the nearest facility along the network: one search for
/// all limits.
struct WalkNearest: LocalQuestion {
  typealias Answer = WalkCoverage

  let choice: FacilityChoice
  /// The longest limit that will be asked for, metres; what is nearest is looked for up to twice as
  /// far.
  let limit: Double

  init(_ choice: FacilityChoice, within limit: Double) {
    self.choice = choice
    self.limit = limit
  }

  var needs: [any Question] { [Chosen(choice), DirectWalks()] }

  /// How far is looked, metres.
  var searchLimit: Double { min(max(2 * limit, 1_000), WalkNetwork.longestLimit) }

  func answer(in city: MeasuredCity, _ known: Answers) async throws -> WalkCoverage {
    guard let walks = city.walks else { preconditionFailure("a walk without a network") }
    let selection = known[choice]
    let inside = city.inside(selection.certain)
    return try await WalkCoverage(
      of: selection, walks,
      inside: (
        inside, selection.possible.isEmpty ? inside : city.inside(selection.all)
      ), known[DirectWalks()], within: searchLimit, workers: city.workers)
  }
}

extension MeasuredCity {
  /// A kernel over all parcels for the facilities of a selection.
  func coverageKernel(
    _ selection: FacilitySelection, radiusOfParcel: [Double]
  ) -> CoverageKernel {
    let parcels = city.parcels
    return CoverageKernel(
      geometry: parcels.rows.geometry, placeX: parcels.rows.placeX, placeY: parcels.rows.placeY,
      radiusOfParcel: radiusOfParcel, entranceOffsets: parcels.entranceOffsets,
      entrances: parcels.entrances, certain: sites(of: selection.certain),
      atBest: selection.possible.isEmpty ? nil : sites(of: selection.all), ground: city.ground)
  }

  /// An index over where some facilities are reached; those that have no place are left out.
  func sites(of facilities: [Int32]) -> FacilitySites {
    let rows = city.facilities.rows
    return FacilitySites(facilities.filter { rows.isPlaced(Int($0)) }, of: city.facilities)
  }
}
