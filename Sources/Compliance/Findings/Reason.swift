public import Measuring
public import Planning
public import Rules

/// Why a finding is as it is, where that is not plain from its figures: a case with what a sentence
/// about it needs. The sentences are in `Wording`.
public enum Reason: Sendable, Hashable {
  // MARK: Whom it speaks of

  /// It is not known whether the clause applies: these columns are missing.
  case applicabilityUnknown(columns: [String])
  /// It is not known whether the clause applies: what another rule of the pack measures is not.
  case figureUnknown(of: RuleKey)
  /// The parcel has no residents.
  case parcelIsEmpty
  /// Nobody lives in the area.
  case areaIsEmpty
  /// There is no such unit to count.
  case noSuchUnit
  /// It is not known whether there is such a unit to count.
  case unitsUnknown
  /// The rule whose verdicts it counts has no findings.
  case countedRuleMissing
  /// The compound has no facility of the kinds.
  case noFacilityInside

  // MARK: What is missing

  /// There is no total.
  case noTotal(MissingTotal)
  /// The document does not state the figure that this parameter stands for.
  case figureNotStated(parameter: String)
  /// The figure is a declared one, and is not declared.
  case figureNotDeclared(statistic: String)
  /// Rejected rows may be there: one of them by its id, else its file and line, and how many others.
  case rejectedRowsDecide(String, others: Int)
  /// Facilities may be there that only name their unit: one of them by its id, and how many others
  /// of which it is not known where, or whether, they are.
  case facilityWithoutPlaceDecides(String, others: Int)
  /// The project names no layer of this.
  case noLayer(LayerRole)
  /// The number of people or dwellings of the parcel.
  case peopleMissing(PeopleMeasure)
  /// What a unit's rate weighs is missing for one of its parcels.
  case weightMissing(CoverWeight)
  /// An attribute of the facility.
  case measureMissing(FacilityMeasure)
  /// Columns that say what a facility has.
  case contentsNotStated(columns: [String])
  /// A date of delivery is missing, or whether a facility counts.
  case deliveryUnknown

  /// Whether facilities stand on the day: their word or dates do not tell, and it decides.
  case standingUnknown

  // MARK: What came out

  /// Missing data decides: the best and the worst case differ.
  case dataDecides
  /// It fails even at best.
  case failsAtBest
  /// It passes even at worst.
  case passesAtWorst
  /// What it is divided by may be zero.
  case divisorMayBeZero
  /// What it is divided by is zero.
  case measureIsZero(FacilityMeasure)
  /// There is nothing to take a share of.
  case nothingToShare
  /// The facility was delivered after the housing.
  case deliveredLate
  /// Another clause of the pack says otherwise.
  case contradicted(by: RuleKey)

  // MARK: How it was measured

  /// No such facility within twice the limit on foot.
  case nothingWithinTwiceTheWalk
  /// No such facility in the data.
  case nothingInData
  /// No street is near the parcel or one of its entrances.
  case parcelOffNetwork
  /// A facility that may serve the parcel is near no street.
  case nearFacilityOffNetwork
  /// A facility that may serve the parcel is on another part of a network that falls apart.
  case networkInPieces
  /// No street is near the facility.
  case facilityOffNetwork
  /// How supply was counted: in full for everyone, which is a bound of a verdict, or within the
  /// default reach, or both.
  case counted(SupplyCount, verdict: Verdict)

  /// What a finding must say about how its supply was counted.
  public struct SupplyCount: Sendable, Hashable {
    /// Whether facilities in reach were counted in full for every parcel.
    public let isBound: Bool
    /// The default reach that was taken, if one was.
    public let defaultReach: Reach?

    /// How supply was counted.
    public init(isBound: Bool, defaultReach: Reach?) {
      self.isBound = isBound
      self.defaultReach = defaultReach
    }
  }
}
