import Foundation
import Planar
import TestSupport
import Testing

@testable import SitingCLI

@Suite("Catchments")
struct CatchmentTests {
  private struct Area {
    let facility: String
    let area: Double
    let form: String?
    let offset: Double?
    let depth: Double?
    /// Rings of its polygons, as they are printed.
    let rings: [[[Double]]]
  }

  /// What the command draws of a case, by facility and then from near to far.
  private static func areas(_ name: String, _ options: String...) throws -> [Area] {
    let scratch = try ScratchFolder()
    let run = try Program.run(
      ["catchment", "--project", TestData.path("cases/catchments/\(name)/project.yaml")] + options
        + ["--out", scratch.path("out.geojson"), "--quiet"])
    #expect(run.status == 0, "\(run.errors)")
    let data = try Data(contentsOf: URL(fileURLWithPath: scratch.path("out.geojson")))
    let layer = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let features = try #require(layer["features"] as? [[String: Any]])
    return try features.map { feature in
      let properties = try #require(feature["properties"] as? [String: Any])
      let geometry = try #require(feature["geometry"] as? [String: Any])
      return Area(
        facility: try #require(properties["facility"] as? String),
        area: try #require((properties["area_m2"] as? NSNumber)?.doubleValue),
        form: properties["form"] as? String,
        offset: (properties["offset_metres"] as? NSNumber)?.doubleValue,
        depth: (properties["depth_metres"] as? NSNumber)?.doubleValue,
        rings: try #require(geometry["coordinates"] as? [[[Double]]]))
    }
  }

  private static func contains(_ rings: [[[Double]]], _ x: Double, _ y: Double) -> Bool {
    var isInside = false
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst()) where (a[1] > y) != (b[1] > y) {
        if x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) { isInside.toggle() }
      }
    }
    return isInside
  }

  /// Square metres of a small area, with its own parallel as long as it is.
  private static func squareMetres(_ rings: [[[Double]]]) -> Double {
    let latitude = 34.44 * Double.pi / 180
    let east = 111_412.84 * cos(latitude) - 93.5 * cos(3 * latitude)
    let north = 111_132.92 - 559.82 * cos(2 * latitude) + 1.175 * cos(4 * latitude)
    return abs(
      rings.reduce(0) { sum, ring in
        sum
          + zip(ring, ring.dropFirst()).reduce(0) {
            $0 + ($1.0[0] - 115.65) * ($1.1[1] - 34.44) - ($1.1[0] - 115.65) * ($1.0[1] - 34.44)
          } * east * north / 2
      })
  }

  @Test(
    "a facility off its street lies in its own area",
    .enabled(if: TestData.has("cases/catchments"), TestData.advice))
  func ownArea() throws {
    for offset in ["1", "5", "25"] {
      for area in try Self.areas(
        "k01-facility-20m-off", "--minutes", "1,5,15", "--offset", offset)
      {
        #expect(Self.contains(area.rings, 115.65, 34.44018029))
      }
    }
  }

  @Test(
    "another facility far off changes nothing",
    .enabled(if: TestData.has("cases/catchments"), TestData.advice))
  func anotherFacility() throws {
    let alone = try Self.areas("t01-one-facility", "--minutes", "5,10,15")
    let both = try Self.areas("t02-another-far-off", "--minutes", "5,10,15")
      .filter { $0.facility == "F" }
    #expect(alone.count == 3)
    #expect(alone.map(\.rings) == both.map(\.rings))
    #expect(alone.map(\.area) == both.map(\.area))
  }

  @Test(
    "25 m are 25 m, and the area is that of what is drawn",
    .enabled(if: TestData.has("cases/catchments"), TestData.advice))
  func offset() throws {
    for offset in [2.0, 25, 100] {
      let areas = try Self.areas(
        "k03-nested-diagonal", "--metres", "200,600", "--offset", "\(offset)", "--facilities",
        TestData.path("cases/catchments/k03-nested-diagonal/facilities.geojson"))
      for (area, metres) in zip(areas, [200.0, 600]) {
        #expect(abs(Self.squareMetres(area.rings) / area.area - 1) < 1e-3)
        // A street to both sides, 3 m of it on the way there, and half a circle at each end.
        let street = 4 * offset * (metres - 3)
        #expect(area.area > 0.97 * street + 2.6 * offset * offset)
        #expect(area.area < 1.03 * (street + 4 * offset * 3) + 3.2 * offset * offset)
      }
    }
  }

  @Test(
    "both forms say what they are, and blocks hold the streets",
    .enabled(if: TestData.has("cases/catchments"), TestData.advice))
  func forms() throws {
    for name in ["t01-one-facility", "k01-facility-20m-off"] {
      let streets = try Self.areas(name)
      let blocks = try Self.areas(name, "--form", "blocks")
      let deep = try Self.areas(name, "--form", "blocks", "--depth", "200.5", "--offset", "30")
      #expect(streets.allSatisfy { $0.form == "streets" && $0.offset == 25 && $0.depth == nil })
      #expect(blocks.allSatisfy { $0.form == "blocks" && $0.offset == 25 && $0.depth == 150 })
      #expect(deep.allSatisfy { $0.form == "blocks" && $0.offset == 30 && $0.depth == 200.5 })
      for (street, block) in zip(streets, blocks) { #expect(block.area >= street.area) }
      for (block, deep) in zip(blocks, deep) { #expect(deep.area > block.area) }
    }
    let both = try Self.areas("t02-another-far-off", "--form", "blocks")
    #expect(
      try Self.areas("t01-one-facility", "--form", "blocks").map(\.rings)
        == both.filter { $0.facility == "F" }.map(\.rings))
  }

  @Test(
    "what cannot be drawn is wrong usage, and says what can",
    arguments: [
      (["--offset", "0"], "at least 1 and at most 500"),
      (["--offset", "0.5"], "at least 1 and at most 500"),
      (["--offset=-3"], "at least 1 and at most 500"),
      (["--offset", "nan"], "at least 1 and at most 500"),
      (["--offset", "inf"], "at least 1 and at most 500"),
      (["--offset", "501"], "at least 1 and at most 500"),
      (["--form", "squares"], "'squares' is invalid"),
      (["--form", "blocks", "--radius", "300"], "--form blocks is for walks"),
      (["--depth", "100"], "--depth is for --form blocks"),
      (["--form", "blocks", "--depth", "37"], "at least 37.5 (1.5 times the offset of 25.0)"),
      (["--form", "blocks", "--depth", "nan"], "at least 37.5"),
      (["--form", "blocks", "--depth=-1"], "at least 37.5"),
      (["--form", "blocks", "--depth", "1001"], "at most 1000"),
      (["--form", "blocks", "--depth", "150", "--offset", "200"], "at least 300.0"),
      (["--minutes", "0"], "above 0 and at most 819"),
      (["--minutes=-5"], "above 0 and at most 819"),
      (["--minutes", "5,,10"], "not '5,,10'"),
      (["--minutes", "5,nan"], "not '5,nan'"),
      (["--minutes", "inf"], "above 0 and at most 819"),
      (["--minutes", "820"], "(49152 m at 60.0 m a minute)"),
      (["--minutes", "15", "--speed", "600", "--metres", "1e9"], "at most 49152"),
      (["--metres", "0"], "metres of walking above 0"),
      (["--metres", "49153"], "at most 49152"),
      (["--radius", "0"], "above 0 and at most 100000"),
      (["--radius", "1e300"], "above 0 and at most 100000"),
      (["--speed", "0"], "above 0 and at most 600"),
      (["--speed", "nan"], "above 0 and at most 600"),
    ])
  func usage(options: [String], says: String) throws {
    let run = try Program.run(["catchment", "--facilities", "none.geojson"] + options)
    #expect(run.status == 64)
    #expect(run.errors.contains(says), "\(run.errors)")
  }
}
