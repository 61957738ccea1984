import Compliance
import Geodesy
import Locating
import Measuring
import Optimizing
import Planning
import Quantities
import Rules
import TestSupport
import Testing
import Workers

@Suite("Objectives of the textbooks in little cities")
struct TextbookTests {
  private func propose(
    _ little: LittleCity, _ objective: TextbookObjective,
    _ change: (inout ProposalRequest) -> Void = { _ in }
  ) async throws -> Proposal {
    var request = ProposalRequest(
      options: [little.option], candidates: little.candidates,
      limits: SearchLimits(iterations: 500))
    request.objective = objective
    change(&request)
    return try await Proposer(
      city: little.city, packs: little.packs, vocabulary: little.vocabulary.kinds,
      network: little.network, workers: Workers(count: 1)
    ).propose(
      request, after: try await little.judge(little.city),
      judge: { city, _ in try await little.judge(city) })
  }

  /// Distances in the plane of nobody: by parcel, facilities that stand first, then candidates.
  private struct Ways {
    let metres: [[Double]]
    let standing: Int
    let people: [Int64]

    init(_ little: LittleCity) {
      let (parcels, city) = (little.city.parcels.rows, little.city)
      let others = [city.facilities.rows, little.candidates.places.rows]
      standing = others[0].count
      metres = (0..<parcels.count).map { parcel in
        others.flatMap { rows in
          (0..<rows.count).map { row in
            let (x, y) = (rows.placeX[row], rows.placeY[row])
            let (fromX, fromY) = (parcels.placeX[parcel], parcels.placeY[parcel])
            guard little.network != nil else {
              return city.ground.metres(fromX: fromX, y: fromY, toX: x, y: y)
            }
            // Along streets that cross at right angles.
            return city.ground.metres(fromX: fromX, y: fromY, toX: x, y: fromY)
              + city.ground.metres(fromX: x, y: fromY, toX: x, y: y)
          }
        }
      }
      people = city.parcels.population.map { ($0 ?? .zero).micros / Amount.scale }
    }

    /// What sites come to.
    func value(_ sites: [Int], _ objective: TextbookObjective) -> Double {
      let open = Array(0..<standing) + sites.map { standing + $0 }
      let nearest = metres.map { row in open.map { row[$0] }.min() ?? .infinity }
      let reach = objective.reach ?? 0
      switch objective.model {
      case .setCovering:
        let sitable = metres.indices.filter { metres[$0].contains { $0 <= reach } }
        return sitable.allSatisfy { nearest[$0] <= reach } ? Double(sites.count) : .infinity
      case .maximalCovering:
        return zip(nearest, people).reduce(0) { $0 + ($1.0 <= reach ? Double($1.1) : 0) }
      case .median: return zip(nearest, people).reduce(0) { $0 + $1.0 * 10 * Double($1.1) }
      case .center: return (nearest.max() ?? 0) * 10
      }
    }
  }

  private static func subsets(_ count: Int, atMost: Int) -> [[Int]] {
    (0..<(1 << count)).map { bits in (0..<count).filter { bits >> $0 & 1 == 1 } }
      .filter { $0.count <= atMost }
  }

  @Test("are as good as the best of all choices", arguments: 1...16, [false, true])
  func exhaustive(seed: Int, isWalked: Bool) async throws {
    let little = try await LittleCity(seed: UInt64(seed), sites: 6, isWalked: isWalked)
    let ways = Ways(little)
    var random = SplitMix64(seed: UInt64(seed))
    for model in TextbookObjective.Model.allCases {
      let sites = Int.random(in: 1...3, using: &random)
      // Between the streets' own steps, so that a rounding decides nothing.
      let reach = Double(Int.random(in: 2...7, using: &random)) * 100 + 53
      let objective = TextbookObjective(
        model, sites: model == .setCovering ? nil : sites, reach: reach)
      let best = Self.subsets(6, atMost: model == .setCovering ? 6 : sites)
        .map { ways.value($0, objective) }
      let wanted = model == .maximalCovering ? best.max() : best.min()
      let proposal = try await propose(little, objective)
      let answer = try #require(proposal.objective)
      #expect(answer.proof.stop == .proven, "\(model) seed \(seed)")
      let chosen = proposal.sites.compactMap { site in
        Int(site.facility.id.dropFirst("new-S".count))
      }
      let value = ways.value(chosen, objective)
      // Tenths are rounded up, each of them; streets are lines through rounded places.
      let slack =
        model.isCovering
        ? 0 : (isWalked ? 0.005 : 0) * (wanted ?? 0) + Double(answer.total) * 1.01 + 30
      #expect(abs(value - (wanted ?? 0)) <= slack, "\(model) seed \(seed)")
      #expect(abs(Double(answer.proof.value) - (wanted ?? 0)) <= slack, "\(model) seed \(seed)")
      #expect(answer.existing == ways.standing && answer.isOnNetwork == isWalked)
      // Fewer sites do no better.
      for (one, next) in zip(answer.curve, answer.curve.dropFirst()) {
        #expect(model.isCovering ? one.value <= next.value : one.value >= next.value)
      }
      // Everybody is served by one at most.
      let served = proposal.sites.flatMap(\.services).flatMap(\.subjects)
      #expect(Set(served).count == served.count)
    }
  }

