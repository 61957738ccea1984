import Foundation
import TestSupport
import Testing

/// Batches whose data lacks something, or has it twice: what is right stands beside each.
@Suite(
  "Cases of sharing and of days", .enabled(if: TestData.has("cases/sharing"), TestData.advice))
struct DataCaseTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let folder: String
    let arguments: [String]
    /// `rule subject verdict`, and the figure where it is one.
    let wanted: [String]

    var testDescription: String { "\(folder) \(arguments.first ?? "")" }
  }

  private static let shangqiu = [
    "--facilities", "facilities.geojson", "--pack", "shangqiu-2022",
  ]

  static let cases: [Case] = [
    // X without a status may need 30 m² a hundred households as well as 20.
    Case(
      folder: "sharing/status-worst",
      arguments: ["--parcels", "parcels-unknown.geojson"] + shangqiu,
      wanted: ["elder-floor-area-existing E unknown"]),
    Case(
      folder: "sharing/status-worst", arguments: ["--parcels", "parcels-asnew.geojson"] + shangqiu,
      wanted: ["elder-floor-area-existing E fail 19.09"]),
    Case(
      folder: "sharing/status-worst",
      arguments: ["--parcels", "parcels-asexisting.geojson"] + shangqiu,
      wanted: ["elder-floor-area-existing E pass"]),
    Case(
      folder: "sharing/unknown-group", arguments: ["--parcels", "parcels.geojson"] + shangqiu,
      wanted: ["elder-floor-area-existing E unknown", "elder-floor-area-existing U unknown"]),
    // A city's people are those of its districts; nobody is known to be an infant.
    Case(
      folder: "sharing/cityzero", arguments: ["p.yaml"],
      wanted: [
        "city-most city fail 1500", "city-rate city fail 13.33", "dist-most A fail 1000",
        "dist-infants A unknown", "dist-infants B unknown", "dist-cov A unknown",
      ]),
    Case(
      folder: "sharing/cityzero", arguments: ["p2.yaml"],
      wanted: ["dist-infants A fail 50", "dist-infants B unknown"]),
    // It counts for the district that it names.
    Case(
      folder: "sharing/nogeom", arguments: ["p.yaml"],
      wanted: ["centre A pass 1", "centre B pass 1", "most A fail 100", "most B fail 50"]),
    Case(
      folder: "sharing/nogeom", arguments: ["p2.yaml"],
      wanted: ["centre A pass 1", "rate B pass 50", "most B fail 50"]),
    // Ids are those of a file.
    Case(
      folder: "sharing/idclash", arguments: ["p.yaml"],
      wanted: ["centre A pass 2", "home A pass 2", "most A fail 180"]),
    // What lies inside serves; of what no street is near it is not known whom.
    Case(
      folder: "sharing/offnet", arguments: ["project.yaml"],
      wanted: [
        "five-minute-elder-day-care BIG pass", "five-minute-elder-day-care NEXT unknown",
        "five-minute-elder-day-care OFF fail",
      ]),
    // It opens in 2027.
    Case(
      folder: "day",
      arguments: [
        "--parcels", "p.geojson", "--facilities", "f3.csv", "--crs", "EPSG:4326", "--pack",
        "shangqiu-2022", "--as-of", "2025-12-31",
      ], wanted: ["five-minute-elder-day-care A fail"]),
    Case(
      folder: "day",
      arguments: [
        "--parcels", "p.geojson", "--facilities", "f3.csv", "--crs", "EPSG:4326", "--pack",
        "shangqiu-2022", "--as-of", "2027-06-01",
      ], wanted: ["five-minute-elder-day-care A pass"]),
  ]

  @Test("what is missing, twice or still to come is judged as what it is", arguments: cases)
  func agrees(_ one: Case) throws {
    let scratch = try ScratchFolder()
    let folder = TestData.path("cases/\(one.folder)")
    let arguments = one.arguments.map { argument in
      FileManager.default.fileExists(atPath: "\(folder)/\(argument)")
        ? "\(folder)/\(argument)" : argument
    }
    let run = try Program.run(
      ["check"] + arguments + [
        "--out", scratch.path("out"), "--quiet", "--outputs", "findings.csv",
      ])
    #expect(run.status == 0, "\(run.errors)")
    let text = try String(contentsOfFile: scratch.path("out/findings.csv"), encoding: .utf8)
    let found = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    for line in one.wanted {
      let words = line.split(separator: " ").map(String.init)
      let row = try #require(
        found.first { $0.count > 8 && $0[1] == words[0] && $0[5] == words[1] }, "\(line)")
      #expect(row[6] == words[2], "\(line): \(row[6])")
      guard words.count > 3, let wanted = Double(words[3]) else { continue }
      let figure = try #require(Double(row[8]), "\(line): \(row[8])")
      #expect(abs(figure - wanted) < 0.005, "\(line): \(figure)")
    }
  }
}

