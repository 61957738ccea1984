/// Which ground an isochrone takes in.
public enum IsochroneForm: Sendable, Hashable {
  /// Streets that are reached, and some ground beside them.
  case streets
  /// In addition what they surround, as far as `depth` metres from a reached street on the ground in a
  /// straight line that crosses no obstacle: the form that says who lives inside.
  ///
  /// What is surrounded is what the other form leaves as a hole. So what fronts on a street from
  /// outside is taken in as far as there. No point is farther from reached ground than `depth`.
  case blocks(depth: Double)

  /// How many offsets a depth has to be at least.
  public static let leastDepth = StreetBand.farthest
}
