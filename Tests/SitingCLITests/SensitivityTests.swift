import Foundation
import TestSupport
import Testing

@Suite("What the result depends on")
struct SensitivityTests {
  /// Verdicts of clauses that are not advisory, by rule and subject.
  private func verdicts(_ scratch: ScratchFolder, _ out: String) throws -> [String: String] {
    var found: [String: String] = [:]
    for line in try scratch.text("\(out)/findings.csv").split(whereSeparator: \.isNewline)
      .dropFirst()
    {
      // The clause alone may be in quotes, with commas.
      let cells = line.replacing(/"[^"]*"/, with: "").split(
        separator: ",", omittingEmptySubsequences: false)
      guard cells[3] != "advisory" else { continue }
      found["\(cells[0])/\(cells[1])/\(cells[4])/\(cells[5])"] = String(cells[6])
    }
    return found
  }

  /// Cells of the table's rows.
  private func table(_ page: String) throws -> [[String]] {
    let start = try #require(page.firstRange(of: "<table class=\"sensitivity\">")).upperBound
    let end = try #require(page[start...].firstRange(of: "</table>")).lowerBound
    return page[start..<end].components(separatedBy: "<tr>").dropFirst(2).map { row in
      row.matches(of: /<t[hd][^>]*>([^<]*)</).map { String($0.output.1) }
    }
  }

  @Test(
    "each row is what a run with that assumption says",
    arguments: [(0, "detour: 1.2"), (1, "detour: 1.4"), (4, "persons_per_household: 2.38")])
  func sameAsRuns(row: Int, assumption: String) throws {
    let scratch = try ScratchFolder()
    let folder = URL(fileURLWithPath: SamplePlans.project).deletingLastPathComponent().path
    let key = assumption.prefix { $0 != ":" }
    let stated = key == "detour" ? "detour: 1.3" : "persons_per_household: 2.64"
    // Without the column of people, so that the size of households matters.
    let parcels = try String(contentsOfFile: "\(folder)/parcels.geojson", encoding: .utf8)
      .replacing("\"人口\":", with: "\"x\":").replacing("\"常住人口\":", with: "\"x\":")
    try scratch.write(parcels, to: "parcels.geojson")
    let text = try String(contentsOfFile: SamplePlans.project, encoding: .utf8)
      .replacing("file: ", with: "file: \(folder)/")
      .replacing(
        "file: \(folder)/parcels.geojson", with: "file: \(scratch.path("parcels.geojson"))")
    try scratch.write(text, to: "a.yaml")
    try scratch.write(text.replacing(stated, with: assumption), to: "b.yaml")
    for name in ["a", "b"] {
      let run = try Program.run(
        [
          "check", scratch.path("\(name).yaml"), "--out", scratch.path(name), "--quiet", "--lang",
          "en",
        ]
          + (name == "a" ? ["--sensitivity"] : []))
      #expect(run.status == 0, "\(run.errors)")
    }
    let (before, after) = (try verdicts(scratch, "a"), try verdicts(scratch, "b"))
    var counts = [0, 0, 0]
    for (key, verdict) in before {
      guard let then = after[key], then != verdict else { continue }
      counts[then == "pass" ? 0 : then == "fail" ? 1 : 2] += 1
    }
    let cells = try table(scratch.text("a/report.html"))
    #expect(cells.count == 6)
    #expect(cells[row][3..<6].map { Int($0) } == counts, "\(cells[row])")
    #expect(counts != [0, 0, 0])
    #expect(!(try scratch.text("b/report.html")).contains("class=\"sensitivity\""))
  }
}
