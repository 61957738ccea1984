internal import GeoFiles
internal import Planar
public import Quantities

/// Places where facilities may be built.
public struct SiteCandidates: Sendable {
  /// One row a place, sorted by id: where it is and in which units and compound. Of kinds it has none of its own,
  /// of amounts only land, where that is known.
  public let places: Facilities
  /// By place: positions of the kinds that may be built there; `nil`: any.
  public let kinds: [Set<Int>?]
  /// By place: what it costs to build there at all, besides what is built; in the unit of all costs.
  public let costs: [Amount?]
  /// By place.
  public var choices: [SiteChoice]
  /// By place: row of the city's facility that stands there and may be enlarged; `nil`: something new may be built.
  public let extends: [Int?]
  /// Whether each is a piece of land, on which there is room for one facility; else places stand for what is around
  /// them.
  public let arePlots: Bool
  /// Rows that take no part, with their reasons.
  public let rejected: [RejectedRow]
  /// The file, if they are from one.
  public let inputs: [InputFile]

  /// How many there are.
  public var count: Int { places.count }

  /// Whether any place states what it costs.
  public var haveCosts: Bool { costs.contains { $0 != nil } }

  /// Whether a kind may be built at a place.
  public func allows(_ kind: Int, at place: Int) -> Bool {
    choices[place] != .forbidden && (kinds[place]?.contains(kind) ?? true)
  }
}

/// A facility as it might be built at a place.
public struct SitedFacility: Sendable, Hashable {
  /// Unlike all others of the city.
  public let id: String
  /// What it is called.
  public let name: String?
  /// Row of the place among the candidates.
  public let place: Int
  /// Row of what is built among the prototypes.
  public let prototype: Int

  /// A facility; see the properties.
  public init(id: String, name: String?, place: Int, prototype: Int) {
    self.id = id
    self.name = name
    self.place = place
    self.prototype = prototype
  }
}

extension SiteCandidates {
  /// What may be built, one row a design, at no place: new, and with nothing of anything until that is said.
  ///
  /// - Parameter kinds: By row.
  public static func prototypes(of kinds: [Int]) -> Facilities {
    var geometry = GeometryColumn()
    for _ in kinds { geometry.appendPoint(x: 0, y: 0) }
    let zeros = kinds.map { _ in 0.0 }
    var result = Facilities(
      rows: SubjectRows(
        ids: kinds.indices.map { "\($0)" }, names: kinds.map { _ in nil }, geometry: geometry,
        wgs84: geometry, attributes: AttributeTable(rowCount: kinds.count), placeX: zeros,
        placeY: zeros, sourceRows: kinds.map { _ in 0 }), kind: kinds)
    for row in kinds.indices {
      result.setNone(at: row)
      result.status[row] = .new
    }
    return result
  }

  /// What is built as it will be told: of what it need not have, nothing is said.
  public static func settled(_ prototypes: Facilities) -> Facilities {
    var result = prototypes
    for row in 0..<result.count { result.forgetNone(at: row) }
    return result
  }

  /// Facilities at places, as a plan that is to be joined to the city. What its design says nothing of, or has
  /// nothing of, of land, it has as its place has.
  ///
  /// - Parameter prototypes: What is built.
  public func plan(
    of facilities: [SitedFacility], from prototypes: Facilities, name: String
  ) -> Plan {
    var rows = places.selecting(facilities.map(\.place), parcels: [])
    let land = rows.landArea
    rows.takeColumns(of: prototypes, at: facilities.map(\.prototype))
    for (row, facility) in facilities.enumerated() {
      rows.rows.ids[row] = facility.id
      rows.rows.names[row] = facility.name
      rows.kind[row] = prototypes.kind[facility.prototype]
      if rows.landArea[row] ?? .zero == .zero, let own = land[row] { rows.landArea[row] = own }
    }
    return Plan(
      name: name, sources: [], parcels: Parcels(), facilities: rows,
      servedParcelIDs: facilities.map { _ in [] }, rejected: [], notes: [], inputs: [])
  }
}
