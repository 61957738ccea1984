/// How much of a geometry discs cover, decided by position and not by sums that may round to 1.
public enum CoverVerdict: Sendable, Hashable {
  /// No point of it is in a disc.
  case none
  /// Some is in a disc and some is not, or it only touches one.
  case partial
  /// Every point of it is in a disc.
  case full
}

/// The share of a geometry that discs cover, with the verdict.
public struct CoveredShare: Sendable, Hashable {
  /// 0 through 1: of the area of polygons, the length of lines, the number of points. 1 exactly
  /// if the verdict is `.full`. 0 if it is `.none`, and also for a polygon or line that discs only
  /// touch.
  public var share: Double
  /// All, part, or nothing.
  public var verdict: CoverVerdict

  /// A share with its verdict.
  public init(share: Double, verdict: CoverVerdict) {
    self.share = share
    self.verdict = verdict
  }

  /// Nothing is covered.
  public static let uncovered = CoveredShare(share: 0, verdict: .none)
  /// All is covered.
  public static let covered = CoveredShare(share: 1, verdict: .full)
}

/// How a geometry lies to discs, as far as single distances tell.
enum DiscRelation: Sendable, Hashable {
  /// Its farthest vertex is within the radius of one disc, and so is all of it: a disc is convex.
  case inside
  /// Its nearest point is beyond the radius of every disc.
  case outside
  /// Neither; several discs together may still cover all of it.
  case partial
}
