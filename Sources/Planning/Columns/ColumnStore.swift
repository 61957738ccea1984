/// What can be done with the array of a column, whatever its type. A class: it is handed out whenever rows
/// are chosen or joined.
final class ColumnStore<Rows>: Sendable {
  /// Makes all values missing; the second argument is the number of rows.
  let clear: @Sendable (inout Rows, Int) -> Void
  /// Takes the values of the rows at some indices of others, in their order.
  let take: @Sendable (inout Rows, Rows, [Int]) -> Void
  /// Gives a row the value that one of others has, if it has any.
  let state: @Sendable (inout Rows, Int, Rows, Int) -> Void
  /// Puts the values of others behind so many rows, of which the last may have none yet.
  let append: @Sendable (inout Rows, Rows, Int) -> Void
  /// Makes the values missing of rows that have none yet; the second argument is the number of rows.
  let pad: @Sendable (inout Rows, Int) -> Void
  /// Puts the values of some rows of a file behind; none where the file has no such column.
  let read: @Sendable (inout Rows, Range<Int>, ColumnReading, inout RowRecords) -> Void
  /// What conditions see.
  let values: @Sendable (Rows) -> ColumnValues
  /// Says for a row that there is nothing of it, where that can be said.
  let setNone: @Sendable (inout Rows, Int) -> Void
  /// Makes a row's value missing where it says that there is nothing of it.
  let forgetNone: @Sendable (inout Rows, Int) -> Void
  /// Gives a row a value that is equal to one of some words, if there is one.
  let set: @Sendable (inout Rows, Int, [String]) -> Bool

  /// The array is fetched once an operation; what loops over rows is made here for the one type.
  init<Value: ColumnValue>(_ path: ColumnPath<Rows, Value>) {
    clear = { rows, count in rows[keyPath: path] = Array(repeating: nil, count: count) }
    take = { rows, others, indices in
      let values = others[keyPath: path]
      rows[keyPath: path] =
        indices.elementsEqual(values.indices) ? values : indices.map { values[$0] }
    }
    pad = { rows, count in
      let known = rows[keyPath: path].count
      if known == 0 {
        rows[keyPath: path] = Array(repeating: nil, count: count)
      } else if known < count {
        rows[keyPath: path] += Array(repeating: nil, count: count - known)
      }
    }
    state = { rows, row, others, index in
      if let value = others[keyPath: path][index] { rows[keyPath: path][row] = value }
    }
    append = { [pad] rows, others, count in
      let values = others[keyPath: path]
      if values.isEmpty { return }
      pad(&rows, count)
      if count == 0 { rows[keyPath: path] = values } else { rows[keyPath: path] += values }
    }
    read = { rows, range, cells, records in
      if !cells.isAbsent { rows[keyPath: path] += Value.read(range, cells, &records) }
    }
    values = { rows in Value.seen(rows[keyPath: path]) }
    setNone = { rows, row in rows[keyPath: path][row] = Value.nothing }
    forgetNone = { rows, row in
      if rows[keyPath: path][row] == Value.nothing { rows[keyPath: path][row] = nil }
    }
    set = { rows, row, words in
      guard let value = Value.meeting(words, now: rows[keyPath: path][row]) else { return false }
      rows[keyPath: path][row] = value
      return true
    }
  }
}
