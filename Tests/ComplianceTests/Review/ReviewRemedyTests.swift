import Documents
import GeoData
import Locating
import Planar
import Planning
import Quantities
import Rules
import Testing
import Workers

@testable import Compliance
@testable import Measuring

/// A remedy is enough, and no less would do.
@Suite("Reviews: remedies")
struct ReviewRemedyTests {
  @Test(
    "what a remedy asks for passes, and one unit less of anything fails",
    arguments: Array(0..<120) + [146, 602]
  )
  func law(seed: UInt64) async throws {
    let test = try RemedyCase(seed)
    let workers = Workers(count: 1 + Int(seed % 2))
    let reviewer = try await test.host.reviewer([test.pack])
    let review = try await reviewer.review(
      test.plan.plan(for: test.host), options: .withoutEffects, workers: workers)
    func failing(_ plan: Plan) async throws -> Set<String> {
      let review = try await reviewer.review(plan, options: .clausesOnly, workers: workers)
      return Set(([review.clauses] + review.phases.map(\.clauses)).flatMap(\.failing))
    }
    let before = try await failing(review.plan)
    #expect((review.remedy == nil) == before.isEmpty)
    guard let remedy = review.remedy else { return }
    #expect(remedy.isVerified, "\(test.rules): \(remedy.beyond.map { "\($0)" })")
    // What the city has standing in a lot comes too late whatever is planned.
    for (rule, _) in remedy.beyond {
      #expect(rule.rule == "together" && !review.onSite.isEmpty, "\(test.rules)")
    }
    #expect(!remedy.steps.isEmpty || !remedy.beyond.isEmpty)
    let left = try await failing(remedy.plan)
    #expect(left == Set(remedy.beyond.map { "\($0.rule.pack)/\($0.rule.rule)" }).intersection(left))
    #expect(Set(remedy.mends.map { "\($0.pack)/\($0.rule)" }) == before.subtracting(left))
    guard remedy.isVerified, remedy.beyond.isEmpty else { return }
    let literal = try await reviewer.review(
      remedy.asWritten, options: .clausesOnly, workers: workers)
    #expect(literal.verdict != .fail && !literal.lacksData, "\(test.rules) \(remedy.steps)")
    try await expectFewest(remedy, of: review.plan, test, failing)
    #expect(left.isEmpty, "\(test.rules) \(remedy.steps)")
    for step in remedy.steps {
      let row = try #require(remedy.plan.facilities.rows.ids.firstIndex(of: step.facility))
      for amount in step.amounts where amount.to > (amount.from ?? .zero) {
        let measure = try #require(FacilityMeasure.named.first { $0.name == amount.measure })
        var less = remedy.plan
        less.facilities.set(measure, max(.zero, amount.to - Amount(1)), at: row)
        let worse = try await failing(less)
        #expect(!worse.isEmpty, "\(test.rules): \(step.facility) \(amount) is more than needed")
      }
      if step.isNew {
        let worse = try await failing(remedy.plan.removing(facility: step.facility))
        #expect(!worse.isEmpty, "\(test.rules): \(step.facility) is not needed")
      }
    }
  }

  /// No fewer new facilities do, be they of any kind in any lot, and as large as clauses allow.
  private func expectFewest(
    _ remedy: Remedy, of plan: Plan, _ test: RemedyCase,
    _ failing: (Plan) async throws -> Set<String>
  ) async throws {
    let new = remedy.steps.filter(\.isNew).count
    guard new > 0, new <= 3 else { return }
    let vocabulary = SmallCity.library.vocabulary
    let kinds = [
      "childcare", "nursery", "elder_service_room", "elder_day_care", "community_elder_station",
    ]
    .compactMap { vocabulary.index(ofID: $0) }
    let lots = plan.parcels.rows
    let phase = plan.phases.first
    var large = plan
    for row in 0..<plan.facilities.count { large.makeLarge(row, vocabulary) }
    let places = (0..<plan.parcels.count).flatMap { lot in
      kinds.map {
        AddedFacility(
          id: "any-\(lot)-\($0)", kind: $0, point: Point(x: lots.placeX[lot], y: lots.placeY[lot]),
          parcel: lot, phase: phase.map { plan.parcels.phase[lot] ?? $0 })
      }
    }
    var choices: [[AddedFacility]] = [[]]
    for _ in 1..<new { choices += choices.flatMap { one in places.map { one + [$0] } } }
    for choice in choices where choice.count < new {
      var tried = large.adding(
        choice.enumerated().map { number, facility in
          var facility = facility
          facility.id += "-\(number)"
          return facility
        })
      for row in plan.facilities.count..<tried.facilities.count { tried.makeLarge(row, vocabulary) }
      let left = try await failing(tried)
      #expect(
        !left.isEmpty, "\(test.rules): \(choice.map(\.id)) would do instead of \(remedy.steps)")
      if left.isEmpty { return }
    }
  }

  @Test("what is declared for several compounds is handed over with the first of them")
  func declaredForSeveral() async throws {
    var plan = SmallCity()
    for (index, day) in ["2027-06-30", "2026-06-30", "2025-06-30"].enumerated() {
      plan.parcels.append(
        .init(
          id: "N\(index)", x: Double(index) * 100, y: 0, side: 60, households: "100",
          delivered: day))
    }
    plan.facilities = [
      .init(
        id: "care", kind: "childcare", x: 0, y: 0, delivered: "2028-01-01", serves: ["N0", "N1"])
    ]
    for subject in ["parcel", "facility"] {
      let pack = try SmallPack.make(
        """
        id: together
        check: size
        subject: \(subject)
        kinds: [childcare]
        has: {delivered: with_housing}
        unit: none
        """)
      let review = try await SmallCity().review(plan, [pack])
      let remedy = try #require(review.remedy)
      #expect(remedy.isVerified)
      #expect(remedy.beyond.isEmpty)
      #expect(remedy.plan.facilities.delivered == [CalendarDate("2026-06-30")])
    }
  }
}

extension Remedy {
  /// The plan as somebody writes it who writes down what the remedy says: nothing else is known of what is new.
  fileprivate var asWritten: Plan {
    var written = plan
    for step in steps where step.isNew {
      guard let row = plan.facilities.rows.ids.lastIndex(of: step.facility) else { continue }
      for measure in FacilityMeasure.named {
        let stated = step.amounts.first { $0.measure == measure.name }
        guard let path = Facilities.column(measure.name)?.amounts else { continue }
        written.facilities[keyPath: path][row] = stated?.to
      }
      let isDated = step.conditions.contains { if case .handedOver = $0 { true } else { false } }
      if !isDated { written.facilities.delivered[row] = nil }
      let isStaged = step.conditions.contains { if case .builtInStage = $0 { true } else { false } }
      if !isStaged { written.facilities.phase[row] = nil }
    }
    return written
  }
}

extension Plan {
  /// As much of everything as clauses of these tests allow; early, too.
  fileprivate mutating func makeLarge(_ row: Int, _ vocabulary: FacilityKinds) {
    let isLimited = vocabulary.all[facilities.kind[row]].id == "elder_day_care"
    for measure in FacilityMeasure.named where Facilities.column(measure.name)?.amounts != nil {
      facilities.set(
        measure, isLimited && measure == .floorArea ? Amount(750) : Amount(20_000), at: row)
    }
    if !isLimited { facilities.set(.floorArea, Amount(400_000), at: row) }
    facilities.delivered[row] = CalendarDate("2000-01-01")
    if let first = phases.first, facilities.phase[row] != nil { facilities.phase[row] = first }
  }
}
