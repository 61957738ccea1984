import Locating
import Planar
import Planning
import Quantities
import Rules
import Testing
import Wording
import Workers

@testable import Compliance
@testable import Measuring

/// Where a plan lies, and whom its facilities are declared for.
@Suite("Reviews: places and declarations")
struct ReviewPlaceTests {
  private let onSite = """
    id: own
    check: provision
    subject: parcel
    attribution: on_site
    supply: {facility: [elder_service_room], measure: floor_area}
    demand: {measure: households, per: 100}
    at_least: 30
    unit: m2/100 households
    """
  private let fair = """
    id: shared
    check: provision
    subject: parcel
    attribution: fair
    within: {radius: 400 m}
    supply: {facility: [elder_service_room], measure: floor_area}
    demand: {measure: households, per: 100}
    at_least: 30
    unit: m2/100 households
    """
  private let together = """
    id: together
    check: size
    subject: facility
    kinds: [elder_service_room]
    has: {delivered: with_housing}
    unit: none
    """

  /// A plan of one parcel for a city of one, 300 m apart, 100 households each.
  private func pair() -> (host: SmallCity, plan: SmallCity) {
    var host = SmallCity()
    host.parcels = [
      .init(
        id: "old", x: 300, y: 0, side: 90, households: "100", status: .existing,
        delivered: "2010-01-01")
    ]
    var plan = SmallCity()
    plan.parcels = [
      .init(id: "new", x: 0, y: 0, side: 90, households: "100", delivered: "2030-01-01")
    ]
    return (host, plan)
  }

  private func room(_ area: String, x: Double, serves: [String] = []) -> SmallCity.Facility {
    .init(
      id: "room", kind: "elder_service_room", x: x, y: 0, floorArea: area,
      delivered: "2030-01-01", serves: serves)
  }

