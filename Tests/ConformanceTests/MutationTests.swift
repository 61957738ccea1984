import Foundation
import GeoData
import TestSupport
import Testing

@testable import Conformance

/// A check that cannot fail is worth nothing: whatever is changed in what a case expects, the same
/// results must no longer agree with it.
@Suite("An expectation that is changed in any field makes its case disagree")
struct MutationTests {
  private typealias Object = [String: Any]

  @Test("all cases that agree")
  func bundled() async throws {
    let run = try await BundledCases.shared
    let agreeing = Set(zip(run.cases, run.outcomes).filter { $1 == .pass }.map(\.0.id))
    var tried: [String: Int] = [:]
    for one in try objects() {
      let id = try #require(one["id"] as? String)
      guard agreeing.contains(id) else { continue }
      #expect(run.differences(try read(one)).isEmpty, "\(id) agrees unchanged")
      for (field, mutant) in mutants(of: one) {
        tried[field, default: 0] += 1
        let found = run.differences(try read(mutant))
        #expect(!found.isEmpty, "\(id) still agrees with another \(field)")
      }
    }
    for field in [
      "verdict", "measured", "required", "shortfall", "flags", "has", "without", "facilities",
      "distance", "on", "rule", "overall", "groups", "rejected", "rejected_count", "exit",
      "message", "findings", "reason", "attribution", "pack", "kind", "layers",
    ] { #expect(tried[field, default: 0] > 0, "no case tries \(field)") }
  }

  private func objects() throws -> [Object] {
    let folder = GeoData.folder.appendingPathComponent("conformance")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".json") }.sorted()
    return try files.flatMap { file in
      let data = try Data(contentsOf: folder.appendingPathComponent(file))
      let whole = try #require(try JSONSerialization.jsonObject(with: data) as? Object)
      return try #require(whole["cases"] as? [Object])
    }
  }

  private func read(_ object: Object) throws -> ConformanceCase {
    let data = try JSONSerialization.data(withJSONObject: ["cases": [object]])
    let suite = try ConformanceSuite(
      texts: [("mutant.json", String(decoding: data, as: UTF8.self))])
    return try #require(suite.cases.first)
  }

  // MARK: What is changed

  private func mutants(of one: Object) -> [(field: String, case: Object)] {
    var mutants: [(String, Object)] = []
    func add(_ field: String, _ key: String, _ value: Any?) {
      var mutant = one
      mutant[key] = value
      mutants.append((field, mutant))
    }
    let findings = one["expect"] as? [Object] ?? []
    for (place, finding) in findings.enumerated() {
      for (field, changed) in self.findings(from: finding) {
        var all = findings
        all[place] = changed
        add(field, "expect", all)
      }
    }
    let overall = one["overall"] as? Object ?? [:]
    for id in overall.keys {
      for verdict in verdicts where verdict != overall[id] as? String {
        add("overall", "overall", overall.merging([id: verdict]) { $1 })
      }
      add("overall", "overall", overall.merging(["zz": "pass"]) { $1 })
    }
    for groups in changed(groups: one["groups"] as? [Object]) { add("groups", "groups", groups) }
    let rejected = one["rejected"] as? Object ?? [:]
    for id in rejected.keys {
      add("rejected", "rejected", rejected.merging([id: "zz-no"]) { $1 })
      add("rejected", "rejected", rejected.merging(["zz": NSNull()]) { $1 })
    }
    if let count = one["rejected_count"] as? Int {
      add("rejected_count", "rejected_count", count + 1)
    }
    if let count = one["findings"] as? Int { add("findings", "findings", count + 1) }
    for layers in changed(layers: one["layers"] as? [String: [String: Object]]) {
      add("layers", "layers", layers)
    }
    mutants += endings(of: one)
    return mutants
  }

  private let verdicts = ["pass", "fail", "unknown", "not_applicable"]

  /// Cases that end otherwise, and say something else.
  private func endings(of one: Object) -> [(String, Object)] {
    var mutants: [(String, Object)] = []
    let inputs = ["id", "group", "says", "packs", "project", "parcels", "facilities"]
    if let exit = one["exit"] as? Int {
      for other in [64, 65, 66, 70, 73] where other != exit {
        mutants.append(("exit", one.merging(["exit": other]) { $1 }))
      }
      let message = one["message"] as? [String] ?? []
      mutants.append(("message", one.merging(["message": message + ["zz-no"]]) { $1 }))
    } else {
      mutants.append(
        ("exit", one.filter { inputs.contains($0.key) }.merging(["exit": 65]) { $1 }))
      mutants.append(("message", one.merging(["message": "zz-no"]) { $1 }))
    }
    return mutants
  }

  private func findings(from finding: Object) -> [(field: String, finding: Object)] {
    var changed: [(String, Object)] = []
    func add(_ field: String, _ value: Any) {
      changed.append((field, finding.merging([field: value]) { $1 }))
    }
    let isAbsent = finding["verdict"] as? String == "absent"
    if isAbsent {
      for verdict in verdicts { add("verdict", verdict) }
      return changed
    }
    for verdict in verdicts
    where finding["verdict"] != nil && verdict != finding["verdict"] as? String {
      add("verdict", verdict)
    }
    let about = finding.filter { ["rule", "on", "pack", "kind"].contains($0.key) }
    changed.append(("verdict", about.merging(["verdict": "absent"]) { $1 }))
    for field in ["on", "rule", "pack", "kind", "attribution", "reason"] { add(field, "zz-no") }
    for field in ["measured", "required", "shortfall", "distance"] {
      guard let figure = finding[field] as? Double else { continue }
      let step = max(1, abs(figure) * 0.01, (finding["within"] as? Double ?? 0) * 2)
      add(field, figure + step)
      add(field, figure - step)
      if field != "distance", field != "shortfall" || figure != 0 { add(field, NSNull()) }
    }
    for field in ["flags", "facilities"] {
      guard let words = finding[field] as? [String] else { continue }
      add(field, words + ["zz"])
      for place in words.indices {
        add(field, words.enumerated().filter { $0.offset != place }.map(\.element))
      }
    }
    add("has", (finding["has"] as? [String] ?? []) + ["zz"])
    for flag in (finding["flags"] as? [String] ?? []) + (finding["has"] as? [String] ?? []) {
      add("without", [flag])
    }
    return changed
  }

  private func changed(groups: [Object]?) -> [[Object]] {
    guard let groups else { return [] }
    var all = [groups + [[:]]]
    for (place, group) in groups.enumerated() {
      all.append(groups.enumerated().filter { $0.offset != place }.map(\.element))
      for value in changed(row: group) {
        all.append(groups.enumerated().map { $0.offset == place ? value : $0.element })
      }
    }
    return all
  }

  private func changed(layers: [String: [String: Object]]?) -> [[String: [String: Object]]] {
    (layers ?? [:]).flatMap { layer, rows in
      rows.flatMap { id, row in
        changed(row: row).map {
          (layers ?? [:]).merging([layer: rows.merging([id: $0]) { $1 }]) { $1 }
        }
      } + [[layer: ["zz": ["verdict": "pass"]]]]
    }
  }

  /// A row with one of its columns changed.
  private func changed(row: Object) -> [Object] {
    row.flatMap { column, value -> [Object] in
      let others: [Any] =
        switch value {
        case let ids as [String]: [ids + ["zz"], Array(ids.dropFirst())]
        case let number as Double: [number + max(1, abs(number) * 0.01), NSNull(), "zz"]
        case let text as String: [text + "zz", NSNull()]
        default: ["zz", 1]
        }
      return others.map { row.merging([column: $0]) { $1 } }
    }
  }
}
