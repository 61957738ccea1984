internal import Planning
internal import Quantities
internal import Rules

extension Condition {
  /// Whether each row meets the condition; a missing value makes it unknown.
  func truths(in columns: some SubjectColumns) -> [Truth] {
    switch self {
    case .always:
      return Array(repeating: .yes, count: columns.count)
    case .column(let name, let test):
      guard let values = columns.values(of: name) else {
        return Array(repeating: .unknown, count: columns.count)
      }
      let meant = test.meaning(in: name, columns.words)
      return (0..<columns.count).map { meant.truth(of: values, $0) }
    case .all(let parts):
      return combine(parts, columns, .yes) { $0 && $1 }
    case .any(let parts):
      return combine(parts, columns, .no) { $0 || $1 }
    case .not(let part):
      return part.truths(in: columns).map { !$0 }
    }
  }

  private func combine(
    _ parts: [Condition], _ columns: some SubjectColumns, _ start: Truth,
    _ join: (Truth, Truth) -> Truth
  ) -> [Truth] {
    var result = Array(repeating: start, count: columns.count)
    for part in parts {
      for (row, truth) in part.truths(in: columns).enumerated() {
        result[row] = join(result[row], truth)
      }
    }
    return result
  }
}

extension Condition.Test {
  /// The test of one column, with its words as the program knows them.
  fileprivate func meaning(in column: String, _ words: ConditionWords) -> MeantTest {
    guard case .oneOf(let stated) = self else { return MeantTest(test: self, words: words) }
    // A figure is not meant as a yes or no, though data may write these so.
    let flags = stated.filter { $0.first?.isNumber != true }.compactMap(words.flag)
    return MeantTest(
      test: .oneOf(stated.map { words.meaning(of: $0, in: column) }),
      asksYes: flags.contains(true), asksNo: flags.contains(false), words: words)
  }
}

/// A test with what its words mean.
private struct MeantTest {
  let test: Condition.Test
  /// What is asked for of a yes or no.
  var asksYes = false
  var asksNo = false
  let words: ConditionWords

  func truth(of values: ColumnValues, _ row: Int) -> Truth {
    switch test {
    case .oneOf(let words):
      return oneOf(words, values, row)
    case .compare(let comparison, let figure, let upper):
      guard let number = number(values, row) else { return .unknown }
      // Above the upper end a size is oversized and passes; a condition does not hold there.
      if comparison == .between, let upper, number > upper { return .no }
      return Truth(ExactRatio(number).meets(comparison, figure, upper: upper))
    }
  }

  private func oneOf(_ words: [String], _ values: ColumnValues, _ row: Int) -> Truth {
    switch values {
    case .word(let value):
      return value(row).map { Truth(words.contains($0) || isAskedFor($0)) }
        ?? .unknown
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
      return value(row).map { Truth(isAskedFor($0)) } ?? .unknown
    case .number(let value):
      return value(row).map { number in
        Truth(
          words.contains { Amount(exactly: $0) == number }
            || isAskedFor(number == .zero ? false : number == Amount(1) ? true : nil))
      } ?? .unknown
    }
  }

  /// Whether a word says yes, or no, as is asked.
  private func isAskedFor(_ word: String) -> Bool {
    (asksYes || asksNo) && isAskedFor(words.flag(word))
  }

  /// Whether a value does.
  private func isAskedFor(_ flag: Bool?) -> Bool { flag.map { $0 ? asksYes : asksNo } ?? false }

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
