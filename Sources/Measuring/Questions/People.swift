internal import Planar
internal import Planning
internal import Quantities
package import Rules

/// How many people or dwellings each parcel has.
package struct People: PortableQuestion {
  /// What is counted.
  package enum Measure: Hashable, Sendable {
    /// As the data has it, or estimated by the project's assumption.
    case people(PeopleMeasure)
    /// Each parcel as one.
    case parcels
    /// Square metres of the parcel.
    case area
  }

  package let measure: Measure

  package init(_ measure: Measure) { self.measure = measure }

  /// By parcel.
  package struct Answer: Portable {
    /// In millionths.
    package var bounds: [Bounds]
    /// Whether it rests on an assumption.
    package var isEstimated: [Bool]

    package init(parcels: Int, facilities: Int, units: Int) {
      bounds = Array(repeating: .unknown, count: parcels)
      isEstimated = Array(repeating: false, count: parcels)
    }

    init(bounds: [Bounds], isEstimated: [Bool]) {
      self.bounds = bounds
      self.isEstimated = isEstimated
    }

    package mutating func carry(_ carrier: inout some Carrier) throws(PartError) {
      try carrier.parcels(&bounds)
      try carrier.parcels(&isEstimated)
    }
  }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> Answer {
    let parcels = city.city.parcels
    switch measure {
    case .parcels: return exact(parcels.count) { _ in Bounds(count: 1) }
    case .area:
      return exact(parcels.count) { Bounds(Amount(rounding: parcels.rows.geometry.area(of: $0))) }
    case .people(.households): return exact(parcels.count) { Bounds(parcels.households[$0]) }
    case .people(.elders): return exact(parcels.count) { Bounds(parcels.elders[$0]) }
    case .people(.infants): return exact(parcels.count) { Bounds(parcels.infants[$0]) }
    case .people(.population): return population(city)
    }
  }

  private func exact(_ count: Int, _ bounds: (Int) -> Bounds) -> Answer {
    Answer(bounds: (0..<count).map(bounds), isEstimated: Array(repeating: false, count: count))
  }

  private func population(_ city: MeasuredCity) -> Answer {
    let parcels = city.city.parcels
    var answer = Answer(parcels: parcels.count, facilities: 0, units: 0)
    let size = city.frame.project.assumptions.personsPerHousehold
    for row in 0..<parcels.count {
      guard let people = parcels.residents(of: row, perHousehold: size) else { continue }
      answer.bounds[row] = Bounds(people)
      answer.isEstimated[row] = parcels.population[row] == nil
    }
    return answer
  }
}
