/// Whether people on foot get through a node of a way.
///
/// `foot` decides before `access`, and both before the kind of barrier: a wall that is open to
/// people has a door, a bollard that is private has none. Without either, what runs across the way
/// (wall, fence, hedge, ditch) closes it, unless it is a fence that only animals hear; so does what
/// is locked; everything else that stands in the way of vehicles lets people through.
///
/// The access of an amenity or of a building's entrance on the way is about that, not about the
/// way.
///
/// Source: OpenStreetMap Wiki, *Key:barrier*, *Key:access*, *Key:sensory*.
enum NodePassage {
  private static let closedAcross: Set<String> = [
    "wall", "fence", "hedge", "city_wall", "retaining_wall", "guard_rail", "ditch",
  ]
  private static let forFew: Set<String> = [
    "no", "private", "residents", "permit", "agricultural", "forestry", "delivery", "military",
    "emergency", "employees", "staff", "use_sidepath",
  ]

  /// Whether nobody passes.
  ///
  /// - Parameter tags: All tags of the node.
  static func isClosed(_ tags: [String: String]) -> Bool { isClosed(OSMTags(tags)) }

  static func isClosed(_ tags: OSMTags) -> Bool {
    let isOnTheWay =
      tags[.barrier] != nil || tags[.amenity] == nil && tags[.entrance] == nil
    if isOnTheWay {
      if let foot = tags[.foot] { return forFew.contains(foot) }
      switch tags[.access] {
      case .some(let access) where forFew.contains(access): return true
      case "yes", "permissive", "designated", "public", "destination", "customers": return false
      default: break
      }
    }
    guard let barrier = tags[.barrier] else { return false }
    if closedAcross.contains(barrier) {
      return tags[.sensory] != "audible" && tags[.sensory] != "audio"
    }
    return tags[.locked] == "yes"
  }
}
