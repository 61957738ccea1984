internal import Planar
public import Planning
internal import Walking
public import Workers

extension DatumReference {
  /// What has a name in a file of OpenStreetMap data.
  ///
  /// - Throws: `NetworkLoadError`.
  public init(osm path: String, workers: Workers) throws {
    let found: OSMNames
    do {
      found = try OSMNames(contentsOf: path, workers: workers)
    } catch {
      throw NetworkLoadError.unreadable("\(error)")
    }
    self.init()
    names = found.places.map { ($0.name, Point(x: $0.longitude, y: $0.latitude)) }
    for street in found.streets where street.longitudes.count > 1 {
      for (x, y) in zip(street.longitudes, street.latitudes) { streets.appendVertex(x: x, y: y) }
      streets.endRing()
      streets.endPart()
      streets.endRow(.lineString)
      streetNames.append(street.name)
    }
  }
}
