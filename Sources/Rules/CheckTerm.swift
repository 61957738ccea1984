public import Quantities

/// What a check asks besides a figure: said by the check, so that what puts a rule into words need not
/// know which checks there are.
public enum CheckTerm: Sendable, Hashable {
  /// Facilities of so many of these groups of kinds.
  case groups(KindGroups)
  /// No farther than this.
  case within(Reach)
  /// Farther than this.
  case beyond(Reach)
  /// Measured from parcels, and not from facilities.
  case fromParcels
  /// A facility meets the condition.
  case property(Condition)
  /// Delivered no later than the housing.
  case deliveredWithHousing
  /// Delivered before so many percent of the dwellings.
  case deliveredBefore(percent: Amount)
}
