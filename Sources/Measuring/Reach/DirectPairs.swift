/// Doors of parcels with the facilities that are nearer to them than any street, in compressed sparse
/// rows.
struct DirectPairs: Sendable {
  /// Doors of parcels + 1 entries.
  private var offsets: [Int] = [0]
  /// Ascending for each door.
  private(set) var facilities: [Int32] = []
  /// Of the straight line.
  private(set) var metres: [Double] = []

  var isEmpty: Bool { facilities.isEmpty }

  /// What is near a door, as indices.
  func pairs(of door: Int) -> Range<Int> { offsets[door]..<offsets[door + 1] }

  /// Adds doors, each with so many facilities.
  mutating func append(sizes: [Int], facilities: [Int32], metres: [Double]) {
    for size in sizes { offsets.append((offsets.last ?? 0) + size) }
    self.facilities += facilities
    self.metres += metres
  }
}
