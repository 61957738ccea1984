import Documents
import Foundation
import GeoFiles
import Planning
import Rules
import TestSupport
import Testing

@testable import Compliance
@testable import Pages
@testable import Publishing

@Suite("The opinion on a plan")
struct OpinionTests {
  private func sheet(_ kind: SmallReview.Case, _ language: Language) async throws -> String {
    let edition = try await OpinionEdition(
      try SmallReview.make(kind), options: SmallReview.options(language))
    return OpinionSheet(edition).page().source
  }

  @Test("the sheet", arguments: SmallReview.Case.allCases, Language.allCases)
  func golden(kind: SmallReview.Case, language: Language) async throws {
    // The look has no facts in it.
    let page = try await sheet(kind, language)
      .replacing(/<style>(.|\n)*<\/style>/, with: "<style></style>")
    try Golden.compareWithoutVersions(
      page, with: "opinion.\(kind.rawValue).\(language.rawValue).html")
  }

  @Test(
    "what machines read",
    arguments: [
      (SmallReview.Case.fails, "opinion.json"), (.undecided, "opinion.json"),
      (.fails, "plan_parcels.geojson"), (.fails, "plan_effects.geojson"),
      (.fails, "plan_remedy.geojson"), (.fails, "manifest.json"),
    ])
  func machines(kind: SmallReview.Case, name: String) async throws {
    let scratch = try ScratchFolder()
    _ = try await OpinionPublication.publish(
      try SmallReview.make(kind), to: "\(scratch.path)/out", options: SmallReview.options())
    let parts = name.split(separator: ".")
    try Golden.compareWithoutVersions(
      try scratch.text("out/\(name)"), with: "\(parts[0]).\(kind.rawValue).\(parts[1])")
  }

  @Test("JSON parses and says what the review says", arguments: SmallReview.Case.allCases)
  func json(kind: SmallReview.Case) async throws {
    let scratch = try ScratchFolder()
    let review = try SmallReview.make(kind)
    _ = try await OpinionPublication.publish(
      review, to: "\(scratch.path)/out", options: SmallReview.options(.zh))
    let data = Data(try scratch.text("out/opinion.json").utf8)
    let opinion = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(opinion["verdict"] as? String == review.verdict.name)
    let complies: Bool? = [.passes: true, .fails: false][kind]
    #expect(opinion["complies"] as? Bool == complies)
    #expect((opinion["clauses"] as? [Any])?.count == review.clauses.count)
    #expect((opinion["stages"] as? [Any])?.count == review.phases.count)
    let plan = try #require(opinion["plan"] as? [String: Any])
    #expect(plan["name"] as? String == review.plan.name)
  }

  @Test("layers read back with their rows")
  func layers() async throws {
    let scratch = try ScratchFolder()
    _ = try await OpinionPublication.publish(
      try SmallReview.make(.fails), to: "\(scratch.path)/out", options: SmallReview.options())
    for (name, rows, columns) in [
      (
        "plan_parcels", 2,
        ["户数", "verdict", "day_care_circle_distance", "childcare_places_shortfall"]
      ),
      ("plan_facilities", 2, ["kind", "day_care_size_measured", "childcare_places_load"]),
      (
        "plan_effects", 4,
        ["verdict_before", "breaks", "mends", "childcare_places_measured_after"]
      ),
      ("plan_remedy", 3, ["role", "places_from", "floor_area_to", "conditions", "clauses"]),
    ] {
      let layer = try await LayerFile.read("\(scratch.path)/out/\(name).geojson")
      #expect(layer.count == rows, "\(name)")
      for column in columns { #expect(layer.attributes[column] != nil, "\(name): \(column)") }
    }
  }

  @Test("hostile names stay names", arguments: Language.allCases)
  func escaping(language: Language) async throws {
    let page = try await sheet(.fails, language)
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;"))
    #expect(!page.contains("http://") && !page.contains("https://"))
  }

  @Test("a very long name breaks nothing off")
  func longNames() async throws {
    var review = try SmallReview.make(.passes)
    var plan = review.plan
    plan.name = String(repeating: "很长的名称Long", count: 400)
    plan.parcels.rows.names = [plan.name, plan.name]
    review = PlanReview(
      plan: plan, packs: review.packs, city: review.city, clauses: review.clauses,
      phases: review.phases, effects: review.effects, remedy: nil,
      requests: DataRequests(), overlaps: [], onSite: [])
    let scratch = try ScratchFolder()
    _ = try await OpinionPublication.publish(
      review, to: "\(scratch.path)/out", options: SmallReview.options())
    #expect(try scratch.text("out/opinion.html").contains(plan.name))
  }

  @Test("every clause of the review is on the sheet once, with its number")
  func everyClause() async throws {
    for kind in SmallReview.Case.allCases {
      let edition = try await OpinionEdition(
        try SmallReview.make(kind), options: SmallReview.options())
      let sheet = OpinionSheet(edition)
      let clauses = edition.review.clauses
      #expect(sheet.numbers.values.sorted() == Array(1...clauses.count))
      let page = sheet.page().source
      for clause in clauses {
        #expect(page.contains(Markup(clause.rule.says.en).source), "\(clause.rule.id)")
      }
    }
  }

  @Test("what was not looked at is not called empty")
  func notReviewed() async throws {
    var options = SmallReview.options()
    options.reviewed.withEffects = false
    options.reviewed.withRemedy = false
    let scratch = try ScratchFolder()
    let published = try await OpinionPublication.publish(
      try SmallReview.make(.passes), to: "\(scratch.path)/out", options: options)
    #expect(!published.files.map(\.name).contains("plan_effects.geojson"))
    let page = try scratch.text("out/opinion.html")
    #expect(page.contains("Effects were not looked at."))
    #expect(!page.contains("No effect:"))
    #expect(try scratch.text("out/opinion.json").contains("\"effects\": null"))
  }
}
