import Foundation
import GeoData
import TestSupport
import Testing

/// Packs of documents from elsewhere, over a town whose answers are worked out by hand.
@Suite("Other documents")
struct OtherDocumentTests {
  /// Homes of four new estates, far from each other.
  private static let estates = [
    ("A", 103.8, 150), ("B", 103.9, 1000), ("C", 104.0, 74), ("D", 104.1, 75),
  ]

  /// `e1` and `e2` are 334 m apart.
  private static let facilities = """
    id,kind,lon,lat,status,places,floor_area,premises,indoor_activity_area,outdoor_activity_area
    a1,childcare,103.8,1.3,new,40,300,place_of_worship,100,200
    a2,senior_activity_centre,103.8,1.3,new,,75,,,
    b1,childcare,103.9,1.3,new,266,2498.99,landed_house,664,1330
    b2,senior_activity_centre,103.9,1.3,new,,1,,,
    d1,nursery,104.1,1.3,new,20,501,place_of_worship,49.9,100
    e1,childcare,104.2,1.3,new,10,100,landed_house,25,50
    e2,childcare,104.203,1.3,new,10,100,landed_house,25,49.99

    """

  /// Rule, and what each subject comes to.
  static let answers: [(rule: String, verdicts: String)] = [
    // 20 places for 75 homes: 40, 266.67, none asked, 20.
    (
      "ireland-childcare-2001/childcare-places-new",
      "A pass, B fail, C not_applicable, D pass"
    ),
    (
      "ireland-childcare-2001/childcare-facility-new",
      "A pass, B pass, C not_applicable, D pass"
    ),
    // 150 × 2.5 = 375 = 300 + 75; 500 + 1,000 × 2 = 2,500 > 2,498.99 + 1.
    (
      "korea-housing-55-2/shared-area-small",
      "A pass, B not_applicable, C not_applicable, D not_applicable"
    ),
    (
      "korea-housing-55-2/shared-area-large",
      "A not_applicable, B fail, C not_applicable, D not_applicable"
    ),
    (
      "korea-housing-55-2/elder-hall", "A pass, B pass, C not_applicable, D not_applicable"
    ),
    (
      "korea-housing-55-2/playground", "A fail, B fail, C not_applicable, D not_applicable"
    ),
    (
      "korea-housing-55-2/nursery",
      "A not_applicable, B pass, C not_applicable, D not_applicable"
    ),
    (
      "singapore-childcare-2015/place-of-worship",
      "a1 pass, b1 not_applicable, d1 fail, e1 not_applicable, e2 not_applicable"
    ),
    (
      "singapore-childcare-2015/landed-house-distance",
      "a1 not_applicable, b1 pass, d1 not_applicable, e1 fail, e2 fail"
    ),
    (
      "new-zealand-childcare-2008/indoor-space",
      "a1 pass, b1 fail, d1 fail, e1 pass, e2 pass"
    ),
    (
      "new-zealand-childcare-2008/outdoor-space",
      "a1 pass, b1 pass, d1 pass, e1 pass, e2 fail"
    ),
  ]

  @Test("a small town comes to what the documents say")
  func town() throws {
    let scratch = try ScratchFolder()
    let estates = Self.estates.map { id, x, homes in
      GeoJSONText.feature(
        "\"id\":\"\(id)\",\"households\":\(homes),\"population\":\(homes * 2),\"status\":\"new\"",
        GeoJSONText.square(x, 1.3, half: 0.001))
    }
    let parcels = try scratch.write(GeoJSONText.collection(estates), to: "parcels.geojson")
    let facilities = try scratch.write(Self.facilities, to: "facilities.csv")
    let packs = Set(Self.answers.map { $0.rule.prefix { $0 != "/" } }).sorted()
    let run = try Program.run(
      ["check", "--parcels", parcels, "--facilities", facilities, "--crs", "EPSG:4326"]
        + packs.flatMap { ["--pack", String($0)] } + ["--as-of", "2025-12-31", "--out"]
        + [scratch.path("out"), "--quiet"])
    try #require(run.status == 0, "\(run.errors)")
    let found = try findings(scratch.path("out"))
    for (rule, verdicts) in Self.answers { #expect(found[rule] == verdicts, "\(rule)") }
  }

  private static let packs = [
    "anhui-elder-2022", "gb50437-2018", "ireland-childcare-2001", "korea-housing-55-2",
    "new-zealand-childcare-2008", "singapore-childcare-2015", "xiamen-childcare-2022",
  ]
  /// The documents that the program was made for.
  private static let firstPacks = [
    "shangqiu-2022", "mengzi-2023", "xuchang-2023", "liaoning-2022", "yinzhou-2023",
  ]

  @Test("each runs on the sample city", arguments: packs)
  func sample(pack: String) throws {
    let scratch = try ScratchFolder()
    let sample = GeoData.folder.appendingPathComponent("sample/project.yaml").path
    let run = try Program.run("check", sample, "--pack", pack, "--out", scratch.path("out"))
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("parcels, overall"))
    let list = try Program.run("rules", "list")
    #expect(list.output.contains(pack))
  }

