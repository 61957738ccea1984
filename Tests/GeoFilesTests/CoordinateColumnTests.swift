import Geodesy
import Planar
import TestSupport
import Testing

@testable import GeoFiles

@Suite("Columns of coordinates")
struct CoordinateColumnTests {
  private static let cgcs = try? CRS(parsing: "CGCS2000")

  @Test(
    "pairs of headers",
    arguments: [
      ("经度（°）", "纬度（°）"), ("経度", "緯度"), ("經度", "緯度"), ("X坐标", "Y坐标"), ("X坐標", "Y坐標"), ("东经", "北纬"),
      ("東經", "北緯"), ("横坐标", "纵坐标"), ("经度坐标", "纬度坐标"), ("中心点经度", "中心点纬度"), ("LNG", "LAT"),
      ("Longitude (deg)", "Latitude (deg)"), ("gps_lng", "gps_lat"), ("point_x", "point_y"),
      ("Coord X", "Coord Y"),
      ("lon_dd", "lat_dd"), ("经度/°", "纬度/°"), ("经 度", "纬 度"), ("ＬＮＧ", "ＬＡＴ"), ("经度值", "纬度值"),
      ("X（m）", "Y（m）"),
      ("easting", "northing"), ("坐标X", "坐标Y"), ("机构经度", "机构纬度"), ("经度(十进制)", "纬度(十进制)"),
      ("location_lng", "location_lat"),
      ("address.longitude", "address.latitude"), ("jingdu", "weidu"), ("经度：", "纬度："),
      ("Longitude (E)", "Latitude (N)"),
      ("经度（小数点后六位）", "纬度（小数点后六位）"), ("경도", "위도"),
    ])
  func axes(x: String, y: String) async throws {
    for text in ["\(x),\(y),id\n113.5,34.5,1\n", "id,\(y),名称,\(x)\n1,34.5,甲,113.5\n"] {
      let layer = try await readLayer(text, named: "a.csv")
      #expect(layer.geometry == GeometryColumn(points: [Point(x: 113.5, y: 34.5)]))
      #expect(layer.crs == nil)
    }
  }

  @Test(
    "headers that name what they are in",
    arguments: [
      ("百度经度", "百度纬度", CRS.bd09), ("bd_lng", "bd_lat", .bd09), ("lng_bd09", "lat_bd09", .bd09),
      ("经度(BD-09)", "纬度(BD-09)", .bd09), ("lng_gcj02", "lat_gcj02", .gcj02),
      ("高德经度", "高德纬度", .gcj02),
      ("GCJ02_X", "GCJ02_Y", .gcj02), ("火星坐标经度", "火星坐标纬度", .gcj02),
      ("lng_wgs84", "lat_wgs84", .wgs84),
      ("WGS84经度", "WGS84纬度", .wgs84), ("经度84", "纬度84", .wgs84), ("腾讯lng", "腾讯lat", .gcj02),
      ("经度（国测局）", "纬度（国测局）", .gcj02), ("baidu_x", "baidu_y", .bd09),
      ("amap_lon", "amap_lat", .gcj02),
      ("lng_bd09ll", "lat_bd09ll", .bd09), ("百度地图经度", "百度地图纬度", .bd09),
    ])
  func datums(x: String, y: String, crs: CRS) async throws {
    let layer = try await readLayer("\(x),\(y)\n113.5,34.5\n", named: "a.csv")
    #expect(layer.geometry.x == [113.5] && layer.crs == crs)
    let pair = try await readLayer(
      "\(x.replacing("经度", with: "坐标")),id\n\"113.5,34.5\",1\n", named: "a.csv")
    if x.contains("经度") { #expect(pair.crs == crs && pair.geometry.y == [34.5]) }
  }

  @Test("CGCS2000 in a header is that, of a plane it is nothing")
  func cgcs() async throws {
    #expect(
      try await readLayer("CGCS2000经度,CGCS2000纬度\n113,34\n", named: "a.csv").crs == Self.cgcs)
    #expect(try await readLayer("X_CGCS2000,Y_CGCS2000\n113,34\n", named: "a.csv").crs == nil)
  }

