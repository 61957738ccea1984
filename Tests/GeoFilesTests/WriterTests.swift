import Foundation
import Geodesy
import Planar
import TestSupport
import Testing
import Workers

@testable import GeoFiles

@Suite("Writing layers")
struct WriterTests {
  private func written(
    _ table: OutputTable, _ geometry: GeometryColumn, crs: CRS = .wgs84, ids: [String?] = [],
    workers: Int = 1
  ) async throws -> String {
    let file = try TestFile("", named: "out.geojson")
    let count = try await GeoJSONWriter(workers: Workers(count: workers)).write(
      table, geometry: geometry, crs: crs, featureIDs: ids, to: file.path)
    let text = try String(contentsOfFile: file.path, encoding: .utf8)
    #expect(count == text.utf8.count)
    return text
  }

  private func randomLayer(_ random: inout SplitMix64, rows: Int) -> Layer {
    var geometry = GeometryColumn()
    var texts = TextColumn()
    var reals = ValueColumn<Double>(filler: .nan)
    var integers = ValueColumn<Int64>(filler: 0)
    var booleans = ValueColumn<Bool>(filler: false)
    var json = TextColumn()
    let words = ["", "a", "北京 \"1\"", "tab\t\u{1}\n\\", "😀,;", nil]
    for row in 0..<rows {
      appendGeometry(&geometry, &random)
      texts.append(words.randomElement(using: &random) ?? nil)
      reals.append(row == 0 ? 1.5 : randomReal(&random))
      integers.append(
        Bool.random(using: &random) || row == 0
          ? Int64.random(in: .min ... .max, using: &random) : nil)
      booleans.append([true, false, nil].randomElement(using: &random) ?? nil)
      json.append(row < 2 ? ["[1, 2.50]", "\"x\""][row] : nil)
    }
    texts.append("last")  // so that no column is without a value
    reals.append(0.25)
    integers.append(1)
    booleans.append(true)
    json.append("{\"a\": {}}")
    geometry.appendNone()
    var attributes = AttributeTable(rowCount: rows + 1)
    attributes.set("text \"q\"", .text(texts))
    attributes.set("real", .real(reals))
    attributes.set("integer", .integer(integers))
    attributes.set("boolean", .boolean(booleans))
    attributes.set("json", .json(json))
    return Layer(name: "random", geometry: geometry, attributes: attributes, crs: .wgs84)
  }

  private func randomReal(_ random: inout SplitMix64) -> Double? {
    switch Int.random(in: 0...5, using: &random) {
    case 0: nil
    case 1: Double(Int.random(in: -1000...1000, using: &random))
    case 2: Double(Int.random(in: -100_000...100_000, using: &random)) / 100
    case 3: -0.0
    case 4: Double.random(in: -1e-9...1e-9, using: &random)
    default: Double(bitPattern: random.next() & ~(0x7FF << 52) | 0x300 << 52)
    }
  }

  private func appendGeometry(_ geometry: inout GeometryColumn, _ random: inout SplitMix64) {
    func degrees(_ limit: Int) -> Double {
      Double(Int.random(in: -limit * 10_000_000...limit * 10_000_000, using: &random)) / 1e7
    }
    func ring(isHole: Bool) {
      let x = degrees(170)
      let y = degrees(80)
      let corners = [(0.0, 0.0), (0.5, 0), (0.5, 0.25), (0, 0)].map { (x + $0.0, y + $0.1) }
      for (x, y) in isHole ? corners.reversed() : corners {
        geometry.appendVertex(x: (x * 1e7).rounded() / 1e7, y: (y * 1e7).rounded() / 1e7)
      }
      geometry.endRing()
    }
    switch Int.random(in: 0...4, using: &random) {
    case 0: geometry.appendNone()
    case 1: geometry.appendPoint(x: degrees(180), y: degrees(90))
    case 2:
      for _ in 0..<3 { geometry.appendVertex(x: degrees(180), y: degrees(90)) }
      geometry.endRing()
      geometry.endPart()
      geometry.endRow(.lineString)
    case 3:
      ring(isHole: false)
      ring(isHole: true)
      geometry.endPart()
      geometry.endRow(.polygon)
    default:
      for _ in 0..<2 {
        ring(isHole: false)
        geometry.endPart()
      }
      geometry.endRow(.multiPolygon)
    }
  }

  @Test("what is written reads back as it was", arguments: UInt64(0)..<30)
  func roundTrip(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let layer = randomLayer(&random, rows: 60)
    let text = try await written(OutputTable(layer.attributes), layer.geometry)
    let again = try await readLayer(text)
    #expect(again.geometry == layer.geometry)
    #expect(again.attributes.names == layer.attributes.names)
    #expect("\(again.attributes)" == "\(layer.attributes)")
  }

