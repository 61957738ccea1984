import Documents
import GeoData
import PackSupport
import Quantities
import Rules
import Testing

/// What rules may be written with beside plain figures.
@Suite("The language of rules")
struct LanguageTests {
  private static func pack(_ lines: String...) throws(DocumentFaults) -> RulePack {
    let head = """
      schema: 1
      id: test
      title: Test
      document: {number: null, issuer: I, issued: 2025-01-01, status: issued}
      rules:
        - id: r
          clause: 一
          says: Says.
          means: childcare-places-new
          force: binding
      """
    return try TestPacks.pack(head + lines.map { "\n    " + $0 }.joined())
  }

  private static func faults(_ lines: String...) -> [String] {
    do {
      _ = try pack(lines.joined(separator: "\n    "))
      return []
    } catch {
      return error.faults.map(\.description)
    }
  }

  private static let provision = [
    "check: provision", "subject: parcel", "supply: {facility: [childcare], measure: floor_area}",
  ].joined(separator: "\n    ")

  private static func land(_ threshold: String, unit: String) throws -> Threshold? {
    try pack(
      "check: size", "subject: facility", "kinds: [childcare]", "measure: land_area",
      "unit: \(unit)", threshold
    ).rules[0].threshold
  }

  @Test(
    "areas and lengths are converted where they are read",
    arguments: [
      ("ha", "0.5", "5000"), ("公顷", "2", "20000"), ("km2", "1", "1000000"),
      ("mu", "20", "13333.333333"),
      ("亩", "3", "2000"), ("acres", "1", "4046.856422"), ("sq ft", "1000", "92.90304"),
      ("sqft", "10.5", "0.975482"), ("m2", "7", "7"), ("平方米", "7", "7"),
    ])
  func areas(unit: String, figure: String, metric: String) throws {
    let threshold = try #require(try Self.land("at_least: \(figure)", unit: unit))
    guard case .amount(let amount, _) = threshold.figure else { return }
    #expect(amount == Amount(exactly: metric))
    #expect(threshold.upper == nil)
    let range = try #require(try Self.land("between: [0, \(figure)]", unit: unit))
    #expect(range.upper == Amount(exactly: metric))
  }

  @Test("rates and steps are converted, too")
  func rates() throws {
    let rule = try Self.pack(
      Self.provision, "demand: {measure: population, per: 1000}", "unit: ha/1000 persons",
      "at_least: {by: population, steps: [[0, 0.2], [5000, 0.1]]}", "plus: 0.01"
    ).rules[0]
    #expect(rule.unit.description == "m2/1000 persons")
    #expect(rule.threshold?.steps?.steps.map(\.figure) == [Amount(2000), Amount(1000)])
    #expect(rule.threshold?.plus == Amount(100))
  }

  @Test("a column of the data keeps the unit that its rule says")
  func columnsKeepUnits() throws {
    let rule = try Self.pack(
      "check: size", "subject: facility", "kinds: [childcare]", "measure: garden", "unit: ha",
      "at_least: 2"
    ).rules[0]
    #expect(rule.unit.description == "ha")
    #expect(rule.threshold?.figure == .amount(Amount(2), decimals: 0))
  }

  @Test(
    "reaches",
    arguments: [
      ("{radius: 1 km}", "radius 1000 m"), ("{radius: 0.5 mi}", "radius 804.672 m"),
      ("{walk: 500 ft}", "walk 152.4 m"), ("{walk: 300米}", "walk 300 m"),
      ("{walk: 15 min}", "walk 15 min"), ("{walk: 15分钟}", "walk 15 min"),
      ("{walk: 15 min, speed: 0.8 m/s}", "walk 15 min at 48 m/min"),
      ("{walk: 5 min, speed: 50 m/min}", "walk 5 min at 50 m/min"),
    ])
  func reaches(written: String, read: String) throws {
    let rule = try Self.pack(
      "check: coverage", "subject: parcel", "facility: [childcare]", "unit: percent",
      "at_least: 100", "within: \(written)"
    ).rules[0]
    #expect(rule.check.reach?.description == read)
  }