  @Test("of several pairs the one that is meant")
  func choice() async throws {
    let text = "bd_lng,bd_lat,lng,lat,lng_wgs84,lat_wgs84\n1,2,3,4,5,6\n"
    func first(_ expected: CRS?) async throws -> (x: Double, crs: CRS?) {
      let layer = try await readLayer(
        text, named: "a.csv", options: ReadOptions(expected: expected))
      #expect(layer.noteTexts.contains { $0.contains("are read") && $0.contains("are left out") })
      return (layer.geometry.x[0], layer.crs)
    }
    #expect(try await first(nil) == (5, .wgs84))
    #expect(try await first(.bd09) == (1, .bd09))
    #expect(try await first(.gcj02) == (3, nil))
    #expect(try await first(Self.cgcs) == (5, .wgs84))
    let plane = try await readLayer(
      "lon,lat,x,y\n1,2,3,4\n", named: "a.csv",
      options: ReadOptions(expected: try CRS(epsg: 4547)))
    #expect(plane.geometry.x == [3])
  }

  @Test(
    "what is no header of coordinates",
    arguments: [
      "name", "xm", "类型", "百度", "地址", "along", "latest", "经营者", "纬", "x2y", "坐落", "面积", "long_name",
      "年度", "exit",
    ])
  func others(header: String) {
    switch CoordinateHeader(header)?.content {
    case nil: break
    case let content: Issue.record("\(header) is \(String(describing: content))")
    }
  }

  @Test(
    "coordinates as people write them",
    arguments: [
      ("113.8597", 113.8597), (" 113.8597 ", 113.8597), ("113°51′34.92″", 113.8597),
      ("113°51'34.92\"E", 113.8597),
      ("113º51’34.92”", 113.8597), ("东经113.8597", 113.8597), ("东经113度51分34.92秒", 113.8597),
      ("113度51分34.92秒", 113.8597),
      ("113.8597°", 113.8597), ("１１３．８５９７", 113.8597), ("113,8597", 113.8597),
      ("E113.8597", 113.8597),
      ("113.8597E", 113.8597), ("113.8597° E", 113.8597), ("113 51 34.92", 113.8597),
      ("113-51-34.92", 113.8597),
      ("113:51:34.92", 113.8597), ("113°51.582'", 113.8597), ("113°51′34.92″东", 113.8597),
      ("E 113°51'34.92''", 113.8597),
      ("113d51m34.92s", 113.8597), ("113°", 113), ("113°30′", 113.5), ("W113.5", -113.5),
      ("西经113.5", -113.5),
      ("-113.5", -113.5), ("1.138597E2", 113.8597), ("487,047.4", 487_047.4),
      ("3,770,236", 3_770_236),
      ("经度：113.8597", 113.8597), ("113。8597", 113.8597), ("113°51′34.92″E", 113.8597),
      ("+113.5", 113.5), ("0", 0),
    ])
  func angles(text: String, value: Double) throws {
    let reading = try CoordinateText.read(Array(text.utf8)[...])
    #expect(abs(reading.value - value) < 1e-9, "\(text): \(reading.value)")
    #expect(reading.axis != .latitude)
  }

