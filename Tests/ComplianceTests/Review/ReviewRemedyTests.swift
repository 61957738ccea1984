import Documents
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
    arguments: Array(0..<100) + [602]
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
    #expect(remedy.beyond.isEmpty, "\(test.rules): \(remedy.beyond.map { "\($0)" })")
    #expect(!remedy.steps.isEmpty)
    let left = try await failing(remedy.plan)
    #expect(left == Set(remedy.beyond.map { "\($0.rule.pack)/\($0.rule.rule)" }).intersection(left))
    #expect(Set(remedy.mends.map { "\($0.pack)/\($0.rule)" }) == before.subtracting(left))
    guard remedy.isVerified, remedy.beyond.isEmpty else { return }
    #expect(left.isEmpty, "\(test.rules) \(remedy.steps)")
    for step in remedy.steps {
      let row = try #require(remedy.plan.facilities.rows.ids.firstIndex(of: step.facility))
      for amount in step.amounts {
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
