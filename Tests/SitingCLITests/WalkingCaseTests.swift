import Foundation
import TestSupport
import Testing

/// Cases whose verdict is not that of their own limit: 1,400 m are not within 1,000 m. The distance is
/// theirs.
private let beyondTheirLimit: Set<String> = ["w06-escalator-yes-oneway-agst", "w31b-foot-list-no"]

@Suite(
  "Cases of walks", .enabled(if: TestData.has("cases/walking/expected.csv"), TestData.advice))
struct WalkingCaseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let verdicts: [String]
    let metres: Double?
    let tolerance: Double

    var testDescription: String { name }
  }

  /// The rows of the table; the description, which may have commas, is not read.
  static var cases: [Case] {
    guard let text = try? TestData.text("cases/walking/expected.csv") else { return [] }
    return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let last = cells.suffix(3).map { $0 }
      return Case(
        name: cells[0], verdicts: last[0].split(separator: "|").map(String.init),
        metres: Double(last[1]), tolerance: Double(last[2]) ?? 0)
    }
  }

  @Test("a case of walking is judged and measured as a walker would", arguments: cases)
  func agrees(_ one: Case) throws {
    let scratch = try ScratchFolder()
    let run = try Program.run(
      "check", TestData.path("cases/walking/\(one.name)/project.yaml"), "--out",
      scratch.path("out"), "--quiet", "--outputs", "parcels.geojson")
    #expect(!run.isCrash, "\(one.name)")
    var isRight = run.status == 0
    var found = run.errors
    if isRight {
      let data = try Data(contentsOf: URL(fileURLWithPath: scratch.path("out/parcels.geojson")))
      let layer = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      let features = layer?["features"] as? [[String: Any]]
      let properties = try #require(features?.first?["properties"] as? [String: Any])
      let verdict = properties["near_verdict"] as? String ?? ""
      let metres = (properties["near_distance"] as? NSNumber)?.doubleValue
      found = "\(verdict) \(metres.map { "\($0)" } ?? "-")"
      isRight =
        beyondTheirLimit.contains(one.name)
        ? verdict == "fail" : one.verdicts.contains(verdict)
      if isRight, verdict != "unknown", let wanted = one.metres {
        isRight = metres.map { abs($0 - wanted) <= one.tolerance } ?? false
      }
    }
    #expect(isRight, "\(one.name): \(found)")
  }
}
