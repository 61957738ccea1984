internal import GeoFiles
internal import Planar

/// A city, or a part of it, with a plan in it: rows sorted by id as in any city, and where each is
/// from.
public struct JoinedCity: Sendable {
  /// Both together.
  public let city: City
  /// By parcel: its row in the city as it is, or -1: it is the plan's.
  public let cityParcels: [Int32]
  /// By facility: its row in the city as it is, or -1: it is the plan's.
  public let cityFacilities: [Int32]
  /// By parcel of the plan: its row here.
  public let planParcels: [Int]
  /// By facility of the plan: its row here.
  public let planFacilities: [Int]

  /// Joins a plan to some rows of a city.
  ///
  /// - Parameters:
  ///   - city: As it is.
  ///   - parcels: Rows to keep, ascending; with a facility, the parcels that it is declared for.
  ///   - facilities: Rows to keep, ascending.
  ///   - plan: Its ids are not those of rows of the city; see `Plan.repeatedIDs(in:)`.
  public init(_ city: City, parcels: [Int], facilities: [Int], plan: Plan) {
    let keptParcels = city.parcels.selecting(parcels)
    let keptFacilities = city.facilities.selecting(facilities, parcels: parcels)
    let allParcels = keptParcels.appending(plan.parcels)
    let parcelOrder = IDOrder.sorted(
      Array(0..<allParcels.count), ids: allParcels.rows.ids)
    var allFacilities = keptFacilities.appending(
      plan.facilities, parcelsBehind: keptParcels.count)
    let rowsByID = Dictionary(
      zip(allParcels.rows.ids, allParcels.rows.ids.indices), uniquingKeysWith: { a, _ in a })
    for (row, ids) in plan.servedParcelIDs.enumerated() where !ids.isEmpty {
      allFacilities.servedParcels[keptFacilities.count + row] = Set(
        ids.compactMap { rowsByID[$0] }
      ).sorted()
    }
    Self.settle(plan, keptParcels, keptFacilities.count, &allFacilities)
    let facilityOrder = IDOrder.sorted(
      Array(0..<allFacilities.count), ids: allFacilities.rows.ids)
    var joined = city
    joined.parcels = allParcels.selecting(parcelOrder)
    joined.facilities = allFacilities.selecting(facilityOrder, parcels: parcelOrder)
    if plan.sources.isEmpty || plan.sources != city.project.layers.planSources {
      // What the project declares about a plan is about its own.
      joined.project.statistics.removeAll { $0.subject == .territory("plan") }
    }
    joined.rejected = []
    joined.notes = []
    self.city = joined
    cityParcels = parcelOrder.map { Int32($0 < parcels.count ? parcels[$0] : -1) }
    cityFacilities = facilityOrder.map { Int32($0 < facilities.count ? facilities[$0] : -1) }
    planParcels = Self.places(of: parcelOrder, from: keptParcels.count)
    planFacilities = Self.places(of: facilityOrder, from: keptFacilities.count)
  }

  /// A planned facility that lies in none of the plan's parcels may lie in one of the city's.
  private static func settle(
    _ plan: Plan, _ kept: Parcels, _ first: Int, _ facilities: inout Facilities
  ) {
    let homeless = (0..<plan.facilities.count).filter { plan.facilities.insideParcel[$0] < 0 }
    guard !homeless.isEmpty else { return }
    kept.rows.geometry.withBuffers { buffers in
      for row in homeless {
        let x = plan.facilities.rows.placeX[row]
        let y = plan.facilities.rows.placeY[row]
        let home = (0..<kept.count).first { parcel in
          buffers.kinds[parcel].isPolygon && buffers.envelope(of: parcel).contains(x: x, y: y)
            && buffers.contains(parcel, x: x, y: y)
        }
        facilities.insideParcel[first + row] = home.map { Int32($0) } ?? -1
      }
    }
  }

  private static func places(of order: [Int], from first: Int) -> [Int] {
    var places = Array(repeating: 0, count: order.count - first)
    for (place, row) in order.enumerated() where row >= first { places[row - first] = place }
    return places
  }
}

extension Plan {
  /// Ids of the plan's parcels and facilities that rows of the city have already.
  public func repeatedIDs(in city: City) -> (parcels: [String], facilities: [String]) {
    func repeated(_ mine: [String], _ theirs: [String]) -> [String] {
      let known = Set(theirs)
      return mine.filter(known.contains)
    }
    return (
      repeated(parcels.rows.ids, city.parcels.rows.ids),
      repeated(facilities.rows.ids, city.facilities.rows.ids)
    )
  }
}
