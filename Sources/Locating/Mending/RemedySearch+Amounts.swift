internal import Compliance
internal import GeoData
internal import Measuring
internal import Optimizing
internal import Planning
internal import Quantities
internal import Rules

extension RemedySearch {
  /// How often what one clause adds may be asked more of by another.
  private static let rounds = 12

  /// Gives facilities what clauses ask of them, wherever they are.
  ///
  /// - Returns: Rows of those that fail a clause all the same.
  @discardableResult
  mutating func settle() async throws -> Set<Int> {
    let rules = Set(
      reviewer.rules.filter(\.isAboutDesign).map { $0.key })
    guard !rules.isEmpty else { return [] }
    let known = beyond
    var failing: Set<Int> = []
    for _ in 0..<Self.rounds {
      let open = self.failing(try await judge(plan, only: rules))
      failing = Set(
        open.flatMap { clause in
          clause.subjects.filter { $0.counts && $0.verdict == .fail }.map(\.row)
        })
      var isChanged = false
      asked = []
      for clause in open where try await mend(clause) { isChanged = true }
      // What cannot be mended now may be of another's making.
      beyond = known
      guard isChanged else { break }
    }
    return failing
  }

  /// Gives the facilities that were chosen the least that the aims need, thing by thing: first what each lot lacks of
  /// its own, then what lots share.
  mutating func share(_ aims: [MendingAim]) async throws {
    try await shareOwn(aims)
    for measure in FacilityMeasure.stated {
      let own = aims.filter { $0.help == .amount(measure) }
      guard !own.isEmpty else { continue }
      try await share(own, measure)
      try await settle()
    }
  }

  /// What clauses ask of lots by themselves, as they find it now.
  private mutating func shareOwn(_ aims: [MendingAim]) async throws {
    let keys = Set(
      aims.filter { aim in
        guard case .amount = aim.help, aim.stage == nil else { return false }
        return aim.clause.attribution != .fair
      }.map { $0.clause.key })
    guard !keys.isEmpty else { return }
    asked = []
    for clause in failing(try await judge(plan, only: keys)) { _ = try await mend(clause) }
    try await settle()
  }

  private mutating func share(_ aims: [MendingAim], _ measure: FacilityMeasure) async throws {
    let rows = open(for: aims)
    guard !rows.isEmpty else { return }
    let builder = MendingModelBuilder(
      self, aims, rows.map { station(enlarging: $0) }, probe: plan)
    var layers: [AmountLayer] = []
    for (number, aim) in aims.enumerated() where aim.clause.attribution == .fair {
      layers.append(try await builder.layer(of: number, areas: nil).layer)
    }
    guard !layers.isEmpty else { return }
    let amounts = LeastAmounts(
      layers: layers, isOpen: rows.map { _ in true },
      quotas: try await quotas(of: rows, measure, upTo: layers)
    ).solve()
    for (row, amount) in zip(rows, amounts) where amount > 0 {
      let now = plan.facilities.amounts(of: measure)?[row] ?? .zero
      plan.facilities.set(measure, now + Amount(Int(amount)), at: row)
      for aim in aims where counts(row, for: aim) {
        ask(plan.facilities.rows.ids[row], aim.clause.key)
      }
    }
  }

  /// Rows of the facilities that may get more for some aims: new ones, and planned ones that were chosen.
  private func open(for aims: [MendingAim]) -> [Int] {
    let chosen = enlarged.union(added)
    let ids = plan.facilities.rows.ids
    var counted: Set<Int> = []
    for aim in aims {
      counted.formUnion(
        aim.choice.rows(ofPlanned: plan.facilities, in: reviewer.city, reviewer.vocabulary))
    }
    return counted.sorted().filter { chosen.contains(ids[$0]) }
  }

  private func counts(_ row: Int, for aim: MendingAim) -> Bool {
    reviewer.vocabulary.descendants(of: aim.choice.kinds).contains(plan.facilities.kind[row])
  }

  // MARK: What comes at no cost

  /// Groups of facilities that are alike, beyond which what they may have at no cost is not looked for.
  private static let mostGroups = 64

  /// By row how much more of a measure it may have before a clause asks more of anything else of it: places for which
  /// its floor area is enough already.
  private func quotas(
    of rows: [Int], _ measure: FacilityMeasure, upTo layers: [AmountLayer]
  ) async throws -> [Int64] {
    let none = rows.map { _ in Int64(0) }
    let readers = reviewer.rules.filter {
      $0.subject == .facility && $0.columns.contains(measure.name)
    }
    guard !readers.isEmpty else { return none }
    let groups = Dictionary(grouping: rows.indices) { alike(rows[$0]) }
    guard groups.count <= Self.mostGroups else { return none }
    let first = groups.values.map { $0[0] }.sorted()
    let most = layers.map { ($0.needs.reduce(0, +) + $0.unit - 1) / $0.unit }.max() ?? 0
    var low = first.map { _ in Int64(0) }
    var high = first.map { _ in most }
    while zip(low, high).contains(where: { $0 < $1 }) {
      let middle = zip(low, high).map { $0 + ($1 - $0 + 1) / 2 }
      var trial = self
      for (place, number) in first.enumerated() {
        let row = rows[number]
        let now = plan.facilities.amounts(of: measure)?[row] ?? .zero
        trial.plan.facilities.set(measure, now + Amount(Int(middle[place])), at: row)
      }
      let before = first.map { trial.alike(rows[$0]) }
      let failing = try await trial.settle()
      for (place, number) in first.enumerated() {
        let isFree = trial.alike(rows[number]) == before[place] && !failing.contains(rows[number])
        if isFree { low[place] = middle[place] } else { high[place] = middle[place] - 1 }
      }
    }
    var quotas = none
    for (place, number) in first.enumerated() {
      for other in groups[alike(rows[number])] ?? [] { quotas[other] = low[place] }
    }
    return quotas
  }

  /// What clauses about a facility itself may read of it.
  private func alike(_ row: Int) -> [Int64] {
    [Int64(plan.facilities.kind[row])]
      + FacilityMeasure.stated.map { plan.facilities.amounts(of: $0)?[row]?.micros ?? -1 }
  }
}
