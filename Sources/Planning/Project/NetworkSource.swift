public import GeoData

/// The file of the walking network, and how parcels and facilities are put on it.
public struct NetworkSource: Sendable, Hashable {
  /// OpenStreetMap data, a network saved before, or a layer of lines; `fields` name its columns
  /// `highway`, `foot`, `access`, `oneway`, `level`, `bridge` and `tunnel` where these are others.
  public var source: LayerSource
  /// Ends of lines this near to each other meet, metres; for layers of lines.
  public var tolerance = 0.5
  /// How far from a street a parcel's boundary or gate, or a facility, may be where none is near it,
  /// metres.
  public var snapWithin = 200.0
  /// Without effect: a place meets all streets around it, so that an island keeps nobody from others.
  public var islandsUnder = 500.0

  /// Whether lines of a layer that cross or touch without a vertex are joined there.
  public var joinsCrossings: Bool?
  /// Where people walk if no tag says so: by class or mark of `streets.yaml`, where that is not right.
  public var walkable: [String: StreetDefaults.Walkable] = [:]

  /// A network with the usual limits.
  public init(_ source: LayerSource) { self.source = source }
}