  @Test("a comparison puts each beside the first five", arguments: packs)
  func compared(pack: String) throws {
    for other in Self.firstPacks {
      for (left, right) in [(pack, other), (other, pack)] {
        let run = try Program.run("rules", "compare", left, right)
        #expect(run.status == 0, "\(run.errors)")
        let lines = run.output.split(separator: "\n")
        let head = lines[0].split(whereSeparator: \.isWhitespace)
        #expect(head.suffix(2) == [Substring(left), Substring(right)], "\(lines[0])")
        #expect(lines.count > 3, "\(run.output)")
      }
    }
  }

  @Test(
    "all run on a district of real areas and people, and its data tells what it tells",
    .enabled(if: TestData.has(Self.areas), TestData.advice))
  func taichung() throws {
    let scratch = try ScratchFolder()
    let made = try prepareTaichung(scratch.path("taichung"))
    try #require(made == 0, "the script that makes the project ended with \(made)")
    let run = try Program.run(
      ["check", scratch.path("taichung/project.yaml"), "--quiet", "--out", scratch.path("out")]
        + (Self.packs + Self.firstPacks).flatMap { ["--pack", $0] })
    #expect(!run.isCrash && [0, 1].contains(run.status), "\(run.errors)")
    let verdicts = try verdictCounts(scratch.path("out"))
    for pack in Self.packs + Self.firstPacks {
      let counts = try #require(verdicts[pack], "\(pack)")
      // Its columns do not say how large rooms are, nor what premises are; nor is it a city with
      // what the rules of Mengzi ask.
      let isBare = ["new-zealand-childcare-2008", "singapore-childcare-2015", "mengzi-2023"]
        .contains(pack)
      let decided = (counts["pass"] ?? 0) + (counts["fail"] ?? 0)
      #expect(isBare ? decided == 0 : decided > 0, "\(pack): \(counts)")
    }
    #expect(verdicts["xiamen-childcare-2022"]?["fail"] ?? 0 > 500)
    #expect(verdicts["new-zealand-childcare-2008"]?["unknown"] == 94)
  }

  private static let areas = "tw-taichung/xitun-statistical-areas.geojson"

  /// Makes the project by its script, and answers how that ended.
  private func prepareTaichung(_ folder: String) throws -> Int32 {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", root.appendingPathComponent("Scripts/prepare-taichung.py").path, folder,
    ]
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SITING_TEST_DATA": TestData.folder.path]) { _, ours in ours }
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// By pack, how many findings have each verdict.
  private func verdictCounts(_ folder: String) throws -> [String: [String: Int]] {
    let text = try String(contentsOfFile: "\(folder)/findings.csv", encoding: .utf8)
    var counts: [String: [String: Int]] = [:]
    for row in text.split(whereSeparator: \.isNewline).dropFirst() {
      guard let verdict = row.firstMatch(of: /,(pass|fail|unknown|not_applicable),/) else {
        continue
      }
      let pack = String(row.prefix { $0 != "," })
      counts[pack, default: [:]][String(verdict.output.1), default: 0] += 1
    }
    return counts
  }

  /// By rule, the verdict of each subject.
  private func findings(_ folder: String) throws -> [String: String] {
    let text = try String(contentsOfFile: "\(folder)/findings.csv", encoding: .utf8)
    var found: [String: [String]] = [:]
    for row in text.split(whereSeparator: \.isNewline).dropFirst() {
      let names = row.split(separator: ",", maxSplits: 2).prefix(2).joined(separator: "/")
      let subject = /,(parcel|facility),(\w+),(pass|fail|unknown|not_applicable),/
      guard let match = row.firstMatch(of: subject) else { continue }
      found[names, default: []].append("\(match.output.2) \(match.output.3)")
    }
    return found.mapValues { $0.joined(separator: ", ") }
  }
}
