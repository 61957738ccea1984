/// Who gets through a node of a way.
///
/// `foot` decides before `access`, and both before the kind of barrier: a wall that is open to
/// people has a door, a bollard that is private has none. Without either, what runs across the way
/// (wall, fence, hedge, ditch) closes it, unless it is a fence that only animals hear; so does what
/// is locked; everything else that stands in the way of vehicles lets people through.
///
/// What else a node is (a shop, a hydrant, a crossing, a bus stop) its access is about, and not about
/// the way. The access of a door is about paths that lead through it, and not about a street beside
/// it.
///
/// Source: OpenStreetMap Wiki, *Key:barrier*, *Key:access*, *Key:entrance*, *Key:sensory*.
struct NodePassage: Hashable {
  /// Who passes.
  enum Passers: UInt8 {
    case all
    /// Those who live behind it.
    case residents
    case none
  }

  let passers: Passers
  /// A door: it closes paths, and not the streets beside it.
  let isDoor: Bool
  /// Something that opens, whoever may pass.
  let isGate: Bool

  private static let closedAcross: Set<String> = [
    "wall", "fence", "hedge", "city_wall", "retaining_wall", "guard_rail", "ditch",
  ]
  private static let gates: Set<String> = [
    "gate", "lift_gate", "swing_gate", "sliding_gate", "wicket_gate", "kissing_gate",
    "hampshire_gate", "entrance", "turnstile", "full-height_turnstile", "sally_port",
  ]
  /// Things on a way, and not beside or below it.
  private static let onTheWay: Set<String> = ["elevator", "gate", "level_crossing", "crossing"]

  /// Whether nobody passes, or only those who live there.
  ///
  /// - Parameter tags: All tags of the node.
  static func isClosed(_ tags: [String: String]) -> Bool {
    NodePassage(OSMTags(tags)).passers != .all
  }

  init(_ tags: OSMTags) {
    let barriers = tags.list(.barrier).filter { $0 != "no" }
    isGate = barriers.contains(where: Self.gates.contains)
    isDoor = barriers.isEmpty && tags.isSet(.entrance)
    passers = Self.passers(tags, barriers)
  }

  private static func passers(_ tags: OSMTags, _ barriers: [String]) -> Passers {
    if !barriers.isEmpty || isAboutTheWay(tags) {
      let foot = AccessWord(.foot, unless: .footConditional, of: tags)
      let isFootStated = tags[.foot] != nil || foot != .saysNothing
      switch isFootStated ? foot : AccessWord(.access, unless: .accessConditional, of: tags) {
      case .opens, .opensToVisitors: return .all
      case .closes(.private): return .residents
      case .closes: return .none
      case .saysNothing: if isFootStated { return .all }
      }
    }
    guard !barriers.isEmpty else { return .all }
    // A gate in a fence (`fence;gate`) is a gate.
    if barriers.allSatisfy(closedAcross.contains) {
      let isHeard = tags.has(.sensory, "audible") || tags.has(.sensory, "audio")
      return isHeard ? .all : .none
    }
    return tags.has(.locked, "yes") ? .none : .all
  }

  private static func isAboutTheWay(_ tags: OSMTags) -> Bool {
    if OSMKey.features.contains(where: { tags[$0] != nil }) { return false }
    let things = tags.list(.highway) + tags.list(.railway)
    guard !things.isEmpty else { return true }
    return things.contains(where: onTheWay.contains) && tags[.highway] != "crossing"
  }
}