  @Test("forced and forbidden sites are as asked, and spacing holds", arguments: 1...8)
  func rules(seed: Int) async throws {
    let little = try await LittleCity(seed: UInt64(seed), sites: 6)
    let ways = Ways(little)
    var candidates = little.candidates
    (candidates.choices[0], candidates.choices[1]) = (.forced, .forbidden)
    let objective = TextbookObjective(.median, sites: 3)
    let rows = candidates.places.rows
    func metres(_ one: Int, _ other: Int) -> Double {
      little.city.ground.metres(
        fromX: rows.placeX[one], y: rows.placeY[one], toX: rows.placeX[other],
        y: rows.placeY[other])
    }
    let allowed = Self.subsets(6, atMost: 3).filter { sites in
      sites.contains(0) && !sites.contains(1)
        && sites.allSatisfy { one in sites.allSatisfy { $0 == one || metres($0, one) >= 400 } }
    }
    let best = try #require(allowed.map { ways.value($0, objective) }.min())
    let proposal = try await propose(little, objective) {
      $0.candidates = candidates
      $0.spacing = 400
    }
    let chosen = proposal.sites.compactMap { Int($0.facility.id.dropFirst("new-S".count)) }
    #expect(allowed.contains(chosen.sorted()), "seed \(seed)")
    let total = proposal.objective?.total ?? 0
    #expect(abs(ways.value(chosen, objective) - best) <= Double(total) * 1.01, "seed \(seed)")
    #expect(proposal.alternatives.contains { $0.reasons == [.forbidden] })
    await #expect(throws: ProposalError.tooManyForced(forced: 2, allowed: 1)) {
      candidates.choices[1] = .forced
      _ = try await propose(little, TextbookObjective(.median, sites: 1)) {
        $0.candidates = candidates
      }
    }
  }

  @Test("the clause's reach and demand are taken where none is stated")
  func ofClause() async throws {
    for seed in 1...12 {
      let little = try await LittleCity(seed: UInt64(seed), sites: 6)
      let before = try await little.judge(little.city)
      func fails(_ rule: String) -> Bool {
        before.findings.contains { $0.key.rule == rule && $0.verdicts.contains(.fail) }
      }
      guard fails("circle"), fails("places") else { continue }
      let own = try await propose(
        little, TextbookObjective(.maximalCovering, sites: 2, demand: .clause))
      // The shortest of theirs.
      #expect(own.objective?.reach == 700)
      // Ten places a thousand.
      let places = little.city.parcels.population.reduce(Int64(0)) {
        $0 + (($1 ?? .zero).micros / Amount.scale * 10 + 999) / 1_000
      }
      #expect(own.objective?.total == places)
      let all = try await propose(little, TextbookObjective(.setCovering, sites: nil))
      // What covers everybody whom a site can reach leaves no such failure.
      let circle = try #require(all.outcomes.first { $0.rule.key.rule == "circle" })
      #expect(circle.failing <= all.objective?.beyond.count ?? 0, "seed \(seed)")
      return
    }
  }

  @Test("every model is in the registry of objectives under its id")
  func registry() {
    for model in TextbookObjective.Model.allCases {
      #expect(ObjectiveRegistry.all.contains { $0.entry == model.entry })
      #expect(model.entry.id == model.rawValue)
      #expect(TextbookObjective.Model(named: model.rawValue.replacing("_", with: "-")) == model)
    }
  }
}
