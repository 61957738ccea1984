internal import Documents
internal import Foundation
internal import Planning

extension Report {
  /// The whole page.
  func page() -> Markup {
    let script = ReportScript.source
    // The page may run this script and load nothing, whatever a hostile name may bring.
    let hash = Data(SHA256Digest.of(Array("\(script)".utf8))).base64EncodedString()
    let policy =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(hash)'; img-src data:"
    return Markup.own("<!DOCTYPE html>\n")
      + tag("html", ["lang": say("en", "zh-CN")]) {
        tag("head") {
          void("meta", ["charset": "utf-8"])
          void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
          void("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
          void("meta", ["name": "generator", "content": "siting \(edition.engineVersion)"])
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

  private func section(
    _ id: String, _ title: String, @MarkupBuilder _ content: () -> Markup
  ) -> Markup {
    tag("section", ["id": id]) {
      tag("h2") { title }
      content()
    }
  }

  /// A table that scrolls sideways on a narrow screen.
  func table(
    _ name: String, caption: String, head: [ReportColumn], @MarkupBuilder rows: () -> Markup
  ) -> Markup {
    tag("div", ["class": "scroll"]) {
      tag("table", ["class": name]) {
        tag("caption") { caption }
        tag("thead") {
          tag("tr") {
            for column in head {
              tag("th", ["scope": "col", "class": column.isNumber ? "n" : "t"]) { column.title }
            }
          }
        }
        tag("tbody") { rows() }
      }
    }
  }

  /// A cell with a number; `sortKey` is what sorting compares.
  func numberCell(_ text: String, sortKey: Double? = nil) -> Markup {
    guard let sortKey, sortKey.isFinite else { return tag("td", ["class": "n"]) { text } }
    return tag("td", ["class": "n", "data-key": "\(sortKey)"]) { text }
  }

  /// A cell with a count; nothing is shown as a dash, so that what matters stands out.
  func countCell(_ count: Int) -> Markup {
    tag("td", ["class": count == 0 ? "n zero" : "n", "data-key": String(count)]) {
      count == 0 ? "–" : ReportNumbers.grouped(count)
    }
  }
}

/// The head of a column.
struct ReportColumn: Sendable {
  let title: String
  let isNumber: Bool

  static func text(_ title: String) -> ReportColumn { ReportColumn(title: title, isNumber: false) }
  static func number(_ title: String) -> ReportColumn { ReportColumn(title: title, isNumber: true) }
}
