internal import Planar

/// Some rows of a city, taken out of it once to be joined with plan after plan.
public struct CityExtract: Sendable {
  /// The city with these rows only.
  fileprivate let city: City
  /// Their rows in the whole city, ascending.
  fileprivate let parcels: [Int]
  fileprivate let facilities: [Int]
  /// Those of the facilities, by their place here, that lie in no parcel of the whole city.
  fileprivate let homeless: [Int]

  /// Takes rows out of a city.
  ///
  /// - Parameters:
  ///   - city: As it is.
  ///   - parcels: Rows to keep, ascending; with a facility, the parcels that it is declared for.
  ///   - facilities: Rows to keep, ascending.
  public init(of city: City, parcels: [Int], facilities: [Int]) {
    self.parcels = parcels
    self.facilities = facilities
    homeless = facilities.indices.filter { city.facilities.insideParcel[facilities[$0]] < 0 }
    var extract = city
    extract.parcels = city.parcels.selecting(parcels)
    extract.facilities = city.facilities.selecting(facilities, parcels: parcels)
    extract.rejected = []
    extract.notes = []
    self.city = extract
  }
}

/// A city, or a part of it, with a plan in it: the rows of the city in their order, then those of
/// the plan, and where each is from.
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

  /// Joins a plan to rows of a city.
  ///
  /// - Parameters:
  ///   - extract: The rows.
  ///   - plan: Its ids are not those of rows of the city; see `Plan.repeatedIDs(in:)`.
  ///   - columns: Source columns to keep; `nil`: all. Where some are left out, so is the geometry
  ///     in WGS 84.
  public init(_ extract: CityExtract, plan: Plan, columns: ColumnsRead? = nil) {
    let plan = columns.map { plan.reduced(to: $0) } ?? plan
    let (keptParcels, keptFacilities) = (extract.city.parcels, extract.city.facilities)
    let allParcels = keptParcels.appending(plan.parcels)
    var allFacilities = keptFacilities.appending(
      plan.facilities, parcelsBehind: keptParcels.count)
    for row in keptFacilities.count..<allFacilities.count {
      allFacilities.isTakenAsBuilt[row] = true
    }
    if plan.servedParcelIDs.contains(where: { !$0.isEmpty }) {
      let rowsByID = Dictionary(
        zip(allParcels.rows.ids, allParcels.rows.ids.indices), uniquingKeysWith: { a, _ in a })
      for (row, ids) in plan.servedParcelIDs.enumerated() where !ids.isEmpty {
        allFacilities.servedParcels[keptFacilities.count + row] = Set(
          ids.compactMap { rowsByID[$0] }
        ).sorted()
      }
    }
    let homeless = (0..<plan.facilities.count).filter { plan.facilities.insideParcel[$0] < 0 }
    allFacilities.settle(homeless.map { keptFacilities.count + $0 }, in: keptParcels, behind: 0)
    allFacilities.settle(extract.homeless, in: plan.parcels, behind: keptParcels.count)
    var joined = extract.city
    joined.parcels = allParcels
    joined.facilities = allFacilities
    if plan.sources.isEmpty || plan.sources != joined.project.layers.planSources {
      // What the project declares about a plan is about its own.
      joined.project.statistics.removeAll { $0.subject == .territory("plan") }
    }
    joined.setAside = joined.setAside.appending(plan.setAside)
    city = joined
    cityParcels =
      extract.parcels.map { Int32($0) } + Array(repeating: -1, count: plan.parcels.count)
    cityFacilities =
      extract.facilities.map { Int32($0) } + Array(repeating: -1, count: plan.facilities.count)
    planParcels = Array(keptParcels.count..<allParcels.count)
    planFacilities = Array(keptFacilities.count..<allFacilities.count)
  }

  /// The city's facilities that stand in parcels of the plan, by their rows in city and plan,
  /// ascending: they are these parcels' own.
  public var facilitiesOnSite: [(facility: Int, parcel: Int)] {
    cityFacilities.indices.compactMap { row in
      let home = Int(city.facilities.insideParcel[row]) - (planParcels.first ?? 0)
      return cityFacilities[row] >= 0 && planParcels.indices.contains(home)
        ? (Int(cityFacilities[row]), home) : nil
    }
  }
}

extension Facilities {
  /// Says of facilities that lie in no parcel of their own document which of the other's they lie in.
  ///
  /// - Parameters:
  ///   - rows: Those facilities.
  ///   - parcels: The parcels of the other document.
  ///   - first: Row of the first of these here.
  fileprivate mutating func settle(_ rows: [Int], in parcels: Parcels, behind first: Int) {
    guard !rows.isEmpty, parcels.count > 0 else { return }
    let geometry = parcels.rows.geometry
    geometry.withBuffers { buffers in
      var extent = Envelope.empty
      for parcel in 0..<parcels.count { extent.formUnion(buffers.envelope(of: parcel)) }
      let near = rows.filter { extent.contains(x: self.rows.placeX[$0], y: self.rows.placeY[$0]) }
      // An index is worth its making where there are many of both.
      let all = Array(0..<parcels.count)
      let index = near.count * parcels.count > 20_000 ? SpatialIndex(geometry) : nil
      for row in near {
        let (x, y) = (self.rows.placeX[row], self.rows.placeY[row])
        let place = Envelope(minX: x, minY: y, maxX: x, maxY: y)
        let candidates = index.map { $0.rows(in: place).sorted() } ?? all
        let home = candidates.first { parcel in
          buffers.kinds[parcel].isPolygon && buffers.envelope(of: parcel).contains(x: x, y: y)
            && buffers.contains(parcel, x: x, y: y)
        }
        if let home { insideParcel[row] = Int32(first + home) }
      }
    }
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
