import Locating
import Planning
import Quantities
import Rules
import TestSupport
import Testing
import Workers

@testable import Compliance

/// What a review asks the applicant for: enough to decide everything, and nothing that he has stated.
@Suite("Review: what to supply")
struct ReviewRequestTests {
  /// A plan that states everything.
  private static var whole: SmallCity {
    var plan = SmallCity()
    for (id, x) in [("A", 0.0), ("B", 260)] {
      plan.parcels.append(
        .init(
          id: id, x: x, y: 0, side: 180, households: "600", population: "1600", elders: "300",
          infants: "50", status: .new, urban: true, delivered: "2024-06-30"))
    }
    plan.facilities = [
      .init(
        id: "day", kind: "elder_day_care", x: 10, y: 10, floorArea: "400", landArea: "700",
        beds: "0", nursingBeds: "0", status: .new, delivered: "2024-06-30"),
      .init(
        id: "nursery", kind: "nursery", x: 250, y: 10, floorArea: "640", landArea: "900",
        places: "40", status: .new, delivered: "2024-06-30"),
    ]
    return plan
  }

  private static func packs() throws -> [RulePack] {
    try ["shangqiu-2022", "gb50180-2018", "xuchang-2023"].map { try SmallCity.library.pack($0) }
  }

  /// Leaves out some of what a plan states.
  private static func blank(_ plan: inout SmallCity, _ dice: inout Dice) {
    for row in plan.parcels.indices {
      if dice.chance(25) { plan.parcels[row].households = nil }
      if dice.chance(25) { plan.parcels[row].population = nil }
      if dice.chance(15) { plan.parcels[row].urban = nil }
      if dice.chance(15) { plan.parcels[row].delivered = nil }
    }
    for row in plan.facilities.indices {
      if dice.chance(25) { plan.facilities[row].floorArea = nil }
      if dice.chance(25) { plan.facilities[row].landArea = nil }
      if dice.chance(25) { plan.facilities[row].places = nil }
      if dice.chance(15) { plan.facilities[row].delivered = nil }
      if dice.chance(15) { plan.facilities[row].status = nil }
    }
  }

  /// States what is asked for, as the whole plan has it.
  ///
  /// - Returns: What was asked for though it was stated, or is nowhere.
  private static func fill(_ plan: inout SmallCity, _ requests: [DataRequest]) -> [String] {
    var needless: [String] = []
    let whole = whole
    func take<Value: Equatable>(_ now: inout Value?, _ then: Value?, _ what: String) {
      if now != nil { needless.append(what) }
      now = then
    }
    for request in requests {
      for column in request.columns {
        let what = "\(request.table) \(request.row) \(column)"
        if request.table == .parcels {
          let (row, then) = (request.row, whole.parcels[request.row])
          switch column {
          case "households": take(&plan.parcels[row].households, then.households, what)
          case "population": take(&plan.parcels[row].population, then.population, what)
          case "urban": take(&plan.parcels[row].urban, then.urban, what)
          case "delivered": take(&plan.parcels[row].delivered, then.delivered, what)
          default: needless.append(what)
          }
        } else {
          let (row, then) = (request.row, whole.facilities[request.row])
          switch column {
          case "floor_area": take(&plan.facilities[row].floorArea, then.floorArea, what)
          case "land_area": take(&plan.facilities[row].landArea, then.landArea, what)
          case "places": take(&plan.facilities[row].places, then.places, what)
          case "delivered": take(&plan.facilities[row].delivered, then.delivered, what)
          case "status": take(&plan.facilities[row].status, then.status, what)
          default: needless.append(what)
          }
        }
      }
    }
    return needless
  }

