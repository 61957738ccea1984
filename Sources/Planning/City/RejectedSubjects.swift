public import Geodesy

/// Rows that were rejected, with what they say all the same.
///
/// A rejected row may stand for something that is there: what one of them could decide is not known.
/// What it says bounds what it could: its place, the unit that it names, its kind, its figures.
public struct RejectedSubjects: Sendable {
  /// Rejected parcels; places are NaN where there is no usable geometry. Entrances are left out.
  public var parcels = Parcels()
  /// Likewise facilities; kind -1 where it is not known. Parcels of theirs are left out.
  public var facilities = Facilities()
  /// The levels of rejected units; `nil` where it is not known.
  public var units: [UnitLevel?] = []
  /// By parcel: its id, else its file and line.
  var parcelLabels: [String] = []
  /// Likewise by facility.
  public var facilityLabels: [String] = []
  /// What metres of their coordinates are on the ground.
  public var ground = GroundScale.plane

  /// Whether those decide of which nothing tells where they are.
  public var lost = LostRows()
  /// Under review: the first rows that are the plan's.
  public private(set) var plannedFrom = (parcels: 0, facilities: 0)

  /// No rows.
  public init() {}

  /// These rows, then those of a plan.
  func appending(_ others: RejectedSubjects) -> RejectedSubjects {
    var result = self
    result.plannedFrom = (parcels.count, facilities.count)
    if others.parcels.count == 0, others.facilities.count == 0 { return result }
    result.parcels = parcels.appending(others.parcels)
    result.facilities = facilities.appending(others.facilities, parcelsBehind: 0)
    result.units += others.units
    result.parcelLabels += others.parcelLabels
    result.facilityLabels += others.facilityLabels
    return result
  }

  /// Whether a unit of some level may be missing among those that take part.
  public func mayHoldUnit(of level: UnitLevel) -> Bool {
    units.contains { $0 == nil || $0 == level }
  }
}
