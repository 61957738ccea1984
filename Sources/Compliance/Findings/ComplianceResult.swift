public import Planning
public import Quantities
public import Rules

/// Everything that a batch found.
public struct ComplianceResult: Sendable {
  /// What was judged.
  public let city: City
  /// By which documents, in the order asked for.
  public let packs: [RulePack]
  /// One entry per rule, in the order of packs and their rules.
  public let findings: [RuleFindings]
  /// By parcel: the worst verdict of its non-advisory rules.
  public let parcelVerdicts: [Verdict]
  /// By parcel: the flags of those rules, and `advisory` where an advisory rule fails.
  public let parcelFlags: [Flags]
  /// By facility: as for parcels.
  public let facilityVerdicts: [Verdict]
  /// By unit: the worst verdict of the rules about it.
  public let unitVerdicts: [Verdict]
  /// For every rule about parcels and every unit: what the unit's parcels came to.
  public let unitSummaries: [UnitSummary]
}

/// What the parcels of one unit came to under one rule.
public struct UnitSummary: Sendable, Hashable {
  /// Index into `ComplianceResult.findings`.
  public let finding: Int
  /// Row of the unit, or -1 for parcels outside all units of the level.
  public let unit: Int32
  /// The level that was grouped by.
  public let level: UnitLevel
  /// Number of parcels by verdict's raw value.
  public let parcels: [Int]
  /// Residents of those parcels by verdict's raw value (known or estimated).
  public let people: [Amount]
  /// Residents weighed by the covered share (coverage rules), else those of passing parcels.
  public let peopleCovered: Amount
}
