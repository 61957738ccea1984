/// The source columns that a run reads.
public struct ColumnsRead: Sendable, Hashable {
  /// Of parcels.
  public var parcels: Set<String>
  /// Of facilities.
  public var facilities: Set<String>

  /// Columns by their names in the data.
  public init(parcels: Set<String>, facilities: Set<String>) {
    self.parcels = parcels
    self.facilities = facilities
  }
}

extension City {
  /// A part of the city: some parcels and facilities, in the order of the rows given, and all units.
  ///
  /// - Parameter parcels: With a facility, the parcels that it is declared for or lies in; what it has
  ///   to do with others is forgotten.
  public func selecting(parcels rows: [Int], facilities facilityRows: [Int]) -> City {
    var city = self
    city.parcels = parcels.selecting(rows)
    city.facilities = facilities.selecting(facilityRows, parcels: rows)
    return city
  }

  /// The city as it would be if its data had only some of its parcels and facilities.
  public func having(parcels rows: [Int], facilities facilityRows: [Int]) -> City {
    var city = selecting(parcels: rows, facilities: facilityRows)
    city.kindsInData = Set(city.facilities.kind)
    return city
  }

  /// The city with only some of its source columns, and its geometry for measuring only.
  public func reduced(to columns: ColumnsRead) -> City {
    var city = self
    city.parcels.rows = parcels.rows.reduced(to: columns.parcels, .parcels)
    city.facilities.rows = facilities.rows.reduced(to: columns.facilities, .facilities)
    city.rejected = []
    city.notes = []
    return city
  }
}
