import Documents
import Foundation
import GeoData
import TestSupport
import Testing
import Wording
import Workers

@testable import Planning

@Suite("Inspection")
struct InspectionTests {
  private func inspect(_ source: LayerSource, role: LayerRole? = nil) async throws
    -> LayerInspection
  {
    try await Inspection.inspect(
      source, role: role, vocabulary: .builtIn(), workers: Workers(count: 1))
  }

  @Test(
    "guesses what the sample's files are",
    arguments: [
      ("parcels", "parcels"), ("facilities", "facilities"), ("communities", "units"),
      ("streets", "units"), ("district", "units"),
    ])
  func roles(file: String, role: String) async throws {
    let path = GeoData.folder.appendingPathComponent("sample/\(file).geojson").path
    let found = try await Inspection.inspect(
      path, vocabulary: .builtIn(), workers: Workers(count: 1))
    #expect(found.role == role)
    #expect(found.rows > 0 && found.bytes > 0)
    #expect(found.rowsChecked <= found.rows)
  }

  @Test("says what is there and what is wrong")
  func parcels() async throws {
    let folder = try ScratchFolder()
    var test = TestCity()
    test.parcels[0].set("households", "\"约500\"")
    test.parcels[0].set("颜色", "\"红\"")
    test.parcels.append(TestCity.parcel("P1", 115.7, 34.44))
    test.parcels.append(TestCity.parcel("P4", 115.71, 34.44))
    let found = try await inspect(folder.source("p.geojson", geoJSON(test.parcels)))
    #expect((found.role, found.rows, found.rowsChecked) == ("parcels", 4, 2))
    #expect(found.isUsable)
    #expect(found.geometry == [LayerInspection.GeometryCount(kind: "polygon", rows: 4)])
    #expect(found.crs?.description == "WGS 84 (EPSG:4326), from the file")
    #expect(found.extent?.minX == 115.6495)
    let colour = try #require(found.columns.first { $0.name == "颜色" })
    #expect(colour.takenFor == nil && colour.missing == 3 && colour.samples == ["红"])
    #expect(found.columns.first { $0.name == "elders" }?.takenFor == "elders")
    #expect(found.columnsNotFound.contains("delivered"))
    #expect(found.problems.map(\.code) == ["repeated_id"])
    #expect(found.problems[0].rows == 2 && found.problems[0].firstRow == 1)
  }

  @Test("counts the words for kinds, known or not")
  func kinds() async throws {
    let folder = try ScratchFolder()
    var test = TestCity()
    test.facilities.append(TestCity.facility("F3", point(115.65, 34.441)))
    test.facilities[2].set("kind", "\"火箭站\"")
    let found = try await inspect(folder.source("f.geojson", geoJSON(test.facilities)))
    #expect(
      found.kinds == [
        LayerInspection.KindWord(word: "childcare", rows: 2, kind: "childcare"),
        LayerInspection.KindWord(word: "火箭站", rows: 1, kind: nil),
      ])
    #expect(found.problems.map(\.code) == ["unknown_kind"])
  }

  @Test("a column 设施类型 makes it one of facilities, whatever else it has")
  func roleByColumns() async throws {
    let folder = try ScratchFolder()
    for row in ["1,甲小区,300,养老院,113.5,34.5", "1,甲小区,300,某种设施,113.5,34.5"] {
      var source = try folder.source("f.csv", "编号,小区名称,户数,设施类型,经度,纬度\n\(row)\n")
      source.crs = "EPSG:4490"
      #expect(try await inspect(source).role == "facilities")
    }
  }

  @Test("a file that cannot be used yet is shown all the same")
  func errors() async throws {
    let folder = try ScratchFolder()
    let source = try folder.source("p.csv", "小区编号,户数,经度,纬度\nP1,500户,115.6,34.4\n")
    let found = try await inspect(source)
    #expect(!found.isUsable && found.crs == nil && found.rowsChecked == 0)
    #expect(found.problems[0].sentence.en.contains("does not say in which CRS it is"))
    #expect(found.columns.map(\.takenFor).prefix(2) == ["id", "households"])
    await #expect(throws: CityLoadError.self) {
      try await inspect(LayerSource(path: "no.csv", resolvedPath: "/no.csv"))
    }
  }
}
