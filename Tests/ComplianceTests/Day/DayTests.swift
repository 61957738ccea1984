import Compliance
import Locating
import Planar
import Planning
import Quantities
import Rules
import Testing
import Wording
import Workers

/// Whether a facility stands on the day decides what it counts for.
@Suite("What stands on the day")
struct DayTests {
  private static let provision = """
    check: provision
    subject: parcel
    supply: {facility: [childcare], measure: places}
    demand: {measure: population, per: 1000}
    at_least: 10
    unit: places/1000 persons
    within: {radius: 300 m}
    """
  private static let coverage = """
    check: coverage
    subject: parcel
    facility: [childcare]
    within: {radius: 300 m}
    at_least: 100
    unit: percent
    """
  private static let presence = """
    check: presence
    subject: city
    facility: [childcare]
    at_least: 1
    unit: count
    """
  private static let share = """
    check: share
    subject: city
    part: {facility: [childcare], measure: places}
    whole: {facility: [childcare, nursery], measure: places}
    at_least: 50
    unit: percent
    """
  private static let size = """
    check: size
    subject: facility
    kinds: [childcare]
    measure: places
    at_least: 10
    unit: places
    """
  private static let total = """
    check: total
    subject: city
    sum: {facility: [childcare], measure: places}
    at_least: 10
    unit: places
    """
  private static let all = [provision, coverage, presence, share, size, total]

  private func town(_ change: (inout SmallCity.Facility) -> Void) -> SmallCity {
    var city = SmallCity()
    city.project.isComplete = true
    city.project.asOf = CalendarDate("2025-12-31")
    city.parcels = [.init(id: "A", x: 0, y: 0, population: "1000", status: .existing)]
    var facility = SmallCity.Facility(id: "F", kind: "childcare", x: 100, y: 0)
    facility.places = "10"
    change(&facility)
    city.facilities = [facility, .init(id: "N", kind: "nursery", x: 5000, y: 0, places: "10")]
    return city
  }

  private func verdicts(
    _ city: SmallCity, _ rules: [String] = Self.all
  ) async throws -> [Verdict?] {
    let result = try await city.check([try SmallPack.make(rules)])
    return rules.indices.map { rule in
      result.found("small/r\(rule)", rules[rule] == Self.size ? "F" : nil)?.verdict
    }
  }

  @Test("every check asks it")
  func everyCheck() async throws {
    let stands: [Verdict?] = Array(repeating: .pass, count: 6)
    // `nil`: a facility that is not there has no finding.
    let absent: [Verdict?] = [.fail, .fail, .fail, .fail, nil, .fail]
    let unclear: [Verdict?] = Array(repeating: .unknown, count: 6)
    #expect(try await verdicts(town { _ in }) == stands)
    #expect(try await verdicts(town { $0.operating = .open }) == stands)
    #expect(try await verdicts(town { $0.opened = "2025-12-31" }) == stands)
    #expect(try await verdicts(town { $0.closed = "2026-01-01" }) == stands)
    #expect(try await verdicts(town { $0.operating = .closed }) == absent)
    #expect(try await verdicts(town { $0.operating = .planned }) == absent)
    #expect(try await verdicts(town { $0.opened = "2026-01-01" }) == absent)
    #expect(try await verdicts(town { $0.delivered = "2026-01-01" }) == absent)
    #expect(try await verdicts(town { $0.closed = "2025-12-31" }) == absent)
    #expect(try await verdicts(town { $0.operating = .unknown }) == unclear)
    #expect(try await verdicts(town { $0.opened = "2025" }) == unclear)
    #expect(try await verdicts(town { $0.delivered = "2025-12" }) == unclear)
    #expect(try await verdicts(town { $0.closed = "2025" }) == unclear)
  }

  @Test("where it decides and is not known, the finding says so")
  func saysSo() async throws {
    let result = try await town { $0.operating = .unknown }.check([try SmallPack.make(Self.all)])
    for (rule, findings) in result.findings.enumerated() {
      let entry = try #require(findings.verdicts.firstIndex(of: .unknown))
      #expect(findings.reason(of: entry) == .standingUnknown, "r\(rule)")
    }
    // Without it the other data decides alone.
    var city = town { $0.operating = .unknown }
    city.facilities[1].kind = "childcare"
    city.facilities[1].x = 0
    let both = try await city.check([try SmallPack.make(Self.provision, Self.coverage)])
    #expect(both.found("small/r0", "A")?.verdict == .pass)
    #expect(both.found("small/r1", "A")?.verdict == .pass)
  }

  @Test("without a day the words count, and dates of opening have come")
  func noDay() async throws {
    func verdict(_ change: (inout SmallCity.Facility) -> Void) async throws -> Verdict? {
      var city = town(change)
      city.project.asOf = nil
      return try await verdicts(city, [Self.provision])[0]
    }
    #expect(try await verdict { $0.opened = "2040-01-01" } == .pass)
    #expect(try await verdict { $0.operating = .closed } == .fail)
    #expect(try await verdict { $0.closed = "2020-01-01" } == .unknown)
  }

