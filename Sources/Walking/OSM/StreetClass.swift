internal import GeoData

/// The class of a way: what it is by nature, before anybody's access to it.
struct StreetClass {
  let name: String
  let kind: StreetDefaults.Kind
  /// Never walked on, whatever other tags say.
  let exclusionByNature: WalkExclusion?
  /// Whether people walk on it where other tags say nothing.
  let walkable: StreetDefaults.Walkable
  /// Why not, where they do not.
  let cause: WalkExclusion
  /// What of the table says so.
  let choice: String
  let area: Walkability.Area

  /// For vehicles, with or without a sidewalk.
  var isCarriageway: Bool { kind == .road || kind == .drive }

  /// `nil` for what is no street, path or area to walk on.
  init?(_ tags: OSMTags, _ defaults: WalkDefaults) {
    let rule: WalkDefaults.Rule?
    if tags[.highway] != nil {
      let values = tags.list(.highway)
      // Of a list the first that is known; what is not built is known, too.
      let highway =
        values.first { defaults.classes[$0] != nil || defaults.notBuilt.contains($0) }
        ?? values.first ?? ""
      guard !defaults.notStreets.contains(highway) else { return nil }
      name = highway
      exclusionByNature = defaults.notBuilt.contains(highway) ? .notBuilt : nil
      rule = defaults.classes[highway]
      area =
        tags.has(.area, "yes") || highway == "platform" && !tags.has(.area, "no") ? .open : .none
    } else if tags.has(.route, "ferry") {
      (name, exclusionByNature, area) = ("ferry", .ferry, .none)
      rule = nil
    } else if tags.has(.railway, "platform") || tags.has(.publicTransport, "platform") {
      (name, exclusionByNature) = ("platform", nil)
      area = tags.has(.area, "no") ? .none : .open
      rule = defaults.classes[name]
    } else if tags.has(.manMade, "pier") {
      (name, exclusionByNature) = ("pier", nil)
      area = tags.has(.area, "no") ? .none : .open
      rule = defaults.classes[name]
    } else if tags.has(.amenity, "parking"), Self.isAtGrade(tags[.parking]) {
      // Cars stand on it: people keep to the edge, or to the aisles that are drawn as streets.
      (name, exclusionByNature, area) = ("parking", nil, .edge)
      rule = defaults.classes[name]
    } else if tags.has(.place, "square") {
      // The name of a place, with whatever lies on it: lawns, carriageways.
      (name, exclusionByNature, area) = ("square", nil, .edge)
      rule = defaults.classes[name]
    } else {
      return nil
    }
    let own = rule?.walkable ?? .no
    kind = rule?.kind ?? .path
    if own != .no, kind == .road || kind == .drive,
      let fast = defaults.mark(.motorroad, of: tags), fast.walkable != .yes
    {
      (walkable, cause, choice) = (.no, fast.cause, fast.id)
    } else {
      (walkable, cause, choice) = (own, rule?.cause ?? .unknownClass, rule?.id ?? "road")
    }
  }

  private static func isAtGrade(_ parking: String?) -> Bool {
    switch parking {
    case "underground", "multi-storey", "rooftop", "garage_boxes", "carports", "sheds": false
    default: true
    }
  }
}
