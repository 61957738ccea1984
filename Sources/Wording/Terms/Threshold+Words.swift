public import Documents
public import Quantities
public import Rules

extension Threshold {
  /// What it asks, as a pack writes it: `≥ 30 m2/100 households`, `350–750 m2`,
  /// `≥ 2.5 (households ≥ 100), 2 (households ≥ 1000) m2/household`.
  func symbols(_ unit: MeasureUnit) -> String {
    let range = upper.map { "\(figureSymbols)–\($0) \(unit)" }
    var text = range ?? "\(comparison.symbol) \(figureSymbols) \(unit)"
    if plus != .zero { text += " + \(plus) \(unit.numerator)" }
    if isRoundedUp { text = "⌈\(text)⌉" }
    return text
  }

  private var figureSymbols: String {
    switch figure {
    case .amount(let amount, _): amount.description
    case .parameter(let name): "<\(name)>"
    case .statistic(let name): "<\(name)>"
    case .steps(let table):
      table.steps.map { "\($0.figure) (\(table.column) ≥ \($0.from))" }.joined(separator: ", ")
    }
  }

  /// What it asks in words, where that is more than one figure: `≥ 0.1 m²/person, and 100 m² besides`.
  public func words(_ unit: MeasureUnit) -> LocalizedText {
    LocalizedText(en: words(unit, .en), zh: words(unit, .zh))
  }

  private func words(_ unit: MeasureUnit, _ language: Language) -> String {
    func text(_ amount: Amount, _ unit: MeasureUnit?) -> String {
      UnitWords.text(NumberWords.text(amount, decimals: 6), unit, language)
    }
    let isChinese = language == .zh
    let sign = "\(comparison.symbol)\u{00A0}"
    var parts: [String]
    switch figure {
    case .amount(let amount, _) where upper != nil:
      let upper = upper.map { NumberWords.text($0, decimals: 6) } ?? ""
      let range = NumberWords.text(amount, decimals: 6) + (isChinese ? "～" : "–") + upper
      parts = [UnitWords.text(range, unit, language)]
    case .amount(let amount, _): parts = [sign + text(amount, unit)]
    case .parameter(let name), .statistic(let name):
      parts = [sign + UnitWords.text("<\(name)>", unit, language)]
    case .steps(let table):
      let column = Naming.plain().column(table.column)[language]
      parts = table.steps.map { step in
        let from = NumberWords.text(step.from, decimals: 6)
        let figure = sign + text(step.figure, unit)
        if step.from == .zero { return figure }
        return isChinese ? "\(column)\(from)及以上：\(figure)" : "\(figure) from \(column) \(from) on"
      }
    }
    if plus != .zero {
      let more = text(plus, unit.numerator)
      parts.append(isChinese ? "另加\(more)" : "and \(more) besides")
    }
    if isRoundedUp { parts.append(isChinese ? "向上取整" : "rounded up") }
    return parts.joined(separator: isChinese ? "，" : ", ")
  }
}
