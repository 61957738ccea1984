import Compliance
import Foundation
import Rules
import TestSupport
import Testing
import Workers

@testable import Publishing

@Suite("Comparing runs")
struct RunComparisonTests {
  private func compare(
    _ before: MadeUpRun, _ after: MadeUpRun, workers: Int = 1
  ) async throws -> RunComparison {
    let scratch = try ScratchFolder()
    return try await RunComparison.compare(
      try before.write(to: scratch, "a"), with: try after.write(to: scratch, "b"),
      workers: Workers(count: workers))
  }

  private func subjects(_ comparison: RunComparison, _ kind: String) -> [Change: Int] {
    comparison.subjects.first { $0.kind == kind }?.counts ?? [:]
  }

  /// The later run of the golden files: something of everything.
  static var later: MadeUpRun {
    var run = MadeUpRun()
    run.engine = "1.1"
    run.asOf = "2026-12-31"
    run.assumptions = ["detour": "1.3"]
    run.packHashes = ["p": "bb", "q": "cc"]
    run.inputs = [("parcels", "新.geojson", "22"), ("facilities", "f.csv", "33")]
    run.parcels = [("A", "pass"), ("C", "fail"), ("D", "fail")]
    run.rules = ["p/empty"]
    run.findings = [
      .init(rule: "area", id: "A", verdict: "pass", measured: "30.5"),
      .init(rule: "area", id: "C", verdict: "fail", measured: "1", shortfall: "29"),
      .init(rule: "area", id: "D", verdict: "fail", measured: "2", shortfall: "28"),
      .init(rule: "circle", id: "A", verdict: "fail", measured: "99.999999", shortfall: "0.000001"),
      .init(rule: "circle", id: "C", verdict: "fail", measured: "0", shortfall: "100"),
      .init(rule: "circle", id: "D", verdict: "not_applicable"),
      .init(rule: "beds", kind: "city", id: "city", verdict: "fail", shortfall: "6"),
      .init(pack: "q", rule: "new", id: "A", verdict: "pass"),
    ]
    return run
  }

  @Test("the same run twice says the same")
  func same() async throws {
    let comparison = try await compare(MadeUpRun(), MadeUpRun())
    #expect(comparison.isEmpty && comparison.differences.isEmpty)
    #expect(comparison.changedFindings == 0)
    #expect(comparison.rules.map(\.compared) == [3, 1, 3])
    #expect(comparison.subjects.map(\.kind) == ["parcel", "city"])
    #expect(comparison.subjects[0].unchanged == 3)
  }

