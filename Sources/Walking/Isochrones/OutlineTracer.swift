internal import Planar

/// Draws the outlines of the ground in distance fields; for one worker.
struct OutlineTracer: ~Copyable {
  /// Of each line: whether two neighbouring corners, the first of them at this bit, are on
  /// different sides of an outline that is not drawn yet.
  private var pending: UnsafeMutablePointer<UInt64>
  private var capacity = 0
  private var wordsPerLine = 0
  private var rings = OutlineRings()
  /// Whether an outline of the place had several parts.
  private var isManyParts = false

  init() {
    pending = .allocate(capacity: 0)
  }

  deinit { pending.deallocate() }

  /// Forgets what was traced: the next outline is another place's.
  mutating func startPlace() {
    rings.startPlace()
    isManyParts = false
  }

  /// Appends a row: a polygon with its holes, shells counterclockwise; `.none` without ground.
  ///
  /// - Parameters:
  ///   - isFilled: Whether holes of the ground were filled. Then the outline is to surround that of the ground
  ///     alone, too: its shell is the same one, and no vertex of other rings is left out.
  ///   - isLast: Whether the place has no outline with more ground: otherwise the next one that is traced
  ///     surrounds this one, vertex by vertex.
  mutating func trace(
    _ field: borrowing DistanceField, isFilled: Bool = false, isLast: Bool,
    into column: inout GeometryColumn
  ) {
    findCrossings(field)
    rings.removeAll()
    let walker = OutlineWalker(field)
    var tolerance: Double? = field.band.tolerance / field.lattice.metresOfUnit
    if isFilled, isManyParts { tolerance = nil }
    for line in 0..<field.lines where !field.used[line].isEmpty {
      for word in 0..<wordsPerLine {
        while pending[line * wordsPerLine + word] != 0 {
          let bit = pending[line * wordsPerLine + word].trailingZeroBitCount
          // Of an outline's lowest crossings this is the first: there shells start and holes end.
          let isHole = walker.isInside(word << 6 + bit, line)
          follow(walker, column: word << 6 + bit, line: line, isHole: isHole)
          rings.end(isHole: isHole, tolerance: tolerance)
          if isFilled { tolerance = nil }
        }
      }
    }
    isManyParts = isManyParts || rings.isManyParts
    rings.write(on: field.lattice, into: &column)
    if !isLast { rings.keepForNext() }
  }

  private mutating func findCrossings(_ field: borrowing DistanceField) {
    wordsPerLine = (field.columns + 63) >> 6
    let count = wordsPerLine * field.lines
    if count > capacity {
      pending.deallocate()
      pending = .allocate(capacity: count)
      capacity = count
    }
    pending.update(repeating: 0, count: count)
    let level = Float(field.band.level)
    let squaredLevel = SIMD4(repeating: level * level)
    let bits = SIMD4<Int32>(1, 2, 4, 8)
    let vectors = field.columns >> 2
    for line in 0..<field.lines {
      let used = field.used[line]
      if used.isEmpty { continue }
      let row = field.squares + line * vectors
      let words = pending + line * wordsPerLine
      for vector in Int(used.lowerBound >> 2)..<Int(used.upperBound >> 2) {
        let isInside = row[vector] .<= squaredLevel
        let nibble = SIMD4<Int32>(repeating: 0).replacing(with: bits, where: isInside)
        let mask = UInt64(UInt32(bitPattern: nibble.wrappedSum()))
        words[vector >> 4] |= mask << UInt64((vector & 15) << 2)
      }
      for word in 0..<wordsPerLine {
        let inside = words[word]
        let next = word + 1 < wordsPerLine ? words[word + 1] : 0
        words[word] = inside ^ (inside >> 1 | next << 63)
      }
    }
  }

  /// By which edge an outline leaves a cell, with the inside on its left; by which corners are
  /// inside, as in `OutlineWalker.kind`. Edges: 0 bottom, 1 right, 2 top, 3 left; 8: it depends on
  /// where it came in, 9: there is no outline. Four bits for each kind of cell, from the lowest:
  /// 9, 3, 0, 3; 1, 8, 0, 3; 2, 2, 8, 2; 1, 1, 0, 9.
  private static let exits: UInt64 = 0x9011_2822_3081_3039

  /// Draws the outline that crosses between a corner and the next one on its line.
  private mutating func follow(_ walker: OutlineWalker, column: Int, line: Int, isHole: Bool) {
    var column = column
    var line = line
    // Upwards if the inside is to the left.
    var entry = isHole ? 0 : 2
    _ = take(column, line)
    rings.add(walker.across(column, line))
    if !isHole { line -= 1 }
    while true {
      let kind = walker.kind(column, line)
      var exit = Int(Self.exits >> UInt64(4 * kind) & 15)
      if exit == 8 {
        // Opposite corners inside stay apart: the outline turns round the one it came in by.
        exit = kind == 5 ? (entry == 0 ? 3 : 1) : (entry == 1 ? 0 : 2)
      }
      switch exit {
      case 0:
        guard take(column, line) else { return }
        rings.add(walker.across(column, line))
        line -= 1
        entry = 2
      case 1:
        column += 1
        rings.add(walker.up(column, line))
        entry = 3
      case 2:
        line += 1
        guard take(column, line) else { return }
        rings.add(walker.across(column, line))
        entry = 0
      default:
        rings.add(walker.up(column, line))
        column -= 1
        entry = 1
      }
    }
  }

  /// Marks a crossing as drawn; `false` if it was, which only the first of an outline is.
  @inline(__always)
  private func take(_ column: Int, _ line: Int) -> Bool {
    let word = line * wordsPerLine + column >> 6
    let bit: UInt64 = 1 << UInt64(column & 63)
    defer { pending[word] &= ~bit }
    return pending[word] & bit != 0
  }
}
