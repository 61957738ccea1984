internal import Compliance
internal import Documents
internal import Pages
internal import Planning
internal import Rules
internal import Wording

/// What `opinion.json` says of the outcome: the conclusions by duty, and what is to be added.
extension OpinionJSON {
  /// The conclusion on all clauses that decide, and on those of each duty.
  static func conclusions(_ edition: OpinionEdition) -> JSONValue {
    let review = edition.review
    var all = ["decisive": conclusion(review.conclusion(on: edition.reviewed.duties), review)]
    for duty in Duty.allCases {
      all[duty.rawValue] = conclusion(review.conclusion(on: [duty]), review)
    }
    return .object(all)
  }

  private static func conclusion(_ found: PlanConclusion, _ review: PlanReview) -> JSONValue {
    let open = Set(found.failing + found.lackingData + found.withoutFigure)
    return .object([
      "word": .text(found.word.rawValue),
      "label": .both(found.word.label),
      "complying": rules(found.counted.filter { !open.contains($0) }),
      "failing": rules(found.failing),
      "failing_at_stages": .list(
        found.late.map { .object(["stage": .integer($0.phase), "clauses": rules($0.rules)]) }),
      "lacking_data": rules(found.lackingData),
      "without_figure": rules(found.withoutFigure),
      "advisory_not_met": rules(found.advisoryGaps),
      "rests_on_drafts": .flag(found.restsOnDrafts),
    ])
  }

  /// The sentences that close the sheet, with clauses by the ids of their rules.
  static func closing(_ edition: OpinionEdition) -> JSONValue {
    .both(
      ClosingWords(edition.review, on: edition.reviewed.duties) { keys in
        let names = keys.map(\.rule)
        return LocalizedText(
          en: names.joined(separator: ", "), zh: names.joined(separator: "、"))
      }.text)
  }

  /// What is to be added before everything can be decided.
  static func requests(_ edition: OpinionEdition) -> JSONValue {
    let requests = edition.review.requests
    let plan = edition.plan
    return .object([
      "plan": .list(
        requests.ofPlan.map { request in
          let rows = request.table == .parcels ? plan.parcels.rows : plan.facilities.rows
          return .object([
            "kind": .text(request.table == .parcels ? "parcel" : "facility"),
            "id": .text(rows.ids[request.row]),
            "name": .optional(rows.names[request.row]),
            "row": .integer(rows.sourceRows[request.row]),
            "columns": .list(request.columns.map { .text($0) }),
            "clauses": rules(request.clauses),
          ])
        }),
      "city": .list(
        requests.ofCity.map { question in
          .object([
            "reason": .both(question.reason.sentence(.exact)),
            "facilities": .list(question.facilities.map { .text($0) }),
            "clauses": rules(question.clauses),
          ])
        }),
    ])
  }

  private static func rules(_ keys: [RuleKey]) -> JSONValue {
    .list(keys.map { .object(["pack": .text($0.pack), "rule": .text($0.rule)]) })
  }
}
