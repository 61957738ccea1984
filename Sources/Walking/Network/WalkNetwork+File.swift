extension WalkNetwork {
  /// Writes the network to one file, all or nothing: an old file at the path stays until the new
  /// one is complete.
  public func save(to path: String) throws(NetworkFileError) {
    preconditionFailure("to be written")
  }

  /// Reads a saved network. Every count and index is checked, so that a damaged file is an error
  /// and never a wrong memory access.
  ///
  /// Whether it is the wanted network is for the caller to see, from `crs` and `fingerprint`.
  public init(contentsOf path: String) throws(NetworkFileError) {
    preconditionFailure("to be written")
  }
}
