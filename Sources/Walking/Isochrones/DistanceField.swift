internal import Planar

/// Squared distances to the ground drawn so far, at the corners of square cells; for one worker.
///
/// Cells are those of an `OutlineLattice`, and coordinates metres from its origin. Reached ground is
/// added piece by piece, and only ever makes distances less: the outline of a longer limit surrounds
/// that of a shorter one.
struct DistanceField: ~Copyable {
  /// Corners that fit, 256 MiB for each worker: with an offset of 1 m an area of 4 km by 4 km.
  static let mostCorners = 1 << 26

  let band: StreetBand
  private(set) var lattice = OutlineLattice.plane(aroundX: 0, y: 0, cell: 1)
  /// The corner at column 0 and line 0, counted in cells.
  private(set) var firstColumn = 0
  private(set) var firstLine = 0
  /// A multiple of 4.
  private(set) var columns = 0
  private(set) var lines = 0
  /// Squared metres, line by line, four corners at a time; large where nothing is near.
  private(set) var squares: UnsafeMutablePointer<SIMD4<Float>>
  /// In vectors.
  private var capacity = 0
  /// Of each line the columns that distances were written to.
  private(set) var used: UnsafeMutablePointer<Range<Int32>>
  private var lineCapacity = 0

  init(band: StreetBand) {
    self.band = band
    squares = .allocate(capacity: 0)
    used = .allocate(capacity: 0)
  }

  deinit {
    squares.deallocate()
    used.deallocate()
  }

  /// Forgets everything, and makes room for ground within a rectangle.
  ///
  /// - Parameter box: In metres from the origin of the lattice.
  mutating func reset(
    to box: Envelope, on lattice: OutlineLattice, offset: Double
  ) throws(NetworkError) {
    self.lattice = lattice
    let (cellX, cellY) = (lattice.cellX, lattice.cellY)
    // Two more than the reach: rounding, and corners of the border that must be outside.
    let margin = band.reach + 2 * band.cell
    let left = ((box.minX - margin) / cellX).rounded(.down)
    let bottom = ((box.minY - margin) / cellY).rounded(.down)
    let width = ((box.maxX + margin) / cellX).rounded(.up) - left + 5
    let height = ((box.maxY + margin) / cellY).rounded(.up) - bottom + 1
    guard width * height <= Double(Self.mostCorners), abs(left) < 1e9, abs(bottom) < 1e9 else {
      throw .offsetTooFine(offset: offset, width: box.width, height: box.height)
    }
    firstColumn = Int(left)
    firstLine = Int(bottom)
    columns = (Int(width) + 3) & ~3
    lines = Int(height)
    let count = columns / 4 * lines
    if count > capacity {
      squares.deallocate()
      capacity = count
      squares = .allocate(capacity: capacity)
    }
    squares.update(repeating: SIMD4(repeating: 1e30), count: count)
    if lines > lineCapacity {
      used.deallocate()
      lineCapacity = lines
      used = .allocate(capacity: lines)
    }
    used.update(repeating: 0..<0, count: lines)
  }

  /// The nearest whole number to one below 2³¹; an `Int` of it is made slowly, for it has to fit.
  @inline(__always)
  private static func nearest(_ value: Double) -> Int {
    Int(Int32(truncatingIfNeeded: (value + 0x1.8p52).bitPattern))
  }

  /// Adds the ground between two points of the rectangle.
  mutating func add(fromX ax: Double, y ay: Double, toX bx: Double, y by: Double) {
    let (cell, cellY) = (lattice.cellX, lattice.cellY)
    let reach = band.reach
    // Relative to the first end, and in single precision only from there.
    let originX = Double(firstColumn) * cell - ax
    let originY = Double(firstLine) * cellY - ay
    let dx = bx - ax
    let dy = by - ay
    let squaredLength = dx * dx + dy * dy
    let inverse = squaredLength > 0 ? 1 / squaredLength : 0
    let isSteep = abs(dy) > 1e-6
    let slope = isSteep ? dx / dy : 0
    let (low, high) = (min(0, dx), max(0, dx))
    let bottom = max(0, Int((min(0, dy) - reach - originY) / cellY))
    let top = min(lines - 1, Int((max(0, dy) + reach - originY) / cellY) + 1)
    let (fx, fy) = (Float(dx), Float(dy))
    let columnsPerMetre = 1 / cell
    let lanes = SIMD4<Float>(0, 1, 2, 3)
    let step = SIMD4<Float>(repeating: Float(4 * cell))
    let shareStep = SIMD4<Float>(repeating: Float(4 * cell * dx * inverse))
    let zero = SIMD4<Float>(repeating: 0)
    let one = SIMD4<Float>(repeating: 1)
    for line in bottom...max(bottom, top) {
      let y = originY + Double(line) * cellY
      var left = low
      var right = high
      if isSteep {
        // Only the part of the segment within reach of this line can be near its corners.
        let a = (y - reach) * slope
        let b = (y + reach) * slope
        left = max(low, min(a, b))
        right = min(high, max(a, b))
      }
      // Rather a corner too many, which is too far to matter.
      let first = max(0, Self.nearest((left - reach - originX) * columnsPerMetre - 0.5)) & ~3
      let last = min(
        columns - 1, Self.nearest((right + reach - originX) * columnsPerMetre + 0.5))
      if first > last { continue }
      let row = squares + line * (columns >> 2)
      let fromY = Float(y)
      let startX = originX + Double(first) * cell
      var x = lanes * Float(cell) + Float(startX)
      var along =
        lanes * Float(cell * dx * inverse) + Float((startX * dx + y * dy) * inverse)
      for vector in first >> 2...last >> 2 {
        var share = along
        share.replace(with: zero, where: share .< zero)
        share.replace(with: one, where: share .> one)
        let ex = x - share * fx
        let ey = fromY - share * fy
        let squared = ex * ex + ey * ey
        let old = row[vector]
        row[vector] = old.replacing(with: squared, where: squared .< old)
        x += step
        along += shareStep
      }
      let end = Int32(truncatingIfNeeded: (last | 3) + 1)
      let start = Int32(truncatingIfNeeded: first)
      let old = used[line]
      used[line] =
        old.isEmpty ? start..<end : min(old.lowerBound, start)..<max(old.upperBound, end)
    }
  }
}
