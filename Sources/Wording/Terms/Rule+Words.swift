internal import Documents
internal import Quantities
internal import Rules

extension Rule {
  /// What it requires, as a pack writes it: `≥ 30 m2/100 households`, `walk 5 min ≥ 100 percent`,
  /// `beyond radius 50 m ≥ 100 percent`, `2 of library, park/sport_space`.
  package var requirement: String {
    var words: [String] = []
    let coverage = check as? Coverage
    let groups = coverage?.groups ?? (check as? Presence)?.groups
    if let groups { words.append(groups.symbols) }
    if let demanded = (check as? Size)?.demanded.symbols { words.append(demanded) }
    if let reach = check.reach {
      words.append((coverage?.isBeyond ?? false ? "beyond " : "") + reach.description)
    }
    if coverage?.isFromParcels ?? false { words.append("from parcels") }
    if isReportOnly { words.append("(report only, \(unit))") }
    // So many groups are the threshold where they are asked for themselves.
    if let threshold, check.ownThreshold == nil || threshold != check.ownThreshold {
      words.append(threshold.symbols(unit))
    }
    return words.joined(separator: " ")
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

extension Size.Demanded {
  /// What a facility must have; `nil`: a number.
  fileprivate var symbols: String? {
    switch self {
    case .measure: nil
    case .has(let condition): Naming.exact.condition(condition).en
    case .deliveredWithHousing: "delivered = with_housing"
    case .deliveredBefore(let percent): "delivered before_share_of_housing \(percent) percent"
    }
  }
}
