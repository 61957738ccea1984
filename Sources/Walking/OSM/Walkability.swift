internal import GeoData

/// Whether, and which way, people may walk along a way of OpenStreetMap.
///
/// A list of values (`a;b`) is read as one, in every tag. The rules, in the order in which they
/// decide:
/// 1. Ferries are no part of a walking network: they leave by a timetable, so that no distance or
///    speed says how long they take.
/// 2. What is not built, or torn down (`highway=construction`, `proposed` …, `construction=yes`) is
///    not walked on, whatever else is said of it. A class of street in `construction` is left over
///    on one that has been opened.
/// 3. Trails that are hard going (`sac_scale`, `trail_visibility`, by the table) likewise.
/// 4. `foot` (or `foot:forward`, `foot:backward`) decides before `access`; tags of other users say
///    nothing. `no`, `private` and words for a few users only close; `yes`, `permissive`,
///    `designated` open, also a motorway; words nobody knows say nothing. Conditions on hours count
///    as they are by day (`ConditionalAccess`).
/// 5. Where the sidewalk is drawn as a way of its own (`sidewalk=separate` on a side, and on no side
///    a sidewalk of the carriageway itself, or none), that way is walked on and this one is not.
/// 6. What is abandoned or out of use is not walked on.
/// 7. Else the table of classes decides (`WalkDefaults`), but for a sidewalk of its own, and for
///    cycleways that are shared (`segregated` says how).
/// 8. `oneway` is for vehicles. `oneway:foot` binds people, and so does `conveying` on an escalator
///    or a moving walkway; `oneway` there is its direction.
///
/// Surface and steepness are not looked at.
///
/// Source: OpenStreetMap Wiki, *Key:access*, *Key:foot*, *Key:sidewalk*, *Key:segregated*,
/// *Key:conveying*, *OSM tags for routing/Access restrictions*.
public struct Walkability: Sendable, Hashable {
  /// Whether a closed way is an area, and what that means for people.
  enum Area: UInt8, Sendable, Hashable {
    /// A line, also where it ends at its start.
    case none
    /// People walk along its edge.
    case edge
    /// People walk along its edge and across.
    case open
  }

  /// The value of `highway`, or `platform`, `pier`, `parking`, `square`, `ferry`.
  let streetClass: String
  /// What it is for.
  let kind: StreetDefaults.Kind
  /// Whether it may be walked from its first node to its last.
  let isForward: Bool
  /// Whether it may be walked from its last node to its first.
  let isBackward: Bool
  /// Why not; `nil` if it may be walked at least one way.
  let exclusion: WalkExclusion?
  /// What of the table leaves it out, as a project would name it; `nil` where its own tags do.
  let choice: String?
  /// Whether people walk along it all the same where it runs between streets of a town.
  let isWalkedInTown: Bool
  /// Whether those who live there walk along it, and nobody else.
  let isForResidents: Bool
  /// What it is if it is closed.
  let area: Area
  /// On a bridge, in a tunnel, or on a level other than the ground.
  let isElevated: Bool
  /// Inside a building.
  let isIndoors: Bool
  /// An open area, if it is one, on the ground: a square, and no platform or pier.
  let isOpenGround: Bool

  /// The answer for a way (or a multipolygon, which is always closed).
  ///
  /// - Parameters:
  ///   - tags: All of its tags; what does not matter is ignored.
  ///   - defaults: Decide where the tags do not.
  /// - Returns: `nil` for what is no street, path or area to walk on: a building, a railway.
  public init?(ofWay tags: [String: String], defaults: WalkDefaults) {
    self.init(OSMTags(tags), defaults)
  }

  init?(_ tags: OSMTags, _ defaults: WalkDefaults) {
    guard let street = StreetClass(tags, defaults) else { return nil }
    streetClass = street.name
    kind = street.kind
    area = street.area
    let level = StreetLevel(tags)
    isElevated = level.isElevated
    isIndoors = level.isIndoors
    isOpenGround =
      !level.isElevated && !level.isOnLayer && !["platform", "pier"].contains(street.name)
    if let never = street.exclusionByNature.map({ Answer(reason: $0) })
      ?? Self.works(tags) ?? Self.hardGoing(tags, defaults)
    {
      (exclusion, choice, isForward, isBackward) = (never.reason, never.choice, false, false)
      isWalkedInTown = false
      isForResidents = false
      return
    }
    let both = AccessWord(.foot, unless: .footConditional, of: tags)
    func word(_ key: OSMKey) -> AccessWord {
      let own = AccessWord(tags[key])
      return own == .saysNothing ? both : own
    }
    let forward = Self.exclusion(tags, street, defaults, foot: word(.footForward))
    let backward = Self.exclusion(tags, street, defaults, foot: word(.footBackward))
    let oneWay = Self.oneWay(tags)
    isForward = forward == nil && oneWay != .backward
    isBackward = backward == nil && oneWay != .forward
    // A direction that only `oneway:foot` leaves may be one that `foot:forward` closes.
    let found =
      isForward || isBackward ? nil : forward ?? backward ?? Answer(reason: .forbidden)
    exclusion = found?.reason
    choice = found?.choice
    isForResidents = found?.reason == .private && street.walkable == .yes
    isWalkedInTown =
      found != nil && found?.choice == street.choice && street.walkable == .inTown
      && Self.isSlow(tags)
  }

