/// What would make a failing subject pass, as far as a plan's facilities can: said by the check, so
/// that a search for remedies need not know which checks there are.
public enum Mending: Sendable, Hashable {
  /// More of what facilities offer.
  case enlarging(Quantity)
  /// One more facility of these kinds, anywhere in the subject.
  case adding(kinds: [String], where: Condition)
  /// Facilities of these kinds where they cover what is not covered.
  case siting(kinds: [String], where: Condition)
  /// More of an attribute of the facility that is judged.
  case raising(FacilityMeasure)
  /// What the facility that is judged must have.
  case equipping(Condition)
  /// Facilities of these kinds handed over no later than their housing.
  case deliveringWithHousing(kinds: [String])
  /// Nothing that a plan could change.
  case nothing
}
