internal import Planning
internal import Quantities
internal import Rules

extension Condition {
  /// Whether each row meets the condition; a missing value makes it unknown.
  func truths(in columns: some SubjectColumns) -> [Truth] {
    var open = OpenColumns.unasked
    return truths(in: columns, noting: &open)
  }

  /// The same, with the columns that leave its tests open.
  func truths(in columns: some SubjectColumns, noting open: inout OpenColumns) -> [Truth] {
    truths(of: columns.count) { name, test in
      let truths = test.truths(of: name, in: columns)
      open.note(name, truths)
      return truths
    }
  }

  /// The same, from what is known of its tests.
  ///
  /// - Parameters:
  ///   - count: The number of rows.
  ///   - met: Whether each row meets a test of one column.
  func truths(of count: Int, _ met: (String, Test) -> [Truth]) -> [Truth] {
    switch self {
    case .always: Array(repeating: .yes, count: count)
    case .column(let name, let test): met(name, test)
    case .all(let parts): Self.combine(parts, rows: count, met: met, from: .yes) { $0 && $1 }
    case .any(let parts): Self.combine(parts, rows: count, met: met, from: .no) { $0 || $1 }
    case .atLeast(let least, let parts): Self.some(least, of: parts, count, met)
    case .not(let part): part.truths(of: count, met).map { !$0 }
    }
  }

  private static func some(
    _ least: Int, of parts: [Condition], _ count: Int, _ met: (String, Test) -> [Truth]
  ) -> [Truth] {
    let truths = parts.map { $0.truths(of: count, met) }
    return (0..<count).map { row in Truth(least, of: truths.lazy.map { $0[row] }) }
  }

  private static func combine(
    _ parts: [Condition], rows count: Int, met: (String, Test) -> [Truth], from start: Truth,
    by join: (Truth, Truth) -> Truth
  ) -> [Truth] {
    var result = Array(repeating: start, count: count)
    for part in parts {
      let truths = part.truths(of: count, met)
      for row in result.indices { result[row] = join(result[row], truths[row]) }
    }
    return result
  }
}

extension Condition.Test {
  /// Whether each row meets the test of a column; `unknown` for all where there is no such column.
  ///
  /// - Parameter rows: Which rows; `nil`: all.
  func truths(
    of name: String, in columns: some SubjectColumns, at rows: [Int]? = nil
  ) -> [Truth] {
    switch self {
    case .unit(let condition): return truths(ofUnit: name, condition, columns, rows)
    case .facility(let condition):
      return columns.truths(ofHosts: condition, at: rows ?? Array(0..<columns.count))
    case .oneOf, .compare: break
    }
    guard let values = columns.values(of: name) else {
      return Array(repeating: .unknown, count: rows?.count ?? columns.count)
    }
    let meant = meaning(in: name, columns.words)
    guard let rows else { return meant.truths(of: values, 0..<columns.count) }
    return meant.truths(of: values, rows)
  }

  /// Whether the unit of a level that each row lies in meets a condition.
  private func truths(
    ofUnit name: String, _ condition: Condition, _ columns: some SubjectColumns, _ rows: [Int]?
  ) -> [Truth] {
    let rows = rows ?? Array(0..<columns.count)
    guard let level = columns.units.level(named: name) else { return rows.map { _ in .unknown } }
    let units = condition.truths(in: UnitColumns(units: columns.units, words: columns.words))
    return rows.map { columns.unit(of: $0, level).map { units[$0] } ?? .unknown }
  }

  /// Whether a row that has a word in a column would meet the test of it; `nil` where the column holds
  /// neither words nor yes and no.
  func truth(ofSupposed word: String, in name: String, _ columns: some SubjectColumns) -> Truth? {
    let supposed: ColumnValues
    switch columns.values(of: name) {
    case .word: supposed = .word { _ in word }
    case .flag: supposed = .flag { _ in word == "true" }
    default: return nil
    }
    return meaning(in: name, columns.words).truth(of: supposed, 0)
  }

  /// The test of one column, with its words as the program knows them.
  fileprivate func meaning(in column: String, _ words: ConditionWords) -> MeantTest {
    guard case .oneOf(let stated) = self else {
      return MeantTest(column: column, test: self, words: words)
    }
    let flags = stated.compactMap { words.isYes($0, in: column) }
    return MeantTest(
      column: column, test: .oneOf(stated.map { words.meaning(of: $0, in: column) }),
      asksYes: flags.contains(true), asksNo: flags.contains(false), words: words)
  }
}

/// A test with what its words mean.
private struct MeantTest {
  let column: String
  let test: Condition.Test
  /// What is asked for of a yes or no.
  var asksYes = false
  var asksNo = false
  let words: ConditionWords

  /// Whether each of some rows meets the test; words are looked up once each, since many rows have few.
  func truths(of values: ColumnValues, _ rows: some Collection<Int>) -> [Truth] {
    guard case .oneOf = test, case .word(let value) = values else {
      return rows.map { truth(of: values, $0) }
    }
    var known = FewTexts<Truth>()
    return rows.map { row in
      guard let word = value(row) else { return .unknown }
      if let truth = known[word] { return truth }
      let truth = truth(of: values, row)
      known.note(word, truth)
      return truth
    }
  }

  func truth(of values: ColumnValues, _ row: Int) -> Truth {
    switch test {
    case .unit, .facility: return .unknown
    case .oneOf(let words):
      return oneOf(words, values, row)
    case .compare(let comparison, let figure, let upper):
      guard let number = number(values, row) else { return .unknown }
      return Truth(ExactRatio(number).meets(comparison, figure, upper: upper))
    }
  }

  private func oneOf(_ words: [String], _ values: ColumnValues, _ row: Int) -> Truth {
    switch values {
    case .word(let value):
      guard let word = value(row) else { return .unknown }
      if words.contains(word) || words.contains(self.words.meaning(of: word, in: column)) {
        return .yes
      }
      return asksFlag ? isAskedFor(self.words.isYes(word)) : .no
    case .synonyms(let value):
      return value(row).map { Truth($0.contains(where: words.contains)) } ?? .unknown
    case .oneOf(let value): return Truth(value(row), among: words)
    case .set(let value):
      return value(row).map { set in Truth(words.allSatisfy(set.contains)) } ?? .unknown
    case .date(let value):
      return value(row).map { date in
        Truth(words.contains { CalendarDate($0) == date })
      } ?? .unknown
    case .flag(let value):
      return value(row).map { isAskedFor($0) } ?? .unknown
    case .number(let value):
      guard let number = value(row) else { return .unknown }
      if words.contains(where: { Amount(exactly: $0) == number }) { return .yes }
      guard asksFlag else { return .no }
      return isAskedFor(number == .zero ? false : number == Amount(1) ? true : nil)
    }
  }

  private var asksFlag: Bool { asksYes || asksNo }

  /// Whether a value says yes, or no, as is asked; what says neither is not known.
  private func isAskedFor(_ flag: Bool?) -> Truth {
    flag.map { Truth($0 ? asksYes : asksNo) } ?? .unknown
  }

  /// Days are compared as the numbers 20251231.
  private func number(_ values: ColumnValues, _ row: Int) -> Amount? {
    switch values {
    case .number(let value): value(row)
    case .word(let value): value(row).flatMap { Amount(exactly: $0) }
    case .date(let value): value(row).map { Amount($0.year * 10_000 + $0.month * 100 + $0.day) }
    case .synonyms, .oneOf, .set, .flag: nil
    }
  }
}