/// Reviews of plans whose right answers are known.
@Suite("Cases of reviews", .enabled(if: TestData.has("cases/review"), TestData.advice))
struct ReviewCaseTests {
  private func review(_ name: String, _ rule: String, _ scratch: ScratchFolder) throws -> Opinion {
    let folder = TestData.path("cases/review/\(name)")
    let run = try Program.run([
      "review", "\(folder)/plan.geojson", "--project", "\(folder)/project.yaml", "--only", rule,
      "--out", scratch.path("out"),
    ])
    let data = try Data(contentsOf: URL(fileURLWithPath: scratch.path("out/opinion.json")))
    return Opinion(
      json: try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:],
      told: run.output + run.errors,
      page: try String(contentsOfFile: scratch.path("out/opinion.html"), encoding: .utf8))
  }

  private struct Opinion {
    let json: [String: Any]
    let told: String
    let page: String

    var clause: [String: Any] { (json["clauses"] as? [[String: Any]])?.first ?? [:] }

    func subject(_ id: String) -> [String: Any]? {
      (clause["subjects"] as? [[String: Any]])?.first { $0["id"] as? String == id }
    }
  }

  @Test("the allowed area of a remedy is the same bytes every time")
  func sameBytes() throws {
    let layers = try (0..<3).map { _ in
      let scratch = try ScratchFolder()
      _ = try review("A1-same-bytes", "circle", scratch)
      return try Data(contentsOf: URL(fileURLWithPath: scratch.path("out/plan_remedy.geojson")))
    }
    #expect(layers[0] == layers[1] && layers[1] == layers[2])
  }

  private func steps(_ found: Opinion) throws -> [[String: Any]] {
    let remedy = try #require(found.json["remedy"] as? [String: Any])
    #expect(remedy["is_verified"] as? Bool == true)
    return remedy["steps"] as? [[String: Any]] ?? []
  }

  @Test("one facility mends what one may mend, with all that clauses read of it stated")
  func oneFacility() throws {
    let found = try review(
      "A3-remedy-undecided", "places,onsite,circle,perplace", try ScratchFolder())
    let steps = try steps(found)
    #expect(steps.map { $0["kind"] as? String } == ["nursery"])
    let amounts = (steps.first?["amounts"] as? [[String: Any]] ?? []).map {
      "\($0["measure"] ?? "") \($0["to"] ?? "")"
    }
    #expect(amounts == ["places 3", "floor_area 200"])
  }

  @Test("what is new names the stage that it is built in")
  func stage() throws {
    let steps = try steps(try review("A4-remedy-stage", "places", try ScratchFolder()))
    let told = steps.map { step in
      (step["conditions"] as? [[String: Any]] ?? []).compactMap { $0["en"] as? String }
    }
    #expect(told.count == 2)
    #expect(told.first?.contains { $0.contains("stage 1") } == true)
    #expect(told.last?.contains { $0.contains("stage 2") } == true)
  }

  @Test("a lot beside one whose need is not known is not decided")
  func sibling() throws {
    let found = try review("A2-sibling-unknown", "places", try ScratchFolder())
    #expect(found.subject("P0")?["verdict"] as? String == "unknown")
    #expect(found.subject("P1")?["verdict"] as? String == "unknown")
  }

  @Test("what stands in a lot is the lot's")
  func inLot() throws {
    let found = try review("A5-existing-facility-in-lot", "onsite", try ScratchFolder())
    #expect(found.subject("P0")?["verdict"] as? String == "pass")
    #expect((found.subject("P0")?["measured"] as? NSNumber)?.doubleValue == 200)
  }

  @Test("who is not certain any more is not said to comply no longer")
  func notCertain() throws {
    let found = try review("A6-pass-to-unknown-told-as-breaks", "places", try ScratchFolder())
    let effects = try #require(found.json["effects"] as? [String: Any])
    #expect((effects["broken"] as? NSNumber)?.intValue == 0)
    #expect((effects["undecided"] as? NSNumber)?.intValue == 1)
    #expect(!found.page.contains("no longer would") && !found.told.contains("no longer compl"))
  }

  @Test("what is missing is one figure, wherever it is said")
  func oneFigure() throws {
    let found = try review("A7-missing-differs", "places", try ScratchFolder())
    let missing = try #require((found.clause["shortfall"] as? NSNumber)?.intValue)
    let line = try #require(
      found.told.split(whereSeparator: \.isNewline).first { $0.hasPrefix("places ") })
    #expect(line.contains("\(missing) places"), "\(line)")
    let page = found.page.replacingOccurrences(of: "\u{A0}", with: " ")
    #expect(page.contains(">\(missing) places"))
  }
}
