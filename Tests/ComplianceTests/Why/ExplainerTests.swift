import Foundation
import Planning
import Quantities
import Rules
import TestSupport
import Testing
import Workers

@testable import Compliance
@testable import Measuring

/// Explanations are held against cities in which what they name is taken away.
@Suite("Why a finding is as it is")
struct ExplainerTests {
  /// How many random cities; a long round is asked for by the environment.
  private static let rounds =
    Int(
      ProcessInfo.processInfo.environment["SITING_WHY_ROUNDS"] ?? "") ?? 250

  private func explainer(_ small: SmallCity, _ packs: [RulePack]) throws -> Explainer {
    try Explainer(
      city: small.city(), packs: packs, vocabulary: SmallCity.library.vocabulary,
      workers: Workers(count: 1))
  }

  /// The city with what an explanation names changed in its description; `nil`: that cannot be done there.
  private func changed(
    _ small: SmallCity, _ facility: ConsideredFacility, _ rule: AppliedRule
  ) -> SmallCity? {
    var small = small
    guard let place = small.facilities.firstIndex(where: { $0.id == facility.id }) else {
      return nil
    }
    guard !facility.isCounted else {
      small.facilities.remove(at: place)
      return small
    }
    for obstacle in facility.obstacles {
      switch obstacle {
      case .standing:
        small.facilities[place].operating = .open
        small.facilities[place].opened = nil
        small.facilities[place].closed = nil
        small.facilities[place].delivered = nil
      case .kind: small.facilities[place].kind = rule.check.asked.kinds[0]
      default: return nil
      }
    }
    return small
  }

