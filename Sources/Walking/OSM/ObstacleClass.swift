extension StreetObstacles.Kind {
  /// What a way of OpenStreetMap is in the way of; `nil`: of nobody.
  ///
  /// - Parameter tags: All of its tags; what does not matter is ignored.
  public init?(ofWay tags: [String: String]) {
    guard let kind = ObstacleClass.kind(OSMTags(tags)) else { return nil }
    self = kind
  }
}

/// What nobody walks straight across, by its tags.
enum ObstacleClass {
  private static let waters: Set<String> = ["river", "canal", "stream", "riverbank", "dock"]
  private static let rails: Set<String> = [
    "rail", "light_rail", "subway", "narrow_gauge", "monorail", "funicular", "preserved",
  ]
  private static let walls: Set<String> = [
    "wall", "fence", "city_wall", "retaining_wall", "hedge", "guard_rail",
  ]
  private static let roads: Set<String> = ["motorway", "motorway_link"]

  /// What of a file is read for it.
  static let selectors: [String] =
    ["natural=water", "landuse=reservoir"] + waters.sorted().map { "waterway=\($0)" }
    + rails.sorted().map { "railway=\($0)" } + walls.sorted().map { "barrier=\($0)" }

  /// Whether only the outline is in the way, or the line.
  static func isArea(_ tags: OSMTags) -> Bool {
    tags.has(.natural, "water") || tags.has(.landuse, "reservoir")
      || tags.has(.waterway, "riverbank") || tags.has(.waterway, "dock")
  }

  /// `nil` for what is in nobody's way, because one can walk across, below or above it.
  static func kind(_ tags: OSMTags) -> StreetObstacles.Kind? {
    if isPassable(tags) { return nil }
    if isArea(tags) { return tags.has(.intermittent, "yes") ? nil : .water }
    if tags.list(.waterway).contains(where: waters.contains) { return .water }
    if tags.list(.railway).contains(where: rails.contains) { return .railway }
    if tags.list(.highway).contains(where: roads.contains) || tags.has(.motorroad, "yes") {
      return .motorway
    }
    // A street may have a wall as its `barrier`: it is a street.
    if tags[.highway] == nil, tags.list(.barrier).contains(where: walls.contains) { return .wall }
    return nil
  }

  private static func isPassable(_ tags: OSMTags) -> Bool {
    if tags.isSet(.bridge) || tags.isSet(.tunnel) || tags.has(.location, "underground") {
      return true
    }
    if tags.isSet(.covered) { return true }
    let layers = tags.list(.layer).compactMap { Double($0) }
    // A river has the layer of its bed, and walls stand on whatever they stand on.
    guard tags[.railway] != nil || tags[.highway] != nil else { return false }
    return layers.contains { $0 != 0 }
  }
}
