public import Planar
public import Quantities

/// Residential compounds in columns; every array has one entry per parcel.
public struct Parcels: ColumnedRows, EnteredRows {
  /// Ids, names, geometry and source attributes.
  public var rows: SubjectRows
  /// Dwellings; `nil` where not known.
  public var households: [Amount?] = []
  /// Persons, where the data has them.
  public var population: [Amount?] = []
  /// Persons of 60 and over.
  public var elders: [Amount?] = []
  /// Children under 3.
  public var infants: [Amount?] = []
  /// New or existing; `nil` where not known.
  public var status: [ParcelStatus?] = []
  /// Whether it counts as urban; its own column, else its community's.
  public var urban: [Bool?] = []
  /// When the housing was handed over.
  public var delivered: [CalendarDate?] = []
  /// The stage of a plan that it is built in, from 1; `nil` where none is given.
  public var phase: [Int?] = []
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
    units = UnitMembership(count: rows.count)
    entranceOffsets = Array(repeating: 0, count: rows.count + 1)
    entrances = []
    clearColumns(count: rows.count)
  }

  /// No parcels.
  public init() { self.init(rows: SubjectRows()) }

  /// All columns. A new one is an array above, a line here and its other names in `aliases.yaml`.
  public static let columns: [Column<Parcels>] = [
    .other("id", .id, isRequired: true),
    .other("name", .text),
    .amount("households", \.households, of: .dwellings),
    .amount("population", \.population, of: .people),
    .amount("elders", \.elders, of: .people),
    .amount("infants", \.infants, of: .people),
    .choice("status", \.status, of: .status),
    .flag("urban", \.urban, of: .urban),
    .other("community", .unit(.community)),
    .other("street", .unit(.street)),
    .other("district", .unit(.district)),
    .date("delivered", \.delivered),
    .phase("phase", \.phase),
  ]
}

extension ParcelStatus: ColumnChoice {}
