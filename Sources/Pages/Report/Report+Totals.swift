internal import Compliance
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

extension Report {
  /// Parcels and people by overall verdict.
  func totals() -> Markup {
    let counts = Verdict.counts(of: result.parcelVerdicts)
    var people = Array(repeating: Amount.zero, count: Verdict.allCases.count)
    var uncounted = 0
    for (parcel, verdict) in result.parcelVerdicts.enumerated() {
      if let residents = self.people[parcel] {
        people[Int(verdict.rawValue)] += residents
      } else {
        uncounted += 1
      }
    }
    let allPeople = people.reduce(.zero, +)
    return tag("p", ["class": "lead"]) { lead(counts, people) }
      + bigBar(counts)
      + table(
        "totals", caption: say(ReportWords.byVerdict),
        head: [
          .text(say(PageWords.verdict)), .number(say(ReportWords.parcels)),
          .number(say(ReportWords.ofAll)), .number(say(ReportWords.residents)),
          .number(say(ReportWords.ofAll)), .text(say(PageWords.meaning)),
        ]
      ) {
        for verdict in Self.verdictOrder {
          let count = counts[Int(verdict.rawValue)]
          let residents = people[Int(verdict.rawValue)]
          tag("tr") {
            tag("th", ["scope": "row"]) { mark(verdict) }
            countCell(count)
            numberCell(NumberWords.percent(Double(count), of: Double(city.parcels.count)))
            numberCell(NumberWords.text(residents, decimals: 0))
            numberCell(NumberWords.percent(residents.double, of: allPeople.double))
            tag("td", ["class": "small"]) { meaning(verdict) }
          }
        }
        tag("tr", ["class": "sum"]) {
          tag("th", ["scope": "row"]) { say(ReportWords.all) }
          countCell(city.parcels.count)
          numberCell("")
          numberCell(NumberWords.text(allPeople, decimals: 0))
          numberCell("")
          tag("td", ["class": "small"]) { residentsNote(uncounted) }
        }
      }
  }

  private func lead(_ counts: [Int], _ people: [Amount]) -> Markup {
    func count(_ verdict: Verdict) -> String {
      NumberWords.grouped(counts[Int(verdict.rawValue)])
    }
    func residents(_ verdict: Verdict) -> String {
      NumberWords.text(people[Int(verdict.rawValue)], decimals: 0)
    }
    let all = NumberWords.grouped(city.parcels.count)
    let share = NumberWords.percent(
      Double(counts[Int(Verdict.fail.rawValue)]), of: Double(city.parcels.count))
    return Markup(
      say(
        ReportWords.lead(
          of: all, failing: count(.fail), share: share, residents: residents(.fail),
          passing: count(.pass), undecided: count(.unknown))))
  }

  private func bigBar(_ counts: [Int]) -> Markup {
    tag("div", ["class": "bigbar"]) { bar(counts) }
  }

  private func meaning(_ verdict: Verdict) -> String {
    switch verdict {
    case .fail:
      say(ReportWords.someFail)
    case .unknown:
      say(ReportWords.someUndecided)
    case .pass: say(ReportWords.allPass)
    case .notApplicable: say(ReportWords.noClauseApplies)
    }
  }

  private func residentsNote(_ uncounted: Int) -> String {
    let estimated = city.project.assumptions.personsPerHousehold.map {
      say(ReportWords.residentsEstimated(perHousehold: $0))
    }
    let missing =
      uncounted == 0
      ? nil
      : say(ReportWords.residentsUncounted(NumberWords.grouped(uncounted)))
    return [estimated, missing].compactMap { $0 }.joined(separator: say(Marks.semicolon))
  }
}
