extension WalkNetwork {
  /// A network from lines, which join where they use the same vertex.
  ///
  /// - Parameters:
  ///   - lines: In one metric CRS. Repeated vertices in a line are skipped.
  ///   - crs: What the coordinates are in; kept and given back, not looked at.
  ///   - fingerprint: What the lines came from; see `fingerprint`.
  /// - Throws: For coordinates that are no places in metres.
  public init(
    lines: StreetLines, crs: String, fingerprint: String = ""
  ) throws(NetworkError) {
    preconditionFailure("to be written")
  }
}
