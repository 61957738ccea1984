internal import Compliance
internal import Documents
internal import Pages
internal import Rules
internal import Wording

/// What readers call the columns of layers.
struct ColumnTitles {
  private let edition: Edition
  /// Findings by the column names of their rules.
  private let rules: [Substring: Int]

  init(_ edition: Edition) {
    self.edition = edition
    rules = Dictionary(
      edition.columnPrefixes.enumerated().map { ($1[...], $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The rule that a column is of, as an index of the findings, and what of it is in it: `verdict`, `measured` …
  func rule(of column: String) -> (index: Int, part: Substring)? {
    // The longest that fits: the name of one rule may start with that of another.
    var name = column[...]
    while let end = name.lastIndex(of: "_") {
      name = name[..<end]
      if let index = rules[name] { return (index, column[column.index(after: end)...]) }
    }
    return nil
  }

  /// `nil` for columns of the data.
  func title(of column: String) -> String? {
    guard let (index, part) = rule(of: column) else {
      return ColumnNames.columns[column].map { edition.say($0) }
    }
    let rule = edition.result.findings[index].rule
    let clause = "\(rule.clause) \(edition.say(rule.says).prefix(40))"
    if part == "verdict" { return clause }
    let word = ColumnNames.parts[String(part)].map { edition.say($0) } ?? String(part)
    return "\(clause) · \(word)"
  }
}
