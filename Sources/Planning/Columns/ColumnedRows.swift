/// Rows of one role with a declaration of each of their columns.
public protocol ColumnedRows: Sendable {
  /// All columns, in the order in which they are matched to those of a file.
  static var columns: [Column<Self>] { get }
  /// No rows.
  init()
}

extension ColumnedRows {
  /// The declaration of a name.
  public static func column(_ name: String) -> Column<Self>? {
    columns.first { $0.name == name }
  }

  /// What conditions see of a declared column; `nil`: its values are kept in a way of their own, or
  /// there is no such column.
  public func values(ofDeclared name: String) -> ColumnValues? {
    Self.column(name)?.store?.values(self)
  }

  /// Gives a row a value that is equal to one of some words.
  ///
  /// - Returns: Whether it could be done: not in columns that take no words.
  public mutating func set(_ name: String, toOneOf words: [String], at row: Int) -> Bool {
    Self.column(name)?.store?.set(&self, row, words) ?? false
  }

  /// Says of all that can be counted, had or not that a row has nothing of it.
  mutating func setNone(at row: Int) {
    for column in Self.columns { column.store?.setNone(&self, row) }
  }

  /// Says no more of what a row has nothing of.
  package mutating func forgetNone(at row: Int) {
    for column in Self.columns { column.store?.forgetNone(&self, row) }
  }

  /// Makes all values of the declared columns missing.
  mutating func clearColumns(count: Int) {
    for column in Self.columns { column.store?.clear(&self, count) }
  }

  /// Takes the values of the rows at `indices` of others.
  mutating func takeColumns(of others: Self, at indices: [Int]) {
    for column in Self.columns { column.store?.take(&self, others, indices) }
  }

  /// Gives a row what one of others says; where that says nothing, its own values stay.
  mutating func state(_ row: Int, as index: Int, of others: Self) {
    for column in Self.columns { column.store?.state(&self, row, others, index) }
  }

  /// Puts the values of others behind so many rows; those of a column that nobody has are added by
  /// `padColumns`.
  mutating func appendColumns(of others: Self, behind count: Int) {
    for column in Self.columns { column.store?.append(&self, others, count) }
  }

  /// Makes the values missing of rows that have none yet.
  mutating func padColumns(to count: Int) {
    for column in Self.columns { column.store?.pad(&self, count) }
  }
}
