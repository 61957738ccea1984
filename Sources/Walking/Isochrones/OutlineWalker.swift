/// Cells and outline of a distance field as bare memory.
struct OutlineWalker {
  private let squares: UnsafePointer<Float>
  private let columns: Int
  private let firstColumn: Double
  private let firstLine: Double
  private let cell: Double
  private let level: Float
  private let squaredLevel: Float

  /// The field must outlive it.
  init(_ field: borrowing DistanceField) {
    squares = UnsafePointer(
      UnsafeRawPointer(field.squares).assumingMemoryBound(to: Float.self))
    columns = field.columns
    firstColumn = Double(field.firstColumn)
    firstLine = Double(field.firstLine)
    cell = field.band.cell
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
  func across(_ column: Int, _ line: Int) -> SIMD2<Double> {
    let place = squares + (line * columns + column)
    let share = share(place[0], place[1])
    return SIMD2(firstColumn + Double(column) + Double(share), firstLine + Double(line)) * cell
  }

  /// Where the outline crosses between a corner and the one above it.
  @inline(__always)
  func up(_ column: Int, _ line: Int) -> SIMD2<Double> {
    let place = squares + (line * columns + column)
    let share = share(place[0], place[columns])
    return SIMD2(firstColumn + Double(column), firstLine + Double(line) + Double(share)) * cell
  }

  /// Of the way from the first corner to the second; one of them is inside.
  @inline(__always)
  private func share(_ first: Float, _ second: Float) -> Float {
    let isFirst = first <= squaredLevel
    let inner = (isFirst ? first : second).squareRoot()
    let outer = (isFirst ? second : first).squareRoot()
    let share = (level - inner) / (outer - inner)
    let held = min(max(share, StreetBand.nearest), 1 - StreetBand.nearest)
    return isFirst ? held : 1 - held
  }
}
