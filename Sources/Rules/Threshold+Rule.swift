internal import Documents
internal import Quantities

extension Threshold {
  /// The keys that go with the threshold of a rule, beside those that compare.
  static let keys = ["plus", "rounding"]

  /// Reads what a rule requires: its figure, in our unit, and what belongs to that.
  ///
  /// - Parameter unit: What its figures are written in; `nil`: in the unit that the check gives.
  static func read(_ fields: Fields, of check: any ReadableCheck, in unit: StatedUnit?)
    -> Threshold?
  {
    guard var threshold = read(fields) else {
      for key in keys {
        if let node = fields[key] {
          fields.reader.report(node, "'\(key)' goes with 'at_least' and its figure")
        }
      }
      return nil
    }
    threshold.readParts(fields, check)
    guard let unit else { return threshold }
    guard let converted = threshold.converted(from: unit) else {
      fields.reader.report(
        fields.node,
        "figures that are declared elsewhere are in the unit of the check; write the unit so")
      return nil
    }
    return converted
  }

  private mutating func readParts(_ fields: Fields, _ check: any ReadableCheck) {
    let reader = fields.reader
    for key in Self.keys {
      guard let node = fields[key], !check.asksForSupply || comparison != .atLeast else { continue }
      reader.report(node, "'\(key)' is for what a 'provision' rule asks 'at_least'")
    }
    if let node = fields["plus"], let amount = reader.amount(node, "plus") {
      if amount <= .zero { reader.report(node, "'plus' must be above 0") }
      plus = amount
    }
    if let node = fields["rounding"], let word = reader.text(node, "rounding") {
      if word != "up" {
        reader.report(node, "'rounding' is 'up'\(FaultHint(", not '\(word)'"))")
      }
      isRoundedUp = true
    }
  }

  private func converted(from unit: StatedUnit) -> Threshold? {
    let figure: Figure? =
      switch self.figure {
      case .amount(let amount, let decimals):
        unit.converted(amount).map { .amount($0, decimals: decimals) }
      case .steps(let table): table.mapped(unit.converted).map { .steps($0) }
      case .parameter, .statistic: nil
      }
    guard let figure, let plus = unit.converted(plus) else { return nil }
    var result = Threshold(
      comparison: comparison, figure: figure, upper: upper.flatMap(unit.converted))
    result.plus = plus
    result.isRoundedUp = isRoundedUp
    return result
  }
}

/// The unit of a rule as its pack writes it.
struct RuleUnit {
  /// In square metres, metres, and whatever else checks give; `nil`: it is no unit.
  let unit: MeasureUnit?
  /// What the figures of the rule are written in, where that is another one.
  let stated: StatedUnit?

  /// - Parameter units: Those that the check gives; of a column of the data it is not known what it
  ///   is counted in, so that nothing is converted.
  init(_ text: String, among units: [MeasureUnit]) {
    let head = String(text.prefix { $0 != "/" })
    guard let stated = StatedUnit(word: head), stated.dimension.rawValue != head,
      units.contains(where: { $0.thing.word == stated.dimension.rawValue })
    else {
      unit = MeasureUnit(text)
      self.stated = nil
      return
    }
    unit = MeasureUnit(stated.dimension.rawValue + text.dropFirst(head.count))
    self.stated = stated.isOurs ? nil : stated
  }
}
