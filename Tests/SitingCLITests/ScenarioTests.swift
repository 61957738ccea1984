import Foundation
import GeoData
import TestSupport
import Testing

@testable import SitingCLI

@Suite("What if: scenarios of facilities")
struct ScenarioTests {
  private typealias Feature = [String: Any]

  /// The sample city in a folder of its own, with other facilities.
  private static func city(_ scratch: ScratchFolder, _ features: [Feature]) throws -> String {
    let sample = GeoData.folder.appendingPathComponent("sample")
    for file in try FileManager.default.contentsOfDirectory(atPath: sample.path)
    where file.hasSuffix(".geojson") || file == "project.yaml" {
      let data = try Data(contentsOf: sample.appendingPathComponent(file))
      try data.write(to: URL(fileURLWithPath: scratch.path(file)))
    }
    return try layer(scratch, features, to: "facilities.geojson")
  }

  private static func layer(
    _ scratch: ScratchFolder, _ features: [Feature], to name: String
  ) throws -> String {
    let collection: Feature = ["type": "FeatureCollection", "features": features]
    let data = try JSONSerialization.data(withJSONObject: collection, options: [.sortedKeys])
    return try scratch.write(String(decoding: data, as: UTF8.self), to: name)
  }

  private static func ids(_ path: String) throws -> Set<String> {
    let json = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: path)))
    let features = try #require((json as? Feature)?["features"] as? [Feature])
    return Set(features.compactMap { ($0["properties"] as? Feature)?["编号"] as? String })
  }

  private static func sampleFacilities() throws -> [Feature] {
    let file = GeoData.folder.appendingPathComponent("sample/facilities.geojson")
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    return try #require((json as? Feature)?["features"] as? [Feature])
  }

  /// Facilities that are changed, and the rows of a scenario that say so.
  private struct Wish {
    var edited: [Feature]
    var rows: [Feature] = []
    private var dice: Dice

    /// - Parameter known: Ids of the facilities that take part.
    init(seed: UInt64, _ facilities: [Feature], among known: Set<String>) {
      edited = facilities
      dice = Dice(random: SplitMix64(seed: seed))
      var free = Set(
        facilities.indices.filter { row in
          text(facilities[row], "编号").map(known.contains) ?? false
        })
      for _ in 0..<8 {
        guard let row = dice.pick(free.sorted()) as Int? else { break }
        free.remove(row)
        change(row)
      }
      for number in 0..<2 { add(number) }
    }

    /// Of the facilities that its rows are about.
    var ids: [String] { rows.compactMap { text($0, "编号") } }

    private func text(_ feature: Feature, _ column: String) -> String? {
      (feature["properties"] as? Feature)?[column] as? String
    }

    private mutating func place() -> Feature {
      let x = 115.62 + Double(dice.whole(0...700)) / 10_000
      let y = 34.41 + Double(dice.whole(0...500)) / 10_000
      return ["type": "Point", "coordinates": [x, y]]
    }

    private mutating func change(_ row: Int) {
      var properties = edited[row]["properties"] as? Feature ?? [:]
      var said: Feature = ["编号": properties["编号"] ?? ""]
      var geometry: Any = NSNull()
      switch dice.whole(0...3) {
      case 0:
        said["操作"] = "关闭"
        properties["运营状态"] = "停业"
      case 1:
        if dice.chance(50) { said["操作"] = "迁移" }
        let place = place()
        geometry = place
        edited[row]["geometry"] = place
      case 2:
        said["操作"] = "扩建"
        let (area, beds) = (dice.whole(100...5000), dice.whole(5...300))
        (said["建筑面积"], properties["建筑面积"]) = (area, area)
        (said["床位数"], properties["床位数"]) = (beds, beds)
      default:
        let places = dice.whole(10...300)
        (said["托位数"], properties["托位数"]) = (places, places)
        if dice.chance(50) {
          (said["设施类型"], properties["设施类型"]) = ("托育机构", "托育机构")
        }
      }
      edited[row]["properties"] = properties
      rows.append(["type": "Feature", "properties": said, "geometry": geometry])
    }

    private mutating func add(_ number: Int) {
      let properties: Feature = [
        "编号": "新-\(number)", "名称": "新设施\(number)", "设施类型": dice.pick(["托育机构", "老年养护院"]),
        "建筑面积": dice.whole(100...4000), "托位数": dice.whole(10...200), "建设状态": "新建",
      ]
      let feature: Feature = ["type": "Feature", "properties": properties, "geometry": place()]
      edited.append(feature)
      rows.append(feature)
    }
  }

  @Test("says what a run on edited inputs says", arguments: 1...6)
  func editedInputs(seed: Int) throws {
    let facilities = try Self.sampleFacilities()
    let (plain, edited) = (try ScratchFolder(), try ScratchFolder())
    _ = try Self.city(plain, facilities)
    let unasked = try Program.run(
      "check", plain.path("project.yaml"), "--out", plain.path("plain"), "--quiet")
    #expect(unasked.status == 0)
    let wish = Wish(
      seed: UInt64(seed), facilities, among: try Self.ids(plain.path("plain/facilities.geojson")))
    _ = try Self.city(edited, wish.edited)
    let scenario = try Self.layer(plain, wish.rows, to: "scenario.geojson")
    let asked = try Program.run(
      "check", plain.path("project.yaml"), "--scenario", scenario, "--out", plain.path("out"),
      "--quiet")
    #expect(asked.status == 0, "\(asked.errors)")
    let done = try Program.run(
      "check", edited.path("project.yaml"), "--out", edited.path("out"), "--quiet")
    #expect(done.status == 0, "\(done.errors)")
    func findings(_ path: String) throws -> [Substring] {
      try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    }
    let (what, real) = (
      try findings(plain.path("out/after/findings.csv")),
      try findings(edited.path("out/findings.csv"))
    )
    let differing = zip(what, real).filter { $0 != $1 }
    #expect(what.count == real.count)
    #expect(differing.isEmpty, "\(differing.prefix(3))")
    #expect(
      try findings(plain.path("out/before/findings.csv"))
        == findings(plain.path("plain/findings.csv")))
    let page = try String(
      contentsOfFile: plain.path("out/changes/changes.html"), encoding: .utf8)
    let section = try #require(page.firstMatch(of: /<section id="supposed">(.|\n)*?<\/section>/))
    for id in wish.ids { #expect(section.output.0.contains(id)) }
  }

  @Test("every row that cannot be done is told, in both languages, and nothing is written")
  func faults() throws {
    let scratch = try ScratchFolder()
    _ = try Self.city(scratch, try Self.sampleFacilities())
    let table = try scratch.write(
      """
      操作,编号,名称,设施类型,建筑面积,经度,纬度
      新增,SS-001,新建托育园,托育机构,1200,115.66,34.44
      关闭,SS-0011,,,,,
      飞走,SS-004,,,400,,
      迁移,SS-005,,,,,
      新增,,某园,托育机构,300,,
      关闭,SS-002,,,,,
      关闭,SS-002,,,,,

      """, to: "scenario.csv")
    for (language, parts) in [
      ("en", ["line 2", "line 3", "line 4", "line 5", "line 6", "line 8"]),
      ("zh", ["第2行", "第3行", "第4行", "第5行", "第6行", "第8行"]),
    ] {
      let run = try Program.run(
        "check", scratch.path("project.yaml"), "--scenario", table, "--crs", "EPSG:4326", "--out",
        scratch.path("out"), "--lang", language, "--quiet")
      #expect(run.status != 0 && !run.isCrash)
      for part in parts { #expect(run.errors.contains(part), "\(run.errors)") }
      #expect(run.errors.split(separator: "\n").count == parts.count)
    }
    #expect(!FileManager.default.fileExists(atPath: scratch.path("out")))
  }

  @Test("a word for no kind is an error: a scenario done in part answers another question")
  func rejectedRow() throws {
    let scratch = try ScratchFolder()
    _ = try Self.city(scratch, try Self.sampleFacilities())
    let table = try scratch.write(
      "编号,设施类型,经度,纬度\n甲,托育机构,115.66,34.44\n乙,托育鸡构,115.66,34.44\n", to: "s.csv")
    let run = try Program.run(
      "check", scratch.path("project.yaml"), "--scenario", table, "--crs", "EPSG:4326", "--out",
      scratch.path("out"), "--lang", "zh")
    #expect(run.status != 0)
    #expect(run.errors.contains("第3行：未知的设施类型“托育鸡构”"), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: scratch.path("out")))
  }
}
