internal import Documents
internal import Foundation

/// What must come out of a case.
struct CaseExpectations: Sendable {
  /// How the program must end.
  var status: Int32 = 0
  /// What its message must match.
  var message: [TextPattern] = []
  /// Findings, one by one.
  var findings: [ExpectedFinding] = []
  /// How many findings there are in all.
  var count: Int?
  /// Verdicts of parcels over all their clauses.
  var overall: [(parcel: String, verdict: String)] = []
  /// The shortage groups, all of them, in the order of their parcels.
  var groups: [[ExpectedColumn]]?
  /// Rows that must be rejected, and what their reason must match.
  var rejected: [(id: String, reason: TextPattern?)] = []
  /// How many rows are rejected in all.
  var rejectedCount: Int?
  /// Columns of rows of published layers.
  var rows: [(layer: String, id: String, columns: [ExpectedColumn])] = []

  /// Whether nothing is asked, so that nothing could differ.
  var isEmpty: Bool {
    status == 0 && message.isEmpty && findings.isEmpty && count == nil && overall.isEmpty
      && groups == nil && rejected.isEmpty && rejectedCount == nil && rows.isEmpty
  }
}

/// One finding, as far as it is stated.
struct ExpectedFinding: Sendable {
  var rule = "r"
  /// Id of the subject; `nil`: the only one.
  var subject: String?
  var pack: String?
  /// Kind of the subject.
  var kind: String?
  /// Whether there must be no such finding.
  var isAbsent = false
  /// Columns that must say just this.
  var words: [(column: String, word: String)] = []
  /// Columns of numbers.
  var figures: [(column: String, figure: Double?)] = []
  /// How far a figure may be off; `nil`: 2e-6, and 2e-3 for a distance.
  var tolerance: Double?
  /// Metres to the nearest facility.
  var distance: Double?
  /// Just these flags.
  var flags: Set<String>?
  /// Flags among others.
  var has: [String] = []
  /// Flags that must not be there.
  var without: [String] = []
  /// Just these facilities.
  var facilities: Set<String>?
  /// What the reason must match.
  var reason: [TextPattern] = []

  /// What it is about, for messages.
  var about: String { "\(rule) on \(subject ?? "*")" }
}

/// A column of a published row and what must be in it.
struct ExpectedColumn: Sendable {
  let name: String
  let value: Value

  enum Value: Sendable {
    case number(Double)
    case text(String)
    /// Ids in any order.
    case ids(Set<String>)
    case flag(Bool)
    case nothing
  }
}

/// A regular expression that is looked for in a text, whatever the case of its letters.
struct TextPattern: Sendable {
  let source: String

  /// `nil` where it is no regular expression, or an empty one, which anything matches.
  init?(_ source: String) {
    guard !source.isEmpty, (try? NSRegularExpression(pattern: source)) != nil else { return nil }
    self.source = source
  }

  func isFound(in text: String) -> Bool {
    text.range(of: source, options: [.regularExpression, .caseInsensitive]) != nil
  }
}
