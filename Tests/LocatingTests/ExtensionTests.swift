import Compliance
import Locating
import Optimizing
import Planning
import Quantities
import Rules
import Testing
import Workers

@Suite("Facilities that stand, enlarged")
struct ExtensionTests {
  /// The least that makes everything pass with new facilities and larger ones, by trying all.
  private func leastCost(_ little: LittleCity) async throws -> Amount? {
    let sizes = little.option.sizes
    let (standing, places) = (little.city.facilities.count, little.candidates.count)
    var prototypes = SiteCandidates.prototypes(of: sizes.map { _ in little.option.kind })
    for (row, size) in sizes.enumerated() { prototypes.places[row] = size.amounts[.places] }
    let ways = (0..<(places + standing)).reduce(1) { all, _ in all * (sizes.count + 1) }
    var best: Amount?
    for way in 0..<ways {
      var (rest, cost, isPossible) = (way, Amount.zero, true)
      var built: [SitedFacility] = []
      var larger: [(Int, Amount)] = []
      for site in 0..<(places + standing) {
        let size = rest % (sizes.count + 1) - 1
        rest /= sizes.count + 1
        guard size >= 0, let stated = sizes[size].cost else { continue }
        guard site >= places else {
          cost += stated + (little.candidates.costs[site] ?? .zero)
          built.append(SitedFacility(id: "new-\(site)", name: nil, place: site, prototype: size))
          continue
        }
        let row = site - places
        guard let now = little.city.facilities.places[row], let then = sizes[size].amounts[.places],
          now < then
        else {
          isPossible = false
          continue
        }
        let whole = Int128(then.micros)
        let part = Int128((then - now).micros) * Int128(stated.micros)
        cost += Amount(micros: Int64((part + whole - 1) / whole))
        larger.append((row, then))
      }
      if !isPossible || best.map({ cost >= $0 }) ?? false { continue }
      var city = little.city
      for (row, then) in larger { city.facilities.places[row] = then }
      let plan = little.candidates.plan(of: built, from: prototypes, name: "all")
      let result = try await little.judge(city.with(plan))
      if !result.findings.contains(where: { $0.verdicts.contains(.fail) }) { best = cost }
    }
    return best
  }

  @Test("new ones and larger ones cost as little as any that make all pass", arguments: 1...10)
  func exhaustive(seed: Int) async throws {
    let little = try await LittleCity(seed: UInt64(seed), sites: 3)
    let before = try await little.judge(little.city)
    guard before.findings.contains(where: { $0.verdicts.contains(.fail) }),
      let least = try await leastCost(little)
    else { return }
    var request = ProposalRequest(
      options: [little.option], candidates: little.candidates,
      limits: SearchLimits(iterations: 2_000))
    request.extends = true
    let proposal = try await Proposer(
      city: little.city, packs: little.packs, vocabulary: little.vocabulary.kinds,
      workers: Workers(count: 1)
    ).propose(request, after: before, judge: { city, _ in try await little.judge(city) })
    #expect(proposal.cost == least, "seed \(seed)")
    #expect(!proposal.after.findings.contains { $0.verdicts.contains(.fail) }, "seed \(seed)")
    for site in proposal.sites {
      guard let own = site.enlarged else { continue }
      #expect(own.amounts.contains { $0.measure == .places && $0.then > $0.now })
      #expect(proposal.city.facilities.rows.ids.contains("F\(own.facility)"))
    }
    #expect(proposal.city.facilities.count == little.city.facilities.count + proposal.newSites)
  }
}
