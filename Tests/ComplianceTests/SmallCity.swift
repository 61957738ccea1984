import Compliance
import Documents
import GeoData
import GeoFiles
import Geodesy
import PackSupport
import Planar
import Planning
import Quantities
import Rules
import Wording
import Workers

/// A city made by hand, in metres: parcels and facilities are squares or points, units are
/// rectangles. What a test does not state is missing.
struct SmallCity {
  struct Parcel {
    var id: String
    var x: Double
    var y: Double
    /// Side of the square; zero for a point.
    var side = 0.0
    var households: String?
    var population: String?
    var elders: String?
    var infants: String?
    var status: ParcelStatus?
    var urban: Bool?
    var delivered: String?
    var entrances: [Point] = []
    var phase: Int?
    /// A column of the data's own.
    var pupils: String?
  }

  struct Facility {
    var id: String
    var kind: String
    var x: Double
    var y: Double
    /// Side of the square; zero for a point.
    var side = 0.0
    var floorArea: String?
    var landArea: String?
    var places: String?
    var beds: String?
    var nursingBeds: String?
    var inclusive: Bool?
    var ownership: String?
    var status: FacilityStatus?
    var operating: OperatingState?
    var opened: String?
    var closed: String?
    var delivered: String?
    var residents: String?
    var doctors: String?
    var nurses: String?
    var equipment: [String]?
    var serves: [String] = []
    var entrances: [Point] = []
    var phase: Int?
    /// Where this is stated, the facility names a unit, and it is not known where it is.
    var unit: String?
  }

  struct Unit {
    var id: String
    var level: UnitLevel
    var box: Envelope
    var type: String?
    var urban: Bool?
    var population: String?
    var elders: String?
    var name: String?
    var infants: String?
  }

  var parcels: [Parcel] = []
  var facilities: [Facility] = []
  /// Rows that were rejected: of no kind where that is not known, at NaN where their place is not.
  var rejectedFacilities: [Facility] = []
  var units: [Unit] = []
  var project = Project()

  static let library = TestPacks.library

  /// Runs packs over the city.
  ///
  /// - Parameter change: What else is true of it.
  func check(
    _ packs: [RulePack], workers: Int = 2, _ change: (inout City) throws -> Void = { _ in }
  ) async throws -> ComplianceResult {
    var city = try city()
    try change(&city)
    return try await ComplianceEngine(
      city: city, packs: packs, vocabulary: Self.library.vocabulary,
      workers: Workers(count: workers)
    ).run()
  }

  /// Runs built-in packs over the city.
  func check(_ packs: String..., workers: Int = 2) async throws -> ComplianceResult {
    try await check(packs.map { try Self.library.pack($0) }, workers: workers)
  }

  func city() throws -> City {
    let parcels = self.parcels.sorted { $0.id < $1.id }
    let facilities = self.facilities.sorted { $0.id < $1.id }
    let units = self.units.sorted { ($0.level, $0.id) < ($1.level, $1.id) }
    var parcelGeometry = GeometryColumn()
    for parcel in parcels {
      parcelGeometry.appendSquare(x: parcel.x, y: parcel.y, side: parcel.side)
    }
    var unitGeometry = GeometryColumn()
    for unit in units { unitGeometry.appendBox(unit.box) }

    var unitColumns = Units(
      rows: rows(units.map(\.id), unitGeometry, names: units.map(\.name)),
      level: units.map(\.level))
    unitColumns.type = units.map(\.type)
    unitColumns.urban = units.map(\.urban)
    unitColumns.population = units.map { amount($0.population) }
    unitColumns.elders = units.map { amount($0.elders) }
    unitColumns.infants = units.map { amount($0.infants) }
    func member(_ membership: inout UnitMembership, _ row: Int, _ x: Double, _ y: Double) {
      for (unit, shape) in units.enumerated() where shape.box.contains(x: x, y: y) {
        if membership[row, shape.level] == nil { membership[row, shape.level] = unit }
      }
    }
    for (row, unit) in units.enumerated() {
      member(&unitColumns.parents, row, unit.box.centre.x, unit.box.centre.y)
      // It lies in none that is smaller, whatever its middle does.
      for level in UnitLevel.administrative where level <= unit.level {
        unitColumns.parents[row, level] = level == unit.level ? row : nil
      }
    }

    var parcelColumns = Parcels(rows: rows(parcels.map(\.id), parcelGeometry))
    parcelColumns.households = parcels.map { amount($0.households) }
    parcelColumns.population = parcels.map { amount($0.population) }
    parcelColumns.elders = parcels.map { amount($0.elders) }
    parcelColumns.infants = parcels.map { amount($0.infants) }
    parcelColumns.status = parcels.map { $0.status ?? project.assumptions.status }
    parcelColumns.urban = parcels.map { $0.urban ?? project.assumptions.urban }
    parcelColumns.delivered = parcels.map { $0.delivered.flatMap { CalendarDate($0) } }
    parcelColumns.phase = parcels.map(\.phase)
    if parcels.contains(where: { $0.pupils != nil }) {
      var column = TextColumn()
      for parcel in parcels { column.append(parcel.pupils) }
      parcelColumns.rows.attributes.set("pupils", .text(column))
    }
    var offsets = [0]
    for (row, parcel) in parcels.enumerated() {
      member(&parcelColumns.units, row, parcel.x, parcel.y)
      parcelColumns.entrances += parcel.entrances
      offsets.append(parcelColumns.entrances.count)
    }
    parcelColumns.entranceOffsets = offsets

    let facilityColumns = columns(of: facilities, unitColumns, member)
    var city = City(
      project: project, parcels: parcelColumns, facilities: facilityColumns, units: unitColumns,
      rejected: [], notes: [], inputs: [], workingCRS: try CRS(parsing: "EPSG:4548"),
      ground: .plane)
    city.setAside.facilities = columns(of: rejectedFacilities, unitColumns, member)
    city.setAside.facilityLabels = rejectedFacilities.map(\.id)
    for row in facilities.indices {
      let facility = facilities[row]
      city.facilities.servedParcels[row] = facility.serves.compactMap { id in
        parcels.firstIndex { $0.id == id }
      }
      let inside = parcels.indices.first {
        parcels[$0].side > 0 && parcelGeometry.contains($0, x: facility.x, y: facility.y)
      }
      city.facilities.insideParcel[row] =
        facility.unit == nil ? inside.map(Int32.init) ?? -1 : -1
      city.facilities.entrances += facility.entrances
      city.facilities.entranceOffsets[row + 1] = city.facilities.entrances.count
    }
    return city
  }

