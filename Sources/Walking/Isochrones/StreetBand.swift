/// The measures of an isochrone's outline, and why it keeps its laws.
///
/// The distance to reached ground is sampled at the corners of cells that are square but for a hundredth,
/// and the outline is drawn where it is the offset, straight through each cell from side to side
/// (marching squares, with the position on a side interpolated). Along a straight street the distance
/// is linear, so that the outline is parallel to the street at the offset; around ends it is convex, so
/// that the outline, drawn by a few chords, is within the offset. Only where streets meet, in inner
/// corners and in gaps between two strips, may it be beyond.
///
/// In cells (side 1) the laws follow from the distance being 1-Lipschitz:
/// - A reached point g gives every corner a distance of at most its distance to g. A smaller
///   distance only moves the outline out. So g is inside if it is with g as the only ground: that
///   holds for every g in a cell if `level` is at least 0.72, with positions held between 1/16 and
///   15/16 of a side; here they are held between 1/32 and 31/32.
/// - A point inside is no farther from ground than a corner of its cell is, plus the way there. The
///   most that leaves for a point inside is `level` + 0.71: in the middle of a cell. So what is beyond
///   the offset is so by half of it at most, and a gap that is wider than a cell stays one.
/// Both figures are from a search over all places and over random distances. The cell used here has
/// a `level` of 1.43, far more than it needs for what reduces the area: whole units, and vertices left
/// out (`tolerance`, 0.03: 0.5 m where 25 m are drawn).
///
/// Holding positions off the corners keeps outlines apart by more than a tolerance: no two meet or
/// touch, so every ring is simple, and the polygon valid.
struct StreetBand {
  /// In metres, as all here.
  let cell: Double
  /// How far from a street its outline is drawn.
  let level: Double
  /// How far from a street distances are sampled: corners next to one inside are nearer.
  let reach: Double
  /// How far vertices that are left out are from the outline, at most.
  let tolerance: Double

  /// - Parameter offset: Positive, in metres.
  init(offset: Double) {
    cell = 0.7 * offset
    level = offset
    reach = offset + 1.001 * cell
    tolerance = 0.03 * cell
  }

  /// How many offsets a point of an area may be from reached ground, where streets meet.
  static let farthest = 1.5

  /// How near to a corner positions on an edge of a cell are held, of so many units.
  static func nearest(_ step: Int32) -> Int32 { max(1, (step + 31) / 32) }
}
