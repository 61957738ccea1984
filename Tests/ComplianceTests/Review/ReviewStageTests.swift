import Documents
import Locating
import Planning
import Quantities
import Rules
import Testing
import Wording
import Workers

@testable import Compliance
@testable import Measuring

/// Plans that are built in stages: what is promised for later does not serve who lives there before.
@Suite("Reviews: stages")
struct ReviewStageTests {
  private let area = """
    id: area
    check: provision
    subject: parcel
    attribution: fair
    within: {radius: 400 m}
    supply: {facility: [elder_service_room], measure: floor_area}
    demand: {measure: households, per: 100}
    at_least: 30
    unit: m2/100 households
    """

  /// 500 households first and 500 later, with a room of 300 m² for both.
  private func staged(room: Int?, parcels: [Int?] = [1, 2]) -> SmallCity {
    var plan = SmallCity()
    plan.parcels = parcels.enumerated().map { index, phase in
      .init(
        id: "P\(index)", x: Double(index) * 150, y: 0, side: 90, households: "500", phase: phase)
    }
    plan.facilities = [
      .init(id: "room", kind: "elder_service_room", x: 75, y: 0, floorArea: "300", phase: room)
    ]
    return plan
  }

  @Test("a room of the last stage fails the first, and is brought forward")
  func late() async throws {
    let review = try await SmallCity().review(staged(room: 2), [SmallPack.make(area)])
    #expect(review.opinion("small/area")?.countedVerdict == .pass)
    #expect(review.phases.map(\.phase) == [1, 2])
    #expect(review.phases.map(\.parcels) == [1, 2])
    #expect(review.phases.map(\.facilities) == [0, 1])
    #expect(review.phases.map { $0.clauses.failing } == [["small/area"], []])
    #expect(review.phases[0].clauses.opinion("small/area")?.subject("P0")?.shortfall == Amount(150))
    #expect(review.verdict == .fail)
    let remedy = try #require(review.remedy)
    #expect(remedy.isVerified)
    #expect(remedy.steps.map(\.facility) == ["room"])
    #expect(remedy.steps[0].amounts.isEmpty)
    #expect(
      remedy.steps[0].conditions.map { $0.sentence(.exact).en } == [
        "build it in stage 1, with the housing it serves"
      ])
    #expect(remedy.plan.facilities.phase == [1])
    let again = try await SmallCity().reviewer([SmallPack.make(area)])
      .review(remedy.plan, workers: Workers(count: 2))
    #expect(again.verdict == .pass)
  }

  @Test("a room of the first stage passes all of them")
  func early() async throws {
    let review = try await SmallCity().review(staged(room: 1), [SmallPack.make(area)])
    #expect(review.verdict == .pass)
    #expect(review.phases.allSatisfy { $0.clauses.failing.isEmpty })
    #expect(review.remedy == nil)
  }

  @Test("housing without a stage stands from the first, a facility without one only with the last")
  func unstated() async throws {
    let pack = try SmallPack.make(area)
    let room = try await SmallCity().review(staged(room: nil), [pack], options: .clausesOnly)
    #expect(room.phases.map(\.facilities) == [0, 1])
    #expect(room.phases.map { $0.clauses.failing } == [["small/area"], []])
    let housing = try await SmallCity().review(
      staged(room: 2, parcels: [nil, 2]), [pack], options: .clausesOnly)
    #expect(housing.phases.map(\.phase) == [2])
    #expect(housing.phases.map(\.parcels) == [2])
    #expect(housing.verdict == .pass)
    // Nobody lives there at the first stage.
    let works = try await SmallCity().review(
      staged(room: 1, parcels: [2, 2]), [pack], options: .clausesOnly)
    #expect(works.phases.map(\.parcels) == [0, 2])
    #expect(works.verdict == .pass)
    let none = try await SmallCity().review(
      staged(room: nil, parcels: [nil, nil]), [pack], options: .clausesOnly)
    #expect(none.phases.isEmpty)
  }

  @Test("what is enough at the end and too little before is enlarged in its stage only")
  func partly() async throws {
    var plan = staged(room: 1)
    plan.facilities[0].floorArea = "100"
    plan.facilities.append(
      .init(
        id: "second", kind: "elder_service_room", x: 75, y: 10, floorArea: "200", phase: 2))
    let pack = try SmallPack.make(area)
    let review = try await SmallCity().review(plan, [pack])
    #expect(review.phases.map { $0.clauses.failing } == [["small/area"], []])
    let remedy = try #require(review.remedy)
    #expect(remedy.isVerified)
    #expect(
      try await SmallCity().reviewer([pack]).review(remedy.plan, workers: Workers(count: 1))
        .verdict == .pass)
  }

  @Test("what is declared for housing of a later stage serves nobody before")
  func declaredForLater() async throws {
    var plan = staged(room: 1)
    plan.facilities[0].serves = ["P1"]
    let pack = try SmallPack.make(area)
    let review = try await SmallCity().review(plan, [pack], options: .clausesOnly)
    #expect(review.phases[0].clauses.opinion("small/area")?.subject("P0")?.shortfall == Amount(150))
    #expect(review.opinion("small/area")?.subject("P0")?.verdict == .fail)
    #expect(review.opinion("small/area")?.subject("P1")?.verdict == .pass)
    plan.facilities[0].serves = ["P0", "P1"]
    let both = try await SmallCity().review(plan, [pack], options: .clausesOnly)
    #expect(both.verdict == .pass)
  }

  @Test("what was found out with more of the plan standing does not answer for less of it")
  func memory() async throws {
    // Whoever lives in X, nobody knows how many, has what F offers; the second stage reaches G,
    // which nobody else does.
    var host = SmallCity()
    host.parcels = [.init(id: "X", x: 0, y: 0, side: 90, status: .existing)]
    host.facilities = [
      .init(id: "F", kind: "elder_service_room", x: 0, y: 0, floorArea: "100"),
      .init(id: "G", kind: "elder_service_room", x: 1200, y: 0, floorArea: "100000"),
    ]
    var plan = SmallCity()
    plan.parcels = [
      .init(id: "P0", x: 200, y: 0, side: 90, households: "300", phase: 1),
      .init(id: "P1", x: 1000, y: 0, side: 90, households: "300", phase: 2),
    ]
    let reviewer = try await host.reviewer([SmallPack.make(area)])
    let whole = try plan.plan(for: host)
    let memory = Memory()
    _ = try await reviewer.judge(whole, memory: memory, workers: Workers(count: 1))
    for phase in whole.phases {
      let standing = whole.standing(after: phase)
      let alone = try await reviewer.judge(standing, workers: Workers(count: 1))
      let after = try await reviewer.judge(standing, memory: memory, workers: Workers(count: 1))
      #expect(alone.opinion("small/area")?.subject("P0")?.verdict == .unknown)
      #expect(after.opinion("small/area")?.subject("P0")?.verdict == .unknown)
    }
  }
}
