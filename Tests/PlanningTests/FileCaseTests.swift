import Documents
import Foundation
import GeoFiles
import Planar
import TestSupport
import Testing
import Wording

@testable import Planning

/// Facilities in files of every kind: the place of the first must come out, or what is wrong be said.
@Suite("Files as they come")
struct FileCaseTests {
  private static let place = Point(x: 113.8597, y: 34.0592)

  private func load(_ source: LayerSource) async throws -> City {
    var project = Project()
    project.layers.facilities = [source]
    return try await PlanningTests.load(project)
  }

  /// A file of the test data, in CGCS2000 unless it says otherwise.
  private func load(case name: String, crs: String? = "EPSG:4490") async throws -> City {
    let path = TestData.path("cases/files/\(name)")
    var source = LayerSource(path: name, resolvedPath: path)
    source.crs = crs
    return try await load(source)
  }

  private func message(case name: String, crs: String? = "EPSG:4490") async -> String {
    do {
      _ = try await load(case: name, crs: crs)
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  @Test(
    "tables in every form", .enabled(if: TestData.has("cases/files"), TestData.advice),
    arguments: [
      ("one.csv", 1), ("one2.csv", 1), ("dms.csv", 6), ("pg.csv", 1), ("pg2.csv", 1),
      ("title.csv", 2),
      ("sep.csv", 2), ("pipe.csv", 2), ("fullcomma.csv", 2),
    ])
  func tables(name: String, rows: Int) async throws {
    let city = try await load(case: name)
    #expect(city.facilities.count == rows)
    let places = city.facilities.rows.wgs84
    #expect(abs(places.x[0] - Self.place.x) < 1e-5 && abs(places.y[0] - Self.place.y) < 1e-5)
    // The row of totals alone is left out.
    #expect(
      city.rejected.count
        == (["title.csv", "sep.csv", "pipe.csv", "fullcomma.csv"].contains(name) ? 1 : 0))
    if name == "dms.csv" {
      #expect(
        zip(places.x, places.y).allSatisfy { abs($0 - 113.8597) < 1e-5 && abs($1 - 34.0592) < 1e-5 }
      )
    }
  }

  @Test("the register of England", .enabled(if: TestData.has("cases/files"), TestData.advice))
  func register() async throws {
    let city = try await load(case: "cqc.csv")
    #expect(city.facilities.rows.ids == ["1-112588858"])
  }

