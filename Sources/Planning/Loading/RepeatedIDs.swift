extension SourceRows {
  /// Rejects all rows that share an id: which of them is right cannot be known, and to keep the
  /// first would make the answer depend on the order of the rows.
  ///
  /// - Parameters:
  ///   - ids: By row.
  ///   - scope: Ids must be unique among the rows of one scope.
  mutating func rejectRepeatedIDs(_ ids: [String?], scope: (Int) -> Int = { _ in 0 }) {
    // It is not known whose id stands in a row of which no cell is known to be in its column.
    let unreadable = records.rows(rejectedAs: .unreadableRow)
    var first: [ScopedID: Int32] = [:]
    first.reserveCapacity(count)
    var groups: [ScopedID: [Int]] = [:]
    for (row, id) in ids.enumerated() {
      guard let id, !unreadable.contains(row) else { continue }
      let key = ScopedID(scope: scope(row), id: id)
      if let other = first[key] {
        groups[key, default: [Int(other)]].append(row)
      } else {
        first[key] = Int32(row)
      }
    }
    for (key, rows) in groups {
      // A list of each one's others would be as long as the square of a long group.
      let labels = rows.prefix(5).map(label)
      for (place, row) in rows.enumerated() {
        var others = labels
        if place < others.count { others.remove(at: place) }
        records.reject(
          row, .repeatedID(key.id, others: Array(others.prefix(4)), count: rows.count - 1))
      }
    }
  }
}

private struct ScopedID: Hashable {
  let scope: Int
  let id: String
}