  @Test(
    "ranges are half-open, and hold days and areas",
    arguments: [
      ("households: {at_least: 100, less_than: 1000}", ["households ≥ 100", "households < 1000"]),
      ("households: {more_than: 100, at_most: 100.5}", ["households > 100", "households ≤ 100.5"]),
      (
        "delivered: {at_least: 2021-01-01, less_than: 2022-01-01}",
        ["delivered ≥ 20210101", "delivered < 20220101"]
      ),
      ("site: {less_than: 2 ha, at_least: 1 ha}", ["site ≥ 10000", "site < 20000"]),
    ])
  func ranges(written: String, tests: [String]) throws {
    let rule = try Self.pack(
      Self.provision, "demand: {measure: parcel}", "unit: m2", "at_least: 1",
      "when: {\(written)}"
    ).rules[0]
    guard case .all(let parts) = rule.when else {
      Issue.record("\(rule.when)")
      return
    }
    let found = parts.map { part -> String in
      guard case .column(let name, .compare(let comparison, let figure, _)) = part else {
        return ""
      }
      return "\(name) \(comparison.symbol) \(figure)"
    }
    #expect(found == tests)
  }

  /// What is written, and the one complaint about it.
  static let faulty: [(lines: [String], complaint: String)] = [
    (
      ["at_least: 1", "when: {households: {at_least: 100, more_than: 1000}}"],
      "p.yaml:17:51: the test of 'households' is one comparison, or a range from 'at_least' or"
        + " 'more_than' to 'at_most' or 'less_than'"
    ),
    (
      ["at_least: 1", "when: {households: {at_least: 100, less_than: 100}}"],
      "p.yaml:17:51: the test of 'households' is met by nothing: at_least 100 and less_than 100"
    ),
    (
      ["at_least: {by: households, steps: [[100, 2], [100, 3]]}"],
      "p.yaml:16:50: 'steps' go upwards: 100 stands after 100"
    ),
    (
      ["at_least: {by: households, steps: [[100, 2, 3]]}"],
      "p.yaml:16:40: a step is two numbers: from how many on, and the figure: [100, 2.5]"
    ),
    (
      ["at_least: {by: households, steps: []}"],
      "p.yaml:16:39: 'steps' has no step; write [[0, 30], [1000, 20]]"
    ),
    (["at_least: {by: households}"], "p.yaml:16:15: at_least has no 'steps'"),
    (
      ["at_most: 1", "plus: 3"],
      "p.yaml:17:11: 'plus' is for what a 'provision' rule asks 'at_least'"
    ),
    (["at_least: 1", "plus: 0"], "p.yaml:17:11: 'plus' must be above 0"),
    (["at_least: 1", "rounding: down"], "p.yaml:17:15: 'rounding' is 'up', not 'down'"),
    (
      ["at_least: 1", "within: {walk: 300 m, speed: 1 m/s}"],
      "p.yaml:17:34: 'speed' turns minutes into metres; this reach has metres already"
    ),
    (
      ["at_least: 1", "within: {walk: 5 min, speed: 0 m/s}"],
      "p.yaml:17:34: a speed is above 0, in m/s or m/min: '0.8 m/s'"
    ),
    (
      ["at_least: 1", "within: {radius: 5 min}"],
      "p.yaml:17:22: a radius is a distance: '1000 m', '0.5 mi'"
    ),
  ]

  @Test("what cannot be meant is told with its place", arguments: faulty.indices)
  func faults(index: Int) {
    let (lines, complaint) = Self.faulty[index]
    let found = Self.faults(
      Self.provision, "demand: {measure: parcel}", "unit: m2",
      lines.joined(separator: "\n    "))
    #expect(found.contains(complaint), "\(found)")
  }

  @Test("what is at least so many of what")
  func atLeastOf() {
    func found(_ written: String, _ more: String = "unit: count") -> [String] {
      Self.faults("check: presence", "subject: community", more, "at_least_of: \(written)")
    }
    #expect(found("{2: [nursery, childcare]}") == [])
    #expect(
      found("{3: [nursery, childcare]}") == ["p.yaml:14:22: 3 of 2 there can never be"])
    #expect(
      found("[nursery]") == [
        "p.yaml:14:18: 'at_least_of' is how many, and of what: {2: [a, b, c]}"
      ])
    #expect(found("{1: [nursry]}").count == 1)
    #expect(
      found("{1: [nursery]}", "unit: count\n    facility: [childcare]") == [
        "p.yaml:15:18: 'at_least_of' names the kinds; a rule has it or 'facility'"
      ])
    #expect(
      found("{1: [nursery]}", "unit: count\n    at_least: 2") == [
        "p.yaml:6:5: rule 'r' says how many under 'at_least_of', so it has no other threshold"
      ])
  }

  @Test("a misspelt measure is no column")
  func misspelt() {
    let found = Self.faults(
      Self.provision, "demand: {measure: popluation}", "unit: m2/person", "at_least: 1")
    #expect(found == ["p.yaml:14:23: unknown measure 'popluation'; did you mean 'population'?"])
  }
}
