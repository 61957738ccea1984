import Compliance
import Planar
import Planning
import Quantities
import Rules
import TestSupport
import Testing
import Workers

/// Figures that depend on how much a subject has of something.
@Suite("Step tables")
struct StepTableTests {
  static let table = "at_least: {by: households, steps: [[100, 2.5], [1000, 2]]}"

  /// Compounds of so many households with so much floor area each.
  private static func city(_ compounds: (households: String?, area: String)...) -> SmallCity {
    var city = SmallCity()
    for (index, compound) in compounds.enumerated() {
      let x = Double(index) * 1000
      city.parcels.append(
        .init(id: "p\(index)", x: x, y: 0, side: 100, households: compound.households))
      city.facilities.append(
        .init(id: "f\(index)", kind: "nursery", x: x, y: 0, floorArea: compound.area, places: "1"))
    }
    return city
  }

  private static func rule(_ lines: String..., attribution: String = "on_site") -> String {
    (["check: provision", "subject: parcel", "attribution: \(attribution)"]
      + ["supply: {facility: [nursery], measure: floor_area}"]
      + ["demand: {measure: households}", "unit: m2/household"] + lines).joined(separator: "\n")
  }

  @Test("each step is half-open", arguments: ["on_site", "fair"])
  func halfOpen(attribution: String) async throws {
    let city = Self.city(
      ("99", "1"), ("100", "250"), ("100", "249.999999"), ("999", "2497.5"), ("999", "2497.499999"),
      ("1000", "2000"), ("1000", "1999.999999"))
    let result = try await city.check([
      SmallPack.make(Self.rule(Self.table, attribution: attribution))
    ])
    let verdicts = (0..<7).map { result.found("small/r0", "p\($0)")?.verdict }
    #expect(verdicts == [.notApplicable, .pass, .fail, .pass, .fail, .pass, .fail])
    let findings = result.findings[0]
    #expect(
      (0..<7).map { findings.required(of: $0)?.figure }
        == [nil, "2.5", "2.5", "2.5", "2.5", "2", "2"].map { $0.flatMap { Amount(exactly: $0) } })
    #expect(result.found("small/r0", "p2")?.shortfall == Amount(micros: 1))
    #expect(result.found("small/r0", "p4")?.shortfall == Amount(micros: 1))
    #expect(result.found("small/r0", "p1")?.measured == 2.5)
    #expect(result.found("small/r0", "p5")?.measured == 2)
  }

  @Test("of whoever is on an unknown step, what holds on all of them is said")
  func unknownStep() async throws {
    var city = Self.city((nil, "500"), (nil, "450"), (nil, "350"))
    for row in 0..<3 { city.parcels[row].population = "100" }
    let rule =
      Self.rule().replacing("{measure: households}", with: "{measure: population}")
      .replacing("m2/household", with: "m2/person")
    let low = "\nat_least: {by: households, steps: [[0, 5], [1000, 4]]}"
    let result = try await city.check([SmallPack.make(rule + low)])
    let verdicts = (0..<3).map { result.found("small/r0", "p\($0)")?.verdict }
    #expect(verdicts == [.pass, .unknown, .fail])
    // Below the first step the clause may not speak of them at all.
    let high = "\nat_least: {by: households, steps: [[100, 5], [1000, 4]]}"
    let other = try await city.check([SmallPack.make(rule + high)])
    for row in 0..<3 { #expect(other.found("small/r0", "p\(row)")?.verdict == .unknown) }
    #expect(other.found("small/r0", "p0")?.reason.contains("households") ?? false)
  }

  @Test("sizes of facilities, distances, counts and totals have steps as well")
  func otherChecks() async throws {
    var city = Self.city(("100", "30"), ("1000", "30"))
    city.facilities[0].beds = "10"
    city.facilities[1].beds = "20"
    for (index, x) in [0.0, 1000].enumerated() {
      city.units.append(
        .init(
          id: "c\(index)", level: .community,
          box: Envelope(minX: x - 400, minY: -400, maxX: x + 400, maxY: 400)))
    }
    func table(_ by: String, _ low: String, _ high: String, from: String = "20") -> String {
      "\nat_least: {by: \(by), steps: [[0, \(low)], [\(from), \(high)]]}"
    }
    let pack = try SmallPack.make(
      "check: size\nsubject: facility\nkinds: [nursery]\nmeasure: floor_area\nunit: m2"
        + table("beds", "30", "30.000001"),
      "check: presence\nsubject: parcel\nfacility: [nursery]\nunit: count"
        + table("households", "1", "2", from: "1000"),
      "check: total\nsubject: community\nsum: {facility: [nursery], measure: floor_area}\nunit: m2"
        + table("households", "30", "31", from: "1000"),
      "check: coverage\nsubject: parcel\nfacility: [nursery]\nwithin: {radius: 60 m}\nunit: percent"
        + table("households", "50", "100", from: "1000"))
    let result = try await city.check([pack])
    #expect(result.found("small/r0", "f0")?.verdict == .pass)
    #expect(result.found("small/r0", "f1")?.verdict == .fail)
    for (rule, prefix) in [("r1", "p"), ("r2", "c"), ("r3", "p")] {
      #expect(result.found("small/\(rule)", "\(prefix)0")?.verdict == .pass, "\(rule)")
      #expect(result.found("small/\(rule)", "\(prefix)1")?.verdict == .fail, "\(rule)")
    }
  }

  @Test("an area is on the step of its total")
  func areas() async throws {
    var city = Self.city(("40", "100"), ("60", "150"), ("50", "0"))
    city.units = [
      .init(
        id: "c", level: .community, box: Envelope(minX: -400, minY: -400, maxX: 1400, maxY: 400)),
      .init(
        id: "d", level: .community, box: Envelope(minX: 1600, minY: -400, maxX: 2400, maxY: 400)),
    ]
    let pack = try SmallPack.make(
      Self.rule(Self.table).replacing("subject: parcel", with: "subject: community")
        .replacing("attribution: on_site\n", with: ""))
    let result = try await city.check([pack])
    #expect(result.found("small/r0", "c")?.verdict == .pass)
    #expect(result.found("small/r0", "c")?.measured == 2.5)
    #expect(result.found("small/r0", "d")?.verdict == .notApplicable)
    city.parcels[0].households = "39"
    #expect(
      try await city.check([pack]).found("small/r0", "c")?.verdict == .notApplicable)
    city.facilities[0].floorArea = "99.99"
    city.parcels[0].households = "40"
    let short = try await city.check([pack]).found("small/r0", "c")
    #expect(short?.verdict == .fail)
    #expect(short?.shortfall == Amount(exactly: "0.01"))
  }

  @Test("a table says what rules for its steps say", arguments: UInt64(0)..<60)
  func sameAsRules(seed: UInt64) async throws {
    var dice = Dice(random: SplitMix64(seed: seed &+ 71_000))
    let city = try SmallCity.random(using: &dice).city()
    func rule(_ threshold: String, _ more: String = "") -> String {
      "check: provision\nsubject: parcel\nsupply: {facility: [childcare], measure: places}\n"
        + "demand: {measure: population, per: 1000}\nunit: places/1000 persons\n"
        + "within: {radius: 600 m}\n\(threshold)\(more)"
    }
    let border = dice.whole(1...12) * 100
    let table = try SmallPack.make(
      rule("at_least: {by: population, steps: [[0, 30], [\(border), 12.5]]}"))
    let apart = try SmallPack.make(
      rule("at_least: 30", "\nwhen: {population: {less_than: \(border)}}"),
      rule("at_least: 12.5", "\nwhen: {population: {at_least: \(border)}}"))
    func findings(_ pack: RulePack) async throws -> [RuleFindings] {
      try await ComplianceEngine(
        city: city, packs: [pack], vocabulary: SmallCity.library.vocabulary,
        workers: Workers(count: 1)
      ).run().findings
    }
    let whole = try await findings(table)[0]
    let parts = try await findings(apart)
    for row in whole.verdicts.indices {
      guard let part = parts.first(where: { $0.verdicts[row] != .notApplicable }) else { continue }
      if part.verdicts[row] == .unknown { continue }
      #expect(whole.verdicts[row] == part.verdicts[row], "row \(row)")
      #expect(whole.shortfall[row] == part.shortfall[row], "row \(row)")
      if part.measured[row].isFinite {
        #expect(abs(whole.measured[row] - part.measured[row]) < 1e-9, "row \(row)")
      }
    }
  }
}
