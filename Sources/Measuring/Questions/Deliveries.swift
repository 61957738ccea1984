internal import Planning

/// Whether facilities are delivered no later than the housing that they are declared for, or lie in.
package struct Deliveries: PortableQuestion {
  package let choice: FacilityChoice

  package init(_ choice: FacilityChoice) { self.choice = choice }

  package var needs: [any Question] { [Chosen(choice), Own(choice)] }

  package struct Answer: Portable {
    /// By parcel, over its facilities; of those that only may count nothing is sure.
    package var ofParcel: [Truth]
    /// Whether a parcel has any.
    package var parcelHasAny: [Bool]
    /// By facility, over its housing.
    package var ofFacility: [Truth]
    /// Whether a facility has any housing.
    package var facilityHasAny: [Bool]

    package init(parcels: Int, facilities: Int, units: Int) {
      ofParcel = Array(repeating: .yes, count: parcels)
      parcelHasAny = Array(repeating: false, count: parcels)
      ofFacility = Array(repeating: .yes, count: facilities)
      facilityHasAny = Array(repeating: false, count: facilities)
    }

    package mutating func carry(_ carrier: inout some Carrier) throws(PartError) {
      try carrier.parcels(&ofParcel)
      try carrier.parcels(&parcelHasAny)
      try carrier.facilities(&ofFacility)
      try carrier.facilities(&facilityHasAny)
    }
  }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> Answer {
    let (parcels, facilities) = (city.city.parcels, city.city.facilities)
    let edges = known[Own(choice)].edges
    let possible = Set(known[choice].possible)
    var answer = Answer(
      parcels: parcels.count, facilities: facilities.count, units: city.frame.units.count)
    for parcel in 0..<parcels.count {
      let own = edges.facilities(of: parcel)
      // Those that surely count first: what only may count then changes no more than it can.
      for mayCountOnly in [false, true] {
        for facility in own where possible.contains(facility) == mayCountOnly {
          let row = Int(facility)
          var truth = Truth.unknown
          if let dwellings = parcels.delivered[parcel] {
            truth = facilities.isDelivered(row, by: dwellings)
          }
          answer.ofFacility[row] = answer.ofFacility[row] && truth
          answer.facilityHasAny[row] = true
          // What may not count neither fails a parcel nor gives it its pass.
          if mayCountOnly, truth != .yes || !answer.parcelHasAny[parcel] { truth = .unknown }
          answer.ofParcel[parcel] = answer.ofParcel[parcel] && truth
          answer.parcelHasAny[parcel] = true
        }
      }
    }
    return answer
  }
}

extension Facilities {
  /// Whether a facility is delivered no later than on a day. One that has opened by then was; of one
  /// that opened later nothing follows.
  fileprivate func isDelivered(_ row: Int, by day: CalendarDate) -> Truth {
    if let delivered = delivered[row] { return !Truth(day.isBefore(delivered)) }
    guard let opened = opened[row], day.isBefore(opened) == false else { return .unknown }
    return .yes
  }
}
