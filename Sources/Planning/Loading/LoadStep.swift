/// What the loading of a city is busy with.
public enum LoadStep: Sendable, Hashable {
  /// Reads a file; its path as the user gave it.
  case reading(String)
  /// Reads the columns of a layer.
  case checking(LayerRole)
  /// Moves and repairs the geometry of a layer.
  case placing(LayerRole)
  /// Finds what lies in what.
  case joining
}
