import Locating
import Planar
import Planning
import Rules
import TestSupport
import Testing
import Workers

@testable import Compliance
@testable import Measuring

/// A facility that stands in a parcel of the plan already is that parcel's own.
@Suite("Reviews: what stands on the site already")
struct ReviewOnSiteTests {
  private static func rule(_ id: String, _ attribution: String) -> String {
    """
    id: \(id)
    check: provision
    subject: parcel
    attribution: \(attribution)
    within: {radius: 400 m}
    supply: {facility: [childcare], measure: places}
    demand: {measure: households, per: 100}
    at_least: 10
    unit: places/100 households
    """
  }

  private func pack() throws -> RulePack {
    try SmallPack.make(Self.rule("own", "on_site"), Self.rule("shared", "fair"))
  }

  /// A nursery in the plan's parcel, which a neighbour uses today.
  private func town(places: String, households: String = "100") -> (
    host: SmallCity, plan: SmallCity
  ) {
    var host = SmallCity()
    host.parcels = [
      .init(id: "old", x: 200, y: 0, side: 90, households: "100", status: .existing)
    ]
    host.facilities = [.init(id: "there", kind: "childcare", x: 10, y: 0, places: places)]
    var plan = SmallCity()
    plan.parcels = [.init(id: "new", x: 0, y: 0, side: 90, households: households)]
    return (host, plan)
  }

  @Test("it is on site, guaranteed and named, and what the neighbour loses is told")
  func guaranteed() async throws {
    for (places, own, shared, neighbour) in [
      ("10", Verdict.pass, Verdict.pass, 0.0), ("9.999999", .fail, .fail, 0),
      ("15", .pass, .pass, 5), ("20", .pass, .pass, 10),
    ] {
      let (host, plan) = town(places: places)
      let review = try await host.review(plan, [pack()])
      #expect(review.subject("small/own", "new")?.verdict == own, "\(places)")
      #expect(review.subject("small/own", "new")?.facilities == ["there"])
      #expect(review.subject("small/shared", "new")?.verdict == shared, "\(places)")
      #expect(review.onSite.map(\.facility) == ["there"])
      #expect(review.onSite.map(\.parcel) == ["new"])
      let effect = review.effects.parcels.first { $0.rule.id == "shared" }
      let isLess = neighbour < min(10, Double(places) ?? 0)
      #expect(effect?.measuredAfter == (isLess ? neighbour : nil), "\(places)")
    }
  }

  @Test("a lot that needs little of it leaves the neighbour what he has")
  func needsLittle() async throws {
    let (host, plan) = town(places: "11", households: "10")
    let review = try await host.review(plan, [pack()])
    #expect(review.verdict == .pass)
    #expect(review.effects.parcels.isEmpty)
  }

  @Test("what lies in a parcel of the city, or is declared for one, stays that one's")
  func belongsElsewhere() async throws {
    var (host, plan) = town(places: "30")
    host.facilities[0].serves = ["old"]
    #expect(try await host.review(plan, [pack()]).subject("small/own", "new")?.measured == 0)
    host.facilities[0].serves = []
    // The plan lies on the parcel in which the nursery stands.
    host.parcels.append(
      .init(id: "under", x: 0, y: 0, side: 40, households: "100", status: .existing))
    plan.parcels[0].side = 200
    let review = try await host.review(plan, [pack()])
    #expect(review.subject("small/own", "new")?.measured == 0)
    #expect(review.onSite.isEmpty)
  }

  @Test("an opinion on what is on site is that of the built city", arguments: UInt64(0)..<40)
  func equalsBuilt(seed: UInt64) async throws {
    var dice = Dice(random: SplitMix64(seed: seed))
    let host = SmallCity.random(using: &dice)
    let small = SmallCity.randomPlan(for: host, using: &dice)
    let plan = try small.plan(for: host)
    let pack = try SmallPack.make(Self.rule("own", "on_site"))
    let reviewer = try await host.reviewer([pack])
    // Some lie too far from everything to be reviewed.
    guard
      let review = try? await reviewer.review(
        plan, options: .clausesOnly, workers: Workers(count: 1))
    else { return }
    let built = try host.city().with(plan)
    let checked = try await ComplianceEngine(
      city: built, packs: [pack], vocabulary: SmallCity.library.vocabulary,
      workers: Workers(count: 1)
    ).run()
    for subject in review.opinion("small/own")?.subjects ?? [] {
      let row = built.parcels.rows.ids.firstIndex(of: subject.id) ?? -1
      #expect(checked.findings[0].verdicts[row] == subject.verdict, "\(subject.id)")
    }
    for place in review.onSite {
      let facility = built.facilities.rows.ids.firstIndex(of: place.facility) ?? -1
      let home = Int(built.facilities.insideParcel[facility])
      #expect(home >= 0 && built.parcels.rows.ids[home] == place.parcel)
    }
  }

  @Test("in reviews of several plans together, too")
  func together() async throws {
    let (host, plan) = town(places: "10")
    let built = try host.city().with(plan.plan(for: host))
    let home = built.facilities.insideParcel[0]
    #expect(built.parcels.rows.ids[Int(home)] == "new")
  }
}