  @Test("positions", .enabled(if: TestData.has("cases/files"), TestData.advice))
  func positions() async throws {
    let city = try await load(case: "zero.csv")
    #expect(city.facilities.rows.ids == ["1", "8"])
    #expect(
      Set(city.rejected.map(\.code)) == [.coordinatesOutOfRange, .zeroCoordinates])
    #expect(Set(city.rejected.map(\.id)) == ["2", "3", "4", "5", "6", "7", "9"])
    #expect(city.rejected.filter { $0.reasons == [.zeroPlace] }.map(\.id) == ["2", "3"])
  }

  @Test("data of others", .enabled(if: TestData.has("cases/files"), TestData.advice))
  func others() async throws {
    let city = try await load(case: "var.geojson", crs: nil)
    #expect(city.facilities.rows.wgs84.x == [Self.place.x])
    #expect(await message(case: "amap.json", crs: nil).contains("Amap's web service"))
    #expect(await message(case: "echarts.json", crs: nil).contains("ECharts"))
    var project = Project()
    project.layers.parcels = [
      LayerSource(path: "esri.json", resolvedPath: TestData.path("cases/files/esri.json"))
    ]
    let parcels = try await PlanningTests.load(project).parcels
    #expect(parcels.rows.ids == ["1"] && parcels.rows.geometry.kinds == [.polygon])
    for crs in ["EPSG:2362", "EPSG:4547"] {
      let said = await message(case: "x80.csv", crs: crs)
      #expect(said == "no error" || said.contains("state `crs: EPSG:4526`"), "\(said)")
    }
  }

  @Test("a table without coordinates is one error with its columns and what to write")
  func noCoordinates() async throws {
    let folder = try ScratchFolder()
    let text = "编号,名称,类型,地址\n1,甲,养老院,人民路 12 号\n2,乙,养老院,建设路\n"
    func said(_ text: String) async throws -> String {
      do {
        _ = try await load(folder.source("f.csv", text))
        return "no error"
      } catch {
        return "\(error)"
      }
    }
    let message = try await said(text)
    #expect(message.split(separator: "\n").count == 1, "\(message)")
    #expect(message.contains("no column of coordinates was found; its columns: 编号, 名称, 类型, 地址"))
    #expect(message.contains("`fields: {x: …, y: …}`"))
    // What names its unit can do without.
    var project = Project()
    project.layers.facilities = [
      try folder.source("g.csv", "编号,类型,社区\n1,养老院,C1\n2,养老院,C9\n")
    ]
    project.layers.units = [try folder.source("u.csv", "编号,级别\nC1,社区\nC2,社区\n")]
    let city = try await PlanningTests.load(project)
    #expect(city.facilities.count == 1 && city.units.count == 2)
  }

  @Test("a layer of which nothing is left is an error with the commonest reasons")
  func lost() async throws {
    let folder = try ScratchFolder()
    var source = try folder.source(
      "f.csv", "编号,类型,经度,纬度\n1,养老院,0,0\n2,养老院,0,0\n3,火箭站,113.5,34.5\n")
    source.crs = "EPSG:4490"
    let error = await #expect(throws: CityLoadError.self) { try await load(source) }
    let said = error?.description ?? ""
    #expect(
      said.hasPrefix(
        "f.csv: none of its 3 rows can be used: zero coordinates in 2 rows, first in row 1; unknown kind in row 3; "
      ), "\(said)")
    #expect(said.hasSuffix("siting inspect f.csv"))
  }

  @Test(
    "a row of totals is left out, and decides nothing",
    arguments: ["合计,,,,180", "总计：,,,,180", ",合计,,,180", "TOTAL,,,,180", " 小 计 ,,,,180"])
  func totals(row: String) async throws {
    let folder = try ScratchFolder()
    var source = try folder.source(
      "p.csv", "编号,名称,经度,纬度,户数\n1,甲,113.5,34.5,100\n2,乙,113.5,34.6,80\n\(row)\n")
    source.crs = "EPSG:4490"
    var project = Project()
    project.layers.parcels = [source]
    let city = try await PlanningTests.load(project)
    #expect(city.rejected.map(\.code) == [.totalRow])
    #expect(city.setAside.parcels.count == 0 && city.parcels.count == 2)
  }

  @Test(
    "a remark below the table is left out, and decides nothing",
    arguments: [
      "备注：以上为2025年数据", "注: 数据不含在建", "注1：见附表", "填表人：张三", "数据来源：民政局", "备 注：无", "Note: draft",
    ])
  func remarks(text: String) async throws {
    let folder = try ScratchFolder()
    var source = try folder.source(
      "p.csv", "编号,名称,经度,纬度,户数\n1,甲,113.5,34.5,100\n\(text),,,,\n")
    source.crs = "EPSG:4490"
    var project = Project()
    project.layers.parcels = [source]
    let city = try await PlanningTests.load(project)
    #expect(city.rejected.map(\.code) == [.remarkRow])
    #expect(city.rejected.allSatisfy { $0.decidesNothing })
    #expect(city.setAside.parcels.count == 0 && city.parcels.count == 1)
    // A row with something else in it is one.
    source = try folder.source("q.csv", "编号,经度,纬度,户数\n1,113.5,34.5,9\n\(text),,,80\n")
    source.crs = "EPSG:4490"
    project.layers.parcels = [source]
    #expect(try await PlanningTests.load(project).rejected.map(\.code) == [.noGeometry])
  }

  @Test("a file with a header alone is told")
  func noRows() async throws {
    let folder = try ScratchFolder()
    var source = try folder.source("f.csv", "id,kind,lon,lat\n")
    source.crs = "EPSG:4490"
    let city = try await load(source)
    #expect(city.facilities.count == 0 && city.notes.contains { $0.code == .noRows })
  }

  @Test("a separator that nobody looks for is asked for", arguments: ["、", "^", ":", " ", "~"])
  func separators(mark: String) async throws {
    let folder = try ScratchFolder()
    let rows = [["编号", "类型", "经度", "纬度"], ["1", "养老院", "113.5", "34.5"]]
    let text = rows.map { $0.joined(separator: mark) + "\n" }.joined()
    var source = try folder.source("f.csv", text)
    source.crs = "EPSG:4490"
    let error = await #expect(throws: CityLoadError.self) { try await load(source) }
    #expect(
      error?.description.contains("are they separated by '\(mark)'? Then write `sep=\(mark)`")
        == true,
      "\(error as Any)")
    source = try folder.source("g.csv", "sep=\(mark)\n" + text)
    source.crs = "EPSG:4490"
    #expect(try await load(source).facilities.rows.ids == ["1"])
  }

  @Test("a row with a value too many has no other reasons, from cells that stand in wrong columns")
  func surplusAlone() async throws {
    let folder = try ScratchFolder()
    var source = try folder.source(
      "f.csv",
      "id,beds,kind,lon,lat\n1,9,nursing_home,113.5,34.5\n1,乙,-9,火箭,113.5,34.5\n")
    source.crs = "EPSG:4490"
    let city = try await load(source)
    #expect(city.facilities.rows.ids == ["1"])
    #expect(city.rejected.map { $0.reasons.map(\.code) } == [[.unreadableRow]])
  }

  @Test("every file's fault is told at once, those of places too")
  func allFaults() async throws {
    let folder = try ScratchFolder()
    var project = Project()
    project.layers.parcels = [
      try folder.source("p.geojson", geoJSON([TestCity.parcel("A", 34.059, 113.859)])),
      LayerSource(path: "no.geojson", resolvedPath: folder.path("no.geojson")),
    ]
    var facilities = try folder.source("f.csv", "id,kind,x,y\n1,nursing_home,487047,3770236\n")
    facilities.crs = "EPSG:4490"
    var layered = try folder.source("l.csv", "id,kind,lon,lat\n1,nursing_home,113.5,34.5\n")
    layered.layer = "jiedao"
    layered.crs = "EPSG:4490"
    project.layers.facilities = [facilities, layered]
    project.layers.network = NetworkSource(
      LayerSource(path: "no.osm.pbf", resolvedPath: folder.path("no.osm.pbf")))
    let error = await #expect(throws: CityLoadError.self) { try await PlanningTests.load(project) }
    let files = Set(error?.faults.compactMap(\.file) ?? [])
    #expect(
      files == ["p.geojson", "no.geojson", "f.csv", "l.csv", "no.osm.pbf"], "\(error as Any)")
  }

  @Test("rows are numbered where the project says so, and a column `row` is one")
  func numbered() async throws {
    let folder = try ScratchFolder()
    var source = try folder.source(
      "f.csv", "编号,类型,经度,纬度\n,养老院,113.5,34.5\n7,养老院,113.6,34.5\n7,养老院,113.7,34.5\n")
    source.crs = "EPSG:4490"
    source.fields = ["id": "row"]
    let city = try await load(source)
    #expect(city.facilities.rows.ids == ["1", "2", "3"] && city.rejected.isEmpty)
    #expect(city.notes.contains { $0.code == .numberedRows })
    #expect(city.inputs[0].matchedFields["id"] == nil)
    var own = try folder.source("g.csv", "row,类型,经度,纬度\nx,养老院,113.5,34.5\n")
    own.crs = "EPSG:4490"
    own.fields = ["id": "row"]
    #expect(try await load(own).facilities.rows.ids == ["x"])
    var none = try folder.source("h.csv", "类型,经度,纬度\n养老院,113.5,34.5\n")
    none.crs = "EPSG:4490"
    let error = await #expect(throws: CityLoadError.self) { try await load(none) }
    #expect(error?.description.contains("`fields: {id: row}`") == true)
  }

  @Test("a column of a pack is a column of the file under another name")
  func packColumns() async throws {
    let folder = try ScratchFolder()
    var source = try folder.source("f.csv", "id,kind,lon,lat,星级\n1,nursing_home,113.5,34.5,是\n")
    source.crs = "EPSG:4490"
    source.fields = ["stars": "星级"]
    let city = try await load(source)
    #expect(city.facilities.rows.attributes["星级"] != nil)
    #expect(city.facilities.rows.attributes["stars"] == city.facilities.rows.attributes["星级"])
    source.fields = ["stars": "星及"]
    let error = await #expect(throws: CityLoadError.self) { try await load(source) }
    #expect(
      error?.description.contains("there is no column '星及' for 'stars'; did you mean '星级'?") == true
    )
  }

  @Test("a header that names what it is in is believed, and told where the project says otherwise")
  func datums() async throws {
    let folder = try ScratchFolder()
    var source = try folder.source("f.csv", "id,kind,百度经度,百度纬度\n1,nursing_home,113.5,34.5\n")
    let honoured = try await load(source)
    #expect(honoured.inputs[0].crs.description == "BD-09 (shifted WGS 84), from the file")
    #expect(abs(honoured.facilities.rows.wgs84.x[0] - 113.5) > 0.005)
    source.crs = "EPSG:4490"
    #expect(try await load(source).notes.contains { $0.code == .crsOverridden })
  }

  @Test("a row with a value too many takes no part", arguments: ["", ","])
  func surplus(end: String) async throws {
    let folder = try ScratchFolder()
    var source = try folder.source(
      "f.csv",
      "id,name,kind,lon,lat,beds\(end)\n1,a,nursing_home,113.5,34.5,9\(end)\n"
        + "2,b,c,nursing_home,113.5,34.5,9\n")
    source.crs = "EPSG:4490"
    let city = try await load(source)
    #expect(city.facilities.rows.ids == ["1"])
    #expect(city.rejected.map(\.code) == (end.isEmpty ? [.unreadableRow] : [.unusableGeometry]))
  }

  @Test("words that say that nothing is known", arguments: ["暂无数据", "暂无资料", "无数据", "暂无"])
  func missing(word: String) async throws {
    let folder = try ScratchFolder()
    var source = try folder.source(
      "f.csv",
      "id,kind,lon,lat,床位数\n1,nursing_home,113.5,34.5,\(word)\n2,nursing_home,113.5,34.5,5\n")
    source.crs = "EPSG:4490"
    let city = try await load(source)
    #expect(city.facilities.beds[0] == nil && !city.notes.contains { $0.code == .unreadableNumber })
  }
}
