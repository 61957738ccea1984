public import Planar
public import Quantities

/// Whether a facility stands, is planned, or was changed.
public enum FacilityStatus: String, Sendable, Hashable, CaseIterable, ColumnChoice {
  /// Newly built or planned.
  case new
  /// Stands already.
  case existing
  /// Built anew in its place.
  case rebuilt
  /// Enlarged.
  case extended
}

/// Whether a facility receives people.
public enum OperatingState: String, Sendable, Hashable, CaseIterable, ColumnChoice {
  /// It does.
  case open
  /// It does not, or no longer.
  case closed
  /// It is being built.
  case underConstruction = "under_construction"
  /// It is to be built.
  case planned
  /// Its word says none of these, or that it is not known.
  case unknown
}

/// Elder-care, childcare and other facilities in columns; every array has one entry per facility.
public struct Facilities: ColumnedRows, EnteredRows {
  /// Ids, names, geometry and source attributes.
  public var rows: SubjectRows
  /// Position in `FacilityKinds.all`.
  public var kind: [Int]
  /// Square metres of floor.
  public var floorArea: [Amount?] = []
  /// Square metres of land.
  public var landArea: [Amount?] = []
  /// Childcare places.
  public var places: [Amount?] = []
  /// Beds.
  public var beds: [Amount?] = []
  /// Nursing-type beds.
  public var nursingBeds: [Amount?] = []
  /// Whether its prices are inclusive (普惠).
  public var inclusive: [Bool?] = []
  /// `public`, `private`, or `public_private` (built by the one, run by the other).
  public var ownership: [String?] = []
  /// New, existing, rebuilt, extended.
  public var status: [FacilityStatus?] = []
  /// Whether it is open, by its own word; `nil`: there is none. What it is on a day is its
  /// `standings(on:)`.
  public var operating: [OperatingState?] = []
  /// When it opened.
  public var opened: [CalendarDate?] = []
  /// When it closed.
  public var closed: [CalendarDate?] = []
  /// When it was handed over.
  public var delivered: [CalendarDate?] = []
  /// The stage of a plan that it is built in, from 1; `nil` where none is given.
  public var phase: [Int?] = []
  /// Persons living there.
  public var residents: [Amount?] = []
  /// Doctors.
  public var doctors: [Amount?] = []
  /// Nurses.
  public var nurses: [Amount?] = []
  /// Equipment flags, such as `medical_unit`; `nil` where not known.
  public var equipment: [[String]?] = []
  /// Whether it is filed with the authority (备案).
  public var filed: [Bool?] = []
  /// Whether it is registered.
  public var registered: [Bool?] = []
  /// Whether it is a demonstration facility.
  public var demonstration: [Bool?] = []
  /// Whether it is up to the standard that it must meet.
  public var standardised: [Bool?] = []
  /// `large`, `medium` or `small`, where somebody says so.
  public var sizeClass: [String?] = []
  /// The level that it is for: `city`, `district`, `street`, `community`.
  public var tier: [String?] = []
  /// Visitors a day of a public place.
  public var dailyVisitors: [Amount?] = []
  /// Rows of the parcels that it is declared to serve; empty where nothing is declared.
  public var servedParcels: [[Int]]
  /// The parcel that it lies in, or -1.
  public var insideParcel: [Int32]
  /// The unit of each level that it lies in.
  public var units: UnitMembership
  /// Whether its land is no figure of the data, but what is drawn of it.
  public var isLandDrawn: [Bool]
  /// Whether it is of a plan that is taken as built: its dates have come.
  var isTakenAsBuilt: [Bool]
  /// Doors and gates: those of facility `i` are `entranceOffsets[i]..<entranceOffsets[i + 1]` of
  /// `entrances`.
  public var entranceOffsets: [Int]
  /// In the working CRS.
  public var entrances: [Point]

  /// Number of facilities.
  public var count: Int { rows.count }

  /// Facilities with nothing known but their rows and kinds.
  public init(rows: SubjectRows, kind: [Int]) {
    precondition(kind.count == rows.count, "one kind per facility")
    self.rows = rows
    self.kind = kind
    servedParcels = Array(repeating: [], count: rows.count)
    insideParcel = Array(repeating: -1, count: rows.count)
    units = UnitMembership(count: rows.count)
    isLandDrawn = Array(repeating: false, count: rows.count)
    isTakenAsBuilt = Array(repeating: false, count: rows.count)
    entranceOffsets = Array(repeating: 0, count: rows.count + 1)
    entrances = []
    clearColumns(count: rows.count)
  }

  /// No facilities.
  public init() { self.init(rows: SubjectRows(), kind: []) }

  /// All columns. A new one is an array above, a line here and its other names in `aliases.yaml`.
  public static let columns: [Column<Facilities>] = [
    .other("id", .id, isRequired: true),
    .other("name", .text),
    .other("kind", .kind, isRequired: true),
    .amount("floor_area", \.floorArea, of: .area),
    .amount("land_area", \.landArea, of: .area),
    .amount("places", \.places, of: .places),
    .amount("beds", \.beds, of: .places),
    .amount("nursing_beds", \.nursingBeds, of: .places),
    .flag("inclusive", \.inclusive, of: .inclusive),
    .word("ownership", \.ownership, of: .ownership),
    .choice("status", \.status, of: .status),
    .choice("operating", \.operating, of: .operating),
    .date("opened", \.opened),
    .date("closed", \.closed),
    .date("delivered", \.delivered),
    .amount("residents", \.residents, of: .people),
    .amount("doctors", \.doctors, of: .people),
    .amount("nurses", \.nurses, of: .people),
    .words("equipment", \.equipment, of: .equipment),
    .flag("filed", \.filed, of: .filed),
    .flag("registered", \.registered, of: .registered),
    .flag("demonstration", \.demonstration, of: .demonstration),
    .flag("standardised", \.standardised, of: .standardised),
    .openWord("size_class", \.sizeClass, of: .sizeClass),
    .openWord("tier", \.tier, of: .tier),
    .amount("daily_visitors", \.dailyVisitors, of: .people),
    .phase("phase", \.phase),
    .other("served_parcels", .parcels),
    .other("community", .unit(.community)),
    .other("street", .unit(.street)),
    .other("district", .unit(.district)),
  ]
}