  /// Which way its lines may be walked.
  public var direction: StreetLines.Direction {
    isForward && isBackward || exclusion != nil ? .both : isForward ? .forward : .backward
  }

  // MARK: The rules

  /// Why it is left out, and what of the table says so.
  private struct Answer: Hashable {
    var reason: WalkExclusion
    var choice: String?
  }

  /// `construction=minor` is on a street in use, `construction=yes` on one that is closed; a class
  /// says what became of it.
  private static func works(_ tags: OSMTags) -> Answer? {
    let isClosed = tags.list(.construction).contains { ["yes", "true", "1"].contains($0) }
    return isClosed ? Answer(reason: .notBuilt) : nil
  }

  private static func hardGoing(_ tags: OSMTags, _ defaults: WalkDefaults) -> Answer? {
    for key in [OSMKey.sacScale, .trailVisibility] {
      if let rule = defaults.mark(key, of: tags), rule.walkable != .yes {
        return Answer(reason: rule.cause, choice: rule.id)
      }
    }
    return nil
  }

  private static func exclusion(
    _ tags: OSMTags, _ street: StreetClass, _ defaults: WalkDefaults, foot: AccessWord
  ) -> Answer? {
    /// Whether the table opens what a mark closes.
    func answer(_ reason: WalkExclusion, _ key: OSMKey, _ value: String) -> Answer? {
      let rule = defaults.mark(key, value)
      if rule?.walkable == .yes { return nil }
      return Answer(reason: reason, choice: rule?.id)
    }
    switch foot {
    case .opens, .opensToVisitors: return nil
    case .closes(.private): return answer(.private, .access, "private")
    case .closes(let reason): return Answer(reason: reason)
    case .saysNothing:
      // A word of `foot` that nobody knows is a word about people all the same.
      if tags[.foot] != nil { return byClass(tags, street, isOpen: false) }
    }
    let access = AccessWord(.access, unless: .accessConditional, of: tags)
    if case .closes(let reason) = access {
      guard reason == .private else { return Answer(reason: reason) }
      if let closed = answer(reason, .access, "private") { return closed }
    }
    for key in [OSMKey.abandoned, .disused] {
      if let rule = defaults.mark(key, of: tags), rule.walkable != .yes {
        return Answer(reason: rule.cause, choice: rule.id)
      }
    }
    if street.isCarriageway, Sidewalks(tags) == .apart, street.walkable != .no,
      let apart = answer(.sidewalkApart, .sidewalk, "separate")
    {
      return apart
    }
    return byClass(tags, street, isOpen: access == .opens)
  }

  private static func byClass(_ tags: OSMTags, _ street: StreetClass, isOpen: Bool) -> Answer? {
    if isOpen || street.walkable == .yes || Sidewalks(tags) == .own { return nil }
    if tags[.segregated] != nil, street.cause == .otherUsers { return nil }
    return Answer(reason: street.cause, choice: street.choice)
  }

  /// Whether vehicles are as slow as in a town, and no sign says that there is nothing for people.
  private static func isSlow(_ tags: OSMTags) -> Bool {
    if Sidewalks(tags) == .none { return false }
    let speeds = tags.list(.maxspeed).compactMap { speed -> Double? in
      guard let number = Double(speed.prefix { $0.isNumber || $0 == "." }) else { return nil }
      return speed.contains("mph") ? number * 1.609 : number
    }
    return speeds.allSatisfy { $0 <= 70 }
  }

  private static func oneWay(_ tags: OSMTags) -> StreetLines.Direction {
    for value in tags.list(.onewayFoot) {
      switch value {
      case "yes", "true", "1": return .forward
      case "-1", "reverse": return .backward
      case "no", "false", "0": return .both
      default: break
      }
    }
    let carriers = ["steps", "footway", "corridor", "path", "pedestrian"]
    guard carriers.contains(where: { tags.has(.highway, $0) }), tags.isSet(.conveying) else {
      return .both
    }
    let (way, moves) = (tags.list(.oneway), tags.list(.conveying))
    if way.contains("no") || moves.contains("reversible") { return .both }
    let isForward = moves.contains("forward")
    let isBackward = moves.contains("backward")
    if isForward != isBackward { return isForward ? .forward : .backward }
    if isForward { return .both }
    // `conveying=yes` says that it moves, and `oneway` which way.
    if way.contains(where: { ["yes", "true", "1"].contains($0) }) { return .forward }
    if way.contains(where: { ["-1", "reverse"].contains($0) }) { return .backward }
    return .both
  }
}
