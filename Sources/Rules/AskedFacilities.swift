internal import Quantities

/// Which facilities a check counts, or looks at.
public struct AskedFacilities: Sendable, Hashable {
  /// Ids of kinds; their descendants count too.
  public let kinds: [String]
  /// Which of them.
  public let filter: Condition
  /// What of them is added up; `nil`: nothing is.
  public let measure: FacilityMeasure?
  /// Whether only those count that a subject has itself.
  public let areOwn: Bool

  /// Facilities of some kinds.
  init(
    kinds: [String], filter: Condition = .always, measure: FacilityMeasure? = nil,
    areOwn: Bool = false
  ) {
    self.kinds = kinds
    self.filter = filter
    self.measure = measure
    self.areOwn = areOwn
  }
}
