internal import Documents
internal import GeoFiles

extension FacilityStatus {
  /// Words of operation, which may stand in the same column, are read with the states of operation.
  static func read(
    _ rows: Range<Int>, _ cells: ColumnReading, _ records: inout RowRecords
  ) -> [FacilityStatus?] {
    rows.map { row in
      cells.word(row, &records) { cells.word(of: .operating, for: $0) != nil }
        .flatMap(FacilityStatus.init)
    }
  }
}

extension OperatingState {
  /// A word that is none of ours is `unknown`, unlike an empty cell; what says whether a facility is
  /// new or was there before says nothing of its operation.
  static func read(
    _ rows: Range<Int>, _ cells: ColumnReading, _ records: inout RowRecords
  ) -> [OperatingState?] {
    return rows.map { row in
      guard let text = cells.text(row) else { return nil }
      if let word = cells.known(text) { return OperatingState(rawValue: word) }
      if cells.isMissing(text) || cells.word(of: .status, for: text) != nil { return nil }
      cells.noteUnclearOperation(row, text, known: knownWords, &records)
      return .unknown
    }
  }

  /// Words from which it follows whether a facility stands.
  fileprivate static var knownWords: [String] {
    allCases.filter { $0 != .unknown }.map(\.rawValue).sorted()
  }
}

extension Facilities {
  /// Completes what columns say of operation by what others say of it: a column of states often has
  /// words of both kinds, 新建 and 停业, and one of dates has 在建.
  ///
  /// - Precondition: The rows are those of `range` alone, with their declared columns read.
  mutating func completeOperation(
    _ range: RowRange, _ aliases: FieldAliases, _ records: inout RowRecords
  ) {
    let states = range.column("status", aliases)
    let operations = range.column("operating", aliases)
    let dates = ["opened", "closed", "delivered"].map { range.column($0, aliases) }
      .filter { !$0.isAbsent }
    for (entry, row) in range.rows.enumerated() {
      if status[entry] == nil, let text = operations.text(row) {
        status[entry] = operations.word(of: .status, for: text).flatMap(FacilityStatus.init)
      }
      if operating[entry] == nil, let text = states.text(row) {
        operating[entry] = states.operation(in: text).flatMap(OperatingState.init)
        if operating[entry] == nil, range.file.statusTellsOperation, status[entry] == nil,
          !states.isMissing(text)
        {
          operating[entry] = .unknown
        }
      }
      for date in dates { complete(entry, by: date, row) }
      for column in range.file.operationColumns {
        if let state = column.state(row, operations) { complete(entry, with: state) }
      }
    }
  }

  /// `养老院（公建民营，停业）`: a remark behind a kind may be a word of operation. One behind a name may be a
  /// part of it, so that what it says has closed is no more than doubtful.
  mutating func completeOperation(
    byBracketsOf range: RowRange, _ aliases: FieldAliases, _ records: inout RowRecords
  ) {
    let kinds = range.column("kind", aliases)
    let names = range.column("name", aliases)
    for (entry, row) in range.rows.enumerated() {
      if let state = kinds.text(row).flatMap(kinds.remarkedOperation) {
        complete(entry, with: state)
      }
      guard let name = names.text(row), let state = names.remarkedOperation(in: name),
        state != .open, operating[entry] == nil || operating[entry] == .open
      else { continue }
      complete(entry, with: state == .closed ? .unknown : state)
      names.noteUnclearOperation(row, name, known: OperatingState.knownWords, &records)
    }
  }

  /// Where another column says that the facility is open, nobody knows which holds.
  private mutating func complete(_ entry: Int, with state: OperatingState) {
    switch operating[entry] {
    case nil: operating[entry] = state
    case .open where state != .open: operating[entry] = .unknown
    default: break
    }
  }

  /// What stands in the place of a date may be a word of operation; if it cannot be read at all, it is
  /// not known whether the facility stands.
  private mutating func complete(_ entry: Int, by date: ColumnReading, _ row: Int) {
    guard operating[entry] == nil || operating[entry] == .open, let text = date.text(row),
      !date.isMissing(text), CalendarDate(text) == nil
    else { return }
    operating[entry] = date.word(of: .operating, for: text).flatMap(OperatingState.init) ?? .unknown
  }
}

extension ColumnReading {
  /// What one of the remarks in the last brackets of a text says of operation.
  fileprivate func remarkedOperation(in text: String) -> OperatingState? {
    guard let remark = TrailingBracket(text)?.content else { return nil }
    let items = [remark] + remark.split { ",，、;；/ \u{3000}".contains($0) }.map(String.init)
    let states = items.compactMap { word(of: .operating, for: $0).flatMap(OperatingState.init) }
    return states.first { $0 != .open } ?? states.first
  }
}

extension SourceFile {
  /// Whether the column that says what is new and what was there before also says what operates.
  static func statusTellsOperation(
    _ layer: Layer, _ matching: FieldMatching, _ aliases: FieldAliases
  ) -> Bool {
    let operating = aliases.words[.operating] ?? [:]
    let status = aliases.words[.status] ?? [:]
    return matching.cells("status", in: layer).contains { cells in
      var seen: Set<String> = []
      return (0..<layer.count).contains { row in
        guard let text = cells.text(row), seen.insert(text).inserted else { return false }
        let folded = FoldedText.fold(text)
        return operating[folded] != nil && status[folded] == nil
          && aliases.words[.inclusive]?[folded] == nil && !aliases.missing.contains(folded)
      }
    }
  }
}
