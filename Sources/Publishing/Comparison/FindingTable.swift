internal import Compliance
internal import GeoFiles
internal import Quantities
internal import Rules

/// The findings of a run: verdicts and figures in columns, by rule and kind of subject.
struct FindingTable: Sendable {
  /// What a rule found about one kind of subject.
  struct Section: Sendable {
    let rule: RuleKey
    let clause: String
    /// An index of `subjects`.
    let kind: Int
    /// Of `shortfall`, as its column has it.
    let shortfallUnit: MeasureUnit?
    /// By number of the subject: the verdict's raw value, or `noFinding`.
    fileprivate(set) var verdicts: [UInt8] = []
    /// By number of the subject: texts, as `figures` numbers them.
    fileprivate(set) var measured: [Int64] = []
    fileprivate(set) var shortfall: [Int64] = []

    /// The verdict about a subject; `nil` where there is no finding.
    func verdict(_ number: Int32) -> Verdict? {
      guard number >= 0, Int(number) < verdicts.count else { return nil }
      return Verdict(rawValue: verdicts[Int(number)])
    }
  }

  static let noFinding = UInt8.max

  fileprivate(set) var sections: [Section] = []
  fileprivate(set) var subjects: [SubjectNumbers]
  fileprivate(set) var figures = FigureTexts()
  fileprivate(set) var count = 0

  /// Reads `findings.csv`.
  ///
  /// - Parameter subjects: The subjects that the layers have.
  init(_ run: RunFolder, subjects: [SubjectNumbers]) throws {
    self.subjects = subjects
    let path = run.path(of: FindingsOutput.fileName)
    var reader = FindingReader(path: path, table: self)
    try TableFile.read(path, columns: FindingReader.columns) { try reader.add($0) }
    self = reader.table
  }
}

/// Puts rows into the columns.
private struct FindingReader {
  static let columns = [
    "pack", "rule", "clause", "subject_kind", "subject_id", "verdict", "measured", "shortfall",
    "shortfall_unit",
  ]
  private static let verdicts = Verdict.names.map { Array($0.utf8) }

  let path: String
  var table: FindingTable
  private var sections: [[UInt8]: Int] = [:]
  /// Of the row before.
  private var key: [UInt8] = []
  private var rowKey: [UInt8] = []
  private var section = -1
  private var number = -1

  init(path: String, table: FindingTable) {
    self.path = path
    self.table = table
  }

  mutating func add(_ row: TableFile.Row) throws {
    rowKey.removeAll(keepingCapacity: true)
    for column in [0, 1, 3] {
      row.append(column, to: &rowKey)
      rowKey.append(0)
    }
    if rowKey != key { enterSection(row) }
    guard let verdict = Self.verdicts.firstIndex(where: { row.field(5, is: $0) }) else {
      throw fault(row, "'\(row.text(5))' is no verdict")
    }
    let kind = table.sections[section].kind
    number = row.withField(4) {
      let start = FormulaGuard.length(in: $0)
      return table.subjects[kind].number(of: $0.extracting(start..<$0.count), guess: number + 1)
    }
    let measured = row.withField(6) { table.figures.code(of: $0) }
    let shortfall = row.withField(7) { table.figures.code(of: $0) }
    let isNew = table.sections[section].set(
      number, verdict: UInt8(verdict), measured: measured, shortfall: shortfall)
    guard isNew else {
      throw fault(row, "\(row.text(3)) \(row.text(4)) is there twice for rule \(row.text(1))")
    }
    table.count += 1
  }

  private mutating func enterSection(_ row: TableFile.Row) {
    swap(&key, &rowKey)
    number = -1
    if let known = sections[key] {
      section = known
      return
    }
    section = table.sections.count
    sections[key] = section
    let name = row.text(3)
    let kind = table.subjects.firstIndex { $0.kind == name } ?? table.subjects.count
    if kind == table.subjects.count { table.subjects.append(SubjectNumbers(kind: name)) }
    table.sections.append(
      FindingTable.Section(
        rule: RuleKey(pack: row.text(0), rule: row.text(1)), clause: row.text(2),
        kind: kind, shortfallUnit: MeasureUnit(row.text(8))))
  }

  private func fault(_ row: TableFile.Row, _ message: String) -> RunFolderError {
    .badRow(file: path, line: row.line, message: message)
  }
}

extension FindingTable.Section {
  /// `false` if the subject has a finding already.
  fileprivate mutating func set(
    _ number: Int, verdict: UInt8, measured: Int64, shortfall: Int64
  ) -> Bool {
    let missing = number + 1 - verdicts.count
    if missing > 0 {
      verdicts.append(contentsOf: repeatElement(FindingTable.noFinding, count: missing))
      self.measured.append(contentsOf: repeatElement(FigureTexts.none, count: missing))
      self.shortfall.append(contentsOf: repeatElement(FigureTexts.none, count: missing))
    } else if verdicts[number] != FindingTable.noFinding {
      return false
    }
    verdicts[number] = verdict
    self.measured[number] = measured
    self.shortfall[number] = shortfall
    return true
  }
}
