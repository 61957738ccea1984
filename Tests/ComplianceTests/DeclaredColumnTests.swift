import GeoFiles
import Planar
import Quantities
import Testing

@testable import Measuring
@testable import Planning
@testable import Rules

/// Conditions and measures read every column that is declared.
@Suite("Declared columns in rules")
struct DeclaredColumnTests {
  @Test("conditions read them, and a missing value is unknown")
  func conditions() throws {
    let facilities = try Self.facilities()
    let columns = FacilityColumns(
      facilities: facilities, units: Units(), kindNames: [["childcare"]],
      standings: facilities.standings(on: nil), words: ConditionWords())
    // Whether it operates is read with its dates.
    for column in Facilities.columns
    where column.name != "operating" && facilities.values(ofDeclared: column.name) != nil {
      let truths = Condition.column(column.name, .oneOf([try Self.word(column.declared)]))
        .truths(in: columns)
      #expect(truths == [.yes, .unknown], "\(column.name)")
      let others = Condition.column(column.name, .oneOf(["somewhere else"])).truths(in: columns)
      #expect(others == [.no, .unknown], "\(column.name)")
    }
    let days = Condition.column("opened", .compare(.atLeast, Amount(20_240_101), upper: nil))
    #expect(days.truths(in: columns) == [.yes, .unknown])
  }

  @Test("measures are the declared amounts, in their units")
  func measures() throws {
    var facilities = try Self.facilities()
    // Visitors are counted by no rule, and only read by conditions.
    let amounts = Facilities.columns.filter { $0.amounts != nil && $0.name != "daily_visitors" }
    #expect(
      Set(amounts.map(\.name)) == Set(FacilityMeasure.named.map(\.name)).subtracting(["count"]))
    for column in amounts {
      let measure = try #require(FacilityMeasure.named.first { $0.name == column.name })
      #expect(facilities.amounts(of: measure) == [Amount(12), nil], "\(column.name)")
      facilities.set(measure, Amount(7), at: 1)
      #expect(facilities.amounts(of: measure) == [Amount(12), Amount(7)], "\(column.name)")
      guard case .number(let family) = column.declared.content else {
        Issue.record("\(column.name) is no number")
        continue
      }
      let units: [UnitFamily: Set<String>] = [
        .area: ["m2"], .people: ["persons"], .places: ["places", "beds"],
      ]
      #expect(units[family]?.contains(measure.unit?.description ?? "") == true, "\(column.name)")
    }
    #expect(facilities.amounts(of: .count) == nil)
    #expect(facilities.amounts(of: .column("phase")) == [Amount(2), nil])
    #expect(facilities.amounts(of: .column("colour")) == [nil, nil])
  }

  /// A word for the value in `facilities()`.
  private static func word(_ column: LayerColumn) throws -> String {
    switch column.content {
    case .number: return "12"
    case .flag: return "true"
    case .date: return "2024-05-06"
    case .phase: return "2"
    case .word(let family), .openWord(let family), .words(let family):
      return try #require(word(family))
    case .id, .text, .kind, .unit, .parcels: return ""
    }
  }

  private static func word(_ family: WordFamily) -> String? {
    switch family {
    case .status: "new"
    case .operating: "closed"
    case .ownership: "public"
    case .equipment: "lift"
    case .sizeClass: "large"
    case .tier: "district"
    case .flag, .urban, .inclusive, .filed, .registered, .demonstration, .standardised, .level,
      .unitType, .facilityType:
      nil
    }
  }

  /// Two facilities: one with a value in every declared column, one with none.
  private static func facilities() throws -> Facilities {
    var geometry = GeometryColumn()
    geometry.appendPoint(x: 0, y: 0)
    geometry.appendPoint(x: 1, y: 0)
    let rows = SubjectRows(
      ids: ["F1", "F2"], names: [nil, nil], geometry: geometry, wgs84: geometry,
      attributes: AttributeTable(rowCount: 2), placeX: [0, 1], placeY: [0, 0],
      sourceRows: [1, 2])
    var facilities = Facilities(rows: rows, kind: [0, 0])
    for column in Facilities.columns {
      if let path = column.amounts {
        facilities[keyPath: path] = [Amount(12), nil]
        continue
      }
      switch column.declared.content {
      case .flag, .word, .openWord, .words:
        let isSet = facilities.set(column.name, toOneOf: [try word(column.declared)], at: 0)
        #expect(isSet, "\(column.name)")
      default: break
      }
    }
    let day = CalendarDate(year: 2024, month: 5, day: 6)
    facilities.opened[0] = day
    facilities.closed[0] = day
    facilities.delivered[0] = day
    facilities.phase[0] = 2
    return facilities
  }
}
