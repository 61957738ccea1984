internal import Documents
internal import Planning
internal import Wording

extension Report {
  /// Examples per reason.
  private static var mostExamples: Int { 3 }

  /// What was read, what was left out, and what was taken with a grain of salt.
  func dataQuality() -> Markup {
    table(
      "inputs", caption: say("Rows read", "读取的数据行"),
      head: [
        .text(say("File", "文件")), .text(say("Layer", "图层")), .number(say("read", "读取")),
        .number(say("checked", "采用")), .number(say("rejected", "未采用")),
        .text(say("CRS", "坐标系")),
      ]
    ) {
      for input in city.inputs where input.role != "project" {
        tag("tr") {
          tag("th", ["scope": "row"]) { input.path }
          tag("td") { name(ofLayer: input.role) }
          countCell(input.rowsRead)
          countCell(input.rowsChecked)
          countCell(input.rowsRejected)
          tag("td", ["class": "small"]) { input.crs }
        }
      }
    }
      + remarks(
        rejections,
        caption: say("Rows that take no part, by reason", "未采用的数据行（按原因）"),
        none: say("Every row that was read was checked.", "读取的数据行全部采用。"))
      + remarks(
        notes, caption: say("Rows that take part, with a remark", "已采用但需说明的数据（按类别）"),
        none: say("There are no remarks on the rows checked.", "采用的数据行没有需说明的问题。"))
  }

  /// Rows with the same reason.
  private struct Remark {
    let layer: String
    let code: String
    var count = 0
    var examples: [(place: String, text: String)] = []
  }

  private var rejections: [Remark] {
    gathered(
      city.rejected.map {
        (
          layer: $0.layer, code: $0.code.rawValue, place: place($0.file, $0.row, $0.id),
          text: $0.sentence(.exact)
        )
      })
  }

  private var notes: [Remark] {
    gathered(
      city.notes.map {
        (
          layer: $0.layer, code: $0.code.rawValue, place: place($0.file, $0.row, $0.id),
          text: $0.note.sentence(.exact)
        )
      })
  }

  /// By layer and code, most frequent first.
  private func gathered(
    _ rows: [(layer: String, code: String, place: String, text: LocalizedText)]
  ) -> [Remark] {
    var remarks: [Remark] = []
    var places: [String: Int] = [:]
    for row in rows {
      let key = "\(row.layer) \(row.code)"
      let index = places[key] ?? remarks.count
      if index == remarks.count {
        places[key] = index
        remarks.append(Remark(layer: row.layer, code: row.code))
      }
      remarks[index].count += 1
      if remarks[index].examples.count < Self.mostExamples {
        remarks[index].examples.append((row.place, say(row.text)))
      }
    }
    return remarks.sorted { ($1.count, $0.layer, $0.code) < ($0.count, $1.layer, $1.code) }
  }

  private func place(_ file: String, _ row: Int?, _ id: String?) -> String {
    let number = row.map { say(", row \($0)", "，第\($0)行") } ?? ""
    return file + number + (id.map { say(" (\($0))", "（\($0)）") } ?? "")
  }

  private func remarks(_ remarks: [Remark], caption: String, none: String) -> Markup {
    guard !remarks.isEmpty else { return tag("p") { none } }
    return table(
      "remarks", caption: caption,
      head: [
        .text(say("Layer", "图层")), .text(say("Code", "代码")), .number(say("Rows", "行数")),
        .text(say("First examples", "前几例")),
      ]
    ) {
      for remark in remarks {
        tag("tr") {
          tag("th", ["scope": "row"]) { name(ofLayer: remark.layer) }
          tag("td") { tag("code") { remark.code } }
          countCell(remark.count)
          tag("td", ["class": "small"]) {
            tag("ul", ["class": "plain"]) {
              for example in remark.examples {
                tag("li") {
                  tag("b") { example.place }
                  say(": ", "：") + example.text
                }
              }
            }
          }
        }
      }
    }
  }

  /// How a layer is called.
  func name(ofLayer role: String) -> String {
    switch role {
    case "parcels": say("parcels", "居住小区")
    case "facilities": say("facilities", "服务设施")
    case "units": say("administrative units", "行政单元")
    case "entrances": say("entrances", "小区出入口")
    case "network": say("walking network", "步行网络")
    case "project": say("project file", "项目文件")
    default: role
    }
  }
}
