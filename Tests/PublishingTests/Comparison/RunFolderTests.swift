import Foundation
import GeoFiles
import TestSupport
import Testing

@testable import Publishing

@Suite("Folders of runs")
struct RunFolderTests {
  private func error(_ change: (ScratchFolder) throws -> Void) async throws -> String {
    let scratch = try ScratchFolder()
    let good = try MadeUpRun().write(to: scratch, "good")
    _ = try MadeUpRun().write(to: scratch, "bad")
    try change(scratch)
    do {
      _ = try await RunComparison.compare(good, with: "\(scratch.path)/bad")
      return "no error"
    } catch {
      return "\(error)".replacing("\(scratch.path)/", with: "")
    }
  }

  private func removing(_ name: String) async throws -> String {
    try await error { try FileManager.default.removeItem(atPath: "\($0.path)/\(name)") }
  }

  /// A run whose files are whole, but say what no batch says.
  private func fault(of change: (inout MadeUpRun) -> Void) async throws -> String {
    try await error { scratch in
      var run = MadeUpRun()
      change(&run)
      _ = try run.write(to: scratch, "bad")
    }
  }

  @Test("a folder that is not there, not ours or not whole is named, with the way out")
  func hostile() async throws {
    #expect(try await removing("bad") == "bad: no such folder; check the path")
    #expect(
      try await removing("bad/manifest.json")
        == "bad: holds no manifest.json, so it is no result of siting; name a folder that"
        + " 'siting check --out' wrote")
    #expect(
      try await removing("bad/findings.csv")
        == "bad/findings.csv: no such file, though the manifest lists it; copy the whole folder,"
        + " or run 'siting check' again")
    #expect(
      try await error { try $0.write("<xml/>", to: "bad/manifest.json") }
        == "bad/manifest.json: is not JSON, so its folder is no result of siting; name a folder"
        + " that 'siting check --out' wrote, or write it again")
    #expect(
      try await error { try $0.write("{\"name\": \"x\"}", to: "bad/manifest.json") }
        .contains("is not a manifest of siting"))
    let length = MadeUpRun().files["findings.csv"]?.utf8.count ?? 0
    #expect(
      try await error { try $0.write("pack,rule\n", to: "bad/findings.csv") }
        == "bad/findings.csv: has 10 bytes instead of the \(length) in the manifest; it was cut off"
        + " or edited, so copy the folder again, or run 'siting check' again")
    #expect(
      try await error { scratch in
        let manifest = try scratch.text("bad/manifest.json")
        try scratch.write(
          manifest.replacing("\"schema\":1", with: "\"schema\":2"), to: "bad/manifest.json")
      }.contains("has schema 2, which a later version wrote"))
    #expect(
      try await error { scratch in
        let manifest = try scratch.text("bad/manifest.json")
        try scratch.write(
          manifest.replacing("parcels.geojson\":{\"b", with: "x\":{\"b"), to: "bad/manifest.json")
      } == "bad: was written without parcels.geojson; run 'siting check' again with"
        + " parcels.geojson among its --outputs")
  }

  @Test("rows that no batch writes are named by line")
  func rows() async throws {
    #expect(
      try await fault { run in run.findings[1].verdict = "passed" }
        == "bad/findings.csv:3: 'passed' is no verdict; the file was damaged or edited, run"
        + " 'siting check' again")
    #expect(
      try await fault { run in run.findings[1].id = "A" }
        .contains("findings.csv:3: parcel A is there twice for rule area"))
    #expect(
      try await fault { run in run.findings[0].id = "Z" }
        .contains("findings.csv has the parcel Z, parcels.geojson has not"))
    #expect(
      try await fault { run in run.findings[0].measured = "1,2" }
        .contains("line 2: has 12 fields instead of 11"))
    #expect(
      try await fault { run in run.parcels[1].1 = "green" }
        .contains("parcels.geojson: feature 2: has no verdict"))
  }

  @Test("a comparison is no run")
  func comparison() async throws {
    #expect(
      try await error {
        try $0.write(
          #"{"schema": 1, "engine": {"name": "siting"}, "comparison": {}}"#,
          to: "bad/manifest.json")
      }
        == "bad: is a comparison of two results; name the results themselves")
  }
}
