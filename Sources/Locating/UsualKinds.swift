public import GeoData
public import Planning
public import Rules

/// Which of the kinds that a clause counts is built for it, where nobody says: the one that the city has most of;
/// else the first that is no family of kinds.
public struct UsualKinds: Sendable {
  private let vocabulary: FacilityKinds
  private let counts: [Int: Int]

  /// The kinds of a city.
  public init(of city: City, _ vocabulary: FacilityKinds) {
    self.vocabulary = vocabulary
    counts = city.facilities.kind.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// One kind for each clause that no kind before it serves; in the order of the clauses.
  public func kinds(for rules: [AppliedRule]) -> [Int] {
    var kinds: [Int] = []
    for rule in rules {
      let asked = rule.check.asked.kinds
      let fitting = vocabulary.descendants(of: asked)
      guard !asked.isEmpty, fitting.isDisjoint(with: kinds), rule.subject != .facility,
        rule.check.mending != .nothing, let kind = kind(of: asked, fitting)
      else { continue }
      kinds.append(kind)
    }
    return kinds
  }

  /// How many of a kind the city has.
  func count(of kind: Int) -> Int { counts[kind] ?? 0 }

  /// The kind that is built for those that a clause counts; `nil`: it counts none.
  func kind(of asked: [String]) -> Int? {
    kind(of: asked, vocabulary.descendants(of: asked))
  }

  private func kind(of asked: [String], _ fitting: Set<Int>) -> Int? {
    let families = Set(vocabulary.all.compactMap(\.broader))
    let plain = fitting.filter { !families.contains(vocabulary.all[$0].id) }.sorted()
    return plain.max { (counts[$0] ?? 0, $1) < (counts[$1] ?? 0, $0) }
      ?? asked.first.flatMap { vocabulary.index(ofID: $0) }
  }
}
