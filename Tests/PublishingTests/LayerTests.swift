import Compliance
import Foundation
import GeoFiles
import Geodesy
import Planar
import Planning
import Rules
import TestSupport
import Testing

@testable import Publishing

@Suite("Layers")
struct LayerTests {
  /// The features of a layer as JSON objects.
  private func features(
    _ name: String, of result: ComplianceResult
  ) async throws -> [[String: Any]] {
    let scratch = try ScratchFolder()
    _ = try await Publication.publish(
      result, to: "\(scratch.path)/out", options: SmallResult.options())
    let json =
      try JSONSerialization.jsonObject(
        with: Data(try scratch.text("out/\(name)").utf8)) as? [String: Any]
    return json?["features"] as? [[String: Any]] ?? []
  }

  private func properties(_ feature: [String: Any]) -> [String: Any] {
    feature["properties"] as? [String: Any] ?? [:]
  }

  @Test("a parcel has its source's columns, its verdict, and those of each rule")
  func parcels() async throws {
    let result = try SmallResult.make()
    let features = try await features("parcels.geojson", of: result)
    #expect(features.compactMap { $0["id"] as? String } == result.city.parcels.rows.ids)
    let first = properties(try #require(features.first))
    #expect(first["source_verdict"] as? String == "新建")
    #expect(first["verdict"] as? String == result.parcelVerdicts[0].name)
    for column in [
      "户数", "flags", "day_care_circle_verdict", "day_care_circle_measured",
      "day_care_circle_required", "day_care_circle_shortfall", "day_care_circle_nearest",
      "day_care_circle_distance", "childcare_places_verdict",
    ] {
      #expect(first.keys.contains(column), "\(column)")
    }
    #expect(!first.keys.contains("childcare_places_nearest"))
    #expect(!first.keys.contains("day_care_size_verdict"))
  }

  @Test("with several packs a rule's columns carry the pack's name")
  func severalPacks() async throws {
    let other = try PackLibrary().pack("gb50180-2018")
    let result = try SmallResult.make(packs: [SmallPack.read(), other])
    let first = properties(try #require(try await features("parcels.geojson", of: result).first))
    #expect(first.keys.contains("small_plan_day_care_circle_verdict"))
    #expect(first.keys.contains("gb50180_2018_nursery_radius_verdict"))
  }

  @Test("our names win against the source's, whatever those are")
  func clashes() throws {
    var source = AttributeTable(rowCount: 1)
    for name in ["verdict", "source_verdict", "other"] {
      source.set(name, .text(TextColumn([name])))
    }
    var table = LayerTable(source: source)
    table.append("verdict", texts: ["ours"])
    table.append("verdict", texts: ["again"])
    #expect(
      table.table.names
        == ["source_source_verdict", "source_verdict", "other", "verdict", "verdict_2"])
  }

  @Test("units have a row each, and the whole city one without geometry")
  func units() async throws {
    let result = try SmallResult.make(side: 7)
    let features = try await features("units.geojson", of: result)
    #expect(features.count == result.city.units.count + 1)
    let last = try #require(features.last)
    #expect(last["geometry"] is NSNull)
    #expect(properties(last)["id"] as? String == "city")
    #expect(properties(last)["city_beds_required"] as? Double == 1200)
    let first = properties(features[0])
    let summary = try #require(result.unitSummaries.first { $0.finding == 0 && $0.unit == 0 })
    #expect(first["day_care_circle_parcels_fail"] as? Int == summary.parcels[1])
  }

  @Test("facilities show how far they are called upon")
  func facilities() async throws {
    let features = try await features("facilities.geojson", of: try SmallResult.make())
    let second = properties(features[1])
    #expect(second["kind"] as? String == "childcare")
    #expect(second["childcare_places_capacity"] as? Double == 2)
    #expect(second["childcare_places_load"] as? Double == 1.5)
    #expect(second["childcare_places_use"] as? Double == 0.75)
    #expect(properties(features[0])["childcare_places_use"] is NSNull)
  }

  @Test("a circle lies within its radius")
  func circle() {
    var column = GeometryColumn()
    let circle = Circle(
      around: Point(x: 512_345.678, y: 3_812_345.678), metres: 384.615384, on: .plane)
    circle.append(to: &column, CircleOutline(segments: 64))
    for vertex in 0..<column.vertexCount {
      let distance = circle.centre.distance(to: Point(x: column.x[vertex], y: column.y[vertex]))
      #expect(distance <= circle.radius + 1e-9)
    }
    let whole = Double.pi * circle.radius * circle.radius
    #expect(column.area(of: 0) < whole && column.area(of: 0) > 0.998 * whole)
  }

  @Test("what lies around an area, or around entrances, is drawn within the distance")
  func offsets() throws {
    var geometry = GeometryColumn()
    for _ in 0..<2 {
      for (x, y) in [(0.0, 0.0), (400, 0), (400, 100), (100, 100), (100, 300), (0, 300), (0, 0)] {
        geometry.appendVertex(x: 512_000 + x, y: 3_812_000 + y)
      }
      geometry.endRing()
      geometry.endPart()
      geometry.endRow(.polygon)
    }
    let rows = try GridCity(side: 2).rows(
      ids: ["park", "gated"], names: [nil, nil], geometry,
      attributes: AttributeTable(rowCount: 2))
    var facilities = Facilities(rows: rows, kind: [0, 0])
    facilities.entrances = [
      Point(x: 512_000, y: 3_812_300), Point(x: 512_400, y: 3_812_000),
    ]
    facilities.entranceOffsets = [0, 0, 2]
    let drawing = OffsetDrawing(facilities, on: .plane, segments: 64)
    var drawn = GeometryColumn()
    for facility in 0..<2 { try drawing.append(facility, metres: 150, to: &drawn) }
    #expect(drawn.kinds == [.polygon, .multiPolygon])
    for row in 0..<2 {
      let site = facilities.siteGeometry(of: row)
      for vertex in drawn.vertices(ofRow: row) {
        let distance = site.column.distance(site.row, toX: drawn.x[vertex], y: drawn.y[vertex])
        #expect(abs(distance - 150) < 1e-6)
      }
    }
    #expect(drawn.contains(0, x: 512_050, y: 3_812_050))
    #expect(abs(drawn.area(of: 1) / (2 * Double.pi * 150 * 150) - 1) < 0.002)
  }

  @Test("a gap is what the exact circles leave, but for the drawing of arcs")
  func gaps() async throws {
    let result = try SmallResult.make(side: 9)
    let city = result.city
    let features = try await features("gaps.geojson", of: result)
    let coverage = result.findings.filter { $0.rule.check is Coverage && $0.table == .parcels }
    #expect(features.count == coverage.reduce(0) { $0 + $1.verdictCounts[1] })
    let findings = try #require(coverage.first)
    var cover = CircleCover()
    for row in findings.counted.map({ Int($0) }) {
      cover.insert(
        Disc(
          x: city.facilities.rows.placeX[row], y: city.facilities.rows.placeY[row],
          radius: try #require(findings.reachMetres)))
    }
    for feature in features {
      let properties = properties(feature)
      let row = try #require(
        city.parcels.rows.ids.firstIndex { $0 == properties["parcel"] as? String })
      guard properties["rule"] as? String == "day_care_circle" else { continue }
      let whole = city.parcels.rows.geometry.area(of: row)
      let area = try #require(properties["area_m2"] as? Double)
      if findings.measured[row] == 0 {
        #expect(abs(area - whole) < 0.06)
      } else {
        let left =
          whole
          - city.parcels.rows.geometry.withBuffers { buffers in
            cover.coveredArea(of: row, in: buffers)
          }
        // Made-up findings may fail where the circles cover everything; then all is shown.
        #expect(abs(area - (left < 1 ? whole : left)) < 100)
      }
    }
  }

  @Test("a row that was rejected has its reason in the reader's language")
  func rejected() async throws {
    let features = try await features("rejected.geojson", of: try SmallResult.make())
    #expect(features.count == 2)
    #expect(properties(features[0])["id"] as? String == "P<9>")
    #expect(properties(features[0])["line"] as? Int == 19)
    #expect(features[1]["geometry"] is NSNull)
  }
}
