internal import Compliance
internal import GeoData
internal import Measuring
internal import Planning
internal import Quantities
internal import Rules

/// The sizes that may be built, with all that clauses ask of such a facility: floor area for its beds, what counts
/// for the clauses that it is built for. A size that no raise makes comply is left out.
struct Designs: Sendable {
  /// One row a size, sizes of an option together and ascending.
  private(set) var prototypes: Facilities
  /// By prototype: its option.
  let option: [Int]
  /// By option: its prototypes, ascending in cost.
  private(set) var sizes: [[Int]]
  /// By prototype.
  private(set) var costs: [Amount]

  /// - Parameter hasPrices: Whether places have costs: then what states none costs no more than its place.
  init(
    _ options: [BuildOption], counting measures: [Set<FacilityMeasure>], hasPrices: Bool
  ) {
    self.hasPrices = hasPrices
    let all = options.enumerated().flatMap { number, option in
      option.sizes.map { (number, $0) }
    }
    option = all.map(\.0)
    prototypes = SiteCandidates.prototypes(of: option.map { options[$0].kind })
    for (row, (_, size)) in all.enumerated() {
      for (measure, amount) in size.amounts { prototypes.set(measure, amount, at: row) }
    }
    let option = option
    sizes = options.indices.map { number in option.indices.filter { option[$0] == number } }
    stated = all.map { $0.1.cost }
    counted = measures
    costs = stated.map { $0 ?? .zero }
  }

  /// By prototype; `nil`: none is.
  let stated: [Amount?]
  let hasPrices: Bool
  /// By option, what is counted of it.
  private let counted: [Set<FacilityMeasure>]

  /// What is counted of a design's kind by the clauses that it is built for.
  func counted(of prototype: Int) -> Set<FacilityMeasure> { counted[option[prototype]] }

  /// Points where no cost is stated, of what each has in the end.
  private mutating func priceInPoints() {
    for row in costs.indices where stated[row] == nil && !hasPrices {
      costs[row] = counted[option[row]].reduce(BuildOption.points) {
        $0 + (prototypes.amounts(of: $1)?[row] ?? .zero)
      }
    }
  }

  /// How often what one clause adds may be asked more of by another.
  private static let rounds = 12

  /// Raises what clauses ask of facilities until none of them fails.
  ///
  /// - Parameters:
  ///   - goals: What is built must count for these.
  ///   - judge: What clauses about facilities find of prototypes at a site: by clause, the verdict and what is missing.
  mutating func complete(
    for goals: [SitingTerms], _ vocabulary: FacilityKinds,
    judge: (Facilities) async throws -> [RuleFindings]
  ) async throws {
    for terms in goals {
      let kinds = vocabulary.descendants(of: terms.choice.kinds)
      for row in 0..<prototypes.count where kinds.contains(prototypes.kind[row]) {
        _ = prototypes.satisfy(terms.choice.filter, at: row)
      }
    }
    var failing: Set<Int> = []
    for _ in 0..<Self.rounds {
      let findings = try await judge(prototypes)
      failing = []
      var isChanged = false
      for found in findings {
        for entry in found.verdicts.indices where found.verdicts[entry] == .fail {
          failing.insert(Int(found.rows[entry]))
          if mend(found, entry) { isChanged = true }
        }
      }
      if !isChanged { break }
    }
    priceInPoints()
    prototypes = SiteCandidates.settled(prototypes)
    sizes = sizes.map { rows in
      ascending(rows.filter { !failing.contains($0) })
    }
  }

  private mutating func mend(_ findings: RuleFindings, _ entry: Int) -> Bool {
    let row = Int(findings.rows[entry])
    switch findings.rule.check.mending {
    case .raising(let measure):
      let missing = findings.shortfall[entry]
      guard !findings.isExcess(entry), missing != RuleFindings.noAmount, missing > 0 else {
        return false
      }
      let now = prototypes.amounts(of: measure)?[row] ?? .zero
      prototypes.set(measure, now + Amount(micros: missing).roundedUp, at: row)
      return true
    case .equipping(let condition):
      return prototypes.satisfy(condition, at: row)
    case .enlarging, .adding, .siting, .deliveringWithHousing, .nothing: return false
    }
  }

  /// Whether a design has as much of everything as another, and costs as much.
  private func isSame(_ row: Int, as other: Int) -> Bool {
    costs[row] == costs[other]
      && FacilityMeasure.named.allSatisfy { measure in
        prototypes.amounts(of: measure).map { $0[row] == $0[other] } ?? true
      }
  }

  /// In the order of costs, without those that have less of anything than a cheaper one: these are no larger sizes.
  private func ascending(_ rows: [Int]) -> [Int] {
    var kept: [Int] = []
    for row in rows.sorted(by: { (costs[$0], $0) < (costs[$1], $1) }) {
      guard let last = kept.last else {
        kept.append(row)
        continue
      }
      let isLarger = FacilityMeasure.named.allSatisfy { measure in
        let amounts = prototypes.amounts(of: measure)
        return amounts.map { $0[row] ?? .zero >= $0[last] ?? .zero } ?? true
      }
      if isLarger, !isSame(row, as: last) { kept.append(row) }
    }
    return kept
  }
}
