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
      ? tag("p") { say(OpinionWords.nothingMissing) }
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
          subject.reason.map { say($0) } ?? say(OpinionWords.dataMissing)
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
      caption: say(OpinionWords.unusableRows),
      head: [
        .text(say(OpinionWords.location)), .text(say(OpinionWords.whatIsWrong)),
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
              OpinionWords.moreRows(
                plan.rejected.count - Self.mostRemarks, file: FileName.opinionJSON))
          }
        }
      }
    }
  }

  private func gapTable(_ gaps: [DataGap]) -> Markup {
    table(
      "gaps", caption: say(OpinionWords.whatToSupply),
      head: [
        .text(say(OpinionWords.whatIsMissing)), .text(say(OpinionWords.ofWhom)),
        .text(say(OpinionWords.neededFor)),
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
      say(OpinionWords.figuresNotStated(of: references(to: unstated)))
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
      tag("h3") { say(OpinionWords.remarksOnData) }
      tag("ul", ["class": "notes small"]) {
        for group in groups.prefix(Self.mostRemarks) {
          tag("li") {
            place(group.first.file, group.first.row, group.first.id) + say(Marks.colon)
              + say(group.first.note.sentence(naming))
            if group.count > 1 {
              say(OpinionWords.moreLikeThis(group.count - 1, of: group.count))
            }
          }
        }
      }
    }
  }

  /// The file's name without its folders, and the row.
  private func place(_ file: String, _ row: Int?, _ id: String?) -> String {
    let name = file.split(separator: "/").last.map { String($0) } ?? file
    return name + (row.map { say(PageWords.row($0)) } ?? "")
      + (id.map { say(Marks.bracketed($0)) } ?? "")
  }
}
