import Compliance
import Geodesy
import Locating
import Optimizing
import Planning
import Quantities
import Rules
import Testing
import Workers

@Suite("Why not here")
struct AlternativeTests {
  private func propose(
    _ little: LittleCity, _ change: (inout ProposalRequest) -> Void = { _ in }
  ) async throws -> Proposal {
    var request = ProposalRequest(
      options: [little.option], candidates: little.candidates,
      limits: SearchLimits(iterations: 2_000))
    change(&request)
    return try await Proposer(
      city: little.city, packs: little.packs, vocabulary: little.vocabulary.kinds,
      workers: Workers(count: 1)
    ).propose(
      request, after: try await little.judge(little.city),
      judge: { city, _ in try await little.judge(city) })
  }

  /// Whether everything passes with these facilities.
  private func passes(
    _ facilities: [SitedFacility], _ proposal: Proposal, _ little: LittleCity
  ) async throws -> Bool {
    let plan = little.candidates.plan(of: facilities, from: proposal.designs, name: "tried")
    let result = try await little.judge(little.city.with(plan))
    return !result.findings.contains { $0.verdicts.contains(.fail) }
  }

  @Test("every site that is not built has a reason, and each holds in the batch", arguments: 1...24)
  func reasons(seed: Int) async throws {
    let little = try await LittleCity(seed: UInt64(seed))
    guard let least = try await little.leastCost(), least > .zero else { return }
    let proposal = try await propose(little)
    #expect(proposal.alternatives.count == little.candidates.count)
    #expect(
      Set(proposal.alternatives.filter(\.isBuilt).map(\.facility.id))
        == Set(proposal.sites.map(\.facility.id)))
    for candidate in proposal.alternatives {
      #expect(candidate.isBuilt == candidate.reasons.isEmpty)
      for reason in candidate.reasons {
        switch reason {
        case .equal(let other):
          var facilities = proposal.sites.map(\.facility)
          let size = little.option.sizes.indices.last { size in
            let cost =
              (little.option.sizes[size].cost ?? .zero)
              + (little.candidates.costs[candidate.facility.place] ?? .zero)
            return cost <= proposal.sites[other].cost
          }
          let own = try #require(size)
          facilities[other] = SitedFacility(
            id: candidate.facility.id, name: nil, place: candidate.facility.place, prototype: own)
          #expect(try await passes(facilities, proposal, little), "seed \(seed)")
        case .dearer(let amount, let isProven):
          #expect(amount > .zero)
          guard isProven else { continue }
          // Whatever has it costs more than the proposal.
          let without = try await cheapest(with: candidate.facility.place, little)
          if let without { #expect(without > proposal.cost, "seed \(seed)") }
        case .servesNobody:
          #expect(candidate.parcels.isEmpty && candidate.units.isEmpty)
        case .tied: break
        default: Issue.record("\(reason) where nothing excludes anything")
        }
      }
    }
  }

  /// The least cost of what has a site.
  private func cheapest(with place: Int, _ little: LittleCity) async throws -> Amount? {
    var candidates = little.candidates
    candidates.choices[place] = .forced
    return try? await propose(little) { $0.candidates = candidates }.cost
  }

  @Test("what excludes a site is named, with how far it is", arguments: 1...12)
  func excluded(seed: Int) async throws {
    let little = try await LittleCity(seed: UInt64(seed))
    guard let least = try await little.leastCost(), least > .zero,
      let proposal = try? await propose(little, { $0.spacing = 900 })
    else { return }
    let rows = little.candidates.places.rows
    for candidate in proposal.alternatives {
      for case .excluded(let other, .near(let metres)) in candidate.reasons {
        let (here, there) = (candidate.facility.place, proposal.sites[other].facility.place)
        let exact = little.city.ground.metres(
          fromX: rows.placeX[here], y: rows.placeY[here], toX: rows.placeX[there],
          y: rows.placeY[there])
        #expect(metres == exact && metres < 900)
      }
    }
    var closed = little.candidates
    closed.choices[0] = .forbidden
    guard let other = try? await propose(little, { $0.candidates = closed }) else { return }
    let forbidden = try #require(other.alternatives.last)
    #expect(forbidden.reasons == [.forbidden] && forbidden.kind == nil)
    #expect(forbidden.facility.id == little.candidates.places.rows.ids[0])
  }

  @Test("less money: the curve rises, and what stays is what its answers have", arguments: 1...12)
  func curve(seed: Int) async throws {
    let little = try await LittleCity(seed: UInt64(seed))
    guard let least = try await little.leastCost(), least > .zero else { return }
    let proposal = try await propose(little) { $0.wantsTradeOff = true }
    #expect(proposal.compromises.first?.budget == .zero)
    #expect(proposal.lesser.count == proposal.compromises.count)
    for (one, next) in zip(proposal.compromises, proposal.compromises.dropFirst()) {
      #expect(one.budget < next.budget)
      #expect(one.share.bound <= next.share.bound + 1e-9, "seed \(seed)")
    }
    for compromise in proposal.compromises {
      #expect(
        compromise.cost <= compromise.budget && compromise.sites == compromise.facilities.count)
      #expect(compromise.share.value <= compromise.share.bound && (0...1).contains(compromise.met))
    }
    for site in proposal.sites {
      let standings = proposal.standings(of: site)
      for (compromise, design) in zip(proposal.lesser, standings) {
        let own = compromise.facilities.first { $0.id == site.facility.id }
        #expect(own?.prototype == design)
      }
    }
  }
}
