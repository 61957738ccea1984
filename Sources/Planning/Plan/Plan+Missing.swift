internal import GeoFiles
public import Quantities

extension ColumnValues {
  /// Whether a row has no value.
  public func isMissing(at row: Int) -> Bool {
    switch self {
    case .word(let value): value(row) == nil
    case .synonyms(let value): value(row) == nil
    case .oneOf(let value): value(row).count != 1
    case .set(let value): value(row) == nil
    case .flag(let value): value(row) == nil
    case .number(let value): value(row) == nil
    case .date(let value): value(row) == nil
    }
  }
}

extension Plan {
  /// Whether a parcel of the plan does not say something that rules ask of parcels. What it lies in
  /// is not asked of whoever plans it.
  ///
  /// - Parameters:
  ///   - column: A column of ours, or of the data.
  ///   - row: Of `parcels`.
  ///   - personsPerHousehold: Turns dwellings into residents where these are not stated.
  public func lacks(
    _ column: String, ofParcel row: Int, perHousehold personsPerHousehold: Amount?
  ) -> Bool {
    if Self.isSurrounding(column) { return false }
    if column == "population" {
      return parcels.residents(of: row, perHousehold: personsPerHousehold) == nil
    }
    return parcels.values(ofDeclared: column).map { $0.isMissing(at: row) }
      ?? parcels.rows.lacks(column, at: row)
  }

  /// The same of a facility.
  public func lacks(_ column: String, ofFacility row: Int) -> Bool {
    if Self.isSurrounding(column) { return false }
    return facilities.values(ofDeclared: column).map { $0.isMissing(at: row) }
      ?? facilities.rows.lacks(column, at: row)
  }

  /// What a row lies in, or is by itself.
  private static func isSurrounding(_ column: String) -> Bool {
    UnitLevel.administrative.contains { $0.rawValue == column }
      || ["kind", "host", "id", "name", "type"].contains(column)
  }
}

extension SubjectRows {
  /// Whether a row has nothing in a column of the data, or there is no such column.
  fileprivate func lacks(_ column: String, at row: Int) -> Bool {
    switch attributes[column] {
    case .text(let texts)?, .json(let texts)?: return texts[row]?.isEmpty ?? true
    case .integer(let values)?: return values[row] == nil
    case .real(let values)?: return values[row] == nil
    case .boolean(let values)?: return values[row] == nil
    case nil: return true
    }
  }
}
