internal import GeoData
internal import Planning
internal import Quantities
public import Rules

/// What whoever handed in a plan is to add to one of its rows, so that clauses can be decided.
public struct DataRequest: Sendable, Hashable {
  /// Parcels or facilities of the plan.
  public let table: SubjectTable
  /// Row among them.
  public let row: Int
  /// The columns that say nothing.
  public internal(set) var columns: [String]
  /// The clauses that need them.
  public internal(set) var clauses: [RuleKey]
}

/// What keeps a clause from being decided that nobody who plans can add: a figure of the city as it is,
/// a declared one, a street.
public struct OpenQuestion: Sendable, Hashable {
  /// Why the clause is undecided.
  public let reason: Reason
  /// Facilities of the city, by id, that do not say what decides.
  public internal(set) var facilities: [String]
  /// The clauses.
  public internal(set) var clauses: [RuleKey]
}

/// Everything that is to be added before all clauses of a review can be decided: each thing once.
public struct DataRequests: Sendable, Hashable {
  /// Of the plan, by its rows: parcels first.
  public private(set) var ofPlan: [DataRequest] = []
  /// Of all else.
  public private(set) var ofCity: [OpenQuestion] = []

  /// Nothing is missing.
  public init() {}

  /// What a review asks for.
  init(
    _ clauses: [ClauseOpinion], _ plan: Plan, in city: City, kinds: FacilityKinds,
    rules: [AppliedRule]
  ) {
    let search = GapSearch(plan: plan, city: city, kinds: kinds, rules: rules)
    for clause in clauses where clause.verdict == .unknown {
      for subject in clause.subjects
      where subject.verdict == .unknown && !subject.flags.contains(.noStandard) {
        let gaps = search.gaps(of: subject, in: clause.rule)
        for gap in gaps { add(gap, clause.key) }
        guard gaps.isEmpty, let reason = subject.reason else { continue }
        add(reason, search.silent(subject.facilities, in: clause.rule), clause.key)
      }
    }
    ofPlan.sort { ($0.table == .parcels ? 0 : 1, $0.row) < ($1.table == .parcels ? 0 : 1, $1.row) }
  }

  private mutating func add(_ gap: GapSearch.Gap, _ key: RuleKey) {
    let place =
      ofPlan.firstIndex { $0.table == gap.table && $0.row == gap.row } ?? ofPlan.count
    if place == ofPlan.count {
      ofPlan.append(DataRequest(table: gap.table, row: gap.row, columns: [], clauses: []))
    }
    if !ofPlan[place].columns.contains(gap.column) { ofPlan[place].columns.append(gap.column) }
    if !ofPlan[place].clauses.contains(key) { ofPlan[place].clauses.append(key) }
  }

  private mutating func add(_ reason: Reason, _ facilities: [String], _ key: RuleKey) {
    let place = ofCity.firstIndex { $0.reason == reason } ?? ofCity.count
    if place == ofCity.count {
      ofCity.append(OpenQuestion(reason: reason, facilities: [], clauses: []))
    }
    for id in facilities where !ofCity[place].facilities.contains(id) {
      ofCity[place].facilities.append(id)
    }
    if !ofCity[place].clauses.contains(key) { ofCity[place].clauses.append(key) }
  }
}

/// Looks for what rows of a plan do not say though a clause reads it.
private struct GapSearch {
  let plan: Plan
  let city: City
  let kinds: FacilityKinds
  let rules: [AppliedRule]

  struct Gap {
    let table: SubjectTable
    let row: Int
    let column: String
  }

  /// What is missing for one subject: what its reason names of its own row, else whatever the clause
  /// reads.
  func gaps(of subject: SubjectOpinion, in rule: AppliedRule) -> [Gap] {
    switch subject.reason {
    case .applicabilityUnknown(let columns):
      ofSubject(subject, columns)
    case .measureMissing(let measure):
      ofSubject(subject, [measure.name])
    case .contentsNotStated(let columns):
      subject.table == .facilities
        ? ofSubject(subject, columns) : ofFacilities(columns, of: rule)
    case .deliveryUnknown:
      ofSubject(subject, ["delivered"]) + ofFacilities(["delivered"], of: rule)
    case .figureUnknown(let other):
      rules.first { $0.key == other }.map { all(readBy: $0, of: subject) } ?? []
    default: all(readBy: rule, of: subject)
    }
  }

  /// Those among facilities of the city that do not say what a clause reads.
  func silent(_ ids: [String], in rule: AppliedRule) -> [String] {
    let columns = rule.check.columns
    return ids.filter { id in
      guard let row = city.facilities.rows.ids.firstIndex(of: id) else { return false }
      return columns.contains {
        city.facilities.values(ofDeclared: $0)?.isMissing(at: row) ?? false
      }
    }
  }

  private func all(readBy rule: AppliedRule, of subject: SubjectOpinion) -> [Gap] {
    let own = rule.rule.when.columns.union(rule.check.peopleColumns)
    let asked =
      subject.table == .facilities
      ? ofSubject(subject, own.union(rule.check.columns).sorted())
      : ofSubject(subject, own.union(rule.check.parcelColumns).sorted())
    return asked + ofFacilities(rule.check.columns.sorted(), of: rule)
  }

  private func ofSubject(_ subject: SubjectOpinion, _ columns: [String]) -> [Gap] {
    switch subject.table {
    case .facilities:
      columns.filter { plan.lacks($0, ofFacility: subject.row) }
        .map { Gap(table: .facilities, row: subject.row, column: $0) }
    case .parcels: ofParcel(subject.row, columns)
    case .territory, .units:
      (0..<plan.parcels.count).flatMap { ofParcel($0, columns) }
    }
  }

  private func ofParcel(_ row: Int, _ columns: [String]) -> [Gap] {
    let persons = city.project.assumptions.personsPerHousehold
    return columns.filter { plan.lacks($0, ofParcel: row, perHousehold: persons) }
      .map { Gap(table: .parcels, row: row, column: $0) }
  }

  private func ofFacilities(_ columns: [String], of rule: AppliedRule) -> [Gap] {
    let meant = kinds.descendants(of: rule.check.facilityKinds)
    return (0..<plan.facilities.count).filter { meant.contains(plan.facilities.kind[$0]) }
      .flatMap { row in
        columns.filter { plan.lacks($0, ofFacility: row) }
          .map { Gap(table: .facilities, row: row, column: $0) }
      }
  }
}
