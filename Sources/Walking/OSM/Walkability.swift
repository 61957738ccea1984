/// Whether, and which way, people may walk along a way of OpenStreetMap.
///
/// The rules, in the order in which they decide:
/// 1. Ferries are no part of a walking network: they leave by a timetable, so that no distance or
///    speed says how long they take.
/// 2. What is not built, or torn down (`highway=construction`, `proposed` …, `construction=*` other
///    than minor works) is not walked on, whatever else is said of it.
/// 3. `foot` (or `foot:forward`, `foot:backward`) decides before `access`; tags of other users say
///    nothing. `no`, `private` and words for a few users only close; `yes`, `permissive`,
///    `designated` open, also a motorway; words nobody knows say nothing.
/// 4. Where no `foot` is stated and the sidewalk is drawn as a way of its own (`sidewalk=separate`
///    on a side, and none on the carriageway itself), that way is walked on and this one is not.
/// 5. Else the class decides (`StreetClass`): motorways, trunk roads and motorroads are walked on
///    only where they have a sidewalk; cycleways, bridleways and busways only where `foot` or
///    `access` says so, as their default differs from country to country; a class that nobody
///    knows (`highway=road` too) never by itself: unknown is not yes.
/// 6. `oneway` is for vehicles. `oneway:foot` binds people, and so does `conveying` on an escalator
///    or a moving walkway.
///
/// Conditions (`foot:conditional`, `opening_hours`), surface and steepness are not looked at.
///
/// Source: OpenStreetMap Wiki, *Key:access*, *Key:foot*, *Key:sidewalk*, *Key:conveying*,
/// *OSM tags for routing/Access restrictions*.
public struct Walkability: Sendable, Hashable {
  /// Whether a closed way is an area, and what that means for people.
  public enum Area: UInt8, Sendable, Hashable {
    /// A line, also where it ends at its start.
    case none
    /// People walk along its edge.
    case edge
    /// People walk along its edge and across.
    case open
  }

  /// The value of `highway`, or `platform`, `pier`, `parking`, `square`, `ferry`.
  let streetClass: String
  /// Whether it may be walked from its first node to its last.
  let isForward: Bool
  /// Whether it may be walked from its last node to its first.
  let isBackward: Bool
  /// Why not; `nil` if it may be walked at least one way.
  public let exclusion: WalkExclusion?
  /// What it is if it is closed.
  public let area: Area

  /// The answer for a way (or a multipolygon, which is always closed).
  ///
  /// - Parameter tags: All of its tags; what does not matter is ignored.
  /// - Returns: `nil` for what is no street, path or area to walk on: a building, a railway.
  public init?(ofWay tags: [String: String]) { self.init(OSMTags(tags)) }

  init?(_ tags: OSMTags) {
    guard let kind = StreetClass(tags) else { return nil }
    streetClass = kind.name
    area = kind.area
    if let never = kind.exclusionByNature ?? Self.works(tags) {
      exclusion = never
      isForward = false
      isBackward = false
      return
    }
    let forward = Self.exclusion(tags, kind, foot: tags[.footForward] ?? tags[.foot])
    let backward = Self.exclusion(tags, kind, foot: tags[.footBackward] ?? tags[.foot])
    let oneWay = Self.oneWay(tags)
    isForward = forward == nil && oneWay != .backward
    isBackward = backward == nil && oneWay != .forward
    // A direction that only `oneway:foot` leaves may be one that `foot:forward` closes.
    exclusion = isForward || isBackward ? nil : forward ?? backward ?? .forbidden
  }

  /// Which way its lines may be walked.
  public var direction: StreetLines.Direction {
    isForward && isBackward || exclusion != nil ? .both : isForward ? .forward : .backward
  }

  // MARK: The rules

  /// What `foot` or `access` means for people on foot.
  private enum Word {
    case opens
    case closes(WalkExclusion)
    case saysNothing

    init(_ value: String?) {
      switch value {
      case "yes", "permissive", "designated", "official", "public", "optional_sidepath":
        self = .opens
      case "no": self = .closes(.forbidden)
      case "private", "residents", "permit": self = .closes(.private)
      case "agricultural", "forestry", "delivery", "military", "emergency", "employees", "staff":
        self = .closes(.reserved)
      case "use_sidepath", "separate": self = .closes(.sidewalkApart)
      default: self = .saysNothing
      }
    }
  }

  /// `construction=minor` is on a street in use, `construction=yes` on one that is closed.
  private static func works(_ tags: OSMTags) -> WalkExclusion? {
    switch tags[.construction] {
    case nil, "no", "minor", "widening": nil
    default: .notBuilt
    }
  }

  private static func exclusion(
    _ tags: OSMTags, _ kind: StreetClass, foot: String?
  ) -> WalkExclusion? {
    switch Word(foot) {
    case .opens: return nil
    case .closes(let reason): return reason
    case .saysNothing: break
    }
    if foot == nil {
      if case .closes(let reason) = Word(tags[.access]) { return reason }
      let sidewalk = Sidewalk(tags)
      if kind.isCarriageway && sidewalk == .apart { return .sidewalkApart }
      if case .opens = Word(tags[.access]) { return nil }
      if kind.defaultExclusion == .fastRoad && sidewalk == .own { return nil }
      return kind.defaultExclusion
    }
    // `foot=destination` and the like are for people with a reason to be there: they walk.
    let isForSome = foot == "destination" || foot == "customers"
    return isForSome ? nil : kind.defaultExclusion
  }

  /// Where people walk beside a carriageway, as far as its tags say so.
  private enum Sidewalk {
    case own
    case apart
    case notStated

    init(_ tags: OSMTags) {
      let sides = [
        tags[.sidewalk], tags[.sidewalkBoth], tags[.sidewalkLeft], tags[.sidewalkRight],
      ]
      let isOwn = sides.contains { ["yes", "both", "left", "right"].contains($0) }
      self = isOwn ? .own : sides.contains("separate") ? .apart : .notStated
    }
  }

  private static func oneWay(_ tags: OSMTags) -> StreetLines.Direction {
    switch tags[.onewayFoot] {
    case "yes", "true", "1": return .forward
    case "-1", "reverse": return .backward
    case "no", "false", "0": return .both
    default: break
    }
    guard ["steps", "footway", "corridor", "path", "pedestrian"].contains(tags[.highway]),
      tags[.oneway] != "no"
    else { return .both }
    return switch tags[.conveying] {
    case "forward": .forward
    case "backward": .backward
    default: .both
    }
  }
}
