internal import Measuring
internal import Planning
internal import Quantities
internal import Rules

/// A check that this module can judge; one file per check conforms it, and nothing else knows which
/// checks there are.
protocol JudgedCheck: Check {
  /// What must be measured for a rule of this kind: pure, and known before anything is measured.
  func questions(_ rule: AppliedRule, _ setting: Setting) -> [any Question]
  /// The findings of a rule of this kind: pure, from measurements alone.
  func findings(_ rule: AppliedRule, _ judging: Judging) -> RuleFindings
  /// A rule of this kind, made ready once to be asked and judged.
  func inquiry(_ rule: AppliedRule, _ setting: Setting) -> any Inquiry
  /// Which facilities its figures count.
  func counted(_ rule: AppliedRule) -> CountedFacilities
  /// What a rule of this kind takes of supply that is divided fairly; `nil`: nothing.
  func claimed(_ rule: AppliedRule, _ frame: Frame) -> ClaimedSupply?
  /// What a rule of this kind asks of new facilities; `nil`: none makes it pass.
  func sitingTerms(_ rule: AppliedRule, _ setting: Setting) -> SitingTerms?
}

extension JudgedCheck {
  /// Nothing need be worked out beforehand, unless the check says otherwise.
  func inquiry(_ rule: AppliedRule, _ setting: Setting) -> any Inquiry {
    PlainInquiry(check: self, rule: rule, setting: setting)
  }

  /// Its findings say so themselves, unless the check says otherwise.
  func counted(_ rule: AppliedRule) -> CountedFacilities { .none }

  /// Nothing, unless the check says otherwise.
  func claimed(_ rule: AppliedRule, _ frame: Frame) -> ClaimedSupply? { nil }

  /// None does, unless the check says otherwise.
  func sitingTerms(_ rule: AppliedRule, _ setting: Setting) -> SitingTerms? { nil }
}

/// Whose need a rule counts against what supply, and how far that is looked for.
struct ClaimedSupply {
  let supply: Quantity
  let demand: People.Measure
  let per: Amount
  let reach: Reach
}

extension AppliedRule {
  /// Its check, to be judged.
  var judged: any JudgedCheck {
    guard let check = rule.check as? any JudgedCheck else {
      preconditionFailure("check \(rule.check.name) is not judged")
    }
    return check
  }
}

/// What questions depend on besides the rule.
struct Setting: Sendable {
  /// What is known without measuring.
  let frame: Frame
  /// Leaves out what only explains a verdict: other speeds, other attributions.
  let isBrief: Bool

  /// What every rule about a table must know of its subjects.
  func applies(_ rule: AppliedRule) -> [any Question] {
    subjects(rule) + steps(rule) + foundations(of: rule)
  }

  private func subjects(_ rule: AppliedRule) -> [any Question] {
    switch rule.subject {
    case .parcel:
      [Applies(to: .parcels, rule.when)] + (rule.readsResidents ? [Judging.residents] : [])
    case .facility:
      [Applies(to: .facilities, rule.when), Standings()]
    case .plan: [PlanWords(columns: rule.when.columns)]
    case .community, .street, .township, .district, .city, .province, .planning:
      [AppliesToUnits(rule.when)] + Doubt.questions(ofUnits: rule.when)
    }
  }

  /// The limits at which a verdict may come out otherwise; none where there is no verdict, or no
  /// explanation is wanted.
  func speeds(_ limit: StatedLimit, _ rule: AppliedRule) -> [ReachLimit] {
    isBrief || rule.isReportOnly ? [] : limit.atSpeeds
  }
}

/// What judging reads: measurements, and the findings of rules that others count.
struct Judging: Sendable {
  /// What was measured.
  let measured: Measurement
  /// See `Setting`.
  let setting: Setting
  /// Findings so far, by applied rule.
  let findings: [RuleKey: RuleFindings]

  var frame: Frame { measured.frame }

  /// The judge of a rule for one scope.
  ///
  /// - Parameter scope: `nil` for single parcels and facilities, for which nothing is declared.
  func judge(_ rule: AppliedRule, _ scope: Scope? = nil, rounding: Bool = false) -> Judge {
    let steps: [Int?] = scope.map { self.steps(rule, $0) } ?? []
    return Judge(
      rule, frame, scope, rounding: rounding, steps: steps.isEmpty ? nil : steps.compactMap { $0 })
  }

  /// The judges of single parcels or facilities.
  func judges(_ rule: AppliedRule, _ table: Applies.Table) -> RowJudges {
    RowJudges(rule, table, self)
  }

