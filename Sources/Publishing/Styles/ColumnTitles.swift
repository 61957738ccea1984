internal import Compliance
internal import Documents
internal import Pages
internal import Rules
internal import Wording

/// What readers call the columns of layers.
struct ColumnTitles {
  private let edition: Edition
  private let prefixes: [String]

  init(_ edition: Edition) {
    self.edition = edition
    prefixes = edition.result.findings.indices.map { edition.columnPrefix(ofFinding: $0) }
  }

  /// The rule that a column is of, as an index of the findings.
  func rule(of column: String) -> Int? {
    // The longest that fits: the name of one rule may start with that of another.
    prefixes.indices.filter { column.hasPrefix("\(prefixes[$0])_") }
      .max { prefixes[$0].count < prefixes[$1].count }
  }

  /// What of a rule is in a column: `verdict`, `measured` …
  func part(of column: String, rule: Int) -> String {
    String(column.dropFirst(prefixes[rule].count + 1))
  }

  /// `nil` for columns of the data.
  func title(of column: String) -> String? {
    guard let index = rule(of: column) else {
      return ColumnNames.columns[column].map { edition.say($0) }
    }
    let rule = edition.result.findings[index].rule
    let clause = "\(rule.clause) \(edition.say(rule.says).prefix(40))"
    let part = part(of: column, rule: index)
    if part == "verdict" { return clause }
    return "\(clause) · \(ColumnNames.parts[part].map { edition.say($0) } ?? part)"
  }
}
