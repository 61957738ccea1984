public import Documents

/// The document that a pack puts into data.
public struct PolicyDocument: Sendable, Hashable {
  /// Whether it is in force.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// In force.
    case issued
    /// Published for comment; findings carry the flag `draft`.
    case draft
  }

  /// Such as 鄞政发〔2023〕17号; `nil` where it has none.
  public let number: String?
  /// Who issued it.
  public let issuer: LocalizedText
  /// `2022-05-18`, or the month or the year that is all that is known.
  public let issued: String
  /// Whether it is in force.
  public let status: Status

  /// Whether a text is `2022-05` or `2022`.
  static func isMonthOrYear(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 2, let year = Int(parts[0]), (1800...2999).contains(year) else {
      return false
    }
    guard parts.count == 2 else { return true }
    return parts[1].count == 2 && (Int(parts[1]).map { (1...12).contains($0) } ?? false)
  }
}

/// A clause of the document that no rule computes.
public struct NotComputed: Sendable, Hashable {
  /// Why not.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// About single persons.
    case personLevel = "person_level"
    /// About money.
    case money
    /// About who does what.
    case organisational
    /// The text states no standard.
    case noStandard = "no_standard"
    /// About how a service is given.
    case serviceQuality = "service_quality"
    /// Planning data does not hold it.
    case notInData = "not_in_data"
    /// Said elsewhere in the document.
    case duplicate
  }

  /// The catalogue entry, `pack/slug`.
  public let id: String
  /// Why not.
  public let why: Reason
  /// More about it.
  public let note: LocalizedText?
}
