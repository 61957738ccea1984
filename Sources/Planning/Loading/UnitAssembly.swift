extension Units {
  /// The units that take part, without their parents.
  init(
    _ values: UnitValues, _ accepted: AcceptedRows, _ rows: SourceRows,
    assuming assumptions: Project.Assumptions
  ) {
    let order = accepted.order
    self.init(
      rows: accepted.subjectRows(values.subjects, rows),
      level: order.map { values.level[$0] ?? .community })
    takeColumns(of: values.columns, at: order)
    for row in 0..<count where urban[row] == nil { urban[row] = assumptions.urban }
  }
}
