extension Array {
  /// The elements of some rows, in the order of `rows`: how a column is cut, reordered or repeated.
  @inlinable
  public func gathering(_ rows: some Collection<some BinaryInteger>) -> [Element] {
    rows.map { self[Int($0)] }
  }
}
