import TestSupport

/// Layers with every kind of dirt, the same for the same seed.
struct DirtyLayers {
  var city = TestCity()

  init(seed: UInt64, rows: Int = 60) {
    var random = SplitMix64(seed: seed)
    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    func pick(_ values: [String]) -> String { values.randomElement(using: &random) ?? "null" }
    func place() -> (Double, Double) {
      (
        Double.random(in: 115.6...115.7, using: &random),
        Double.random(in: 34.4...34.5, using: &random)
      )
    }
    func id(_ prefix: String, _ row: Int) -> String {
      if chance(3) { return pick(["null", "\"\"", "\"\(prefix)1\"", "1", "1.0", "true"]) }
      return "\"\(prefix)\(row)\""
    }
    func shape() -> String {
      let (x, y) = place()
      guard chance(12) else { return chance(50) ? square(x, y) : point(x, y) }
      return pick([
        "null", "{\"type\":\"Polygon\",\"coordinates\":[]}", point(y, x),
        polygon([(x, y), (x + 0.001, y + 0.001), (x + 0.001, y), (x, y + 0.001), (x, y)]),
        polygon([(x, y), (x + 0.001, y), (x, y), (x, y)]),
        "{\"type\":\"LineString\",\"coordinates\":[[\(x),\(y)],[\(y),\(x)]]}",
        "{\"type\":\"Point\",\"coordinates\":[1e400,0]}", point(1e308, -1e308),
        "{\"type\":\"Blob\",\"coordinates\":[0,0]}", "{\"type\":\"MultiPoint\",\"coordinates\":[]}",
        "{\"type\":\"GeometryCollection\",\"geometries\":[]}",
      ])
    }
    func number() -> String {
      guard chance(15) else { return String(Int.random(in: 0...3000, using: &random)) }
      return pick([
        "null", "-1", "\"约500\"", "\"3,005户\"", "0", "1e30", "-0.0", "\"\"", "\"无\"", "true",
        "[1]", "{}", "2.5", "\"-7\"", "9223372036854775807", "\"１２\"",
      ])
    }
    func word(_ words: [String]) -> String {
      chance(15) ? pick(["null", "\"x\\u0000y\"", "7", "[]", "\"\""]) : "\"\(pick(words))\""
    }
    city.parcels = (0..<rows).map { row in
      TestFeature(
        [
          ("编号", id("P", row)), ("户数", number()), ("人口", number()), ("60岁以上人口", number()),
          ("状态", word(["新建", "既有", "改建"])), ("社区", word(["C1", "C2", "二社区", "C9"])),
          ("交付日期", word(["2024-01-31", "2024年", "下月"])),
        ], shape())
    }
    city.facilities = (0..<rows / 2).map { row in
      TestFeature(
        [
          ("id", id("F", row)), ("kind", word(["childcare", "养老院", "日间照料", "火车站"])),
          ("建筑面积", number()), ("places", number()), ("beds", number()),
          ("护理床位", number()), ("equipment", word(["全托;日托", "医务室", "无"])),
          ("served_parcels", word(["P1", "P2、P3", "P999"])), ("普惠", word(["是", "否", "1"])),
        ], shape())
    }
    city.units = [
      TestFeature([("id", "\"C1\""), ("level", "\"社区\"")], square(115.63, 34.45, half: 0.03)),
      TestFeature(
        [("id", "\"C2\""), ("name", "\"二社区\""), ("level", "\"社区\""), ("urban", "\"城镇\"")],
        square(115.68, 34.45, half: 0.02)),
      TestFeature([("id", "\"S1\""), ("level", "\"街道\"")], square(115.65, 34.45, half: 0.04)),
      TestFeature([("id", id("S", 2)), ("level", word(["街道", "?"]))], shape()),
    ]
  }
}
