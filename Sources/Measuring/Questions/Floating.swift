internal import Geodesy
internal import Planar
internal import Planning
internal import Quantities
package import Rules
internal import Workers

/// Supply within each parcel's circle, and demand within the same circle: a floating catchment, as it
/// is done by hand.
package struct Floating: PortableQuestion {
  package let choice: FacilityChoice
  package let measure: FacilityMeasure
  package let demand: People.Measure
  /// Metres on the ground.
  package let radius: Double

  package var needs: [any Question] {
    [Chosen(choice), Offers(measure), People(demand)]
  }

  package struct Answer: Portable {
    var supply: [Bounds]
    var demand: [Bounds]
    var isEstimated: [Bool]
    var edges: ReachEdges

    package init(parcels: Int, facilities: Int, units: Int) {
      supply = Array(repeating: .zero, count: parcels)
      demand = supply
      isEstimated = Array(repeating: false, count: parcels)
      edges = ReachEdges(parcels: parcels)
    }

    package mutating func carry(_ carrier: inout some Carrier) throws(PartError) {
      try carrier.parcels(&supply)
      try carrier.parcels(&demand)
      try carrier.parcels(&isEstimated)
      try carrier.edges(&edges)
    }
  }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> Answer {
    let rows = city.city.parcels.rows
    let radius = radius
    let ground = city.city.ground
    let workers = city.workers
    func sums(of values: [Bounds]) async throws -> [Bounds] {
      let sums = DiscSums(x: rows.placeX, y: rows.placeY, values: values, radius: radius)
      return try await workers.map(rows.count, grain: 16_384) { range in
        sums.sums(
          in: range.lazy.map {
            ground.disc(aroundX: rows.placeX[$0], y: rows.placeY[$0], metres: radius)
          })
      }.flatMap { $0 }
    }
    let people = known[People(demand)]
    var answer = Answer(parcels: 0, facilities: 0, units: 0)
    answer.demand = try await sums(of: people.bounds)
    answer.isEstimated = people.isEstimated
    if people.isEstimated.contains(true) {
      answer.isEstimated = try await sums(
        of: people.isEstimated.map { Bounds(count: $0 ? 1 : 0) }
      ).map { $0 != .zero }
    }
    answer.edges = try await city.edges(to: city.sites(of: known[choice].all), within: radius)
    answer.supply = try await answer.edges.sums(of: known.offers(choice, measure), workers)
    return answer
  }
}
