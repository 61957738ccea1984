public import Planar
public import Quantities

/// Whether housing stands or is to be built.
public enum ParcelStatus: String, Sendable, Hashable, CaseIterable {
  /// To be built, or built under a permit of the document's time.
  case new
  /// Stands already.
  case existing
}

/// Residential compounds in columns; every array has one entry per parcel.
public struct Parcels: Sendable {
  /// Ids, names, geometry and source attributes.
  public var rows: SubjectRows
  /// Dwellings; `nil` where not known.
  public var households: [Amount?]
  /// Persons, where the data has them.
  public var population: [Amount?]
  /// Persons of 60 and over.
  public var elders: [Amount?]
  /// Children under 3.
  public var infants: [Amount?]
  /// New or existing; `nil` where not known.
  public var status: [ParcelStatus?]
  /// Whether it counts as urban; its own column, else its community's.
  public var urban: [Bool?]
  /// When the housing was handed over.
  public var delivered: [CalendarDate?]
  /// The stage of a plan that it is built in, from 1; `nil` where none is given.
  public var phase: [Int?]
  /// The unit of each level that it lies in.
  public var units: UnitMembership
  /// Gates: those of parcel `i` are `entranceOffsets[i]..<entranceOffsets[i + 1]` of `entrances`.
  public var entranceOffsets: [Int]
  /// In the working CRS.
  public var entrances: [Point]

  /// Number of parcels.
  public var count: Int { rows.count }

  /// Parcels with nothing known but their rows.
  public init(rows: SubjectRows) {
    self.rows = rows
    let count = rows.count
    households = Array(repeating: nil, count: count)
    population = Array(repeating: nil, count: count)
    elders = Array(repeating: nil, count: count)
    infants = Array(repeating: nil, count: count)
    status = Array(repeating: nil, count: count)
    urban = Array(repeating: nil, count: count)
    delivered = Array(repeating: nil, count: count)
    phase = Array(repeating: nil, count: count)
    units = UnitMembership(count: count)
    entranceOffsets = Array(repeating: 0, count: count + 1)
    entrances = []
  }
}
