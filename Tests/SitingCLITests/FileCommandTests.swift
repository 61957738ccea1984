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

  @Test("aliases that grow without bound are refused at once", arguments: ["rules lint", "check"])
  func aliases(command: String) throws {
    var yaml = "a: &a [x,x,x,x,x,x,x,x,x]\n"
    for (name, below) in zip("bcdefghi", "abcdefgh") {
      let items = Array(repeating: "*\(below)", count: 9).joined(separator: ",")
      yaml += "\(name): &\(name) [\(items)]\n"
    }
    let scratch = try ScratchFolder()
    let path = try scratch.write(yaml + "? *i\n: 1\n? *h\n: 2\n", to: "p.yaml")
    let start = ContinuousClock.now
    let run = try Program.run(command.split(separator: " ").map(String.init) + [path])
    #expect(run.status == 65 && !run.isCrash, "\(run.errors)")
    #expect(ContinuousClock.now - start < .seconds(5))
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
}