  @Test("the bytes do not depend on the number of workers", arguments: UInt64(0)..<3)
  func threads(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let layer = randomLayer(&random, rows: 20_000)
    let table = OutputTable(layer.attributes)
    let one = try await written(table, layer.geometry, workers: 1)
    for workers in [2, 5] {
      let several = try await written(table, layer.geometry, workers: workers)
      #expect(one == several)
    }
  }

  @Test("every kind of column is written as its values say")
  func columns() async throws {
    var table = OutputTable(rowCount: 3)
    table.append("words", .words(dictionary: ["pass", "fa\"il"], codes: [1, 0, 255]))
    table.append("shared", .shared(dictionary: ["条", ""], indices: [0, -1, 1]))
    table.append("text", .text(["a", nil, "b,c"]))
    table.append("real", .real([1.005, -0.0004, .nan], decimals: 2))
    table.append("large", .real([1e300, 12_345_678.9, .infinity], decimals: 9))
    table.append("micros", .micros([1_500_000, -1, .min]))
    table.append("boolean", .boolean([true, false, true]))
    let points = GeometryColumn(points: [
      Point(x: 116.12345678, y: -0.00000004), Point(x: .nan, y: 1), Point(x: -180, y: 90),
    ])
    let text = try await written(table, points, ids: ["1", nil, "\"3\""])
    #expect(
      text == """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"1","properties":{"words":"fa\\"il","shared":"条","text":"a",\
        "real":1,"large":1e+300,"micros":1.5,"boolean":true},\
        "geometry":{"type":"Point","coordinates":[116.1234568,0]}},
        {"type":"Feature","properties":{"words":"pass","shared":null,"text":null,"real":0,\
        "large":12345678.9,"micros":-0.000001,"boolean":false},"geometry":null},
        {"type":"Feature","id":"\\"3\\"","properties":{"words":null,"shared":"","text":"b,c",\
        "real":null,"large":null,"micros":null,"boolean":true},\
        "geometry":{"type":"Point","coordinates":[-180,90]}}
        ]}

        """)
  }

  @Test("rings are turned to the right hand, other CRS to WGS 84")
  func normalised() async throws {
    var geometry = GeometryColumn()
    for (x, y) in [(0.0, 0.0), (0, 100), (100, 100), (0, 0)] {
      geometry.appendVertex(x: 500_000 + x, y: 3_400_000 + y)
    }
    geometry.endRing()
    geometry.endPart()
    geometry.endRow(.polygon)
    let text = try await written(
      OutputTable(rowCount: 1), geometry, crs: try CRS(epsg: 4547), workers: 2)
    let layer = try await readLayer(text)
    #expect(layer.notes.isEmpty)
    #expect(abs(layer.geometry.x[0] - 114) < 1e-7 && abs(layer.geometry.y[0] - 30.72) < 0.01)
    #expect(layer.geometry.x[1] > layer.geometry.x[3] - 1e-9)
  }

  @Test("an empty layer is a valid file")
  func empty() async throws {
    let text = try await written(OutputTable(rowCount: 0), GeometryColumn())
    #expect(try await readLayer(text).count == 0)
  }

  @Test("what cannot be written is an error with its reason")
  func errors() async throws {
    let table = OutputTable(rowCount: 100)
    let geometry = GeometryColumn(points: (0..<100).map { Point(x: Double($0), y: 1) })
    for (path, expected) in [
      ("/no/such/folder/out.geojson", "cannot be created (No such file or directory)"),
      ("/dev/full", "/dev/full: cannot be written (No space left on device)"),
    ] {
      for workers in [1, 2] {
        let error = await #expect(throws: LayerWriteError.self) {
          try await GeoJSONWriter(workers: Workers(count: workers)).write(
            table, geometry: geometry, crs: .wgs84, to: path)
        }
        #expect(error?.description.contains(expected) == true)
      }
    }
  }

  @Test("selected rows keep their values and notes")
  func selecting() async throws {
    var random = SplitMix64(seed: 7)
    let layer = randomLayer(&random, rows: 10)
    let chosen = layer.selecting([3, 0, 3])
    #expect(chosen.count == 3 && chosen.geometry.kinds[0] == layer.geometry.kinds[3])
    guard case .integer(let before) = layer.attributes["integer"],
      case .integer(let after) = chosen.attributes["integer"]
    else { return }
    #expect(after[0] == before[3] && after[1] == before[0] && after[2] == before[3])
  }
}
