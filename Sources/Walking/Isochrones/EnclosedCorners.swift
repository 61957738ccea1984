/// The corners of a distance field outside its outline from which no way leads out: those in its holes.
/// Memory for one field after the other, for one worker.
///
/// Opposite corners outside are joined, since opposite corners inside stay apart. When there is more ground, a
/// corner that was enclosed is so still, or inside: every way out crosses what it crossed before.
struct EnclosedCorners {
  /// Corners of one line, next to each other.
  struct Run {
    let line: Int
    let columns: Range<Int>
    /// Whether a way leads out.
    fileprivate(set) var isOpen: Bool
  }

  /// Line by line, from left to right; those where a way leads out, too.
  private(set) var runs: [Run] = []
  /// Lines + 1 entries.
  private var offsets: [Int] = []
  private var open: [Int] = []

  mutating func find(in field: borrowing DistanceField) {
    runs.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    offsets.append(0)
    for line in 0..<field.lines {
      addRuns(of: line, in: field)
      offsets.append(runs.count)
    }
    while let run = open.popLast() {
      let line = runs[run].line
      if line > 0 { join(run, to: line - 1) }
      if line + 1 < field.lines { join(run, to: line + 1) }
    }
  }

  private mutating func addRuns(of line: Int, in field: borrowing DistanceField) {
    let used = Int(field.used[line].lowerBound)..<Int(field.used[line].upperBound)
    var column = used.lowerBound
    while column < used.upperBound {
      if field.isInside(column, line) {
        column += 1
        continue
      }
      let first = column
      while column < used.upperBound, !field.isInside(column, line) { column += 1 }
      // Beside what is used all is outside.
      let isOpen =
        first == used.lowerBound || column == used.upperBound
        || Self.isBeyond(line - 1, first..<column, in: field)
        || Self.isBeyond(line + 1, first..<column, in: field)
      if isOpen { open.append(runs.count) }
      runs.append(Run(line: line, columns: first..<column, isOpen: isOpen))
    }
  }

  /// Whether corners touch, on a line, some beside what is used.
  private static func isBeyond(
    _ line: Int, _ columns: Range<Int>, in field: borrowing DistanceField
  ) -> Bool {
    guard line >= 0, line < field.lines else { return true }
    let used = field.used[line]
    return used.isEmpty || columns.lowerBound - 1 < Int(used.lowerBound)
      || columns.upperBound >= Int(used.upperBound)
  }

  /// Opens the runs of a line that touch an open one.
  private mutating func join(_ run: Int, to line: Int) {
    let columns = runs[run].columns
    var low = offsets[line]
    var high = offsets[line + 1]
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].columns.upperBound < columns.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    while low < offsets[line + 1], runs[low].columns.lowerBound <= columns.upperBound {
      if !runs[low].isOpen {
        runs[low].isOpen = true
        open.append(low)
      }
      low += 1
    }
  }
}

extension DistanceField {
  /// Bare memory, line by line.
  private var corners: UnsafeMutablePointer<Float> {
    UnsafeMutableRawPointer(squares).assumingMemoryBound(to: Float.self)
  }

  /// Whether a corner is inside the outline.
  @inline(__always)
  func isInside(_ column: Int, _ line: Int) -> Bool {
    let level = Float(band.level)
    return corners[line * columns + column] <= level * level
  }

  /// Squared metres.
  @inline(__always)
  func value(_ column: Int, _ line: Int) -> Float { corners[line * columns + column] }

  /// Makes a corner's distance less; its line is used there.
  @inline(__always)
  mutating func lower(_ column: Int, _ line: Int, to squared: Float) {
    let corner = corners + (line * columns + column)
    corner.pointee = min(corner.pointee, squared)
  }

  /// Where a corner is, in metres from the origin of the lattice.
  @inline(__always)
  func place(_ column: Int, _ line: Int) -> SIMD2<Double> {
    SIMD2(
      Double(firstColumn + column) * lattice.cellX, Double(firstLine + line) * lattice.cellY)
  }
}
