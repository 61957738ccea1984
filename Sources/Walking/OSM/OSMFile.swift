/// What a file of OpenStreetMap data says about streets: ways, their nodes and the tags that
/// matter.
///
/// Ways and nodes come in ascending order of their ids, whatever the order in the file; of an
/// object that is there twice the first counts. `streets(in:workers:)` makes a network's lines of
/// it.
public struct OSMFile: Sendable {
  /// Where the nodes of the ways are, in degrees (WGS 84).
  public struct Extent: Sendable, Hashable {
    /// Western edge.
    let minLongitude: Double
    /// Southern edge.
    let minLatitude: Double
    /// Eastern edge.
    let maxLongitude: Double
    /// Northern edge.
    let maxLatitude: Double

    /// The middle: where a metric CRS for the data may be centred.
    public var centre: (longitude: Double, latitude: Double) {
      ((minLongitude + maxLongitude) / 2, (minLatitude + maxLatitude) / 2)
    }
  }

  /// As given.
  public let path: String
  /// The day that the data is of, if the header says so: `2016-03-07T20:22:02Z`.
  public let replicationTimestamp: String?
  /// The program that wrote the file, if the header says so.
  public let generator: String?
  /// Number of nodes in the file, those of no way included.
  public let nodesInFile: Int
  /// Number of ways in the file, those that are no streets included.
  let waysInFile: Int
  /// Number of ways that were there again and were passed over.
  let repeatedWays: Int
  /// Of the streets; `nil` if none has a node with a position.
  public let extent: Extent?

  /// Per node, ascending.
  let nodeIDs: [Int64]
  /// Per node; `nan` where a way refers to a node that the file lacks.
  let longitudes: [Double]
  /// See `longitudes`.
  let latitudes: [Double]
  /// Per node: whether a way or area that may be a street has it, and not only what is in the way.
  let streetNodes: [Bool]
  /// Nodes with tags that matter, ascending, and the sets of their tags.
  let taggedNodes: [(node: Int32, tags: Int32)]
  /// Ways, or members of the relations below, per way ascending.
  let ways: Features
  /// Multipolygons; their `references` are indices of ways, -1 for one that the file lacks.
  let relations: Features
  /// Each set once, whoever has it.
  let tagSets: [OSMTags]

  /// Objects that refer to others.
  struct Features: Sendable {
    var ids: [Int64] = []
    /// Indices into `tagSets`.
    var tags: [Int32] = []
    /// Object `i` refers to `references[offsets[i]..<offsets[i + 1]]`.
    var offsets: [Int] = [0]
    var references: [Int32] = []

    var count: Int { ids.count }
    func range(of index: Int) -> Range<Int> { offsets[index]..<offsets[index + 1] }
  }

  init(
    path: String, replicationTimestamp: String?, generator: String?, nodesInFile: Int,
    waysInFile: Int, repeatedWays: Int, nodeIDs: [Int64], longitudes: [Double],
    latitudes: [Double], taggedNodes: [(node: Int32, tags: Int32)], ways: Features,
    relations: Features, tagSets: [OSMTags]
  ) {
    self.path = path
    self.replicationTimestamp = replicationTimestamp
    self.generator = generator
    self.nodesInFile = nodesInFile
    self.waysInFile = waysInFile
    self.repeatedWays = repeatedWays
    self.nodeIDs = nodeIDs
    self.longitudes = longitudes
    self.latitudes = latitudes
    self.taggedNodes = taggedNodes
    self.ways = ways
    self.relations = relations
    self.tagSets = tagSets
    let streetNodes = Self.streetNodes(
      nodeIDs.count, ways: ways, relations: relations, tagSets: tagSets)
    self.streetNodes = streetNodes
    var west = Double.infinity
    var east = -Double.infinity
    var south = Double.infinity
    var north = -Double.infinity
    for node in longitudes.indices where streetNodes[node] && !longitudes[node].isNaN {
      west = min(west, longitudes[node])
      east = max(east, longitudes[node])
      south = min(south, latitudes[node])
      north = max(north, latitudes[node])
    }
    extent =
      west > east
      ? nil
      : Extent(minLongitude: west, minLatitude: south, maxLongitude: east, maxLatitude: north)
  }

  private static func streetNodes(
    _ count: Int, ways: Features, relations: Features, tagSets: [OSMTags]
  ) -> [Bool] {
    let mayBeStreet = tagSets.map(\.mayBeStreet)
    var isStreet = ways.tags.map { mayBeStreet[Int($0)] }
    for relation in 0..<relations.count where mayBeStreet[Int(relations.tags[relation])] {
      for way in relations.references[relations.range(of: relation)] where way >= 0 {
        isStreet[Int(way)] = true
      }
    }
    var result = [Bool](repeating: false, count: count)
    for way in 0..<ways.count where isStreet[way] {
      for place in ways.range(of: way) { result[Int(ways.references[place])] = true }
    }
    return result
  }
}
