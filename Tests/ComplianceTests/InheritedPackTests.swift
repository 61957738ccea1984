import Compliance
import Planning
import Quantities
import Rules
import Testing

/// Two packs that inherit the same clauses, each with figures of its own, alone and in one run.
@Suite("Packs that extend one base")
struct InheritedPackTests {
  /// Nine places for a thousand residents.
  private var city: SmallCity {
    var city = SmallCity()
    city.parcels = [.init(id: "A", x: 0, y: 0, side: 100, population: "1000", status: .new)]
    city.facilities = [.init(id: "f", kind: "childcare", x: 0, y: 0, places: "9")]
    city.project.isComplete = true
    return city
  }

  /// One clause that names the other, and a third that counts what passes the first.
  private func base(_ relation: String) throws -> RulePack {
    func places(_ id: String) -> String {
      """
      id: \(id)
      means: childcare-\(id)
      check: provision
      subject: parcel
      supply: {facility: [childcare], measure: places}
      demand: {measure: population, per: 1000}
      attribution: on_site
      at_least: {parameter: \(id)}
      unit: places/1000 persons
      """.replacing("means: childcare-first", with: "means: childcare-places-new")
        .replacing("means: childcare-second", with: "means: childcare-places-existing")
    }
    return try SmallPack.make(
      places("first") + "\n\(relation): [second]", places("second"),
      """
      id: counted
      check: presence
      subject: city
      counting: {units: parcel, passing: first}
      at_least: 100
      unit: percent
      """,
      id: "base", parameters: parameters("1", "1"), isDraft: true)
  }

  private func parameters(_ first: String, _ second: String) -> [String] {
    [
      "first: {value: \(first), unit: places/1000 persons}",
      "second: {value: \(second), unit: places/1000 persons}",
    ]
  }

  private func describe(_ result: ComplianceResult, _ pack: String) -> [String] {
    ["first", "second", "counted"].map { rule in
      guard let found = result.found("\(pack)/\(rule)", rule == "counted" ? nil : "A") else {
        return "\(rule) missing"
      }
      return "\(rule) \(found.verdict) \(found.measured) \(found.flags.text)"
    }
  }

  @Test("what contradicts a clause in one pack does so in this one only")
  func disputes() async throws {
    let base = try base("conflicts_with")
    let left = try SmallPack.make(id: "left", parameters: parameters("10", "8"), parents: [base])
    let right = try SmallPack.make(id: "right", parameters: parameters("7", "8"), parents: [base])
    let expected = [
      "left": [
        "first fail 9.0 disputed;draft", "second pass 9.0 disputed;draft", "counted fail 0.0 draft",
      ],
      "right": ["first pass 9.0 draft", "second pass 9.0 draft", "counted pass 100.0 draft"],
    ]
    try await expect(expected, left, right, overall: (.fail, .pass, .fail))
  }

  @Test("what stands in for a clause in one pack does so in this one only")
  func alternatives() async throws {
    let base = try base("alternative_to")
    let left = try SmallPack.make(id: "left", parameters: parameters("10", "8"), parents: [base])
    let right = try SmallPack.make(id: "right", parameters: parameters("12", "11"), parents: [base])
    let expected = [
      "left": ["first fail 9.0 draft", "second pass 9.0 draft", "counted fail 0.0 draft"],
      "right": ["first fail 9.0 draft", "second fail 9.0 draft", "counted fail 0.0 draft"],
    ]
    try await expect(expected, left, right, overall: (.pass, .fail, .fail))
  }

  private func expect(
    _ expected: [String: [String]], _ left: RulePack, _ right: RulePack,
    overall: (left: Verdict, right: Verdict, both: Verdict)
  ) async throws {
    for (packs, verdict) in [
      ([left], overall.left), ([right], overall.right), ([left, right], overall.both),
      ([right, left], overall.both),
    ] {
      let result = try await city.check(packs)
      for pack in packs {
        #expect(describe(result, pack.id).sorted() == expected[pack.id]?.sorted())
      }
      #expect(result.parcelVerdicts == [verdict])
      #expect(result.findings.count == 3 * packs.count)
    }
  }

  @Test("a clause that counts what passes another counts what passes the one in its place")
  func replaced() async throws {
    let base = try base("conflicts_with")
    let own = """
      id: own
      means: childcare-places-new
      check: provision
      subject: parcel
      supply: {facility: [childcare], measure: places}
      demand: {measure: population, per: 1000}
      attribution: on_site
      at_least: 9
      unit: places/1000 persons
      """
    let city = try await city.check([
      SmallPack.make(own, id: "left", parameters: parameters("10", "10"), parents: [base])
    ])
    #expect(city.found("left/first") == nil)
    #expect(city.found("left/own", "A")?.flags.text == "disputed")
    #expect(city.found("left/second", "A")?.verdict == .fail)
    #expect(city.found("left/counted")?.verdict == .pass)
  }
}
