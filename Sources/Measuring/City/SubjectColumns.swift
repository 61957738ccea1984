internal import GeoFiles
package import Planning
package import Quantities
package import Rules

/// The values of one column, whatever its type; `nil` is a missing value.
enum ColumnValues {
  /// One word.
  case word((Int) -> String?)
  /// Several words for one thing, such as a unit's id and name: one of them must match.
  case synonyms((Int) -> [String]?)
  /// A set of words: all that are asked for must be in it.
  case set((Int) -> [String]?)
  case flag((Int) -> Bool?)
  case number((Int) -> Amount?)
  case date((Int) -> CalendarDate?)
}

/// Finds the columns that conditions name: ours first, then those of the source.
protocol SubjectColumns {
  var count: Int { get }
  func values(of column: String) -> ColumnValues?
}

extension SubjectRows {
  func values(of column: String) -> ColumnValues? {
    switch column {
    case "id": .word { self.ids[$0] }
    case "name": .word { self.names[$0] }
    default: attributes[column].map(Self.values)
    }
  }

  private static func values(_ column: AttributeColumn) -> ColumnValues {
    switch column {
    case .text(let texts), .json(let texts):
      .word { texts[$0].flatMap { $0.isEmpty ? nil : $0 } }
    case .integer(let values): .number { values[$0].map { Amount(Int($0)) } }
    case .real(let values): .number { values[$0].flatMap { Amount(rounding: $0) } }
    case .boolean(let values): .flag { values[$0] }
    }
  }
}

extension Units {
  /// Id and name of the unit of a level that a row belongs to.
  func synonyms(_ membership: UnitMembership, _ level: UnitLevel) -> ColumnValues {
    .synonyms { row in
      membership[row, level].map { [self.rows.ids[$0]] + (self.rows.names[$0].map { [$0] } ?? []) }
    }
  }
}

struct ParcelColumns: SubjectColumns {
  let parcels: Parcels
  let units: Units
  var count: Int { parcels.count }

  func values(of column: String) -> ColumnValues? {
    switch column {
    case "households": return .number { parcels.households[$0] }
    case "population": return .number { parcels.population[$0] }
    case "elders": return .number { parcels.elders[$0] }
    case "infants": return .number { parcels.infants[$0] }
    case "status": return .word { parcels.status[$0]?.rawValue }
    case "urban": return .flag { parcels.urban[$0] }
    case "delivered": return .date { parcels.delivered[$0] }
    default:
      if let level = UnitLevel(rawValue: column) { return units.synonyms(parcels.units, level) }
      return parcels.rows.values(of: column)
    }
  }
}

struct FacilityColumns: SubjectColumns {
  let facilities: Facilities
  let units: Units
  /// Id of each kind and of everything that it is a kind of.
  let kindNames: [[String]]
  var count: Int { facilities.count }

  func values(of column: String) -> ColumnValues? {
    switch column {
    case "kind": return .synonyms { kindNames[facilities.kind[$0]] }
    case "inclusive": return .flag { facilities.inclusive[$0] }
    case "ownership": return .word { facilities.ownership[$0] }
    case "status": return .word { facilities.status[$0]?.rawValue }
    case "delivered": return .date { facilities.delivered[$0] }
    case "equipment": return .set { facilities.equipment[$0] }
    default:
      if let measure = FacilityMeasure.named.first(where: { $0.name == column }),
        let amounts = facilities.amounts(of: measure)
      {
        return .number { amounts[$0] }
      }
      if let level = UnitLevel(rawValue: column) { return units.synonyms(facilities.units, level) }
      return facilities.rows.values(of: column)
    }
  }
}

struct UnitColumns: SubjectColumns {
  let units: Units
  var count: Int { units.count }

  func values(of column: String) -> ColumnValues? {
    switch column {
    case "type": return .word { units.type[$0] }
    case "level": return .word { units.level[$0].rawValue }
    case "urban": return .flag { units.urban[$0] }
    case "population": return .number { units.population[$0] }
    case "elders": return .number { units.elders[$0] }
    default:
      if let level = UnitLevel(rawValue: column) { return units.synonyms(units.parents, level) }
      return units.rows.values(of: column)
    }
  }
}

extension Facilities {
  /// The column of a measure; `nil` for counts, which need none.
  package func amounts(of measure: FacilityMeasure) -> [Amount?]? {
    switch measure {
    case .count: return nil
    case .floorArea: return floorArea
    case .landArea: return landArea
    case .places: return places
    case .beds: return beds
    case .nursingBeds: return nursingBeds
    case .residents: return residents
    case .doctors: return doctors
    case .nurses: return nurses
    case .column(let name):
      guard case .number(let value)? = rows.values(of: name) else {
        return Array(repeating: nil, count: count)
      }
      return (0..<count).map(value)
    }
  }
}