  @Test("declared for the plan, for the city, for both")
  func declared() async throws {
    var (host, plan) = pair()
    let pack = try SmallPack.make(onSite, fair, together)
    for (serves, own, shared) in [
      (["new"], 60.0, 60.0), (["old"], 0, 0), (["new", "old"], 30, 60), ([], 60, 60),
    ] {
      plan.facilities = [room("60", x: 10, serves: serves)]
      let review = try await host.review(plan, [pack])
      #expect(review.subject("small/own", "new")?.measured == own, "\(serves)")
      // What nobody else is owed anything of serves the plan first.
      #expect(
        review.subject("small/shared", "new")?.measured == min(30, shared), "\(serves)")
      let effect = review.effects.parcels.first { $0.rule.id == "own" }
      #expect(effect?.measuredAfter == (serves.contains("old") ? 60 - own : nil), "\(serves)")
      // The old housing stood long before.
      #expect(
        review.subject("small/together", "room")?.verdict
          == (serves.contains("old") ? .fail : .pass), "\(serves)")
    }
    // However far it is.
    host.parcels[0].x = 1900
    plan.facilities = [room("60", x: 10, serves: ["new", "old"])]
    let far = try await host.review(plan, [pack])
    #expect(far.subject("small/own", "new")?.measured == 30)
    #expect(far.effects.parcels.first { $0.rule.id == "own" }?.measuredAfter == 30)
  }

  @Test("a planned room in a parcel that is there belongs to that parcel")
  func inOldParcel() async throws {
    var (host, plan) = pair()
    plan.facilities = [room("60", x: 310)]
    let review = try await host.review(plan, [SmallPack.make(onSite, fair, together)])
    #expect(review.subject("small/own", "new")?.verdict == .fail)
    #expect(review.subject("small/shared", "new")?.verdict == .pass)
    #expect(review.subject("small/together", "room")?.verdict == .fail)
    #expect(review.effects.parcels.first { $0.rule.id == "own" }?.after == .pass)
    host.parcels[0].delivered = "2031-01-01"
    let later = try await host.review(plan, [SmallPack.make(together)])
    #expect(later.subject("small/together", "room")?.verdict == .pass)
  }

  @Test("a planned room outside all parcels serves by distance")
  func outside() async throws {
    var (host, plan) = pair()
    plan.facilities = [room("30", x: 150)]
    let review = try await host.review(plan, [SmallPack.make(onSite, fair, together)])
    #expect(review.subject("small/own", "new")?.verdict == .fail)
    #expect(review.subject("small/shared", "new")?.verdict == .pass)
    #expect(review.subject("small/together", "room")?.verdict == .notApplicable)
    // In the whole division both get the same.
    #expect(
      review.effects.parcels.filter { $0.rule.id == "shared" }.map(\.measuredAfter) == [15])
    host.parcels = []
    let alone = try await host.review(plan, [SmallPack.make(fair)])
    #expect(alone.verdict == .pass)
  }

  @Test("a plan far from everything is not of this city")
  func studyArea() async throws {
    var (host, plan) = pair()
    plan.parcels[0].x = 300 - 2000
    #expect(try await host.review(plan, [SmallPack.make(fair)]).verdict == .fail)
    plan.parcels[0].x -= 1
    let pack = try SmallPack.make(fair)
    await #expect(
      throws: PlanReviewError.outsideStudyArea(
        plan: "plan", rows: ["new"], kilometres: 2.001)
    ) { try await host.review(plan, [pack]) }
    // Within a unit it may be anywhere.
    host.units = [
      .init(
        id: "D", level: .district, box: .init(minX: -9000, minY: -9000, maxX: 9000, maxY: 9000))
    ]
    #expect(try await host.review(plan, [pack]).verdict == .fail)
    // Where there is nothing yet there is nothing to be far from; but units have borders.
    #expect(try await SmallCity().review(plan, [pack]).verdict == .fail)
    host.parcels = []
    host.units[0].box = .init(minX: 0, minY: 0, maxX: 900, maxY: 900)
    let error = await #expect(throws: PlanReviewError.self) {
      try await host.review(plan, [pack])
    }
    #expect(
      error?.description
        == "plan: outside the study area: new lies in no unit; check the plan's coordinates and"
        + " CRS, or name the project that it belongs to")
  }

  @Test("ids of the city are not to be used again")
  func repeatedIDs() async throws {
    var (host, plan) = pair()
    host.facilities = [room("1", x: 0)]
    plan.facilities = [room("1", x: 0)]
    plan.parcels[0].id = "old"
    let pack = try SmallPack.make(fair)
    await #expect(throws: PlanReviewError.repeatedIDs(plan: "plan", ids: ["old", "room"])) {
      try await host.review(plan, [pack])
    }
    plan.parcels = []
    plan.facilities = []
    await #expect(throws: PlanReviewError.nothingToReview(plan: "plan", rejected: [])) {
      try await host.review(plan, [pack])
    }
  }

  @Test("overlaps are named, by more than a square metre")
  func overlaps() async throws {
    var (host, plan) = pair()
    let pack = try SmallPack.make(fair)
    plan.parcels[0].x = 300 - 90 + 10
    var review = try await host.review(plan, [pack], options: .clausesOnly)
    #expect(review.overlaps == [PlanOverlap(planParcel: "new", parcel: "old", area: 900)])
    plan.parcels[0].x = 300 - 90 + 0.01
    review = try await host.review(plan, [pack], options: .clausesOnly)
    #expect(review.overlaps.isEmpty)
    plan.parcels[0].side = 0
    plan.parcels[0].x = 300
    review = try await host.review(plan, [pack], options: .clausesOnly)
    #expect(review.overlaps.isEmpty)
  }

  @Test("nobody, not known how many, and estimated")
  func people() async throws {
    var (host, plan) = pair()
    let pack = try SmallPack.make(
      fair.replacing("measure: households, per: 100", with: "measure: population, per: 1000")
        .replacing("m2/100 households", with: "m2/1000 persons"))
    plan.facilities = [room("6", x: 0)]
    plan.parcels[0].households = "0"
    plan.parcels[0].population = "0"
    var review = try await host.review(plan, [pack])
    #expect(review.verdict == .notApplicable)
    #expect(review.remedy == nil)
    plan.parcels[0].households = "100"
    plan.parcels[0].population = nil
    review = try await host.review(plan, [pack])
    #expect(review.verdict == .unknown)
    #expect(review.lacksData)
    #expect(review.remedy == nil)
    host.project.assumptions.personsPerHousehold = Amount(2)
    review = try await host.review(plan, [pack])
    #expect(review.verdict == .pass)
    #expect(review.subject("small/shared")?.flags.contains(.estimated) == true)
    host.project.assumptions.personsPerHousehold = Amount(micros: 2_010_000)
    review = try await host.review(plan, [pack])
    #expect(review.verdict == .fail)
    #expect(review.remedy?.amount("floor_area")?.to == Amount(7))
  }

  @Test("parcels that are points")
  func points() async throws {
    var (host, plan) = pair()
    plan.parcels[0].side = 0
    plan.facilities = [room("10", x: 100)]
    let review = try await host.review(plan, [SmallPack.make(onSite, fair)])
    let remedy = try #require(review.remedy)
    #expect(review.failing == ["small/own", "small/shared"])
    #expect(remedy.isVerified)
    #expect(remedy.amount("floor_area", of: "new+1")?.to == Amount(30))
    #expect(remedy.steps.count == 1)
    host.parcels = []
    #expect(try await host.review(plan, [SmallPack.make(fair)]).verdict == .fail)
  }

  @Test("over a thousand parcels in one plan")
  func large() async throws {
    var host = pair().host
    host.units = [
      .init(id: "D", level: .district, box: .init(minX: -9, minY: -9, maxX: 9000, maxY: 9000))
    ]
    var plan = SmallCity()
    for index in 0..<1200 {
      let (x, y) = (Double(index % 60) * 100, Double(index / 60) * 100)
      plan.parcels.append(
        .init(id: "P\(index)", x: x, y: y, side: 50, households: "100"))
      if index % 2 == 0 {
        plan.facilities.append(
          .init(id: "F\(index)", kind: "elder_service_room", x: x, y: y, floorArea: "60"))
      }
    }
    // The first has too little.
    plan.facilities[0].floorArea = "10"
    let review = try await host.review(
      plan, [SmallPack.make(fair)], options: .clausesOnly)
    #expect(review.clauses.first?.subjects.count == 1200)
    #expect(review.clauses.first?.countedVerdict == .fail)
    plan.facilities[0].floorArea = "60"
    let enough = try await host.review(plan, [SmallPack.make(fair)], options: .withoutRemedy)
    #expect(enough.verdict == .pass)
  }
}
