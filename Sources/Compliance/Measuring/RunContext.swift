internal import Documents
internal import GeoData
internal import Planar
internal import Planning
internal import Quantities
internal import Rules
internal import Workers

/// What all rules of a run share: the city, and what was measured of it once for many rules.
final class RunContext {
  let city: City
  let vocabulary: FacilityKinds
  let workers: Workers
  let parcelColumns: ParcelColumns
  let facilityColumns: FacilityColumns
  let unitColumns: UnitColumns
  /// Per parcel: metres from its place to its farthest vertex; empty where nothing asks for it.
  let parcelRadius: [Double]
  /// The walking network, with the rows of the city on it; `nil`: walks are straight lines times
  /// the detour factor.
  let walking: Walks?
  /// Under review: what is planned; `nil` in a batch.
  let planned: PlannedRows?
  /// Leaves out what only explains a verdict: other speeds, other attributions.
  let isBrief: Bool
  /// Findings so far, by applied rule.
  var findings: [RuleKey: RuleFindings] = [:]

  /// Searches of the network so far.
  var walkCoverages: [WalkKey: WalkCoverage] = [:]

  private var parcelTruths: [Condition: [Truth]] = [:]
  private var facilityTruths: [Condition: [Truth]] = [:]
  private var unitTruths: [Condition: [Truth]] = [:]
  private var selections: [SelectionKey: FacilitySelection] = [:]
  private var grids: [[Int32]: PointGrid] = [:]

  init(
    city: City, vocabulary: FacilityKinds, workers: Workers, walking: Walks? = nil,
    planned: PlannedRows? = nil,
    isBrief: Bool = false, measuresParcels: Bool = true
  ) async throws {
    self.city = city
    self.walking = walking
    self.planned = planned
    self.isBrief = isBrief
    self.vocabulary = vocabulary
    self.workers = workers
    parcelColumns = ParcelColumns(parcels: city.parcels, units: city.units)
    unitColumns = UnitColumns(units: city.units)
    facilityColumns = FacilityColumns(
      facilities: city.facilities, units: city.units,
      kindNames: vocabulary.lineages)
    let rows = city.parcels.rows
    guard measuresParcels else {
      parcelRadius = []
      return
    }
    parcelRadius = try await workers.map(rows.count) { range in
      rows.geometry.withBuffers { geometry in
        range.map {
          geometry.farthestVertexDistance($0, fromX: rows.placeX[$0], y: rows.placeY[$0])
        }
      }
    }.flatMap { $0 }
  }

  func truthsOfParcels(_ condition: Condition) -> [Truth] {
    cached(&parcelTruths, condition) { $0.truths(in: parcelColumns) }
  }

  func truthsOfFacilities(_ condition: Condition) -> [Truth] {
    cached(&facilityTruths, condition) { $0.truths(in: facilityColumns) }
  }

  func truthsOfUnits(_ condition: Condition) -> [Truth] {
    cached(&unitTruths, condition) { $0.truths(in: unitColumns) }
  }

  func selection(_ kinds: [String], _ filter: Condition) -> FacilitySelection {
    cached(&selections, SelectionKey(kinds: kinds, filter: filter)) { key in
      let wanted = vocabulary.descendants(of: key.kinds)
      let truths = truthsOfFacilities(key.filter)
      var certain: [Int32] = []
      var possible: [Int32] = []
      for (row, kind) in city.facilities.kind.enumerated() where wanted.contains(kind) {
        switch truths[row] {
        case .yes: certain.append(Int32(row))
        case .unknown: possible.append(Int32(row))
        case .no: break
        }
      }
      return FacilitySelection(certain: certain, possible: possible)
    }
  }

  /// An index over the places of some facilities.
  func grid(of facilities: [Int32]) -> PointGrid {
    cached(&grids, facilities) {
      let rows = city.facilities.rows
      return PointGrid(rows: $0, x: rows.placeX, y: rows.placeY)
    }
  }

  private func cached<Key: Hashable, Value>(
    _ store: inout [Key: Value], _ key: Key, _ make: (Key) -> Value
  ) -> Value {
    if let known = store[key] { return known }
    let made = make(key)
    store[key] = made
    return made
  }

  /// A limit in metres: of a straight line, or of a walk along the network.
  struct Limit {
    let metres: Double
    /// Whether it is one of walking.
    let isWalk: Bool
    /// Whether it is measured along the network.
    let isOnNetwork: Bool
    /// Where it comes from minutes: the metres at 0.8, 1.0 and 1.2 m/s, whatever the rule's own
    /// speed; a verdict that differs among them is sensitive to it.
    let atSpeeds: [Double]

    /// Whether a straight line stands for a walk.
    var isStandIn: Bool { isWalk && !isOnNetwork }
    /// At any of the speeds.
    var longest: Double { atSpeeds.reduce(metres) { max($0, $1) } }
  }

  /// A reach as the pack and the project state it: along the network where there is one, else a
  /// walk is a straight line times the detour factor.
  func limit(_ reach: Reach, _ pack: RulePack) -> Limit {
    let isOnNetwork = walking != nil
    let detour =
      isOnNetwork ? 1 : (city.project.assumptions.detour ?? Amount(micros: 1_300_000)).double
    switch reach {
    case .radius(let metres):
      return Limit(metres: metres.double, isWalk: false, isOnNetwork: false, atSpeeds: [])
    case .walk(let metres):
      return Limit(
        metres: metres.double / detour, isWalk: true, isOnNetwork: isOnNetwork, atSpeeds: [])
    case .walkTime(let minutes):
      func metres(_ metresPerMinute: Double) -> Double {
        minutes.double * metresPerMinute / detour
      }
      let parameters = city.project.parameters
      let speed = pack.walkingSpeed(
        stated: parameters["\(pack.id).walking_speed"] ?? parameters["walking_speed"])
      return Limit(
        metres: metres(speed.double), isWalk: true, isOnNetwork: isOnNetwork,
        atSpeeds: [48, 60, 72].map(metres))
    }
  }

  /// A number of people or dwellings of a parcel, and whether it was estimated.
  func people(_ measure: PeopleMeasure, ofParcel row: Int) -> (bounds: Bounds, estimated: Bool) {
    let parcels = city.parcels
    switch measure {
    case .households: return (Bounds(parcels.households[row]), false)
    case .elders: return (Bounds(parcels.elders[row]), false)
    case .infants: return (Bounds(parcels.infants[row]), false)
    case .population:
      if let known = parcels.population[row] { return (Bounds(known), false) }
      guard let households = parcels.households[row],
        let size = city.project.assumptions.personsPerHousehold
      else { return (.unknown, false) }
      let product = Int128(households.micros) * Int128(size.micros) / Int128(Amount.scale)
      guard product < Int128(Int64.max) else { return (.unknown, false) }
      return (Bounds(Amount(micros: Int64(product))), true)
    }
  }
}
