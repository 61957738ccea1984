import Foundation
import TestSupport
import Testing

@testable import Geodesy

@Suite("Numbers from elsewhere", .enabled(if: TestData.has("reference"), TestData.advice))
struct ReferenceTests {
  private func rows(_ path: String) throws -> [[String]] {
    try TestData.text(path).split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("shifts of web maps agree with public vectors")
  func shiftVectors() throws {
    var count = 0
    for row in try rows("reference/coords/vectors.csv") {
      guard var tolerance = Double(row[7]) else { continue }  // disputed
      // The vector is of the usual one-step inverse, which is 5 cm off the exact one here.
      if row[2] == "bd09_to_gcj02" { tolerance = 0.06 }
      let values = try row[3...6].map { try #require(Double($0)) }
      let names = row[2].split(separator: "_")
      let transformer = try CoordinateTransform(
        from: CRS(parsing: String(names[0])), to: CRS(parsing: String(names[2]))
      ).makeTransformer()
      let moved = try #require(transformer.transform(x: values[0], y: values[1]))
      let metres = Geodesic.wgs84.distanceMetres(
        fromLongitude: moved.x, latitude: moved.y, toLongitude: values[2], latitude: values[3])
      #expect(metres <= tolerance, "\(row[0]): \(metres) m")
      count += 1
    }
    #expect(count == 10)
  }

  private struct City: Decodable {
    struct Coordinates: Decodable {
      enum CodingKeys: String, CodingKey {
        case wgs84 = "WGS84"
        case gcj02 = "GCJ02"
        case bd09 = "BD09"
      }
      let wgs84: [Double]
      let gcj02: [Double]
      let bd09: [Double]
    }
    let coords: Coordinates
  }

  @Test("664 cities are shifted as gcoord shifts them")
  func cities() throws {
    let json = Data(try TestData.text("reference/coords/china-cities.json").utf8)
    let cities = try JSONDecoder().decode([City].self, from: json)
    #expect(cities.count == 664)
    for (crs, path) in [(CRS.gcj02, \City.Coordinates.gcj02), (CRS.bd09, \.bd09)] {
      let transformer = try CoordinateTransform(from: .wgs84, to: crs).makeTransformer()
      for city in cities {
        let wgs = city.coords.wgs84
        let moved = try #require(transformer.transform(x: wgs[0], y: wgs[1]))
        let expected = city.coords[keyPath: path]
        #expect(abs(moved.x - expected[0]) < 7.5e-6 && abs(moved.y - expected[1]) < 7.5e-6)
      }
    }
  }

  @Test("compounds found in OpenStreetMap and on Baidu's map fall on each other")
  func anchors() throws {
    let transformer = try CoordinateTransform(from: .bd09, to: .wgs84).makeTransformer()
    for row in try rows("reference/coords/bd09-vs-osm-anchors.csv") {
      let values = try row[1...5].map { try #require(Double($0)) }
      let moved = try #require(transformer.transform(x: values[2], y: values[3]))
      let metres = Geodesic.wgs84.distanceMetres(
        fromLongitude: moved.x, latitude: moved.y, toLongitude: values[0], latitude: values[1])
      #expect(abs(metres - values[4]) < 1.5, "\(row[0]): \(metres) m")
    }
  }

  @Test(
    "GIGS cases of projections hold",
    arguments: [
      ("5101.1-jhs", 177), ("5101.2-jhs", 69), ("5101.3-jhs", 69), ("5101.4-jhs-etmerc", 69),
      ("5102.1", 57), ("5108", 51), ("5109", 39), ("5111.1", 105),
    ])
  func gigs(name: String, expected: Int) throws {
    let cases = GIGSCase.parse(try TestData.text("reference/proj-gie/gigs-\(name).gie"))
    #expect(cases.count == expected)
    for test in cases { try test.check() }
  }
}