  @Test("what does not stand yet counts where a clause says so, or the project, and is flagged")
  func coming() async throws {
    func said(_ rule: String) -> String {
      rule.replacing("facility: [childcare]", with: "facility: [childcare], where: \(Self.asked)")
    }
    let inBraces = said(Self.provision)
    let plain = Self.coverage + "\nwhere: \(Self.asked)"
    let counted = Self.presence + "\nwhere: \(Self.asked)"
    for change in [
      { (one: inout SmallCity.Facility) in one.operating = .underConstruction },
      {
        $0.operating = .underConstruction
        $0.opened = "2027-06-30"
      },
    ] {
      let result = try await town(change).check([try SmallPack.make(inBraces, plain, counted)])
      for rule in 0...2 {
        let found = result.found("small/r\(rule)", rule == 2 ? nil : "A")
        #expect(found?.verdict == .pass && found?.flags.contains(.planned) == true, "r\(rule)")
      }
    }
    // Planned or under construction, its date alone does not tell.
    let dated = town { $0.opened = "2027-06-30" }
    let unclear: [Verdict?] = [.unknown, .unknown, .unknown]
    #expect(try await verdicts(dated, [inBraces, plain, counted]) == unclear)

    var asking = dated
    asking.project.countsPlanned = true
    let result = try await asking.check([try SmallPack.make(Self.all)])
    for findings in result.findings {
      let entry = try #require(findings.verdicts.indices.first)
      #expect(findings.verdicts[entry] == .pass && findings.flags[entry].contains(.planned))
    }
    asking.facilities[0].opened = nil
    #expect(
      try await asking.check([try SmallPack.make(Self.all)]).findings.allSatisfy {
        !$0.flags.contains { $0.contains(.planned) }
      })
    asking.facilities[0].operating = .closed
    #expect(try await verdicts(asking, [Self.provision]) == [.fail])
  }

  private static let asked = "{operating: [open, under_construction]}"

  @Test("a date of delivery is compared with the housing's as far as both are known")
  func delivery() async throws {
    let rule = """
      check: size
      subject: parcel
      kinds: [childcare]
      has: {delivered: with_housing}
      unit: none
      """
    func verdict(_ housing: String, _ delivered: String?, opened: String? = nil) async throws
      -> Verdict?
    {
      var city = town {
        $0.x = 0
        $0.delivered = delivered
        $0.opened = opened
      }
      city.parcels[0].side = 100
      city.parcels[0].delivered = housing
      return try await verdicts(city, [rule])[0]
    }
    #expect(try await verdict("2024-06-30", "2024-06-30") == .pass)
    #expect(try await verdict("2024-06-30", "2024-07-01") == .fail)
    #expect(try await verdict("2024-06-30", "2024") == .unknown)
    #expect(try await verdict("2024-06-30", "2023") == .pass)
    #expect(try await verdict("2023", "2024-01") == .fail)
    #expect(try await verdict("2024-06-30", nil, opened: "2024-06-30") == .pass)
    #expect(try await verdict("2024-06-30", nil, opened: "2024-07-01") == .unknown)
    #expect(try await verdict("2024-06-30", nil) == .unknown)
  }
}

/// The same in the review of plans.
@Suite("What stands on the day: reviews")
struct DayReviewTests {
  private static let rule = """
    check: coverage
    subject: parcel
    facility: [childcare]
    within: {radius: 300 m}
    at_least: 100
    unit: percent
    """

  private func verdict(
    existing: SmallCity.Facility? = nil, planned: SmallCity.Facility? = nil, counts: Bool = false
  ) async throws -> Verdict? {
    var city = SmallCity()
    city.project.asOf = CalendarDate("2025-12-31")
    city.project.countsPlanned = counts
    city.parcels = [.init(id: "A", x: 0, y: 0, population: "1000", status: .existing)]
    city.facilities = existing.map { [$0] } ?? []
    var plan = SmallCity()
    plan.parcels = [.init(id: "P", x: 200, y: 0, population: "500", delivered: "2027-06-30")]
    plan.facilities = planned.map { [$0] } ?? []
    let review = try await city.review(plan, [try SmallPack.make(Self.rule)], options: .clausesOnly)
    return review.clauses.first?.subjects.first?.verdict
  }

  private func facility(
    _ change: (inout SmallCity.Facility) -> Void
  ) -> SmallCity.Facility {
    var facility = SmallCity.Facility(id: "F", kind: "childcare", x: 200, y: 100)
    change(&facility)
    return facility
  }

  @Test("what a plan proposes is taken as built, but not what it says is closed")
  func proposed() async throws {
    #expect(try await verdict() == .fail)
    #expect(try await verdict(planned: facility { $0.delivered = "2027-06-30" }) == .pass)
    #expect(try await verdict(planned: facility { $0.opened = "2028" }) == .pass)
    #expect(try await verdict(planned: facility { $0.operating = .planned }) == .pass)
    #expect(try await verdict(planned: facility { $0.operating = .closed }) == .fail)
    #expect(try await verdict(planned: facility { $0.operating = .unknown }) == .unknown)
  }

  @Test("what is there counts if it stands on the day")
  func existing() async throws {
    #expect(try await verdict(existing: facility { _ in }) == .pass)
    #expect(try await verdict(existing: facility { $0.operating = .closed }) == .fail)
    #expect(try await verdict(existing: facility { $0.opened = "2026-06-30" }) == .fail)
    #expect(try await verdict(existing: facility { $0.opened = "2025" }) == .unknown)
    let building = facility { $0.operating = .underConstruction }
    #expect(try await verdict(existing: building) == .fail)
    #expect(try await verdict(existing: building, counts: true) == .pass)
  }

  @Test("a plan that is built stands for those after it")
  func together() throws {
    var city = SmallCity()
    city.project.asOf = CalendarDate("2025-12-31")
    city.parcels = [.init(id: "A", x: 0, y: 0, population: "1000", status: .existing)]
    var plan = SmallCity()
    plan.parcels = [.init(id: "P", x: 200, y: 0, population: "500")]
    plan.facilities = [facility { $0.delivered = "2027-06-30" }]
    let host = try city.city()
    #expect(try host.with(plan.plan(for: city)).standings == [.open])
    #expect(try plan.plan(for: city).facilities.standings(on: host.project.asOf) == [.coming])
  }
}
