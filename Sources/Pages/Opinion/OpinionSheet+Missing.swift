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
    let requests = review.requests
    let hasNothing =
      plan.rejected.isEmpty && requests == DataRequests() && unstated.isEmpty
    return
      (hasNothing ? tag("p") { say(OpinionWords.nothingMissing) } : Markup())
      + (plan.rejected.isEmpty ? Markup() : rejectedTable())
      + requestTable(requests.ofPlan)
      + questionTable(requests.ofCity)
      + unstatedNote()
      + remarkList()
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

  /// What the applicant is asked for: row by row, in the words of a form.
  private func requestTable(_ requests: [DataRequest]) -> Markup {
    guard !requests.isEmpty else { return Markup() }
    return table(
      "requests", caption: say(OpinionWords.whatToSupply),
      head: [
        .text(say(OpinionWords.ofWhom)), .text(say(OpinionWords.pleaseState)),
        .text(say(OpinionWords.neededFor)),
      ]
    ) {
      for request in requests {
        let rows = request.table == .parcels ? plan.parcels.rows : plan.facilities.rows
        tag("tr") {
          nameCell(rows.ids[request.row], rows.names[request.row])
          tag("td") { list(request.columns.map { say(ConditionWords.of($0)) }, most: 20) }
          tag("td") { references(to: request.clauses) }
        }
      }
    }
  }

  /// What nobody can ask the applicant for.
  private func questionTable(_ questions: [OpenQuestion]) -> Markup {
    guard !questions.isEmpty else { return Markup() }
    return table(
      "questions", caption: say(OpinionWords.forTheBureau),
      head: [.text(say(OpinionWords.whatIsMissing)), .text(say(OpinionWords.neededFor))]
    ) {
      for question in questions {
        tag("tr") {
          tag("th", ["scope": "row"]) {
            say(question.reason)
            if !question.facilities.isEmpty {
              say(
                Marks.bracketed(
                  list(question.facilities.map { name(ofFacility: $0) }, most: 8)))
            }
          }
          tag("td") { references(to: question.clauses) }
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
    // A column that is not there is asked for above, where a clause needs it.
    let notes = plan.notes.filter { $0.code != .missingColumn }
    guard !notes.isEmpty else { return Markup() }
    var groups: [(code: NoteCode, first: DataNote, count: Int)] = []
    for note in notes {
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
