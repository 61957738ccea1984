import Foundation
import TestSupport
import Testing

@testable import SitingCLI

@Suite("Why")
struct WhyTests {
  private func why(_ arguments: String...) throws -> Program.Run {
    try Program.run(["why", SamplePlans.project] + arguments)
  }

  @Test("a parcel's clause is followed down to distances, rows and what would change the verdict")
  func parcel() throws {
    let run = try why("XQ-0059", "--rule", "five-minute-nursery", "--lang", "zh")
    #expect(run.status == 0, "\(run.errors)")
    for text in [
      "紫薇花园二期（XQ-0059）  parcels.geojson第60行", "不符合  五分钟生活圈居住区配建托儿所。", "读取          城乡属性：是",
      "酒厂新村托儿所（SS-047）：facilities.geojson第47行，568 m，超出限距338 m",
      "类型不符（幼儿园托班），若无此情形：符合",
    ] { #expect(run.output.contains(text), "\(text)\n\(run.output)") }
  }

  @Test("without a rule there is an overview; of a facility with those whom it serves")
  func overview() throws {
    let parcel = try why("紫薇花园二期", "--lang", "en")
    #expect(parcel.output.contains("shangqiu-2022/five-minute-nursery"))
    #expect(parcel.output.contains("--rule RULE explains one of them."))
    let facility = try why("SS-023", "--lang", "en")
    #expect(facility.output.contains("whom it serves:"), "\(facility.output)")
    #expect(facility.output.contains("shangqiu-2022/elder-floor-area-existing: counts for"))
    #expect(facility.output.contains(" of 350 m² taken"))
  }

  @Test("a place is asked about as a new compound; a unit by its id; nobody by another's name")
  func others() throws {
    let point = try why(
      "--point", "115.65,34.44", "--rule", "five-minute-nursery", "--lang", "en", "--quiet")
    #expect(point.output.hasPrefix("this point\nfail"), "\(point.output)")
    let unit = try why("411499001002", "--rule", "community-elder-place", "--lang", "en", "--quiet")
    #expect(unit.output.contains("counted   钟鼓楼社区日间照料中心1 (SS-017)"), "\(unit.output)")
    let nobody = try why("XQ-9999")
    #expect(nobody.status == 64 && nobody.errors.contains("did you mean"))
    let rejected = try why("SS-084", "--lang", "zh")
    #expect(rejected.status == 64 && rejected.errors.contains("SS-084"))
    for point in ["115", "a,b", "115,95", "nan,1"] {
      #expect(try why("--point", point).status == 64, "\(point)")
    }
  }

  @Test("JSON says the same")
  func json() throws {
    let run = try why("XQ-0059", "--rule", "five-minute-nursery", "--json", "--quiet")
    let all = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    #expect(all.count == 1 && all[0]["verdict"] as? String == "fail")
    let facilities = try #require(all[0]["facilities"] as? [[String: Any]])
    #expect(facilities.first?["id"] as? String == "SS-047")
    #expect(facilities.last?["verdict_otherwise"] as? String == "pass")
  }
}