  @Test(
    "what is no coordinate",
    arguments: [
      ("", CoordinateText.Fault.empty), ("  ", .empty), ("甲", .notNumber),
      ("113,859", .ambiguousComma),
      ("113°61′", .sexagesimal), ("113°51′60″", .sexagesimal), ("113.5°30′", .sexagesimal),
      ("113.85-114.2", .sexagesimal),
      ("113°51′34″20", .sexagesimal), ("0371-67181111", .sexagesimal), ("1,2,3", .notNumber),
      ("113.85.1", .notNumber),
      ("113'51°", .notNumber), ("-", .empty), ("°", .notNumber), ("n/a", .empty),
      ("约113.8", .notNumber),
    ])
  func noAngles(text: String, fault: CoordinateText.Fault) {
    let found = #expect(throws: CoordinateText.Fault.self) {
      try CoordinateText.read(Array(text.utf8)[...])
    }
    #expect(found == fault, "\(text)")
  }

  @Test("degrees, minutes and seconds come back", arguments: UInt64(0)..<50)
  func sexagesimal(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let (d, m) = (Int.random(in: 0...179, using: &random), Int.random(in: 0...59, using: &random))
      let s = Double(Int.random(in: 0..<6000, using: &random)) / 100
      let expected = Double(d) + Double(m) / 60 + s / 3600
      let marks =
        [("°", "′", "″"), ("度", "分", "秒"), (" ", " ", ""), ("-", "-", ""), ("d", "m", "s")]
        .randomElement(using: &random) ?? ("°", "'", "\"")
      let text = "\(d)\(marks.0)\(m)\(marks.1)\(s)\(marks.2)"
      let value = try CoordinateText.read(Array(text.utf8)[...]).value
      #expect(abs(value - expected) < 1e-12, "\(text)")
    }
  }

  @Test(
    "both coordinates in one column",
    arguments: [
      "113.8597,34.0592", "113.8597, 34.0592", "113.8597，34.0592", "113.8597;34.0592",
      "113.8597；34.0592",
      "113.8597 34.0592", "(113.8597, 34.0592)", "[113.8597,34.0592]", "东经113.8597，北纬34.0592",
      "E113.8597,N34.0592", "E113.8597 N34.0592", "113.8597E34.0592N",
      "113°51′34.92″E 34°3′33.12″N",
      "113°51′34.92″，34°3′33.12″", "北纬34.0592，东经113.8597", "{lng:113.8597,lat:34.0592}",
      "113.8597、34.0592",
      "113.8597|34.0592", "lng:113.8597,lat:34.0592", "经度113.8597 纬度34.0592", "34.0592N,113.8597E",
    ],
    ["坐标", "经纬度", "location", "位置", "地理坐标", "LngLat", "经度,纬度", "coordinates", "GPS坐标"])
  func pairs(cell: String, header: String) async throws {
    let layer = try await readLayer(
      "id\t\(header)\tbeds\n1\t\(cell)\t100\n2\t\(cell)\t80\n", named: "a.tsv")
    #expect(layer.geometry.kinds == [.point, .point])
    #expect(layer.geometry.x.allSatisfy { abs($0 - 113.8597) < 1e-9 }, "\(layer.geometry.x)")
    #expect(layer.geometry.y.allSatisfy { abs($0 - 34.0592) < 1e-9 }, "\(layer.geometry.y)")
  }

  @Test("the order of a pair is that of its header, else that which its cells show")
  func order() async throws {
    func points(_ header: String, _ cells: String...) async throws -> [Point] {
      let rows = cells.map { "\"\($0)\",x\n" }.joined()
      let layer = try await readLayer("\"\(header)\",a\n\(rows)", named: "a.csv")
      return zip(layer.geometry.x, layer.geometry.y).map { Point(x: $0, y: $1) }
    }
    let place = Point(x: 113.5, y: 34.5)
    #expect(try await points("纬度,经度", "34.5,113.5") == [place])
    #expect(try await points("latlng", "34.5,113.5") == [place])
    #expect(
      try await points("坐标", "34.5,113.5", "34.6,113.6") == [place, Point(x: 113.6, y: 34.6)])
    // In the far west both orders could be: the rest of the column tells.
    #expect(
      try await points("坐标", "39.5,76.1", "43.8,87.6", "34.5,113.5")[1] == Point(x: 87.6, y: 43.8))
    #expect(try await points("坐标", "76.1,39.5") == [Point(x: 76.1, y: 39.5)])
  }

  @Test("a column of pairs is found without its header, one of addresses is not")
  func unnamed() async throws {
    let found = try await readLayer(
      "id,where\n1,\"113.5,34.5\"\n2,\"113.6,34.6\"\n", named: "a.csv")
    #expect(found.geometry.x == [113.5, 113.6])
    #expect(
      found.noteTexts.contains { $0.contains("column where: holds longitudes and latitudes") })
    for cell in ["人民路 12 号", "12-34", "1,2", "0371 67181111", "10.5,20.5"] {
      let other = try await readLayer("id,位置\n1,\"\(cell)\"\n", named: "a.csv")
      #expect(other.lacksGeometry != ["1,2", "10.5,20.5"].contains(cell), "\(cell)")
    }
  }

  @Test("cells that are no coordinates are told, with the way out")
  func faults() async throws {
    let layer = try await readLayer(
      "id,经度,纬度\n1,北纬34.5,东经113.5\n2,甲,34\n3,\"113,859\",34\n", named: "a.csv")
    #expect(layer.geometry.kinds == [.none, .none, .none])
    #expect(layer.noteTexts[0].contains("is a latitude where a longitude belongs; swap"))
    #expect(
      layer.noteTexts.contains { $0.contains("\"甲\" is not a number; write degrees or metres") })
    #expect(layer.noteTexts.contains { $0.contains("\"113,859\" may have a decimal comma") })
    let pair = try await readLayer(
      "id,坐标\n1,\"113.5,34.5\"\n2,\"不详\"\n3,\"113.6,34.6\"\n", named: "a.csv")
    #expect(
      pair.noteTexts == ["1!: column 坐标: is empty"], "a word for no value is none")
    let word = try await readLayer(
      "id,坐标\n1,\"113.5,34.5\"\n2,\"甲\"\n3,\"113.6,34.6\"\n", named: "a.csv")
    #expect(
      word.noteTexts == [
        "1!: column 坐标: \"甲\" is not a longitude and a latitude; write 113.8597,34.0592"
      ])
  }
}
