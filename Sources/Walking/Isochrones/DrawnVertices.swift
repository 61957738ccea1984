internal import Foundation
internal import Geodesy

/// The vertices of a network in the coordinates that outlines are drawn in, found where they are needed;
/// for one worker.
final class DrawnVertices {
  let x: UnsafeMutablePointer<Double>
  let y: UnsafeMutablePointer<Double>
  private let isDone: UnsafeMutablePointer<Bool>
  private let network: WalkNetwork
  /// `nil`: they stay as they are.
  private let transformer: Transformer?

  /// Vertices in a block: those of neighbouring edges, which are near each other.
  private static let block = 512

  init(_ network: WalkNetwork, _ transform: CoordinateTransform?) throws(CRSError) {
    self.network = network
    transformer = try transform?.makeTransformer()
    let blocks = network.vertexCount / Self.block + 1
    // What is never touched takes no memory.
    x = Self.zeros(blocks * Self.block)
    y = Self.zeros(blocks * Self.block)
    isDone = .allocate(capacity: blocks)
    isDone.initialize(repeating: false, count: blocks)
  }

  deinit {
    free(x)
    free(y)
    isDone.deallocate()
  }

  private static func zeros(_ count: Int) -> UnsafeMutablePointer<Double> {
    guard let memory = calloc(count, MemoryLayout<Double>.stride) else {
      preconditionFailure("calloc: out of memory")
    }
    return memory.bindMemory(to: Double.self, capacity: count)
  }

  /// Makes sure that some vertices are there; NaN for those that have no place in the coordinates.
  @inline(__always)
  func prepare(_ vertices: Range<Int>) {
    var block = vertices.lowerBound / Self.block
    while block * Self.block < vertices.upperBound {
      if !isDone[block] { find(block) }
      block += 1
    }
  }

  @inline(never)
  private func find(_ block: Int) {
    isDone[block] = true
    let first = block * Self.block
    let count = min(Self.block, network.vertexCount - first)
    for vertex in first..<first + count {
      x[vertex] = network.vertexX[vertex]
      y[vertex] = network.vertexY[vertex]
    }
    guard let transformer else { return }
    var spanX = MutableSpan(_unsafeStart: x + first, count: count)
    var spanY = MutableSpan(_unsafeStart: y + first, count: count)
    transformer.transform(x: &spanX, y: &spanY)
  }
}