  private func columns(
    of facilities: [Facility], _ units: Units,
    _ member: (inout UnitMembership, Int, Double, Double) -> Void
  ) -> Facilities {
    var geometry = GeometryColumn()
    for facility in facilities {
      if facility.unit == nil, facility.x.isFinite {
        geometry.appendSquare(x: facility.x, y: facility.y, side: facility.side)
      } else {
        geometry.appendNone()
      }
    }
    var columns = Facilities(
      rows: rows(facilities.map(\.id), geometry),
      kind: facilities.map { Self.library.vocabulary.index(ofID: $0.kind) ?? -1 })
    columns.floorArea = facilities.map { amount($0.floorArea) }
    columns.landArea = facilities.map { amount($0.landArea) }
    columns.places = facilities.map { amount($0.places) }
    columns.beds = facilities.map { amount($0.beds) }
    columns.nursingBeds = facilities.map { amount($0.nursingBeds) }
    columns.inclusive = facilities.map(\.inclusive)
    columns.ownership = facilities.map(\.ownership)
    columns.status = facilities.map(\.status)
    columns.delivered = facilities.map { $0.delivered.flatMap { CalendarDate($0) } }
    columns.operating = facilities.map(\.operating)
    columns.opened = facilities.map { $0.opened.flatMap { CalendarDate($0) } }
    columns.closed = facilities.map { $0.closed.flatMap { CalendarDate($0) } }
    columns.residents = facilities.map { amount($0.residents) }
    columns.doctors = facilities.map { amount($0.doctors) }
    columns.nurses = facilities.map { amount($0.nurses) }
    columns.equipment = facilities.map(\.equipment)
    columns.phase = facilities.map(\.phase)
    for (row, facility) in facilities.enumerated() {
      if let unit = facility.unit.flatMap({ units.rows.ids.firstIndex(of: $0) }) {
        for level in units.allLevels {
          columns.units[row, level] = units.parents[unit, level]
        }
      } else {
        member(&columns.units, row, facility.x, facility.y)
      }
    }
    return columns
  }

  private func rows(
    _ ids: [String], _ geometry: GeometryColumn, names: [String?]? = nil
  ) -> SubjectRows {
    let places = (0..<geometry.count).map { row in
      geometry.interiorPoint(of: row) ?? Point(x: .nan, y: .nan)
    }
    return SubjectRows(
      ids: ids, names: names ?? ids.map { _ in nil }, geometry: geometry, wgs84: geometry,
      attributes: AttributeTable(rowCount: ids.count), placeX: places.map(\.x),
      placeY: places.map(\.y), sourceRows: Array(ids.indices.map { $0 + 1 }))
  }

  private func amount(_ text: String?) -> Amount? { text.flatMap { Amount(exactly: $0) } }
}

extension GeometryColumn {
  /// A square around a middle; a point where it has no side.
  fileprivate mutating func appendSquare(x: Double, y: Double, side: Double) {
    if side == 0 { return appendPoint(x: x, y: y) }
    appendBox(Envelope(minX: x, minY: y, maxX: x, maxY: y).expanded(by: side / 2))
  }

  mutating func appendBox(_ box: Envelope) {
    appendVertex(x: box.minX, y: box.minY)
    appendVertex(x: box.maxX, y: box.minY)
    appendVertex(x: box.maxX, y: box.maxY)
    appendVertex(x: box.minX, y: box.maxY)
    appendVertex(x: box.minX, y: box.minY)
    endRing()
    endPart()
    endRow(.polygon)
  }
}

/// One finding, picked out by rule and subject.
struct Found {
  let verdict: Verdict
  let flags: Flags
  let measured: Double
  let shortfall: Amount?
  let unit: String
  let reason: String
}

extension ComplianceResult {
  /// The finding of a rule for a subject; of the only subject where none is named.
  func found(_ rule: String, _ subject: String? = nil) -> Found? {
    let parts = rule.split(separator: "/").map(String.init)
    guard
      let findings = findings.first(where: { $0.key == RuleKey(pack: parts[0], rule: parts[1]) })
    else { return nil }
    let ids: [String]
    switch findings.table {
    case .parcels: ids = city.parcels.rows.ids
    case .facilities: ids = city.facilities.rows.ids
    case .units: ids = city.units.rows.ids
    case .territory: ids = [subject ?? ""]
    }
    guard
      let index = subject == nil
        ? findings.rows.indices.first : findings.rows.firstIndex(where: { ids[Int($0)] == subject })
    else { return nil }
    let shortfall = findings.shortfall[index]
    return Found(
      verdict: findings.verdicts[index], flags: findings.flags[index],
      measured: findings.measured[index],
      shortfall: shortfall == RuleFindings.noAmount ? nil : Amount(micros: shortfall),
      unit: findings.shortfallUnit.description,
      reason: findings.reason(of: index)?.sentence(.exact).en ?? "")
  }
}
