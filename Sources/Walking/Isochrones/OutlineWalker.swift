/// Cells and outline of a distance field as bare memory.
struct OutlineWalker {
  private let squares: UnsafePointer<Float>
  private let columns: Int
  private let firstColumn: Int32
  private let firstLine: Int32
  /// Units of the lattice in a cell.
  private let stepX: Int32
  private let stepY: Int32
  /// Where crossings are held, units from a corner.
  private let leastX: Int32
  private let leastY: Int32
  private let level: Float
  private let squaredLevel: Float

  /// The field must outlive it.
  init(_ field: borrowing DistanceField) {
    squares = UnsafePointer(
      UnsafeRawPointer(field.squares).assumingMemoryBound(to: Float.self))
    columns = field.columns
    firstColumn = Int32(field.firstColumn)
    firstLine = Int32(field.firstLine)
    stepX = field.lattice.stepX
    stepY = field.lattice.stepY
    leastX = StreetBand.nearest(stepX)
    leastY = StreetBand.nearest(stepY)
    level = Float(field.band.level)
    squaredLevel = level * level
  }

  @inline(__always)
  func isInside(_ column: Int, _ line: Int) -> Bool {
    squares[line * columns + column] <= squaredLevel
  }

  /// Which corners of a cell are inside: bits for bottom left, bottom right, top right, top left.
  @inline(__always)
  func kind(_ column: Int, _ line: Int) -> Int {
    let bottom = squares + (line * columns + column)
    let top = bottom + columns
    return (bottom[0] <= squaredLevel ? 1 : 0) | (bottom[1] <= squaredLevel ? 2 : 0)
      | (top[1] <= squaredLevel ? 4 : 0) | (top[0] <= squaredLevel ? 8 : 0)
  }

  /// Where the outline crosses between a corner and the next of its line.
  @inline(__always)
  func across(_ column: Int, _ line: Int) -> OutlinePoint {
    let corner = line * columns + column
    let along = along(squares[corner], squares[corner + 1], step: stepX, least: leastX)
    return OutlinePoint(
      x: (firstColumn + Int32(truncatingIfNeeded: column)) * stepX + along,
      y: (firstLine + Int32(truncatingIfNeeded: line)) * stepY,
      side: UInt32(truncatingIfNeeded: 2 * corner))
  }

  /// Where the outline crosses between a corner and the one above it.
  @inline(__always)
  func up(_ column: Int, _ line: Int) -> OutlinePoint {
    let corner = line * columns + column
    let along = along(squares[corner], squares[corner + columns], step: stepY, least: leastY)
    return OutlinePoint(
      x: (firstColumn + Int32(truncatingIfNeeded: column)) * stepX,
      y: (firstLine + Int32(truncatingIfNeeded: line)) * stepY + along,
      side: UInt32(truncatingIfNeeded: 2 * corner + 1))
  }

  /// Units from the first corner to where the outline crosses; one of both corners is inside.
  ///
  /// What is inside grows, or stays, when distances fall: each operation is rounded, but none turns the
  /// order of what goes in round.
  @inline(__always)
  private func along(_ first: Float, _ second: Float, step: Int32, least: Int32) -> Int32 {
    let isFirst = first <= squaredLevel
    let inner = (isFirst ? first : second).squareRoot()
    let outer = (isFirst ? second : first).squareRoot()
    let ratio = max(outer - level, 0) / max(level - inner, 1e-6)
    let inside = Int32(Float(step) / (1 + ratio))
    let held = min(max(inside, least), step - least)
    return isFirst ? held : step - held
  }
}
