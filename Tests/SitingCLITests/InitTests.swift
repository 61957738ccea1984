import Foundation
import TestSupport
import Testing

/// `siting init`: from files to a project that runs once its questions are answered.
@Suite("Init")
struct InitTests {
  private static func points(_ properties: [String]) -> String {
    let features = properties.enumerated().map { index, text in
      #"{"type":"Feature","properties":{\#(text)},"geometry":{"type":"Point","coordinates":[115.65\#(index),34.41]}}"#
    }
    return #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
  }

  @Test("what was found is written, what was not is asked, and the answers make it run")
  func init_() throws {
    let scratch = try ScratchFolder()
    let parcels = try scratch.write(
      Self.points([#""编号":"A","小区名称":"春江","户数":300"#, #""编号":"B","小区名称":"南苑","户数":120"#]),
      to: "小区 \"1\".geojson")
    let facilities = try scratch.write(
      "名称,设施类型,x坐标,y坐标\n一站,养老驿馆,115.650,34.41\n二站,日间照料中心,115.651,34.41\n",
      to: "设施.csv")
    let units = try scratch.write(
      Self.points([#""名称":"东社区""#, #""名称":"西社区""#]), to: "units.geojson")
    let project = scratch.path("project.yaml")
    let run = try Program.run(
      "init", parcels, facilities, units, "--pack", "shangqiu-2022", "--out", project, "--lang",
      "en")
    #expect(run.status == 0, "\(run.errors)")
    var text = try scratch.text("project.yaml")
    for line in [
      #"- file: "小区 \"1\".geojson""#, #"- file: "设施.csv""#, "level: community", "# crs: …",
      "# kinds: {养老驿馆: …}", #"fields: {id: "row"}"#, #"packs: ["shangqiu-2022"]"#,
    ] {
      #expect(text.contains(line), "\(line) in\n\(text)")
    }
    #expect(run.errors.contains("in which CRS is it?") && run.errors.contains("养老驿馆"))
    // It is left alone when it is there.
    let again = try Program.run("init", parcels, "--out", project)
    #expect(again.status == 64)
    #expect(try scratch.text("project.yaml") == text)

    let asked = try Program.run("check", project, "--out", scratch.path("out"), "--lang", "en")
    #expect(asked.status == 65 && asked.errors.contains("crs"), "\(asked.errors)")
    text = text.replacing("# crs: …", with: "crs: EPSG:4490")
      .replacing("# kinds: {养老驿馆: …}", with: "kinds: {养老驿馆: elder_day_care}")
    try scratch.write(text, to: "project.yaml")
    let checked = try Program.run(
      "check", project, "--out", scratch.path("out"), "--lang", "en", "--outputs",
      "parcels.geojson")
    #expect(checked.status == 0, "\(checked.errors)")
  }

  @Test("a file that cannot be read is an error, and nothing is written")
  func errors() throws {
    let scratch = try ScratchFolder()
    let project = scratch.path("project.yaml")
    for (files, status) in [
      ([scratch.path("none.shp")], Int32(66)), ([scratch.path("none.osm.pbf")], 66),
      ([try scratch.write("x", to: "a.gpkg")], 65), ([try scratch.write("", to: "b.geojson")], 65),
    ] {
      let run = try Program.run(["init"] + files + ["--out", project])
      #expect(run.status == status, "\(files): \(run.errors)")
      #expect(!FileManager.default.fileExists(atPath: project))
    }
    let run = try Program.run(
      "init", scratch.path("b.geojson"), "--pack", "no-such", "--out", project)
    #expect(run.status != 0)
  }
}