  @Test("what is named decides: with it gone, the verdict is the one foretold")
  func ablation() async throws {
    var tried = 0
    var decided = 0
    for seed in 0..<Self.rounds {
      var dice = Dice(random: SplitMix64(seed: UInt64(seed) &+ 700_000))
      var small = SmallCity.random(using: &dice)
      if seed % 2 == 1 { small.scatterDays(using: &dice) }
      guard !small.parcels.isEmpty else { continue }
      let pack = try RandomPack.withFairShare(4...9, using: &dice)
      let result = try await small.check([pack])
      let explainer = try explainer(small, [pack])
      let ids = explainer.city.parcels.rows.ids
      let rows = Array(ids.indices.prefix(8))
      for (findings, row) in result.findings.filter({ $0.rule.subject == .parcel })
        .flatMap({ findings in rows.map { (findings, $0) } })
      {
        let found = try #require(
          try await explainer.explain(findings.rule, of: .parcels, row: row))
        #expect(found.verdict == findings.verdicts[row], "\(seed) \(findings.key)")
        guard found.verdict != .notApplicable else { continue }
        for facility in found.facilities {
          guard let otherwise = facility.otherwise,
            let other = changed(small, facility, findings.rule)
          else { continue }
          let again = try await other.check([pack]).findings
            .first { $0.key == findings.key }
          #expect(
            again?.verdicts[row] == otherwise,
            "\(seed) \(findings.key) \(ids[row]) \(facility.id) \(facility.obstacles)")
          tried += 1
          if otherwise != found.verdict { decided += 1 }
        }
        if let cut = found.cut, let alone = cut.alone {
          var other = small
          other.parcels.removeAll { cut.parcels.contains($0.id) && $0.id != ids[row] }
          let left = try await other.check([pack])
          let own = try #require(
            try other.city().parcels.rows.ids.firstIndex(of: ids[row]))
          let again = left.findings.first { $0.key == findings.key }
          #expect(again?.verdicts[own] == alone, "\(seed) \(findings.key) \(ids[row]) alone")
          tried += 1
        }
      }
    }
    #expect(tried > Self.rounds / 2 && decided > Self.rounds / 4, "\(tried) \(decided)")
  }

  @Test("nothing that would count is left unnamed")
  func complete() async throws {
    for seed in 0..<Self.rounds {
      var dice = Dice(random: SplitMix64(seed: UInt64(seed) &+ 800_000))
      var small = SmallCity.random(using: &dice)
      if seed % 2 == 1 { small.scatterDays(using: &dice) }
      guard !small.parcels.isEmpty else { continue }
      let pack = try RandomPack.withFairShare(4...9, using: &dice)
      let explainer = try explainer(small, [pack])
      let row = dice.whole(0...(small.parcels.count - 1))
      for rule in pack.appliedRules
      where rule.subject == .parcel && rule.check.measuresCover && rule.check.reach != nil
        && !rule.check.keepsAway
      {
        let found = try #require(try await explainer.explain(rule, of: .parcels, row: row))
        let limit = try #require(found.reach?.metres)
        let isPlain = rule.threshold?.comparison == .atLeast
        if found.verdict == .pass, isPlain, (found.required?.figure ?? .zero) > .zero,
          !found.flags.contains(.rounded)
        {
          // Whoever passes has something within the limit.
          #expect(
            found.facilities.contains {
              $0.isCounted || $0.obstacles == [.reachesPart] || ($0.way?.best ?? 0) <= limit + 300
            }, "\(seed) \(rule.key)")
        }
        for facility in found.facilities {
          #expect(facility.isCounted == facility.obstacles.isEmpty, "\(seed) \(facility.id)")
          for case .tooFar(let metres) in facility.obstacles {
            #expect(metres > 0, "\(seed) \(facility.id)")
            #expect(abs((facility.way?.best ?? 0) - limit - metres) < 1e-6)
          }
        }
      }
    }
  }

  @Test("a closed nursery next door, one too far and a room of another kind are told apart")
  func small() async throws {
    var small = SmallCity()
    small.project.asOf = CalendarDate("2025-12-31")
    small.parcels = [.init(id: "P", x: 0, y: 0, households: "10", population: "30")]
    small.facilities = [
      .init(id: "closed", kind: "nursery", x: 100, y: 0, closed: "2025-01-01"),
      .init(id: "far", kind: "nursery", x: 700, y: 0),
      .init(id: "other", kind: "childcare_comprehensive_centre", x: 200, y: 0),
    ]
    let pack = try SmallPack.make(
      """
      check: coverage
      subject: parcel
      facility: [nursery]
      within: {radius: 500 m}
      at_least: 100
      unit: percent
      id: circle
      """)
    let explainer = try explainer(small, [pack])
    let rule = pack.appliedRules[0]
    let found = try #require(try await explainer.explain(rule, of: .parcels, row: 0))
    #expect(found.verdict == .fail)
    #expect(found.facilities.map(\.id) == ["closed", "far", "other"])
    #expect(found.facilities[0].obstacles == [.standing(.closed)])
    #expect(found.facilities[0].otherwise == .pass)
    guard case .tooFar(let metres)? = found.facilities[1].obstacles.first else {
      Issue.record("\(found.facilities[1].obstacles)")
      return
    }
    #expect(abs(metres - 200) < 0.01)
    #expect(found.facilities[1].otherwise == nil)
    #expect(found.facilities[2].obstacles == [.kind])
    #expect(found.facilities[2].otherwise == .pass)
  }

  @Test("who shares too little is named with the others, and with what would be without them")
  func cut() async throws {
    var small = SmallCity()
    small.parcels = (0..<3).map {
      .init(id: "P\($0)", x: Double($0) * 50, y: 0, households: "100", population: "300")
    }
    small.facilities = [.init(id: "F", kind: "nursery", x: 0, y: 10, places: "4")]
    let pack = try SmallPack.make(
      """
      check: provision
      subject: parcel
      supply: {facility: [nursery], measure: places}
      demand: {measure: population, per: 1000}
      at_least: 10
      unit: places/1000 persons
      within: {radius: 500 m}
      id: places
      """)
    let explainer = try explainer(small, [pack])
    let found = try #require(
      try await explainer.explain(pack.appliedRules[0], of: .parcels, row: 1))
    #expect(found.verdict == .fail)
    let cut = try #require(found.cut)
    #expect(cut.parcels == ["P0", "P1", "P2"] && cut.facilities == ["F"])
    #expect(cut.need.double == 9 && cut.supply.double == 4)
    #expect(cut.alone == .pass)
    #expect(found.facilities.first?.offers?.double == 4)
    #expect(found.facilities.first?.otherwise == .fail)
  }
}
