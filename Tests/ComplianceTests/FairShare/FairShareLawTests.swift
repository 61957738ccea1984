import TestSupport
import Testing

@testable import Compliance
@testable import Measuring

/// Laws of the division, on towns too large for an oracle.
@Suite("Fair share: laws")
struct FairShareLawTests {
  private func town(_ seed: Int, size: ShareCase.Size? = nil) -> (ShareCase, SplitMix64) {
    var random = SplitMix64(seed: UInt64(seed))
    let problem = ShareCase.town(
      parcels: Int.random(in: 100...400, using: &random),
      facilities: Int.random(in: 5...60, using: &random),
      neighbours: Int.random(in: 1...8, using: &random),
      size: size ?? ShareCase.Size.allCases[seed % 3], using: &random)
    return (problem, random)
  }

  @Test("neither the order of rows nor the number of workers matters", arguments: 0..<12)
  func order(seed: Int) async throws {
    var (problem, random) = town(seed)
    let share = try await problem.divide()
    for workers in [2, 3, 7] {
      let again = try await problem.divide(workers: workers)
      #expect(again == share, "\(workers) workers")
    }
    let parcels = problem.needs.indices.shuffled(using: &random)
    let facilities = problem.capacities.indices.shuffled(using: &random)
    let shuffled = try await problem.reordered(parcels: parcels, facilities: facilities).divide()
    #expect(shuffled.ratios == parcels.map { share.ratios[$0] })
    #expect(shuffled.loads == facilities.map { share.loads[$0] })
    let named = shuffled.shortages.map { shortage in
      FairShare.Shortage(
        parcels: shortage.parcels.map { Int32(parcels[Int($0)]) },
        facilities: shortage.facilities.map { Int32(facilities[Int($0)]) }
      ).sorted
    }
    #expect(Set(named) == Set(share.shortages.map(\.sorted)))
  }

  @Test("the unit does not matter, even where amounts outgrow machine words", arguments: 0..<12)
  func scale(seed: Int) async throws {
    let (problem, _) = town(seed, size: seed % 2 == 0 ? .small : .large)
    let share = try await problem.divide()
    // The last is a prime of 45 bits: with amounts of 50 bits, products need more than 128.
    for factor in [3, 1_000_000_007, 35_184_372_088_777] as [Int128] {
      var larger = problem
      larger.needs = larger.needs.map { $0 * factor }
      larger.capacities = larger.capacities.map { $0 * factor }
      #expect(try await larger.divide() == share, "times \(factor)")
    }
  }

  @Test("more shared supply harms nobody, more demand helps no other", arguments: 0..<12)
  func monotone(seed: Int) async throws {
    var (problem, random) = town(seed)
    let share = try await problem.divide()
    for _ in 0..<6 {
      let amount = ShareCase.Size.allCases[seed % 3].amount(&random) + 1
      var more = problem
      let facility = Int.random(in: more.capacities.indices, using: &random)
      more.capacities[facility] += amount
      let richer = try await more.divide()
      if problem.owner[facility] == nil {
        #expect(zip(share.ratios, richer.ratios).allSatisfy { $0 <= $1 })
      }
      // Who has enough keeps it, whoever the supply belongs to: so an unknown amount needs to be
      // taken at its two ends only.
      #expect(zip(share.ratios, richer.ratios).allSatisfy { $0 < .one || $1 == .one })

      more = problem
      let parcel = Int.random(in: more.needs.indices, using: &random)
      more.needs[parcel] += amount
      let poorer = try await more.divide()
      #expect(zip(poorer.ratios, share.ratios).allSatisfy { $0 <= $1 })
    }
  }

  /// What a parcel is assured counts for all that it gets, wherever from. With more of its own, the
  /// second parcel must get more, gives its own to the first, and takes from the third instead.
  @Test("more supply of a parcel's own may lower the ratio of a third one")
  func ownSupply() async throws {
    var problem = ShareCase(
      needs: [57, 51, 49], capacities: [3, 6], reach: [[0], [0, 1], [1]], owner: [1, nil])
    let before = try await problem.divide()
    #expect(before.ratios == [.init(1, 19), .init(3, 50), .init(3, 50)])
    problem.capacities[0] = 8
    let after = try await problem.divide()
    #expect(after.ratios == [.init(3, 53), .init(8, 51), .init(3, 53)])
  }

