internal import Quantities

/// A type of the values of columns.
protocol ColumnValue: Sendable, Equatable {
  /// Reads the cells of some rows of a file.
  static func read(_ rows: Range<Int>, _ cells: ColumnReading, _ records: inout RowRecords)
    -> [Self?]
  /// What conditions see.
  static func seen(_ values: [Self?]) -> ColumnValues
  /// The value that says that there is nothing of it; `nil`: there is no such value.
  static var nothing: Self? { get }
  /// A value that is equal to one of some words; `nil`: none is set for words.
  static func meeting(_ words: [String], now: Self?) -> Self?
}

extension ColumnValue {
  static var nothing: Self? { nil }
  static func meeting(_ words: [String], now: Self?) -> Self? { nil }
}

extension Amount: ColumnValue {
  static func read(
    _ rows: Range<Int>, _ cells: ColumnReading, _ records: inout RowRecords
  ) -> [Amount?] {
    cells.amounts(rows, &records)
  }

  static func seen(_ values: [Amount?]) -> ColumnValues { .number { values[$0] } }
  static var nothing: Amount? { .zero }
}

extension Bool: ColumnValue {
  static func read(
    _ rows: Range<Int>, _ cells: ColumnReading, _ records: inout RowRecords
  ) -> [Bool?] {
    rows.map { cells.flag($0, &records) }
  }

  static func seen(_ values: [Bool?]) -> ColumnValues { .flag { values[$0] } }
  static var nothing: Bool? { false }
  static func meeting(_ words: [String], now: Bool?) -> Bool? {
    words.first.map { ["true", "yes", "是"].contains($0) }
  }
}

extension String: ColumnValue {
  static func read(
    _ rows: Range<Int>, _ cells: ColumnReading, _ records: inout RowRecords
  ) -> [String?] {
    cells.isOpen
      ? rows.map { cells.openWord($0, &records) } : rows.map { cells.word($0, &records) }
  }

  static func seen(_ values: [String?]) -> ColumnValues { .word { values[$0] } }
  static func meeting(_ words: [String], now: String?) -> String? { words.first }
}

extension [String]: ColumnValue {
  static func read(
    _ rows: Range<Int>, _ cells: ColumnReading, _ records: inout RowRecords
  ) -> [[String]?] {
    rows.map { cells.wordList($0, &records) }
  }

  static func seen(_ values: [[String]?]) -> ColumnValues { .set { values[$0] } }
  static var nothing: [String]? { [] }
  static func meeting(_ words: [String], now: [String]?) -> [String]? {
    Set((now ?? []) + words).sorted()
  }
}

extension CalendarDate: ColumnValue {
  static func read(
    _ rows: Range<Int>, _ cells: ColumnReading, _ records: inout RowRecords
  ) -> [CalendarDate?] {
    rows.map { cells.date($0, &records) }
  }

  static func seen(_ values: [CalendarDate?]) -> ColumnValues { .date { values[$0] } }
}

/// Stages of building.
extension Int: ColumnValue {
  static func read(
    _ rows: Range<Int>, _ cells: ColumnReading, _ records: inout RowRecords
  ) -> [Int?] {
    rows.map { cells.phase($0, &records) }
  }

  static func seen(_ values: [Int?]) -> ColumnValues { .number { values[$0].map { Amount($0) } } }
}

/// A type whose cases are the words of a column.
protocol ColumnChoice: ColumnValue, RawRepresentable<String>, CaseIterable {}

extension ColumnChoice {
  static func read(
    _ rows: Range<Int>, _ cells: ColumnReading, _ records: inout RowRecords
  ) -> [Self?] {
    let words = Set(allCases.map(\.rawValue))
    var known = FewTexts<Self>()
    return rows.map { row in
      guard let text = cells.text(row) else { return nil }
      if let choice = known[text] { return choice }
      let choice = cells.word(row, &records, allowing: words).flatMap(Self.init)
      if let choice { known.note(text, choice) }
      return choice
    }
  }

  static func seen(_ values: [Self?]) -> ColumnValues { .word { values[$0]?.rawValue } }
  static func meeting(_ words: [String], now: Self?) -> Self? {
    words.first.flatMap(Self.init(rawValue:))
  }
}
