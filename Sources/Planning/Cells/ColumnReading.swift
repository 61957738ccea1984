internal import Documents
internal import GeoFiles
internal import Quantities

/// Reads the cells of one of our columns in one file, and records what is wrong with them.
struct ColumnReading {
  /// A column of the file. A class, since it is handed out for every cell.
  final class Source: Sendable {
    let cells: CellReading
    /// The file's name for it.
    let shown: String
    /// What its numbers are worth in ours.
    let factor: UnitFactor

    init(cells: CellReading, shown: String, factor: UnitFactor) {
      self.cells = cells
      self.shown = shown
      self.factor = factor
    }
  }

  /// In the order in which they are read.
  private let sources: [Source]
  /// The file's name for the column.
  let shown: String
  /// Folded words that say that there is no value.
  private let missing: Set<String>
  private let units: [String: UnitFactor]
  private let words: [String: String]
  private let families: [WordFamily: [String: String]]
  /// Our words, sorted, for messages.
  private let vocabulary: [String]
  private let isWhole: Bool
  private let isFlag: Bool
  /// Whether a word that is none of ours is kept.
  let isOpen: Bool
  /// Row of the file's first row among those of its role.
  private let firstRow: Int

  /// - Parameters:
  ///   - sources: The columns of the file, in the order in which they are read; empty where it has
  ///     none.
  ///   - shown: The file's name for the column.
  ///   - content: What the column holds.
  ///   - firstRow: Row of the file's first row among those of its role.
  ///   - missing: Folded words that say that there is no value.
  init(
    _ sources: [Source], shown: String, content: LayerColumn.Content?, firstRow: Int,
    units: [UnitFamily: [String: UnitFactor]], words: [WordFamily: [String: String]],
    missing: Set<String>
  ) {
    self.sources = sources
    self.shown = shown
    self.firstRow = firstRow
    self.missing = missing
    families = words
    if case .number(let family) = content {
      self.units = units[family] ?? [:]
      isWhole = family != .area
    } else {
      self.units = [:]
      isWhole = false
    }
    switch content {
    case .flag(let family), .word(let family), .openWord(let family), .words(let family):
      self.words = words[family] ?? [:]
      isFlag = family.flagValues != nil
    default:
      self.words = [:]
      isFlag = false
    }
    if case .openWord = content { isOpen = true } else { isOpen = false }
    vocabulary = Set(self.words.values).sorted()
  }

  /// Whether the file has no such column.
  var isAbsent: Bool { sources.isEmpty }

  /// The column that a row is read from: the first that says something in it.
  private func source(_ row: Int) -> Source? {
    guard sources.count > 1 else { return sources.first }
    return sources.first { $0.cells.text(row).map { !isMissing($0) } ?? false } ?? sources[0]
  }

  /// The text of a cell; `nil` where there is none.
  func text(_ row: Int) -> String? { source(row)?.cells.text(row) }

  /// The items of a cell that holds a list.
  func items(_ row: Int) -> [String]? { source(row)?.cells.items(row) }

  /// The file's name for the column that a row is read from.
  private func shown(in row: Int) -> String { source(row)?.shown ?? shown }

  /// Numbers of some rows that are not negative; `nil` where one is missing or unreadable.
  func amounts(_ rows: Range<Int>, _ records: inout RowRecords) -> [Amount?] {
    guard sources.count == 1, let source = sources.first, source.factor == .one,
      let values = source.cells.wholeNumbers
    else { return rows.map { amount($0, &records) } }
    return rows.map { row in
      guard let value = values[row] else { return nil }
      let (micros, overflow) = value.multipliedReportingOverflow(by: Amount.scale)
      return overflow || value < 0 ? amount(row, &records) : Amount(micros: micros)
    }
  }

  /// A number that is not negative; `nil` where it is missing or unreadable.
  func amount(_ row: Int, _ records: inout RowRecords) -> Amount? {
    guard let source = source(row) else { return nil }
    let (cells, shown) = (source.cells, source.shown)
    switch cells.number(row, units: units, missing: missing) {
    case .missing: return nil
    case .unreadable:
      records.note(firstRow + row, .unreadableNumber(column: shown, text: cells.text(row) ?? ""))
      return nil
    case .amount(let number, let remark):
      if let remark {
        records.note(firstRow + row, .numberWithRemark(column: shown, number, remark: remark))
      }
      // A cell that names a unit of its own is not in that of its column.
      let isConverted =
        source.factor != .one
        && !(cells.text(row).map { NumberReading.namesUnit($0, units) } ?? false)
      guard let amount = (isConverted ? source.factor : .one).applied(to: number) else {
        records.note(firstRow + row, .unreadableNumber(column: shown, text: number.description))
        return nil
      }
      if amount < .zero {
        records.reject(firstRow + row, .negativeCount(column: shown, value: amount.description))
        return nil
      }
      if isWhole, !amount.isWhole {
        records.note(firstRow + row, .fractionalCount(column: shown, amount))
      }
      return amount
    }
  }

  func date(_ row: Int, _ records: inout RowRecords) -> CalendarDate? {
    guard let text = text(row) else { return nil }
    // A number has lost the 0 of 2025.10, which may be meant by 2025.1.
    let isNumber = source(row)?.cells.isReal ?? false
    let known = isNumber && text.hasSuffix(".1") ? String(text.dropLast(2)) : text
    if let date = CalendarDate(known) { return date }
    if isMissing(text) { return nil }
    records.note(firstRow + row, .unreadableDate(column: shown(in: row), text: text))
    return nil
  }

