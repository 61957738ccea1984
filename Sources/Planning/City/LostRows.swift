/// Whether rejected rows that name neither a place nor a unit decide about single units and parcels.
///
/// Any of them could be anywhere. Where they are many it is so: what one of them could be is unknown.
/// One row in a register of thousands must not make every verdict of its kind unknown, though: as long
/// as they are fewer than one in twenty of their layer, they concern totals of the whole city alone.
public struct LostRows: Sendable, Hashable {
  /// Of parcels.
  public var parcelsDecide = true
  /// Of facilities; of these only those whose kind is known.
  public var facilitiesDecide = true

  private static let few = 20

  /// They do.
  init() {}

  /// As many as there are in a city with its rejected rows.
  public init(in city: City) {
    func decide(_ rows: SubjectRows, _ units: UnitMembership, of all: Int) -> Bool {
      let lost = (0..<rows.count).count { row in
        !rows.isPlaced(row) && units.isNowhere(row)
      }
      return lost * Self.few >= all
    }
    let rejected = city.setAside
    parcelsDecide = decide(
      rejected.parcels.rows, rejected.parcels.units,
      of: city.parcels.count + rejected.parcels.count)
    facilitiesDecide = decide(
      rejected.facilities.rows, rejected.facilities.units,
      of: city.facilities.count + rejected.facilities.count)
  }
}
