import Compliance
import GeoData
import Locating
import Planar
import Planning
import Quantities
import Rules
import Testing
import Workers

@testable import Measuring

/// No other facility would do with less.
@Suite("Reviews: the least amounts")
struct ReviewLeastTests {
  private static let measures: [FacilityMeasure] = [.places, .landArea, .floorArea]

  @Test("any other kind in any other lot needs as much", arguments: 0..<40)
  func least(seed: UInt64) async throws {
    let test = try RemedyCase(seed)
    let workers = Workers(count: 1)
    let reviewer = try await test.host.reviewer([test.pack])
    let review = try await reviewer.review(
      test.plan.plan(for: test.host), options: .withoutEffects, workers: workers)
    guard let remedy = review.remedy, remedy.beyond.isEmpty, review.phases.isEmpty,
      remedy.steps.count(where: \.isNew) == 1
    else { return }
    let asked = total(remedy.plan, beyond: review.plan)
    for place in places(in: review.plan) {
      var plan = review.plan.adding([place])
      plan.facilities.delivered = (0..<plan.facilities.count).map { row in
        row < remedy.plan.facilities.count ? remedy.plan.facilities.delivered[row] : nil
      }
      let from = plan
      for row in 0..<plan.facilities.count { plan.makeAmple(row) }
      func fails(_ plan: Plan) async throws -> Bool {
        try await !reviewer.review(plan, options: .clausesOnly, workers: workers).failing.isEmpty
      }
      if try await fails(plan) { continue }
      for measure in Self.measures {
        for row in 0..<plan.facilities.count {
          let least = from.facilities.amounts(of: measure)?[row] ?? .zero
          let most = plan.facilities.amounts(of: measure)?[row] ?? .zero
          var (low, high) = (Int64(0), (most - least).roundedUp.micros / Amount.scale)
          while low < high {
            let middle = (low + high) / 2
            var tried = plan
            tried.facilities.set(measure, least + Amount(Int(middle)), at: row)
            if try await fails(tried) { low = middle + 1 } else { high = middle }
          }
          plan.facilities.set(measure, least + Amount(Int(high)), at: row)
        }
      }
      // What is whole in one place may be rounded up in two.
      #expect(
        total(plan, beyond: from) >= asked - Amount(1),
        "\(test.rules): \(place.id) instead of \(remedy.steps)")
    }
  }

  /// A facility of each kind that clauses count in each lot.
  private func places(in plan: Plan) -> [AddedFacility] {
    let lots = plan.parcels.rows
    return ["nursery", "elder_service_room", "elder_day_care"].flatMap { id in
      let kind = SmallCity.library.vocabulary.index(ofID: id) ?? 0
      return (0..<plan.parcels.count).map { lot in
        AddedFacility(
          id: "any-\(lot)-\(id)", kind: kind,
          point: Point(x: lots.placeX[lot], y: lots.placeY[lot]), parcel: lot)
      }
    }
  }

  /// How much more a plan has than another, all amounts together.
  private func total(_ plan: Plan, beyond other: Plan) -> Amount {
    Self.measures.reduce(Amount.zero) { sum, measure in
      let (now, then) = (
        plan.facilities.amounts(of: measure) ?? [], other.facilities.amounts(of: measure) ?? []
      )
      return now.indices.reduce(sum) { sum, row in
        sum + (now[row] ?? .zero) - (row < then.count ? then[row] ?? .zero : .zero)
      }
    }
  }
}

extension Plan {
  /// More of everything than any clause of these tests asks for.
  fileprivate mutating func makeAmple(_ row: Int) {
    let isLimited = SmallCity.library.vocabulary.all[facilities.kind[row]].id == "elder_day_care"
    let ample: [(FacilityMeasure, Int)] = [
      (.places, 60), (.landArea, 2_000), (.floorArea, isLimited ? 750 : 1_600),
    ]
    for (measure, amount) in ample {
      let now = facilities.amounts(of: measure)?[row] ?? .zero
      facilities.set(measure, max(now, Amount(amount)), at: row)
    }
  }
}
