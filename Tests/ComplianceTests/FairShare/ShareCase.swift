import TestSupport
import Workers

@testable import Compliance
@testable import Measuring

/// Parcels that share facilities.
struct ShareCase: CustomStringConvertible {
  var needs: [Int128]
  var capacities: [Int128]
  /// By parcel: the facilities that it reaches, ascending.
  var reach: [[Int]]
  /// By facility: the parcel that it belongs to, which reaches it; `nil`: none.
  var owner: [Int?]

  init(needs: [Int128], capacities: [Int128], reach: [[Int]], owner: [Int?]? = nil) {
    self.needs = needs
    self.capacities = capacities
    self.reach = reach
    self.owner = owner ?? capacities.map { _ in nil }
  }

  /// What each parcel gets in any case: its need, as far as its own facilities have it.
  var assured: [Int128] {
    var own = needs.map { _ in Int128(0) }
    for (facility, owner) in owner.enumerated() {
      if let owner { own[owner] += capacities[facility] }
    }
    return zip(needs, own).map { min($0, $1) }
  }

  func divide(workers: Int = 1) async throws -> FairShare {
    try await FairShare.divide(
      ShareAmounts(needs: needs, assured: assured, capacities: capacities),
      edges: ReachEdges(lists: reach.map { $0.map { Int32($0) } }),
      workers: Workers(count: workers))
  }

  var description: String {
    let parcels = needs.indices.map { "\(needs[$0])→\(reach[$0])" }.joined(separator: " ")
    let facilities = capacities.indices.map { facility in
      "\(capacities[facility])" + (owner[facility].map { " of \($0)" } ?? "")
    }
    return "\(parcels) | \(facilities.joined(separator: ", "))"
  }
}

extension ShareCase {
  /// How large amounts are: small ones make ties, huge ones try the arithmetic.
  enum Size: CaseIterable {
    case tiny, small, large

    func amount(_ random: inout SplitMix64) -> Int128 {
      switch self {
      case .tiny: Int128.random(in: 0...3, using: &random)
      case .small: Int128.random(in: 0...60, using: &random)
      case .large:
        Int128(1) << Int128.random(in: 0...50, using: &random)
          - Int128.random(in: 0...1, using: &random)
      }
    }
  }

  /// Any case at all: with amounts of zero, parcels that reach nothing, facilities that nobody
  /// reaches, parts that hang together by one edge or not at all, own facilities.
  static func random(
    parcels: Int, facilities: Int, size: Size, using random: inout SplitMix64
  ) -> ShareCase {
    let density = [15, 30, 50, 80][Int.random(in: 0..<4, using: &random)]
    let ownership = [0, 0, 30, 70][Int.random(in: 0..<4, using: &random)]
    var reach = (0..<parcels).map { _ in
      (0..<facilities).filter { _ in Int.random(in: 0..<100, using: &random) < density }
    }
    var owner: [Int?] = []
    for facility in 0..<facilities {
      guard parcels > 0, Int.random(in: 0..<100, using: &random) < ownership else {
        owner.append(nil)
        continue
      }
      let parcel = Int.random(in: 0..<parcels, using: &random)
      // A declared facility serves its parcel only; one that lies in it, also who else reaches it.
      if Bool.random(using: &random) {
        for row in reach.indices { reach[row].removeAll { $0 == facility } }
      }
      if !reach[parcel].contains(facility) { reach[parcel] = (reach[parcel] + [facility]).sorted() }
      owner.append(parcel)
    }
    return ShareCase(
      needs: (0..<parcels).map { _ in size.amount(&random) },
      capacities: (0..<facilities).map { _ in size.amount(&random) }, reach: reach, owner: owner)
  }

  /// A town on a line or a square: each parcel reaches the facilities nearby.
  static func town(
    parcels: Int, facilities: Int, neighbours: Int, size: Size, ownedShare: Int = 10,
    using random: inout SplitMix64
  ) -> ShareCase {
    let places = (0..<facilities).map { _ in
      (Int.random(in: 0..<1000, using: &random), Int.random(in: 0..<1000, using: &random))
    }
    var reach: [[Int]] = []
    for _ in 0..<parcels {
      let (x, y) = (
        Int.random(in: 0..<1000, using: &random), Int.random(in: 0..<1000, using: &random)
      )
      func distance(_ facility: Int) -> Int {
        let (dx, dy) = (places[facility].0 - x, places[facility].1 - y)
        return dx * dx + dy * dy
      }
      let count = Int.random(in: 0...neighbours, using: &random)
      let nearest = (0..<facilities).map { (distance($0), $0) }.sorted { $0 < $1 }.prefix(count)
      reach.append(nearest.map(\.1).sorted())
    }
    let owner = (0..<facilities).map { facility -> Int? in
      guard Int.random(in: 0..<100, using: &random) < ownedShare else { return nil }
      return reach.firstIndex { $0.contains(facility) }
    }
    return ShareCase(
      needs: (0..<parcels).map { _ in size.amount(&random) },
      capacities: (0..<facilities).map { _ in
        size.amount(&random) * Int128(parcels) / Int128(max(1, facilities))
      }, reach: reach, owner: owner)
  }
}
