import Testing

@testable import Geodesy

@Suite("Lengths and areas on the ellipsoid")
struct GeodesicTests {
  /// The coast of Antarctica, the example of GeographicLib's Planimeter.
  private let latitudes = [
    -63.1, -72.9, -71.9, -74.9, -74.3, -77.5, -77.4, -71.7, -65.9, -65.7, -66.6, -66.9, -69.8,
    -70.0, -71.0, -77.3, -77.9, -74.7,
  ]
  private let longitudes = [
    -58.0, -74, -102, -102, -131, -163, 163, 172, 140, 113, 88, 59, 25, -4, -14, -33, -46, -61,
  ]

  private func area(_ longitudes: [Double], _ latitudes: [Double]) -> Double {
    Geodesic.wgs84.signedAreaSquareMetres(longitudes: longitudes.span, latitudes: latitudes.span)
  }

  @Test("Antarctica is as large as Karney's example says")
  func antarctica() {
    let expected = 13_662_703_680_020.1
    // Westward around the south pole is clockwise seen from above it.
    #expect(abs(abs(area(longitudes, latitudes)) - expected) < 1)
    #expect(
      area(longitudes, latitudes) == -area(longitudes.reversed(), latitudes.reversed()))
  }

  @Test("a closed ring and an open one have the same area")
  func closing() {
    let x = [116.0, 116.01, 116.01, 116.0]
    let y = [39.0, 39.0, 39.01, 39.01]
    #expect(abs(area(x, y) - area(x + [116], y + [39])) < 1e-6)
    #expect(area(x, y) > 0)
  }

  @Test("JFK to LHR, from the documentation of GeographicLib")
  func distance() {
    let metres = Geodesic.wgs84.distanceMetres(
      fromLongitude: -73.8, latitude: 40.6, toLongitude: -0.5, latitude: 51.6)
    #expect(abs(metres - 5_551_759.4) < 0.1)
  }
}
