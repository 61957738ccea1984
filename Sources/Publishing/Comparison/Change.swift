internal import Compliance

/// What became of a finding, or of a subject, from one run to the next.
public enum Change: String, Sendable, Hashable, CaseIterable {
  /// A failure passes now, or lacks less.
  case improved
  /// What passed fails now, or lacks more.
  case worsened
  /// Something else: a figure that decides nothing, data that came or went, better here and worse
  /// there.
  case other
  /// Only the later run has it.
  case added
  /// Only the earlier run has it.
  case gone
}

/// What became of the verdict of one finding.
public enum Transition: Int, Sendable, Hashable, CaseIterable {
  /// It passed and fails.
  case passToFail
  /// It failed and passes.
  case failToPass
  /// It was decided, or the clause did not apply, and it is unknown now.
  case toUnknown
  /// It was unknown and is not now.
  case fromUnknown
  /// The clause came to apply, or no longer does.
  case applicability
  /// The verdict is the same, the measured figure or the shortfall is not.
  case figures
  /// Only the later run has the subject.
  case added
  /// Only the earlier run has it.
  case gone

  /// In `snake_case`, for columns and documents.
  public var name: String {
    switch self {
    case .passToFail: "pass_to_fail"
    case .failToPass: "fail_to_pass"
    case .toUnknown: "to_unknown"
    case .fromUnknown: "from_unknown"
    case .applicability: "applicability"
    case .figures: "figures"
    case .added: "added"
    case .gone: "gone"
    }
  }

  /// Between two verdicts; `nil` where they are the same.
  init?(from before: Verdict, to after: Verdict) {
    switch (before, after) {
    case _ where before == after: return nil
    case (.pass, .fail): self = .passToFail
    case (.fail, .pass): self = .failToPass
    case (_, .unknown): self = .toUnknown
    case (.unknown, _): self = .fromUnknown
    default: self = .applicability
    }
  }
}

/// The changes that the findings of one subject add up to.
struct ChangeSet: OptionSet, Sendable {
  let rawValue: UInt8

  static let improved = ChangeSet(rawValue: 1)
  static let worsened = ChangeSet(rawValue: 2)
  static let other = ChangeSet(rawValue: 4)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ change: Change) {
    switch change {
    case .improved: self = .improved
    case .worsened: self = .worsened
    case .other, .added, .gone: self = .other
    }
  }

  /// What became of a subject that both runs have: its verdict as a whole decides, where that went
  /// from fail to pass or back; else its findings, where all that have a direction have the same.
  func change(from before: Verdict?, to after: Verdict?) -> Change? {
    switch (before, after) {
    case (.fail, .pass): return .improved
    case (.pass, .fail): return .worsened
    default: break
    }
    if isEmpty { return before == after ? nil : .other }
    switch intersection([.improved, .worsened]) {
    case .improved: return .improved
    case .worsened: return .worsened
    default: return .other
    }
  }
}
