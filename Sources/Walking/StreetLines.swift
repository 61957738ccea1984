public import Geodesy

/// Lines that people may walk along, before they become a network.
///
/// A line is a row of vertices. Lines join where they use the same vertex and nowhere else, so that
/// a bridge and the street below it do not join, whatever their coordinates are.
public struct StreetLines: Sendable {
  /// Which way a line may be walked.
  public enum Direction: UInt8, Sendable {
    /// Both ways, as nearly every street.
    case both
    /// Only from its first vertex to its last.
    case forward
    /// Only from its last vertex to its first.
    case backward
  }

  /// Of each vertex: in the metric CRS of the run, metres.
  public var x: [Double]
  /// See `x`.
  public var y: [Double]
  /// Line `i` has the vertices `vertices[offsets[i]..<offsets[i + 1]]`, two or more.
  public var offsets: [Int32]
  /// Indices into `x` and `y`.
  public var vertices: [Int32]
  /// One per line.
  public var directions: [Direction]
  /// One per line: its id in the source (an OSM way, a row of a layer).
  public var sourceIDs: [Int64]
  /// One per line.
  public var traits: [StreetTraits]
  /// What straight pieces between places and streets do not cross.
  public var obstacles = StreetObstacles()
  /// What is crossed straight.
  public var squares = StreetSquares()
  /// Where lines pass gates.
  public var gates = StreetGates()
  /// What metres of the coordinates are on the ground, where lengths are measured.
  public var ground: GroundScale

  /// No lines.
  public init(on ground: GroundScale = .plane) {
    self.ground = ground
    x = []
    y = []
    offsets = [0]
    vertices = []
    directions = []
    sourceIDs = []
    traits = []
  }

  /// The number of lines.
  public var count: Int { directions.count }

  /// Adds a line along vertices that are there.
  public mutating func append(
    _ line: some Sequence<Int32>, direction: Direction = .both, sourceID: Int64,
    traits: StreetTraits = []
  ) {
    vertices.append(contentsOf: line)
    offsets.append(Int32(vertices.count))
    directions.append(direction)
    sourceIDs.append(sourceID)
    self.traits.append(traits)
  }
}
