/// The class of a way: what it is by nature, before anybody's access to it.
struct StreetClass {
  let name: String
  /// Never walked on, whatever other tags say.
  let exclusionByNature: WalkExclusion?
  /// Not walked on unless other tags say so.
  let defaultExclusion: WalkExclusion?
  /// For vehicles, with or without a sidewalk.
  let isCarriageway: Bool
  let area: Walkability.Area

  private static let carriageways: Set<String> = [
    "primary", "primary_link", "secondary", "secondary_link", "tertiary", "tertiary_link",
    "unclassified", "residential", "service",
  ]
  private static let fastRoads: Set<String> = ["motorway", "motorway_link", "trunk", "trunk_link"]
  private static let ways: Set<String> = [
    "footway", "path", "pedestrian", "steps", "living_street", "track", "platform", "pier",
    "corridor", "elevator",
  ]
  private static let forOthers: Set<String> = ["cycleway", "bridleway", "busway", "bus_guideway"]
  private static let notBuilt: Set<String> = [
    "construction", "proposed", "planned", "abandoned", "disused", "razed", "demolished",
    "removed", "dismantled", "destroyed", "no",
  ]
  /// Values for places beside a street, or on it, that are drawn as an outline or a line.
  private static let notStreets: Set<String> = [
    "services", "rest_area", "bus_stop", "bus_station", "emergency_bay", "traffic_island",
    "toll_gantry", "crossing",
  ]

  /// `nil` for what is no street, path or area to walk on.
  init?(_ tags: OSMTags) {
    if let highway = tags[.highway] {
      guard !Self.notStreets.contains(highway) else { return nil }
      let isMotorroad = tags[.motorroad] == "yes"
      name = highway
      exclusionByNature = Self.notBuilt.contains(highway) ? .notBuilt : nil
      isCarriageway = Self.carriageways.contains(highway) || Self.fastRoads.contains(highway)
      defaultExclusion =
        Self.fastRoads.contains(highway) || isMotorroad && isCarriageway
        ? .fastRoad
        : isCarriageway || Self.ways.contains(highway)
          ? nil : Self.forOthers.contains(highway) ? .otherUsers : .unknownClass
      area = tags[.area] == "yes" || highway == "platform" && tags[.area] != "no" ? .open : .none
      return
    }
    isCarriageway = false
    defaultExclusion = nil
    if tags[.route] == "ferry" {
      (name, exclusionByNature, area) = ("ferry", .ferry, .none)
    } else if tags[.railway] == "platform" || tags[.publicTransport] == "platform" {
      (name, exclusionByNature, area) = ("platform", nil, tags[.area] == "no" ? .none : .open)
    } else if tags[.manMade] == "pier" {
      (name, exclusionByNature, area) = ("pier", nil, tags[.area] == "no" ? .none : .open)
    } else if tags[.amenity] == "parking", Self.isAtGrade(tags[.parking]) {
      // Cars stand on it: people keep to the edge, or to the aisles that are drawn as streets.
      (name, exclusionByNature, area) = ("parking", nil, .edge)
    } else if tags[.place] == "square" {
      // The name of a place, with whatever lies on it: lawns, carriageways.
      (name, exclusionByNature, area) = ("square", nil, .edge)
    } else {
      return nil
    }
  }

  /// Whether what lies on it does not matter on a line: these are outlines or nothing.
  var isAreaOnly: Bool { area == .edge }

  private static func isAtGrade(_ parking: String?) -> Bool {
    switch parking {
    case "underground", "multi-storey", "rooftop", "garage_boxes", "carports", "sheds": false
    default: true
    }
  }
}
