internal import Compliance
internal import GeoFiles
internal import Quantities
internal import Rules

extension LayerTable {
  /// Adds what a rule found: `_verdict`, `_measured`, `_required` (and `_required_max` of a range),
  /// `_shortfall`, and for coverage `_nearest` and `_distance`.
  ///
  /// - Parameters:
  ///   - prefix: The rule's column name.
  ///   - rows: Number of rows of the table, from which the findings may leave some out.
  ///   - facilityIDs: What `nearest` counts in.
  mutating func append(
    _ findings: RuleFindings, prefix: String, rows: Int, facilityIDs: [String]
  ) {
    let place = RowPlacement(findings, rows: rows)
    append(
      "\(prefix)_verdict", verdicts: place.spread(findings.verdicts.map { Optional($0) }, nil))
    append(
      "\(prefix)_measured", .real(place.spread(findings.measured, .nan), decimals: 6))
    let none = RuleFindings.noAmount
    let required = findings.verdicts.indices.map { findings.required(of: $0) }
    append(
      "\(prefix)_required", .micros(place.spread(required.map { $0?.figure.micros ?? none }, none)))
    if findings.requiredUpper != nil {
      append(
        "\(prefix)_required_max",
        .micros(place.spread(required.map { $0?.upper?.micros ?? none }, none)))
    }
    append("\(prefix)_shortfall", .micros(place.spread(findings.shortfall, none)))
    guard findings.rule.check.measuresCover, !findings.nearest.isEmpty else { return }
    append(
      "\(prefix)_nearest",
      .shared(dictionary: facilityIDs, indices: place.spread(findings.nearest, -1)))
    append("\(prefix)_distance", .real(place.spread(findings.distance, .infinity), decimals: 3))
  }
}

/// Puts the subjects of a rule onto the rows of their table.
private struct RowPlacement {
  private let subjectRows: [Int32]
  private let rows: Int

  init(_ findings: RuleFindings, rows: Int) {
    subjectRows = findings.rows
    self.rows = rows
  }

  func spread<Value>(_ values: [Value], _ missing: Value) -> [Value] {
    if subjectRows.count == rows { return values }
    var result = Array(repeating: missing, count: rows)
    for (subject, row) in subjectRows.enumerated() { result[Int(row)] = values[subject] }
    return result
  }
}
