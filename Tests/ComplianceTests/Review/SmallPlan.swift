import Compliance
import Locating
import Planning
import Quantities
import Rules
import Testing
import Workers

/// A plan is made by hand as a city is: what stands in it is to be built.
extension SmallCity {
  /// These parcels and facilities as a plan for a city.
  func plan(for host: SmallCity, name: String = "plan") throws -> Plan {
    var own = self
    own.units = host.units
    own.project = host.project
    var city = try own.city()
    let status = Dictionary(
      parcels.map { ($0.id, $0.status ?? .new) }, uniquingKeysWith: { first, _ in first })
    city.parcels.status = city.parcels.rows.ids.map { status[$0] }
    let sorted = facilities.sorted { $0.id < $1.id }
    city.facilities.status = sorted.map { $0.status ?? .new }
    // Declared parcels may be the city's as well: they are found when both are joined.
    city.facilities.servedParcels = sorted.map { _ in [] }
    return Plan(
      name: name, sources: [], parcels: city.parcels, facilities: city.facilities,
      servedParcelIDs: sorted.map(\.serves), rejected: [], notes: [], inputs: [])
  }

  /// Measures this city, to review plans for it.
  func reviewer(_ packs: [RulePack], workers: Int = 2) async throws -> PlanReviewer {
    try await PlanReviewer(
      city: city(), packs: packs, vocabulary: Self.library.vocabulary,
      workers: Workers(count: workers))
  }

  /// Reviews a plan for this city.
  func review(
    _ plan: SmallCity, _ packs: [RulePack], options: PlanReviewer.Options = .init(),
    workers: Int = 2
  ) async throws -> PlanReview {
    try await reviewer(packs, workers: workers).review(
      plan.plan(for: self), options: options, workers: Workers(count: workers))
  }
}

extension PlanReviewer.Options {
  /// The clauses alone.
  static var clausesOnly: Self {
    var options = Self()
    options.withEffects = false
    options.withRemedy = false
    return options
  }

  /// The clauses, and what would make the plan pass them all.
  static var withoutEffects: Self {
    var options = Self()
    options.withEffects = false
    options.remedied = Set(Duty.allCases)
    return options
  }

  /// The clauses, and what the plan does to others.
  static var withoutRemedy: Self {
    var options = Self()
    options.withRemedy = false
    return options
  }
}

extension PlanReview {
  /// The opinion on a clause, as `pack/rule`.
  func opinion(_ rule: String) -> ClauseOpinion? { clauses.opinion(rule) }

  /// The opinion on a clause for one subject; for the worst where none is named.
  func subject(_ rule: String, _ id: String? = nil) -> SubjectOpinion? {
    clauses.opinion(rule)?.subject(id)
  }

  /// Clauses that count and fail, as `pack/rule`.
  var failing: [String] { clauses.failing }
}

extension [ClauseOpinion] {
  func opinion(_ rule: String) -> ClauseOpinion? {
    first { "\($0.key)" == rule }
  }

  var failing: [String] {
    filter { $0.countedVerdict == .fail }.map { "\($0.key)" }
  }
}

extension ClauseOpinion {
  func subject(_ id: String? = nil) -> SubjectOpinion? {
    id == nil ? subjects.first : subjects.first { $0.id == id }
  }
}

extension Remedy {
  /// What one facility must rise to; `nil`: it need not.
  func amount(_ measure: String, of facility: String? = nil) -> AmountStep? {
    steps.filter { facility == nil || $0.facility == facility }.flatMap(\.amounts)
      .first { $0.measure == measure }
  }
}
