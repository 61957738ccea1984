import Locating
import Planning
import Quantities
import Rules
import Testing
import Workers

@testable import Compliance
@testable import Measuring

/// New and existing compounds have clauses of their own on the same places: a place serves one
/// household once, whichever clause asks for it.
@Suite("Shared supply: clauses for new and for existing compounds")
struct SiblingTests {
  private func rule(
    _ id: String, _ status: String, _ figure: String, _ more: String...
  ) -> String {
    """
    id: \(id)
    check: provision
    subject: parcel
    when: {status: \(status)}
    attribution: fair
    within: {radius: 500 m}
    supply: {facility: [childcare], measure: places}
    demand: {measure: population, per: 1000}
    at_least: \(figure)
    unit: places/1000 persons
    """ + more.map { "\n\($0)" }.joined()
  }

  /// Both reach the only room: the new one needs 10 places, the existing one 8.
  private func city(_ places: String) -> SmallCity {
    var city = SmallCity()
    city.parcels = [
      .init(id: "new", x: 0, y: 0, side: 50, population: "1000", status: .new),
      .init(id: "old", x: 400, y: 0, side: 50, population: "1000", status: .existing),
    ]
    city.facilities = [.init(id: "room", kind: "childcare", x: 200, y: 0, places: places)]
    return city
  }

  private func measured(_ result: ComplianceResult, _ rule: String, _ id: String) -> Double? {
    result.found("small/\(rule)", id)?.measured
  }

  @Test("9 places for 18 are half of what each clause asks for")
  func divided() async throws {
    let pack = try SmallPack.make(rule("for-new", "new", "10"), rule("for-old", "existing", "8"))
    let short = try await city("9").check([pack])
    #expect(measured(short, "for-new", "new") == 5)
    #expect(measured(short, "for-old", "old") == 4)
    #expect(short.found("small/for-new", "new")?.shortfall == Amount(5))
    #expect(short.found("small/for-old", "old")?.shortfall == Amount(4))
    #expect(short.found("small/for-new", "old")?.verdict == .notApplicable)
    // Both share the room; under each clause is told what its own parcel lacks of it.
    for (row, findings) in short.findings.enumerated() {
      #expect(findings.facilityNeed == [9_000_000])
      #expect(findings.shortageGroups.map(\.need) == [row == 0 ? 10_000_000 : 8_000_000])
      #expect(findings.shortageGroups.map(\.shortfall) == [row == 0 ? 5_000_000 : 4_000_000])
      #expect(findings.shortageGroups.map(\.parcels) == [[Int32(row)]])
      #expect(findings.shortageGroups.map(\.facilities) == [[0]])
    }
    let enough = try await city("18").check([pack])
    #expect(enough.found("small/for-new", "new")?.verdict == .pass)
    #expect(enough.found("small/for-old", "old")?.verdict == .pass)
    let almost = try await city("17.999999").check([pack])
    #expect(almost.found("small/for-new", "new")?.verdict == .fail)
    #expect(almost.found("small/for-old", "old")?.verdict == .fail)
  }

  @Test("each alone has all of it")
  func alone() async throws {
    let pack = try SmallPack.make(rule("for-new", "new", "10"))
    #expect(measured(try await city("9").check([pack]), "for-new", "new") == 9)
  }

  @Test("clauses that contradict each other are not joined")
  func conflicting() async throws {
    let pack = try SmallPack.make(
      rule("for-new", "new", "10"),
      rule("for-old", "existing", "8", "conflicts_with: [for-new]"))
    let result = try await city("9").check([pack])
    #expect(measured(result, "for-new", "new") == 9)
    #expect(result.found("small/for-old", "old")?.verdict == .pass)
  }

  @Test("advisory clauses ask nothing of those that are not, and get what these leave")
  func advisory() async throws {
    let pack = try SmallPack.make(
      rule("for-new", "new", "10"), rule("for-old", "existing", "8", "force: advisory"))
    let result = try await city("9").check([pack])
    #expect(measured(result, "for-new", "new") == 9)
    // What is asked in earnest comes before what is advised.
    #expect(measured(result, "for-old", "old") == 0)
  }

  @Test("of several clauses for the neighbours the one that asks for more counts")
  func stricter() async throws {
    let pack = try SmallPack.make(
      rule("for-new", "new", "10"), rule("for-old", "existing", "5"),
      rule("for-old-too", "existing", "8"))
    let result = try await city("9").check([pack])
    #expect(measured(result, "for-new", "new") == 5)
    #expect(measured(result, "for-old-too", "old") == 4)
    // The same places serve it under either clause.
    #expect(measured(result, "for-old", "old") == 4)
  }

  @Test("clauses of two documents are not joined")
  func documents() async throws {
    let first = try SmallPack.make(rule("for-new", "new", "10"))
    let result = try await city("9").check([first])
    #expect(measured(result, "for-new", "new") == 9)
    // In the built-in document they are: 26.4 and 21.12 places are 47.52.
    var city = SmallCity()
    city.parcels = [
      .init(id: "new", x: 0, y: 0, side: 50, population: "2640", status: .new, urban: true),
      .init(id: "old", x: 300, y: 0, side: 50, population: "2640", status: .existing, urban: true),
    ]
    city.facilities = [.init(id: "room", kind: "childcare", x: 150, y: 0, places: "47.52")]
    var shangqiu = try await city.check("shangqiu-2022")
    #expect(shangqiu.found("shangqiu-2022/childcare-places-new", "new")?.verdict == .pass)
    #expect(shangqiu.found("shangqiu-2022/childcare-places-existing", "old")?.verdict == .pass)
    city.facilities[0].places = "47"
    shangqiu = try await city.check("shangqiu-2022")
    #expect(shangqiu.found("shangqiu-2022/childcare-places-new", "new")?.verdict == .fail)
    #expect(shangqiu.found("shangqiu-2022/childcare-places-existing", "old")?.verdict == .fail)
  }

  @Test("who has a room of its own has it first, whichever clause asks")
  func ownFirst() async throws {
    var city = city("9")
    city.facilities[0].x = 400
    let pack = try SmallPack.make(rule("for-new", "new", "10"), rule("for-old", "existing", "8"))
    let result = try await city.check([pack])
    #expect(measured(result, "for-old", "old") == 8)
    #expect(measured(result, "for-new", "new") == 1)
  }

  @Test("under review the existing clause is asked for what it had")
  func review() async throws {
    try await reviewed(
      SmallPack.make(rule("for-new", "new", "10"), rule("for-old", "existing", "8")))
  }

  @Test("and so it is where it only advises: a plan takes nothing from anyone")
  func advisoryReview() async throws {
    try await reviewed(
      SmallPack.make(
        rule("for-new", "new", "10"), rule("for-old", "existing", "8", "force: advisory")))
  }

  private func reviewed(_ pack: RulePack) async throws {
    for (places, verdict) in [("17", Verdict.fail), ("17.999999", .fail), ("18", .pass)] {
      var host = city(places)
      var plan = SmallCity()
      plan.parcels = [host.parcels.removeFirst()]
      let review = try await host.review(plan, [pack])
      #expect(review.verdict == verdict)
      #expect(review.opinion("small/for-old") == nil)
      #expect(review.remedy?.amount("places")?.to == (verdict == .fail ? Amount(1) : nil))
    }
  }
}
