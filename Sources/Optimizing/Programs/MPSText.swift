/// An integer program as free MPS text, the exchange format that every solver reads.
///
/// Columns are `C0`, `C1`, …, rows `R0`, `R1`, …; the objective row is `COST`.
enum MPSText {
  /// The text; numbers in Swift's shortest form that reads back the same.
  static func of(_ program: IntegerProgram) -> String {
    var text = "NAME siting\nROWS\n N COST\n"
    for row in 0..<program.rowCount {
      text += " \(kind(program.rowLowers[row], program.rowUppers[row])) R\(row)\n"
    }
    text += columns(program)
    text += "RHS\n"
    for row in 0..<program.rowCount {
      let (low, high) = (program.rowLowers[row], program.rowUppers[row])
      let side = low.isFinite ? low : high
      if side.isFinite, side != 0 { text += " RHS R\(row) \(side)\n" }
    }
    text += "RANGES\n"
    for row in 0..<program.rowCount {
      let (low, high) = (program.rowLowers[row], program.rowUppers[row])
      if low.isFinite, high.isFinite, low != high { text += " RNG R\(row) \(high - low)\n" }
    }
    return text + bounds(program) + "ENDATA\n"
  }

  private static func kind(_ low: Double, _ high: Double) -> String {
    if low == high { return "E" }
    return low.isFinite ? "G" : high.isFinite ? "L" : "N"
  }

  private static func columns(_ program: IntegerProgram) -> String {
    var byColumn = [[(row: Int, value: Double)]](repeating: [], count: program.columnCount)
    for row in 0..<program.rowCount {
      for entry in Int(program.rowStarts[row])..<Int(program.rowStarts[row + 1]) {
        byColumn[Int(program.entryColumns[entry])].append((row, program.entryValues[entry]))
      }
    }
    var text = "COLUMNS\n"
    var isInside = false
    for (column, entries) in byColumn.enumerated() {
      if program.isInteger[column] != isInside {
        isInside.toggle()
        text += " MARKER 'MARKER' \(isInside ? "'INTORG'" : "'INTEND'")\n"
      }
      text += " C\(column) COST \(program.costs[column])\n"
      for entry in entries { text += " C\(column) R\(entry.row) \(entry.value)\n" }
    }
    return text + (isInside ? " MARKER 'MARKER' 'INTEND'\n" : "")
  }

  private static func bounds(_ program: IntegerProgram) -> String {
    var text = "BOUNDS\n"
    for column in 0..<program.columnCount {
      let (low, high) = (program.lowers[column], program.uppers[column])
      text += low.isFinite ? " LO BND C\(column) \(low)\n" : " MI BND C\(column)\n"
      text += high.isFinite ? " UP BND C\(column) \(high)\n" : " PL BND C\(column)\n"
    }
    return text
  }
}
