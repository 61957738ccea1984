package import Measuring
package import Rules

/// What a clause asks of new facilities, as a search for sites must know it: who can be served from where, and
/// by how much of what. Said by the check, so that whoever sites need not know which checks there are.
package enum SitingTerms: Hashable, Sendable {
  /// Parcels share what facilities offer, and each must get what it needs.
  case shared(FairTerms)
  /// Each parcel that fails must have one facility from which all of it is within reach.
  case covered(SoleCover)
  /// Each unit that fails must have as many facilities more as it lacks.
  case present(FacilityChoice)

  /// Which facilities count.
  package var choice: FacilityChoice {
    switch self {
    case .shared(let terms): terms.division.choice
    case .covered(let cover): cover.choice
    case .present(let choice): choice
    }
  }

  /// What is counted of them.
  package var measure: FacilityMeasure {
    guard case .shared(let terms) = self else { return .count }
    return terms.division.measure
  }

  /// What must be measured in a city that has all sites.
  package var questions: [any Question] {
    switch self {
    case .shared(let terms): [terms, Chosen(choice)]
    case .covered(let cover): [cover]
    case .present(let choice): [Chosen(choice)]
    }
  }
}

extension AppliedRule {
  /// What the rule asks of new facilities; `nil` where no facility at a site makes it pass.
  package func sitingTerms(in frame: Frame) -> SitingTerms? {
    self.isReportOnly ? nil : judged.sitingTerms(self, Setting(frame: frame, isBrief: true))
  }
}
