/// The memory of bounded searches on one network, and the search itself; for one worker.
///
/// A label is the distance from the sources to a node in ticks, and below it, in the low half, what
/// the nearest source is called: one comparison of whole numbers orders by distance and then by
/// name, so that ties go to the lowest name whatever the order of the work.
///
/// The queue is an array of buckets of equal width. Labels within a bucket are taken in no order; a
/// node whose label falls again is taken again. So a result never depends on the width, only the
/// time does: an eighth of the mean edge, or a metre, costs few repetitions and few empty buckets.
final class SearchMemory {
  static let unreached = UInt64.max

  private struct Entry {
    var label: UInt64
    var node: Int32
    var next: Int32
  }

  private let nodeCount: Int
  /// One per node; `unreached` before a search.
  let labels: UnsafeMutablePointer<UInt64>
  /// The nodes with a label.
  private let touched: UnsafeMutablePointer<Int32>
  private(set) var touchedCount = 0
  private let shift: Int32
  /// The first entry of each bucket; -1 for none, as all are between searches.
  private var heads: UnsafeMutablePointer<Int32>
  private var bucketCount = 0
  private var entries: UnsafeMutablePointer<Entry>
  private var entryCount = 0
  private var entryCapacity: Int
  /// Entries in buckets.
  private var waiting = 0

  init(_ network: WalkNetwork) {
    nodeCount = network.nodeCount
    labels = .allocate(capacity: nodeCount)
    labels.initialize(repeating: Self.unreached, count: nodeCount)
    touched = .allocate(capacity: nodeCount)
    entryCapacity = 1_024
    entries = .allocate(capacity: entryCapacity)
    heads = .allocate(capacity: 0)
    let total = network.componentLengths.reduce(0, +)
    let mean = Int32(clamping: total / Int64(max(1, network.edgeCount)))
    var shift: Int32 = 14
    while (8 << shift) <= mean { shift += 1 }
    self.shift = shift
  }

  deinit {
    labels.deallocate()
    touched.deallocate()
    entries.deallocate()
    heads.deallocate()
  }

  /// The nodes that the last search reached, in no order that a result may depend on.
  var touchedNodes: UnsafeBufferPointer<Int32> {
    UnsafeBufferPointer(start: touched, count: touchedCount)
  }

  /// Ticks to a node; `nil` if the last search did not reach it.
  @inline(__always)
  func distance(to node: Int32) -> Int64? {
    let label = labels[Int(node)]
    return label == Self.unreached ? nil : Int64(label >> 32)
  }

  /// Ticks to a node; more than any limit if the last search did not reach it.
  @inline(__always)
  func ticks(to node: Int32) -> Int32 {
    Int32(truncatingIfNeeded: min(labels[Int(node)] >> 32, UInt64(Int32.max)))
  }

  /// Forgets the last search.
  func reset() {
    if touchedCount * 4 > nodeCount {
      labels.update(repeating: Self.unreached, count: nodeCount)
    } else {
      for index in 0..<touchedCount { labels[Int(touched[index])] = Self.unreached }
    }
    touchedCount = 0
  }

  /// Makes room for a search up to `limit` ticks; before any `seed`.
  func prepare(limit: Int32) {
    let wanted = max(0, Int(limit)) >> Int(shift) + 1
    guard wanted > bucketCount else { return }
    heads.deallocate()
    heads = .allocate(capacity: wanted)
    heads.initialize(repeating: -1, count: wanted)
    bucketCount = wanted
  }

  /// A node where a search starts, `distance` ticks from the source called `name`.
  @inline(__always)
  func seed(_ node: Int32, distance: Int64, name: Int32, limit: Int32) {
    guard distance <= Int64(limit) else { return }
    offer(node, UInt64(distance) << 32 | UInt64(name))
  }

  @inline(__always)
  private func offer(_ node: Int32, _ label: UInt64) {
    let old = labels[Int(node)]
    guard label < old else { return }
    if old == Self.unreached {
      touched[touchedCount] = node
      touchedCount += 1
    }
    labels[Int(node)] = label
    if entryCount == entryCapacity { grow() }
    let bucket = Int(label >> UInt64(32 + shift))
    entries[entryCount] = Entry(label: label, node: node, next: heads[bucket])
    heads[bucket] = Int32(entryCount)
    entryCount += 1
    waiting += 1
  }

  @inline(never)
  private func grow() {
    let larger = UnsafeMutablePointer<Entry>.allocate(capacity: 2 * entryCapacity)
    larger.update(from: entries, count: entryCount)
    entries.deallocate()
    entries = larger
    entryCapacity *= 2
  }

  /// Labels every node within `limit` ticks of the seeds.
  func run(_ graph: Adjacency, limit: Int32) {
    guard limit >= 0 else { return }
    graph.offsets.withUnsafeBufferPointer { offsets in
      graph.arcs.withUnsafeBufferPointer { arcs in
        let beyond = (UInt64(limit) + 1) << 32
        for bucket in 0...Int(limit >> shift) where waiting > 0 {
          while heads[bucket] >= 0 {
            let entry = entries[Int(heads[bucket])]
            heads[bucket] = entry.next
            waiting -= 1
            if labels[Int(entry.node)] != entry.label { continue }
            let node = Int(entry.node)
            for index in Int(offsets[node])..<Int(offsets[node + 1]) {
              let arc = arcs[index]
              let label = entry.label &+ UInt64(arc.length) << 32
              if label < beyond { offer(arc.node, label) }
            }
          }
        }
      }
    }
    entryCount = 0
  }
}
