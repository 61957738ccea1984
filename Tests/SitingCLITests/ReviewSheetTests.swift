import Foundation
import TestSupport
import Testing

@testable import SitingCLI

/// What stands on sheets: they never contradict themselves, and ask nobody for YAML.
@Suite("Review: sheets")
struct ReviewSheetTests {
  private func run(
    _ plans: [String], in scratch: ScratchFolder, _ options: String...
  ) throws -> Program.Run {
    try Program.run(
      ["review"] + plans
        + [
          "--project", SamplePlans.project, "--out", scratch.path("out"), "--lang", "zh",
          "--quiet",
        ] + options)
  }

  private static let labels = [
    "does_not_comply": "不符合", "needs_data": "需补充资料", "complies_in_the_main": "基本符合",
    "complies": "符合", "nothing_applies": "无适用条款",
  ]

  @Test(
    "word, sentences, lists, machine-readable form and status say the same of every sample plan")
  func consistent() throws {
    let scratch = try ScratchFolder()
    let run = try run([SamplePlans.folder], in: scratch, "--json")
    #expect(run.status == 1)
    let opinions = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    #expect(opinions.count == 16)
    let summary = try scratch.text("out/summary.html")
    #expect(summary.contains("共17个方案") && summary.contains("13-outside：在研究范围之外"))
    var words: Set<String> = []
    for opinion in opinions {
      let plan = try #require((opinion["plan"] as? [String: Any])?["name"] as? String)
      let all = try #require(opinion["conclusions"] as? [String: [String: Any]])
      let found = try #require(all["decisive"])
      let word = try #require(found["word"] as? String)
      words.insert(word)
      let parts = ["developer", "authority"].compactMap { all[$0]?["word"] as? String }
      let order = ["does_not_comply", "needs_data", "complies_in_the_main", "complies"]
      #expect(
        order.first(where: parts.contains) == word, "\(plan): \(word) of \(parts)")
      let label = try #require(Self.labels[word])
      let page = try scratch.text("out/\(plan)/opinion.html")
      #expect(page.contains("审查结论：<b>\(label)</b>"), "\(plan): \(label)")
      let requests = try #require(opinion["requests"] as? [String: [[String: Any]]])
      let rejected = (opinion["missing"] as? [String: [Any]])?["rejected"] ?? []
      let asks = requests["plan"]?.isEmpty == false || !rejected.isEmpty
      switch word {
      case "does_not_comply":
        #expect(opinion["complies"] as? Bool == false)
        #expect(!page.contains("建议按程序报批"), "\(plan)")
        // Only what is the developer's own sends a plan back.
        #expect(
          page.contains("建议修改完善") == (parts[0] == "does_not_comply"), "\(plan)")
      case "needs_data":
        #expect(opinion["complies"] is NSNull && asks, "\(plan)")
        #expect(page.contains("请补充第五部分所列资料后重新报审"), "\(plan)")
        #expect(page.contains("未采用") || page.contains("请建设单位补充下列资料"), "\(plan)")
      default:
        #expect(!page.contains("重新报审") && !page.contains("资料不足"), "\(plan)")
        #expect(page.contains("建议按程序报批"), "\(plan)")
        #expect(!page.contains("class=\"requests\"") || word == "complies_in_the_main", "\(plan)")
      }
      #expect(summary.contains("href=\"\(plan)/opinion.html\""), "\(plan)")
    }
    #expect(words.isSuperset(of: ["does_not_comply", "needs_data", "complies_in_the_main"]))
  }

  @Test("no sheet asks for anything in the language of project files", arguments: ["zh", "en"])
  func noYAML(language: String) throws {
    let scratch = try ScratchFolder()
    let plan = try scratch.write(
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"编号":"A","户数":"约900"},"geometry":{"type":"Polygon",
      "coordinates":[[[115.65,34.44],[115.652,34.44],[115.652,34.442],[115.65,34.442],[115.65,34.44]]]}},
      {"type":"Feature","properties":{"编号":"B","设施类型":"养老驿馆","建筑面积":"若干"},"geometry":
      {"type":"Point","coordinates":[115.651,34.441]}},
      {"type":"Feature","properties":{"编号":"C","设施类型":"托育园"},"geometry":
      {"type":"Point","coordinates":[115.651,34.4412]}}]}
      """, to: "plan.geojson")
    _ = try Program.run(
      "review", plan, "--project", SamplePlans.project, "--out", scratch.path("out"), "--lang",
      language, "--quiet")
    let page = try scratch.text("out/opinion.html")
    let body = try #require(page.range(of: "</style>").map { String(page[$0.upperBound...]) })
    for sign in ["{", "fields:", "kinds:", "assumptions:", "parameters:"] {
      #expect(!body.contains(sign), "\(sign)")
    }
    #expect(body.contains(language == "zh" ? "设施类型“养老驿馆”无法识别" : "unknown kind of facility"))
  }

  @Test(
    "a form has what is known of the project, from its columns or as stated, and blanks for the rest"
  )
  func form() throws {
    let scratch = try ScratchFolder()
    let text = try SamplePlans.text("01-complies").replacing(
      "\"properties\": {",
      with: "\"properties\": {\"建设单位\": \"某某置业<b>\", \"规划条件文号\": \"规〔2025〕7号\", "
    ).replacing(
      "\"properties\":{", with: "\"properties\":{\"建设单位\":\"某某置业<b>\",\"规划条件文号\":\"规〔2025〕7号\",")
    let plan = try scratch.write(text, to: "plan.geojson")
    _ = try run(
      [plan], in: scratch, "--bureau", "梁园区自然资源局", "--number", "梁审〔2025〕12号", "--project-name",
      "澄湖北苑", "--round", "2", "--site", "神火大道东侧")
    let page = try scratch.text("out/opinion.html")
    for known in [
      "梁园区自然资源局", "编号：梁审〔2025〕12号", "<b>澄湖北苑</b>", "第2次送审", "神火大道东侧", "某某置业&lt;b&gt;",
      "规〔2025〕7号", "方案文件：plan", "设计单位</th><td>\u{A0}</td>",
    ] { #expect(page.contains(known), "\(known)") }
    let json = try scratch.text("out/opinion.json")
    #expect(json.contains("\"developer\": \"某某置业<b>\"") && json.contains("\"round\": \"2\""))
    // The form comes first, what is behind its figures last.
    let places = try ["审查人", "逐条审查", "SHA-256"].map {
      try #require(page.range(of: $0)?.lowerBound)
    }
    #expect(places == places.sorted())
  }

  @Test("--duty says whose clauses decide")
  func duty() throws {
    let scratch = try ScratchFolder()
    let plan = SamplePlans.path("07-no-care-home-near")
    for (duty, status, label) in [
      ("developer", 0, "<b>符合</b>"), ("authority", 1, "<b>不符合</b>"), ("all", 1, "<b>不符合</b>"),
    ] {
      let run = try run([plan], in: scratch, "--duty", duty)
      #expect(run.status == status, "\(duty)")
      #expect(try scratch.text("out/opinion.html").contains("审查结论：\(label)"), "\(duty)")
    }
    let wrong = try run([plan], in: scratch, "--duty", "nobody")
    #expect(wrong.status == 64)
  }

  @Test("what is one plan's is not said of several, and a foreign summary is left alone")
  func several() throws {
    let scratch = try ScratchFolder()
    let plans = ["01-complies", "03-childcare-places-short"].map(SamplePlans.path)
    let named = try run(plans, in: scratch, "--number", "7")
    #expect(named.status == 64 && named.errors.contains("--number"))
    try FileManager.default.createDirectory(
      atPath: scratch.path("out"), withIntermediateDirectories: true)
    try scratch.write("mine", to: "out/summary.html")
    let run = try run(plans, in: scratch)
    #expect(run.status == 73, "\(run.errors)")
    #expect(try scratch.text("out/summary.html") == "mine")
  }
}
