internal import Compliance
internal import Documents
internal import Planning
internal import Rules

/// The fills of parcels on the map: the overall verdict, and how many clauses fail. In the order of
/// drawing: what fails most is drawn last, so that nothing covers it.
enum ParcelClass: String, CaseIterable, Sendable {
  case notApplicable = "not_applicable"
  case pass
  case unknown
  case failsFew = "fail1"
  case failsSome = "fail2"
  case failsMany = "fail3"

  /// One per parcel; advisory clauses are not counted.
  static func ofParcels(_ report: Report) -> [ParcelClass] {
    var failures = [Int](repeating: 0, count: report.city.parcels.count)
    for findings in report.result.findings
    where findings.table == .parcels && findings.rule.force != .advisory {
      for (subject, row) in findings.rows.enumerated() where findings.verdicts[subject] == .fail {
        failures[Int(row)] += 1
      }
    }
    return zip(report.result.parcelVerdicts, failures).map { verdict, failures in
      switch verdict {
      case .notApplicable: .notApplicable
      case .pass: .pass
      case .unknown: .unknown
      case .fail: failures <= 2 ? .failsFew : failures <= 5 ? .failsSome : .failsMany
      }
    }
  }

  /// For the legend.
  var label: LocalizedText {
    switch self {
    case .notApplicable: LocalizedText(en: "– not applicable", zh: "– 不适用")
    case .pass: LocalizedText(en: "✓ pass", zh: "✓ 符合")
    case .unknown: LocalizedText(en: "? unknown", zh: "? 无法判定")
    case .failsFew: LocalizedText(en: "✗ fails 1–2 clauses", zh: "✗ 不符合1–2条")
    case .failsSome: LocalizedText(en: "✗ fails 3–5", zh: "✗ 不符合3–5条")
    case .failsMany: LocalizedText(en: "✗ fails 6 or more", zh: "✗ 不符合6条及以上")
    }
  }
}