  @Test("what is promised can be delivered, and no more is", arguments: 0..<12)
  func delivery(seed: Int) async throws {
    let (problem, _) = town(seed, size: seed % 2 == 0 ? .small : .large)
    let share = try await problem.divide()
    // In parts so small that rounding down what each gets costs less than one part a parcel.
    let parts = Int128(1) << 40
    let received = zip(problem.needs, share.ratios).map { need, ratio in
      (need * parts).multipliedFullWidth(by: ratio.numerator)
    }
    let wanted = zip(received, share.ratios).map { product, ratio in
      ratio.denominator.dividingFullWidth(product).quotient
    }
    #expect(
      SimpleFlow(wanted: wanted, capacity: problem.capacities.map { $0 * parts }, problem.reach)
        .isComplete)
    let total = wanted.reduce(0, +)
    let loads = zip(problem.capacities, share.loads).reduce(Int128(0)) { sum, facility in
      let product = (facility.0 * parts).multipliedFullWidth(by: facility.1.numerator)
      return sum + facility.1.denominator.dividingFullWidth(product).quotient
    }
    #expect(abs(total - loads) <= Int128(problem.needs.count + problem.capacities.count))
    for (parcel, assured) in problem.assured.enumerated() where problem.needs[parcel] > 0 {
      #expect(share.ratios[parcel] >= FairShare.Ratio(assured, problem.needs[parcel]))
    }
  }

  @Test("groups hold just the parcels that lack something, and what they use up", arguments: 0..<12)
  func groups(seed: Int) async throws {
    let (problem, _) = town(seed)
    let share = try await problem.divide()
    var seenParcels = Set<Int32>()
    var seenFacilities = Set<Int32>()
    for shortage in share.shortages {
      #expect(seenParcels.isDisjoint(with: shortage.parcels))
      #expect(seenFacilities.isDisjoint(with: shortage.facilities))
      seenParcels.formUnion(shortage.parcels)
      seenFacilities.formUnion(shortage.facilities)
      #expect(shortage.facilities.allSatisfy { share.loads[Int($0)] == .one })
      #expect(shortage.facilities.allSatisfy { problem.capacities[Int($0)] > 0 })
      #expect(problem.isConnected(shortage))
    }
    let short = share.ratios.indices.filter { share.ratios[$0] < .one }
    #expect(seenParcels == Set(short.map { Int32($0) }))
    for (facility, load) in share.loads.enumerated() where load == .one {
      let users = problem.reach.indices.filter { problem.reach[$0].contains(facility) }
      #expect(!users.isEmpty)
    }
  }
}

extension ShareCase {
  func reordered(parcels: [Int], facilities: [Int]) -> ShareCase {
    var placeOfFacility = facilities
    for (place, facility) in facilities.enumerated() { placeOfFacility[facility] = place }
    return ShareCase(
      needs: parcels.map { needs[$0] }, capacities: facilities.map { capacities[$0] },
      reach: parcels.map { reach[$0].map { placeOfFacility[$0] }.sorted() },
      owner: facilities.map { facility in owner[facility].flatMap { parcels.firstIndex(of: $0) } })
  }

  /// Whether the parcels of a group hang together over its facilities.
  func isConnected(_ shortage: FairShare.Shortage) -> Bool {
    guard let first = shortage.parcels.first else { return false }
    let shared = Set(shortage.facilities.map { Int($0) })
    var found = Set([Int(first)])
    var facilities = Set<Int>()
    while true {
      let reached = found.reduce(into: facilities) {
        $0.formUnion(shared.intersection(reach[$1]))
      }
      let parcels = shortage.parcels.map { Int($0) }.filter {
        !reached.isDisjoint(with: reach[$0])
      }
      if reached.count == facilities.count { break }
      facilities = reached
      found.formUnion(parcels)
    }
    return found.count == shortage.parcels.count && facilities.count == shared.count
  }
}
