import TestSupport
import Testing
import Workers

@testable import GeoFiles

/// Files of others whose Chinese texts are known, and damaged ones.
@Suite(
  "Shapefiles and tables of others",
  .enabled(if: TestData.has("reference/encodings"), TestData.advice))
struct ReferenceFileTests {
  private func texts(_ name: String, of file: String) async throws -> [String?] {
    try await LayerFile.read(TestData.path(file), options: ReadOptions(workers: Workers(count: 2)))
      .texts(name)
  }

  @Test(
    "texts are right, whatever says their encoding",
    arguments: [
      ("gbk.dbf", "NAME", "简体国语"), ("utf8.dbf", "NAME", "国语國語"),
      ("chinese-ldid.shp", "NAME", "简体"), ("chinese_encoding.shp", "NAME99", "天长市"),
    ])
  func encodings(file: String, column: String, first: String) async throws {
    #expect(try await texts(column, of: "reference/encodings/\(file)").first == first)
  }

  @Test("all names of subdistricts and of roads are in known characters")
  func names() async throws {
    let places = try await texts("县", of: "cn-admin/beijing-subdistricts/beijing.shp")
    #expect(places.count == 331 && places.contains("朝阳区") && places.contains("密云县"))
    let roads = try await texts("road_name", of: "osm/xian-roads/xian_link.shp").compactMap { $0 }
    #expect(roads.contains("航天北路"))
    let wrong = roads.filter { $0.contains("\u{FFFD}") }
    #expect(roads.count > 9_000 && wrong.isEmpty, "\(wrong.prefix(3))")
  }

  @Test(
    "what is damaged or incomplete is an error with the place",
    arguments: [
      ("corrupt_too_long.shp", "it has 1145 bytes and says that it has 1144"),
      ("gauss_kruger.shp", "gauss_kruger.shx is missing"),
    ])
  func damaged(file: String, message: String) async throws {
    let path = TestData.path("reference/encodings/\(file)")
    let error = await #expect(throws: LayerFileError.self) { try await LayerFile.read(path) }
    #expect(error?.description.hasPrefix("\(path): ") == true)
    #expect(error?.description.contains(message) == true, "\(String(describing: error))")
  }
}
