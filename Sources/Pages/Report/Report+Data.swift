internal import Documents
internal import Planning
internal import Wording

extension Report {
  /// Examples per reason.
  private static var mostExamples: Int { 3 }

  /// What was read, what was left out, and what was taken with a grain of salt.
  func dataQuality() -> Markup {
    table(
      "inputs", caption: say(ReportWords.rowsRead),
      head: [
        .text(say(PageWords.file)), .text(say(ReportWords.layer)), .number(say(ReportWords.read)),
        .number(say(ReportWords.checked)), .number(say(ReportWords.rejected)),
        .text(say(ReportWords.crs)),
      ]
    ) {
      for input in city.inputs where input.role != "project" {
        tag("tr") {
          tag("th", ["scope": "row"]) { input.path }
          tag("td") { say(LayerWords.of(input.role)) }
          countCell(input.rowsRead)
          countCell(input.rowsChecked)
          countCell(input.rowsRejected)
          tag("td", ["class": "small"]) { input.crs.said(in: language) }
        }
      }
    }
      + leftOut()
      + remarks(
        rejections,
        caption: say(ReportWords.rejectedRows),
        none: say(ReportWords.allChecked))
      + remarks(
        notes, caption: say(ReportWords.remarkedRows),
        none: say(ReportWords.noRemarks))
  }

  /// What does not stand on the day, and what the day does not tell.
  private func leftOut() -> Markup {
    var sentences = [city.missingDaySentence].compactMap { $0 }
    if let found = city.leftOutSentence {
      sentences.append(found)
      sentences.append(ReportWords.howLeftOut(countsPlanned: city.project.countsPlanned))
    }
    guard !sentences.isEmpty else { return Markup() }
    return tag("ul", ["class": "plain"]) {
      for sentence in sentences { tag("li") { say(sentence) } }
    }
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
    let number = row.map { say(PageWords.row($0)) } ?? ""
    return file + number + (id.map { say(Marks.bracketed($0)) } ?? "")
  }

  private func remarks(_ remarks: [Remark], caption: String, none: String) -> Markup {
    guard !remarks.isEmpty else { return tag("p") { none } }
    return table(
      "remarks", caption: caption,
      head: [
        .text(say(ReportWords.layer)), .text(say(ReportWords.code)), .number(say(ReportWords.rows)),
        .text(say(ReportWords.firstExamples)),
      ]
    ) {
      for remark in remarks {
        tag("tr") {
          tag("th", ["scope": "row"]) { say(LayerWords.of(remark.layer)) }
          tag("td") { tag("code") { remark.code } }
          countCell(remark.count)
          tag("td", ["class": "small"]) {
            tag("ul", ["class": "plain"]) {
              for example in remark.examples {
                tag("li") {
                  tag("b") { example.place }
                  say(Marks.colon) + example.text
                }
              }
            }
          }
        }
      }
    }
  }
}
