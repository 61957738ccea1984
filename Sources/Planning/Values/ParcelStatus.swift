/// Whether housing stands or is to be built.
public enum ParcelStatus: String, Sendable, Hashable, CaseIterable {
  /// To be built, or built under a permit of the document's time.
  case new
  /// Stands already.
  case existing
}
