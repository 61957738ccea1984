/// Writes the columns of a part: of owned rows only, with facilities by their rows in the whole.
struct PartWriter: Carrier {
  private(set) var bytes: [UInt8] = []
  private let part: CityPart
  private let ownedParcels: [Int]
  private let ownedFacilities: [Int]

  init(_ part: CityPart) {
    self.part = part
    ownedParcels = part.measured.owned?.parcels.map { Int($0) } ?? []
    ownedFacilities = part.facilities.indices.filter {
      part.measured.owned?.isFacility[$0] ?? false
    }
  }

  private mutating func append<Value: BitwiseCopyable>(_ values: [Value]) {
    values.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  private func global(_ facility: Int32) -> Int32 {
    facility < 0 ? -1 : Int32(part.facilities[Int(facility)])
  }

  mutating func parcels<Value: BitwiseCopyable>(_ column: inout [Value]) {
    // A column about another table is empty on both sides.
    append(column.isEmpty ? [] : ownedParcels.map { column[$0] })
  }

  mutating func facilities<Value: BitwiseCopyable>(_ column: inout [Value]) {
    append(column.isEmpty ? [] : ownedFacilities.map { column[$0] })
  }

  mutating func facilityOfParcel(_ column: inout [Int32]) {
    append(column.isEmpty ? [] : ownedParcels.map { global(column[$0]) })
  }

  mutating func facilityOfFacility(_ column: inout [Int32]) {
    append(ownedFacilities.map { global(column[$0]) })
  }

  mutating func edges(_ edges: inout ReachEdges) {
    append(ownedParcels.map { Int32(edges.facilities(of: $0).count) })
    for parcel in ownedParcels { append(edges.facilities(of: parcel).map(global)) }
  }

  mutating func sums(_ column: inout [Bounds]) { append(column) }

  mutating func anyOf(_ column: inout [Bool]) { append(column.map { $0 ? UInt8(1) : 0 }) }

  mutating func shares(_ column: inout [WeightedShares]) {
    for entry in column {
      append([entry.count, Int64(entry.open.count)])
      append([entry.whole, entry.worst, entry.gap])
      append(entry.open)
    }
  }
}

/// Puts the columns of all parts together.
struct PartMerger: Carrier {
  private var readers: [PartReader]

  init(_ readers: [PartReader]) { self.readers = readers }

  /// - Throws: `PartError.wrongLength` where a part has more than was asked for.
  func finish() throws(PartError) {
    for reader in readers where !reader.isAtEnd { throw .wrongLength(part: reader.number) }
  }

  private mutating func scatter<Value: BitwiseCopyable>(
    _ column: inout [Value], _ rows: (PartReader) -> [Int32]
  ) throws(PartError) {
    if column.isEmpty { return }
    for index in readers.indices {
      try readers[index].read(into: &column, rows(readers[index]))
    }
  }

  mutating func parcels<Value: BitwiseCopyable>(_ column: inout [Value]) throws(PartError) {
    try scatter(&column) { $0.parcels }
  }

  mutating func facilities<Value: BitwiseCopyable>(_ column: inout [Value]) throws(PartError) {
    try scatter(&column) { $0.facilities }
  }

  mutating func facilityOfParcel(_ column: inout [Int32]) throws(PartError) {
    try scatter(&column) { $0.parcels }
  }

  mutating func facilityOfFacility(_ column: inout [Int32]) throws(PartError) {
    try scatter(&column) { $0.facilities }
  }

  mutating func edges(_ edges: inout ReachEdges) throws(PartError) {
    let parcels = edges.offsets.count - 1
    var counts = [Int32](repeating: 0, count: parcels)
    var pieces: [(rows: [Int32], counts: [Int32], facilities: [Int32])] = []
    for index in readers.indices {
      let own = readers[index].parcels
      let ownCounts: [Int32] = try readers[index].read(own.count)
      var total = 0
      for (row, count) in zip(own, ownCounts) {
        guard count >= 0 else { throw .wrongLength(part: readers[index].number) }
        counts[Int(row)] = count
        total += Int(count)
      }
      pieces.append((own, ownCounts, try readers[index].read(total)))
    }
    edges = ReachEdges(counts: counts)
    for piece in pieces {
      var next = 0
      for (row, count) in zip(piece.rows, piece.counts) {
        let start = Int(edges.offsets[Int(row)])
        for place in 0..<Int(count) {
          edges.facilities[start + place] = piece.facilities[next + place]
        }
        next += Int(count)
      }
    }
  }

