import Compliance
import Documents
import Foundation
import GeoData
import Geodesy
import Planar
import Planning
import Quantities
import Rules
import Testing
import Workers

@testable import Pages
@testable import Publishing

@Suite("The report")
struct ReportTests {
  private func page(_ language: Language, side: Int = 3) async throws -> String {
    let edition = try await Edition(
      try SmallResult.make(side: side), options: SmallResult.options(language))
    return Report(edition).page().source
  }

  @Test("hostile names stay names", arguments: Language.allCases)
  func escaping(language: Language) async throws {
    let page = try await page(language)
    #expect(!page.contains("<b>Bold"))
    #expect(page.contains("&lt;b&gt;Bold&lt;/b&gt;"))
    #expect(!page.contains("<city>") && !page.contains("<plan>") && !page.contains("P<9>"))
  }

  @Test("needs nothing from anywhere", arguments: Language.allCases)
  func selfContained(language: Language) async throws {
    let page = try await page(language)
    #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("url(\""))
    #expect(page.contains("default-src 'none'") || page.contains("default-src &#39;none&#39;"))
    #expect(page.contains("<html lang=\"\(language == .zh ? "zh-CN" : "en")\">"))
  }

  @Test("may run its script and no other")
  func script() {
    let digest = Data(SHA256Digest.of(Array("\(ReportScript.source)".utf8)))
    #expect(ReportScript.hash == digest.base64EncodedString())
  }

  @Test("the map knows of every compound what its clauses say, and of nobody else")
  func answers() async throws {
    let edition = try await Edition(try SmallResult.make(), options: SmallResult.options(.zh))
    let report = Report(edition)
    let frame = try #require(MapFrame(around: edition.city.parcels.rows.geometry.envelope))
    let text = try #require(MapAnswers(report, in: frame).json)
    // It stands in the page as text, whatever names are in it.
    #expect(report.page().source.contains(Markup(text).source))
    let page = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let parcels = try #require(page["parcels"] as? [[String: Any]])
    #expect(parcels.count == edition.city.parcels.count)
    let findings = edition.result.findings.filter { $0.table == .parcels }
    let signs: [String: Verdict] = ["f": .fail, "u": .unknown, "p": .pass]
    for (row, parcel) in parcels.enumerated() {
      let answers = try #require(parcel["a"] as? [[String: Any]])
      let judged = findings.filter { $0.verdicts[row] != .notApplicable }
      #expect(answers.count == judged.count, "\(row)")
      for (answer, found) in zip(answers, judged) {
        let clause = try #require(answer["c"] as? Int)
        #expect(findings[clause].key == found.key)
        #expect((answer["v"] as? String).flatMap { signs[$0] } == found.verdicts[row])
        #expect(answer["m"] as? String == report.measured(found, row))
      }
    }
  }

  /// A report on a grid whose facilities have places and floor area, judged by a city's own document.
  private static func judged(side: Int) async throws -> Report {
    var grid = GridCity(side: side)
    var city = try grid.make()
    for row in 0..<city.facilities.count {
      city.facilities.places[row] = Amount(row % 3 * 12)
      city.facilities.floorArea[row] = Amount(60 + row * 7)
      if row % 5 == 4 { city.facilities.operating[row] = .closed }
    }
    let kinds = try FacilityKinds.builtIn()
    let result = try await ComplianceEngine(
      city: city, packs: [try PackLibrary().pack("shangqiu-2022")], vocabulary: kinds,
      workers: Workers(count: 1)
    ).run()
    return Report(try await Edition(result, options: SmallResult.options(.en)))
  }

  @Test("the map names of those that fail what is near and did not count, and the bottleneck")
  func uncounted() async throws {
    let report = try await Self.judged(side: 12)
    let edition = report.edition
    let city = edition.city
    let frame = try #require(MapFrame(around: city.parcels.rows.geometry.envelope))
    let answers = MapAnswers(report, in: frame)
    var named = 0
    for found in edition.result.findings where found.table == .parcels {
      let candidates = MapAnswers.Candidates(found, of: report)
      #expect((candidates == nil) == (found.supply == nil || found.rule.check.asked.areOwn))
      let kinds = edition.kinds.descendants(of: found.rule.check.asked.kinds)
      for parcel in 0..<city.parcels.count {
        let counted = Set(found.facilities(of: parcel))
        let told = answers.uncounted(candidates, counted, parcel: parcel)
        let (parcels, facilities) = (city.parcels.rows, city.facilities.rows)
        let distances = (0..<city.facilities.count).map { row in
          city.ground.metres(
            fromX: parcels.placeX[parcel], y: parcels.placeY[parcel],
            toX: facilities.placeX[row], y: facilities.placeY[row])
        }
        let meant = distances.indices.filter { row in
          kinds.contains(city.facilities.kind[row]) && facilities.isPlaced(row)
            && !counted.contains(Int32(row))
            && (distances[row] > found.reach?.metres ?? .infinity
              || city.standings[row].doubt != nil)
        }.sorted { (distances[$0], $0) < (distances[$1], $1) }
        #expect(told.map { Int($0.f) } == (candidates == nil ? [] : Array(meant.prefix(3))))
        #expect(
          (answers.bottleneck(found, parcel: parcel) != nil)
            == (found.supply.map { parcel < $0.groups.count && $0.groups[parcel] >= 0 } ?? false))
        named += told.count
      }
    }
    #expect(named > 0)
  }

  @Test("adds up what is missing at compounds as the findings have it")
  func gaps() async throws {
    let report = try await Self.judged(side: 12)
    let edition = report.edition
    #expect(!report.gaps.isEmpty)
    for gap in report.gaps {
      let findings = edition.result.findings[gap.finding]
      let missing = gap.subjects.map { findings.shortfall[$0] }
      #expect(missing == missing.sorted(by: >) && missing.allSatisfy { $0 > 0 })
      #expect(missing.reduce(0, +) == gap.total)
      #expect(
        gap.subjects.count
          == findings.verdicts.indices.count {
            findings.verdicts[$0] == .fail && findings.shortfall[$0] > 0 && !findings.isExcess($0)
          })
    }
  }

  @Test("is of one language but for names and clauses")
  func language() async throws {
    let page = try await page(.en)
    let chinese = page.unicodeScalars.filter { (0x4E00...0x9FFF).contains($0.value) }
    // Names of parcels, units, clauses and the document's number.
    #expect(chinese.count < 600, "\(chinese.count)")
  }

  @Test("every table has as many cells in a row as heads")
  func tables() async throws {
    for table in try await page(.zh, side: 8).split(separator: "<table").dropFirst() {
      let rows = table.split(separator: "<tr").dropFirst().map { row in
        row.split(separator: "<td").count - 1 + row.split(separator: "<th").count - 1
          - (row.contains("<thead") ? 1 : 0)
      }
      #expect(Set(rows).count == 1, "\(table.prefix(300)): \(rows)")
    }
  }

  @Test("too many parcels become cells")
  func cells() async throws {
    let edition = try await Edition(
      try SmallResult.make(side: 12), options: SmallResult.options())
    let report = Report(edition)
    let frame = try #require(MapFrame(around: edition.city.parcels.rows.geometry.envelope))
    let classes = ParcelClasses(report)
    #expect(ParcelLayer(report, classes, in: frame).cellSize == nil)
    let layer = ParcelLayer(report, classes, in: frame, mostParcels: 10)
    #expect(layer.cellSize == 20)
    #expect(layer.markup.source.contains("class=\"cell share"))
  }
}
