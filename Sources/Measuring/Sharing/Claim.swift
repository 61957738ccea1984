package import Quantities
package import Rules

/// So much of the supply's unit for so many people or dwellings: how much a parcel needs.
package struct Ask: Hashable, Sendable {
  package let figure: Amount
  package let per: Int

  package init(figure: Amount, per: Int) {
    self.figure = figure
    self.per = per
  }
}

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
  package let ask: Ask?
  /// How far away what it counts may be.
  package let limit: ReachLimit
  /// In the order of force.
  package let turn: Turn

  package init(
    when: Condition, demand: People.Measure, ask: Ask?, within limit: ReachLimit,
    turn: Turn = .first
  ) {
    self.when = when
    self.demand = demand
    self.ask = ask
    self.limit = limit
    self.turn = turn
  }

  /// The same within another limit.
  package func within(_ limit: ReachLimit) -> Claim {
    Claim(when: when, demand: demand, ask: ask, within: limit, turn: turn)
  }
}
