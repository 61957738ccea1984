package import Rules

/// Who takes part in a division: the parcels that a clause speaks of, and what each needs.
///
/// A division cannot be asked for without saying how much each parcel needs: that is a rate of need,
/// not a threshold that the answer is held against.
package struct Claim: Hashable, Sendable {
  /// When a claim is met.
  package enum Turn: UInt8, Hashable, Sendable, Comparable {
    /// Before all others.
    case first
    /// From what is left.
    case last

    package static func < (a: Turn, b: Turn) -> Bool { a.rawValue < b.rawValue }
  }

  /// Which parcels.
  package let when: Condition
  /// What their need is counted by.
  package let demand: People.Measure
  /// How much they need; `nil` where the clause states no minimum, so that there is nothing to share
  /// by.
  package let need: Need?
  /// How far away what it counts may be.
  package let limit: ReachLimit
  /// In the order of force.
  package let turn: Turn

  package init(
    when: Condition, demand: People.Measure, need: Need?, within limit: ReachLimit,
    turn: Turn = .first
  ) {
    self.when = when
    self.demand = demand
    self.need = need
    self.limit = limit
    self.turn = turn
  }

  /// The same within another limit.
  package func within(_ limit: ReachLimit) -> Claim {
    Claim(when: when, demand: demand, need: need, within: limit, turn: turn)
  }
}
