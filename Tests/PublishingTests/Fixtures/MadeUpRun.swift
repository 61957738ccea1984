import Foundation
import TestSupport

@testable import Publishing

/// A result of `siting check` that no city stands behind.
struct MadeUpRun {
  struct Finding {
    var pack = "p"
    var rule: String
    var kind = "parcel"
    var id: String
    var verdict: String
    var measured = ""
    var shortfall = ""
  }

  var engine = "1.0"
  var asOf = "2025-12-31"
  var packHashes = ["p": "aa"]
  var inputs = [(role: "parcels", file: "parcels.geojson", hash: "11")]
  var assumptions: [String: String] = [:]
  /// Id and verdict.
  var parcels = [("A", "fail"), ("B", "pass"), ("C", "fail")]
  /// Beside those that have findings.
  var rules: [String] = []
  var findings = [
    Finding(rule: "area", id: "A", verdict: "fail", measured: "10", shortfall: "20.5"),
    Finding(rule: "area", id: "B", verdict: "pass", measured: "30"),
    Finding(rule: "area", id: "C", verdict: "unknown"),
    Finding(rule: "circle", id: "A", verdict: "pass", measured: "100"),
    Finding(rule: "circle", id: "B", verdict: "pass", measured: "100"),
    Finding(rule: "circle", id: "C", verdict: "fail", measured: "0", shortfall: "100"),
    Finding(rule: "beds", kind: "city", id: "city", verdict: "fail", shortfall: "7"),
  ]

  /// What stands in each file, in the order of the manifest's outputs.
  var files: [String: String] {
    let header =
      "\u{FEFF}pack,rule,clause,force,subject_kind,subject_id,verdict,flags,measured,shortfall,"
      + "shortfall_unit\n"
    let rows = findings.map {
      "\($0.pack),\($0.rule),\"§ 1, 第2条\",binding,\($0.kind),\($0.id),\($0.verdict),,"
        + "\($0.measured),\($0.shortfall),places\n"
    }
    let features = parcels.map { parcel in
      "{\"type\":\"Feature\",\"id\":\"\(parcel.0)\",\"properties\":{\"名称\":\"小区\(parcel.0)\","
        + "\"verdict\":\"\(parcel.1)\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":"
        + "[115.\(parcel.0.utf8.first ?? 0),34.5]}}"
    }
    return [
      "findings.csv": header + rows.joined(),
      "parcels.geojson":
        GeoJSONText.collection(features) + "\n",
    ]
  }

  func manifest(_ files: [String: String]) throws -> Data {
    var known: [String] = []
    for key in findings.map({ "\($0.pack)/\($0.rule)" }) + rules where !known.contains(key) {
      known.append(key)
    }
    let keys = known.sorted().map { $0.split(separator: "/").map(String.init) }
    let manifest: [String: Any] = [
      "schema": 1,
      "engine": ["name": "siting", "version": engine, "libraries": ["GEOS": "3"]],
      "project": [
        "name": ["en": "City", "zh": "市"], "as_of": asOf, "assumptions": assumptions,
        "statistics": [],
      ],
      "working_crs": "EPSG:4547",
      "inputs": inputs.map {
        ["role": $0.role, "file": $0.file, "sha256": $0.hash, "fields": ["name": "名称"]]
          as [String: Any]
      },
      "packs": packHashes.map { ["id": $0.key, "sha256": $0.value] },
      "inherited_packs": [],
      "counts": ["findings": keys.map { ["pack": $0[0], "rule": $0[1]] }],
      "outputs": files.mapValues { ["bytes": $0.utf8.count] },
    ]
    return try JSONSerialization.data(withJSONObject: manifest, options: .sortedKeys)
  }

  /// Writes the folder and returns its path.
  func write(to scratch: ScratchFolder, _ name: String) throws -> String {
    let path = "\(scratch.path)/\(name)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (file, text) in files { try scratch.write(text, to: "\(name)/\(file)") }
    try manifest(files).write(to: URL(fileURLWithPath: "\(path)/manifest.json"))
    return path
  }
}