  @Test("each way that a verdict can go, rule by rule and parcel by parcel")
  func transitions() async throws {
    let comparison = try await compare(MadeUpRun(), Self.later)
    #expect(comparison.rules.map(\.name.rule) == ["area", "beds", "circle"])
    let area = comparison.rules[0]
    #expect(area[.failToPass] == 1 && area[.fromUnknown] == 1)
    #expect(area[.added] == 1 && area[.gone] == 1 && area.changed == 4 && area.compared == 2)
    #expect(comparison.rules[1][.figures] == 1)
    #expect(comparison.rules[2][.passToFail] == 1 && comparison.rules[2].changed == 3)
    #expect(comparison.rulesGone.isEmpty)
    #expect(comparison.rulesAdded.map(\.rule) == ["empty", "new"])
    #expect(
      subjects(comparison, "parcel") == [.improved: 1, .other: 1, .added: 1, .gone: 1])
    // Lacks 6 instead of 7.
    #expect(subjects(comparison, "city") == [.improved: 1])
  }

  @Test("what went in differently, by what files hold and not by their names")
  func differences() async throws {
    var before = MadeUpRun()
    before.inputs += [("units", "old.geojson", "44"), ("units", "x.geojson", "55")]
    var after = Self.later
    after.inputs += [("units", "moved.geojson", "44")]
    let differences = try await compare(before, after).differences
    #expect(
      differences.inputs.map { "\($0.role) \($0.fileBefore ?? "–") \($0.fileAfter ?? "–")" } == [
        "facilities – f.csv", "parcels parcels.geojson 新.geojson", "units x.geojson –",
      ])
    #expect(differences.packs.map(\.id) == ["p", "q"])
    #expect(differences.packs[1].hashBefore == nil)
    // That a detour of 1.3 is stated which held before, too, is no change.
    #expect(differences.settings.map(\.name) == ["as_of", "engine"])
  }

  @Test(
    "figures are compared as they are written, and what a failure lacks has a direction",
    arguments: [
      ("1.1", "1.1", Change?.none), ("1.1", "1.10", .other), ("0.3", "0.300001", .worsened),
      ("9007199254740993", "9007199254740992", .other), ("1e3", "1e3", nil), ("", "0", .other),
      ("-1", "-2", .improved), ("123456789012.5", "123456789012.499999", .improved),
      ("0", "-0", .other),
    ])
  func figures(before: String, after: String, change: Change?) async throws {
    var runs = [MadeUpRun(), MadeUpRun()]
    runs[0].findings[0].shortfall = before
    runs[1].findings[0].shortfall = after
    let comparison = try await compare(runs[0], runs[1])
    #expect(comparison.findings.changes.map(\.change) == (change.map { [$0] } ?? []))
    #expect(subjects(comparison, "parcel") == (change.map { [$0: 1] } ?? [:]))
  }

  @Test("the verdict as a whole decides about a parcel, else its findings, else it is mixed")
  func parcelChange() {
    let mixed: ChangeSet = [.improved, .worsened]
    #expect(mixed.change(from: .fail, to: .pass) == .improved)
    #expect(mixed.change(from: .pass, to: .fail) == .worsened)
    #expect(mixed.change(from: .fail, to: .fail) == .other)
    #expect(ChangeSet([.improved, .other]).change(from: .fail, to: .fail) == .improved)
    #expect(ChangeSet.worsened.change(from: nil, to: nil) == .worsened)
    #expect(ChangeSet.other.change(from: .fail, to: .fail) == .other)
    #expect(ChangeSet().change(from: .pass, to: .unknown) == .other)
    #expect(ChangeSet().change(from: .pass, to: .pass) == nil)
  }

  @Test("the order of rows, and the number of workers, change no byte", arguments: UInt64(0)..<10)
  func order(seed: UInt64) async throws {
    let scratch = try ScratchFolder()
    var random = SplitMix64(seed: seed)
    func publish(_ name: String, _ before: MadeUpRun, _ after: MadeUpRun, workers: Int)
      async throws -> [String]
    {
      let workers = Workers(count: workers)
      let comparison = try await RunComparison.compare(
        try before.write(to: scratch, "\(name)-a"), with: try after.write(to: scratch, "\(name)-b"),
        workers: workers)
      _ = try await ComparisonPublication.publish(
        comparison, to: "\(scratch.path)/\(name)",
        options: ComparisonPublication.Options(workers: workers, engineVersion: "0"))
      return try ["changes.csv", "changes.geojson"].map { try scratch.text("\(name)/\($0)") }
    }
    let straight = try await publish("x", MadeUpRun(), Self.later, workers: 1)
    var before = MadeUpRun()
    var after = Self.later
    before.findings.shuffle(using: &random)
    after.findings.shuffle(using: &random)
    before.parcels.shuffle(using: &random)
    after.parcels.shuffle(using: &random)
    #expect(try await publish("y", before, after, workers: 3) == straight)
  }

  @Test("changes as a table, a layer and a manifest")
  func golden() async throws {
    let scratch = try ScratchFolder()
    let comparison = try await RunComparison.compare(
      try MadeUpRun().write(to: scratch, "a"), with: try Self.later.write(to: scratch, "b"))
    let files = try await ComparisonPublication.publish(
      comparison, to: "\(scratch.path)/out",
      options: ComparisonPublication.Options(engineVersion: "0.0.0-test"))
    #expect(
      files.map(\.name) == [
        "changes.html", "changes.geojson", "changes.qml", "changes.csv", "manifest.json",
      ])
    for file in files.map(\.name) {
      // The look has no facts in it.
      let text = try scratch.text("out/\(file)").replacing(scratch.path, with: "…")
        .replacing(/"manifest_sha256": "[0-9a-f]{64}"/, with: "\"manifest_sha256\": \"…\"")
        .replacing(/<style>(.|\n)*<\/style>/, with: "<style></style>")
      try Golden.publishing.compare(text, with: "Comparison/\(file)")
    }
    // What fails still tells what was missing and is, as the table has it.
    let page = try scratch.text("out/changes.html")
    for row in try scratch.text("out/changes.csv").split(separator: "\n").dropFirst() {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      guard cells[3] == "parcel", cells[5] == "fail", cells[6] == "fail", cells[9] != cells[10],
        !cells[9].isEmpty, !cells[10].isEmpty
      else { continue }
      let told = page.contains("\(cells[9])\u{00A0}places → \(cells[10])\u{00A0}places")
      #expect(told, "\(row)")
    }
    // Ours, so that the next comparison may take its place.
    _ = try await ComparisonPublication.publish(
      comparison, to: "\(scratch.path)/out",
      options: ComparisonPublication.Options(engineVersion: "0.0.0-test"))
    #expect(try scratch.names() == ["a", "b", "out"])
  }
}
