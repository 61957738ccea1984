/// Whether a candidate site is left to the search.
public enum SiteChoice: String, Sendable, Hashable, CaseIterable {
  /// It is.
  case free
  /// Something must be built there.
  case forced
  /// Nothing may be.
  case forbidden
}
