internal import Compliance
internal import GeoData
internal import Measuring
internal import Planning
internal import Quantities
internal import Rules

/// Which kinds of facilities are looked at for some aims: of those that count for the same aims the one that asks
/// least, then the one that serves most clauses of others that fail, then the one that the city has most of.
struct StationKinds: Sendable {
  /// One kind that may be built.
  struct Fit: Sendable {
    /// Position in the vocabulary.
    let kind: Int
    /// The aims for which it counts.
    let aims: [Int]
    /// From 0 on, the best first.
    var rank: Int64 = 0
  }

  private(set) var fits: [Fit] = []

  /// - Parameters:
  ///   - counting: See `all(for:_:)`.
  ///   - others: By clause of others that fails, the kinds that count for it.
  ///   - amounts: By kind, all that clauses ask of such a facility itself, in their units; `nil`: it cannot comply.
  init(
    of counting: [(kind: Int, aims: [Int])], usual: UsualKinds, others: [Set<Int>],
    amounts: [Int: Amount?]
  ) {
    var groups: [[Int]: [Int]] = [:]
    for (kind, own) in counting { groups[own, default: []].append(kind) }
    let canComply = groups.values.joined().contains { amounts[$0] != .some(nil) }
    func preference(_ kind: Int) -> (Amount, Int, Int, Int) {
      (
        (amounts[kind] ?? nil) ?? .zero, -others.count { $0.contains(kind) },
        -usual.count(of: kind), kind
      )
    }
    for (aims, kinds) in groups {
      let fitting = canComply ? kinds.filter { amounts[$0] != .some(nil) } : kinds
      guard let best = fitting.min(by: { preference($0) < preference($1) }) else { continue }
      fits.append(Fit(kind: best, aims: aims))
    }
    fits.sort { preference($0.kind) < preference($1.kind) }
    for place in fits.indices { fits[place].rank = Int64(place) }
  }

  /// All kinds that count for some aim and can be described, with the aims.
  static func all(
    for aims: [MendingAim], _ reviewer: PlanReviewer
  ) -> [(kind: Int, aims: [Int])] {
    let vocabulary = reviewer.vocabulary
    let families = Set(vocabulary.all.compactMap(\.broader))
    let members = aims.map { vocabulary.descendants(of: $0.choice.kinds) }
    return members.reduce(into: Set<Int>()) { $0.formUnion($1) }.sorted().compactMap { kind in
      // A word that stands for a whole family says less than a remedy should.
      guard !families.contains(vocabulary.all[kind].id) else { return nil }
      let own = aims.indices.filter { number in
        var design = SiteCandidates.prototypes(of: [kind])
        return members[number].contains(kind)
          && design.satisfy(aims[number].choice.filter, at: 0)
      }
      return own.isEmpty ? nil : (kind: kind, aims: own)
    }
  }
}
