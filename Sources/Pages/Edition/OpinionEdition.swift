package import Compliance
package import Documents
package import Planning
package import Rules

/// What all outputs of one opinion share.
package struct OpinionEdition: Sendable {
  package let review: PlanReview
  package let imprint: Imprint
  /// What the review was asked to contain.
  package let reviewed: PlanReviewer.Options

  package init(_ review: PlanReview, imprint: Imprint, reviewed: PlanReviewer.Options) {
    self.review = review
    self.imprint = imprint
    self.reviewed = reviewed
  }

  package var plan: Plan { review.plan }
  package var city: City { review.city }

  /// The text in the reader's language.
  package func say(_ text: LocalizedText) -> String { imprint.say(text) }

  /// The column name of a clause.
  package func columnPrefix(of key: RuleKey) -> String? {
    rule(of: key).map { imprint.columnPrefix(of: $0) }
  }

  /// The rule of a key, as its pack applies it.
  package func rule(of key: RuleKey) -> AppliedRule? {
    guard let pack = review.packs.first(where: { $0.id == key.pack }) else { return nil }
    return pack.rule(key.rule).map { AppliedRule($0, of: pack) }
  }
}

extension PhaseOpinion {
  /// Over the clauses that count.
  package var verdict: Verdict {
    clauses.reduce(.notApplicable) { Verdict.worse($0, $1.countedVerdict) }
  }
}
