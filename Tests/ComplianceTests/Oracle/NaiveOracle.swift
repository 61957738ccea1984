import Compliance
import GeoData
import Planning
import Quantities
import Rules

/// Whom a finding is about.
enum OracleSubject: Hashable {
  case parcel(Int)
  case facility(Int)
  case unit(Int)
  case territory(RuleSubject)

  /// Whether it is the territory as a whole.
  var isTerritory: Bool {
    if case .territory = self { true } else { false }
  }

  /// Whether it is a unit.
  var isUnit: Bool {
    if case .unit = self { true } else { false }
  }

  /// Whether it has people that are added up: a unit or a territory, not a plan.
  var isArea: Bool {
    switch self {
    case .unit: true
    case .territory(let level): level != .plan
    case .parcel, .facility: false
    }
  }
}

/// One finding as the specification wants it.
struct OracleFinding {
  var judged: Judged
  /// Whether the rule speaks of the subject.
  var applies = Maybe.yes
  /// The exact figure.
  var measured: Double?
  /// In millionths.
  var missing: Int128?
  var flags: Flags = []
  var nearest: Int?
  var distance: Double?

  var verdict: Verdict {
    switch applies {
    case .no: .notApplicable
    case .maybe: judged.possible == [.notApplicable] ? .notApplicable : .unknown
    case .yes: judged.verdict
    }
  }
}

/// Judges a city the slow and simple way, from the specification: every check over every subject,
/// by going through everything.
struct NaiveOracle {
  let city: City
  let packs: [RulePack]
  let kinds: FacilityKinds
  /// Rules of documents that are not in force.
  let drafts: Set<RuleKey>
  var settled: [RuleKey: [OracleSubject: OracleFinding]] = [:]

  init(
    city: City, packs: [RulePack], kinds: FacilityKinds, drafts: Set<RuleKey> = []
  ) {
    self.city = city
    self.packs = packs
    self.kinds = kinds
    self.drafts = drafts
    for isLate in [false, true] {
      for pack in packs {
        for rule in pack.rules where Self.waits(rule) == isLate {
          settled[RuleKey(pack: pack.id, rule: rule.id)] = findings(rule, pack)
        }
      }
    }
    settleDisputes()
  }

  private static func waits(_ rule: Rule) -> Bool {
    guard let presence = rule.check as? Presence else { return false }
    return presence.counting.map { !$0.passing.isEmpty } ?? false
  }

  private func findings(_ rule: Rule, _ pack: RulePack) -> [OracleSubject: OracleFinding] {
    var result: [OracleSubject: OracleFinding] = [:]
    let foundations = rule.measured.compactMap { test in
      pack.rule(test.rule).map { findings($0.heldAgainst(test), pack) }
    }
    for subject in subjects(of: rule) {
      var applies = holds(rule.when, of: subject)
      if case .facility(let row) = subject {
        applies = min(applies, stands(row, (rule.check as? Size)?.filter ?? .always))
      }
      applies = min(applies, isOnTable(rule, subject))
      // Where there are no units of any of its levels, a rule speaks of the territory in their stead.
      let measured = foundations.map { all in
        all[subject]
          ?? (subject.isTerritory ? all.first { $0.key.isTerritory }?.value : nil)
      }
      for (found, all) in zip(measured, foundations) {
        // A rule that speaks of units says nothing of a territory that has none of them.
        let isOfOthers = found == nil && !subject.isUnit && all.keys.contains(where: \.isUnit)
        applies = min(applies, isOfOthers ? .maybe : Self.isMet(found))
      }
      var finding = evaluate(rule, pack, subject, metresPerMinute: speed(pack))
      finding.applies = applies
      if measured.contains(where: { $0?.judged.isTie ?? false }) { finding.judged.isTie = true }
      if applies != .no, isTimed(rule, pack, subject) {
        let verdicts = [48, 60, 72].map {
          evaluate(rule, pack, subject, metresPerMinute: Amount($0)).judged.verdict
        }
        if Set(verdicts).count > 1 { finding.flags.insert(.speedSensitive) }
      }
      let isDraft = drafts.contains(RuleKey(pack: pack.id, rule: rule.id))
      if pack.document.status == .draft || isDraft { finding.flags.insert(.draft) }
      if rule.corrected != nil { finding.flags.insert(.corrected) }
      let readsPeople =
        rule.when.columns.contains("population") || rule.threshold?.steps?.column == "population"
      if readsPeople, subject.isArea {
        let people = people(.population, of: subject, statistic: "population")
        finding.flags.formUnion(people.flags.intersection(.estimated))
      } else if readsPeople, case .parcel(let row) = subject {
        finding.flags.formUnion(people(.population, ofParcel: row).flags)
      }
      if rule.force == .advisory { finding.flags.insert(.advisory) }
      if rule.isReportOnly { finding.judged = .notApplicable }
      finding.flags.formUnion(finding.judged.flags)
      result[subject] = finding
    }
    return result
  }

