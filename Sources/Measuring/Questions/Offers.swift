internal import Planning
package import Rules

/// What each facility has of something.
package struct Offers: PortableQuestion {
  package let measure: FacilityMeasure

  package init(_ measure: FacilityMeasure) { self.measure = measure }

  /// By facility.
  package struct Answer: Portable {
    /// In millionths; unknown where nothing is stated.
    package var bounds: [Bounds]

    package init(parcels: Int, facilities: Int, units: Int) {
      bounds = Array(repeating: .unknown, count: facilities)
    }

    init(bounds: [Bounds]) { self.bounds = bounds }

    package mutating func carry(_ carrier: inout some Carrier) throws(PartError) {
      try carrier.facilities(&bounds)
    }
  }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> Answer {
    Answer(bounds: Bounds.offers(of: city.city.facilities, measure))
  }
}

extension Answers {
  /// What the facilities of a choice offer, by facility: nothing of those that do not count, and
  /// nothing at worst of those that only may.
  func offers(_ choice: FacilityChoice, _ measure: FacilityMeasure) -> [Bounds] {
    let all = self[Offers(measure)].bounds
    var offers = Array(repeating: Bounds.zero, count: all.count)
    let selection = self[choice]
    for row in selection.certain { offers[Int(row)] = all[Int(row)] }
    for row in selection.possible {
      offers[Int(row)] = Bounds(low: 0, high: all[Int(row)].high)
    }
    return offers
  }
}
