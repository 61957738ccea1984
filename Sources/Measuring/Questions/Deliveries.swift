internal import Planning
package import Quantities

/// Whether facilities are delivered no later than the housing that they are declared for, or lie in.
package struct Deliveries: PortableQuestion {
  package let choice: FacilityChoice

  /// Of the dwellings that a facility is for, how many percent at most may be handed over before it, this
  /// many excluded; `nil`: none, parcel by parcel.
  package let percent: Amount?

  package init(_ choice: FacilityChoice, before percent: Amount? = nil) {
    self.choice = choice
    self.percent = percent
  }

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
    let homes = percent.map { (percent: $0, edges: edges.parcels(ofFacilities: facilities.count)) }
    var answer = Answer(
      parcels: parcels.count, facilities: facilities.count, units: city.frame.units.count)
    for parcel in 0..<parcels.count {
      let own = edges.facilities(of: parcel)
      // Those that surely count first: what only may count then changes no more than it can.
      for mayCountOnly in [false, true] {
        for facility in own where possible.contains(facility) == mayCountOnly {
          let row = Int(facility)
          var truth =
            homes.map { homes in
              facilities.isDelivered(
                row, before: homes.percent, of: homes.edges.facilities(of: row), parcels)
            } ?? facilities.isDelivered(row, by: parcels.delivered[parcel])
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
  fileprivate func isDelivered(_ row: Int, by day: CalendarDate?) -> Truth {
    guard let day else { return .unknown }
    if let delivered = delivered[row] { return !Truth(day.isBefore(delivered)) }
    guard let opened = opened[row], day.isBefore(opened) == false else { return .unknown }
    return .yes
  }

  /// Whether a facility is delivered before so many percent of the dwellings of some parcels are; where
  /// it is not known how many a parcel has, it has none or any number.
  fileprivate func isDelivered(
    _ row: Int, before percent: Amount, of homes: ArraySlice<Int32>, _ parcels: Parcels
  ) -> Truth {
    let all = homes.map { home in
      (
        isInTime: isDelivered(row, by: parcels.delivered[Int(home)]),
        dwellings: homes.count == 1 ? Amount(1) : parcels.households[Int(home)]
      )
    }
    // Whatever the dwellings come to.
    if all.allSatisfy({ $0.isInTime == .yes }) { return .yes }
    if all.allSatisfy({ $0.isInTime == .no }) { return .no }
    guard all.allSatisfy({ $0.dwellings != nil }) else { return .unknown }
    func dwellings(_ isMeant: (Truth) -> Bool) -> Int128 {
      all.reduce(0) { $0 + (isMeant($1.isInTime) ? Int128($1.dwellings?.micros ?? 0) : 0) }
    }
    let limit = dwellings { _ in true } * Int128(percent.micros)
    func isBelow(_ earlier: Int128) -> Bool { earlier * 100 * Int128(Amount.scale) < limit }
    if isBelow(dwellings { $0 != .yes }) { return .yes }
    return isBelow(dwellings { $0 == .no }) ? .unknown : .no
  }
}
