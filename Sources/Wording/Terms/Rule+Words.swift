package import Documents
internal import Quantities
internal import Rules

extension Rule {
  /// What it requires, as a pack writes it: `≥ 30 m2/100 households`, `walk 5 min ≥ 100 percent`,
  /// `beyond radius 50 m ≥ 100 percent`, `2 of library, park/sport_space`.
  package var requirement: String {
    var words = check.terms.map(\.symbols)
    if isReportOnly { words.append("(report only, \(unit))") }
    // So many groups are the threshold where they are asked for themselves.
    if let threshold, check.ownThreshold == nil || threshold != check.ownThreshold {
      words.append(threshold.symbols(unit))
    }
    return words.joined(separator: " ")
  }

  /// What it requires: in Chinese in words, in English as a pack writes it.
  package var requirementWords: LocalizedText {
    var words = check.terms.map(\.words)
    if let threshold, check.ownThreshold == nil || threshold != check.ownThreshold {
      words.append(threshold.words(unit).zh.replacing("\u{00A0}", with: " "))
    }
    if isReportOnly { words.append("仅列数值") }
    return LocalizedText(en: requirement, zh: words.joined(separator: "，"))
  }

  /// Of whom it speaks: in Chinese in words, in English as a pack writes it.
  package var applicabilityWords: LocalizedText {
    let tests = measured.map { "\($0.rule) \($0.comparison.symbol) \($0.figure)" }
    return LocalizedText(
      en: applicability,
      zh: ([Naming.plain().condition(when).zh] + tests).filter { !$0.isEmpty }
        .joined(separator: "；"))
  }

  /// Of whom it speaks, as a pack writes it: `status = new; nursery-circle < 80`; empty: of all.
  package var applicability: String {
    let tests = measured.map { "\($0.rule) \($0.comparison.symbol) \($0.figure)" }
    return ([Naming.exact.condition(when).en] + tests).filter { !$0.isEmpty }
      .joined(separator: "; ")
  }
}

extension KindGroups {
  fileprivate var symbols: String {
    "\(least) of " + groups.map { $0.joined(separator: "/") }.joined(separator: ", ")
  }
}

extension CheckTerm {
  /// In Chinese.
  fileprivate var words: String {
    switch self {
    case .groups(let groups): "其中至少\(groups.least)类设施"
    case .within(let reach): reach.words.zh.replacing("\u{00A0}", with: "")
    case .beyond(let reach): "不得在" + reach.words.zh.replacing("\u{00A0}", with: "")
    case .fromParcels: "与小区的距离"
    case .property(let condition): Naming.plain().condition(condition).zh
    case .deliveredWithHousing: "与住宅同步交付"
    case .deliveredBefore(let percent): "在住宅交付\(percent)%之前交付"
    }
  }

  fileprivate var symbols: String {
    switch self {
    case .groups(let groups): groups.symbols
    case .within(let reach): reach.description
    case .beyond(let reach): "beyond \(reach)"
    case .fromParcels: "from parcels"
    case .property(let condition): Naming.exact.condition(condition).en
    case .deliveredWithHousing: "delivered = with_housing"
    case .deliveredBefore(let percent): "delivered before_share_of_housing \(percent) percent"
    }
  }
}
