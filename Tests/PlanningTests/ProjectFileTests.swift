import Documents
import Planning
import Quantities
import TestSupport
import Testing

@Suite("Project files")
struct ProjectFileTests {
  private func read(_ yaml: String) throws -> Project {
    try ProjectFile.read(yaml: yaml, path: "/data/city/project.yaml", vocabulary: .builtIn())
  }

  /// The messages about a text, without the path in front.
  private func faults(_ yaml: String) throws -> [String] {
    do {
      _ = try read(yaml)
      return []
    } catch let faults as DocumentFaults {
      return faults.faults.map { "\($0.line):\($0.column): \($0.message)" }
    }
  }

  @Test(
    "a file in another encoding is told with the place of its first sign",
    arguments: [
      (Array("schema: 1\nname: ".utf8) + [0xC1, 0xBA, 0xD4, 0xB0, 0xC7, 0xF8, 0x0A], "2:7"),
      ([0xC1, 0xBA], "1:1"), (Array("# 项目\nname: 区".utf8).dropLast(1) + [], "2:7"),
    ] as [([UInt8], String)])
  func otherEncoding(bytes: [UInt8], place: String) throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write(bytes, to: "p.yaml")
    for read in [{ _ = try ProjectFile.read($0) }, { _ = try ProjectFile.look($0) }]
      as [(String) throws -> Void]
    {
      let error = #expect(throws: DocumentFaults.self) { try read(path) }
      let texts = error?.faults.map(\.description) ?? []
      #expect(texts.count == 1 && texts[0].hasPrefix("\(path):\(place): is not UTF-8 text"))
    }
  }

  @Test("a bureau's file needs no English but its keys")
  func chineseWords() throws {
    let project = try read(
      """
      schema: 1
      name: 梁园区
      packs: [example-2025]
      as_of: 2025年12月1日
      scope: 完整
      level: 区县
      attribution: 公平分配
      distances: 地面距离
      planned: 是
      layers:
        parcels: 小区.geojson
        units: {file: 街道.geojson, level: 街道}
      assumptions: {status: 已建, urban: 否}
      targets: {托位: 9.50}
      """)
    #expect(project.name == LocalizedText(en: "梁园区", zh: "梁园区"))
    #expect(project.asOf == CalendarDate(year: 2025, month: 12, day: 1))
    #expect(project.isComplete && project.countsPlanned)
    #expect(project.level == .district && project.layers.units.first?.level == .street)
    #expect(project.attribution == "fair" && project.distances == .ground)
    #expect(project.assumptions.status == .existing && project.assumptions.urban == false)
    #expect(project.targets.map(\.name) == ["托位"] && project.targets[0].decimals == 2)
  }

  @Test(
    "half a date and other words are no more taken than in English",
    arguments: [
      "as_of: 2025年12月", "as_of: 2025年13月1日", "scope: 大概", "planned: 也许", "attribution: 平均",
    ])
  func otherWords(line: String) throws {
    #expect(try faults("schema: 1\n\(line)\nlayers: {parcels: p.geojson}\n").count == 1)
  }

  @Test("everything that can be stated")
  func everything() throws {
    let project = try read(
      """
      schema: 1
      name: {en: Sample, zh: 示例}
      packs: [example-2025, packs/own.yaml]
      as_of: 2025-12-31
      scope: complete
      level: district
      layers:
        parcels: {file: parcels.geojson, fields: {households: 户数, x: 经度, y: 纬度}}
        facilities:
          - {file: ../f.csv, encoding: GBK, crs: GCJ-02, kinds: {驿站: community_elder_station}}
          - more.geojson
        units: [{file: c.geojson, level: community}, {file: s.gpkg, layer: jiedao}]
        entrances: gates.geojson
        network: /abs/city.osm.pbf
        plan: plan.geojson
        candidates: [land.geojson]
      assumptions: {persons_per_household: 2.62, detour: 1.3, status: existing, urban: true}
      statistics:
        - {unit: city, population: 7816800, any_name: 0.5}
        - {unit: {level: street, id: S1}, elders: 100}
        - {unit: plan, population: 3000, type: future_community}
      parameters: {elder_walking_speed: 60, example-2025.limit: 15}
      working_crs: EPSG:4548
      attribution: pooled
      note: 仅供测试
      """)
    #expect(project.name == LocalizedText(en: "Sample", zh: "示例"))
    #expect(project.packs == ["example-2025", "/data/city/packs/own.yaml"])
    #expect(project.asOf == CalendarDate(year: 2025, month: 12, day: 31))
    #expect(project.isComplete && project.level == .district)
    #expect(project.layers.parcels[0].fields == ["households": "户数", "x": "经度", "y": "纬度"])
    #expect(
      project.layers.facilities.map(\.resolvedPath) == ["/data/f.csv", "/data/city/more.geojson"])
    #expect(project.layers.facilities[0].encoding == "GBK")
    #expect(project.layers.facilities[0].crs == "GCJ-02")
    #expect(project.layers.facilities[0].kinds == ["驿站": "community_elder_station"])
    #expect(project.layers.units.map(\.level) == [.community, nil])
    #expect(project.layers.units[1].layer == "jiedao")
    #expect(project.layers.entrances.count == 1 && project.layers.plan.count == 1)
    #expect(project.layers.candidates.count == 1)
    #expect(project.layers.network?.source.resolvedPath == "/abs/city.osm.pbf")
    #expect(project.assumptions.personsPerHousehold == Amount(exactly: "2.62"))
    #expect(project.assumptions.detour == Amount(exactly: "1.3"))
    #expect(project.assumptions.status == .existing && project.assumptions.urban == true)
    #expect(
      project.statistics.map(\.subject) == [
        .territory("city"), .unit(.street, id: "S1"), .territory("plan"),
      ])
    #expect(project.statistics[0].figures["any_name"] == Amount(exactly: "0.5"))
    #expect(project.statistics[2].words == ["type": "future_community"])
    #expect(project.parameters["example-2025.limit"] == Amount(15))
    #expect(project.workingCRS == "EPSG:4548")
    #expect(project.attribution == "pooled")
    #expect(project.note == LocalizedText(en: "仅供测试", zh: "仅供测试"))
  }

  @Test("least")
  func least() throws {
    let project = try read("schema: 1\nlayers: {parcels: p.geojson}")
    #expect(!project.isComplete && project.level == .city)
    #expect(project.path == "/data/city/project.yaml")
    #expect(project.layers.parcels[0].path == "p.geojson")
  }

  @Test("nobody walks at no speed, whatever pack it is stated for")
  func walkingSpeed() throws {
    let found = try faults(
      """
      schema: 1
      layers: {}
      parameters: {walking_speed: 0, some-pack.walking_speed: -1, other: -1}
      """)
    #expect(
      found == [
        "3:29: walking_speed must be more than 0, not '0'",
        "3:57: some-pack.walking_speed must be more than 0, not '-1'",
      ])
  }

  @Test("all faults at once, each with its place and the way out")
  func allAtOnce() throws {
    let found = try faults(
      """
      schema: 2
      name: {}
      as_of: 2025/12/31
      scope: whole
      layer: {}
      layers:
        parcel: p.geojson
        parcels: {fields: {household: 户数}}
        facilities: {file: f.geojson, crs: EPSG:1, kinds: {驿站: elder_station}}
        units: {file: u.geojson, level: streets}
        network: [a.pbf, b.pbf]
      assumptions: {persons_per_household: 0, detour: 0.9, status: old}
      statistics:
        - {population: 5}
        - {unit: town, population: 5}
        - {unit: city, population: 5万}
        - {unit: city, elders: 5}
      parameters: {speed: fast}
      working_crs: EPSG:4326
      attribution: fairly
      """)
    let expected = [
      "1:9: schema must be 1, the only version there is",
      "2:7: name has neither 'en' nor 'zh'; one is enough",
      "3:8: as_of must be a day such as 2025-12-31, not '2025/12/31'; "
        + "write '2025-12-31' if that is meant",
      "4:8: unknown scope 'whole'; one of: complete, partial",
      "5:1: unknown key 'layer' in the project; did you mean 'layers'?",
      "7:3: unknown key 'parcel' in layers; did you mean 'parcels'?",
      "8:12: parcels has no 'file'",
      "8:22: unknown key 'household' in the fields of parcels; did you mean 'households'?",
      "9:38: crs: unknown CRS \"EPSG:1\"",
      "9:58: unknown facility kind 'elder_station'",
      "10:35: unknown level 'streets'; did you mean 'street'?",
      "11:12: there can be one network; merge the files",
      "12:38: persons_per_household must be more than 0",
      "12:49: detour must be at least 1: a walk is not shorter than the straight line",
      "12:62: unknown status 'old'; one of: new, existing",
      "14:5: a statistic has no 'unit'",
      "15:12: unknown unit 'town'; one of: community, street, township, district, city, province, plan",
      "16:30: population must be a number, with at most six decimals, not '5万'",
      "17:12: this unit has statistics already; put its figures in one entry",
      "18:21: speed must be a number, with at most six decimals, not 'fast'",
      "19:14: working_crs: WGS 84 (EPSG:4326) is in degrees; state a projected CRS in metres such as "
        + "EPSG:4547, or leave it out",
      "20:14: unknown attribution 'fairly'; did you mean 'fair'?",
    ]
    for (message, start) in zip(found, expected) {
      #expect(message.hasPrefix(start), "\(message)")
    }
    #expect(found.count == expected.count)
  }

  @Test(
    "texts that are no project",
    arguments: [
      "", "[", "- a\n- b", "just text", "schema: 1", "schema: 1\nlayers: [1]",
      "schema: 1\nlayers: {parcels: [[p.geojson]]}", "schema: 1\nlayers: {parcels: {file: [a]}}",
      "schema: 1\nschema: 1\nlayers: {}", "? {a: b}\n: c", "schema: 1\nlayers: {}\nstatistics: 5",
    ])
  func hostile(yaml: String) throws {
    let found = try faults(yaml)
    #expect(!found.isEmpty)
  }

  @Test(
    "places need both coordinates, or text, in one way; other columns may be any",
    arguments: [
      ("{x: 经度}", "'x' is stated without 'y'; state both, or neither to have them found"),
      ("{y: 纬度, id: 编号}", "'y' is stated without 'x'; state both"),
      ("{x: 经度, y: 纬度, wkt: g}", "state 'x' and 'y', or 'wkt', not both"),
      ("{filed: 备案, x: 经度, y: 纬度}", nil), ("{id: row}", nil), ("{wkt: g}", nil),
      ("{nursing_bed: 床}", "unknown key 'nursing_bed' in the fields of facilities"),
      ("{kin: 类}", "did you mean 'kind'?"),
    ])
  func geometryFields(fields: String, says: String?) {
    let yaml = "schema: 1\nlayers:\n  facilities: {file: f.csv, fields: \(fields)}\n"
    do {
      let project = try ProjectFile.read(yaml: yaml, path: "/tmp/p.yaml")
      #expect(says == nil && !project.layers.facilities[0].fields.isEmpty)
    } catch {
      let said = error.description
      #expect(says.map { said.contains($0) } == true, "\(said)")
    }
  }
}
