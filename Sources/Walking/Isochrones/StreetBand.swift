/// The measures of an isochrone's outline, and why it keeps its laws.
///
/// The distance to reached ground is sampled at the corners of square cells, and the outline is
/// drawn where it is `level`, straight through each cell from edge to edge (marching squares, with
/// the position on an edge interpolated). Along a straight street the distance is linear, so that
/// the outline is parallel to the street; ends are rounded by a few chords.
///
/// In cells (side 1) both laws follow from the distance being 1-Lipschitz:
/// - A reached point g gives every corner a distance of at most its distance to g. A smaller
///   distance only moves the outline out. So g is inside if it is with g as the only ground: that
///   holds for every g in a cell if `level` is at least 0.72, with positions held between 1/16 and
///   15/16 of an edge.
/// - A point inside is no farther from ground than a corner of its cell is, plus the way there. The
///   most that leaves for a point inside is `level` + 0.71: in the middle of a cell.
/// Both figures are from a search over all places and over random distances. The cell used here has
/// a `level` of 0.85 and 1.65 to the offset, which leaves 0.13 and 0.09 cells for what follows:
/// single precision (0.001 m) and vertices left out (`tolerance`, 0.04).
///
/// Holding positions off the corners keeps outlines apart by 0.088 cells at least, more than two
/// tolerances: no two meet or touch, so every ring is simple, and the polygon valid.
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
    cell = offset / 1.65
    level = 0.85 * cell
    reach = 1.85 * cell + 0.001 * offset
    tolerance = 0.04 * cell
  }

  /// How near to a corner positions on an edge of a cell are held, of so many units.
  static func nearest(_ step: Int32) -> Int32 { max(1, (step + 15) / 16) }
}
