internal import Quantities

extension Units {
  /// The units that take part, without their parents.
  init(
    _ values: UnitValues, _ accepted: AcceptedRows, _ rows: SourceRows,
    _ assumptions: Project.Assumptions
  ) {
    let order = accepted.order
    self.init(
      rows: accepted.subjectRows(values.subjects, rows),
      level: order.map { values.level[$0] ?? .community })
    type = order.map { values.type[$0] }
    urban = order.map { values.urban[$0] ?? assumptions.urban }
    population = order.map { values.population[$0] }
    elders = order.map { values.elders[$0] }
  }
}
