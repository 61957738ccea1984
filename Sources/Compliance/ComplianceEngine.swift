internal import Documents
public import GeoData
public import Planning
internal import Quantities
public import Rules
public import Workers

/// Measures a city and judges it against rule packs.
///
/// A pure function of its inputs: neither the order of rows nor the number of workers changes a
/// bit of what it returns.
public struct ComplianceEngine: Sendable {
  /// What is judged.
  public let city: City
  /// By which documents.
  public let packs: [RulePack]
  /// The facility kinds.
  public let vocabulary: FacilityKinds
  /// How many tasks may run at a time.
  public let workers: Workers
  /// The walking network, with this city on it; `nil`: walks are straight lines times the detour
  /// factor.
  public let network: CityNetwork?

  /// An engine over checked inputs.
  public init(
    city: City, packs: [RulePack], vocabulary: FacilityKinds, network: CityNetwork? = nil,
    workers: Workers
  ) {
    var city = city
    if let network { city.inputs.append(network.input) }
    self.city = city
    self.network = network
    self.packs = packs
    self.vocabulary = vocabulary
    self.workers = workers
  }

  /// Applies every rule of every pack.
  ///
  /// - Parameter progress: Called before each rule with its number, the number of rules, and its id.
  public func run(
    progress: (_ done: Int, _ all: Int, _ rule: String) -> Void = { _, _, _ in }
  ) async throws -> ComplianceResult {
    let run = try await RunContext(
      city: city, vocabulary: vocabulary, workers: workers,
      walking: network.map { Walks(network: $0.network, access: $0.access) })
    let rules = packs.flatMap(\.appliedRules)
    var findings = try await run.findings(of: rules, progress: progress)
    let counting = Disputes.settle(&findings)
    return ComplianceResult(
      city: city, network: network, packs: packs, findings: findings,
      overall: Overall(findings, counting: counting, city: city),
      unitSummaries: UnitSummary.summaries(of: findings, run))
  }
}

extension RunContext {
  /// Applies rules, each with its pack, in an order in which none needs a later one.
  func findings(
    of rules: [AppliedRule],
    progress: (_ done: Int, _ all: Int, _ rule: String) -> Void = { _, _, _ in }
  ) async throws -> [RuleFindings] {
    try await searchAhead(for: rules)
    // Rules that count what passes other rules come after those.
    func waits(_ rule: AppliedRule) -> Bool {
      !rule.check.passing.isEmpty
    }
    var done = 0
    for isLate in [false, true] {
      for rule in rules where waits(rule) == isLate {
        progress(done, rules.count, "\(rule.key)")
        guard let check = rule.check as? any EvaluableCheck else {
          preconditionFailure("check \(rule.check.name) has no evaluation")
        }
        var result = try await check.findings(rule, self)
        if rule.isReportOnly { result.setReported() }
        if judge(rule, nil, rounding: false).lacksStandard { result.setNoStandard() }
        result.setStandingFlags()
        findings[rule.key] = result
        done += 1
      }
    }
    return rules.compactMap { findings[$0.key] }
  }
}

extension RuleFindings {
  /// A rule that only reports has no verdict, whatever is missing: it asks for nothing.
  fileprivate mutating func setReported() {
    for index in verdicts.indices { verdicts[index] = .notApplicable }
  }

  /// Without the clause's own figure nothing can be said, whatever else is missing.
  fileprivate mutating func setNoStandard() {
    for index in verdicts.indices where verdicts[index] == .unknown {
      flags[index].insert(.noStandard)
    }
  }

  /// Flags that hold for every finding of a rule that applies.
  fileprivate mutating func setStandingFlags() {
    var standing: Flags = []
    if rule.isDraft { standing.insert(.draft) }
    if rule.corrected != nil { standing.insert(.corrected) }
    if rule.force == .advisory { standing.insert(.advisory) }
    guard !standing.isEmpty else { return }
    for index in verdicts.indices
    where verdicts[index] != .notApplicable || measured[index].isFinite {
      flags[index].formUnion(standing)
    }
  }
}
