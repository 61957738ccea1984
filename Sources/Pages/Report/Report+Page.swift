internal import Documents
internal import Planning

extension Report {
  /// The whole page.
  func page() -> Markup {
    let script = ReportScript.source
    // The page may run this script and load nothing, whatever a hostile name may bring.
    let policy =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(ReportScript.hash)'; img-src data:"
    return Markup.own("<!DOCTYPE html>\n")
      + tag("html", ["lang": say("en", "zh-CN")]) {
        tag("head") {
          void("meta", ["charset": "utf-8"])
          void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
          void("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
          void("meta", ["name": "generator", "content": "siting \(imprint.engineVersion)"])
          tag("title") { "\(say(city.project.name)) – \(kindOfReport)" }
          tag("style") { Markup.own(ReportStyle.source) }
        }
        tag("body") {
          masthead()
          tag("main") {
            section("totals", say("Results at a glance", "总体结论")) { totals() }
            section("map", say("Map", "分布图")) { map() }
            section("clauses", say("Clause by clause", "逐条检查结果")) { clauses() }
            section("units", say("By administrative unit", "分行政单元结果")) { units() }
            if hasSharing {
              section("sharing", say("Shared facilities", "共享设施分配")) { sharing() }
            }
            section("worst", say("Where it is worst", "问题最突出的小区")) { worstPlaces() }
            section("facilities", say("Facilities that fail", "不符合要求的设施")) { facilities() }
            section("data", say("The data", "数据质量")) { dataQuality() }
            section("method", say("Method", "方法说明")) { method() }
            section("sources", say("Sources and versions", "数据来源与版本")) { sources() }
          }
          tag("script") { Markup.own(script) }
        }
      }
  }

  var kindOfReport: String {
    say(
      "Compliance of elder-care and childcare facilities", "养老托育服务设施配置合规检查报告")
  }
}
