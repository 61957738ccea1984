internal import Locating
internal import Optimizing
internal import Planning
internal import Quantities
internal import Wording

/// What a proposal for an objective of the textbooks says beside its map and its sites.
extension ProposalPage {
  func conclusion(_ answer: TextbookAnswer) -> Markup {
    tag("p", ["class": "lead"]) {
      say(ObjectiveWords.found(answer, sites: proposal.sites.count))
      say(Marks.stop)
    }
      + tag("p") {
        say(ObjectiveWords.name(answer.objective.model))
        say(Marks.colon)
        say(ObjectiveWords.proof(answer))
        say(Marks.stop)
      }
      + (answer.beyond.isEmpty
        ? Markup()
        : tag("p", ["class": "notice"]) {
          say(ObjectiveWords.leftOut)
          names(ofParcels: answer.beyond)
        })
  }

  private func names(ofParcels all: [Int32]) -> String {
    let rows = city.parcels.rows
    let names = all.prefix(20).map { rows.names[Int($0)] ?? rows.ids[Int($0)] }
      .joined(separator: say(Marks.listComma))
    let more = all.count - 20
    return more > 0 ? names + say(PageWords.andMore(more, of: all.count)) : names
  }

  /// What fewer facilities can do, drawn and as a table.
  func byNumber(_ answer: TextbookAnswer) -> Markup {
    tag("figure") {
      plot(answer).markup
      tag("figcaption") { plotLegend(bound: ObjectiveWords.bound) }
    }
      + table(
        "tradeoff", caption: say(ObjectiveWords.byNumberCaption),
        head: [
          .number(say(ObjectiveWords.number)), .number(say(ObjectiveWords.measure(answer))),
          .number(say(ObjectiveWords.bound)), .number(say(ObjectiveWords.gained)),
        ]
      ) {
        for (row, point) in answer.curve.enumerated() {
          tag("tr") {
            numberCell(NumberWords.grouped(point.sites))
            numberCell(ObjectiveWords.value(point.value, answer), sortKey: Double(point.value))
            numberCell(ObjectiveWords.value(point.bound, answer), sortKey: Double(point.bound))
            gain(point, after: row > 0 ? answer.curve[row - 1] : nil, answer)
          }
        }
      }
  }

  /// What each facility more does, between two rows.
  private func gain(
    _ point: TextbookAnswer.Point, after last: TextbookAnswer.Point?, _ answer: TextbookAnswer
  ) -> Markup {
    guard let last, point.sites > last.sites else { return numberCell("–") }
    let more =
      answer.objective.model.isCovering ? point.value - last.value : last.value - point.value
    guard more > 0 else { return numberCell("–") }
    let each = more / Int64(point.sites - last.sites)
    return numberCell(ObjectiveWords.value(each, answer), sortKey: Double(each))
  }

  private func plot(_ answer: TextbookAnswer) -> CurvePlot {
    func height(_ value: Int64) -> Double {
      switch answer.objective.model {
      case .setCovering, .maximalCovering: Double(value) / Double(max(1, answer.total))
      case .median: ObjectiveWords.average(value, answer)
      case .center: TextbookAnswer.metres(Double(value))
      }
    }
    func text(_ height: Double) -> String {
      answer.objective.model.isCovering
        ? "\(Int((height * 100).rounded()))%" : NumberWords.length(metres: height)
    }
    return CurvePlot(
      title: say(ObjectiveWords.byNumberCaption), axis: say(ObjectiveWords.number),
      axisText: { $0 == $0.rounded() ? NumberWords.grouped(Int($0)) : "" },
      panels: [
        CurvePlot.Panel(
          title: say(ObjectiveWords.measure(answer)),
          found: answer.curve.map {
            CurvePlot.Point(
              x: Double($0.sites), y: height($0.value), label: text(height($0.value)))
          },
          bound: answer.curve.map {
            CurvePlot.Point(x: Double($0.sites), y: height($0.bound), label: nil)
          }, top: answer.objective.model.isCovering ? 1 : nil, text: text)
      ])
  }
}
