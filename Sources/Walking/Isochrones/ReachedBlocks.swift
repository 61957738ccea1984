/// The streets that surround blocks around one place, limit by limit, and what they fill; for one worker.
struct ReachedBlocks {
  private var fill: BlockFill
  private var streets: ReachedGround
  /// Limits + 1 entries.
  private var ends = [0]

  /// - Parameter streets: Those on the ground: nothing is filled from a bridge.
  init(fill: BlockFill, streets: ReachedGround) {
    self.fill = fill
    self.streets = streets
  }

  /// Forgets the last place.
  mutating func removeAll() {
    ends.removeAll(keepingCapacity: true)
    ends.append(0)
  }

  mutating func start(on lattice: OutlineLattice) { streets.start(on: lattice) }

  /// Adds what is reached within the next limit; see `ReachedGround`.
  mutating func add(
    _ network: WalkNetwork, _ memory: SearchMemory, around places: [NetworkPosition],
    isForward: Bool, limit: Int32, before: Int32
  ) {
    streets.add(
      network, memory, around: places, isForward: isForward, limit: limit, before: before)
    ends.append(streets.pieces.count)
  }

  /// Fills what the ground in a field encloses.
  ///
  /// - Parameters:
  ///   - field: With all ground of the limit.
  ///   - limit: Its index; after all shorter ones.
  mutating func fill(_ field: inout DistanceField, limit: Int) {
    if limit == 0 || ends[limit] == 0 { fill.start(in: streets.envelope, on: streets.lattice) }
    for piece in ends[limit]..<ends[limit + 1] { fill.add(streets.pieces[piece]) }
    fill.fill(&field)
  }
}
