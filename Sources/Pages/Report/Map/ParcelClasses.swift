internal import Compliance
internal import Planning
internal import Rules
internal import Wording

/// The class of every parcel; how many failures are few or many depends on the city.
struct ParcelClasses: Sendable {
  /// One per parcel.
  let classes: [ParcelClass]
  /// Most clauses that a parcel of a class fails, from few to many.
  private let limits: [Int]

  /// Advisory clauses are not counted.
  init(_ report: Report) {
    var failures = [Int](repeating: 0, count: report.city.parcels.count)
    for findings in report.result.findings
    where findings.table == .parcels && findings.rule.force != .advisory {
      for (subject, row) in findings.rows.enumerated() where findings.verdicts[subject] == .fail {
        failures[Int(row)] += 1
      }
    }
    let most = max(3, failures.max() ?? 0)
    let limits = [(most + 2) / 3, (2 * most + 2) / 3, most]
    self.limits = limits
    classes = zip(report.result.parcelVerdicts, failures).map { verdict, failures in
      switch verdict {
      case .notApplicable: .notApplicable
      case .pass: .pass
      case .unknown: .unknown
      case .fail:
        failures <= limits[0] ? .failsFew : failures <= limits[1] ? .failsSome : .failsMany
      }
    }
  }

  /// For the legend.
  func label(_ parcelClass: ParcelClass, _ report: Report) -> String {
    func fails(_ first: Int, _ last: Int) -> String {
      let range = first == last ? "\(first)" : "\(first)–\(last)"
      return report.say(ReportWords.failsRange(range))
    }
    return switch parcelClass {
    case .notApplicable: "– \(report.say(Verdict.notApplicable.label))"
    case .pass: "✓ \(report.say(Verdict.pass.label))"
    case .unknown: "? \(report.say(Verdict.unknown.label))"
    case .failsFew: fails(1, limits[0])
    case .failsSome: fails(limits[0] + 1, limits[1])
    case .failsMany: fails(limits[1] + 1, limits[2])
    }
  }
}
