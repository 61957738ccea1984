/// Sets of numbers that are united and never parted; the lowest number of a set stands for it, so
/// that the order of the unions does not show.
public struct DisjointSets: Sendable {
  @usableFromInline var parents: [Int32]

  /// Every number below `count` on its own.
  public init(count: Int) { parents = (0..<Int32(count)).map { $0 } }

  /// The lowest number of the set.
  @inlinable
  public mutating func root(of member: Int) -> Int {
    var place = member
    while parents[place] != Int32(truncatingIfNeeded: place) {
      // On the way, every other member is moved nearer to the root.
      let next = parents[Int(parents[place])]
      parents[place] = next
      place = Int(next)
    }
    return place
  }

  /// Makes the sets of two numbers one.
  @inlinable
  public mutating func unite(_ one: Int, _ other: Int) {
    let (one, other) = (root(of: one), root(of: other))
    parents[max(one, other)] = Int32(truncatingIfNeeded: min(one, other))
  }
}
