import Documents
import GeoData
import Planning
import TestSupport
import Testing
import Wording
import Workers

/// What is wrong with files and project files, in the language of the reader.
@Suite("Faults of loading in words")
struct LoadingWordsTests {
  /// Sentences that nobody has put into Chinese; single words may stay as they are.
  static func unsaid(_ text: FaultText) -> [String] {
    text.sentences.filter { sentence in
      sentence.contains(" ") && FaultWords.chinese[sentence] == nil
    }
  }

  @Test("of project files")
  func project() throws {
    let yaml = """
      schema: 2
      name: {}
      as_of: 2025/12/31
      scope: whole
      level: comunity
      layer: {}
      layers:
        parcel: p.geojson
        parcels: {fields: {household: 户数, x: 经度}}
        facilities: {file: f.geojson, kinds: {驿站: elder_station}, fields: {wkt: a, x: b, y: c, name: {column: d, unit: e}}}
        units: {file: u.geojson, level: streets}
        network: [{file: a.pbf, tolerance: -1}, b.pbf]
        plan: [[a]]
      assumptions: {persons_per_household: 0, detour: 0.9, status: old, urban: maybe}
      statistics:
        - {population: 5}
        - {unit: town, population: 5}
        - {unit: city, population: 5万}
        - {unit: city, elders: 5}
      parameters: {speed: fast, walking_speed: 0}
      distances: plane
      attribution: fairly
      """
    do {
      _ = try ProjectFile.read(yaml: yaml, path: "p.yaml", vocabulary: .builtIn())
      Issue.record("no fault")
    } catch let faults as DocumentFaults {
      #expect(faults.faults.count >= 20)
      for fault in faults.faults { #expect(Self.unsaid(fault.text) == [], "\(fault)") }
      #expect(faults.sentences(.zh).contains("p.yaml:1:9: schema 应为 1"))
    }
  }

  /// A file by its text, as facilities and as parcels.
  private static func faults(_ name: String, _ text: String, crs: String?) async throws
    -> [CityLoadError.Fault]
  {
    let scratch = try ScratchFolder()
    var source = LayerSource(path: name, resolvedPath: try scratch.write(text, to: name))
    source.crs = crs
    var project = Project()
    project.layers.facilities = [source]
    do {
      _ = try await CityLoader.load(
        project, vocabulary: .builtIn(), workers: Workers(count: 1))
      return []
    } catch let error as CityLoadError {
      return error.faults
    }
  }

  @Test(
    "of files",
    arguments: [
      ("编号,类型\n1,托育\n", nil, "没有坐标列"), ("类型,经度,纬度\n托育,113,34\n", nil, "坐标系"),
      ("名称,经度,纬度\n甲,113,34\n", "EPSG:4490", "没有可作“id”的列"),
      ("编号,类型,经度,纬度\n1,托育,34,113\n", "EPSG:4490", "对调两列"),
      ("编号,类型,经度,纬度\n1,托育,113.8,34.1\n", "EPSG:4547", "像是经纬度"),
      ("编号,类型,经度,纬度\n1,托育,500000,3800000\n", "EPSG:4490", "crs"),
      ("编号,类型,经度,纬度\n1,托育,0,0\n", "EPSG:4490", "1 行均不可用：坐标为零（第 1 行）"),
      ("编号,类型,经度,纬度\n1,托育,暂无数据,暂无资料\n2,托育,/,—\n", "EPSG:4490", "缺少坐标或图形（2 行，首见于第 1 行）"),
      ("", nil, "文件是空的"),
    ])
  func files(text: String, crs: String?, says: String) async throws {
    let faults = try await Self.faults("f.csv", text, crs: crs)
    #expect(!faults.isEmpty)
    for fault in faults { #expect(Self.unsaid(fault.text) == [], "\(fault)") }
    let said = faults.map { $0.located($0.text.said(in: .zh)) }.joined(separator: "\n")
    #expect(said.contains(says), "\(said)")
  }

  @Test("of files that are not there, and of kinds that are none")
  func others() async throws {
    var project = Project()
    project.layers.facilities = [LayerSource(path: "none.csv", resolvedPath: "/nowhere/none.csv")]
    project.layers.network = nil
    let error = await #expect(throws: CityLoadError.self) {
      try await CityLoader.load(project, vocabulary: .builtIn(), workers: Workers(count: 1))
    }
    #expect(error?.sentences(.zh).contains("没有此文件；请检查路径") ?? false)
    #expect(error?.sentences(.en) == error?.description)
    #expect(error?.faults[0].isMissingFile ?? false)
  }
}