  /// Whether a test is met that was judged like a threshold; of whom nothing is measured, it is not.
  private static func isMet(_ finding: OracleFinding?) -> Maybe {
    switch finding?.verdict {
    case .pass: .yes
    case .unknown: .maybe
    case .fail, .notApplicable, nil: .no
    }
  }

  private func evaluate(
    _ rule: Rule, _ pack: RulePack, _ subject: OracleSubject, metresPerMinute: Amount
  ) -> OracleFinding {
    switch rule.check {
    case let check as Provision:
      return provision(check, rule, pack, subject, metresPerMinute)
    case let check as Coverage: return coverage(check, rule, pack, subject, metresPerMinute)
    case let check as Presence: return presence(check, rule, pack, subject)
    case let check as Size: return size(check, rule, pack, subject)
    case let check as Share:
      return ratio(
        amount(check.part, subject), amount(check.whole, subject), times: check.per, rule, pack,
        subject, isWhole: isWhole(check.part, rule))
    case let check as Total:
      return ratio(
        amount(check.sum, subject), (Span(count: 1), []), times: 1, rule, pack, subject,
        isWhole: isWhole(check.sum, rule))
    default: return OracleFinding(judged: .notApplicable)
    }
  }

  /// Supply over demand, held against the figure of the rule.
  func ratio(
    _ supply: (span: Span, flags: Flags), _ demand: (span: Span, flags: Flags), times: Int,
    _ rule: Rule, _ pack: RulePack, _ subject: OracleSubject, isWhole: Bool
  ) -> OracleFinding {
    let top = supply.span
    let bottom = demand.span
    let times = Int128(times)
    var finding = OracleFinding(judged: .notApplicable, flags: supply.flags.union(demand.flags))
    if bottom.high == 0 { return finding }
    let low = Fraction(bottom.high == nil ? 0 : top.low * times, over: bottom.high ?? 1)
    let isEndless = top.high == nil || (bottom.low == 0 && top.high != 0)
    let high = isEndless ? .infinity : Fraction((top.high ?? 0) * times, over: max(1, bottom.low))
    if let supply = top.exact, let demand = bottom.exact {
      finding.measured = Fraction(supply * times, over: demand).double
    }
    finding.judged = judge(low, high, rule, pack, subject)
    if bottom.low == 0, !rule.isReportOnly { finding.judged.possible.insert(.notApplicable) }
    if finding.judged.verdict == .fail, let supply = top.exact, let demand = bottom.exact,
      let requirement = requirement(rule, pack, subject)
    {
      finding.missing = requirement.missing(
        supply: supply, demand: demand, times: times, isWhole: isWhole)
    }
    return finding
  }

  /// Holds a stretch of values against the figure of a rule.
  func judge(
    _ low: Fraction, _ high: Fraction, _ rule: Rule, _ pack: RulePack, _ subject: OracleSubject
  ) -> Judged {
    if rule.isReportOnly { return .notApplicable }
    let requirements = requirements(rule, pack, subject)
    guard !requirements.isEmpty else {
      var judged = Judged(possible: [.unknown])
      if case .parameter = rule.threshold?.figure { judged.flags.insert(.noStandard) }
      return judged
    }
    var judged = Judged(possible: [])
    for requirement in requirements {
      let one = Judged(low: low, high: high, requirement, rounds: rounds(rule, subject))
      judged.possible.formUnion(one.possible)
      judged.flags.formUnion(one.flags)
    }
    return judged
  }

  /// The threshold with its figure; `nil` where the figure is not known, or is one of several.
  func requirement(_ rule: Rule, _ pack: RulePack, _ subject: OracleSubject) -> Requirement? {
    let requirements = requirements(rule, pack, subject)
    return requirements.count == 1 ? requirements[0] : nil
  }

