internal import COsmium
public import Workers

/// What in a file of OpenStreetMap data has a name, and where: streets as lines, all else as a point. In degrees of
/// WGS 84.
public struct OSMNames: Sendable {
  /// Something with a name that is no street: of a way or an area the middle of what is around it.
  public struct Place: Sendable, Hashable {
    /// As the file has it.
    public let name: String
    /// Degrees.
    public let longitude: Double
    /// Degrees.
    public let latitude: Double
  }

  /// A street with a name; nodes that the file lacks are left out.
  public struct Street: Sendable, Hashable {
    /// As the file has it.
    public let name: String
    /// Degrees, one per vertex.
    public let longitudes: [Double]
    /// Degrees, one per vertex.
    public let latitudes: [Double]
  }

  /// Points, then ways, then relations, each by id.
  public private(set) var places: [Place] = []
  /// By id.
  public private(set) var streets: [Street] = []

  private static let keys = ["name", "highway"]

  /// Reads `.osm.pbf`, `.osm`, `.osm.gz` or `.osm.bz2`; the content tells which it is.
  ///
  /// - Throws: `OSMError`.
  public init(contentsOf path: String, workers: Workers) throws(OSMError) {
    try OSMFile.read(
      path, selectors: ["name"], keys: Self.keys, keepsPoints: true, workers: workers
    ) { read($0) }
  }

  private mutating func read(_ contents: siting_osm_contents) {
    let tags = Self.tags(contents)
    for point in 0..<contents.point_count {
      let own = tags[Int(contents.point_sets[point])]
      guard let name = own.name, !own.isStreet else { continue }
      places.append(
        Place(
          name: name, longitude: contents.point_longitudes[point],
          latitude: contents.point_latitudes[point]))
    }
    func line(_ way: Int) -> (longitudes: [Double], latitudes: [Double]) {
      let nodes = (contents.way_offsets[way]..<contents.way_offsets[way + 1])
        .map { Int(contents.way_nodes[Int($0)]) }
        .filter { !contents.longitudes[$0].isNaN }
      return (nodes.map { contents.longitudes[$0] }, nodes.map { contents.latitudes[$0] })
    }
    for way in 0..<contents.way_count {
      let own = tags[Int(contents.way_sets[way])]
      guard let name = own.name else { continue }
      let (longitudes, latitudes) = line(way)
      if own.isStreet {
        streets.append(Street(name: name, longitudes: longitudes, latitudes: latitudes))
      } else {
        append(name, longitudes, latitudes)
      }
    }
    for relation in 0..<contents.relation_count {
      guard let name = tags[Int(contents.relation_sets[relation])].name else { continue }
      let members =
        (contents.relation_offsets[relation]..<contents.relation_offsets[relation + 1])
        .map { contents.members[Int($0)] }.filter { $0 != UInt32.max }.map { line(Int($0)) }
      append(name, members.flatMap(\.longitudes), members.flatMap(\.latitudes))
    }
  }

  private mutating func append(_ name: String, _ longitudes: [Double], _ latitudes: [Double]) {
    guard let west = longitudes.min(), let east = longitudes.max(),
      let south = latitudes.min(), let north = latitudes.max()
    else { return }
    places.append(
      Place(name: name, longitude: (west + east) / 2, latitude: (south + north) / 2))
  }

  private static func tags(
    _ contents: siting_osm_contents
  ) -> [(name: String?, isStreet: Bool)] {
    return (0..<contents.set_count).map { set in
      var found: (name: String?, isStreet: Bool) = (nil, false)
      for place in Int(contents.set_offsets[set])..<Int(contents.set_offsets[set + 1]) {
        if contents.set_keys[place] == 0 {
          found.name = OSMFile.string(Int(contents.set_values[place]), of: contents)
        } else {
          found.isStreet = true
        }
      }
      return found
    }
  }
}
