public import Documents
public import GeoFiles
public import Geodesy
public import Planar
public import Quantities

/// Everything that a run knows about where people live and where care is: checked, in one metric
/// CRS, and sorted by id, so that nothing later depends on the order of rows in a file.
public struct City: Sendable {
  /// What the project file or the command line asked for.
  public var project: Project
  /// The parcels that take part.
  public var parcels: Parcels
  /// The facilities that take part.
  public var facilities: Facilities
  /// The administrative units of all levels.
  public var units: Units
  /// Every row that was read and does not take part, with its reason.
  public var rejected: [RejectedRow]
  /// What was not as it should be and is used all the same.
  public var notes: [DataNote]
  /// The files that were read, in the order of the project file.
  public var inputs: [InputFile]
  /// The metric CRS of all geometry below.
  public var workingCRS: CRS

  /// A city of checked parts.
  public init(
    project: Project, parcels: Parcels, facilities: Facilities, units: Units,
    rejected: [RejectedRow], notes: [DataNote], inputs: [InputFile], workingCRS: CRS
  ) {
    self.project = project
    self.parcels = parcels
    self.facilities = facilities
    self.units = units
    self.rejected = rejected
    self.notes = notes
    self.inputs = inputs
    self.workingCRS = workingCRS
  }
}

/// What all subjects share: their ids, names and source attributes, in columns sorted by id.
public struct SubjectRows: Sendable {
  /// Unique, ascending.
  public var ids: [String]
  /// As in the data.
  public var names: [String?]
  /// In the working CRS, metres.
  public var geometry: GeometryColumn
  /// In WGS 84 longitude and latitude, for RFC 7946 output.
  public var wgs84: GeometryColumn
  /// The source columns, unchanged.
  public var attributes: AttributeTable
  /// The point that stands for the subject: the centroid if it lies inside, else a point inside;
  /// in the working CRS.
  public var placeX: [Double]
  /// See `placeX`.
  public var placeY: [Double]
  /// 1-based number of the row in its file.
  public var sourceRows: [Int]

  /// Number of rows.
  public var count: Int { ids.count }

  /// Rows from columns of equal length.
  public init(
    ids: [String], names: [String?], geometry: GeometryColumn, wgs84: GeometryColumn,
    attributes: AttributeTable, placeX: [Double], placeY: [Double], sourceRows: [Int]
  ) {
    precondition(
      names.count == ids.count && geometry.count == ids.count && wgs84.count == ids.count
        && attributes.rowCount == ids.count && placeX.count == ids.count
        && placeY.count == ids.count && sourceRows.count == ids.count, "columns of equal length")
    self.ids = ids
    self.names = names
    self.geometry = geometry
    self.wgs84 = wgs84
    self.attributes = attributes
    self.placeX = placeX
    self.placeY = placeY
    self.sourceRows = sourceRows
  }
}

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
    units = UnitMembership(count: count)
    entranceOffsets = Array(repeating: 0, count: count + 1)
    entrances = []
  }
}

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
    residents = Array(repeating: nil, count: count)
    doctors = Array(repeating: nil, count: count)
    nurses = Array(repeating: nil, count: count)
    equipment = Array(repeating: nil, count: count)
    servedParcels = Array(repeating: [], count: count)
    insideParcel = Array(repeating: -1, count: count)
    units = UnitMembership(count: count)
  }
}

/// The levels of administrative units, from small to large.
public enum UnitLevel: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Urban community or village.
  case community
  /// Street (subdistrict).
  case street
  /// Township or town.
  case township
  /// County-level unit: district, county, county-level city.
  case district
  /// Prefecture-level city, or the city that issued the document.
  case city
  /// Province.
  case province

  /// From small to large.
  public static func < (a: UnitLevel, b: UnitLevel) -> Bool { a.rank < b.rank }

  /// 0 for community, 5 for province.
  public var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Administrative units in columns, sorted by level and id.
public struct Units: Sendable {
  /// Ids (unique within a level), names, geometry and source attributes.
  public var rows: SubjectRows
  /// One per unit.
  public var level: [UnitLevel]
  /// Type, such as `municipal_district`; `nil` where not known.
  public var type: [String?]
  /// Whether it counts as urban.
  public var urban: [Bool?]
  /// Persons, where the data has them.
  public var population: [Amount?]
  /// Persons of 60 and over.
  public var elders: [Amount?]
  /// The larger units that each lies in; its own level names itself.
  public var parents: UnitMembership

  /// Number of units.
  public var count: Int { rows.count }

  /// Units with nothing known but their rows and levels.
  public init(rows: SubjectRows, level: [UnitLevel]) {
    precondition(level.count == rows.count, "one level per unit")
    self.rows = rows
    self.level = level
    let count = rows.count
    type = Array(repeating: nil, count: count)
    urban = Array(repeating: nil, count: count)
    population = Array(repeating: nil, count: count)
    elders = Array(repeating: nil, count: count)
    parents = UnitMembership(count: count)
  }

  /// The rows of one level.
  public func rows(of level: UnitLevel) -> [Int] {
    self.level.indices.filter { self.level[$0] == level }
  }
}

/// For each row, the unit of every level that it belongs to.
public struct UnitMembership: Sendable, Hashable {
  /// By level rank, then by row: row of the unit in `Units`, or -1.
  public private(set) var unit: [[Int32]]

  /// Nothing belongs anywhere.
  public init(count: Int) {
    unit = UnitLevel.allCases.map { _ in Array(repeating: -1, count: count) }
  }

  /// The unit of a level that a row belongs to; `nil` where it lies in none.
  public subscript(row: Int, level: UnitLevel) -> Int? {
    get {
      let found = unit[level.rank][row]
      return found < 0 ? nil : Int(found)
    }
    set { unit[level.rank][row] = newValue.map(Int32.init) ?? -1 }
  }
}

/// A day in the Gregorian calendar.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Such as 2025.
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int

  /// A day; `nil` when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    let days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...9999).contains(year), (1...12).contains(month), (1...days[month - 1]).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// `2025-12-31`, `2025/12/31`, `2025.12.31`, `2025年12月31日`, `20251231`, or a month or a year,
  /// which mean their first day; a time behind the date is ignored.
  public init?(_ text: some StringProtocol) {
    var numbers: [Int] = []
    var digits = ""
    for character in text {
      if let digit = character.wholeNumberValue, character.isASCII {
        digits.append(String(digit))
      } else {
        if !digits.isEmpty { numbers.append(Int(digits) ?? -1) }
        digits = ""
        if numbers.count == 3 || character == "T" { break }
      }
    }
    if !digits.isEmpty { numbers.append(Int(digits) ?? -1) }
    if numbers.count == 1, digits.count == 8 || String(numbers[0]).count == 8 {
      let number = numbers[0]
      numbers = [number / 10_000, number / 100 % 100, number % 100]
    }
    guard let year = numbers.first, year >= 1000 else { return nil }
    self.init(
      year: year, month: numbers.count > 1 ? numbers[1] : 1, day: numbers.count > 2 ? numbers[2] : 1
    )
  }

  /// Earlier days first.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// `2025-12-31`.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
