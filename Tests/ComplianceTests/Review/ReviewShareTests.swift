import Locating
import Planning
import Quantities
import Rules
import TestSupport
import Testing
import Workers

@testable import Compliance
@testable import Measuring

/// A plan passes a clause on shared supply exactly if everyone who is there can keep what they have
/// while the plan gets all it needs.
@Suite("Reviews: shared supply")
struct ReviewShareTests {
  @Test(
    "a plan passes exactly if a flow without loss to others serves it", arguments: UInt64(0)..<40)
  func feasibility(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let pack = try ShareTown.pack()
    for _ in 0..<3 {
      let town = ShareTown(using: &random)
      let review = try await town.host.review(
        town.plan, [pack], options: .clausesOnly, workers: 1 + Int(seed % 3))
      let opinion = review.opinion("small/new")
      #expect((opinion?.countedVerdict ?? .pass) == town.verdict, "\(town)")
      // The worst-served parcel of the plan is served as well as can be.
      let measured = opinion?.subjects.filter { $0.verdict != .notApplicable }.map(\.measured)
      if let worst = measured?.min(), let least = town.leastRatio {
        #expect(abs(worst / 30 - Double(least.top) / Double(least.bottom)) < 1e-6, "\(town)")
      }
      let renamed = town.renamed(using: &random)
      let again = try await renamed.host.review(
        renamed.plan, [pack], options: .clausesOnly, workers: 2)
      #expect(
        again.opinion("small/new")?.figures == opinion?.figures, "\(town)")
      #expect(again.opinion("small/new")?.countedVerdict == opinion?.countedVerdict, "\(town)")
    }
  }

  // MARK: By hand

  /// One parcel that is there and one that is planned, both within reach of a room.
  private func pair(room: String, old: String = "100", new: String = "100") -> (
    host: SmallCity, plan: SmallCity
  ) {
    var host = SmallCity()
    host.parcels = [
      .init(id: "old", x: 0, y: 0, side: 50, households: old, status: .existing)
    ]
    host.facilities = [
      .init(id: "room", kind: "childcare", x: 100, y: 0, floorArea: room)
    ]
    var plan = SmallCity()
    plan.parcels = [.init(id: "new", x: 200, y: 0, side: 50, households: new)]
    return (host, plan)
  }

  @Test("what is used up to the last is not given to a plan")
  func usedUp() async throws {
    let pack = try ShareTown.pack()
    // The old needs 20 m², the new 30.
    for (room, verdict, measured) in [
      ("20", Verdict.fail, 0.0), ("20.000001", .fail, 0.000001), ("49.999999", .fail, 29.999999),
      ("50", .pass, 30),
    ] {
      let (host, plan) = pair(room: room)
      let review = try await host.review(plan, [pack])
      #expect(review.verdict == verdict, "\(room)")
      #expect(review.subject("small/new")?.measured == measured, "\(room)")
      // Its effect is the whole division: the old loses where the plan is built all the same.
      #expect(
        review.effects.turned(.broken).map(\.id) == (verdict == .pass ? [] : ["old"]), "\(room)")
      let more = review.remedy?.amount("floor_area")?.to
      #expect(
        more == ["20": Amount(30), "20.000001": Amount(30), "49.999999": Amount(1)][room],
        "\(room)")
    }
  }

  @Test("who has too little keeps it")
  func keepsTooLittle() async throws {
    let (host, bare) = pair(room: "7")
    var plan = bare
    let pack = try ShareTown.pack()
    #expect(try await host.review(plan, [pack]).subject("small/new")?.measured == 0)
    plan.facilities = [.init(id: "own", kind: "childcare", x: 300, y: 0, floorArea: "30")]
    let review = try await host.review(plan, [pack])
    #expect(review.verdict == .pass)
    #expect(review.effects.turned(.broken).isEmpty)
    // Together they have 37 of 50: 0.74 each, and the old had 0.35.
    #expect(review.effects.parcels.first?.measuredAfter == 14.8)
  }

  @Test("a neighbour's spare room is enough")
  func spare() async throws {
    let (host, plan) = pair(room: "1000")
    let review = try await host.review(plan, [ShareTown.pack()])
    #expect(review.verdict == .pass)
    #expect(review.effects.parcels.isEmpty)
    // One a clause: both divide the same room.
    #expect(review.effects.loads.map(\.rule.id) == ["new", "existing"])
    #expect(review.effects.loads.map(\.loadBefore) == [Amount(20), Amount(20)])
    #expect(review.effects.loads.map(\.loadAfter) == [Amount(50), Amount(50)])
    #expect(review.effects.loads.map(\.fillsUp) == [false, false])
  }

  @Test("an existing parcel may be served by a planned room, so that the plan has the old one")
  func swapped() async throws {
    var (host, plan) = pair(room: "30")
    host.parcels[0].x = 900
    host.facilities[0].x = 200
    // 1,000 m reach: the old parcel reaches both rooms, the new one only the old room.
    plan.parcels[0].x = -700
    plan.facilities = [.init(id: "own", kind: "childcare", x: 1200, y: 0, floorArea: "20")]
    let review = try await host.review(plan, [ShareTown.pack()])
    #expect(review.verdict == .pass)
    plan.facilities[0].floorArea = "19.999999"
    #expect(try await host.review(plan, [ShareTown.pack()]).verdict == .fail)
  }

  @Test(
    "a lot beside one whose need is not known is decided where every need decides it alike",
    arguments: UInt64(0)..<40)
  func unknownNeighbour(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let pack = try ShareTown.pack()
    let town = ShareTown(using: &random)
    let silent = Int.random(in: 0..<town.plan.parcels.count, using: &random)
    func verdicts(_ households: String?) async throws -> [String: Verdict] {
      var plan = town.plan
      plan.parcels[silent].households = households
      let review = try await town.host.review(plan, [pack], options: .clausesOnly)
      let subjects = review.opinion("small/new")?.subjects ?? []
      return Dictionary(uniqueKeysWithValues: subjects.map { ($0.id, $0.verdict) })
    }
    let (none, many) = try await (verdicts("0"), verdicts("10000000"))
    let found = try await verdicts(nil)
    for parcel in town.plan.parcels where parcel.id != town.plan.parcels[silent].id {
      let (best, worst) = (none[parcel.id], many[parcel.id])
      #expect(found[parcel.id] == (best == worst ? best : .unknown), "\(parcel.id) of \(town)")
    }
  }

  @Test("what a plan brings may all go to a lot of which nobody knows how many live there")
  func plannedBetween() async throws {
    var host = SmallCity()
    host.parcels = [.init(id: "old", x: 1500, y: 0, side: 50, households: "100", status: .existing)]
    var plan = SmallCity()
    plan.parcels = [
      .init(id: "a", x: 0, y: 0, side: 50, households: "100"),
      .init(id: "b", x: 200, y: 0, side: 50),
    ]
    for (room, verdict) in [("30", Verdict.unknown), ("29.999999", .fail), ("9000", .unknown)] {
      plan.facilities = [.init(id: "room", kind: "childcare", x: 100, y: 0, floorArea: room)]
      let review = try await host.review(plan, [ShareTown.pack()])
      #expect(review.subject("small/new", "a")?.verdict == verdict, "\(room)")
      #expect(review.subject("small/new", "b")?.verdict == .unknown, "\(room)")
    }
    // What lies in the lot is its own, whoever lives beside it.
    plan.facilities = [.init(id: "room", kind: "childcare", x: 0, y: 0, floorArea: "30")]
    let review = try await host.review(plan, [ShareTown.pack()])
    #expect(review.subject("small/new", "a")?.verdict == .pass)
  }

  @Test(
    "a plan that brings more than it needs takes nothing from anyone", arguments: UInt64(0)..<20)
  func generous(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    var town = ShareTown(using: &random)
    // Each planned parcel has a room of its own that is more than enough.
    town.plan.facilities = town.plan.parcels.map { parcel in
      .init(
        id: "own-\(parcel.id)", kind: "childcare", x: parcel.x, y: parcel.y, floorArea: "1000",
        serves: [parcel.id])
    }
    let review = try await town.host.review(
      town.plan, [ShareTown.pack()], options: .withoutRemedy)
    #expect(review.clauses.failing.isEmpty, "\(town)")
    #expect(review.effects.parcels.isEmpty, "\(town)")
  }
}

extension ClauseOpinion {
  /// What was measured, in order of size.
  fileprivate var figures: [Double] { subjects.map(\.measured).filter { !$0.isNaN }.sorted() }
}