  /// Findings about parcels: every row is there; `body` is called for those that the rule speaks
  /// of.
  func parcelFindings(
    _ rule: AppliedRule, _ body: (_ row: Int, inout RuleFindings) -> Void
  ) -> RuleFindings {
    let truths = measured[Applies(to: .parcels, rule.when)].parcels
    let doubt = doubt(about: rule.when, .parcels)
    let isEstimated = rule.readsResidents ? measured[Self.residents].isEstimated : []
    var result = RuleFindings(
      rule: rule, table: .parcels, rows: Array(0..<Int32(truths.count)))
    let conditions = measuredConditions(rule, .parcels)
    for row in truths.indices where truths[row] != .no {
      let isMeasured = conditions.truth(of: row)
      if isMeasured == .no { continue }
      body(row, &result)
      if !isEstimated.isEmpty, isEstimated[row] { result.flags[row].insert(.estimated) }
      if isMeasured == .unknown { result.doubt(row, row, conditions) }
      if truths[row] == .unknown { result.doubt(row, because: doubt.reason(row)) }
    }
    return result
  }

  /// Findings about facilities, those of a choice that count or may.
  func facilityFindings(
    _ rule: AppliedRule, _ choice: FacilityChoice,
    _ body: (_ row: Int, _ index: Int, inout RuleFindings) -> Void
  ) -> RuleFindings {
    let truths = measured[Applies(to: .facilities, rule.when)].facilities
    let selection = measured[Chosen(choice)].selection
    let possible = Set(selection.possible)
    let marks = measured.marks(choice)
    let doubt = doubt(about: rule.when, .facilities)
    let doubtOfChoice = self.doubt(about: choice.filter, .facilities)
    var result = RuleFindings(rule: rule, table: .facilities, rows: selection.all)
    let conditions = measuredConditions(rule, .facilities)
    for (index, row) in result.rows.enumerated() where truths[Int(row)] != .no {
      let isMeasured = conditions.truth(of: Int(row))
      if isMeasured == .no { continue }
      body(Int(row), index, &result)
      result.rest(index, on: marks[Int(row)])
      if possible.contains(row) {
        let isOfDay = marks[Int(row)].contains(.doubt)
        result.doubt(
          index, because: isOfDay ? .standingUnknown : doubtOfChoice.reason(Int(row)))
      }
      if isMeasured == .unknown { result.doubt(index, Int(row), conditions) }
      if truths[Int(row)] == .unknown { result.doubt(index, because: doubt.reason(Int(row))) }
    }
    return result
  }

  /// Findings about units, the territory or the plan: one rule, applied scope by scope.
  ///
  /// - Parameter body: Judges one scope, and writes entry `index`.
  func scopeFindings(
    _ rule: AppliedRule, _ body: (_ scope: Scope, _ index: Int, inout RuleFindings) -> Void
  ) -> RuleFindings {
    let scopes = frame.scopes(of: rule.subjects)
    var table = SubjectTable.territory
    let rows = scopes.map { scope -> Int32 in
      guard case .unit(let row) = scope else { return 0 }
      table = .units
      return Int32(row)
    }
    let doubt = doubt(about: rule.when) { applies($0, in: rule, to: scopes[$1]) }
    var result = RuleFindings(rule: rule, table: table, rows: rows)
    let conditions = measuredConditions(rule, table)
    for (index, scope) in scopes.enumerated() {
      let isMeasured = conditions.truth(of: Int(rows[index]))
      if isMeasured == .no { continue }
      let isMeant = applies(rule.when, in: rule, to: scope)
      let isOnTable = isMeant == .no ? Truth.no : self.isOnTable(rule, scope)
      if (isMeant && isOnTable) == .no { continue }
      body(scope, index, &result)
      if restsOnEstimate(rule, scope) { result.flags[index].insert(.estimated) }
      if isMeasured == .unknown { result.doubt(index, Int(rows[index]), conditions) }
      if isMeant == .unknown { result.doubt(index, because: doubt.reason(index)) }
      if isOnTable == .unknown, let column = rule.threshold?.steps?.column {
        result.doubt(index, because: .applicabilityUnknown(columns: [column]))
      }
    }
    return result
  }

  /// Whether a scope meets the condition of a rule, or a test in it.
  private func applies(_ condition: Condition, in rule: AppliedRule, to scope: Scope) -> Truth {
    switch scope {
    case .unit(let row): measured[AppliesToUnits(condition)][row]
    case .territory:
      condition.truth(of: scope, measured, words: [:])
    case .plan:
      condition.truth(
        of: scope, measured, words: measured[PlanWords(columns: rule.when.columns)].words)
    }
  }

  /// Whether the people that decide whether a rule speaks of an area are estimated.
  private func restsOnEstimate(_ rule: AppliedRule, _ scope: Scope) -> Bool {
    guard rule.readsResidents, scope != .plan else { return false }
    let people = measured.people(.population, scope, statistic: PeopleMeasure.population.rawValue)
    if case .bounds(_, let grounds) = people { return grounds.contains(.estimate) }
    return false
  }

  fileprivate static let residents = People(.people(.population))
}

extension AppliedRule {
  /// Whether it depends on the number of residents whether it speaks of a parcel.
  fileprivate var readsResidents: Bool {
    rule.when.columns.contains("population") || rule.threshold?.steps?.column == "population"
  }
}
