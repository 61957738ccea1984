/// The order of ids: by code point, which is the order of their UTF-8 bytes.
enum IDOrder {
  /// Rows by rank, then id; rows without a difference keep their order.
  ///
  /// - Parameters:
  ///   - ids: By row.
  ///   - rank: By row.
  static func sorted(_ rows: [Int], ids: [String], rank: (Int) -> Int = { _ in 0 }) -> [Int] {
    let keys = rows.map { Key(rank: rank($0), start: start(of: ids[$0]), row: $0) }
    func isOrdered(_ a: Key, _ b: Key) -> Bool {
      if a.rank != b.rank { return a.rank < b.rank }
      if a.start != b.start { return a.start < b.start }
      if precedes(ids[a.row], ids[b.row]) { return true }
      return ids[a.row].utf8.elementsEqual(ids[b.row].utf8) && a.row < b.row
    }
    // Files are mostly sorted already.
    if zip(keys, keys.dropFirst()).allSatisfy(isOrdered) { return rows }
    return keys.sorted(by: isOrdered).map(\.row)
  }

  /// Whether `a` comes before `b`.
  static func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  private struct Key {
    let rank: Int
    /// The first 16 bytes, which decide nearly always.
    let start: (UInt64, UInt64)
    let row: Int
  }

  private static func start(of id: String) -> (UInt64, UInt64) {
    var high: UInt64 = 0
    var low: UInt64 = 0
    var place = 0
    for byte in id.utf8 {
      if place < 8 { high = high << 8 | UInt64(byte) } else { low = low << 8 | UInt64(byte) }
      place += 1
      if place == 16 { break }
    }
    high <<= UInt64(8 * max(0, 8 - place))
    low <<= UInt64(8 * min(8, 16 - place))
    return (high, place > 8 ? low : 0)
  }
}
