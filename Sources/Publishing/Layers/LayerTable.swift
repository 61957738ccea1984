internal import Compliance
internal import GeoFiles

/// The columns of a layer: those of the source, then ours, which keep their names.
struct LayerTable {
  private var source: AttributeTable?
  private var rowCount: Int
  private var own: [(name: String, column: OutputColumn)] = []
  private var ownNames: Set<String> = []

  /// - Parameter source: The attributes that the layer came with, if it is one.
  init(source: AttributeTable) {
    self.source = source
    rowCount = source.rowCount
  }

  /// A table without a source.
  init(rowCount: Int) {
    source = nil
    self.rowCount = rowCount
  }

  /// Adds a column behind the others; a name that is taken gets a number.
  mutating func append(_ name: String, _ column: OutputColumn) {
    var unique = name
    var number = 2
    while !ownNames.insert(unique).inserted {
      unique = "\(name)_\(number)"
      number += 1
    }
    own.append((unique, column))
  }

  /// The rows at some places, in their order.
  func selecting(_ rows: [Int]) -> LayerTable {
    var table = self
    table.source = source?.selecting(rows)
    table.rowCount = rows.count
    table.own = own.map { ($0.name, $0.column.selecting(rows)) }
    return table
  }

  /// The same with some of our columns.
  func keeping(_ isKept: (String) -> Bool) -> LayerTable {
    var table = self
    table.own = own.filter { isKept($0.name) }
    table.ownNames = Set(table.own.map(\.name))
    return table
  }

  /// Puts texts before our other columns, unless there is a column of the name that is ours, or one that says the same.
  mutating func insert(_ name: String, texts: [String?]) {
    let column = TextColumn(texts)
    let isThere = source?.columns.contains { own in
      if case .text(let own) = own { own == column } else { false }
    }
    if isThere == true { return }
    guard ownNames.insert(name).inserted else { return }
    own.insert((name, .text(texts)), at: 0)
  }

  /// Adds the columns of another table, which has no source.
  mutating func append(columnsOf other: LayerTable) {
    for (name, column) in other.own { append(name, column) }
  }

  /// Adds texts; `nil` is a missing value.
  mutating func append(_ name: String, texts: [String?]) { append(name, .text(texts)) }

  /// Adds verdicts; `nil` is a missing value.
  mutating func append(_ name: String, verdicts: [Verdict?]) {
    append(
      name, .words(dictionary: Verdict.names, codes: verdicts.map { $0?.rawValue ?? .max }))
  }

  /// Adds verdicts, one a row.
  mutating func append(_ name: String, verdicts: [Verdict]) {
    append(name, .words(dictionary: Verdict.names, codes: verdicts.map(\.rawValue)))
  }

  /// Adds flags, those of a row joined by `;`.
  mutating func append(_ name: String, flags: [Flags]) {
    var places: [Flags: Int32] = [:]
    var words: [String] = []
    // Most rows have the flags of the row before.
    var last: (flags: Flags, place: Int32)?
    let indices = flags.map { flags in
      if let last, last.flags == flags { return last.place }
      let place = places[flags] ?? Int32(words.count)
      if place == words.count {
        places[flags] = place
        words.append(flags.text)
      }
      last = (flags, place)
      return place
    }
    append(name, .shared(dictionary: words, indices: indices))
  }

  /// Adds whole numbers.
  mutating func append(_ name: String, counts: [Int?]) {
    var values = ValueColumn<Int64>(filler: 0)
    for count in counts { values.append(count.map { Int64($0) }) }
    append(name, .attribute(.integer(values)))
  }

  /// All columns: a source column whose name is ours becomes `source_…`.
  var table: OutputTable {
    var table = OutputTable(rowCount: rowCount)
    if let source {
      var taken = ownNames.union(source.names)
      for (name, column) in zip(source.names, source.columns) {
        var free = name
        if ownNames.contains(name) {
          repeat { free = "source_\(free)" } while !taken.insert(free).inserted
        }
        table.append(free, .attribute(column))
      }
    }
    for (name, column) in own { table.append(name, column) }
    return table
  }
}
