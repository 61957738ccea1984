internal import Documents
internal import Quantities

extension RuleLint {
  /// Figures that no measured figure can be below, or above.
  func checkThreshold() {
    for comparison in Comparison.allCases {
      guard let stated = node[comparison.rawValue] else { continue }
      if case .size = kind, rule.unit == MeasureUnit(.nothing) {
        reader.report(stated, "a rule with 'has' asks for no figure; leave this one out")
        return
      }
      switch stated.content {
      case .scalar: check(stated, stated, comparison)
      case .sequence(let ends): checkEnds(ends)
      case .mapping: checkNamed(stated, comparison)
      }
    }
  }

  private enum Kind { case size, other }
  private var kind: Kind { rule.check is Size ? .size : .other }

  private func checkEnds(_ ends: [DocumentNode]) {
    let figures = ends.compactMap { $0.scalar.flatMap { Amount(exactly: $0) } }
    guard figures.count == 2, figures[0] <= figures[1] else { return }
    if figures[0] < .zero { return reportNegative(ends[0]) }
    if figures[1] == .zero { return reader.report(ends[1], "the upper figure is above 0") }
    if rule.unit == .percent, figures[1] > Amount(100) { reportAbove100(ends[1]) }
  }

  /// A figure that stands under a name.
  private func checkNamed(_ stated: DocumentNode, _ comparison: Comparison) {
    if ["parameter", "statistic", "steps"].filter({ stated[$0] != nil }).count > 1 {
      reader.report(stated, "a figure is a parameter, a statistic or a table of steps; keep one")
    }
    if let name = stated["parameter"]?.scalar, let parameter = pack.parameters[name] {
      if parameter.unit != rule.unit.description, MeasureUnit(parameter.unit) != rule.unit {
        reader.report(
          stated,
          "the parameter '\(name)' is in '\(parameter.unit)', the rule in '\(rule.unit)'")
      }
      let value = pack.pack["parameters"]?[name]?["value"]
      if let value { check(value, value, comparison) }
    } else if let steps = stated["steps"] {
      checkSteps(steps, by: stated["by"], comparison)
    }
  }

  /// The figure of each step, and the column that decides; a step may ask for nothing.
  private func checkSteps(
    _ steps: DocumentNode, by column: DocumentNode?, _ comparison: Comparison
  ) {
    for step in steps.items where step.items.count == 2 {
      let figure = step.items[1]
      if figure.scalar.flatMap({ Amount(exactly: $0) }) != .zero {
        check(figure, figure, comparison)
      }
    }
    guard let column, let name = column.scalar, let layer = ownLayer else { return }
    ConditionLint(reader: reader, kinds: pack.kinds, columns: pack.columns, layer: layer)
      .checkNumber(name, column)
  }

  /// - Parameter place: Where a fault of the figure is told.
  private func check(_ node: DocumentNode, _ place: DocumentNode, _ comparison: Comparison) {
    guard let figure = node.scalar.flatMap({ Amount(exactly: $0) }) else { return }
    if figure < .zero { return reportNegative(place) }
    if figure == .zero, comparison == .lessThan || comparison == .about {
      let what: FaultText =
        comparison == .lessThan
        ? "nothing is less than 0" : "only 0 is about 0: write 'at_most: 0'"
      return reader.report(
        place, "\(what); state a figure above 0, or 'report_only: true' to have it only measured")
    }
    if rule.unit == .percent { checkPercent(figure, place, comparison) }
    if rule.check is Presence, rule.unit == MeasureUnit(.count), !figure.isWhole {
      reader.report(place, "what is counted by the piece is whole, not \(figure)")
    }
  }

  private func checkPercent(_ figure: Amount, _ place: DocumentNode, _ comparison: Comparison) {
    let hundred = Amount(100)
    if figure > hundred { return reportAbove100(place) }
    if figure == hundred, comparison == .moreThan {
      return reader.report(place, "nothing is more than 100 percent; write 'at_least: 100'")
    }
    if figure == hundred, comparison == .atMost {
      return reader.report(
        place, "everything is at most 100 percent; state less, or 'report_only: true'")
    }
    let isOfPieces = rule.check is Coverage || rule.check is Presence
    if isOfPieces, figure > .zero, figure < Amount(1) {
      let meant = Amount(micros: figure.micros * 100)
      reader.report(place, "\(figure) percent is next to nothing; percent are written \(meant)")
    }
  }

  private func reportNegative(_ place: DocumentNode) {
    reader.report(place, "a figure of a clause is not below 0; write it without '-'")
  }

  private func reportAbove100(_ place: DocumentNode) {
    reader.report(place, "no share is above 100 percent; state at most 100")
  }
}
