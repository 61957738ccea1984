public import Quantities

/// Whether a facility stands, is planned, or was changed.
public enum FacilityStatus: String, Sendable, Hashable, CaseIterable {
  /// Newly built or planned.
  case new
  /// Stands already.
  case existing
  /// Built anew in its place.
  case rebuilt
  /// Enlarged.
  case extended
}

/// Elder-care, childcare and other facilities in columns; every array has one entry per facility.
public struct Facilities: Sendable {
  /// Ids, names, geometry and source attributes.
  public var rows: SubjectRows
  /// Position in `FacilityKinds.all`.
  public var kind: [Int]
  /// Square metres of floor.
  public var floorArea: [Amount?]
  /// Square metres of land.
  public var landArea: [Amount?]
  /// Childcare places.
  public var places: [Amount?]
  /// Beds.
  public var beds: [Amount?]
  /// Nursing-type beds.
  public var nursingBeds: [Amount?]
  /// Whether its prices are inclusive (普惠).
  public var inclusive: [Bool?]
  /// `public`, `private`, or `public_private` (built by the one, run by the other).
  public var ownership: [String?]
  /// New, existing, rebuilt, extended.
  public var status: [FacilityStatus?]
  /// When it was handed over.
  public var delivered: [CalendarDate?]
  /// The stage of a plan that it is built in, from 1; `nil` where none is given.
  public var phase: [Int?]
  /// Persons living there.
  public var residents: [Amount?]
  /// Doctors.
  public var doctors: [Amount?]
  /// Nurses.
  public var nurses: [Amount?]
  /// Equipment flags, such as `medical_unit`; `nil` where not known.
  public var equipment: [[String]?]
  /// Rows of the parcels that it is declared to serve; empty where nothing is declared.
  public var servedParcels: [[Int]]
  /// The parcel that it lies in, or -1.
  public var insideParcel: [Int32]
  /// The unit of each level that it lies in.
  public var units: UnitMembership

  /// Number of facilities.
  public var count: Int { rows.count }

  /// Facilities with nothing known but their rows and kinds.
  public init(rows: SubjectRows, kind: [Int]) {
    precondition(kind.count == rows.count, "one kind per facility")
    self.rows = rows
    self.kind = kind
    let count = rows.count
    floorArea = Array(repeating: nil, count: count)
    landArea = Array(repeating: nil, count: count)
    places = Array(repeating: nil, count: count)
    beds = Array(repeating: nil, count: count)
    nursingBeds = Array(repeating: nil, count: count)
    inclusive = Array(repeating: nil, count: count)
    ownership = Array(repeating: nil, count: count)
    status = Array(repeating: nil, count: count)
    delivered = Array(repeating: nil, count: count)
    phase = Array(repeating: nil, count: count)
    residents = Array(repeating: nil, count: count)
    doctors = Array(repeating: nil, count: count)
    nurses = Array(repeating: nil, count: count)
    equipment = Array(repeating: nil, count: count)
    servedParcels = Array(repeating: [], count: count)
    insideParcel = Array(repeating: -1, count: count)
    units = UnitMembership(count: count)
  }
}
