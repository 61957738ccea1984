/// On which side of a directed line a position lies, decided exactly.
enum Orientation {
  /// Positive if `p` is left of the line from `a` to `b`, negative if right, zero exactly on it; the
  /// sign is that of the exact value, the magnitude is not to be used.
  ///
  /// Source: Shewchuk, *Adaptive precision floating-point arithmetic and fast robust geometric
  /// predicates*, 1997.
  @inline(__always)
  static func sign(
    ax: Double, ay: Double, bx: Double, by: Double, px: Double, py: Double
  ) -> Double {
    let left = (ax - px) * (by - py)
    let right = (ay - py) * (bx - px)
    let determinant = left - right
    // (3 + 16 u) u with u = 2^-53: no rounding can turn a larger determinant's sign.
    let bound = 3.330_669_073_875_471_6e-16 * (left.magnitude + right.magnitude)
    if determinant > bound || -determinant > bound { return determinant }
    return exactSign(ax: ax, ay: ay, bx: bx, by: by, px: px, py: py)
  }

  /// The slow way, for the few positions that are on the line or as good as on it.
  @inline(never)
  private static func exactSign(
    ax: Double, ay: Double, bx: Double, by: Double, px: Double, py: Double
  ) -> Double {
    guard (ax + ay + bx + by + px + py).isFinite else { return .nan }
    let (dax, daxTail) = exactDifference(ax, px)
    let (day, dayTail) = exactDifference(ay, py)
    let (dbx, dbxTail) = exactDifference(bx, px)
    let (dby, dbyTail) = exactDifference(by, py)
    var sum = Expansion()
    sum.addProduct(dax, dby)
    sum.addProduct(dax, dbyTail)
    sum.addProduct(daxTail, dby)
    sum.addProduct(daxTail, dbyTail)
    sum.addProduct(-day, dbx)
    sum.addProduct(-day, dbxTail)
    sum.addProduct(-dayTail, dbx)
    sum.addProduct(-dayTail, dbxTail)
    return sum.sign
  }

  /// `a - b` without error, as a rounded value and the rest.
  private static func exactDifference(_ a: Double, _ b: Double) -> (Double, Double) {
    let difference = a - b
    let virtualB = a - difference
    let virtualA = difference + virtualB
    return (difference, (a - virtualA) + (virtualB - b))
  }
}

/// A sum of up to 16 numbers without rounding, as numbers that do not overlap, smallest first.
private struct Expansion {
  private var parts = InlineArray<16, Double>(repeating: 0)
  private var count = 0

  mutating func addProduct(_ a: Double, _ b: Double) {
    let product = a * b
    add((-product).addingProduct(a, b))
    add(product)
  }

  /// Grow-expansion with the zeros left out.
  private mutating func add(_ value: Double) {
    var carry = value
    var kept = 0
    for index in 0..<count {
      let part = parts[index]
      let sum = carry + part
      let virtual = sum - carry
      let rest = (carry - (sum - virtual)) + (part - virtual)
      carry = sum
      if rest != 0 {
        parts[kept] = rest
        kept += 1
      }
    }
    if carry != 0 {
      parts[kept] = carry
      kept += 1
    }
    count = kept
  }

  /// The largest part outweighs all others together.
  var sign: Double { count == 0 ? 0 : parts[count - 1] }
}
