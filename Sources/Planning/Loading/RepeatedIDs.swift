internal import Workers

extension SourceRows {
  /// Rejects all rows that share an id: which of them is right cannot be known, and to keep the
  /// first would make the answer depend on the order of the rows.
  ///
  /// - Parameters:
  ///   - ids: By row.
  ///   - scope: Ids must be unique among the rows of one scope.
  mutating func rejectRepeatedIDs(
    _ ids: [String?], _ workers: Workers, scope: @escaping @Sendable (Int) -> Int = { _ in 0 }
  ) async throws {
    let hashes = try await workers.map(ids.count, grain: 16_384) { range in
      range.map { row in
        guard let id = ids[row] else { return 0 }
        var hasher = Hasher()
        hasher.combine(scope(row))
        hasher.combine(id)
        return hasher.finalize()
      }
    }
    // It is not known whose id stands in a row of which no cell is known to be in its column.
    let unreadable = records.rows(rejectedAs: .unreadableRow)
    var known = FirstRows(capacity: ids.count)
    var groups: [Int: [Int]] = [:]
    var row = 0
    for hash in hashes.joined() {
      defer { row += 1 }
      guard let id = ids[row], unreadable.isEmpty || !unreadable.contains(row) else { continue }
      let other = known.first(row, hash: hash) { ids[$0] == id && scope($0) == scope(row) }
      if other != row { groups[other, default: [other]].append(row) }
    }
    for rows in groups.values {
      // A list of each one's others would be as long as the square of a long group.
      let labels = rows.prefix(5).map(label)
      for (place, row) in rows.enumerated() {
        guard let id = ids[row] else { continue }
        var others = labels
        if place < others.count { others.remove(at: place) }
        records.reject(
          row, .repeatedID(id, others: Array(others.prefix(4)), count: rows.count - 1))
      }
    }
  }
}

/// Of rows with the same text the first, by hashes that are at hand: an open table of rows.
private struct FirstRows {
  /// -1 where there is none.
  private var slots: [Int32]
  /// By slot.
  private var hashes: [Int]

  init(capacity: Int) {
    var size = 16
    while size < 2 * capacity { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    hashes = [Int](repeating: 0, count: size)
  }

  /// The first row that is the same as a row; the row itself, which is then known, where none is.
  mutating func first(_ row: Int, hash: Int, isSame: (Int) -> Bool) -> Int {
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let other = Int(slots[slot])
      if hashes[slot] == hash, isSame(other) { return other }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(row)
    hashes[slot] = hash
    return row
  }
}
