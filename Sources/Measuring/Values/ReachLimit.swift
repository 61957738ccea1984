internal import Planning
internal import Walking

/// A limit in metres: of a straight line, or of a walk along the network.
package struct ReachLimit: Hashable, Sendable {
  package let metres: Double
  /// Whether it is measured along the network.
  package let isOnNetwork: Bool

  /// The longest walk that is looked for, metres.
  package static let longestWalk = WalkNetwork.longestLimit

  package init(metres: Double, isOnNetwork: Bool) {
    self.metres = metres
    self.isOnNetwork = isOnNetwork
  }
}

/// A reach as a pack and a project state it.
package struct StatedLimit: Hashable, Sendable {
  /// At the rule's own speed.
  package let own: ReachLimit
  /// Whether it is one of walking.
  package let isWalk: Bool
  /// Where it comes from minutes: the limits at 0.8, 1.0 and 1.2 m/s, whatever the rule's own speed;
  /// a verdict that differs among them is sensitive to it.
  package let atSpeeds: [ReachLimit]

  /// The same without what lies at the limit itself.
  package var exclusive: StatedLimit {
    func below(_ limit: ReachLimit) -> ReachLimit {
      ReachLimit(metres: limit.metres.nextDown, isOnNetwork: limit.isOnNetwork)
    }
    return StatedLimit(own: below(own), isWalk: isWalk, atSpeeds: atSpeeds.map(below))
  }

  /// Whether a straight line stands for a walk.
  package var isStandIn: Bool { isWalk && !own.isOnNetwork }
  /// At any of the speeds, metres.
  package var longest: Double { atSpeeds.reduce(own.metres) { max($0, $1.metres) } }
}