  @Test("what is asked for settles everything, and nothing that is stated is asked for")
  func settles() async throws {
    let packs = try Self.packs()
    let host = SmallCity()
    let reviewer = try await host.reviewer(packs)
    func review(_ plan: SmallCity) async throws -> PlanReview {
      try await reviewer.review(
        try plan.plan(for: host), options: .clausesOnly, workers: Workers(count: 2))
    }
    let wanted = try await review(Self.whole)
    #expect(wanted.conclusion().lackingData.isEmpty)
    var asked = 0
    for seed in 0..<150 {
      var dice = Dice(random: SplitMix64(seed: UInt64(seed)))
      var plan = Self.whole
      Self.blank(&plan, &dice)
      for _ in 0..<4 {
        let found = try await review(plan)
        #expect(
          found.conclusion().lackingData.isEmpty || found.requests != DataRequests(), "\(seed)")
        guard !found.requests.ofPlan.isEmpty else {
          // Whatever is left open is so with everything stated, too.
          #expect(found.conclusion().lackingData.isEmpty, "\(seed)")
          break
        }
        asked += 1
        let needless = Self.fill(&plan, found.requests.ofPlan)
        #expect(needless.isEmpty, "\(seed): \(needless)")
      }
      let settled = try await review(plan)
      #expect(settled.requests.ofPlan.isEmpty, "\(seed)")
      #expect(settled.conclusion().word == wanted.conclusion().word, "\(seed)")
    }
    #expect(asked > 100)
  }

  @Test("each gap is named with its row, its column and the clauses that need it")
  func names() async throws {
    var plan = Self.whole
    plan.parcels[1].population = nil
    plan.facilities[1].places = nil
    let host = SmallCity()
    let review = try await host.review(plan, try Self.packs(), options: .clausesOnly)
    let requests = review.requests.ofPlan
    #expect(requests.map(\.table) == [.parcels, .facilities])
    #expect(requests.map(\.row) == [1, 1])
    #expect(requests.map(\.columns) == [["population"], ["places"]])
    let places = RuleKey(pack: "shangqiu-2022", rule: "childcare-places-new")
    #expect(requests.allSatisfy { $0.clauses.contains(places) })
    #expect(review.requests.ofCity.isEmpty)
  }
}

/// Whose duty a clause is, and what follows from that.
@Suite("Review: duties")
struct ReviewDutyTests {
  private static let room = """
    check: provision
    subject: parcel
    when: {status: new}
    supply: {facility: [elder_service_room], measure: floor_area}
    demand: {measure: households, per: 100}
    at_least: 30
    unit: m2/100 households
    attribution: on_site
    id: room
    """
  private static let circle = """
    check: coverage
    subject: parcel
    facility: [nursing_home]
    within: {radius: 500 m}
    at_least: 100
    unit: percent
    id: circle
    """

  private static var plan: SmallCity {
    var plan = SmallCity()
    plan.parcels = [
      .init(id: "A", x: 0, y: 0, side: 100, households: "860", population: "2200", status: .new)
    ]
    return plan
  }

