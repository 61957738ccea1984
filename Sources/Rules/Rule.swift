public import Documents
public import Quantities

/// How strongly a clause binds.
public enum Force: String, Sendable, Hashable, CaseIterable {
  /// A duty.
  case binding
  /// Expected.
  case expected
  /// Encouraged: a failure is a gap and never makes a parcel fail.
  case advisory
}

/// A slip in a document, put right.
public struct Correction: Sendable, Hashable {
  /// What the document says.
  public let literal: LocalizedText
  /// The arithmetic that shows the slip.
  public let because: LocalizedText
}

/// One checkable clause of a policy document.
public struct Rule: Sendable {
  /// The pack that it is written in; the one that applies it may inherit it.
  public let origin: String
  /// The document that it is a clause of.
  public let document: PolicyDocument
  /// Unique in its pack, `kebab-case`.
  public let id: String
  /// Where it stands in the document.
  public let clause: String
  /// What it says, paraphrased.
  public let says: LocalizedText
  /// Its topic, from `topics.yaml`.
  public let means: String
  /// What it is about; more than one only for levels of units.
  public internal(set) var subjects: [RuleSubject]
  /// What it asks.
  public internal(set) var check: any Check
  /// The unit of its threshold.
  public let unit: MeasureUnit
  /// What is required; `nil` for rules that only report, or ask for a property.
  public internal(set) var threshold: Threshold?
  /// What the document requires, where somebody asks for another figure; see `OwnTarget`.
  public internal(set) var documentThreshold: Threshold?
  /// Whether the figure is reported without a verdict.
  public internal(set) var isReportOnly: Bool
  /// How strongly it binds.
  public let force: Force
  /// Who must meet it.
  public let duty: Duty
  /// Which subjects it applies to.
  public let when: Condition
  /// What other rules must have measured of them besides.
  public internal(set) var measured: [MeasuredTest]
  /// Catalogue entries that it implements.
  public let accountsFor: [String]
  /// Rules of the pack that applies it that contradict it.
  public internal(set) var conflictsWith: [String]
  /// Rules of the pack that applies it that say the same another way: meeting one is enough.
  public internal(set) var alternativeTo: [String]
  /// The slip that it puts right.
  public let corrected: Correction?
  /// The standard that its figure is from, where that is not the document.
  public let standard: String?
  /// Due by the end of this year.
  public let targetYear: Int?
  /// What a reader should know.
  public let note: LocalizedText?
  /// Where it stands in the pack's file.
  public let line: Int

  /// What it asks, to be looked at as it stands in its file.
  var readable: any ReadableCheck {
    guard let check = check as? any ReadableCheck else {
      preconditionFailure("check \(check.name) is not read")
    }
    return check
  }

  /// The first subject.
  public var subject: RuleSubject { subjects[0] }

  /// Whether what is above the upper end of `between` passes as oversized: sizes and counts do, shares
  /// and rates of people do not.
  public var passesOversized: Bool {
    check.passesOversized || !(unit == .percent || unit.isRate)
  }

  /// The columns that it reads of its subjects and of facilities.
  public var columns: Set<String> { ownColumns.union(check.columns) }

  /// Those among them that are read of parcels and units.
  public var parcelColumns: Set<String> { ownColumns.union(check.parcelColumns) }

  private var ownColumns: Set<String> {
    when.columns.union(threshold?.steps.map { [$0.column] } ?? [])
  }

  /// Its id as a column name: `elder_floor_area_new`.
  public var columnName: String { id.replacing("-", with: "_") }
}

/// A named figure of a pack.
public struct PackParameter: Sendable, Hashable {
  /// `nil` where the document asks for the figure but does not state it.
  public let value: Amount?
  /// Such as `m/s`.
  public let unit: String
  /// Where it is from.
  public let source: LocalizedText?
}
