import Planar

/// Rows read from one piece of a file, in order, to be put together with those of other pieces.
struct RowBatch: Sendable {
  var geometry = GeometryColumn()
  var columns: [ColumnPart] = []
  /// Empty, or one per row.
  var featureIDs: [String?] = []
  /// Empty, or one per row: counted from the start of the piece.
  var lines: [Int] = []
  /// Rows count from the start of the piece.
  var notes: [ReadNote] = []
  /// What happens so often that it is said once for the file.
  var tally = ReadTally()
  /// Lines that end in this piece.
  var lineCount = 0
}

/// The values of one attribute in one piece of a file.
struct ColumnPart: Sendable {
  let name: String
  /// `nil` if no row of the piece has a value.
  let values: AttributeColumn?
  /// Whether the values fit no column but one of JSON texts.
  let isMixed: Bool
}

/// Counts of faults that are worth one note for the whole file.
struct ReadTally: Sendable {
  /// A number of rows and the first of them.
  struct Count: Sendable {
    var rows = 0
    var first: Int?

    mutating func add(_ row: Int) {
      rows += 1
      if first == nil { first = row }
    }

    mutating func add(_ other: Count, rowBase: Int) {
      rows += other.rows
      if first == nil { first = other.first.map { $0 + rowBase } }
    }
  }

  /// Rows with a third coordinate, or more.
  var heights = Count()
  /// Features without the member `properties`.
  var missingProperties = Count()

  mutating func add(_ other: ReadTally, rowBase: Int) {
    heights.add(other.heights, rowBase: rowBase)
    missingProperties.add(other.missingProperties, rowBase: rowBase)
  }
}
