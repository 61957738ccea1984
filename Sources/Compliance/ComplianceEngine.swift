public import GeoData
public import Measuring
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
  /// The rules that are judged, in the order of packs and their rules.
  public let rules: [AppliedRule]
  /// These, and those that they count what passes of.
  private let counted: [AppliedRule]
  /// The city, made ready to be measured.
  private let measured: MeasuredCity

  /// An engine over checked inputs.
  ///
  /// - Parameter choice: The rules that are judged. What one finds does not depend on which others are.
  public init(
    city: City, packs: [RulePack], vocabulary: FacilityKinds, network: CityNetwork? = nil,
    workers: Workers, choice: RuleChoice = RuleChoice()
  ) {
    let all = packs.flatMap(\.appliedRules)
    rules = all.filter(choice.contains)
    var needed = Set(rules.map(\.key))
    var waiting = rules
    while let rule = waiting.popLast() {
      let passing = Set(rule.check.passing.map { rule.key.sibling($0) }).subtracting(needed)
      needed.formUnion(passing)
      waiting += all.filter { passing.contains($0.key) }
    }
    counted = all.filter { needed.contains($0.key) }
    var city = city
    if let network { city.inputs.append(network.input) }
    self.city = city
    self.network = network
    self.packs = packs
    self.vocabulary = vocabulary
    self.workers = workers
    measured = MeasuredCity(
      city, vocabulary: vocabulary,
      walks: network.map { Walks(network: $0.network, access: $0.access) }, workers: workers)
  }

  /// Applies every rule of every pack.
  ///
  /// - Parameter progress: Called before each rule with its number, the number of rules, and its id.
  public func run(
    progress: (_ done: Int, _ all: Int, _ rule: String) -> Void = { _, _, _ in }
  ) async throws -> ComplianceResult {
    try await judge(
      Measurement(frame: measured.frame), measuring: measured, progress: progress)
  }
}

extension ComplianceEngine {
  /// Measures one part of the city: what `run(merging:)` needs of it, on this machine or another.
  ///
  /// - Parameters:
  ///   - part: Which, of those of the cut.
  ///   - cut: Any cut of the city's rows; the same for all parts.
  public func measure(part: Int, of cut: CityCut) async throws -> PartMeasurement {
    try await measured.measure(part: part, of: cut, questions)
  }

  /// Judges a city that was measured in parts: the same findings, to the last bit, as `run()`.
  ///
  /// - Parameter parts: Those of one cut, all of them, in any order.
  /// - Throws: `PartError`.
  public func run(merging parts: [PartMeasurement]) async throws -> ComplianceResult {
    let measurement = try Measurement(merging: parts, frame: measured.frame, questions)
    return try await judge(measurement, measuring: nil)
  }

  /// All that is asked, in the order of the rules.
  private var questions: [any Question] {
    let setting = Setting(frame: measured.frame, isBrief: false)
    return counted.flatMap { $0.judged.inquiry($0, setting).allQuestions }
      + [Self.residents]
  }

  private static let residents = People(.people(.population))

  /// - Parameter city: What answers what is not measured yet; `nil` where all is.
  private func judge(
    _ measurement: Measurement, measuring city: MeasuredCity?,
    progress: (_ done: Int, _ all: Int, _ rule: String) -> Void = { _, _, _ in }
  ) async throws -> ComplianceResult {
    var measurement = measurement
    var findings = try await measurement.findings(
      of: counted, in: city, lasting: [Self.residents], progress: progress)
    if counted.count > rules.count {
      let chosen = Set(rules.map(\.key))
      findings = findings.filter { chosen.contains($0.key) }
    }
    let counting = Disputes.settle(&findings)
    return ComplianceResult(
      city: self.city, network: network, packs: packs, findings: findings,
      overall: Overall(findings, counting: counting, city: self.city),
      unitSummaries: try await UnitSummary.summaries(
        of: findings, self.city, residents: measurement[Self.residents].bounds, workers))
  }
}

extension MeasuredCity {
  /// Measures what rules ask, and judges it.
  ///
  /// - Parameter isBrief: Leaves out what only explains a verdict.
  package func findings(
    of rules: [AppliedRule], isBrief: Bool = false
  ) async throws -> [RuleFindings] {
    var measured = Measurement(frame: frame)
    return try await measured.findings(of: rules, in: self, isBrief: isBrief)
  }
}

extension Measurement {
  /// Rules that are measured and judged together: enough to keep all cores at work on what they ask,
  /// few enough that not all answers are held at a time.
  private static let rulesAtATime = 4
  /// Where there are fewer rows than this, all answers are held: to sort out which ones are still
  /// needed would take longer than they are worth.
  private static let fewRows = 20_000

  /// Judges rules, asking what they need a few rules at a time: the findings, in the order of the
  /// rules. Those that count what passes other rules come after these, in an order in which none
  /// needs a later one.
  ///
  /// - Parameters:
  ///   - city: What answers local questions; `nil` where all of these are answered.
  ///   - lasting: Questions to be answered besides, and to be kept.
  mutating func findings(
    of rules: [AppliedRule], in city: MeasuredCity?, isBrief: Bool = false,
    lasting: [any Question] = [],
    progress: (_ done: Int, _ all: Int, _ rule: String) -> Void = { _, _, _ in }
  ) async throws -> [RuleFindings] {
    let setting = Setting(frame: frame, isBrief: isBrief)
    let inquiries =
      (rules.filter { $0.check.passing.isEmpty } + rules.filter { !$0.check.passing.isEmpty })
      .map { $0.judged.inquiry($0, setting) }
    let questions = inquiries.map(\.allQuestions)
    var findings: [RuleKey: RuleFindings] = [:]
    let isSmall = frame.parcels + frame.facilities < Self.fewRows
    var done = 0
    while done < inquiries.count {
      let next = isSmall ? inquiries.count : min(done + Self.rulesAtATime, inquiries.count)
      progress(done, inquiries.count, "\(inquiries[done].rule.key)")
      try await ask(questions[done..<next].flatMap { $0 } + lasting, of: city)
      for found in try await judge(inquiries[done..<next], setting, findings) {
        findings[found.key] = found
      }
      done = next
      if city != nil, !isSmall { keep(for: questions[done...].flatMap { $0 } + lasting) }
    }
    return rules.compactMap { findings[$0.key] }
  }

  /// Rules that count no other ones are judged side by side, then the rest one by one.
  private func judge(
    _ inquiries: ArraySlice<any Inquiry>, _ setting: Setting, _ earlier: [RuleKey: RuleFindings]
  ) async throws -> [RuleFindings] {
    let early = inquiries.filter { $0.rule.check.passing.isEmpty }
    let judging = Judging(measured: self, setting: setting, findings: earlier)
    var findings = try await frame.workers.map(early.count, grain: 1) { range in
      range.map { early[$0].standingFindings(judging) }
    }.flatMap { $0 }
    var known = earlier
    for found in findings { known[found.key] = found }
    for inquiry in inquiries where !inquiry.rule.check.passing.isEmpty {
      let found = inquiry.standingFindings(
        Judging(measured: self, setting: setting, findings: known))
      known[found.key] = found
      findings.append(found)
    }
    return findings
  }
}
