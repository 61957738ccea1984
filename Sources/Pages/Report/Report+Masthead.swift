internal import Compliance
internal import Documents
internal import Planning
internal import Rules
internal import Wording

extension Report {
  /// What the report is about, and what it rests on.
  func masthead() -> Markup {
    tag("header") {
      tag("p", ["class": "kind"]) { kindOfReport }
      tag("h1") { say(city.project.name) }
      if let note = city.project.note {
        tag("p", ["class": "notice"]) {
          tag("b") { say("Please note. ", "请注意：") }
          say(note)
        }
      }
      tag("dl", ["class": "basis"]) {
        fact(say("As of", "基准日"), city.project.asOf.map { "\($0)" } ?? say("not stated", "未注明"))
        fact(say("Data", "数据"), extent)
        fact(
          say("Territory", "范围"),
          city.project.isComplete
            ? say("the layers hold the whole territory", "图层覆盖全域")
            : say(
              "the layers hold part of the territory; totals of the whole are not taken from them",
              "图层仅覆盖部分区域，不据此推算全域总量"))
        tag("dt") { say("Documents", "依据文件") }
        tag("dd") {
          tag("ol", ["class": "documents"]) {
            for pack in result.packs { tag("li") { document(pack) } }
          }
        }
      }
    }
  }

  private var extent: String {
    let parcels = NumberWords.grouped(city.parcels.count)
    let facilities = NumberWords.grouped(city.facilities.count)
    let units = NumberWords.grouped(city.units.count)
    let rejected = NumberWords.grouped(city.rejected.count)
    return say(
      "\(parcels) parcels, \(facilities) facilities, \(units) administrative units checked;"
        + " \(rejected) rows rejected",
      "检查居住小区\(parcels)个、服务设施\(facilities)处、行政单元\(units)个；未采用数据\(rejected)行")
  }

  private func fact(_ name: String, _ value: String) -> Markup {
    tag("dt") { name } + tag("dd") { value }
  }
}
