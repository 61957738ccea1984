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
        "totals", caption: say("Parcels and residents by overall verdict", "居住小区与居民按总体结论统计"),
        head: [
          .text(say("Verdict", "结论")), .number(say("Parcels", "小区数")),
          .number(say("of all", "占比")), .number(say("Residents", "居民人数")),
          .number(say("of all", "占比")), .text(say("What it means", "含义")),
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
          tag("th", ["scope": "row"]) { say("All", "合计") }
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
        """
        Of \(all) parcels, \(count(.fail)) (\(share)), with \(residents(.fail)) residents, fail at \
        least one binding or expected clause; \(count(.pass)) meet every clause that applies to \
        them; \(count(.unknown)) cannot be decided for want of data.
        """,
        """
        \(all)个居住小区中，\(count(.fail))个（\(share)，居民\(residents(.fail))人）至少有一条强制性或预期性条款\
        不符合；\(count(.pass))个符合全部适用条款；\(count(.unknown))个因数据缺失无法判定。
        """))
  }

  private func bigBar(_ counts: [Int]) -> Markup {
    tag("div", ["class": "bigbar"]) { bar(counts) }
  }

  private func meaning(_ verdict: Verdict) -> String {
    switch verdict {
    case .fail:
      say("fails at least one binding or expected clause", "至少一条强制性或预期性条款不符合")
    case .unknown:
      say("fails none, but data that would decide one is missing", "未发现不符合，但缺少判定所需数据")
    case .pass: say("meets every such clause that applies", "适用条款全部符合")
    case .notApplicable: say("no clause applies", "没有适用条款")
    }
  }

  private func residentsNote(_ uncounted: Int) -> String {
    let estimated = city.project.assumptions.personsPerHousehold.map {
      say(
        "residents: as in the data, else households × \($0)", "居民人数：取数据值，缺失时按户数×\($0)估算")
    }
    let missing =
      uncounted == 0
      ? nil
      : say(
        "without parcels that have no count: \(NumberWords.grouped(uncounted))",
        "\(NumberWords.grouped(uncounted))个小区无人数，未计入")
    return [estimated, missing].compactMap { $0 }.joined(separator: say("; ", "；"))
  }
}
