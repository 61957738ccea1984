import Foundation
import TestSupport
import Testing

@testable import SitingCLI

@Suite("Files on the command line")
struct FileCommandTests {
  @Test(
    "a line far off the globe is an error",
    arguments: ["1e14,0", "0,1e14", "1e300,1e300", "-1e14,91"])
  func hugeLine(position: String) throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write(
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
        + "{\"highway\":\"footway\"},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[\(position)],"
        + "[\(position)]]}}]}", to: "line.geojson")
    let run = try Program.run("inspect", path)
    #expect(!run.isCrash && run.status == 65, "\(run.errors)")
    #expect(run.errors.contains("nothing in it can be walked"), "\(run.errors)")
  }

  @Test("aliases that grow without bound are refused", arguments: ["rules lint", "check"])
  func aliases(command: String) throws {
    var yaml = "a: &a [x,x,x,x,x,x,x,x,x]\n"
    // 10²⁴ nodes: whoever writes them out does not return.
    let names = "abcdefghijklmnopqrstuvwxyz"
    for (name, below) in zip(names.dropFirst(), names) {
      let items = Array(repeating: "*\(below)", count: 9).joined(separator: ",")
      yaml += "\(name): &\(name) [\(items)]\n"
    }
    let scratch = try ScratchFolder()
    let path = try scratch.write(yaml + "? *z\n: 1\n? *y\n: 2\n", to: "p.yaml")
    let run = try Program.run(command.split(separator: " ").map(String.init) + [path])
    #expect(run.status == 65 && !run.isCrash, "\(run.errors)")
    #expect((run.errors + run.output).contains("more than a million nodes"), "\(run.errors)")
  }

  @Test("a layer of which nothing is left ends a check, and nothing is written")
  func lost() throws {
    let scratch = try ScratchFolder()
    let parcels = try scratch.write(
      "编号,户数,经度,纬度\n1,100,113.5,34.5\n2,80,113.51,34.5\n", to: "parcels.csv")
    let facilities = try scratch.write(
      "编号,类型,坐标\n1,养老院,\"0,0\"\n2,养老院,\"0,0\"\n", to: "facilities.csv")
    let run = try Program.run(
      "check", "--parcels", parcels, "--facilities", facilities, "--crs", "EPSG:4490", "--pack",
      "gb50180-2018", "--out", scratch.path("out"), "--quiet")
    #expect(
      run.status == 65 && run.errors.contains("none of its 2 rows can be used"), "\(run.errors)")
    #expect(run.errors.contains("zero coordinates in 2 rows"), "\(run.errors)")
    #expect(try scratch.names() == ["facilities.csv", "parcels.csv"])
  }

  @Test("a network that cannot be read is told with what is wrong with the layers")
  func unreadableNetwork() throws {
    let scratch = try ScratchFolder()
    _ = try scratch.write("编号,经度,纬度\n1,0,0\n", to: "parcels.csv")
    _ = try scratch.write("不是路网", to: "streets.osm.pbf")
    let project = try scratch.write(
      """
      schema: 1
      packs: [gb50180-2018]
      layers:
        parcels: {file: parcels.csv, crs: EPSG:4490}
        facilities: none.csv
        network: streets.osm.pbf
      """, to: "project.yaml")
    let run = try Program.run(
      "check", project, "--out", scratch.path("out"), "--quiet", "--lang", "zh")
    #expect(run.status == 66 || run.status == 65)
    #expect(run.errors.contains("none.csv：没有此文件"), "\(run.errors)")
    #expect(run.errors.contains("streets.osm.pbf"), "\(run.errors)")
    #expect(!run.isCrash)
  }
}
