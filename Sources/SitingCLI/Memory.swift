import CMalloc

/// How the process takes memory from the system.
enum Memory {
  /// Columns of a city are made, read and given back one after the other. Memory that was given back to the
  /// system between them would have to be cleared by it each time.
  static func keepWhatIsFreed() {
    // The largest that is allowed: what is larger comes straight from the system.
    mallopt(M_MMAP_THRESHOLD, 32 << 20)
    mallopt(M_TRIM_THRESHOLD, 1 << 30)
  }
}
