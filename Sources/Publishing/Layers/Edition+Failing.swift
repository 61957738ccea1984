internal import Compliance
internal import Pages
internal import Planning

extension Edition {
  /// The rows of a table with a finding that fails, advisory ones too.
  func failingRows(of table: SubjectTable) -> [Int] {
    let count =
      switch table {
      case .parcels: city.parcels.count
      case .facilities: city.facilities.count
      case .units: city.units.count
      case .territory: 1
      }
    var fails = Array(repeating: false, count: count)
    for findings in result.findings where findings.table == table {
      for (subject, row) in findings.rows.enumerated() where findings.verdicts[subject] == .fail {
        fails[Int(row)] = true
      }
    }
    return fails.indices.filter { fails[$0] }
  }
}