  @Test("what a project provides is its developer's; what lies around it, and units, are not")
  func defaults() throws {
    let existing = Self.room.replacing("status: new", with: "status: existing")
      .replacing("id: room", with: "id: old")
    let own = Self.circle.replacing("id: circle", with: "id: own\nduty: developer")
    let units = """
      check: presence
      subject: community
      facility: [nursery]
      at_least: 1
      unit: count
      id: unit
      """
    let pack = try SmallPack.make(Self.room, Self.circle, existing, own, units)
    let duties = Dictionary(uniqueKeysWithValues: pack.rules.map { ($0.id, $0.duty) })
    #expect(
      duties == [
        "room": .developer, "circle": .authority, "old": .authority, "own": .developer,
        "unit": .authority,
      ])
  }

  @Test("a developer is told what his project lacks, not to build what is missing around it")
  func remedy() async throws {
    let pack = try SmallPack.make(Self.room, Self.circle)
    let review = try await SmallCity().review(Self.plan, [pack])
    #expect(Set(review.failing) == ["small/room", "small/circle"])
    let remedy = try #require(review.remedy)
    #expect(remedy.steps.map(\.kind) == ["elder_service_room"])
    #expect(remedy.mends.map(\.rule) == ["room"])
    #expect(remedy.isVerified && remedy.beyond.isEmpty)
    #expect(review.conclusion(on: [.developer]).word == .doesNotComply)
    #expect(review.conclusion(on: [.authority]).failing.map(\.rule) == ["circle"])
    var built = Self.plan
    built.facilities = [
      .init(id: "room", kind: "elder_service_room", x: 0, y: 0, floorArea: "258")
    ]
    let mended = try await SmallCity().review(built, [pack])
    #expect(mended.conclusion(on: [.developer]).word == .complies)
    #expect(mended.conclusion(on: [.authority]).word == .doesNotComply)
    #expect(mended.conclusion().word == .doesNotComply)
    #expect(mended.remedy == nil)
  }

  @Test("a conclusion that rests on drafts says so, and one that does not does not")
  func drafts() async throws {
    let draft = try SmallPack.make([Self.room], id: "draft", isDraft: true)
    let inForce = try SmallPack.make([Self.circle], id: "law")
    #expect(
      try await SmallCity().review(Self.plan, [draft], options: .clausesOnly).conclusion()
        .restsOnDrafts)
    let both = try await SmallCity().review(Self.plan, [draft, inForce], options: .clausesOnly)
    #expect(!both.conclusion().restsOnDrafts)
    #expect(both.conclusion(on: [.developer]).restsOnDrafts)
    #expect(!both.conclusion(on: [.authority]).restsOnDrafts)
  }

  @Test("the word of a conclusion, for every mixture of what clauses come to")
  func words() async throws {
    let pack = try SmallPack.make(
      Self.room, Self.circle.replacing("id: circle", with: "id: circle\nforce: advisory"))
    var plan = Self.plan
    plan.facilities = [
      .init(id: "room", kind: "elder_service_room", x: 0, y: 0, floorArea: "258")
    ]
    let met = try await SmallCity().review(plan, [pack], options: .clausesOnly)
    #expect(met.conclusion(on: [.developer]).word == .complies)
    #expect(met.conclusion(on: [.authority]).word == .compliesInTheMain)
    #expect(met.conclusion().word == .compliesInTheMain)
    plan.facilities[0].floorArea = nil
    let open = try await SmallCity().review(plan, [pack], options: .clausesOnly)
    #expect(open.conclusion().word == .needsData)
    plan.facilities[0].floorArea = "100"
    let short = try await SmallCity().review(plan, [pack], options: .clausesOnly)
    #expect(short.conclusion().word == .doesNotComply)
    plan.parcels[0].status = .existing
    let other = try await SmallCity().review(plan, [pack], options: .clausesOnly)
    #expect(other.conclusion(on: [.developer]).word == .nothingApplies)
  }

  @Test("a plan of facilities only is judged by what facilities must be, and by whom it helps")
  func facilitiesOnly() async throws {
    let size = """
      check: size
      subject: facility
      kinds: [nursing_home]
      measure: floor_area
      at_least: 7000
      unit: m2
      id: size
      """
    let pack = try SmallPack.make(Self.room, Self.circle, size)
    var host = SmallCity()
    host.parcels = [.init(id: "old", x: 0, y: 0, side: 100, households: "10", status: .existing)]
    var plan = SmallCity()
    plan.facilities = [
      .init(id: "home", kind: "nursing_home", x: 200, y: 0, floorArea: "6999")
    ]
    let review = try await host.review(plan, [pack])
    #expect(review.clauses.filter { $0.verdict != .notApplicable }.map(\.rule.id) == ["size"])
    #expect(review.conclusion().word == .doesNotComply)
    #expect(review.effects.turned(.mended).map(\.id) == ["old"])
    #expect(review.remedy?.amount("floor_area")?.to == Amount(7000))
    plan.facilities[0].x = 90_000
    await #expect(throws: PlanReviewError.self) { try await host.review(plan, [pack]) }
  }
}
