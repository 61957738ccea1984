internal import Geodesy
internal import Planar
internal import Planning
internal import Rules
internal import Walking

/// How far facilities of some kinds are from the nearest other facility of a choice.
package struct NearestOther: PortableQuestion {
  /// Those judged.
  package let judged: FacilityChoice
  /// Those that count.
  package let counted: FacilityChoice
  /// The longest limit that will be asked for along the network, metres; `nil`: a straight line,
  /// however far.
  package let walk: Double?

  package init(
    of judged: FacilityChoice, among counted: FacilityChoice, walking walk: Double?
  ) {
    self.judged = judged
    self.counted = counted
    self.walk = walk
  }

  package var needs: [any Question] { [Chosen(judged), Chosen(counted)] }

  /// Columns, one entry per facility; of those not judged there is nothing to say.
  package struct Answer: Portable {
    /// Row of the nearest one that surely counts, or -1.
    package var nearest: [Int32]
    /// Metres to it; infinite where there is none.
    package var distance: [Double]
    /// Metres to the nearest of those that may count, too.
    package var distanceAtBest: [Double]
    /// Whether no street is near it.
    package var isLost: [Bool]

    package init(parcels: Int, facilities: Int, units: Int) {
      nearest = Array(repeating: -1, count: facilities)
      distance = Array(repeating: .infinity, count: facilities)
      distanceAtBest = distance
      isLost = Array(repeating: false, count: facilities)
    }

    package mutating func carry(_ carrier: inout some Carrier) throws(PartError) {
      try carrier.facilityOfFacility(&nearest)
      try carrier.facilities(&distance)
      try carrier.facilities(&distanceAtBest)
      try carrier.facilities(&isLost)
    }
  }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> Answer {
    let judged = known[self.judged].all
    let rows = city.city.facilities.rows
    let counted = known[self.counted]
    var answer = Answer(parcels: 0, facilities: city.city.facilities.count, units: 0)
    let certain = try await nearest(of: judged, among: counted.certain, in: city)
    let atBest =
      counted.possible.isEmpty
      ? certain : try await nearest(of: judged, among: counted.all, in: city)
    let zones =
      city.frame.hasDoubtfulFacilities
      ? DoubtfulZones(
        self.counted, .count, in: city, counted,
        offers: Array(repeating: Bounds(count: 1), count: rows.count)) : nil
    for (index, row) in judged.enumerated() {
      answer.nearest[Int(row)] = certain[index]?.row ?? -1
      answer.distance[Int(row)] = certain[index]?.distance ?? .infinity
      answer.distanceAtBest[Int(row)] = atBest[index]?.distance ?? .infinity
      if let zones {
        let place = Point(x: rows.placeX[Int(row)], y: rows.placeY[Int(row)])
        answer.distanceAtBest[Int(row)] = min(
          answer.distanceAtBest[Int(row)], zones.distance(to: place, excluding: row))
      }
      if !rows.isPlaced(Int(row)), !counted.all.allSatisfy({ $0 == row }) {
        // Where it is itself is not known.
        answer.distanceAtBest[Int(row)] = 0
      }
      if walk != nil, rows.isPlaced(Int(row)), let walks = city.walks {
        answer.isLost[Int(row)] = walks.access.facilities.isLost(Int(row))
      }
    }
    return answer
  }

  /// Along the network if the limit is; else as the crow flies.
  private func nearest(
    of judged: [Int32], among counted: [Int32], in city: MeasuredCity
  ) async throws -> [(row: Int32, distance: Double)?] {
    if let walk, let walks = city.walks {
      return try await walks.nearestOthers(
        of: judged, among: counted, within: max(2 * walk, 1_000), workers: city.workers)
    }
    let rows = city.city.facilities.rows
    let ground = city.city.ground
    return city.sites(of: counted).search { view in
      judged.map { row -> (row: Int32, distance: Double)? in
        guard rows.isPlaced(Int(row)) else { return nil }
        return view.nearest(
          toX: rows.placeX[Int(row)], y: rows.placeY[Int(row)], excluding: row, on: ground)
      }
    }
  }
}
