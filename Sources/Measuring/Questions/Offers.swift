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
    /// Whether it is what is drawn, and no figure of the data.
    package var isEstimated: [Bool]

    package init(parcels: Int, facilities: Int, units: Int) {
      bounds = Array(repeating: .unknown, count: facilities)
      isEstimated = Array(repeating: false, count: facilities)
    }

    init(bounds: [Bounds], isEstimated: [Bool]) {
      self.bounds = bounds
      self.isEstimated = isEstimated
    }

    package mutating func carry(_ carrier: inout some Carrier) throws(PartError) {
      try carrier.facilities(&bounds)
      try carrier.facilities(&isEstimated)
    }
  }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> Answer {
    let facilities = city.city.facilities
    return Answer(
      bounds: Bounds.offers(of: facilities, measure),
      isEstimated: measure == .landArea
        ? facilities.isLandDrawn : Array(repeating: false, count: facilities.count))
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
