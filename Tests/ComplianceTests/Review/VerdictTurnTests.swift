import Locating
import Planar
import Planning
import Rules
import TestSupport
import Testing
import Workers

@testable import Compliance

/// What becomes of those who are there is told for what it is: failing is not the same as no longer
/// being certain.
@Suite("Reviews: turns of verdicts")
struct VerdictTurnTests {
  @Test("every pair of verdicts is one turn or none")
  func pairs() {
    let turns: [VerdictTurn: [(Verdict, Verdict)]] = [
      .broken: [(.pass, .fail)], .failing: [(.unknown, .fail)], .undecided: [(.pass, .unknown)],
      .mended: [(.fail, .pass), (.unknown, .pass)],
    ]
    for before in Verdict.allCases {
      for after in Verdict.allCases {
        let meant = turns.first { $0.value.contains { $0 == (before, after) } }?.key
        #expect(VerdictTurn(from: before, to: after) == meant, "\(before) to \(after)")
      }
    }
  }

  private static let pack = """
    id: places
    check: provision
    subject: parcel
    within: {radius: 600 m}
    supply: {facility: [childcare], measure: places}
    demand: {measure: population, per: 1000}
    at_least: 10
    unit: places/1000 persons
    """

  @Test(
    "what an unknown need may take is not taken",
    arguments: [(nil, VerdictTurn.undecided), ("100", .broken), ("0", nil), ("40", nil)]
      as [(String?, VerdictTurn?)])
  func unknownNeed(people: String?, turn: VerdictTurn?) async throws {
    var host = SmallCity()
    host.parcels = [
      .init(id: "old", x: 0, y: 0, side: 90, population: "260", status: .existing)
    ]
    host.facilities = [.init(id: "there", kind: "childcare", x: 150, y: 0, places: "3")]
    var plan = SmallCity()
    plan.parcels = [.init(id: "new", x: 300, y: 0, side: 90, population: people)]
    let review = try await host.review(plan, [SmallPack.make(Self.pack)])
    for each in VerdictTurn.allCases {
      #expect(review.effects.turned(each).map(\.id) == (each == turn ? ["old"] : []), "\(each)")
    }
  }

  @Test("the figure of a clause is the most that is missing", arguments: UInt64(0)..<30)
  func worst(seed: UInt64) async throws {
    var dice = Dice(random: SplitMix64(seed: seed))
    var host = SmallCity.random(using: &dice)
    host.units.append(
      .init(id: "U", level: .province, box: .init(minX: -5000, minY: -5000, maxX: 6000, maxY: 6000))
    )
    let plan = SmallCity.randomPlan(for: host, using: &dice)
    let pack = try RandomPack.withFairShare(3...6, using: &dice)
    let review = try await host.review(plan, [pack], options: .clausesOnly)
    for clause in review.clauses {
      let deciding = clause.subjects.filter { $0.verdict == clause.verdict }
      #expect(clause.worst?.verdict == clause.verdict)
      #expect(clause.worst?.shortfall == deciding.compactMap(\.shortfall).max(), "\(clause.key)")
    }
  }
}