  /// The threshold with each figure that may be asked.
  func requirements(_ rule: Rule, _ pack: RulePack, _ subject: OracleSubject) -> [Requirement] {
    guard let threshold = rule.threshold else { return [] }
    guard case .steps(let table) = threshold.figure else {
      return singleRequirement(rule, pack, subject).map { [$0] } ?? []
    }
    return steps(of: table, subject).map { step in
      Requirement(
        comparison: threshold.comparison, figure: table.steps[step].figure, upper: nil,
        decimals: table.steps[step].decimals)
    }
  }

  /// What a subject has of what the steps go by.
  private func amount(by table: StepTable, _ subject: OracleSubject) -> Span {
    let measure = PeopleMeasure(column: table.column)
    switch subject {
    case .parcel(let row): return people(measure, ofParcel: row).span
    case .facility(let row):
      let named = FacilityMeasure.named.first { $0.name == table.column }
      return named.map { self.measure($0, ofFacility: row) } ?? .anything
    case .unit, .territory:
      if let figure = figures(of: subject)[table.column] { return Span(figure) }
      return people(measure, of: subject, statistic: table.column).span
    }
  }

  /// The steps that a subject may be on: all that some amount of what it may have is on.
  private func steps(of table: StepTable, _ subject: OracleSubject) -> [Int] {
    let amount = amount(by: table, subject)
    return table.steps.indices.filter { step in
      let from = Int128(table.steps[step].from.micros)
      let end = step + 1 < table.steps.count ? Int128(table.steps[step + 1].from.micros) : nil
      return (amount.high.map { $0 >= from } ?? true) && (end.map { amount.low < $0 } ?? true)
    }
  }

  /// Whether a rule asks anything of a subject, by its table.
  private func isOnTable(_ rule: Rule, _ subject: OracleSubject) -> Maybe {
    guard case .steps(let table)? = rule.threshold?.figure else { return .yes }
    let amount = amount(by: table, subject)
    let first = Int128(table.steps[0].from.micros)
    if amount.low >= first { return .yes }
    return amount.high.map { $0 < first } ?? false ? .no : .maybe
  }

  private func singleRequirement(
    _ rule: Rule, _ pack: RulePack, _ subject: OracleSubject
  ) -> Requirement? {
    guard let threshold = rule.threshold else { return nil }
    switch threshold.figure {
    case .amount(let amount, let decimals):
      return Requirement(
        comparison: threshold.comparison, figure: amount, upper: threshold.upper,
        decimals: decimals,
        passesAbove: rule.check is Size || rule.unit.per == nil && rule.unit != .percent)
    case .parameter(let name):
      let figure =
        city.project.parameters["\(pack.id).\(name)"] ?? city.project.parameters[name]
        ?? pack.parameters[name]?.value
      return figure.map {
        Requirement(comparison: threshold.comparison, figure: $0, upper: nil, decimals: 0)
      }
    case .statistic(let name):
      return figures(of: subject)[name].map {
        Requirement(comparison: threshold.comparison, figure: $0, upper: nil, decimals: 0)
      }
    case .steps: return nil
    }
  }

  private func speed(_ pack: RulePack) -> Amount {
    if let stated = city.project.parameters["\(pack.id).walking_speed"]
      ?? city.project.parameters["walking_speed"]
    {
      let isPerSecond = pack.parameters["walking_speed"].map { $0.unit == "m/s" } ?? true
      return isPerSecond ? Amount(micros: stated.micros * 60) : stated
    }
    return pack.walkingSpeed
  }

  /// Rates of a city, district or province may pass rounded; of counted units whole ones are needed.
  private func rounds(_ rule: Rule, _ subject: OracleSubject) -> Bool {
    guard rule.check is Provision || rule.check is Share, rule.threshold?.isOfCondition != true
    else { return false }
    switch subject {
    case .parcel, .facility: return false
    case .unit(let row): return [.district, .city, .province].contains(city.units.level[row])
    case .territory(let level): return level.allowsRounding
    }
  }

  /// Whether a quantity comes in whole things; of declared ones the rule's unit tells.
  func isWhole(_ quantity: Quantity, _ rule: Rule) -> Bool {
    switch quantity.source {
    case .facilities(_, _, let measure): Self.isWhole(measure)
    case .people, .units: true
    case .declared: rule.unit.thing != .squareMetres && rule.unit != .percent
    }
  }

  /// Whether it comes in whole things.
  static func isWhole(_ measure: FacilityMeasure) -> Bool {
    switch measure {
    case .floorArea, .landArea, .column: false
    case .count, .places, .beds, .nursingBeds, .residents, .doctors, .nurses: true
    }
  }
}
