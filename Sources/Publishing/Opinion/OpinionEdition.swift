internal import Compliance
internal import Documents
internal import Planning
internal import Quantities
internal import Rules
internal import Workers

/// What all outputs of one opinion share.
struct OpinionEdition: Sendable {
  let review: PlanReview
  let imprint: Imprint
  /// What the review was asked to contain.
  let reviewed: PlanReviewer.Options
  /// By rule: its place among the clauses of the review.
  let places: [RuleKey: Int]
  /// The outputs so far.
  var written: [PublishedFile] = []
  /// What was left out so far.
  var notes: [LocalizedText] = []

  init(_ review: PlanReview, options: OpinionPublication.Options) async throws {
    self.review = review
    reviewed = options.reviewed
    places = Dictionary(
      review.clauses.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    imprint = try await Imprint(
      language: options.language, workers: options.workers, engineVersion: options.engineVersion,
      packs: review.packs, inputs: review.city.inputs + review.plan.inputs,
      hashes: options.hashes)
  }

  var plan: Plan { review.plan }
  var city: City { review.city }
  var workers: Workers { imprint.workers }

  /// The text in the reader's language.
  func say(_ text: LocalizedText) -> String { imprint.say(text) }

  /// The column name of a clause.
  func columnPrefix(of key: RuleKey) -> String? {
    rule(of: key).map { imprint.columnPrefix(of: $0) }
  }

  /// The rule of a key, as its pack applies it.
  func rule(of key: RuleKey) -> AppliedRule? {
    guard let pack = review.packs.first(where: { $0.id == key.pack }) else { return nil }
    return pack.rule(key.rule).map { AppliedRule($0, of: pack) }
  }
}

extension ClauseOpinion {
  /// What it is about: all of its subjects are of one table.
  var table: SubjectTable? { subjects.first?.table }

  /// The same as findings, by row of the plan.
  ///
  /// - Parameter facilityIDs: What `nearest` is to count in.
  func findings(facilityIDs: [String]) -> RuleFindings {
    let subjects = self.subjects.sorted { $0.row < $1.row }
    var findings = RuleFindings(
      rule: rule, table: table ?? .territory, rows: subjects.map { Int32($0.row) })
    findings.verdicts = subjects.map(\.verdict)
    findings.flags = subjects.map(\.flags)
    findings.measured = subjects.map(\.measured)
    findings.shortfall = subjects.map { $0.shortfall?.micros ?? RuleFindings.noAmount }
    findings.shortfallUnit = shortfallUnit
    findings.required = required
    findings.requiredUpper = requiredUpper
    guard rule.check.measuresCover, subjects.contains(where: { $0.distance != nil }) else {
      return findings
    }
    let places = Dictionary(
      zip(facilityIDs, facilityIDs.indices), uniquingKeysWith: { first, _ in first })
    findings.distance = subjects.map { $0.distance ?? .infinity }
    findings.nearest = subjects.map { subject in
      Int32(subject.facilities.first.flatMap { places[$0] } ?? -1)
    }
    return findings
  }
}
