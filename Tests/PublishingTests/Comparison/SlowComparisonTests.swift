import Foundation
import GeoFiles
import TestSupport
import Testing

@testable import Publishing

/// The comparison against the slow and simple one.
@Suite("Comparing runs, by dictionaries")
struct SlowComparisonTests {
  private static let verdicts = ["pass", "fail", "unknown", "not_applicable"]

  private func run(using random: inout SplitMix64) -> MadeUpRun {
    var run = MadeUpRun()
    run.parcels = []
    run.findings = []
    for id in ["b", "a", "é", "A-10", "A-9", "小区"] where Int.random(in: 0..<5, using: &random) > 0 {
      run.parcels.append((id, Self.verdicts.randomElement(using: &random) ?? ""))
    }
    let subjects = run.parcels.map { ("parcel", $0.0) } + [("city", "city"), ("street", "a")]
    for rule in ["x", "y", "z"] {
      for (kind, id) in subjects where Int.random(in: 0..<8, using: &random) > 0 {
        run.findings.append(
          MadeUpRun.Finding(
            rule: rule, kind: kind, id: id,
            verdict: Self.verdicts.randomElement(using: &random) ?? "",
            measured: ["", "1", "1.0", "2"].randomElement(using: &random) ?? "",
            shortfall: ["", "0.5", "7", "1e2"].randomElement(using: &random) ?? ""))
      }
    }
    run.findings.shuffle(using: &random)
    run.parcels.shuffle(using: &random)
    return run
  }

  /// Rows as in `changes.csv`, without their change.
  private func slow(_ before: MadeUpRun, _ after: MadeUpRun) -> Set<String> {
    func byKey(_ run: MadeUpRun) -> [String: MadeUpRun.Finding] {
      Dictionary(uniqueKeysWithValues: run.findings.map { ("\($0.rule),\($0.kind),\($0.id)", $0) })
    }
    let old = byKey(before)
    let new = byKey(after)
    let rules = Set(before.findings.map(\.rule)).intersection(after.findings.map(\.rule))
    var rows: Set<String> = []
    for key in Set(old.keys).union(new.keys) {
      let (a, b) = (old[key], new[key])
      guard let finding = b ?? a, rules.contains(finding.rule) else { continue }
      let cells = [
        a?.verdict, b?.verdict, a?.measured, b?.measured, a?.shortfall, b?.shortfall,
      ].map { $0 ?? "" }
      if a != nil, b != nil, cells[0] == cells[1], cells[2] == cells[3], cells[4] == cells[5] {
        continue
      }
      rows.insert(
        "p,\(finding.rule),\"§ 1, 第2条\",\(finding.kind),\(finding.id),"
          + cells.joined(separator: ","))
    }
    return rows
  }

  @Test("finds the same rows", arguments: UInt64(0)..<60)
  func rows(seed: UInt64) async throws {
    let scratch = try ScratchFolder()
    var random = SplitMix64(seed: seed)
    let before = run(using: &random)
    let after = run(using: &random)
    let comparison = try await RunComparison.compare(
      try before.write(to: scratch, "a"), with: try after.write(to: scratch, "b"))
    _ = try await ComparisonPublication.publish(
      comparison, to: "\(scratch.path)/out",
      options: ComparisonPublication.Options(engineVersion: "0"))
    let rows = try scratch.text("out/changes.csv").split(separator: "\n").dropFirst()
    let found = rows.map { row in row.prefix(upTo: row.lastIndex(of: ",") ?? row.endIndex) }
    #expect(found.count == Set(found).count)
    #expect(Set(found.map(String.init)) == slow(before, after))
    // Every parcel of either run is counted once.
    let parcels = Set(before.parcels.map(\.0)).union(after.parcels.map(\.0))
    let counts = try #require(comparison.subjects.first { $0.kind == "parcel" })
    #expect(counts.unchanged + counts.counts.values.reduce(0, +) == parcels.count)
  }

  @Test(
    "a text is its own number, whatever it is",
    arguments: [
      "0", "-0", "1", "1.0", "01", "0.000001", "0.0000001", "-12.5", ".5", "5.", "1e3", "+1", "-",
      "999999999999.999999", "1000000000000", "9223372036854775807", "20..30", "a,b", " 1",
    ])
  func figureTexts(text: String) {
    var figures = FigureTexts()
    let bytes = Array(text.utf8)
    let code = figures.code(of: bytes.span)
    let written = ByteBuffer()
    figures.append(code, to: written)
    #expect(String(decoding: written.bytes, as: UTF8.self) == (text == "a,b" ? "\"a,b\"" : text))
  }
}
