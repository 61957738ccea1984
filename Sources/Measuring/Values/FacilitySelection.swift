package import Planning
package import Rules

/// Which facilities a rule counts: those of some kinds that meet a condition and stand on the day.
///
/// What does not stand yet counts where the condition speaks of `operating`, and else where the
/// project asks for it.
package struct FacilityChoice: Hashable, Sendable {
  /// Ids of kinds; their descendants count too.
  package let kinds: [String]
  /// Which of them.
  package let filter: Condition
  /// Whether only those count that stand, whatever the condition and the project say.
  package private(set) var isOfStanding = false

  package init(_ kinds: [String], _ filter: Condition = .always) {
    self.kinds = kinds
    self.filter = filter
  }

  /// Of these facilities those that stand: what a finding would rest on without what is to come.
  package var standing: FacilityChoice {
    var choice = self
    choice.isOfStanding = true
    return choice
  }

  /// Whether facilities that do not stand yet may be among them.
  package func mayBeComing(_ project: Project) -> Bool {
    !isOfStanding && (project.countsPlanned || saysWhichStand)
  }

  private var saysWhichStand: Bool { filter.columns.contains("operating") }

  /// Whether a facility counts, if it is of the kinds and meets the condition.
  func counts(_ standing: Standing, _ project: Project) -> Truth {
    if saysWhichStand, !isOfStanding { return .yes }
    let counted = project.countsPlanned && !isOfStanding ? Standing.coming.union(.open) : .open
    if standing.isSubset(of: counted) { return .yes }
    return Truth(!standing.isDisjoint(with: counted) ? nil : false)
  }
}

/// The facilities that a rule counts: those that surely count, and those that may, because a value
/// that its filter reads is missing, or because it is not known whether they stand. Rows ascend.
package struct FacilitySelection: Sendable, Hashable {
  package let certain: [Int32]
  package let possible: [Int32]

  /// Both, ascending.
  package var all: [Int32] { possible.isEmpty ? certain : (certain + possible).sorted() }
}
