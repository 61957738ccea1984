import Documents
import GeoData
import PackSupport
import Rules
import Testing

@Suite("The linter")
struct LinterTests {
  private static let head = """
    schema: 1
    id: test
    title: {en: Test, zh: 测试}
    document: {number: null, issuer: {en: I, zh: 甲}, issued: 2025-01-01, status: issued}

    """

  private static let rule = """
    rules:
      - id: places
        clause: 一
        says: {en: Says., zh: 说。}
        means: childcare-places-new
        check: provision
        subject: parcel
        supply: {facility: [childcare], measure: places}
        demand: {measure: population, per: 1000}
        at_least: 10
        unit: places/1000 persons
        force: binding

    """

  private func lint(_ yaml: String) -> [String] { TestPacks.faults(yaml).map(\.description) }

  @Test("nobody walks at no speed", arguments: ["-1", "0", "-0.5"])
  func walkingSpeed(speed: String) throws {
    let parameters = "parameters: {walking_speed: {value: \(speed), unit: m/s}}\n"
    #expect(
      lint(Self.head + parameters + Self.rule) == [
        "p.yaml:5:37: walking_speed must be more than 0, not '\(speed)'"
      ])
  }

  @Test("one language is enough for a text")
  func oneLanguage() throws {
    let yaml = (Self.head + Self.rule).replacing("{en: Test, zh: 测试}", with: "测试")
      .replacing("{en: I, zh: 甲}", with: "{zh: 甲}").replacing(
        "{en: Says., zh: 说。}", with: "{en: Says.}")
    #expect(lint(yaml) == [])
  }

  @Test("a good pack has no fault")
  func good() throws {
    #expect(lint(Self.head + Self.rule) == [])
  }

  /// What is changed, to what, and the one complaint about it.
  static let faults: [(from: String, to: String, complaint: String)] = [
    (
      "check: provision", "check: provison",
      "p.yaml:10:12: unknown check 'provison'; did you mean 'provision'?"
    ),
    (
      "clause: 一", "cluase: 一",
      "p.yaml:7:5: unknown key 'cluase' in rule 'places'; did you mean 'clause'?"
    ),
    (
      "unit: places/1000 persons", "unit: places/100 persons",
      "p.yaml:15:11: unit 'places/100 persons' does not fit the check,"
        + " which gives 'places/1000 persons'"
    ),
    (
      "[childcare]", "[childcaer]",
      "p.yaml:12:25: unknown facility kind 'childcaer'; did you mean 'childcare'?"
    ),
    (
      "means: childcare-places-new", "means: childcare-place-new",
      "p.yaml:9:12: unknown topic 'childcare-place-new'; did you mean 'childcare-places-new'?"
    ),
    (
      "subject: parcel", "subject: facility",
      "p.yaml:11:14: a provision rule cannot be about 'facility'"
    ),
    (
      "at_least: 10", "at_least: ten",
      "p.yaml:14:15: at_least must be a number, with at most six decimals, not 'ten'"
    ),
    (
      "    at_least: 10\n", "",
      "p.yaml:6:5: rule 'places' has no threshold; give one of at_least, more_than, at_most,"
        + " less_than, between, about, or 'report_only: true'"
    ),
    (
      "force: binding", "force: bindng",
      "p.yaml:16:12: unknown force 'bindng'; did you mean 'binding'?"
    ),
    (
      "at_least: 10", "at_least: {parameter: standard}",
      "p.yaml:14:15: no parameter 'standard' in this pack"
    ),
    (
      "    force: binding\n", "    force: binding\n    within: {walk: 15 minutes}\n",
      "p.yaml:17:20: '15 minutes' is not a distance or time such as '300 m' or '15 min'"
    ),
    (
      "    force: binding\n", "    force: binding\n    conflicts_with: [place]\n",
      "p.yaml:17:21: no rule 'place' in this pack; did you mean 'places'?"
    ),
    (
      "at_least: 10", "between: [20, 10]",
      "p.yaml:14:14: 'between' takes the lower number first: [10, 20]"
    ),
  ]

  @Test("each fault has its place, its value and the way out", arguments: faults.indices)
  func fault(index: Int) throws {
    let (from, to, complaint) = Self.faults[index]
    #expect(Self.rule.contains(from))
    let rule = Self.rule.replacing(from, with: to)
    let found = lint(Self.head + rule)
    #expect(found.contains(complaint), "\(found)")
  }

  /// What is counted, and the complaint about it; `nil`: none.
  static let counted: [(counting: String, complaint: String?)] = [
    ("units: parcel, passing: places", nil),
    (
      "units: parcel, passing: [places, places]", "p.yaml:23:49: 'places' is listed twice"
    ),
    (
      "units: parcel, passing: area",
      "p.yaml:23:40: rule 'area' is not about parcels; only parcels that pass a rule are counted"
    ),
    (
      "units: parcel, passing: [places, area]",
      "p.yaml:23:49: rule 'area' is not about parcels; only parcels that pass a rule are counted"
    ),
    (
      "units: parcel, passing: [places, counted]",
      "p.yaml:23:49: rule 'counted' cannot count what passes it itself"
    ),
    (
      "units: parcel, passing: [palces]",
      "p.yaml:23:41: no rule 'palces' in this pack; did you mean 'places'?"
    ),
    (
      "units: community, passing: places",
      "p.yaml:23:43: 'passing' counts parcels that pass; state 'units: parcel'"
    ),
  ]

  @Test("only parcels that pass rules about parcels are counted", arguments: counted.indices)
  func counting(index: Int) throws {
    let (counting, complaint) = Self.counted[index]
    let pack =
      Self.head + Self.rule + """
          - id: counted
            clause: 二
            says: {en: Says., zh: 说。}
            means: childcare-places-new
            check: presence
            subject: city
            counting: {\(counting)}
            at_least: 100
            unit: percent
            force: binding
          - id: area
            clause: 三
            says: {en: Says., zh: 说。}
            means: childcare-places-new
            check: size
            subject: facility
            kinds: [childcare]
            measure: floor_area
            at_least: 200
            unit: m2
            force: binding

        """
    #expect(lint(pack) == (complaint.map { [$0] } ?? []))
  }

  @Test("what is no unit is refused, also where any unit fits")
  func unit() throws {
    let total = Self.rule
      .replacing("check: provision", with: "check: total")
      .replacing("subject: parcel", with: "subject: city")
      .replacing("supply: {facility: [childcare], measure: places}", with: "sum: {statistic: s}")
      .replacing("    demand: {measure: population, per: 1000}\n", with: "")
      .replacing("unit: places/1000 persons", with: "unit: UNIT")
    for unit in ["places", "places/1000 persons", "m2/room", "人次"] {
      #expect(lint(Self.head + total.replacing("UNIT", with: unit)) == [])
    }
    for unit in ["m2 per person", "m2/1000 person", "m2/1 person", "m2//bed"] {
      #expect(
        lint(Self.head + total.replacing("UNIT", with: unit)) == [
          "p.yaml:14:11: unit '\(unit)' is not a unit such as 'beds', 'm2/person' or"
            + " 'beds/1000 elders'"
        ])
    }
  }

  @Test("a figure is for at least one of a thing")
  func zero() throws {
    let size = Self.rule
      .replacing("check: provision", with: "check: size")
      .replacing("subject: parcel", with: "subject: facility")
      .replacing("supply: {facility: [childcare], measure: places}", with: "kinds: [childcare]")
      .replacing("demand: {measure: population, per: 1000}", with: "measure: floor_area")
      .replacing("unit: places/1000 persons", with: "unit: m2/place\n    per: places\n    times: 0")
    #expect(lint(Self.head + size) == ["p.yaml:17:12: 'times' must be at least 1"])
    let share = Self.rule
      .replacing("check: provision", with: "check: share")
      .replacing("subject: parcel", with: "subject: city")
      .replacing("supply: {facility: [childcare], measure: places}", with: "part: {statistic: a}")
      .replacing(
        "demand: {measure: population, per: 1000}", with: "whole: {statistic: b}\n    per: 0")
    #expect(lint(Self.head + share) == ["p.yaml:14:10: 'per' must be at least 1"])
  }

  @Test("ids used twice are found")
  func twice() throws {
    let again = Self.rule.split(separator: "\n").dropFirst().joined(separator: "\n")
    #expect(
      lint(Self.head + Self.rule + again + "\n") == [
        "p.yaml:17:9: rule id 'places' is used twice"
      ])
  }

  @Test("every fault is reported, not just the first")
  func all() throws {
    let rule = Self.rule.replacing("clause: 一", with: "cluase: 一").replacing(
      "[childcare]", with: "[childcaer]")
    #expect(lint(Self.head + rule).count >= 2)
  }

  @Test(
    "hostile packs are faults, never crashes",
    arguments: ["", "[]", "rules: 1", "schema: 1\nrules: [1, {}, []]", "{", "- a\n- b", "\u{0}"])
  func hostile(yaml: String) throws {
    #expect(!lint(yaml).isEmpty)
  }
}
