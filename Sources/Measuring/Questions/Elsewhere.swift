internal import Planar
internal import Planning
package import Rules

/// What facilities of which it is not known where, or whether, they are may add for each parcel: at
/// worst nothing, at best all that they have.
package struct Elsewhere: PortableQuestion {
  package let choice: FacilityChoice
  package let measure: FacilityMeasure
  /// How near such a facility would have to be, metres as the crow flies; 0: in the parcel.
  package let metres: Double

  package init(
    _ choice: FacilityChoice, _ measure: FacilityMeasure, within metres: Double
  ) {
    self.choice = choice
    self.measure = measure
    self.metres = metres
  }

  package var needs: [any Question] { [Chosen(choice), Offers(measure), ParcelRadius()] }

  /// Columns, one entry per parcel; empty where all is known of all facilities.
  package struct Answer: Portable {
    private var offer: [Bounds]
    private var facility: [Int32]
    private var rejected: [Int32]
    private var counts: [Int32]

    package init(parcels: Int, facilities: Int, units: Int) {
      offer = Array(repeating: .zero, count: parcels)
      facility = Array(repeating: -1, count: parcels)
      rejected = facility
      counts = Array(repeating: 0, count: parcels)
    }

    init(_ zones: [DoubtfulZones.Zone]) {
      offer = zones.map(\.offer)
      facility = zones.map(\.facility)
      rejected = zones.map(\.rejected)
      counts = zones.map(\.count)
    }

    /// Whether nothing may be added for anyone.
    package var isEmpty: Bool { offer.isEmpty }

    /// What may be added for a parcel, in millionths.
    package subscript(_ parcel: Int) -> Bounds { isEmpty ? .zero : offer[parcel] }

    /// The first facility, by row, that may serve a parcel, and that of those rejected; -1: none; and
    /// how many may. `nil` where none may.
    package func facilities(
      of parcel: Int
    ) -> (facility: Int, rejected: Int, count: Int)? {
      guard !isEmpty, counts[parcel] > 0 else { return nil }
      return (Int(facility[parcel]), Int(rejected[parcel]), Int(counts[parcel]))
    }

    package mutating func carry(_ carrier: inout some Carrier) throws(PartError) {
      try carrier.parcels(&offer)
      try carrier.facilityOfParcel(&facility)
      try carrier.parcels(&rejected)
      try carrier.parcels(&counts)
    }
  }

  package func blank(_ frame: Frame) -> Answer {
    Answer(
      parcels: frame.hasDoubtfulFacilities ? frame.parcels : 0, facilities: 0, units: 0)
  }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> Answer {
    guard city.frame.hasDoubtfulFacilities else { return blank(city.frame) }
    let zones = DoubtfulZones(
      choice, measure, in: city, known[choice], offers: known[Offers(measure)].bounds)
    guard !zones.isEmpty else { return blank(city.frame) }
    return Answer(
      zones.near(city.city.parcels, within: metres, radius: known[ParcelRadius()]))
  }
}
