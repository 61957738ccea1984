/// What was found out about the rows of one role while they were read.
struct RowRecords: Sendable {
  /// By row; a row may have several.
  private(set) var rejections: [(row: Int, rejection: Rejection)] = []
  /// By row.
  private(set) var notes: [(row: Int, note: Note)] = []

  mutating func reject(_ row: Int, _ rejection: Rejection) { rejections.append((row, rejection)) }

  mutating func note(_ row: Int, _ note: Note) { notes.append((row, note)) }

  mutating func append(_ other: RowRecords) {
    rejections += other.rejections
    notes += other.notes
  }

  /// The rows that have a reason of a code.
  func rows(rejectedAs code: RejectionCode) -> Set<Int> {
    Set(rejections.lazy.filter { $0.rejection.code == code }.map(\.row))
  }

  /// One entry per row: whether it has a reason not to take part.
  func isRejected(rowCount: Int) -> [Bool] {
    var result = [Bool](repeating: false, count: rowCount)
    for (row, _) in rejections { result[row] = true }
    return result
  }
}
