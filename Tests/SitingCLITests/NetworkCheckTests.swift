import Foundation
import TestSupport
import Testing

@testable import SitingCLI

/// The program with a network of streets.
@Suite("Checks on a network")
struct NetworkCheckTests {
  /// A parcel and a nursery 111 m apart, on the two sides of a river.
  private static func write(_ scratch: ScratchFolder, bridge: Bool) throws {
    func feature(_ properties: String, _ type: String, _ coordinates: String) -> String {
      GeoJSONText.feature(properties, "{\"type\":\"\(type)\",\"coordinates\":\(coordinates)}")
    }
    func layer(_ features: String...) -> String {
      GeoJSONText.collection(features)
    }
    try scratch.write(
      layer(feature("\"id\":\"A\",\"urban\":true", "Point", "[117.005,34]")), to: "parcels.geojson")
    try scratch.write(
      layer(feature("\"id\":\"F\",\"kind\":\"nursery\"", "Point", "[117.005,34.001]")),
      to: "facilities.geojson")
    let banks = [
      feature("", "LineString", "[[117,34],[117.005,34],[117.01,34]]"),
      feature("", "LineString", "[[117,34.001],[117.005,34.001],[117.01,34.001]]"),
    ]
    let crossing = feature("", "LineString", "[[117.005,34],[117.005,34.001]]")
    try scratch.write(
      GeoJSONText.collection(banks + (bridge ? [crossing] : [])), to: "streets.geojson")
  }

  private func check(_ scratch: ScratchFolder, _ more: String...) throws -> Program.Run {
    try Program.run(
      [
        "check", "--parcels", scratch.path("parcels.geojson"), "--facilities",
        scratch.path("facilities.geojson"), "--pack", "gb50180-2018", "--outputs", "findings.csv",
        "--lang", "en", "--out", scratch.path("out"),
      ] + more)
  }

  private func verdict(_ scratch: ScratchFolder) throws -> String {
    let rows = try String(contentsOfFile: scratch.path("out/findings.csv"), encoding: .utf8)
    let row = try #require(
      rows.split(separator: "\n").first { $0.hasPrefix("gb50180-2018,nursery-radius,") })
    return row.split(separator: ",", omittingEmptySubsequences: false)[6...7]
      .joined(separator: " ")
  }

  @Test("streets that a river parts leave open what a circle passes, and a bridge settles it")
  func river() throws {
    let scratch = try ScratchFolder()
    try Self.write(scratch, bridge: false)
    #expect(try check(scratch).status == 0)
    #expect(try verdict(scratch) == "pass straight_line")
    let parted = try check(scratch, "--network", scratch.path("streets.geojson"))
    #expect(parted.status == 0, "\(parted.errors)")
    #expect(parted.errors.contains("2 km of streets to walk; 0 parcels and 0 facilities"))
    // Whether there is no bridge, or the streets lack it, is not known.
    #expect(try verdict(scratch) == "unknown ")
    try Self.write(scratch, bridge: true)
    #expect(try check(scratch, "--network", scratch.path("streets.geojson")).status == 0)
    #expect(try verdict(scratch) == "pass ")
  }

  @Test("a network that cannot be used ends the run with a word on it, and nothing is written")
  func faults() throws {
    let scratch = try ScratchFolder()
    try Self.write(scratch, bridge: true)
    let absent = try check(scratch, "--network", scratch.path("no.osm.pbf"))
    #expect(absent.status == 66)
    #expect(absent.errors.contains("no.osm.pbf: no such file; check the path of the network"))
    let points = try check(scratch, "--network", scratch.path("parcels.geojson"))
    #expect(points.status == 65)
    #expect(points.errors.contains("parcels.geojson: holds no lines; a network is"))
    try scratch.write("not a network", to: "broken.walknet")
    let broken = try check(scratch, "--network", scratch.path("broken.walknet"))
    #expect(broken.status == 65)
    #expect(broken.errors.contains("broken.walknet"))
    #expect(try !scratch.names().contains("out"))
  }
}
