internal import Documents
internal import Quantities

extension RuleLint {
  /// Figures that no measured figure can be below, or above.
  func checkThreshold() {
    for comparison in Comparison.allCases {
      guard let stated = node[comparison.rawValue] else { continue }
      if asksForNoFigure, rule.unit == MeasureUnit(.nothing) {
        reader.report(stated, "a rule with 'has' asks for no figure; leave this one out")
        return
      }
      switch stated.content {
      case .scalar: check(stated, comparison)
      case .sequence(let ends): checkEnds(ends)
      case .mapping: checkNamed(stated, comparison)
      }
    }
  }

  private var asksForNoFigure: Bool {
    !rule.readable.needsThreshold && rule.readable.ownThreshold == nil
  }

  private func checkEnds(_ ends: [DocumentNode]) {
    let figures = ends.compactMap { $0.scalar.flatMap { Amount(exactly: $0) } }
    guard figures.count == 2, figures[0] <= figures[1] else { return }
    if figures[0] < .zero { return reportNegative(ends[0]) }
    if figures[1] == .zero { return reader.report(ends[1], "the upper figure is above 0") }
    if rule.unit == .percent { checkShares(figures, ends) }
  }

  /// Both ends of a range of percent.
  private func checkShares(_ figures: [Amount], _ ends: [DocumentNode]) {
    let hundred = Amount(100)
    if figures[1] > hundred { return reportAbove100(ends[1]) }
    if figures == [.zero, hundred] {
      return reader.report(
        ends[1],
        "every share is between 0 and 100 percent; state less, or 'report_only: true'")
    }
    // 0.5 to 5 percent may be meant; what ends at 1 is written in fractions.
    guard figures[1] <= Amount(1), let index = figures.firstIndex(where: Self.isFraction) else {
      return
    }
    reportFraction(figures[index], ends[index])
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
      if let value = pack.pack["parameters"]?[name]?["value"] {
        check(value, comparison)
      } else if let value = parameter.value {
        check(value, stated, comparison)
      }
    } else if let steps = stated["steps"] {
      checkSteps(steps, by: stated["by"], comparison)
    }
  }

  /// The figure of each step, and the column that decides; a step may ask for nothing.
  private func checkSteps(
    _ steps: DocumentNode, by column: DocumentNode?, _ comparison: Comparison
  ) {
    let figures = steps.items.filter { $0.items.count == 2 }.map { $0.items[1] }
    let amounts = figures.map { $0.scalar.flatMap { Amount(exactly: $0) } }
    for (figure, amount) in zip(figures, amounts) where amount != .zero {
      check(figure, comparison)
    }
    if let first = figures.first, amounts.allSatisfy({ $0 == .zero }) { check(first, comparison) }
    guard let column, let name = column.scalar, let layer = ownLayer else { return }
    ConditionLint(reader: reader, kinds: pack.kinds, columns: pack.columns, layer: layer)
      .checkNumber(name, column)
  }

  private func check(_ node: DocumentNode, _ comparison: Comparison) {
    if let figure = node.scalar.flatMap({ Amount(exactly: $0) }) { check(figure, node, comparison) }
  }

  /// - Parameter place: Where a fault of the figure is told.
  private func check(_ figure: Amount, _ place: DocumentNode, _ comparison: Comparison) {
    if figure < .zero { return reportNegative(place) }
    if figure == .zero, let what = emptiness(of: comparison) {
      return reader.report(
        place, "\(what); state a figure above 0, or 'report_only: true' to have it only measured")
    }
    if rule.unit == .percent { checkPercent(figure, place, comparison) }
    if rule.readable.countsPieces, rule.unit == MeasureUnit(.count), !figure.isWhole {
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
    if Self.isFraction(figure) { reportFraction(figure, place) }
  }

  /// Why a comparison with 0 asks for nothing, or for what nothing is; `nil`: it asks for something.
  private func emptiness(of comparison: Comparison) -> FaultText? {
    switch comparison {
    case .lessThan: "nothing is less than 0"
    case .about: "only 0 is about 0: write 'at_most: 0'"
    // With a fixed part something is asked all the same.
    case .atLeast where rule.threshold?.plus == .zero: "everything is at least 0"
    case .atLeast, .moreThan, .atMost, .between: nil
    }
  }

  /// Whether a figure of percent is one that people write for a share of 1.
  private static func isFraction(_ figure: Amount) -> Bool { figure > .zero && figure < Amount(1) }

  /// Percent that are written as a share of 1.
  func reportFraction(_ figure: Amount, _ place: DocumentNode) {
    let meant = Amount(micros: figure.micros * 100)
    reader.report(place, "\(figure) percent is next to nothing; percent are written \(meant)")
  }

  private func reportNegative(_ place: DocumentNode) {
    reader.report(place, "a figure of a clause is not below 0; write it without '-'")
  }

  private func reportAbove100(_ place: DocumentNode) {
    reader.report(place, "no share is above 100 percent; state at most 100")
  }
}
