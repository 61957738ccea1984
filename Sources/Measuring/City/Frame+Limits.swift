internal import Planning
internal import Quantities
package import Rules

extension Frame {
  /// A reach as the pack and the project state it: along the network where there is one, else a
  /// walk is a straight line times the detour factor.
  package func limit(_ reach: Reach, _ pack: RulePack) -> StatedLimit {
    let detour = hasNetwork ? 1 : detour.double
    func walk(_ metres: Double) -> ReachLimit {
      ReachLimit(metres: metres / detour, isOnNetwork: hasNetwork)
    }
    switch reach {
    case .radius(let metres):
      return StatedLimit(
        own: ReachLimit(metres: metres.double, isOnNetwork: false), isWalk: false, atSpeeds: [])
    case .walk(let metres):
      return StatedLimit(own: walk(metres.double), isWalk: true, atSpeeds: [])
    case .walkTime(let minutes, let own):
      let parameters = project.parameters
      let speed =
        own
        ?? pack.walkingSpeed(
          stated: parameters["\(pack.id).walking_speed"] ?? parameters["walking_speed"])
      return StatedLimit(
        own: walk(minutes.double * speed.double), isWalk: true,
        atSpeeds: [48, 60, 72].map { walk(minutes.double * $0) })
    }
  }
}
