internal import Geodesy
internal import Planar

/// What areas are to be drawn.
struct IsochroneJob: Sendable {
  let network: WalkNetwork
  let places: NetworkPositions
  /// Groups + 1 entries.
  let offsets: [Int]
  /// Ticks, ascending.
  let limits: [Int32]
  /// Metres.
  let offset: Double
  let isForward: Bool
  /// To longitude and latitude; `nil`: coordinates stay as they are.
  let transform: CoordinateTransform?
  /// One per group, in the coordinates that are given out.
  var sites: GeometryColumn?
  /// In these coordinates, too.
  var served: StraightWays?
  /// `nil`: there are none.
  var squares: CrossedSquares?
  /// One per group, in these coordinates: what is filled where the place is reached; `nil`: nothing is.
  var areas: GeometryColumn?
  var form = IsochroneForm.streets
  /// In these coordinates; `nil`: there are none, or nothing is filled.
  var obstacles: DrawnObstacles?
}
