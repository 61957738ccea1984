internal import Compliance
internal import Documents
internal import Planning
internal import Rules
internal import Wording

extension OpinionSheet {
  /// Rows and notes that are spelled out.
  private static var mostRemarks: Int { 20 }

  /// What to supply before everything can be decided.
  func missing() -> Markup {
    let gaps = dataGaps
    let hasNothing = plan.rejected.isEmpty && gaps.isEmpty && unstated.isEmpty
    return
      (hasNothing
      ? tag("p") { say("Nothing is missing: every clause could be decided.", "资料齐全，全部条款均可判定。") }
      : Markup())
      + (plan.rejected.isEmpty ? Markup() : rejectedTable())
      + (gaps.isEmpty ? Markup() : gapTable(gaps))
      + unstatedNote()
      + remarkList()
  }

  /// What is missing, and for which clauses.
  private struct DataGap {
    let reason: String
    var subjects: [String] = []
    var clauses: [RuleKey] = []
  }

  /// Advisory clauses included: what they lack is worth knowing, too.
  private var dataGaps: [DataGap] {
    var gaps: [DataGap] = []
    let stages = review.phases.dropLast().flatMap(\.clauses)
    for clause in review.clauses + stages where clause.verdict == .unknown {
      for subject in clause.subjects
      where subject.verdict == .unknown && !subject.flags.contains(.noStandard) {
        let reason =
          subject.reason.map { say($0) } ?? say("data is missing", "缺少数据")
        let place = gaps.firstIndex { $0.reason == reason } ?? gaps.count
        if place == gaps.count { gaps.append(DataGap(reason: reason)) }
        let name = name(of: subject)
        if !gaps[place].subjects.contains(name) { gaps[place].subjects.append(name) }
        if !gaps[place].clauses.contains(clause.key) { gaps[place].clauses.append(clause.key) }
      }
    }
    return gaps
  }

  private func rejectedTable() -> Markup {
    table(
      "rejected",
      caption: say("Rows of the plan that could not be used", "方案中无法采用的数据行"),
      head: [
        .text(say("Where", "位置")), .text(say("What is wrong, and what to do", "问题与补正办法")),
      ]
    ) {
      for row in plan.rejected.prefix(Self.mostRemarks) {
        tag("tr") {
          tag("th", ["scope": "row"]) { place(row.file, row.row, row.id) }
          tag("td") { say(row.sentence(naming)) }
        }
      }
      if plan.rejected.count > Self.mostRemarks {
        tag("tr") {
          tag("td", ["colspan": "2"]) {
            say(
              "and \(plan.rejected.count - Self.mostRemarks) more, see \(FileName.opinionJSON)",
              "另有\(plan.rejected.count - Self.mostRemarks)行，见 \(FileName.opinionJSON)")
          }
        }
      }
    }
  }

  private func gapTable(_ gaps: [DataGap]) -> Markup {
    table(
      "gaps", caption: say("What to supply", "请补充下列资料"),
      head: [
        .text(say("What is missing", "缺少的内容")), .text(say("Of whom", "涉及对象")),
        .text(say("Needed for", "用于判定")),
      ]
    ) {
      for gap in gaps {
        tag("tr") {
          tag("th", ["scope": "row"]) { gap.reason }
          tag("td") { list(gap.subjects, most: 8) }
          tag("td") { references(to: gap.clauses) }
        }
      }
    }
  }

  /// Clauses whose documents ask for a figure without stating it.
  private var unstated: [RuleKey] {
    review.clauses.filter { clause in
      clause.subjects.contains { $0.verdict == .unknown && $0.flags.contains(.noStandard) }
    }.map(\.key)
  }

  private func unstatedNote() -> Markup {
    guard !unstated.isEmpty else { return Markup() }
    return tag("p") {
      say(
        "The documents do not state the figure of \(references(to: unstated)): there is nothing to"
          + " supply, the bureau decides.",
        "\(references(to: unstated))所依据的文件未载明具体指标，无需补充资料，请主管部门认定。")
    }
  }

  /// What was not as it should be and was used all the same, by kind.
  private func remarkList() -> Markup {
    guard !plan.notes.isEmpty else { return Markup() }
    var groups: [(code: NoteCode, first: DataNote, count: Int)] = []
    for note in plan.notes {
      if let place = groups.firstIndex(where: { $0.code == note.code }) {
        groups[place].count += 1
      } else {
        groups.append((note.code, note, 1))
      }
    }
    return tag("div", ["class": "remarklist"]) {
      tag("h3") { say("Remarks on data that was used", "已采用但需说明的数据") }
      tag("ul", ["class": "notes small"]) {
        for group in groups.prefix(Self.mostRemarks) {
          tag("li") {
            place(group.first.file, group.first.row, group.first.id) + say(": ", "：")
              + say(group.first.note.sentence(naming))
            if group.count > 1 {
              say(" (and \(group.count - 1) more like this)", "（同类共\(group.count)处）")
            }
          }
        }
      }
    }
  }

  /// The file's name without its folders, and the row.
  private func place(_ file: String, _ row: Int?, _ id: String?) -> String {
    let name = file.split(separator: "/").last.map { String($0) } ?? file
    return name + (row.map { say(", row \($0)", "，第\($0)行") } ?? "")
      + (id.map { say(" (\($0))", "（\($0)）") } ?? "")
  }
}
