import Quantities
import Testing

@testable import Planning

/// Walks all declarations: what one says is done by everything that follows from it.
@Suite("Declared columns")
struct ColumnTests {
  /// The most names that any column has.
  static let names = 90

  @Test(
    "each is read under its name and every alias, chosen and joined, with a value and without",
    arguments: 0..<names)
  func walk(name: Int) async throws {
    let city = try await ColumnCity(name: name).load()
    check(city.parcels, [true, false])
    check(city.facilities, [true, false])
    check(city.units, [true, false, false, false, false])
    check(city.parcels.selecting([1, 0, 1]), [false, true, false])
    check(city.facilities.selecting([1, 0, 1], parcels: []), [false, true, false])
    check(city.parcels.appending(city.parcels), [true, false, true, false])

    let plan = Plan(
      name: "", sources: [], parcels: city.parcels, facilities: city.facilities,
      servedParcelIDs: [[], []], rejected: [], notes: [], inputs: [])
    let joined = JoinedCity(CityExtract(of: city, parcels: [1], facilities: [1]), plan: plan).city
    check(joined.parcels, [false, true, false])
    check(joined.facilities, [false, true, false])

    // Those that are kept in a way of their own.
    #expect(city.parcels.rows.ids == ["P1", "P2"] && city.parcels.rows.names == ["甲", nil])
    #expect(city.facilities.rows.ids == ["F1", "F2"] && city.facilities.rows.names == ["甲", nil])
    #expect(city.facilities.servedParcels == [[0], []])
    let levels: [UnitLevel] = [.community, .street, .district]
    for membership in [city.parcels.units, city.facilities.units, city.units.parents] {
      #expect(levels.map { membership[0, $0] } == [0, 2, 3])
    }
    #expect(city.units.level == [.community, .community, .street, .district, .city])
    #expect(city.parcels.entrances.count == 1)
  }

  @Test("no column has more names than are tried")
  func allNames() throws {
    let aliases = try FieldAliases.builtIn()
    let counts = aliases.columns.values.flatMap { $0.values.map(\.count) }
    #expect((counts.max() ?? 0) < Self.names)
  }

  @Test("the words of a choice are in the vocabulary")
  func choices() throws {
    let words = try FieldAliases.builtIn().words
    func known(_ family: WordFamily) -> Set<String> { Set((words[family] ?? [:]).values) }
    #expect(Set(FacilityStatus.allCases.map(\.rawValue)) == known(.status))
    #expect(Set(ParcelStatus.allCases.map(\.rawValue)).isSubset(of: known(.status)))
    #expect(Set(OperatingState.allCases.map(\.rawValue)) == known(.operating))
  }

  @Test("a facility that has nothing has none of what can be counted, and no dates")
  func nothing() {
    var one = ColumnCity.facility
    one.setNone(at: 0)
    for column in Facilities.columns {
      guard let seen = one.values(ofDeclared: column.name).flatMap({ text($0, 0) }) else {
        continue
      }
      #expect(["0", "false", ""].contains(seen), "\(column.name)")
    }
    #expect(one.floorArea == [.zero] && one.inclusive == [false] && one.equipment == [[]])
    #expect(one.opened == [nil] && one.operating == [nil])
  }

  @Test("a value can be set for a word that a rule asks for")
  func setting() {
    var one = ColumnCity.facility
    func set(_ column: String, _ words: [String]) -> Bool {
      one.set(column, toOneOf: words, at: 0)
    }
    #expect(set("operating", ["open", "planned"]))
    #expect(!set("operating", ["sleeping"]))
    #expect(set("equipment", ["meals", "lift"]) && set("equipment", ["bathing"]))
    #expect(set("inclusive", ["true"]))
    for column in ["opened", "beds", "kind", "colour"] { #expect(!set(column, ["1"])) }
    #expect(one.operating == [.open] && one.inclusive == [true])
    #expect(one.equipment == [["bathing", "lift", "meals"]])
  }

  /// - Parameter isKnown: By row, whether its declared columns have the values of `ColumnCity`.
  private func check<Rows: ColumnedRows>(_ rows: Rows, _ isKnown: [Bool]) {
    for column in Rows.columns {
      guard let values = rows.values(ofDeclared: column.name) else {
        #expect(ColumnCity.isKeptElsewhere(column.declared.content), "\(column.name)")
        continue
      }
      for (row, isKnown) in isKnown.enumerated() {
        #expect(
          text(values, row) == (isKnown ? ColumnCity.value(of: column.declared).read : nil),
          "\(Rows.self) \(column.name), row \(row)")
      }
    }
  }

  private func text(_ values: ColumnValues, _ row: Int) -> String? {
    switch values {
    case .word(let value): value(row)
    case .oneOf(let value): value(row).joined(separator: " ")
    case .synonyms(let value), .set(let value): value(row).map { $0.joined(separator: " ") }
    case .flag(let value): value(row).map { "\($0)" }
    case .number(let value): value(row)?.description
    case .date(let value): value(row)?.description
    }
  }
}