  mutating func sums(_ column: inout [Bounds]) throws(PartError) {
    for index in readers.indices {
      let values: [Bounds] = try readers[index].read(column.count)
      for (slot, value) in values.enumerated() { column[slot] += value }
    }
  }

  mutating func anyOf(_ column: inout [Bool]) throws(PartError) {
    for index in readers.indices {
      let values: [UInt8] = try readers[index].read(column.count)
      for (slot, value) in values.enumerated() where value != 0 { column[slot] = true }
    }
  }

  mutating func shares(_ column: inout [WeightedShares]) throws(PartError) {
    for index in readers.indices {
      for slot in column.indices {
        let counts: [Int64] = try readers[index].read(2)
        let sums: [Int128] = try readers[index].read(3)
        guard let open = Int(exactly: counts[1]), open >= 0 else {
          throw .wrongLength(part: readers[index].number)
        }
        var entry = WeightedShares()
        entry.count = counts[0]
        (entry.whole, entry.worst, entry.gap) = (sums[0], sums[1], sums[2])
        entry.open = try readers[index].read(open)
        column[slot].add(entry)
      }
    }
  }
}

/// Reads what a part wrote.
struct PartReader: Sendable {
  /// Which part, for errors.
  let number: Int
  /// Rows of the whole that it owns, ascending; known once its head is read.
  var parcels: [Int32] = []
  /// See `parcels`.
  var facilities: [Int32] = []
  private let bytes: [UInt8]
  private var place = 0

  init(number: Int, bytes: [UInt8]) {
    self.number = number
    self.bytes = bytes
  }

  var isAtEnd: Bool { place == bytes.count }

  /// The next values.
  mutating func read<Value: BitwiseCopyable>(_ count: Int) throws(PartError) -> [Value] {
    let place = try next(count, Value.self)
    return bytes.withUnsafeBytes { raw in
      [Value](unsafeUninitializedCapacity: count) { values, filled in
        UnsafeMutableRawBufferPointer(values).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: raw[place]))
        filled = count
      }
    }
  }

  /// Puts the next values into these rows of a column.
  ///
  /// As bytes: what is called through a protocol is not specialised, and one by one as values this
  /// takes longer than measuring did.
  mutating func read<Value: BitwiseCopyable>(
    into column: inout [Value], _ rows: [Int32]
  ) throws(PartError) {
    let size = MemoryLayout<Value>.stride
    let start = try next(rows.count, Value.self).lowerBound
    bytes.withUnsafeBytes { source in
      column.withUnsafeMutableBytes { target in
        for (index, row) in rows.enumerated() {
          let from = start + index * size
          let to = Int(row) * size
          UnsafeMutableRawBufferPointer(rebasing: target[to..<to + size]).copyMemory(
            from: UnsafeRawBufferPointer(rebasing: source[from..<from + size]))
        }
      }
    }
  }

  /// The bytes of the next values, which are passed over.
  private mutating func next<Value: BitwiseCopyable>(
    _ count: Int, _: Value.Type
  ) throws(PartError) -> Range<Int> {
    let size = MemoryLayout<Value>.stride
    guard count >= 0, count <= (bytes.count - place) / size else {
      throw .wrongLength(part: number)
    }
    let found = place..<place + count * size
    place = found.upperBound
    // Any bits are a number, but not any are yes or no.
    let largest: UInt8 = Value.self == Bool.self ? 1 : Value.self == Truth.self ? 2 : .max
    guard largest == .max || bytes[found].allSatisfy({ $0 <= largest }) else {
      throw .wrongLength(part: number)
    }
    return found
  }
}
