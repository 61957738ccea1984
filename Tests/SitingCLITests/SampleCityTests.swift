import Foundation
import GeoData
import TestSupport
import Testing

@testable import SitingCLI

@Suite("The sample city")
struct SampleCityTests {
  private var folder: URL { GeoData.folder.appendingPathComponent("sample") }

  private func files(_ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      files[name] = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
    return files
  }

  @Test("shows every verdict and every flag, and rejects its dirty rows")
  func everything() throws {
    let scratch = try ScratchFolder()
    let run = try Program.run(
      "check", folder.appendingPathComponent("project.yaml").path, "--out", scratch.path("out"),
      "--quiet")
    #expect(run.status == 0, "\(run.errors)")
    let findings = try String(contentsOfFile: scratch.path("out/findings.csv"), encoding: .utf8)
    for verdict in ["pass", "fail", "unknown", "not_applicable"] {
      #expect(findings.contains(",\(verdict),"), "no finding is \(verdict)")
    }
    for flag in [
      "estimated", "disputed", "rounded", "corrected", "speed_sensitive", "straight_line",
      "no_standard", "oversized", "draft", "advisory",
    ] {
      #expect(findings.contains(flag), "no finding is flagged \(flag)")
    }
    let rejected = try String(contentsOfFile: scratch.path("out/rejected.geojson"), encoding: .utf8)
    for code in ["repeated_id", "missing_id", "negative", "unknown_kind", "coordinates"] {
      #expect(rejected.contains(code), "no row is rejected for \(code)")
    }
  }

  @Test("the same bytes whatever the threads", arguments: ["zh", "en"])
  func threads(language: String) throws {
    let scratch = try ScratchFolder()
    let project = folder.appendingPathComponent("project.yaml").path
    for threads in ["1", "2", "5"] {
      let run = try Program.run(
        "check", project, "--out", scratch.path(threads), "--threads", threads, "--quiet",
        "--lang", language)
      #expect(run.status == 0, "\(run.errors)")
    }
    let first = try files(scratch.path("1"))
    // Eight layers or seven, with how they are drawn, and what is not a layer.
    #expect(first.count == 19 || first.count == 21)
    #expect(try files(scratch.path("2")) == first)
    #expect(try files(scratch.path("5")) == first)
  }

  @Test("another row order changes hashes and source positions only")
  func rowOrder() throws {
    let scratch = try ScratchFolder()
    let copy = scratch.url.appendingPathComponent("sample")
    try FileManager.default.copyItem(at: folder, to: copy)
    for name in ["parcels", "facilities", "communities", "streets"] {
      let file = copy.appendingPathComponent("\(name).geojson")
      guard
        var layer = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
          as? [String: Any],
        let features = layer["features"] as? [Any]
      else {
        Issue.record("\(name) is no collection")
        return
      }
      layer["features"] = Array(features.reversed())
      let options: JSONSerialization.WritingOptions = [.withoutEscapingSlashes, .sortedKeys]
      // First the same order through the same writer, so that only the order differs.
      layer["features"] = features
      try JSONSerialization.data(withJSONObject: layer, options: options).write(to: file)
      layer["features"] = Array(features.reversed())
      try JSONSerialization.data(withJSONObject: layer, options: options).write(
        to: copy.appendingPathComponent("\(name)-reversed.geojson"))
    }
    let project = try String(
      contentsOf: copy.appendingPathComponent("project.yaml"), encoding: .utf8)
    var reversed = project
    for name in ["parcels", "facilities", "communities", "streets"] {
      reversed = reversed.replacing("\(name).geojson", with: "\(name)-reversed.geojson")
    }
    try Data(reversed.utf8).write(to: copy.appendingPathComponent("reversed.yaml"))
    for name in ["project", "reversed"] {
      let run = try Program.run(
        "check", copy.appendingPathComponent("\(name).yaml").path, "--out", scratch.path(name),
        "--quiet", "--lang", "en")
      #expect(run.status == 0, "\(run.errors)")
    }
    let straight = try files(scratch.path("project"))
    let turned = try files(scratch.path("reversed"))
    let names = [
      "parcels.geojson", "facilities.geojson", "units.geojson", "catchments.geojson",
      "gaps.geojson", "findings.csv",
    ]
    for name in names { #expect(straight[name] == turned[name], "\(name)") }
  }
}