  /// Notes a word from which it does not follow whether a facility stands.
  ///
  /// - Parameter known: Words from which it does.
  func noteUnclearOperation(
    _ row: Int, _ text: String, known: [String], _ records: inout RowRecords
  ) {
    records.note(
      firstRow + row, .unclearOperation(column: shown(in: row), text: text, known: known))
  }

  /// The stage of building: the first number of a cell, in digits or Chinese.
  func phase(_ row: Int, _ records: inout RowRecords) -> Int? {
    guard let text = text(row), !isMissing(text) else { return nil }
    if let phase = Self.phase(text), phase > 0 { return phase }
    records.note(firstRow + row, .unreadablePhase(column: shown(in: row), text: text))
    return nil
  }

  private static func phase(_ text: String) -> Int? {
    if let start = text.firstIndex(where: { ("0"..."9").contains($0) }) {
      return Int(text[start...].prefix { ("0"..."9").contains($0) })
    }
    let digits: [Character: Int] = [
      "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    guard let start = text.firstIndex(where: { $0 == "十" || digits[$0] != nil }) else {
      return nil
    }
    let numeral = text[start...].prefix { $0 == "十" || digits[$0] != nil }
    guard let ten = numeral.firstIndex(of: "十") else { return numeral.first.flatMap { digits[$0] } }
    let tens = ten == numeral.startIndex ? 1 : numeral.first.flatMap { digits[$0] } ?? 1
    let ones = numeral[numeral.index(after: ten)...].first.flatMap { digits[$0] } ?? 0
    return tens * 10 + ones
  }

  /// Our word for a cell; `nil` where it is missing or not one of ours.
  ///
  /// - Parameter isOther: Whether a text that is none of ours is told elsewhere.
  func word(
    _ row: Int, _ records: inout RowRecords, allowing allowed: Set<String>? = nil,
    unless isOther: (String) -> Bool = { _ in false }
  ) -> String? {
    guard let text = text(row) else { return nil }
    if let word = known(text), allowed?.contains(word) ?? true { return word }
    if isMissing(text) || isOther(text) { return nil }
    let known = allowed.map { $0.sorted() } ?? vocabulary
    records.note(
      firstRow + row,
      .unknownWord(column: shown(in: row), text: text, isKept: false, known: known))
    return nil
  }

  /// Our word for a cell, or the cell itself where it is none of ours.
  func openWord(_ row: Int, _ records: inout RowRecords) -> String? {
    guard let text = text(row) else { return nil }
    if let word = known(text) { return word }
    if isMissing(text) { return nil }
    records.note(
      firstRow + row,
      .unknownWord(column: shown(in: row), text: text, isKept: true, known: vocabulary))
    return text
  }

  func flag(_ row: Int, _ records: inout RowRecords) -> Bool? {
    word(row, &records).map { $0 == "yes" }
  }

  /// Our words for the items of a cell, sorted; an item that is none of ours is kept.
  func wordList(_ row: Int, _ records: inout RowRecords) -> [String]? {
    guard let items = items(row) else { return nil }
    if items.count == 1, isNothing(items[0]) { return [] }
    let stated = items.filter { !isMissing($0) }
    guard !stated.isEmpty || items.isEmpty else { return nil }
    var result: Set<String> = []
    for item in stated {
      if let word = known(item) {
        result.insert(word)
      } else {
        records.note(
          firstRow + row,
          .unknownWord(column: shown(in: row), text: item, isKept: true, known: vocabulary))
        result.insert(item)
      }
    }
    return result.sorted()
  }

  /// The word for a text as it stands, or folded, or without the remark in brackets behind it.
  func known(_ text: String) -> String? {
    words[text] ?? words[FoldedText.fold(text)] ?? wordBeforeBracket(text, words)
  }

  /// The word of another family for a text; yes and no are words of flags alone.
  func word(of family: WordFamily, for text: String) -> String? {
    let folded = FoldedText.fold(text)
    guard families[.flag]?[folded] == nil, let words = families[family] else { return nil }
    return words[folded] ?? wordBeforeBracket(text, words)
  }

  /// 运营 of `运营（试运营）`: where what stands in the brackets means something else, or that it is
  /// not known, nobody knows which holds.
  private func wordBeforeBracket(_ text: String, _ words: [String: String]) -> String? {
    guard let bracket = TrailingBracket(text),
      let word = words[FoldedText.fold(bracket.rest)]
    else { return nil }
    let remark = FoldedText.fold(bracket.content)
    if let other = words[remark] { return other == word ? word : nil }
    if missing.contains(remark) { return nil }
    // What was, and is no longer, is no yes.
    let state = families[.operating]?[remark]
    return state == Self.openState || (isFlag && state == "closed") ? nil : word
  }

  /// The word for what a text that says something else tells of operation: `现状（停业）`; `unknown`
  /// where what stands in the brackets contradicts what stands before them.
  func operation(in text: String) -> String? {
    if let word = word(of: .operating, for: text) { return word }
    guard let bracket = TrailingBracket(text),
      let remark = word(of: .operating, for: bracket.content)
    else { return nil }
    return word(of: .operating, for: bracket.rest) == nil ? remark : Self.openState
  }

  /// Our word for an operation of which nobody knows what it is.
  private static let openState = "unknown"

  /// Whether a text says that there is no value.
  func isMissing(_ text: String) -> Bool {
    missing.contains(text) || missing.contains(FoldedText.fold(text))
  }

  /// A list of nothing is known to be empty, unlike a cell that says nothing.
  private func isNothing(_ text: String) -> Bool {
    ["无", "没有", "none"].contains(FoldedText.fold(text))
  }
}
