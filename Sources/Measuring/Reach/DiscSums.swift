internal import Planar

/// Sums of a value over all points within discs of about one size, exact and fast: cells that lie inside the
/// circle as a whole are taken from running totals, only those on its rim point by point.
struct DiscSums: Sendable {
  private let origin: Point
  private let cell: Double
  private let columns: Int
  private let lines: Int
  private let offsets: [Int32]
  private let x: [Double]
  private let y: [Double]
  /// Points + 1 entries.
  private let runningLow: [Int64]
  private let runningHigh: [Int64]
  /// Whether a point has no upper end, running.
  private let runningOpen: [Int32]

  /// - Parameters:
  ///   - x: One per point.
  ///   - y: One per point.
  ///   - values: One per point.
  ///   - radius: Of most discs.
  init(x: [Double], y: [Double], values: [Bounds], radius: Double) {
    let cells = PointCells(x: x, y: y) { max(radius / 8, PointCells.leastCell($0)) }
    var low: [Int64] = [0]
    var high: [Int64] = [0]
    var open: [Int32] = [0]
    low.reserveCapacity(x.count + 1)
    high.reserveCapacity(x.count + 1)
    open.reserveCapacity(x.count + 1)
    for index in cells.order {
      let value = values[Int(index)]
      let isOpen = value.high == Bounds.unlimited
      low.append(low[low.count - 1] &+ value.low)
      high.append(high[high.count - 1] &+ (isOpen ? value.low : value.high))
      open.append(open[open.count - 1] + (isOpen ? 1 : 0))
    }
    origin = cells.origin
    cell = cells.cell
    columns = cells.columns
    lines = cells.lines
    offsets = cells.offsets
    self.x = cells.order.map { x[Int($0)] }
    self.y = cells.order.map { y[Int($0)] }
    runningLow = low
    runningHigh = high
    runningOpen = open
  }

  /// The sums over many discs.
  func sums(in discs: some Sequence<Disc>) -> [Bounds] {
    offsets.withUnsafeBufferPointer { offsets in
      x.withUnsafeBufferPointer { x in
        y.withUnsafeBufferPointer { y in
          runningLow.withUnsafeBufferPointer { low in
            runningHigh.withUnsafeBufferPointer { high in
              runningOpen.withUnsafeBufferPointer { open in
                let view = View(
                  origin: origin, cell: cell, columns: columns, lines: lines, offsets: offsets,
                  x: x, y: y, low: low, high: high, open: open)
                return discs.map { view.sum(in: $0) }
              }
            }
          }
        }
      }
    }
  }
}

/// The sums as plain buffers: no reference counting in a hot loop.
private struct View {
  let origin: Point
  let cell: Double
  let columns: Int
  let lines: Int
  let offsets: UnsafeBufferPointer<Int32>
  let x: UnsafeBufferPointer<Double>
  let y: UnsafeBufferPointer<Double>
  let low: UnsafeBufferPointer<Int64>
  let high: UnsafeBufferPointer<Int64>
  let open: UnsafeBufferPointer<Int32>

  /// What running totals came to.
  private struct Sum {
    var low: Int64 = 0
    var high: Int64 = 0
    var open: Int32 = 0
  }

  @inline(__always)
  private func add(_ first: Int, _ last: Int, to sum: inout Sum) {
    sum.low &+= low[last] &- low[first]
    sum.high &+= high[last] &- high[first]
    sum.open += open[last] - open[first]
  }

  @inline(__always)
  private func addRim(_ from: Int, _ to: Int, of disc: Disc, to sum: inout Sum) {
    guard from <= to else { return }
    for index in Int(offsets[from])..<Int(offsets[to + 1]) {
      if disc.contains(x: x[index], y: y[index]) { add(index, index + 1, to: &sum) }
    }
  }

  func sum(in disc: Disc) -> Bounds {
    var sum = Sum()
    let (px, py, radius) = (disc.x, disc.y, disc.radius)
    // A cell well inside the circle needs no look at its points; the margin is for rounding.
    let safe = radius * (1 - 1e-12)
    for line in clamp(
      (py - radius - origin.y) / cell, lines)...clamp(
        (py + radius - origin.y) / cell, lines)
    {
      let bottom = origin.y + Double(line) * cell - py
      let top = bottom + cell
      let nearest = max(0, max(bottom, -top))
      guard nearest <= radius * (1 + 1e-12) else { continue }
      let farthest = max(abs(bottom), abs(top))
      let outer = (radius * radius - nearest * nearest).squareRoot() + 1e-6
      let first = clamp((px - (outer.isNaN ? 1e-6 : outer) - origin.x) / cell, columns)
      let last = clamp((px + (outer.isNaN ? 1e-6 : outer) - origin.x) / cell, columns)
      var innerFirst = last + 1
      var innerLast = last
      if farthest < safe {
        let inner = (safe * safe - farthest * farthest).squareRoot() - 1e-6
        let from = ((px - inner - origin.x) / cell).rounded(.up)
        let to = ((px + inner - origin.x) / cell).rounded(.down) - 1
        if from <= to, to >= Double(first), from <= Double(last) {
          innerFirst = max(first, Int(max(from, 0)))
          innerLast = min(last, Int(min(to, Double(columns - 1))))
        }
      }
      let base = line * columns
      if innerFirst <= innerLast {
        add(
          Int(offsets[base + innerFirst]), Int(offsets[base + innerLast + 1]), to: &sum)
        addRim(base + first, base + innerFirst - 1, of: disc, to: &sum)
        addRim(base + innerLast + 1, base + last, of: disc, to: &sum)
      } else {
        addRim(base + first, base + last, of: disc, to: &sum)
      }
    }
    return Bounds(low: sum.low, high: sum.open > 0 ? Bounds.unlimited : sum.high)
  }

  private func clamp(_ value: Double, _ count: Int) -> Int {
    value > 0 ? (value < Double(count) ? Int(value) : count - 1) : 0
  }
}
