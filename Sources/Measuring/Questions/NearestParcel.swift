internal import Geodesy
internal import Planar
internal import Planning
internal import Rules

/// How far facilities are from the nearest parcel, by its outline, as the crow flies.
package struct NearestParcel: PortableQuestion {
  /// Those judged.
  package let judged: FacilityChoice
  /// Metres beyond which nobody asks.
  package let limit: Double

  package init(of judged: FacilityChoice, within limit: Double) {
    self.judged = judged
    self.limit = limit
  }

  package var needs: [any Question] { [Chosen(judged)] }

  /// One entry per facility; of those not judged there is nothing to say.
  package struct Answer: Portable {
    /// Metres; infinite where none is within the limit.
    package var distance: [Double]
    /// Metres to the nearest of those that may be there, too.
    package var distanceAtBest: [Double]

    package init(parcels: Int, facilities: Int, units: Int) {
      distance = Array(repeating: .infinity, count: facilities)
      distanceAtBest = distance
    }

    package mutating func carry(_ carrier: inout some Carrier) throws(PartError) {
      try carrier.facilities(&distance)
      try carrier.facilities(&distanceAtBest)
    }
  }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> Answer {
    let rows = city.city.facilities.rows
    let judged = known[self.judged].all.map { Int($0) }
    var answer = Answer(parcels: 0, facilities: rows.count, units: 0)
    let certain = distances(of: judged, to: city.city.parcels, city)
    let rejected = city.city.setAside.parcels
    let possible = distances(of: judged, to: rejected, city)
    let isAnywhere =
      city.city.setAside.lost.parcelsDecide
      && (0..<rejected.count).contains { !rejected.rows.isPlaced($0) }
    for (index, row) in judged.enumerated() {
      answer.distance[row] = certain[index]
      let atBest = min(certain[index], possible[index])
      answer.distanceAtBest[row] = isAnywhere || !rows.isPlaced(row) ? 0 : atBest
    }
    return answer
  }

  private func distances(
    of judged: [Int], to parcels: Parcels, _ city: MeasuredCity
  ) -> [Double] {
    let rows = city.city.facilities.rows
    return FacilitySites(homes: parcels).search { view in
      judged.map { row in
        guard rows.isPlaced(row) else { return .infinity }
        let found = view.nearest(toX: rows.placeX[row], y: rows.placeY[row], on: city.city.ground)
        return found.map { $0.distance <= limit ? $0.distance : .infinity } ?? .infinity
      }
    }
  }
}
